import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import { conversionFactor } from '../../units/unit.ts';
import type { ExtractedBill, RawBill } from '../bills-csv/bill.ts';
import { billDays } from '../bills-csv/end-date.ts';
import { noBills } from '../bills-csv/extract.ts';
import { clocksOf } from '../bills-csv/layout.ts';
import { billRecords } from '../bills-csv/records.ts';
import { byKey } from '../by-key.ts';
import { type ZoneClock, zoneClock } from '../clock/zone-clock.ts';
import type {
  Extraction,
  Identification,
  IngestContext,
  InputFile,
  Outcome,
} from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import type { InspectedSeries } from '../recognise/series-counts.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { namesColumns } from '../table/table.ts';
import { quoted } from '../wording.ts';
import { ENTRY, MONTH } from './columns.ts';
import type { Entries, Entry } from './entry.ts';
import { meterEntries } from './meter-entries.ts';
import { type MeterOfEntry, meterOfEntry } from './meters.ts';
import { monthlyUsage } from './monthly-usage.ts';
import { otherSeries } from './other-series.ts';
import { settled, type SettledEntries } from './settled.ts';
import { isYearlyReport, yearlyReport } from './yearly-report.ts';

/** Whether a file is an export of Portfolio Manager, by the columns that it names. */
export function identify(file: InputFile): Identification {
  const certain = (what: string) => ({ confidence: 1, why: `It names the columns of ${what}.` });
  if (namesColumns(file, Object.values(ENTRY))) return certain('meter entries');
  if (namesColumns(file, Object.values(MONTH))) return certain('monthly usage');
  if (isYearlyReport(file)) return certain('a report of yearly figures');
  return { confidence: 0, why: 'No line names a column of meter entries or monthly usage.' };
}

/** The electricity bills of a workspace's meters; whatever else is in the file is told and not counted. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedBill> {
  const notes = rowNotes(file.path);
  const read = settledEntries(file, notes);
  if (read.refused) return refusedFile(...notes.findings(), read.refused);
  const meterOf = meterOfEntry(input, read.value.kept, context, file.path, notes);
  if (typeof meterOf !== 'function') return refusedFile(...notes.findings(), meterOf);
  return billsOf(
    read.value,
    { file, endDate: input.end_date, clockOf: clocksOf(context) },
    meterOf,
    notes,
  );
}

/** The same by the ids in the file, with days in the zone given, or in UTC. */
export function extractUnmapped(
  file: InputFile,
  timezone: string | undefined,
): Extraction<ExtractedBill> {
  const notes = rowNotes(file.path);
  const read = settledEntries(file, notes);
  if (read.refused) return refusedFile(...notes.findings(), read.refused);
  const clock = clockIn(timezone, file, notes);
  if (clock.refused) return refusedFile(clock.refused);
  const rules = { file, endDate: undefined, clockOf: () => clock.value };
  return billsOf(read.value, rules, ({ meter }) => meter, notes);
}

/** Series that make no bills: other commodities, and electricity that is not from the grid. */
export function extractOthers(
  file: InputFile,
  timezone: string | undefined,
): readonly InspectedSeries[] {
  const notes = rowNotes(file.path);
  const clock = clockIn(timezone, file, notes);
  const read = settledEntries(file, notes);
  if (clock.refused || read.refused) return [];
  const { known } = endOf(read.value, undefined, file.path);
  return known ? otherSeries(read.value, known, clock.value) : [];
}

interface Read extends SettledEntries, Entries {}

/** The entries of a file, each period of a meter once. */
function settledEntries(file: InputFile, notes: RowNotes): Outcome<Read> {
  if (isYearlyReport(file)) return { refused: yearlyReport(file) };
  const isMonthly = namesColumns(file, Object.values(MONTH));
  const read = isMonthly ? monthlyUsage(file, notes) : meterEntries(file, notes);
  if (read.refused) return read;
  return { value: { ...read.value, ...settled(read.value.entries, notes) } };
}

/** What end days mean: by the input, by the layout, or as the entries of all meters of the file join. */
function endOf(read: Read, declared: ProfileInput['end_date'], file: string) {
  return billDays(read.kept, declared ?? read.endDate, file);
}

interface Rules {
  readonly file: InputFile;
  readonly endDate: ProfileInput['end_date'];
  readonly clockOf: (meter: string) => ZoneClock | undefined;
}

function billsOf(
  read: Read,
  { file, endDate, clockOf }: Rules,
  meterOf: MeterOfEntry,
  notes: RowNotes,
): Extraction<ExtractedBill> {
  const { path } = file;
  const { known, finding: said } = endOf(read, endDate, path);
  if (said) notes.add(said);
  noteOthers(read.kept, notes);
  const grid = read.kept.filter(({ kind }) => kind.isGrid);
  const raw = known ? grid.flatMap((entry) => rawBill(entry, meterOf)) : [];
  const { records } = billRecords(
    raw.map(({ bill }) => bill),
    { file: path, endDate: known, clockOf },
    notes,
  );
  const repeats = new Map(
    raw.map(({ bill, entry }) => [bill.evidence, read.duplicates.get(entry)]),
  );
  const bills = records.map((bill) => ({ ...bill, duplicates: repeats.get(bill.evidence) ?? 0 }));
  const duplicate = bills.reduce((sum, { duplicates }) => sum + duplicates, 0);
  const findings = notes.findings();
  if (records.length === 0) findings.push(noBills(path));
  const rejected = read.read - duplicate - records.length;
  return { records: bills, findings, rows: { read: read.read, rejected, duplicate } };
}

function rawBill(entry: Entry, meterOf: MeterOfEntry): { bill: RawBill; entry: Entry }[] {
  const meter = meterOf(entry);
  if (meter === undefined) return [];
  const { startDay, endDay, quantity, unit, quality, peakDemandKw, cost, evidence } = entry;
  const bill = {
    meter,
    startDay,
    endDay,
    energyKwh: quantity.mul(conversionFactor(unit.symbol, 'kWh')),
    quality,
    invoice: '',
    replaces: '',
    peakDemandKw,
    cost: cost && { amount: cost },
    evidence,
  };
  return [{ bill, entry }];
}

function noteOthers(entries: readonly Entry[], notes: RowNotes): void {
  const others = entries.filter(({ kind }) => !kind.isGrid);
  const what = ({ kind }: Entry) =>
    kind.commodity === 'electricity' ? 'electricity that is not from the grid' : kind.commodity;
  for (const [commodity, own] of byKey(others, what)) {
    for (const { line } of own) {
      notes.tally('IN-NOT-COUNTED', 'info', { line }, (n, lines) => {
        return `Entries of ${commodity} are not counted as electricity bought: ${n} (${lines}).`;
      });
    }
  }
}

function clockIn(
  timezone: string | undefined,
  { path: file }: InputFile,
  notes: RowNotes,
): Outcome<ZoneClock> {
  const clock = zoneClock(timezone ?? 'UTC');
  if (!clock) {
    const message = `The time zone ${quoted(timezone ?? '')} given for ${file} is no IANA zone. Name one such as America/Chicago.`;
    return { refused: finding('IN-ZONE', 'critical', message, { file }) };
  }
  if (timezone === undefined) {
    const message = `The days of ${file} carry no time zone, so they are shown from midnight to midnight in UTC. Give --timezone for others.`;
    notes.add(finding('IN-ZONE', 'info', message, { file }));
  }
  return { value: clock };
}
