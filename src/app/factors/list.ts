import type { FactorSet } from '../../model/documents/factor-set.ts';
import type { StoredFactorSet } from '../../store/factors.ts';
import { hourSpan } from './hours.ts';

/** A factor set in the list. */
export interface FactorLine {
  readonly publisher: string;
  readonly edition: string;
  readonly title: string;
  readonly licence: string;
  readonly rows: number;
  readonly sha256: string;
  /** True where it stands in the folder of the workspace. */
  readonly is_of_workspace: boolean;
  /** What its rows answer: `location`, `residual` and so on. */
  readonly uses: readonly string[];
  /** The years that its rows are of; rows that hold for every year add none. */
  readonly years: readonly number[];
  /** How many of its rows hold values by the hour, and from when to when; null where none does. */
  readonly hourly: { readonly rows: number; readonly from: string; readonly to: string } | null;
  /** How many of its rows are of each grade, the best first. */
  readonly grades: Readonly<Record<string, number>>;
  readonly published: string | null;
  /** Whole months since it was published. */
  readonly age_months: number | null;
}

const GRADES = ['V', 'S', 'C', 'M'];

/** Whole months from one day to another, which may be written to the month or the year; never below zero. */
function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1, today = 1] = to.split('-').map(Number);
  const months = (thisYear - year) * 12 + thisMonth - month - (today < day ? 1 : 0);
  return Math.max(0, months);
}

function ageOf({ published }: FactorSet, today: string): number | null {
  return published !== undefined && /^\d{4}(-\d{2}){0,2}$/.test(published)
    ? monthsBetween(published, today)
    : null;
}

/** The hours that rows of a set hold, from the first to the last. */
function hourlyOf({ rows }: FactorSet): FactorLine['hourly'] {
  const spans = rows.flatMap((row) => hourSpan(row) ?? []);
  const from = spans.map((span) => span.from).sort()[0];
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return null;
  return { rows: spans.length, from, to };
}

/** One factor set as a line of the list, as of a day. */
export function factorLine(
  { set, sha256, isOfWorkspace }: StoredFactorSet,
  today: string,
): FactorLine {
  const { rows } = set;
  const counts = GRADES.map((grade) => [grade, rows.filter((row) => row.grade === grade).length]);
  return {
    publisher: set.publisher,
    edition: set.edition,
    title: set.title,
    licence: set.licence,
    rows: rows.length,
    sha256,
    is_of_workspace: isOfWorkspace,
    uses: [...new Set(rows.map(({ answers }) => answers.use))].sort(),
    years: [...new Set(rows.flatMap(({ answers }) => answers.year ?? []))].sort((a, b) => a - b),
    hourly: hourlyOf(set),
    grades: Object.fromEntries(counts.filter(([, count]) => count !== 0)) as Record<string, number>,
    published: set.published ?? null,
    age_months: ageOf(set, today),
  };
}
