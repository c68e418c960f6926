import { ZERO } from '../../units/rational.ts';
import type { Answer } from '../factors/choose.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { convert, inUnit, type Step, sum } from '../ledger.ts';
import { type MixMonth, mixMonth } from '../renewable-share.ts';
import type { ServedHours } from './columns.ts';
import { dotOf, type MonthLoad } from './load.ts';
import { restOf, servedEnergy, sourceOf } from './location.ts';

/** The hours for which a share of the grid mix is known. */
export interface ServedMix {
  readonly renewable: readonly ServedHours[];
  readonly carbon_free: readonly ServedHours[];
}

type Share = keyof ServedMix;

const KINDS = { renewable: 'Renewable', carbon_free: 'Carbon-free' } as const;
const PARTS = { renewable: 'renewable', carbon_free: 'carbonFree' } as const;

function partOf(
  share: Share,
  energy: Step<'MWh'>,
  loads: readonly MonthLoad[],
  served: readonly ServedHours[],
  annual: Answer | Missing,
  where: string,
): Figure<'MWh'> | undefined {
  const hourly = servedEnergy(loads, served, where);
  if (!hourly) return undefined;
  const name = `${KINDS[share]} energy of the grid mix hour by hour, ${where}`;
  const parts = loads.flatMap((load) =>
    served.flatMap(({ answer, columns }) => {
      const shares = columns.get(share);
      return shares ? [inUnit(dotOf(load, shares, name, sourceOf(answer, share)), 'J')] : [];
    }),
  );
  const known = convert(sum(parts, name), 'MWh');
  const rest = restOf(energy, hourly, where);
  if (!rest) return known;
  const other = mixMonth(rest, annual, where)[PARTS[share]];
  if (isMissing(other)) return other;
  return other.value.equals(ZERO)
    ? known
    : sum([known, other], `${KINDS[share]} energy of the grid mix, ${where}`);
}

/**
 * Renewable and carbon-free energy of the grid mix in a month: the energy of each hour at the share of that hour, the
 * rest at the annual share. Undefined where no hour has a share.
 */
export function hourlyMix(
  energy: Step<'MWh'>,
  loads: readonly MonthLoad[],
  served: ServedMix,
  annual: Answer | Missing,
  where: string,
): MixMonth | undefined {
  const renewable = partOf('renewable', energy, loads, served.renewable, annual, where);
  const carbonFree = partOf('carbon_free', energy, loads, served.carbon_free, annual, where);
  if (!renewable && !carbonFree) return undefined;
  const whole = mixMonth(energy, annual, where);
  return {
    renewable: renewable ?? whole.renewable,
    carbonFree: carbonFree ?? whole.carbonFree,
  };
}
