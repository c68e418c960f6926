import type { Certificate } from '../../model/records.ts';
import type { UsedSerials } from '../inputs.ts';

/** Serials of one series that count upwards. */
export interface Range {
  /** Registry and the part of the serial before its last digits. */
  readonly series: string;
  readonly first: bigint;
  readonly last: bigint;
}

interface Held extends Range {
  readonly certificate: Certificate;
}

/** A serial whose last digits count: `US-7-000123` is number 123 of `US-7-`. */
function counted(serial: string): { prefix: string; number: bigint } | undefined {
  const match = /^(.*?)(\d+)$/s.exec(serial.trim());
  return match ? { prefix: match[1] ?? '', number: BigInt(match[2] ?? '0') } : undefined;
}

/** Case and space part neither registries nor serials from one another. */
function plain(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** The serials of a line as a range; those that do not count upwards stand for themselves. */
export type Serials = Pick<Certificate, 'registry' | 'serialStart' | 'serialEnd'>;

/** The range of serials of a line, by registry and beginning; serials that do not count upwards stand for themselves. */
export function rangeOf({ registry, serialStart, serialEnd }: Serials): Range {
  const [from, to] = [plain(serialStart), plain(serialEnd)];
  const [start, end] = [counted(from), counted(to)];
  const isRange = start?.prefix === end?.prefix;
  return isRange && start && end && start.number <= end.number
    ? { series: `${plain(registry)}\0${start.prefix}`, first: start.number, last: end.number }
    : { series: `${plain(registry)}\0${from}\0${to}`, first: 0n, last: 0n };
}

/** Certificates in one order, whatever order they came in: by vintage, registry and serial. */
export function inOrder(certificates: readonly Certificate[]): Certificate[] {
  const key = (c: Certificate) =>
    [c.vintage, c.registry, c.serialStart, c.serialEnd, c.site, c.contract, placeOf(c)].join('\0');
  return [...certificates].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function placeOf({ evidence }: Certificate): string {
  return `${evidence.file}\0${String(evidence.at.line ?? 0).padStart(9, '0')}`;
}

/** A certificate whose serials another one, which counts, holds already. */
export interface Repeated {
  readonly certificate: Certificate;
  readonly by: Certificate;
}

/** The certificates that share a serial with one before them, in order of serial. Each serial counts once at most. */
export function repeatedSerials(certificates: readonly Certificate[]): Repeated[] {
  const bySeries = new Map<string, Held[]>();
  for (const certificate of inOrder(certificates)) {
    const range = { ...rangeOf(certificate), certificate };
    const series = bySeries.get(range.series);
    if (series) series.push(range);
    else bySeries.set(range.series, [range]);
  }
  return [...bySeries.values()].flatMap(repeatedInSeries);
}

function repeatedInSeries(ranges: readonly Held[]): Repeated[] {
  const ordered = [...ranges].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const repeated: Repeated[] = [];
  let counts: Held | undefined;
  for (const range of ordered) {
    if (counts && range.first <= counts.last) {
      repeated.push({ certificate: range.certificate, by: counts.certificate });
    } else {
      counts = range;
    }
  }
  return repeated;
}

/** Where serials of a certificate count already, outside of this accounting; undefined where they do not. */
export function usedElsewhere(
  certificate: Certificate,
  used: readonly UsedSerials[],
): UsedSerials | undefined {
  const own = rangeOf(certificate);
  return used.find((other) => {
    const { series, first, last } = rangeOf(other);
    return series === own.series && first <= own.last && own.first <= last;
  });
}
