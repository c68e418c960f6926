import type { GridSeries } from '../../model/source-records.ts';
import { type AmountAt, amountsOf, firstKnown, type HourSpan } from './amounts.ts';
import type { Import } from './mixing.ts';

/** Interchange between zones, hour by hour. */
export interface Flows {
  /** Zones with which a zone exchanges energy; none where the file holds no interchange of it. */
  readonly neighboursOf: (area: string) => readonly string[];
  /** What a zone takes in; undefined where one of its borders is not known. */
  readonly importsOf: (area: string, hour: number) => readonly Import[] | undefined;
}

/** How a series of interchange is meant: net out of its zone, below zero for what it takes in; or one way to its neighbour. */
export type FlowKind = 'net' | 'one-way';

type Borders = ReadonlyMap<string, ReadonlyMap<string, AmountAt>>;

function bordersOf(all: readonly GridSeries[], span: HourSpan): Borders {
  const borders = new Map<string, Map<string, AmountAt>>();
  for (const { area, quantity, of, points } of all) {
    if (quantity !== 'interchange' || of === undefined) continue;
    const own = borders.get(area) ?? new Map<string, AmountAt>();
    const known = own.get(of);
    const amountAt = amountsOf(points, span);
    borders.set(area, own.set(of, known ? firstKnown([known, amountAt]) : amountAt));
  }
  return borders;
}

function neighbours(borders: Borders): ReadonlyMap<string, readonly string[]> {
  const pairs = [...borders].flatMap(([area, own]) => [...own.keys()].map((of) => [area, of]));
  const all = new Map<string, Set<string>>();
  for (const [a = '', b = ''] of pairs) {
    all.set(a, (all.get(a) ?? new Set()).add(b));
    all.set(b, (all.get(b) ?? new Set()).add(a));
  }
  return new Map([...all].map(([area, set]) => [area, [...set].sort()]));
}

/** What comes in from a neighbour as the importing zone states it, else as its neighbour does. */
function netImport(borders: Borders, area: string, from: string, hour: number): bigint | undefined {
  const own = borders.get(area)?.get(from)?.(hour);
  return own === undefined ? borders.get(from)?.get(area)?.(hour) : -own;
}

/** What flows one way; nothing where no series tells of that way at all. */
function oneWayImport(
  borders: Borders,
  area: string,
  from: string,
  hour: number,
): bigint | undefined {
  const series = borders.get(from)?.get(area);
  return series ? series(hour) : 0n;
}

/** The interchange that the series tell of. */
export function flowsOf(all: readonly GridSeries[], span: HourSpan, kind: FlowKind): Flows {
  const borders = bordersOf(all, span);
  const around = neighbours(borders);
  const importOf = kind === 'net' ? netImport : oneWayImport;
  const neighboursOf = (area: string) => around.get(area) ?? [];
  return {
    neighboursOf,
    importsOf(area, hour) {
      const amounts = neighboursOf(area).map((from) => ({
        from,
        amount: importOf(borders, area, from, hour),
      }));
      const known = amounts.filter((one): one is Import => one.amount !== undefined);
      if (known.length < amounts.length) return undefined;
      return known.filter(({ amount }) => amount > 0n);
    },
  };
}
