import { type Finding, finding } from '../../model/finding.ts';
import type { Certificate } from '../../model/records.ts';
import { ratio } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { byKey } from '../by-key.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** Overlapping pairs that are named one by one. */
const CAP = 20;

/** A range of serials that count upwards behind a common beginning. */
interface SerialRange {
  readonly prefix: string;
  readonly first: bigint;
  readonly last: bigint;
}

/** The range between two serials; undefined where they do not differ by a trailing number alone. */
function serialRange(start: string, end: string): SerialRange | undefined {
  const from = /^(.*?)(\d+)$/.exec(start);
  const to = /^(.*?)(\d+)$/.exec(end);
  if (from?.[1] === undefined || from[1] !== to?.[1]) return undefined;
  const range = { prefix: from[1], first: BigInt(from[2] ?? 0), last: BigInt(to[2] ?? 0) };
  return range.first <= range.last ? range : undefined;
}

/** Notes a line whose whole MWh are not as many as its serials, where the serials plainly count. */
export function noteSerialCount(certificate: Certificate, notes: RowNotes): void {
  const { serialStart, serialEnd, energyMwh, evidence } = certificate;
  const range = serialRange(serialStart, serialEnd);
  if (!range || energyMwh.d !== 1n) return;
  const count = range.last - range.first + 1n;
  if (energyMwh.equals(ratio(count))) return;
  const what = `the serials ${quoted(serialStart)} to ${quoted(serialEnd)} are ${String(count)}, the quantity is ${decimalText(energyMwh)} MWh. Correct the range or the quantity.`;
  notes.row('IN-SERIAL-COUNT', 'critical', { line: evidence.at.line ?? 0 }, what);
}

interface Ranged extends SerialRange {
  readonly certificate: Certificate;
}

/** One finding for each pair of lines, over all files, that hold one certificate twice. */
export function serialOverlaps(certificates: readonly Certificate[]): Finding[] {
  const ranges = certificates.map(rangeOf);
  const groups = byKey(
    ranges,
    ({ prefix, certificate }) => `${certificate.registry.toLowerCase()}\0${prefix}`,
  );
  const pairs = [...groups.values()].flatMap(overlapping);
  const named = pairs.slice(0, CAP).map(([a, b]) => overlap(a.certificate, b.certificate));
  const rest = pairs[CAP]?.[1].certificate;
  if (!rest) return named;
  const message = `${String(pairs.length - CAP)} more pairs of certificate lines hold the same serials, the first at ${where(rest)}.`;
  return [...named, finding('IN-SERIAL-OVERLAP', 'critical', message, placeOf(rest))];
}

/** Serials that do not count upwards stand for themselves. */
function rangeOf(certificate: Certificate): Ranged {
  const { serialStart, serialEnd } = certificate;
  const range = serialRange(serialStart, serialEnd);
  return {
    ...(range ?? { prefix: `${serialStart}\0${serialEnd}`, first: 0n, last: 0n }),
    certificate,
  };
}

function overlapping(ranges: readonly Ranged[]): [Ranged, Ranged][] {
  const sorted = [...ranges].sort((a, b) =>
    a.first < b.first ? -1 : a.first > b.first ? 1 : byPlace(a, b),
  );
  const pairs: [Ranged, Ranged][] = [];
  let furthest = sorted[0];
  for (const range of sorted.slice(1)) {
    if (furthest && range.first <= furthest.last) pairs.push([furthest, range]);
    if (!furthest || range.last > furthest.last) furthest = range;
  }
  return pairs;
}

function byPlace(a: Ranged, b: Ranged): number {
  const [x, y] = [a.certificate.evidence, b.certificate.evidence];
  if (x.file !== y.file) return x.file < y.file ? -1 : 1;
  return (x.at.line ?? 0) - (y.at.line ?? 0);
}

function overlap(a: Certificate, b: Certificate): Finding {
  const message = `The serials ${quoted(b.serialStart)} to ${quoted(b.serialEnd)} of ${b.registry} (${where(b)}) overlap ${quoted(a.serialStart)} to ${quoted(a.serialEnd)} (${where(a)}): a certificate would count twice. Remove one of the lines.`;
  return finding('IN-SERIAL-OVERLAP', 'critical', message, placeOf(b));
}

function where({ evidence: { file, at } }: Certificate): string {
  return `line ${String(at.line ?? 0)} of ${file}`;
}

function placeOf({ evidence: { file, at } }: Certificate) {
  return at.line === undefined ? { file } : { file, line: at.line };
}
