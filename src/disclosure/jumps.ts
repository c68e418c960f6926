import type { Disclosure } from '../model/documents/disclosure.ts';
import { type Finding, finding } from '../model/finding.ts';
import { instantOf } from '../model/instant.ts';
import { numberText, percentText } from '../kernel/wording.ts';
import { exact, type Rational } from '../units/rational.ts';
import type { OpenFact } from './open-fact.ts';
import type { PriorFiling } from './prior-facts.ts';

/** What is held against the disclosures before. */
export interface YearOnYear {
  readonly template: string;
  readonly period: Disclosure['period'];
  readonly facts: readonly OpenFact[];
  /** True where the workspace names disclosures of earlier periods. */
  readonly isNamed: boolean;
  /** Those of the same template and site. */
  readonly prior: readonly PriorFiling[];
  /** In percent; absent: the check has no bound. */
  readonly bound: string | undefined;
}

/** Energy, energy and emissions per hash or per energy, and shares. */
const METRICS = /^(energy|efficiency|intensity)\.|^mining\.(equipment-)?energy$|share$|per-kwh$/;
const UNITS = /^J\/TH$|CO2e\/[kMG]Wh$/;
const ENERGY_UNITS = /^([kMGT]?Wh|[MGT]?J)$/;
/** Months and quarters are of one period alone. */
const OF_TIME = ['month', 'quarter', 'year'];
const LEAP = 1;

function isHeld({ definition, dimensions }: OpenFact): boolean {
  if ('filed' in definition.value) return false;
  const metric = 'metric' in definition.value ? definition.value.metric : '';
  const isKind = METRICS.test(metric) || UNITS.test(definition.unit ?? '');
  return isKind && OF_TIME.every((name) => !(name in dimensions));
}

function keyOf(id: string, unit: string | null, dimensions: OpenFact['dimensions']): string {
  return JSON.stringify([id, unit, Object.entries(dimensions).sort()]);
}

function daysIn({ start, end }: Disclosure['period']): number {
  const [from = 0, to = 0] = [start, end].map((day) => instantOf(`${day}T00:00:00Z`));
  return (to - from) / 86_400 + 1;
}

/** The last of the disclosures that end before the period. */
function before({ period, prior }: YearOnYear): PriorFiling | undefined {
  return [...prior]
    .filter((filing) => filing.period.end < period.start)
    .sort((a, b) => (a.period.end < b.period.end ? 1 : -1))[0];
}

interface Pair {
  readonly fact: OpenFact;
  readonly now: Rational;
  readonly then: Rational;
}

function pairsOf({ facts, period }: YearOnYear, filing: PriorFiling): Pair[] {
  const filed = new Map(
    filing.facts.map((fact) => [keyOf(fact.id, fact.unit, fact.dimensions), fact.exact]),
  );
  const isAsLong = Math.abs(daysIn(period) - daysIn(filing.period)) <= LEAP;
  return facts.filter(isHeld).flatMap((fact): Pair[] => {
    const unit = fact.definition.unit ?? null;
    const then = filed.get(keyOf(fact.definition.id, unit, fact.dimensions));
    const isOfTime = ENERGY_UNITS.test(unit ?? '') && !isAsLong;
    if (!fact.step || then === undefined || then === null || isOfTime) return [];
    return [{ fact, now: fact.step.value, then: exact(then) }];
  });
}

function isBeyond({ now, then }: Pair, bound: Rational): boolean {
  return now.sub(then).abs().mul(100n).gt(then.abs().mul(bound));
}

function jump({ fact, now, then }: Pair, bound: string, filed: PriorFiling): Finding {
  const { id, unit } = fact.definition;
  const part = then.n === 0n ? '' : `, ${percentText(now.sub(then).div(then.abs()), 2)}`;
  const dimensions = Object.values(fact.dimensions);
  const of = dimensions.length === 0 ? '' : ` of ${dimensions.join(', ')}`;
  const text = `${fact.label}${of} is ${numberText(now, 6)} ${unit ?? ''} and was ${numberText(then, 6)} in ${filed.path}${part}, beyond the declared ${bound}%; find out why, and say so.`;
  return finding('ACC-JUMP', 'quality', text, { fact: id });
}

function told(text: string): Finding[] {
  return [finding('ACC-JUMP', 'info', text, { entry: 'prior' })];
}

/**
 * Energy, intensities and shares against the disclosure before of the same template: each that differs by more than the
 * declared percentage. Silent where no prior disclosure is named; without a bound the check says that it has none.
 */
export function jumpFindings(of: YearOnYear): Finding[] {
  if (!of.isNamed) return [];
  const filed = before(of);
  const what = `Figures of ${of.template} against the disclosure before`;
  if (!filed)
    return told(
      `${what} could not be checked: prior names none of this template that ends before ${of.period.start}.`,
    );
  const { bound } = of;
  if (bound === undefined)
    return told(
      `${what}, ${filed.path}, were not checked: jump_percent is not declared, so the check has no bound.`,
    );
  const pairs = pairsOf(of, filed);
  if (pairs.length === 0)
    return told(
      `${what}, ${filed.path}, could not be checked: no energy, intensity or share stands in both.`,
    );
  const beyond = pairs.filter((pair) => isBeyond(pair, exact(bound)));
  return beyond.length > 0
    ? beyond.map((pair) => jump(pair, bound, filed))
    : told(
        `${what}, ${filed.path}: none of ${String(pairs.length)} differs by more than ${bound}%.`,
      );
}
