import type { Month } from '../../model/time.ts';
import type { Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { type Answer, chooseFactor, type Question } from './choose.ts';

/** The row for each month of a site, by month id: each month at its own year's. */
export type MonthlyAnswers = ReadonlyMap<string, Answer | Missing>;

/** The calendar year of a month. */
export function yearOf({ id }: Month): number {
  return yearOfMonth(id);
}

/** 2025 of `2025-03`. */
export function yearOfMonth(id: string): number {
  return Number(id.slice(0, 4));
}

/** The answers to one question for every month of a site, and what is to be said of them once. */
export function monthlyFactors(
  inputs: FootprintInputs,
  { site, calendar }: SiteInputs,
  asked: Pick<Question, 'use' | 'keys' | 'publishers' | 'only'>,
): Found<MonthlyAnswers> {
  const years = [...new Set(calendar.months.map(yearOf))];
  const byYear = new Map(
    years.map((year) => {
      const question = { ...asked, year, site: site.id, otherYear: inputs.factors.other_year };
      return [year, chooseFactor(question, inputs.factorSets)];
    }),
  );
  const months = calendar.months.flatMap((month): [string, Answer | Missing][] => {
    const answer = byYear.get(yearOf(month))?.value;
    return answer ? [[month.id, answer]] : [];
  });
  return found(
    new Map(months),
    [...byYear.values()].flatMap(({ findings }) => findings),
  );
}
