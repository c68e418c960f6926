import { DAY } from '../clock/calendar.ts';
import type { Stamp } from '../clock/date-pattern.ts';
import { listed, quoted } from '../wording.ts';
import { amountIn, areNumbers } from './number-form.ts';
import type { Holds, KindSpec, Role } from './kind-spec.ts';
import type { Column, HeadedTable } from './sheet-table.ts';
import { unitIn } from './units-of-columns.ts';

/** How well a column is known to be what a role asks for. */
export type Fit = 'named' | 'maybe' | 'only';

/** The columns that may play a role: one where it is known, several where a person must say. */
export interface Candidates {
  readonly role: Role;
  readonly columns: readonly Column[];
  readonly fit: Fit;
}

/** Weight of each fit where kinds are compared. */
const WEIGHTS: Readonly<Record<Fit, number>> = { named: 1, maybe: 0.6, only: 0.3 };

/** For each role the columns that may play it; a column that plays one role alone plays no other. */
export function candidatesOf(
  spec: KindSpec,
  { columns }: HeadedTable,
  said: ReadonlyMap<string, string>,
): readonly Candidates[] {
  const taken = new Set(said.values());
  const free = () => columns.filter(({ header }) => !taken.has(header));
  const found = spec.roles.map((role): Candidates => {
    const chosen = columns.filter(({ header }) => said.get(role.key) === header);
    if (said.has(role.key)) return { role, columns: chosen, fit: 'named' };
    const candidates = byName(role, free());
    const [only, ...others] = candidates.columns;
    if (only && others.length === 0) taken.add(only.header);
    return candidates;
  });
  return found.map((one) => {
    const left = one.columns.filter(({ header }) => one.columns.length === 1 || !taken.has(header));
    if (left.length > 0 || one.role.isLastResort !== true) return { ...one, columns: left };
    const shaped = free().filter((column) => holds(column, one.role.holds));
    const open = shaped.filter(({ words }) => one.role.never?.test(words) !== true);
    return { role: one.role, columns: open, fit: 'only' };
  });
}

function byName(role: Role, columns: readonly Column[]): Candidates {
  const isBlank = ({ texts }: Column) => !role.isNeeded && texts.length === 0;
  const fitting = columns.filter((column) => isBlank(column) || holds(column, role.holds));
  const allowed = fitting.filter(({ words }) => role.never?.test(words) !== true);
  const named = allowed.filter((column) => isNamed(role, column));
  if (named.length > 0) return { role, columns: bestNamed(role, named), fit: 'named' };
  const maybe = allowed.filter(({ words }) => role.maybe?.test(words) === true);
  return { role, columns: maybe, fit: 'maybe' };
}

function isNamed(role: Role, { words, header }: Column): boolean {
  if (role.named.test(words)) return true;
  return (
    role.isNamedByUnit === true && unitIn(header, role.measures ?? [], role.units) !== undefined
  );
}

/** Where several headers name a role, one that also names a unit of it goes before those that name none. */
function bestNamed(role: Role, named: readonly Column[]): readonly Column[] {
  if (named.length < 2 || !role.measures) return named;
  const kinds = role.measures;
  const united = named.filter(({ header }) => unitIn(header, kinds, role.units) !== undefined);
  return united.length > 0 ? united : named;
}

/** Whether the cells of a column are of the shape that a role asks for. */
export function holds(column: Column, shape: Holds): boolean {
  switch (shape) {
    case 'number':
      return column.holdsNumbers;
    case 'amount':
      return column.holdsNumbers || areNumbers(column.texts.map(amountIn));
    case 'day':
      return column.dates('day').length > 0 || areMidnights(column);
    case 'stamp':
      return column.dates('stamp').length > 0;
    case 'month':
      return column.dates('month').length > 0 || column.dates('day').length > 0;
    case 'text':
      return true;
  }
}

/** Days that are written with a time of day, which is always midnight. */
function areMidnights(column: Column): boolean {
  const [reading] = column.dates('stamp');
  return reading !== undefined && column.texts.every((text) => isMidnight(reading.parse(text)));
}

function isMidnight(stamp: Stamp | undefined): boolean {
  return stamp === undefined || stamp.wall % DAY === 0;
}

/** The share of the needed roles that columns of the table play. */
export function coverage(candidates: readonly Candidates[]): number {
  const needed = candidates.filter(({ role }) => role.isNeeded);
  const weight = ({ columns, fit }: Candidates) => (columns.length === 0 ? 0 : WEIGHTS[fit]);
  return needed.reduce((sum, one) => sum + weight(one), 0) / Math.max(1, needed.length);
}

/** Why a column was taken for a role. */
export function whyColumn({ fit, role }: Candidates, { header }: Column, line: number): string {
  const holding = shapeText(role.holds);
  if (fit === 'only') return `the only column left that holds ${holding}`;
  if (fit === 'maybe') return `the header ${quoted(header)} in line ${String(line)} may mean it`;
  return `named so in line ${String(line)}, holds ${holding}`;
}

function shapeText(shape: Holds): string {
  if (shape === 'number' || shape === 'amount') return 'numbers';
  return shape === 'text' ? 'texts' : shape === 'month' ? 'months' : 'dates';
}

/** What is asked where no column, or several, may play a role. */
export function columnQuestion({ role, columns }: Candidates, all: readonly string[]): string {
  if (columns.length > 1) {
    return `Several columns may hold the ${role.what}: ${listed(columns.map(({ header }) => header))}. Which one counts?`;
  }
  return `No column is named so that it holds the ${role.what}. Which one does? The file has ${listed(all)}.`;
}
