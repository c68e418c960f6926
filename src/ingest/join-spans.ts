import { type Finding, finding, type Severity } from '../model/finding.ts';
import type { FindingCode } from '../model/finding-codes.ts';
import type { Evidence } from '../model/records.ts';
import type { Interval } from '../model/time.ts';
import { byKey } from './by-key.ts';
import { type Extraction, sumRows } from './input-file.ts';
import { counted, linesText } from './wording.ts';

/** Findings of one kind that are named one by one. */
const CAP = 20;

/** A record that holds for a stretch of time. */
export interface Spanning extends Interval {
  readonly evidence: Evidence;
}

/** How records of one kind are told apart and spoken of. */
export interface SpanWords<R> {
  /** What the record is of, as a message names it: records of different things may share their time. */
  readonly of: (record: R) => string;
  /** The time as a message names it. */
  readonly when: (record: R) => string;
  /** Equal for records that say the same of the same thing and time. */
  readonly says: (record: R) => string;
}

/**
 * The records of all files, each once: what another file repeats is dropped, records that differ for one time are set
 * aside, and those that share a part of their time are named. In order of thing and time, whatever the order of files.
 */
export function joinSpans<R extends Spanning>(
  extractions: readonly Extraction<R>[],
  words: SpanWords<R>,
): Extraction<R> {
  const all = extractions.flatMap(({ records }) => records).sort((a, b) => compared(a, b, words));
  const places = [...byKey(all, (record) => placeKey(record, words)).values()];
  const distinct = places.map((records) => [...byKey(records, words.says).values()]);
  const repeated = distinct.flatMap((claims) => claims.flatMap(([, ...others]) => others));
  const conflicts = distinct.filter((claims) => claims.length > 1);
  const kept = distinct.flatMap((claims) => (claims.length > 1 ? [] : first(claims[0])));
  const { read, rejected, duplicate } = sumRows(extractions);
  const conflicting = conflicts.flatMap((claims) => claims.flatMap(first));
  return {
    records: kept,
    findings: [
      ...extractions.flatMap(({ findings }) => findings),
      ...repeats(repeated),
      ...capped(conflicts.map((claims) => conflict(claims.flatMap(first), words))),
      ...capped(overlaps(kept, words)),
    ],
    rows: {
      read,
      rejected: rejected + conflicting.length,
      duplicate: duplicate + repeated.length,
    },
  };
}

function first<R>(records: readonly R[] | undefined): R[] {
  return records?.slice(0, 1) ?? [];
}

function placeKey<R extends Spanning>(record: R, { of }: SpanWords<R>): string {
  return [of(record), record.start, record.end].join('\0');
}

function compared<R extends Spanning>(a: R, b: R, { of }: SpanWords<R>): number {
  return (
    byText(of(a), of(b)) ||
    a.start - b.start ||
    a.end - b.end ||
    byText(a.evidence.file, b.evidence.file) ||
    (a.evidence.at.line ?? 0) - (b.evidence.at.line ?? 0)
  );
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function where({ evidence: { file, at } }: Spanning): string {
  return `line ${String(at.line ?? 0)} of ${file}`;
}

function placed(
  code: FindingCode,
  severity: Severity,
  message: string,
  { evidence: { file, at } }: Spanning,
): Finding {
  return finding(
    code,
    severity,
    message,
    at.line === undefined ? { file } : { file, line: at.line },
  );
}

/** One finding for each file whose rows stand in another as well, or twice in itself in other words. */
function repeats(dropped: readonly Spanning[]): Finding[] {
  return [...byKey(dropped, ({ evidence }) => evidence.file)].flatMap(([file, rows]) => {
    const lines = rows.map(({ evidence }) => evidence.at.line ?? 0);
    const message = `${counted(rows.length, 'row')} of ${file} (${linesText(lines)}) repeat what another row says and count once.`;
    return first(rows).map((row) => placed('IN-DUPLICATE', 'info', message, row));
  });
}

function conflict<R extends Spanning>(claims: readonly R[], words: SpanWords<R>): Finding {
  const places = claims.map(where).join(' and ');
  const [one] = claims;
  const what = one ? `${words.of(one)} for ${words.when(one)}` : '';
  const message = `Rows differ on ${what}: ${places}. None of them is counted; remove the wrong one, or add them up if both hold.`;
  return one
    ? placed('IN-CONFLICT', 'critical', message, one)
    : finding('IN-CONFLICT', 'critical', message);
}

/** Each record that begins before an earlier one of the same thing has ended; the records stand in order of start. */
function overlaps<R extends Spanning>(records: readonly R[], words: SpanWords<R>): Finding[] {
  return [...byKey(records, words.of).values()].flatMap((ofOne) => {
    let latest = ofOne[0];
    return ofOne.slice(1).flatMap((record) => {
      const before = latest;
      if (!before || record.end > before.end) latest = record;
      if (!before || record.start >= before.end) return [];
      const message = `Two rows on ${words.of(record)} share time, ${words.when(before)} and ${words.when(record)}: ${where(before)} and ${where(record)}. Correct or remove one.`;
      return [placed('IN-OVERLAP', 'critical', message, record)];
    });
  });
}

/** The first twenty; the last of them says how many more there are. */
function capped(findings: readonly Finding[]): Finding[] {
  const more = findings.length - CAP;
  return findings.slice(0, CAP).map((one, i) => {
    if (more <= 0 || i < CAP - 1) return one;
    return { ...one, message: `${one.message} ${counted(more, 'more such case')} follow.` };
  });
}
