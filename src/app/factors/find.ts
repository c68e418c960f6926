import { isNewer } from '../../kernel/factors/candidates.ts';
import { AppError } from '../../model/app-error.ts';
import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';

/** How many names an error lists. */
const NEAR = 8;

/** `epa-egrid/2023r2`. */
export function setName({ publisher, edition }: FactorSet): string {
  return `${publisher}/${edition}`;
}

/** The least number of letters to change, add or drop between two words. */
function steps(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of a.split('').entries()) {
    const next = [i + 1];
    for (const [j, other] of b.split('').entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The names most like one that was asked for: those that hold it first, then by letters that differ. */
function nearNames(asked: string, names: readonly string[]): string[] {
  const wanted = asked.toLowerCase();
  const weight = (name: string) => {
    const each = name.toLowerCase();
    return each.includes(wanted) || wanted.includes(each) ? -1 : steps(wanted, each);
  };
  return [...new Set(names)]
    .map((name) => ({ name, weight: weight(name) }))
    .sort((a, b) => a.weight - b.weight || (a.name < b.name ? -1 : 1))
    .slice(0, NEAR)
    .map(({ name }) => name);
}

function unknown(kind: string, id: string, what: string, names: readonly string[]): AppError {
  const known = nearNames(id, names);
  return new AppError('unknown-id', `${what}; near: ${known.join(', ')}`, { kind, id, known });
}

/** The last part of a publisher's id: `egrid` of `epa-egrid`. */
function lastPart(publisher: string): string {
  return publisher.slice(publisher.lastIndexOf('-') + 1);
}

function holdsYear({ rows }: FactorSet, year: number): boolean {
  return rows.some(({ answers }) => answers.year === year);
}

function ofName(name: string, all: readonly FactorSet[]): FactorSet[] {
  const own = all.filter(({ publisher }) => publisher === name);
  return own.length > 0 ? own : all.filter((set) => lastPart(set.publisher) === name);
}

/** The sets of `name@year`, each with its rows of that year only, the newest edition first. */
function setsOfYear(name: string, year: number, all: readonly FactorSet[]): FactorSet[] {
  return ofName(name, all)
    .filter((set) => holdsYear(set, year))
    .sort((a, b) => (isNewer(a, b) ? -1 : 1))
    .map((set) => ({ ...set, rows: set.rows.filter(({ answers }) => answers.year === year) }));
}

function yearsOf({ publisher, rows }: FactorSet): string[] {
  const years = new Set(rows.flatMap(({ answers }) => answers.year ?? []));
  return [...years].map((year) => `${publisher}@${String(year)}`);
}

function oneSet(asked: string, all: readonly FactorSet[]): FactorSet {
  const exactly = all.filter((set) => setName(set) === asked);
  const found = exactly.length > 0 ? exactly : ofName(asked, all);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only)
    throw unknown('factor set', asked, `there is no factor set ${asked}`, all.map(setName));
  const known = found.map(setName);
  const what = `${asked} has several editions; name one of: ${known.join(', ')}`;
  throw new AppError('unknown-id', what, { kind: 'factor set', id: asked, known });
}

/**
 * The sets of a name: of `publisher/edition` or `publisher` the one set, of `name@year` each set of the publisher, or of
 * the one whose id ends so, that holds rows of that year. Throws an AppError for a name that no set has, or that several
 * editions share.
 */
export function setsNamed(asked: string, all: readonly FactorSet[]): FactorSet[] {
  const [, name = '', year] = /^(.+)@(\d{4})$/.exec(asked) ?? [];
  if (year === undefined) return [oneSet(asked, all)];
  const found = setsOfYear(name, Number(year), all);
  if (found.length > 0) return found;
  const own = ofName(name, all);
  const years = (own.length > 0 ? own : all).flatMap(yearsOf);
  throw unknown('factor set', asked, `no factor set is ${asked}`, years);
}

function namesOf({ id, answers }: FactorRow): string[] {
  const key = answers.grid ?? answers.fuel ?? answers.energy ?? answers.gas ?? answers.device;
  return key === undefined ? [id] : [id, key, key.slice(key.indexOf(':') + 1)];
}

/** The rows of some sets by id, or by the key that they answer for. Throws an AppError where none has it. */
export function rowsNamed(
  asked: string,
  sets: readonly FactorSet[],
): { readonly set: FactorSet; readonly row: FactorRow }[] {
  const all = sets.flatMap((set) => set.rows.map((row) => ({ set, row })));
  const byId = all.filter(({ row }) => row.id === asked);
  const found = byId.length > 0 ? byId : all.filter(({ row }) => namesOf(row).includes(asked));
  if (found.length > 0) return found;
  const where = sets.map(setName).join(', ');
  const names = all.map(({ row }) => row.id);
  throw unknown('factor row', asked, `no row of ${where} is ${asked}`, names);
}
