import type { EnergyByMonth } from '../model/sheet.ts';
import { FAINT_SOURCES, SOURCE_ORDER } from './tokens.ts';

type Series = EnergyByMonth['series'][number];

/** One series of the chart with the floor and top of its part in each month; null where it has no data. */
export interface Stack {
  readonly series: Series;
  readonly hasEdge: boolean;
  /** Hatched neighbours slant opposite ways. */
  readonly slant: 'rising' | 'falling';
  readonly parts: readonly ({ readonly floor: number; readonly top: number } | null)[];
}

/** Stacks from the bottom upwards, and the month totals that they add up to. */
export interface Stacks {
  readonly stacks: readonly Stack[];
  /** Sum of the known parts; null where no series has data. */
  readonly totals: readonly (number | null)[];
  /** Months in which at least one series has no data. */
  readonly incomplete: readonly boolean[];
}

/** Under this share of all energy a source stands in the table only. */
const LEAST_SHARE = 0.005;

/**
 * The series in stack order (backed before not backed, then the order of the sources) on top of each other. Drawing
 * coordinates only: the disclosed figures stand in the tables.
 */
export function stackEnergy({ months, series }: EnergyByMonth): Stacks {
  const shown = visible(series).sort((a, b) => rank(a) - rank(b));
  const heights = months.map(() => 0);
  let hatched = 0;
  const stacks = shown.map((one) => {
    const parts = months.map((_, month) => {
      const value = drawn(one, month);
      if (value === null) return null;
      const floor = heights[month] ?? 0;
      heights[month] = floor + value;
      return { floor, top: floor + value };
    });
    if (!one.isBacked) hatched += 1;
    return {
      series: one,
      hasEdge: !one.isBacked || FAINT_SOURCES.has(one.source),
      slant: hatched % 2 === 1 ? ('rising' as const) : ('falling' as const),
      parts,
    };
  });
  return {
    stacks,
    totals: months.map((_, month) =>
      stacks.some(({ parts }) => parts[month]) ? (heights[month] ?? 0) : null,
    ),
    incomplete: months.map((_, month) => shown.some((one) => drawn(one, month) === null)),
  };
}

function visible(series: readonly Series[]): Series[] {
  const sums = series.map(({ values }) => values.reduce((sum, value) => sum + Number(value), 0));
  const all = sums.reduce((a, b) => a + b, 0);
  return series.filter((_, i) => all === 0 || (sums[i] ?? 0) / all >= LEAST_SHARE);
}

function rank({ isBacked, source }: Series): number {
  return (isBacked ? 0 : SOURCE_ORDER.length) + SOURCE_ORDER.indexOf(source);
}

function drawn({ values }: Series, month: number): number | null {
  const value = values[month] ?? null;
  return value === null ? null : Math.max(0, Number(value));
}
