import { type Finding, finding } from '../../model/finding.ts';
import type { FleetUnit } from '../../model/records.ts';
import { type Interval, overlapOf } from '../../model/time.ts';
import { type Rational, ratio, sumOf } from '../../units/rational.ts';
import type { SiteFootprint } from '../footprint.ts';
import { isMissing } from '../figure.ts';
import type { SiteInputs } from '../inputs.ts';
import { convert } from '../ledger.ts';
import { numberText } from '../wording.ts';
import { BOUNDS } from './bounds.ts';
import { noIndependentData } from './no-independent-data.ts';

function isOutside(value: Rational, [low, high]: readonly [Rational, Rational]): boolean {
  return value.lt(low) || value.gt(high);
}

function outOfBounds(site: string, value: Rational): Finding[] {
  const { hard, soft } = BOUNDS.joulesPerTerahash;
  const isHard = isOutside(value, hard);
  if (!isHard && !isOutside(value, soft)) return [];
  const [low, high] = isHard ? hard : soft;
  const verdict = isHard ? 'no machine does that' : 'few machines do that';
  return [
    finding(
      'ACC-J-PER-TH',
      isHard ? 'critical' : 'quality',
      `${site} used ${numberText(value, 3)} J/TH, outside ${numberText(low)} to ${numberText(high)} J/TH: ${verdict}; check the units of energy and hashrate, and what stands behind the meter.`,
      { entry: `sites.${site}` },
    ),
  ];
}

/** Rated power over rated hashrate of the fleet, weighted by time in service, in J/TH; undefined without a fleet. */
export function nameplateOf(fleet: readonly FleetUnit[], period: Interval): Rational | undefined {
  const served = fleet.flatMap(({ count, hashrateThs, powerW, from, to }) => {
    const service = overlapOf({ start: from, end: to ?? period.end }, period);
    const seconds = service && ratio(BigInt(service.end - service.start) * count);
    return seconds ? [{ energy: powerW.mul(seconds), hashes: hashrateThs.mul(seconds) }] : [];
  });
  const hashes = sumOf(served.map((each) => each.hashes));
  return hashes.n === 0n ? undefined : sumOf(served.map((each) => each.energy)).div(hashes);
}

function againstNameplate(inputs: SiteInputs, value: Rational): Finding[] {
  const { id } = inputs.site;
  const nameplate = nameplateOf(inputs.fleet, inputs.calendar);
  if (!nameplate || nameplate.n === 0n) {
    return [
      noIndependentData(
        `Energy per hash of ${id} against the rating of its fleet`,
        'its fleet is not stated',
      ),
    ];
  }
  const times = value.div(nameplate);
  const numbers = `${numberText(value, 3)} J/TH measured, ${numberText(nameplate, 3)} J/TH rated, ratio ${numberText(times, 3)}`;
  if (!isOutside(times, BOUNDS.nameplate)) return [];
  return [
    finding(
      'ACC-J-PER-TH',
      'quality',
      `${id}: ${numbers}, outside 0.80 to 1.35; either other load stands behind the meter or hashrate is missing.`,
      { entry: `sites.${id}` },
    ),
  ];
}

/**
 * Joules per terahash by energy and observed hashes of the months that have both. Hashes that were filled by the meter
 * say nothing of the meter, so none is in it.
 */
function observedEfficiency({ months }: SiteFootprint): Rational | undefined {
  const parts = months.flatMap(({ uses, hashes }) => {
    const energy = isMissing(uses) ? undefined : uses.get('mining');
    return energy && hashes && !isMissing(hashes)
      ? [{ joules: convert(energy, 'J').value, hashes: hashes.observed.value }]
      : [];
  });
  const hashes = sumOf(parts.map((part) => part.hashes));
  return hashes.n === 0n ? undefined : sumOf(parts.map(({ joules }) => joules)).div(hashes);
}

/** Measured energy per hash against what machines can do, and against the rating of this fleet. */
export function energyPerHash(inputs: SiteInputs, site: SiteFootprint): Finding[] {
  const { id } = site.site;
  if (site.algorithm === undefined) return [];
  const value = observedEfficiency(site);
  if (!value)
    return [
      noIndependentData(`Energy per hash of ${id}`, 'energy of mining or hashes are not known'),
    ];
  const bounded = site.algorithm === 'sha256' ? outOfBounds(id, value) : [];
  return [...bounded, ...againstNameplate(inputs, value)];
}
