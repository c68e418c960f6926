import { type Finding, finding } from '../model/finding.ts';
import type { Interval, Month } from '../model/time.ts';
import { exact, sumOf, ZERO } from '../units/rational.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import { fleetSpans, secondsOf } from './fleet.ts';
import type { HashMonth, RatedMonth } from './footprint.ts';
import type { HashColumns, SiteInputs } from './inputs.ts';
import { columnSum, convert, difference, inUnit, product, type Step, sum } from './ledger.ts';
import { percentText } from './wording.ts';

const ESTIMATED_BELOW = exact('0.95');
const NOT_MEASURED_BELOW = exact('0.80');

function noFleet(site: string): Missing {
  return {
    missing: finding(
      'ACC-FLEET-DATA',
      'completeness',
      `The fleet of ${site} is not stated, so its rated hashrate is not known; add an input of kind fleet.`,
      { entry: `sites.${site}` },
    ),
  };
}

function coveredIn(columns: HashColumns, span: Interval, where: string): Step<'s'> {
  const name = `Seconds for which hashrate is known, ${where}`;
  return inUnit(columnSum(columns.seconds, span, name), 's');
}

/** What the fleet would at most have computed while nothing was recorded. */
function unseen(columns: HashColumns, { site, fleet }: SiteInputs, month: Month): Step<'TH'>[] {
  return fleetSpans(fleet, month).flatMap(({ rate, ...span }) => {
    const gap = difference(
      secondsOf(span),
      coveredIn(columns, span, `${site.id}, ${month.id}`),
      `Seconds without hashrate, ${site.id}, ${month.id}`,
    );
    if (!rate || gap.value.lte(ZERO)) return [];
    return [product(gap, rate, `Rated hashes while nothing was recorded, ${site.id}, ${month.id}`)];
  });
}

/** Hashes of a month: as observed, never scaled up; at most, with the rated fleet for the time without data. */
export function hashMonth(columns: HashColumns, inputs: SiteInputs, month: Month): HashMonth {
  const where = `${inputs.site.id}, ${month.id}`;
  const observed = columnSum(columns.volume, month, `Hashes observed, ${where}`);
  const volume = convert(inUnit(observed, 'GH'), 'TH');
  const upper: Figure<'TH'> =
    inputs.fleet.length === 0
      ? noFleet(inputs.site.id)
      : sum([volume, ...unseen(columns, inputs, month)], `Hashes at most, ${where}`);
  return { volume, covered: coveredIn(columns, month, where), duration: secondsOf(month), upper };
}

/** What the fleet computes at its rating in a month; missing where no machine is listed. */
export function ratedMonth(inputs: SiteInputs, month: Month): RatedMonth | Missing {
  const where = `${inputs.site.id}, ${month.id}`;
  const parts = fleetSpans(inputs.fleet, month).flatMap(({ rate, ...span }) =>
    rate ? [product(secondsOf(span), rate, `Hashes of the fleet at its rating, ${where}`)] : [],
  );
  if (parts.length === 0) return noFleet(inputs.site.id);
  return {
    volume: sum(parts, `Hashes of the fleet at its rating, ${where}`),
    duration: secondsOf(month),
  };
}

/** What is to be said of how much of the period hashrate is known for. */
export function coverageFindings(
  { site, hashes }: SiteInputs,
  months: readonly (HashMonth | Missing | undefined)[],
): Finding[] {
  const known = months.flatMap((month) => (month && !isMissing(month) ? [month] : []));
  const seconds = sumOf(known.map(({ duration }) => duration.value));
  if (seconds.n === 0n) return [];
  const coverage = sumOf(known.map(({ covered }) => covered.value)).div(seconds);
  if (coverage.gte(ESTIMATED_BELOW)) return [];
  const verdict = coverage.lt(NOT_MEASURED_BELOW)
    ? 'figures per hash may not be called measured'
    : 'figures per hash are estimated';
  return [
    finding(
      'ACC-HASH-COVERAGE',
      'quality',
      `Hashrate of ${site.id} is known for ${percentText(coverage)} of the period; ${verdict} until the missing hours are added.`,
      hashes?.volume.inputs[0] ? { file: hashes.volume.inputs[0].file } : {},
    ),
  ];
}

/** Why a site that mines has no figure per hash. */
export function noHashes(site: string): Missing {
  return {
    missing: finding(
      'ACC-NO-HASHES',
      'completeness',
      `Site ${site} has no hashrate; add an input of kind hashrate, or state that its energy serves another use than mining.`,
      { entry: `sites.${site}` },
    ),
  };
}
