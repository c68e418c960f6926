import type { Finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { fuelAmount } from '../combustion/amounts.ts';
import { correctedLines } from '../combustion/corrections.ts';
import { type FuelPart, lineName } from '../combustion/part.ts';
import { inOrder } from '../combustion.ts';
import { placeOf, splitByDays } from '../energy/split-by-days.ts';
import { type Answer, chooseFactor } from '../factors/choose.ts';
import { canBecome } from '../factors/fuel-ways.ts';
import { massesOf } from '../factors/masses.ts';
import { type MonthlyAnswers, monthlyFactors, yearOf } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { causedBy } from './declared-factor.ts';
import { gapsOf, type Scope3Category, type Scope3Part } from './part.ts';

function labelOf({ use, month }: FuelPart): string {
  return `upstream of ${use.fuel}, ${use.site}, ${month.id}`;
}

/** A fuel at the row of a publisher, in whose unit and heating value it must be stated. */
function atRow(part: FuelPart, key: string, inputs: FootprintInputs): Found<Masses | Missing> {
  const { use, month } = part;
  const answer = chooseFactor(
    {
      site: use.site,
      use: 'wtt',
      keys: [key],
      year: yearOf(month),
      publishers: inputs.factors.wtt ?? [],
      otherYear: inputs.factors.other_year,
      quantity: use,
      only: ({ per }) => canBecome(use, per),
      at: placeOf(use.evidence),
    },
    inputs.factorSets,
  );
  const { value, findings } = answer;
  if (isMissing(value)) return found(value, findings);
  const amount = fuelAmount(part.amount, use.conditions, value.row.per);
  return found(massesOf(amount, value, labelOf(part)), findings);
}

function fuelPart(line: FuelPart, inputs: FootprintInputs): Found<Scope3Part> {
  const { use, month, amount } = line;
  const stated = inputs.scope3?.statement.fuels?.find(({ fuel }) => fuel === use.fuel);
  const head = { category: '3a' as const, month };
  if (stated?.factor !== undefined) {
    const what = `${lineName(use)}, ${labelOf(line)}`;
    const { factor } = stated;
    const caused = causedBy(
      { factor, amount, year: yearOf(month), what, evidence: use.evidence },
      inputs,
    );
    return found({ ...head, ...caused.value }, caused.findings);
  }
  const masses = atRow(line, stated?.row ?? use.fuel, inputs);
  return found({ ...head, masses: masses.value }, masses.findings);
}

/** True where the workspace says what answers for what lies upstream. */
function isAsked({ factors, scope3 }: FootprintInputs, of: 'fuels' | 'electricity'): boolean {
  return factors.wtt !== undefined || (scope3?.statement[of] ?? []).length > 0;
}

function gathered(parts: readonly Found<Scope3Part>[]): Found<readonly Scope3Part[]> {
  const value = parts.map((part) => part.value);
  return found(value, withoutDoubles(parts.flatMap(({ findings }) => findings)), gapsOf(value));
}

/**
 * Emissions upstream of the fuels of a site, each in the unit in which it was bought: nothing is derived from one
 * heating value for the other, nor from a volume for a mass.
 *
 * @see GHG Protocol Scope 3 Standard, category 3, activity A
 */
export function upstreamOfFuels(
  site: SiteInputs,
  inputs: FootprintInputs,
): Found<readonly Scope3Part[]> {
  if (!isAsked(inputs, 'fuels')) return found([]);
  const lines = correctedLines(inOrder(site.fuels ?? [])).value.flatMap(({ use, whole }) =>
    splitByDays(use, whole, site.calendar).map((part): FuelPart => ({ use, ...part })),
  );
  return gathered(lines.map((line) => fuelPart(line, inputs)));
}

/** Rows upstream of bought electricity on the grid of a site: of what arrives, or of what is lost on the way. */
export function upstreamRows(
  inputs: FootprintInputs,
  site: SiteInputs,
  part: 'generation' | 'losses',
): Found<MonthlyAnswers> {
  const { grid } = site.site;
  return monthlyFactors(inputs, site, {
    use: 'wtt',
    keys: grid === undefined ? [] : [grid],
    publishers: inputs.factors.wtt ?? [],
    only: ({ answers }) => answers.energy === 'electricity' && answers.part === part,
  });
}

/** Energy of a month, and of what is lost on its way where that is known as an energy. */
export interface UpstreamEnergy {
  readonly month: Month;
  readonly energy: Figure<'MWh'>;
  /** By the loss of the grid: the energy itself; by a row per energy delivered: that of what arrived. */
  readonly lost:
    { readonly by: 'loss'; readonly energy: Figure<'MWh'> } | { readonly by: 'row' } | undefined;
}

interface Asked {
  readonly inputs: FootprintInputs;
  readonly site: SiteInputs;
  readonly months: readonly UpstreamEnergy[];
}

function masses(
  energy: Figure<'MWh'>,
  answer: Answer | Missing | undefined,
  label: string,
): Masses | Missing | undefined {
  if (isMissing(energy)) return energy;
  if (!answer || isMissing(answer)) return answer;
  return massesOf(energy, answer, label);
}

function part(
  category: Scope3Category,
  month: Month,
  value: Masses | Missing | undefined,
): Scope3Part[] {
  return value ? [{ category, month, masses: value }] : [];
}

function atRows({ inputs, site, months }: Asked): Found<readonly Scope3Part[]> {
  const arriving = upstreamRows(inputs, site, 'generation');
  const isByRow = months.some(({ lost }) => lost?.by === 'row');
  const losing = isByRow ? upstreamRows(inputs, site, 'losses') : found<MonthlyAnswers>(new Map());
  const parts = months.flatMap(({ month, energy, lost }) => {
    const where = `${site.site.id}, ${month.id}`;
    const generation = arriving.value.get(month.id);
    const bought = masses(energy, generation, `upstream of bought electricity, ${where}`);
    const label = `upstream of electricity lost on the way, ${where}`;
    const wasted =
      lost?.by === 'loss'
        ? masses(lost.energy, generation, label)
        : lost && masses(energy, losing.value.get(month.id), label);
    return [...part('3b', month, bought), ...part('3c', month, wasted)];
  });
  return found(parts, arriving.findings, losing.findings);
}

function atFactor(factor: string, { inputs, site, months }: Asked): Found<readonly Scope3Part[]> {
  const parts = months.map(({ month, energy: amount }): Found<Scope3Part> => {
    const head = { category: '3b' as const, month };
    if (isMissing(amount)) return found({ ...head, masses: amount });
    const what = `upstream of bought electricity, ${site.site.id}, ${month.id}`;
    const { evidence } = site.share;
    const caused = causedBy({ factor, amount, year: yearOf(month), what, evidence }, inputs);
    return found({ ...head, ...caused.value }, caused.findings);
  });
  return gathered(parts);
}

function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((one) => [`${one.code}\0${one.message}`, one]));
  return [...seen.values()];
}

/**
 * Emissions upstream of bought electricity (3b), and of that which is lost on its way (part of 3c): at the rows of
 * factors.wtt, or at a factor declared for the site.
 *
 * @see GHG Protocol Scope 3 Standard, category 3, activities B and C
 */
export function upstreamOfElectricity(asked: Asked): Found<readonly Scope3Part[]> {
  const { inputs, site } = asked;
  if (!isAsked(inputs, 'electricity') || asked.months.length === 0) return found([]);
  const stated = inputs.scope3?.statement.electricity?.find((one) => one.site === site.site.id);
  if (stated) return atFactor(stated.factor, asked);
  if (inputs.factors.wtt === undefined) return found([]);
  const rows = atRows(asked);
  return found(rows.value, withoutDoubles(rows.findings));
}
