import { type Finding, finding } from '../model/finding.ts';
import type { Interval, Month } from '../model/time.ts';
import { exact, type Rational, sumOf, ZERO } from '../units/rational.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import { fleetSpans, secondsOf } from './fleet.ts';
import type { FillRule, HashFill, HashMonth, RatedMonth } from './footprint.ts';
import type { HashColumns, HashLimits, SiteInputs } from './inputs.ts';
import {
  columnSum,
  convert,
  difference,
  inUnit,
  maximum,
  product,
  type Step,
  sum,
} from './ledger.ts';
import { countText, listText, numberText, percentText } from './wording.ts';

const LIMITS: HashLimits = { estimatedBelow: exact('0.95'), notMeasuredBelow: exact('0.80') };

/** What figures per hash may be called, by the part of the time for which hashrate is known. */
export type HashLabel = 'measured' | 'estimated' | 'not-measured';

/** The label of a coverage: below the second limit nothing per hash may be called measured. */
export function hashLabel(
  coverage: Rational,
  { estimatedBelow, notMeasuredBelow }: HashLimits = LIMITS,
): HashLabel {
  if (coverage.lt(notMeasuredBelow)) return 'not-measured';
  return coverage.lt(estimatedBelow) ? 'estimated' : 'measured';
}

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

function mostOf(
  observed: Step<'TH'>,
  volume: Step<'TH'>,
  gaps: readonly Step<'TH'>[],
  where: string,
): Step<'TH'> {
  const rated = sum([observed, ...gaps], `Hashes at most, ${where}`);
  // a fill may pass the rating: machines that are clocked up, or a fleet that is not listed whole
  return volume.value.gt(rated.value)
    ? maximum(rated, volume, `Hashes at most, ${where}, not less than those given`)
    : rated;
}

/** Hashes of a month: as observed, never scaled up, and filled; at most, with the rated fleet for the time without data. */
export function hashMonth(
  columns: HashColumns,
  inputs: SiteInputs,
  month: Month,
  fills: readonly HashFill[],
): HashMonth {
  const where = `${inputs.site.id}, ${month.id}`;
  const cells = columnSum(columns.volume, month, `Hashes observed, ${where}`);
  const observed = convert(inUnit(cells, 'GH'), 'TH');
  const filled = fills.map((fill) => fill.volume);
  const volume = sum([observed, ...filled], `Hashes observed or filled, ${where}`);
  const upper: Figure<'TH'> =
    inputs.fleet.length === 0
      ? noFleet(inputs.site.id)
      : mostOf(observed, volume, unseen(columns, inputs, month), where);
  const covered = coveredIn(columns, month, where);
  return { volume, observed, fills, covered, duration: secondsOf(month), upper };
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

function limitsText({ estimatedBelow, notMeasuredBelow }: HashLimits): string {
  return `${percentText(estimatedBelow)} and ${percentText(notMeasuredBelow)}`;
}

/** What is to be said of how much of the period hashrate is known for. */
export function coverageFindings(
  { site, hashes }: SiteInputs,
  months: readonly (HashMonth | Missing | undefined)[],
  limits: HashLimits = LIMITS,
): Finding[] {
  const known = months.flatMap((month) => (month && !isMissing(month) ? [month] : []));
  const seconds = sumOf(known.map(({ duration }) => duration.value));
  if (seconds.n === 0n) return [];
  const coverage = sumOf(known.map(({ covered }) => covered.value)).div(seconds);
  const label = hashLabel(coverage, limits);
  if (label === 'measured') return [];
  const verdict =
    label === 'not-measured'
      ? 'figures per hash may not be called measured'
      : 'figures per hash are estimated';
  const by = limits === LIMITS ? '' : `, by the declared limits of ${limitsText(limits)},`;
  return [
    finding(
      'ACC-HASH-COVERAGE',
      'quality',
      `Hashrate of ${site.id} is known for ${percentText(coverage)} of the period; ${verdict}${by} until the missing hours are added.`,
      hashes?.volume.inputs[0] ? { file: hashes.volume.inputs[0].file } : {},
    ),
  ];
}

const RULES: Readonly<Record<FillRule, string>> = {
  meter: 'by metered energy',
  shares: 'by pool shares',
  linear: 'by the hours beside them',
  coins: 'by coins',
};

/** What is to be said of hashes that were not observed but derived, rule by rule. */
export function fillFindings(
  { site, hashes }: SiteInputs,
  months: readonly (HashMonth | Missing | undefined)[],
): Finding[] {
  const known = months.flatMap((month) => (month && !isMissing(month) ? [month] : []));
  const fills = known.flatMap((month) => month.fills);
  if (fills.length === 0) return [];
  const parts = (Object.keys(RULES) as FillRule[]).flatMap((rule) => {
    const own = fills.filter((fill) => fill.rule === rule);
    const total = sumOf(own.map(({ volume }) => volume.value));
    return own.length === 0
      ? []
      : [`${countText(own.length, 'gap')} ${RULES[rule]} (${numberText(total, 0)} TH)`];
  });
  const all = sumOf(known.map(({ volume }) => volume.value));
  const filled = sumOf(fills.map(({ volume }) => volume.value));
  const part = all.n === 0n ? '0%' : percentText(filled.div(all), 3);
  return [
    finding(
      'ACC-HASH-FILLED',
      'info',
      `Hashes of ${site.id} without data were derived: ${listText(parts)}, ${part} of its hashes; add the missing hashrate to have them measured.`,
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
