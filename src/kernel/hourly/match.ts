import type { HourColumn } from '../../model/column.ts';
import type { Month } from '../../model/time.ts';
import {
  columnMinimumSum,
  columnSum,
  constant,
  convert,
  difference,
  inUnit,
  type Step,
  sum,
} from '../ledger.ts';
import type { Layer, Layers } from './layers.ts';
import type { HourlyMonth, HourlyStorage, HourlySupply } from './result.ts';
import type { Supply } from './supplies.ts';

/** Columns of a site's matching. */
export interface Matching extends Layers {
  /** Seconds of each hour of which the whole load is covered; undefined where nothing was contracted. */
  readonly met: HourColumn | undefined;
  /** What was taken out of the hours of charge, and what was released for it. */
  readonly storage: { readonly cancelled: HourColumn; readonly released: HourColumn } | undefined;
}

/** A supply of a month, with the columns that it comes from. */
export interface MatchedLayer extends HourlySupply {
  readonly supply: Supply;
}

/** A month's matching, before what the grid and the draft method make of it. */
export type MatchedMonth = Omit<HourlyMonth, 'supplies' | 'withGrid' | 'draft'> & {
  readonly supplies: readonly MatchedLayer[];
};

const FORMULA = 'sum over the hours of the smaller of open load and contracted energy';

function megawattHours(column: HourColumn, month: Month, name: string): Step<'MWh'> {
  return convert(inUnit(columnSum(column, month, name), 'J'), 'MWh');
}

function matchedLayer({ supply, open }: Layer, month: Month, where: string): MatchedLayer {
  const { source, contract, technology, column, id } = supply;
  const matched = columnMinimumSum(open, column, month, {
    name: `Load that ${id} covered in its hour, ${where}`,
    formula: FORMULA,
  });
  return {
    supply,
    source,
    ...(contract !== undefined && { contract }),
    technology,
    energy: megawattHours(column, month, `Contracted under ${id}, ${where}`),
    matched: convert(inUnit(matched, 'J'), 'MWh'),
  };
}

/** The matched energy of supplies; zero where there are none. */
function added(supplies: readonly MatchedLayer[], name: string): Step<'MWh'> {
  return supplies.length === 0
    ? constant('0', 'MWh', `${name}: none was contracted`)
    : sum(
        supplies.map(({ matched }) => matched),
        name,
      );
}

function storageOf({ storage }: Matching, month: Month, where: string): HourlyStorage | undefined {
  return (
    storage && {
      cancelled: megawattHours(
        storage.cancelled,
        month,
        `Contracted energy taken in by the store and given out or lost, ${where}`,
      ),
      released: megawattHours(
        storage.released,
        month,
        `Given out by the store of contracted energy, ${where}`,
      ),
    }
  );
}

function contractedOf(
  supplies: readonly MatchedLayer[],
  storage: HourlyStorage | undefined,
  where: string,
): Step<'MWh'> {
  const name = `Contracted energy, ${where}`;
  if (supplies.length === 0) return constant('0', 'MWh', `${name}: none`);
  const all = sum(
    supplies.map(({ energy }) => energy),
    name,
  );
  return storage
    ? difference(all, storage.cancelled, `${name}, less what the store took in for its releases`)
    : all;
}

function hoursMet({ met }: Matching, month: Month, where: string): Step<'h'> {
  const name = `Hours whose whole load was covered, ${where}`;
  if (!met) return constant('0', 'h', `${name}: nothing was contracted`);
  return convert(inUnit(columnSum(met, month, name), 's'), 'h');
}

/** What was contracted in a month against the load of the same hours. */
export function matchedMonth(matching: Matching, month: Month, site: string): MatchedMonth {
  const where = `${site}, ${month.id}`;
  const supplies = matching.layers.map((layer) => matchedLayer(layer, month, where));
  const load = megawattHours(matching.load, month, `Load hour by hour, ${where}`);
  const storage = storageOf(matching, month, where);
  const contracted = contractedOf(supplies, storage, where);
  const matched = added(supplies, `Load covered in its hour, ${where}`);
  const of = (test: (supply: Supply) => boolean) => supplies.filter(({ supply }) => test(supply));
  return {
    load,
    contracted,
    supplies,
    matched,
    carbonFree: added(
      of(({ isCarbonFree }) => isCarbonFree),
      `Load that carbon-free energy covered in its hour, ${where}`,
    ),
    renewable: added(
      of(({ isRenewable }) => isRenewable),
      `Load that renewable energy covered in its hour, ${where}`,
    ),
    surplus: difference(contracted, matched, `Contracted beyond the load of its hour, ${where}`),
    leftover: difference(load, matched, `Load that nothing covered in its hour, ${where}`),
    met: hoursMet(matching, month, where),
    ...(storage && { storage }),
  };
}
