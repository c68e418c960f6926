import { type Finding, finding } from '../../model/finding.ts';
import type { RefrigerantUse } from '../../model/source-records.ts';
import { type Interval, overlapOf } from '../../model/time.ts';
import { exact, ONE, type Rational, ZERO } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { type Figure, isMissing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { DecisionRecord, FootprintInputs } from '../inputs.ts';
import { activity, constant, product, share, type Step, sum } from '../ledger.ts';
import { potentialOf, warmingPotentials, type WarmingPotentials } from '../warming-potentials.ts';
import { percentText } from '../wording.ts';
import { lacking } from './refrigerant-balance.ts';
import { massOf, type RefrigerantRecords } from './refrigerant-records.ts';
import { isMontreal } from './substances.ts';

/** The decision that small sources are screened: up to which part of the emissions of a site, by which potentials. */
export interface ScreeningRule {
  readonly limit: Rational;
  readonly edition: string;
  readonly record: DecisionRecord;
}

const VALUE = /^(\d+(?:\.\d+)?)\s?% by (\S+)$/;

/** The rule that is decided for a site; undefined where none is, or where it does not read as `5% by AR6-100`. */
export function screeningRule(
  { decisions }: Pick<FootprintInputs, 'decisions'>,
  site: string,
): ScreeningRule | undefined {
  const record = decisions.find(
    ({ decision: { id, site: own } }) => id === 'refrigerant-screening' && (own ?? site) === site,
  );
  const [, percent, edition] = VALUE.exec(record?.decision.value ?? '') ?? [];
  if (!record || percent === undefined || edition === undefined) return undefined;
  const limit = exact(percent).div(exact('100'));
  return limit.gt(ONE) ? undefined : { limit, edition, record };
}

function daysOf({ start, end }: Interval): bigint {
  return BigInt(Math.round((end - start) / 86_400));
}

function daysOfYear(year: number): bigint {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366n : 365n;
}

/** The years of a record within the period: of each month its days, of the days of its year. */
function yearsOf(use: RefrigerantUse, { calendar }: RefrigerantRecords): Step<'1'> | undefined {
  const parts = calendar.months.flatMap((month): Step<'1'>[] => {
    const overlap = overlapOf(use, month);
    if (!overlap) return [];
    const year = month.id.slice(0, 4);
    const days = constant(daysOf(overlap), 'd', `Days in service in ${month.id}`);
    const whole = constant(daysOfYear(Number(year)), 'd', `Days of ${year}`);
    const part = share(days, whole, `Part of ${year} in service in ${month.id}`);
    return part ? [part] : [];
  });
  return parts.length === 0 ? undefined : sum(parts, 'Years in service');
}

function screenedUse(use: RefrigerantUse, records: RefrigerantRecords): Figure<'kg'> | undefined {
  if (!use.leakRate) {
    return lacking(
      records,
      'its charge in service has no leak_rate; state it, or what was topped up',
    );
  }
  const years = yearsOf(use, records);
  if (!years) return undefined;
  const name = `Part of ${use.refrigerant} that leaks in a year`;
  const rate = activity(use.leakRate, '1', name, [use.evidence]);
  const yearly = product<'kg', '1'>(massOf(use), rate, `${use.refrigerant} that leaks in a year`);
  return product<'kg', '1'>(yearly, years, {
    name: `Loss of ${use.refrigerant}, screened`,
    formula: 'charge x part that leaks in a year x years',
    cites: ['The Climate Registry, General Reporting Protocol, screening method'],
  });
}

/** The loss of equipment by its charge: charge x rate x time. */
export function screenedLoss(
  uses: readonly RefrigerantUse[],
  records: RefrigerantRecords,
): Figure<'kg'> | undefined {
  const parts: Step<'kg'>[] = [];
  for (const use of uses) {
    const part = screenedUse(use, records);
    if (part && isMissing(part)) return part;
    if (part) parts.push(part);
  }
  return parts.length === 0
    ? undefined
    : sum(parts, `Loss of ${records.refrigerant}, screened, all equipment`);
}

/** That a charge in service is stated, and neither what was topped up nor that it is screened. */
export function notScreened({ refrigerant }: RefrigerantRecords, use: RefrigerantUse): Finding {
  const message = `A charge of ${refrigerant} in service at ${use.site} is stated, and not what was lost of it; state what was topped up, or decide refrigerant-screening, such as "5% by AR6-100".`;
  return finding('ACC-NO-REFRIGERANTS', 'completeness', message, placeOf(use.evidence));
}

/** The CO2 equivalent of what stands within the scopes; undefined where a mass or potential is missing. */
function equivalentOf(all: readonly Masses[], gwp: WarmingPotentials): Rational | undefined {
  let total = ZERO;
  for (const [gas, figure] of all.flatMap((masses) => [...masses])) {
    if (isMissing(figure)) return undefined;
    if (gas === 'CO2-biogenic' || isMontreal(gas)) continue;
    const rate = gas === 'CO2e' ? undefined : potentialOf(gas, gwp);
    if (rate && isMissing(rate)) return undefined;
    total = total.add(rate ? figure.value.mul(rate.value) : figure.value);
  }
  return total;
}

/**
 * Whether what is screened stays below the limit, held against all direct and location-based emissions of the site: what
 * holds for each site holds for the entity.
 */
export function isSmall(
  { factorSets }: Pick<FootprintInputs, 'factorSets'>,
  { limit, edition, record }: ScreeningRule,
  screened: readonly Masses[],
  others: readonly Masses[],
): Found<boolean> {
  const at = placeOf(record.evidence);
  const gwp = warmingPotentials(edition, factorSets);
  const part = gwp && equivalentOf(screened, gwp);
  const rest = gwp && equivalentOf(others, gwp);
  if (!part || !rest) {
    const why = gwp ? 'a mass or a potential of it is missing' : `no set ${edition} is at hand`;
    const message = `Whether the refrigerants screened are below ${percentText(limit)} cannot be told, since ${why}; they give no figure.`;
    return found(false, finding('ACC-SCREENING', 'completeness', message, at));
  }
  const whole = part.add(rest);
  const is = whole.n === 0n ? ZERO : part.div(whole);
  const isBelow = is.lt(limit);
  const text = `The refrigerants screened are ${percentText(is, 2)} of the direct and location-based emissions of their site by ${edition}`;
  const message = isBelow
    ? `${text}, below the ${percentText(limit)} decided by ${record.decision.by}; they were estimated by charge, rate and time.`
    : `${text}, not below the ${percentText(limit)} decided by ${record.decision.by}; they give no figure. State what was topped up.`;
  return found(
    isBelow,
    finding('ACC-SCREENING', isBelow ? 'quality' : 'completeness', message, at),
  );
}
