import { fuelFactor } from '../kernel/combustion/choice.ts';
import {
  alternativesTo,
  comparison,
  type Alternative as KnownRow,
} from '../kernel/factors/compare.ts';
import type { Answer, Question } from '../kernel/factors/choose.ts';
import { monthlyFactors, type MonthlyAnswers, yearOf } from '../kernel/factors/site-factors.ts';
import { isMissing, type Missing } from '../kernel/figure.ts';
import type { FootprintInputs, SiteInputs } from '../kernel/inputs.ts';
import { noResidualMix, residualMixes } from '../kernel/market/residual-mix.ts';
import { gridMixes } from '../kernel/renewable-share.ts';
import { gridAverages } from '../kernel/scope2-location.ts';
import { overlapOf } from '../model/time.ts';
import { roundedText } from '../units/rounding.ts';

/** A row of a factor set. */
export interface ServingRow {
  readonly publisher: string;
  readonly edition: string;
  readonly row: string;
  /** Null for a row that holds for every year. */
  readonly year: number | null;
  readonly grade: string;
}

/** Another row that is at hand, and what the factor would become with it. */
export interface FurtherRow extends ServingRow {
  readonly because: KnownRow['because'];
  /** The quantity that was compared; null where the two rows state none alike. */
  readonly of: string | null;
  readonly change_percent: string | null;
}

/** How one question of a site will be answered for a calendar year. */
export interface Served {
  readonly site: string;
  readonly use: Question['use'];
  readonly fuel: string | null;
  readonly year: number;
  /** Null where no row answers. */
  readonly by: ServingRow | null;
  /** True where a row of another year serves, as `factors.other_year` allows. */
  readonly is_other_year: boolean;
  /** Why no row answers, and what to do. */
  readonly lack: string | null;
  readonly instead: readonly FurtherRow[];
}

function rowOf({ set, row }: Answer): ServingRow {
  return {
    publisher: set.publisher,
    edition: set.edition,
    row: row.id,
    year: row.answers.year ?? null,
    grade: row.grade,
  };
}

function furtherRow(serving: Answer, other: KnownRow): FurtherRow {
  const compared = comparison(serving.row, other.row);
  return {
    ...rowOf(other),
    because: other.because,
    of: compared?.of ?? null,
    change_percent: compared
      ? roundedText(compared.change.mul(100), { decimals: 2, mode: 'half-up' })
      : null,
  };
}

function served(
  inputs: FootprintInputs,
  { site }: SiteInputs,
  asked: Pick<Question, 'use' | 'year' | 'quantity'> & { readonly fuel?: string },
  answer: Answer | Missing,
): Served {
  const { use, year, fuel = null, quantity } = asked;
  const head = { site: site.id, use, fuel, year };
  if (isMissing(answer)) {
    return { ...head, by: null, is_other_year: false, lack: answer.missing.message, instead: [] };
  }
  const question: Question = {
    site: site.id,
    use,
    keys: [],
    year,
    publishers: inputs.factors[use] ?? [],
    otherYear: inputs.factors.other_year,
    ...(quantity && { quantity }),
  };
  return {
    ...head,
    by: rowOf(answer),
    is_other_year: (answer.row.answers.year ?? year) !== year,
    lack: null,
    instead: alternativesTo(answer, question, inputs.factorSets).map((other) =>
      furtherRow(answer, other),
    ),
  };
}

/** The loss of the grid; undefined where the workspace states it for the site. */
function losses(inputs: FootprintInputs, site: SiteInputs): MonthlyAnswers {
  const { grid } = site.site;
  const keys = grid === undefined ? [] : [grid];
  return monthlyFactors(inputs, site, { use: 'loss', keys, publishers: inputs.factors.loss ?? [] })
    .value;
}

function statedLoss(entry: Served, site: SiteInputs, average: Answer | Missing | undefined) {
  if (average && !isMissing(average) && average.row.basis?.losses === 'included') {
    return { ...entry, lack: 'None is needed: the grid average includes losses.' };
  }
  if (entry.by || !site.site.grid_loss) return entry;
  const lack = `The workspace states it: ${site.site.grid_loss.fraction} of generation, by ${site.site.grid_loss.source}.`;
  return { ...entry, lack };
}

/** Without a residual mix the grid average stands in, and the reason is told. */
function residualServed(
  inputs: FootprintInputs,
  site: SiteInputs,
  year: number,
  mix: Answer | Missing,
): Served {
  const entry = served(inputs, site, { use: 'residual', year }, mix);
  return entry.by ? entry : { ...entry, lack: noResidualMix(inputs, site, mix, year).message };
}

/** Answers of the months, one for each calendar year. */
function byYear(site: SiteInputs, answers: MonthlyAnswers): [number, Answer | Missing][] {
  const years = new Map<number, Answer | Missing>();
  for (const month of site.calendar.months) {
    const answer = answers.get(month.id);
    if (answer) years.set(yearOf(month), answer);
  }
  return [...years];
}

/** One entry for what several lines of a fuel in one year have from one row. */
function distinct(entries: readonly Served[]): Served[] {
  const keyed = entries.map((entry) => {
    const { fuel, year, by, lack } = entry;
    const row = by ? `${by.publisher} ${by.edition} ${by.row}` : lack;
    return [[fuel, String(year), row].join('\0'), entry] as const;
  });
  return [...new Map(keyed)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** The fuels of a site, each in the calendar years in which it was burned and the units in which it is stated. */
function fuelsServed(inputs: FootprintInputs, site: SiteInputs): Served[] {
  const entries = (site.fuels ?? []).flatMap((use) =>
    site.calendar.months
      .filter((month) => overlapOf(month, use) !== undefined)
      .map((month) => {
        const asked = { use: 'combustion', year: yearOf(month), fuel: use.fuel } as const;
        const { value } = fuelFactor(inputs, use, month);
        return served(inputs, site, { ...asked, quantity: use }, value);
      }),
  );
  return distinct(entries);
}

function siteServed(inputs: FootprintInputs, site: SiteInputs): Served[] {
  const averages = gridAverages(inputs, site).value;
  const entries = (use: Question['use'], answers: MonthlyAnswers) =>
    byYear(site, answers).map(([year, answer]) => served(inputs, site, { use, year }, answer));
  const averageOf = new Map(byYear(site, averages));
  const residual = new Map(byYear(site, residualMixes(inputs, site).value));
  return [
    ...entries('location', averages),
    ...[...residual].map(([year, mix]) => residualServed(inputs, site, year, mix)),
    ...entries('mix', gridMixes(inputs, site).value),
    ...entries('loss', losses(inputs, site)).map((entry) =>
      statedLoss(entry, site, averageOf.get(entry.year)),
    ),
    ...fuelsServed(inputs, site),
  ];
}

/** For each site, method and calendar year: the row that will serve, and what would change with a newer or nearer one. */
export function servedBy(inputs: FootprintInputs): Served[] {
  return inputs.sites.flatMap((site) => siteServed(inputs, site));
}
