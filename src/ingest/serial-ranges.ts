import { type Finding, finding } from '../model/finding.ts';
import type { Evidence } from '../model/records.ts';
import { byKey } from './by-key.ts';
import { quoted } from './wording.ts';

/** Overlapping pairs that are named one by one. */
const CAP = 20;

/** Serials that count upwards behind a common beginning. */
export interface SerialRange {
  readonly prefix: string;
  readonly first: bigint;
  readonly last: bigint;
}

/** Serials of one series, from the first to the last, and where they stand. */
export interface SerialSpan {
  /** Serials are compared within one series only. */
  readonly series: string;
  /** The series as a message names it. */
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly evidence: Evidence;
}

/** The range between two serials; undefined where they do not differ by a trailing number alone. */
export function serialRange(start: string, end: string): SerialRange | undefined {
  const from = /^(.*?)(\d+)$/.exec(start);
  const to = /^(.*?)(\d+)$/.exec(end);
  if (from?.[1] === undefined || from[1] !== to?.[1]) return undefined;
  const range = { prefix: from[1], first: BigInt(from[2] ?? 0), last: BigInt(to[2] ?? 0) };
  return range.first <= range.last ? range : undefined;
}

/** The same; serials that do not count upwards stand for themselves. */
export function rangeOrItself(start: string, end: string): SerialRange {
  return serialRange(start, end) ?? { prefix: `${start}\0${end}`, first: 0n, last: 0n };
}

interface Ranged extends SerialRange {
  readonly span: SerialSpan;
}

/** One finding for each pair of spans that hold one certificate twice. */
export function rangeOverlaps(spans: readonly SerialSpan[]): Finding[] {
  const ranges = spans.map((span): Ranged => ({ ...rangeOrItself(span.start, span.end), span }));
  const groups = byKey(ranges, ({ prefix, span }) => `${span.series}\0${prefix}`);
  const pairs = [...groups.values()].flatMap(overlapping);
  const named = pairs.slice(0, CAP).map(([a, b]) => overlap(a.span, b.span));
  const rest = pairs[CAP]?.[1].span;
  if (!rest) return named;
  const message = `${String(pairs.length - CAP)} more pairs of certificate lines hold the same serials, the first at ${where(rest.evidence)}.`;
  return [...named, finding('IN-SERIAL-OVERLAP', 'critical', message, placeOf(rest.evidence))];
}

function overlapping(ranges: readonly Ranged[]): [Ranged, Ranged][] {
  const sorted = [...ranges].sort((a, b) =>
    a.first < b.first ? -1 : a.first > b.first ? 1 : byPlace(a, b),
  );
  const pairs: [Ranged, Ranged][] = [];
  let furthest: Ranged | undefined;
  for (const range of sorted) {
    if (furthest && range.first <= furthest.last) pairs.push([furthest, range]);
    if (!furthest || range.last > furthest.last) furthest = range;
  }
  return pairs;
}

function byPlace(a: Ranged, b: Ranged): number {
  const [x, y] = [a.span.evidence, b.span.evidence];
  if (x.file !== y.file) return x.file < y.file ? -1 : 1;
  return (x.at.line ?? 0) - (y.at.line ?? 0);
}

function overlap(a: SerialSpan, b: SerialSpan): Finding {
  const message = `The serials ${quoted(b.start)} to ${quoted(b.end)} of ${b.name} (${where(b.evidence)}) overlap ${quoted(a.start)} to ${quoted(a.end)} (${where(a.evidence)}): a certificate would count twice. Remove one of the lines.`;
  return finding('IN-SERIAL-OVERLAP', 'critical', message, placeOf(b.evidence));
}

/** `line 3 of ledger.csv`. */
export function where({ file, at }: Evidence): string {
  return `line ${String(at.line ?? 0)} of ${file}`;
}

/** The place of a line, for a finding. */
export function placeOf({ file, at }: Evidence) {
  return at.line === undefined ? { file } : { file, line: at.line };
}
