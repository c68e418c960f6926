import type { ActivityCategory, WasteRoute } from '../../model/documents/workspace.ts';
import type { Month } from '../../model/time.ts';
import type { Finding } from '../../model/finding.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import type { Step } from '../ledger.ts';

/** A category of the GHG Protocol Scope 3 Standard, of category 3 its four parts. */
export type Scope3Category = ActivityCategory | '3a' | '3b' | '3c';

/** Emissions of the value chain of one cause in one month. */
export interface Scope3Part {
  readonly category: Scope3Category;
  readonly month: Month;
  readonly masses: Masses | Missing;
  /** 1 to 5, as declared with the factor; absent where nobody scored it. */
  readonly quality?: Step<'1'>;
  /** Half the 95 % range of the factor, as declared. */
  readonly uncertainty?: Step<'%'>;
}

/** A purchase spread over its life, month by month: a supplement, in no total. */
export interface AmortisedPart {
  readonly category: Scope3Category;
  readonly month: Month;
  readonly masses: Masses | Missing;
}

/** Waste of one route in one month. */
export interface WastePart {
  readonly month: Month;
  readonly route: WasteRoute;
  readonly isElectronic: boolean;
  readonly mass: Figure<'kg'>;
}

/** Energy of machines hosted for somebody, or by somebody, in one month. */
export interface HostedEnergy {
  /** The client at a host; the host at a client. */
  readonly party: string;
  readonly month: Month;
  readonly energy: Figure<'MWh'>;
  /** At the grid average. */
  readonly masses: Masses | Missing;
  /** Where its emissions stand; absent: in Scope 2 of the entity. */
  readonly category?: '8' | '13';
}

/** The value chain of a site, or of the entity as a whole. */
export interface Scope3 {
  readonly parts: readonly Scope3Part[];
  readonly amortised: readonly AmortisedPart[];
  readonly waste: readonly WastePart[];
  readonly hosted: readonly HostedEnergy[];
}

/** What is said of a category: a figure, a reason why there is none, a figure that is incomplete, or nothing yet. */
export interface CategoryState {
  readonly category: string;
  readonly state: 'computed' | 'not-applicable' | 'not-computed' | 'incomplete' | 'open';
  readonly because?: string;
}

/** The value chain of what belongs to no site, and the state of every category. */
export interface EntityScope3 extends Scope3 {
  readonly categories: readonly CategoryState[];
}

/** No value chain. */
export const NOTHING: Scope3 = { parts: [], amortised: [], waste: [], hosted: [] };

/** The two of them together. */
export function together(a: Scope3, b: Scope3): Scope3 {
  return {
    parts: [...a.parts, ...b.parts],
    amortised: [...a.amortised, ...b.amortised],
    waste: [...a.waste, ...b.waste],
    hosted: [...a.hosted, ...b.hosted],
  };
}

/** The first finding that keeps masses from being whole; undefined where they are. */
export function gapOf(masses: Masses | Missing): Finding | undefined {
  if (isMissing(masses)) return masses.missing;
  return [...masses.values()].find(isMissing)?.missing;
}

/** Why parts have no figure, each reason where it stands first. */
export function gapsOf(parts: readonly Pick<Scope3Part, 'masses'>[]): Finding[] {
  return [...new Set(parts.flatMap(({ masses }) => gapOf(masses) ?? []))];
}
