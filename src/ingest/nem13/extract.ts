import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { ExtractedBill } from '../bills-csv/extract.ts';
import { byKey } from '../by-key.ts';
import { dayText } from '../clock/calendar.ts';
import { uniqueRows } from '../duplicates.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import {
  type MeterOfChannel,
  meterOfChannel,
  nameOf,
  unshared,
} from '../nem12/meter-of-channel.ts';
import {
  type NemFile,
  type NemRecord,
  nemFile,
  firstRecordOf,
  recordsOf,
} from '../nem12/records.ts';
import { noteGivenWay } from '../readings-csv/given-way.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { decodedText } from '../table/text.ts';
import { type Accumulation, accumulationOf } from './accumulation.ts';
import { startOfDay } from './read-time.ts';

/** Whether the first record of the file is one of NEM13. */
export function identify(file: InputFile): Identification {
  const text = decodedText(file, 'CSV');
  if (text.refused) return { confidence: 0, why: text.refused.message };
  const first = firstRecordOf(text.value);
  return first && isFirst(first)
    ? { confidence: 1, why: `Line ${String(first.line)} begins a file of NEM13.` }
    : { confidence: 0, why: 'The file begins with no record of NEM13.' };
}

/** The header names the format; without one, a read of a register begins. */
function isFirst({ fields }: NemRecord): boolean {
  const [kind, version = ''] = fields;
  return kind === '100' ? /^NEM13$/i.test(version) : kind === '250' && fields.length > 20;
}

/** The energy between reads as bills of the meters of a workspace: by `meter`, or by NMI and suffix as a meter's number. */
export function extract(
  file: InputFile,
  input: Pick<ProfileInput, 'meter'>,
  context: IngestContext,
): Extraction<ExtractedBill> {
  return extractReads(file, meterOfChannel(input, context));
}

/** The same by NMI and suffix, for a look at it without workspace. */
export function extractUnmapped(file: InputFile): Extraction<ExtractedBill> {
  return extractReads(file, nameOf);
}

function extractReads(file: InputFile, meterOf: MeterOfChannel): Extraction<ExtractedBill> {
  const text = decodedText(file, 'CSV');
  if (text.refused) return refusedFile(text.refused);
  const notes = rowNotes(file.path);
  const nem = nemFile(recordsOf(text.value), notes);
  if (!nem) return refusedFile(...notes.findings());
  noteChannels(nem, notes);
  const metered = nem.accumulations.flatMap((record) => {
    const channel = accumulationOf(record, notes);
    const meter = channel && meterOf(channel, notes);
    return channel && meter !== undefined ? [{ channel, meter }] : [];
  });
  const counted = unshared(metered, notes);
  const meters = byKey(counted, ({ meter }) => meter);
  const parts = [...meters].map(([meter, all]) => {
    const reads = all.map(({ channel }) => channel);
    return billsOf(meter, reads, file, notes);
  });
  const records = parts.flatMap(({ bills }) => bills);
  const findings = notes.findings();
  if (records.length === 0) {
    const message = `${file.path} gives no bill. The findings beside this say why.`;
    findings.push(finding('IN-NO-READINGS', 'critical', message, { file: file.path }));
  }
  const read = nem.accumulations.length;
  const given = parts.reduce((sum, part) => sum + part.given, 0);
  const duplicate = parts.reduce((sum, part) => sum + part.duplicate, 0);
  return { records, findings, rows: { read, rejected: read - given, duplicate } };
}

/** Intervals in the same file are another kind of record. */
function noteChannels({ channels }: NemFile, notes: RowNotes): void {
  for (const { line } of channels) {
    notes.tally('IN-NOT-COUNTED', 'quality', { line }, (n, lines) => {
      return `Channels of intervals (200 records of NEM12) are not read here: ${n} (${lines}). Name the profile nem12 for them.`;
    });
  }
}

function isSame(a: Accumulation, b: Accumulation): boolean {
  return a.toDay === b.toDay && a.quality === b.quality && a.energyKwh.equals(b.energyKwh);
}

/** A bill of each period: the day of one read is the first, and the day before the next read the last. */
function billsOf(
  meter: string,
  reads: readonly Accumulation[],
  { path, sha256 }: InputFile,
  notes: RowNotes,
) {
  const unique = uniqueRows(reads, isSame);
  noteGivenWay(unique, meter, notes);
  const copies = byKey(unique.duplicates, ({ to }) => to);
  const bills = unique.kept.map((read): ExtractedBill => {
    const { start, fromDay, toDay, energyKwh, quality, line } = read;
    return {
      meter,
      start,
      end: startOfDay(toDay),
      firstDay: dayText(fromDay),
      lastDay: dayText(toDay - 1),
      energyKwh,
      quality,
      duplicates: copies.get(read)?.length ?? 0,
      evidence: { file: path, sha256, at: { line } },
    };
  });
  const duplicate = unique.duplicates.length;
  return { bills, duplicate, given: reads.length - unique.conflicts.flat().length };
}
