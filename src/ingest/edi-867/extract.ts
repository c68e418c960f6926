import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { ExtractedBill, RawBill } from '../bills-csv/bill.ts';
import { noBills } from '../bills-csv/extract.ts';
import { clocksOf } from '../bills-csv/layout.ts';
import { BY_OWN_NAME, type MeterByNames, meterByNames } from '../bills-csv/named-meter.ts';
import { type BillRules, billRecords } from '../bills-csv/records.ts';
import { zoneClock } from '../clock/zone-clock.ts';
import {
  type Extraction,
  type Identification,
  type IngestContext,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import { rawBill } from './bill.ts';
import { checkedMessages } from './envelope.ts';
import { beginsInterchange, readSegments } from './interchange.ts';
import { usageReport } from './message.ts';

const BEGINNING = 64 * 1024;

/** Certain where the file begins with an ISA segment and holds a transaction set 867. */
export function identify({ bytes }: InputFile): Identification {
  const text = new TextDecoder().decode(bytes.subarray(0, BEGINNING)).replace(/^\uFEFF/, '');
  if (!beginsInterchange(text)) return { confidence: 0, why: 'It does not begin with ISA.' };
  const separator = text.trimStart()[3] ?? '*';
  const holds = text.includes(`ST${separator}867${separator}`);
  return holds
    ? { confidence: 1, why: 'An interchange with a message 867.' }
    : { confidence: 0, why: 'An interchange without a message 867.' };
}

/**
 * The monthly usage of the messages 867 of an X12 interchange. Whether the last day belongs to a period is declared by
 * `end_date` or seen from consecutive messages.
 */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedBill> {
  const notes = rowNotes(file.path);
  const rules = { file: file.path, endDate: input.end_date, clockOf: clocksOf(context) };
  return extracted(file, rules, meterByNames(input, context, notes), notes);
}

/** The same with the service points of the messages, in the zone given or else in UTC. */
export function extractUnmapped(
  file: InputFile,
  timezone: string | undefined,
): Extraction<ExtractedBill> {
  const clock = zoneClock(timezone ?? 'UTC') ?? zoneClock('UTC');
  const rules = { file: file.path, endDate: undefined, clockOf: () => clock };
  return extracted(file, rules, BY_OWN_NAME, rowNotes(file.path));
}

function extracted(
  file: InputFile,
  rules: BillRules,
  meterOf: MeterByNames,
  notes: RowNotes,
): Extraction<ExtractedBill> {
  const segments = readSegments(file);
  if (segments.refused) return refusedFile(segments.refused);
  const { messages, findings: faults, refused } = checkedMessages(segments.value, file.path);
  notes.add(...faults);
  const usage = messages.filter(({ kind }) => kind === '867');
  noteOthers(messages.length - usage.length, notes);
  const raw = usage.flatMap((message): RawBill[] => {
    const report = usageReport(message);
    return report ? rawBill(report, file, meterOf, notes) : [];
  });
  const { records, repeated } = billRecords(raw, rules, notes);
  const read = usage.length + refused;
  const findings = notes.findings();
  if (records.length === 0) findings.push(noBills(file.path));
  return {
    records,
    findings,
    rows: { read, rejected: read - repeated - records.length, duplicate: repeated },
  };
}

function noteOthers(others: number, notes: RowNotes): void {
  for (let i = 0; i < others; i += 1) {
    notes.tally(
      'IN-NOT-COUNTED',
      'info',
      { line: 1 },
      (n) => `Messages other than 867 hold no usage and were left aside: ${n}.`,
    );
  }
}
