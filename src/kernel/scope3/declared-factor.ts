import type { RowFactor, Scope3Factor } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Evidence } from '../../model/records.ts';
import { per } from '../../units/quantity.ts';
import { exact, ZERO } from '../../units/rational.ts';
import { meaningOf } from '../../units/unit.ts';

import { isNewer, isOfYear, nearestYears } from '../factors/candidates.ts';
import type { Answer } from '../factors/choose.ts';
import { massesOf } from '../factors/masses.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import { convert, declared, product, type Step } from '../ledger.ts';
import { placeOf } from '../energy/split-by-days.ts';

/** An amount to which a factor is to be applied. */
export interface Applied {
  /** Id of the factor under scope3.factors. */
  readonly factor: string;
  readonly amount: Step;
  readonly year: number;
  /** What the amount is, for a reader and in messages. */
  readonly what: string;
  readonly evidence: Evidence;
}

/** The masses that an amount causes by a declared factor, and what was declared of that. */
export interface Caused {
  readonly masses: Masses | Missing;
  readonly quality?: Step<'1'>;
  readonly uncertainty?: Step<'%'>;
}

const CITES = ['GHG Protocol Scope 3 Standard, chapter 7'];
/** Rows that state no mass of an activity. */
const OTHER_USES: ReadonlySet<Answer['row']['answers']['use']> = new Set<
  Answer['row']['answers']['use']
>(['gwp', 'mix', 'loss', 'slip', 'marginal', 'cross-check']);

function lacking({ what, evidence }: Applied, why: string): Missing {
  const message = `No emission is given for ${what}: ${why}.`;
  return { missing: finding('ACC-SCOPE3-FACTOR', 'critical', message, placeOf(evidence)) };
}

/** The amount in the unit of its factor; missing where the two measure different things. */
function inUnitOf(applied: Applied, unit: string): Step | Missing {
  const { amount } = applied;
  if (amount.unit === unit) return amount;
  const kind = meaningOf(unit)?.kind;
  if (kind === undefined || meaningOf(amount.unit)?.kind !== kind) {
    return lacking(
      applied,
      `it is in ${amount.unit}, and the factor ${applied.factor} is per ${unit}; state both in one unit`,
    );
  }
  return convert(amount, unit);
}

type Stated = Exclude<Scope3Factor, RowFactor>;

/** What a supplier or a proxy states: one rate of CO2e. */
function atStatedRate(applied: Applied, factor: Stated, evidence: Evidence): Masses | Missing {
  const rate = exact(factor.co2e_kg);
  if (rate.lt(ZERO)) {
    return lacking(applied, `the factor ${factor.id} is ${factor.co2e_kg}, which is below zero`);
  }
  const amount = inUnitOf(applied, factor.per);
  if (isMissing(amount)) return amount;
  const unit = per('kg CO2e', factor.per);
  const cites = [factor.kind === 'supplier' ? factor.evidence : factor.source];
  const by = factor.kind === 'supplier' ? 'as its supplier states it' : 'a declared proxy';
  const name = `Emissions per ${factor.per}, ${factor.id}, ${by}`;
  const step = declared<string>(rate, unit, { name, cites }, [evidence]);
  const note = {
    name: `CO2e, ${applied.what}`,
    formula: 'quantity x emission factor',
    cites: CITES,
  };
  return new Map([['CO2e', product<string, string>(amount, step, note)]]);
}

/** The rows of that id, the publisher's newest edition first. */
function rowsOf({ publisher, row: id }: RowFactor, { factorSets }: FootprintInputs): Answer[] {
  return factorSets
    .filter((set) => set.publisher === publisher)
    .sort((a, b) => (isNewer(b, a) ? 1 : -1))
    .flatMap((set) =>
      set.rows
        .filter(({ id: own, answers }) => own === id && !OTHER_USES.has(answers.use))
        .map((row) => ({ set, row })),
    );
}

function remarks(applied: Applied, { set, row }: Answer): Finding[] {
  const name = `${set.title}, row ${row.id}`;
  const at = placeOf(applied.evidence);
  const { year = applied.year } = row.answers;
  const other = `For ${String(applied.year)} the factor of ${String(year)} was used of ${name}, since none of ${String(applied.year)} is at hand.`;
  const unverified = `The factor of ${name} stands from memory; check it against ${row.source.document}.`;
  return [
    ...(year === applied.year ? [] : [finding('ACC-FACTOR-OTHER-YEAR', 'quality', other, at)]),
    ...(row.grade === 'M' ? [finding('ACC-FACTOR-UNVERIFIED', 'quality', unverified, at)] : []),
  ];
}

function atRow(
  applied: Applied,
  factor: RowFactor,
  inputs: FootprintInputs,
): Found<Masses | Missing> {
  const rows = rowsOf(factor, inputs);
  const { earlier } = nearestYears(rows, applied.year);
  const isEarlierAllowed = inputs.factors.other_year !== 'refuse';
  const answer =
    rows.find((row) => isOfYear(row, applied.year)) ?? (isEarlierAllowed ? earlier : undefined);
  if (!answer) {
    const why = `no set of ${factor.publisher} holds a row ${factor.row} for ${String(applied.year)}; add the set, or declare another factor`;
    const gap = lacking(applied, why);
    return found(gap);
  }
  const amount = inUnitOf(applied, answer.row.per);
  if (isMissing(amount)) return found(amount);
  return found(massesOf(amount, answer, applied.what), remarks(applied, answer));
}

function scoreOf({ id, quality }: Scope3Factor, evidence: Evidence): Step<'1'> {
  const name = `Data quality of ${id}, 1 to 5, as declared`;
  return declared(exact(BigInt(quality)), '1', name, [evidence]);
}

function rangeOf(factor: Scope3Factor, evidence: Evidence): Pick<Caused, 'uncertainty'> {
  const { id, uncertainty_percent: percent } = factor;
  if (percent === undefined) return {};
  const name = `Uncertainty of ${id}, half the 95% range, as declared`;
  return { uncertainty: declared(exact(percent), '%', name, [evidence]) };
}

/** The masses that an amount causes by the declared factor of an id; missing, with the reason, where there is none. */
export function causedBy(applied: Applied, inputs: FootprintInputs): Found<Caused> {
  const { scope3 } = inputs;
  const factor = scope3?.statement.factors?.find(({ id }) => id === applied.factor);
  if (!scope3 || !factor) {
    const why = `there is no factor ${applied.factor} under scope3.factors; declare it`;
    return found({ masses: lacking(applied, why) });
  }
  const evidence = { ...scope3.evidence, at: { element: `scope3.factors.${factor.id}` } };
  const masses =
    factor.kind === 'row'
      ? atRow(applied, factor, inputs)
      : found(atStatedRate(applied, factor, evidence));
  const value = {
    masses: masses.value,
    quality: scoreOf(factor, evidence),
    ...rangeOf(factor, evidence),
  };
  return found(value, masses.findings);
}
