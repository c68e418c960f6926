import type { Month } from '../../model/time.ts';
import { type Figure, isMissing } from '../figure.ts';
import type { MonthFootprint, SiteFootprint } from '../footprint.ts';
import { product, type Step } from '../ledger.ts';
import type { Dimension } from '../metrics.ts';

/** The smallest part of a metric: of one site or of the entity, and where it has them, of one month, source, use, contract or gas. */
export interface Atom {
  /** Absent: of the entity as a whole. */
  readonly site?: SiteFootprint;
  readonly month?: Month;
  readonly source?: string;
  readonly use?: string;
  readonly contract?: string;
  readonly gas?: string;
  readonly category?: string;
  readonly programme?: string;
  /** Of money; its unit as well. */
  readonly currency?: string;
  /** Tier of data quality. */
  readonly tier?: string;
  readonly scope?: string;
  readonly figure: Figure;
}

/** What an atom is, beside its site, month and figure. */
type Facets = Omit<Atom, 'site' | 'month' | 'figure'>;

/** Takes the atoms of one month. */
export type TakeMonth = (
  month: MonthFootprint,
  site: SiteFootprint,
) => readonly (Facets & { readonly figure: Figure })[];

/** Takes an amount at what the entity reports of it. */
export type Own = (site: SiteFootprint, amount: Step) => Step;

/** An amount at the entity's share of the site; itself where the entity reports the whole. */
export function owned(site: SiteFootprint, amount: Step): Step {
  return site.share ? product(amount, site.share, `${amount.name}, at the reported share`) : amount;
}

/** The atoms of every month of every site, at the reported share. */
export function monthly(
  sites: readonly SiteFootprint[],
  take: TakeMonth,
  own: Own = owned,
): Atom[] {
  return sites.flatMap((site) =>
    site.months.flatMap((month) =>
      take(month, site).map((part) => ({
        ...part,
        site,
        month: month.month,
        figure: isMissing(part.figure) ? part.figure : own(site, part.figure),
      })),
    ),
  );
}

/** `2025-Q1` of `2025-03`. */
function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${String(Math.ceil(Number(month.slice(5)) / 3))}`;
}

/** The atom's value of a dimension; undefined where it has none. */
export function dimensionOf(atom: Atom, dimension: Dimension): string | undefined {
  if (dimension === 'site') return atom.site?.site.id;
  if (dimension === 'month') return atom.month?.id;
  if (dimension === 'quarter') return atom.month && quarterOf(atom.month.id);
  return atom[dimension];
}
