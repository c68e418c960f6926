import type { Answer } from '../factors/choose.ts';
import { addedMasses, massesOf } from '../factors/masses.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../footprint.ts';
import { convert, difference, inUnit, type Step, sum } from '../ledger.ts';
import { ZERO } from '../../units/rational.ts';
import type { ServedHours } from './columns.ts';
import { dotOf, type MonthLoad } from './load.ts';
import type { HourlyLocation } from './result.ts';
import { type HourlyAnswer, hourlyGases, type HourlyField } from './rows.ts';

/** What a step over hours says of the row whose values it takes. */
export function sourceOf(
  { set, row }: HourlyAnswer,
  field: HourlyField,
): Pick<Step, 'factor' | 'cites'> {
  const { document, table, cell } = row.source;
  return {
    cites: [[document, table, cell].filter((part) => part !== undefined).join(', ')],
    factor: {
      publisher: set.publisher,
      edition: set.edition,
      row: row.id,
      field: `hourly.${field}`,
      grade: row.grade,
    },
  };
}

/** The energy of a month's loads in the hours that rows serve; undefined where they serve none of it. */
export function servedEnergy(
  loads: readonly MonthLoad[],
  served: readonly ServedHours[],
  where: string,
): Step<'MWh'> | undefined {
  const parts = loads.flatMap((load) =>
    served.map(({ mask }) => dotOf(load, mask, `Energy in hours with an hourly factor, ${where}`)),
  );
  const some = parts.filter(({ value }) => !value.equals(ZERO)).map((part) => inUnit(part, 'J'));
  if (some.length === 0) return undefined;
  return convert(sum(some, `Energy in hours with an hourly factor, ${where}`), 'MWh');
}

/** The energy of a month that no hourly factor serves; undefined where none is left. */
export function restOf(
  energy: Step<'MWh'>,
  served: Step<'MWh'>,
  where: string,
): Step<'MWh'> | undefined {
  const rest = difference(energy, served, `Energy at the annual factor, ${where}`);
  return rest.value.equals(ZERO) ? undefined : rest;
}

function hourlyMasses(
  loads: readonly MonthLoad[],
  { answer, columns }: ServedHours,
  where: string,
): Masses[] {
  return loads.map(
    (load) =>
      new Map(
        hourlyGases(answer).flatMap(([field, gas]) => {
          const rates = columns.get(field);
          const name = `${gas} hour by hour, ${where}`;
          return rates ? [[gas, dotOf(load, rates, name, sourceOf(answer, field))] as const] : [];
        }),
      ),
  );
}

/**
 * Location-based masses of a month, gas by gas: the energy of each hour at the factor of that hour, and what hourly
 * factors do not serve at the annual one. Undefined where they serve none of it.
 *
 * @see GHG Protocol Scope 2 Guidance, chapter 6
 */
export function hourlyLocation(
  energy: Step<'MWh'>,
  loads: readonly MonthLoad[],
  served: readonly ServedHours[],
  annual: Answer | Missing,
  where: string,
): HourlyLocation | undefined {
  const hourly = servedEnergy(loads, served, where);
  if (!hourly) return undefined;
  const rest = restOf(energy, hourly, where);
  if (rest && isMissing(annual)) return { masses: annual, served: hourly };
  const others =
    rest && !isMissing(annual) ? [massesOf(rest, annual, `at the annual factor, ${where}`)] : [];
  const parts = served.flatMap((each) => hourlyMasses(loads, each, where));
  return { masses: addedMasses([...parts, ...others], where), served: hourly };
}
