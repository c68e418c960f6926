import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { decodedText } from '../table/text.ts';
import { type Channel, channelOf } from './channel.ts';
import { type Day, dayOf, valueReader } from './day.ts';
import { type MeterOfChannel, meterOfChannel, nameOf, unshared } from './meter-of-channel.ts';
import { type NemFile, type NemRecord, nemFile, firstRecordOf, recordsOf } from './records.ts';
import { type DaysOfMeter, seriesOfDays } from './series.ts';

/** Whether the first record of the file is one of NEM12. */
export function identify(file: InputFile): Identification {
  const text = decodedText(file, 'CSV');
  if (text.refused) return { confidence: 0, why: text.refused.message };
  const first = firstRecordOf(text.value);
  return first && isFirst(first)
    ? { confidence: 1, why: `Line ${String(first.line)} begins a file of NEM12.` }
    : { confidence: 0, why: 'The file begins with no record of NEM12.' };
}

/** The header names the format; without one, a channel with its interval length begins. */
function isFirst({ fields }: NemRecord): boolean {
  const [kind, version = ''] = fields;
  if (kind === '100') return /^NEM12$/i.test(version);
  return kind === '200' && /^(5|15|30)$/.test(fields[8] ?? '');
}

/** The series of a file for the meters of a workspace: by `meter`, or by NMI and suffix as a meter's number. */
export function extract(
  file: InputFile,
  input: Pick<ProfileInput, 'meter'>,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  return extractChannels(file, meterOfChannel(input, context));
}

/** The same by NMI and suffix, for a look at it without workspace. Times are AEST, whatever zone is given. */
export function extractUnmapped(file: InputFile): Extraction<ExtractedSeries> {
  return extractChannels(file, nameOf);
}

function extractChannels(file: InputFile, meterOf: MeterOfChannel): Extraction<ExtractedSeries> {
  const text = decodedText(file, 'CSV');
  if (text.refused) return refusedFile(text.refused);
  const notes = rowNotes(file.path);
  const nem = nemFile(recordsOf(text.value), notes);
  if (!nem) return refusedFile(...notes.findings());
  noteAccumulations(nem.accumulations, notes);
  const days = daysOf(nem, notes);
  if (!days) return refusedFile(...notes.findings());
  const metered = days.flatMap((one) => {
    const meter = meterOf(one.channel, notes);
    return meter === undefined ? [] : [{ ...one, meter }];
  });
  const counted = unshared(metered, notes);
  const { records, rejected, duplicate } = seriesOfDays(counted, file, notes);
  const findings = notes.findings();
  if (records.length === 0) {
    const message = `${file.path} gives no reading. The findings beside this say why.`;
    findings.push(finding('IN-NO-READINGS', 'critical', message, { file: file.path }));
  }
  const read = intervalsIn(days);
  const unmetered = read - intervalsIn(counted);
  return { records, findings, rows: { read, rejected: unmetered + rejected, duplicate } };
}

interface DaysOfChannel {
  readonly channel: Channel;
  readonly days: readonly Day[];
}

/** The days of the channels of energy; undefined where one of them does not fit its channel. */
function daysOf({ channels }: NemFile, notes: RowNotes): DaysOfChannel[] | undefined {
  const read = valueReader();
  const all = channels.flatMap((record) => {
    const channel = channelOf(record, notes);
    if (!channel) return [];
    const days = channel.days.flatMap((row) => dayOf(row, channel, read, notes) ?? []);
    return [{ channel, days }];
  });
  const isWhole = all.every(({ channel, days }) => days.length === channel.days.length);
  return isWhole ? all : undefined;
}

function intervalsIn(all: readonly (DaysOfChannel | DaysOfMeter)[]): number {
  return all.flatMap(({ days }) => days).reduce((sum, day) => sum + day.intervals.length, 0);
}

function noteAccumulations(records: readonly NemRecord[], notes: RowNotes): void {
  for (const { line } of records) {
    notes.tally('IN-ACCUMULATION', 'critical', { line }, (n, lines) => {
      return `Reads of a register between two visits (250 records of NEM13) are no interval data: ${n} (${lines}) are not counted. Name the profile nem13 for them.`;
    });
  }
}
