import type { Finding } from '../../model/finding.ts';
import { type Figure, isMissing } from '../figure.ts';
import { type Step, sum } from '../ledger.ts';
import type { Dimension } from '../metrics.ts';
import { type Atom, dimensionOf } from './atom.ts';

/** Values of dimensions, such as `{site: 'pecos', month: '2025-01'}`. */
export type Dimensions = Readonly<Partial<Record<Dimension, string>>>;

/** Atoms that share their dimensions. */
export interface Group {
  readonly key: string;
  readonly dimensions: Dimensions;
  readonly atoms: readonly Atom[];
}

/** The atoms by their values of the dimensions, in order of these; atoms that lack a dimension are left out. */
export function groupsOf(atoms: readonly Atom[], by: readonly Dimension[]): Group[] {
  const groups = new Map<string, { dimensions: Dimensions; atoms: Atom[] }>();
  for (const atom of atoms) {
    const pairs = by.map((dimension) => [dimension, dimensionOf(atom, dimension)] as const);
    if (pairs.some(([, value]) => value === undefined)) continue;
    const key = JSON.stringify(pairs.map(([, value]) => value));
    const group = groups.get(key);
    if (group) group.atoms.push(atom);
    else groups.set(key, { dimensions: Object.fromEntries(pairs), atoms: [atom] });
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { dimensions, atoms: members }]) => ({ key, dimensions, atoms: members }));
}

function nested(
  atoms: readonly Atom[],
  levels: readonly ((atom: Atom) => string)[],
  names: readonly string[],
): Step {
  const [level, ...deeper] = levels;
  const name = names.join(', ');
  if (!level) return sum<string>(atoms.map(stepOf), name);
  const parts = new Map<string, Atom[]>();
  for (const atom of atoms) {
    const members = parts.get(level(atom));
    if (members) members.push(atom);
    else parts.set(level(atom), [atom]);
  }
  const steps = [...parts].map(([part, members]) => nested(members, deeper, [...names, part]));
  return sum<string>(steps, name);
}

function stepOf({ figure }: Atom): Step {
  if (isMissing(figure)) throw new TypeError(figure.missing.message);
  return figure;
}

/** Records that are missing for some months: a critical finding stands, and the other months are still added up. */
const GAPS: ReadonlySet<string> = new Set(['ACC-BILL-MISSING', 'ACC-READINGS-MISSING']);

function siteMonth({ site, month }: Atom): string {
  return `${site?.site.id ?? ''} ${month?.id ?? ''}`;
}

/** The months of sites for which a record is missing. */
export function gapsOf(atoms: readonly Atom[]): ReadonlySet<string> {
  const gaps = atoms.filter(({ figure }) => isMissing(figure) && GAPS.has(figure.missing.code));
  return new Set(gaps.map(siteMonth));
}

/** The group without these months of sites; with them where nothing else would be left. */
export function without(group: Group, gaps: ReadonlySet<string>): Group {
  const atoms = group.atoms.filter((atom) => !gaps.has(siteMonth(atom)));
  return atoms.length > 0 ? { ...group, atoms } : group;
}

/** What a group adds up to: sites of months of parts, so that the trace reads as a tree. Missing where any part is. */
export function totalOf(atoms: readonly Atom[], title: string): Figure {
  const gap = firstMissing(atoms);
  if (gap) return { missing: gap };
  return nested(
    atoms,
    [(atom) => atom.site?.site.id ?? 'entity', (atom) => atom.month?.id ?? 'whole period'],
    [title],
  );
}

/** The first finding that keeps a group from having a value. */
function firstMissing(atoms: readonly Atom[]): Finding | undefined {
  return atoms.map(({ figure }) => figure).find(isMissing)?.missing;
}
