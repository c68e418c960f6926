import type { FindingCode } from '../../model/finding-codes.ts';
import type { SiteFootprint } from '../footprint.ts';
import type { Dimension } from '../metrics.ts';
import type { Quality } from '../quality/quality.ts';
import type { Scope3 } from '../scope3/part.ts';
import type { Atom } from './atom.ts';
import type { WarmingPotentials } from '../warming-potentials.ts';
import { equivalents } from './emission-atoms.ts';

/** What the atoms of a metric are taken from. */
export interface Basis {
  readonly sites: readonly SiteFootprint[];
  readonly by: readonly Dimension[];
  /** Value chain of what belongs to no site. */
  readonly scope3?: Scope3 | undefined;
  readonly gwp: WarmingPotentials | undefined;
  /** From what every figure comes. */
  readonly quality?: Quality | undefined;
}

type Take = (basis: Basis) => Atom[];

/** One side of a metric: its atoms, and the unit in which they are added up. */
export interface Side {
  readonly take: Take;
  readonly unit: string;
  /** Hashes of different algorithms are never added. */
  readonly isOfOneAlgorithm?: true;
  /** Without any record the total is zero, and not unknown. */
  readonly isZeroWhenEmpty?: true;
}

/** How a metric comes of atoms: a total, the largest, a ratio of totals, or ratios of single sites added up. */
export type Recipe =
  | { readonly kind: 'total'; readonly of: Side }
  | { readonly kind: 'largest'; readonly of: Side }
  | {
      readonly kind: 'ratio';
      readonly of: Side;
      readonly to: Side;
      /** A part of a whole and never all of it: what is not below one is no value, and why is said by this code. */
      readonly belowOne?: FindingCode;
    }
  | { readonly kind: 'site-ratios'; readonly of: Side; readonly to: Side };

/** A side in a unit, its atoms taken from sites. */
export const side = (unit: string, take: (sites: Basis['sites']) => Atom[]): Side => ({
  unit,
  take: ({ sites }) => take(sites),
});
/** A side of gases, added up as CO2 equivalents by the warming potentials that are asked for. */
export const co2e = (unit: string, take: (sites: Basis['sites']) => Atom[]): Side => ({
  unit,
  take: ({ sites, gwp }) => equivalents(take(sites), gwp),
});
/** A metric that is a total. */
export const total = (of: Side): Recipe => ({ kind: 'total', of });
/** A metric that is a ratio of totals; of a part to a whole that it never reaches, with the code that says so. */
export const ratio = (of: Side, to: Side, belowOne?: FindingCode): Recipe => ({
  kind: 'ratio',
  of,
  to,
  ...(belowOne && { belowOne }),
});
