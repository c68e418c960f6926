import { type Figure, isMissing } from '../figure.ts';
import type { Masses } from '../footprint.ts';
import { product, share, type Step } from '../ledger.ts';
import type { MixMonth } from '../renewable-share.ts';
import type { HourlyLocation } from './result.ts';

/** The part of what a site's connections took in that a figure is of; undefined where it is the whole. */
export function ownPart(
  used: Step<'MWh'>,
  bought: Step<'MWh'>,
  where: string,
): Step<'1'> | undefined {
  if (used.value.equals(bought.value)) return undefined;
  const name = `Part of the energy of the connections that is its own, ${where}`;
  return share(used, bought, { name, formula: 'energy used / energy of the connections' });
}

function partOfMasses(masses: Masses, part: Step<'1'>): Masses {
  return new Map(
    [...masses].map(([gas, figure]) => [
      gas,
      isMissing(figure) ? figure : product<string, '1'>(figure, part, `${figure.name}, own part`),
    ]),
  );
}

/** Masses of the connections at the part that is the site's own: what is passed on has the hours of the whole. */
export function partOfLocation(
  { masses, served }: HourlyLocation,
  part: Step<'1'> | undefined,
): HourlyLocation {
  if (!part) return { masses, served };
  return {
    masses: isMissing(masses) ? masses : partOfMasses(masses, part),
    served: product(served, part, `${served.name}, own part`),
  };
}

/** The same of the grid mix. */
export function partOfMix(
  { renewable, carbonFree }: MixMonth,
  part: Step<'1'> | undefined,
): MixMonth {
  const own = (figure: Figure<'MWh'>): Figure<'MWh'> =>
    part && !isMissing(figure) ? product(figure, part, `${figure.name}, own part`) : figure;
  return { renewable: own(renewable), carbonFree: own(carbonFree) };
}
