import type { CheckResult } from '../app/check.ts';
import { styled, type Terminal, wrapped } from './terminal.ts';

type Served = CheckResult['served_by'][number];
type ServingRow = NonNullable<Served['by']>;
type FurtherRow = Served['instead'][number];

const METHODS = {
  location: 'location-based',
  residual: 'residual mix',
  mix: 'grid mix',
  loss: 'grid loss',
  marginal: 'marginal rate',
  fossil: 'fossil plant',
  combustion: 'fuel',
  wtt: 'upstream',
  td: 'losses of the grid',
  heat: 'bought heat',
} as const;

const REASONS = {
  'newer-edition': 'newer edition',
  'nearer-year': 'nearer year',
  'other-year': 'other year',
} as const;

/** Room for the name of a method. */
const LEFT = 18;

function rowText({ publisher, edition, row, year, grade }: ServingRow): string {
  const dated = year === null ? '' : ` of ${String(year)}`;
  return `${publisher}/${edition} ${row}${dated}, grade ${grade}`;
}

/** Codes of findings by what they say, so that no sentence stands twice. */
type Told = ReadonlyMap<string, string>;

function lackText({ lack, use }: Served, told: Told): string {
  const code = lack === null ? undefined : told.get(lack);
  if (code === undefined) return lack ?? '';
  return `${use === 'residual' ? 'none; the grid average stands in' : 'none'}: ${code} below`;
}

function servingText(entry: Served, told: Told): string {
  const { by, lack, is_other_year: isOther, year, use } = entry;
  if (!by) return lackText(entry, told);
  const dated = isOther ? `; not ${String(year)}, as factors.other_year allows` : '';
  // losses are told even where a row is at hand that is not needed
  return `${rowText(by)}${dated}${use === 'loss' && lack !== null ? `. ${lack}` : ''}`;
}

function furtherText(other: FurtherRow): string {
  const { because, change_percent: change, of } = other;
  const year = other.year === null ? '' : ` (${String(other.year)})`;
  const what =
    change === null
      ? 'cannot be compared: no quantity is stated by both'
      : `${of ?? ''} ${change.startsWith('-') ? '' : '+'}${change}%`;
  return `${REASONS[because]}: ${other.publisher}/${other.edition} ${other.row}${year}, ${what}`;
}

function printLine(terminal: Terminal, name: string, text: string): void {
  terminal.out(`  ${name.padEnd(LEFT)}${wrapped(terminal, text, LEFT + 2)}`);
}

/** One line where all years of a question are answered alike. */
function printQuestion(terminal: Terminal, entry: Served, hasYears: boolean, told: Told): void {
  const method = entry.fuel ?? METHODS[entry.use];
  const name = `${method}${hasYears ? ` ${String(entry.year)}` : ''}`;
  // a name that is longer than its column stands on a line of its own
  if (name.length >= LEFT) terminal.out(`  ${name}`);
  printLine(terminal, name.length >= LEFT ? '' : name, servingText(entry, told));
  for (const other of entry.instead) printLine(terminal, '', furtherText(other));
}

/** Prints which factor will serve each site and method, and what would change with a newer edition. */
export function printServedBy(
  terminal: Terminal,
  { served_by: all, findings }: Pick<CheckResult, 'served_by' | 'findings'>,
): void {
  if (all.length === 0) return;
  const told = new Map(findings.map(({ message, code }) => [message, code]));
  const years = new Set(all.map(({ year }) => year));
  const first = String(Math.min(...years));
  const period = years.size === 1 ? first : `${first} to ${String(Math.max(...years))}`;
  terminal.out(styled(terminal, 'bold', `Factors that will serve, ${period}`));
  for (const site of new Set(all.map((entry) => entry.site))) {
    terminal.out(site);
    for (const entry of all.filter((each) => each.site === site)) {
      printQuestion(terminal, entry, years.size > 1, told);
    }
  }
  const others = all.filter((entry) => entry.is_other_year).length;
  const answered = all.filter(({ by }) => by !== null).length;
  terminal.out(
    `${String(answered)} of ${String(all.length)} are answered by a row, ${String(others)} of them of another year`,
  );
  terminal.out('');
}
