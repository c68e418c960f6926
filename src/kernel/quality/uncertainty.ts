import { type Finding, finding } from '../../model/finding.ts';
import type { UncertaintyStatement } from '../../model/documents/workspace.ts';
import type { Step } from '../ledger.ts';
import { listText } from '../wording.ts';
import { type Rank, rankOf } from './approach-1.ts';
import { simulated, type Simulation } from './monte-carlo.ts';
import { closest, originOf } from './origin.ts';
import type { Quality } from './quality.ts';
import { numberOf, sensitivities } from './sensitivity.ts';

/** Half the 95 % range of a figure, and what it was made of. */
export interface Uncertainty {
  /** In percent of the figure, to two digits. */
  readonly percent: string;
  readonly rank: Rank;
  readonly method: 'approach-1' | 'monte-carlo';
  /** Sources of error, each with its own range and what it adds to that of the figure, in percent. */
  readonly sources: readonly {
    readonly of: string;
    readonly percent: string;
    readonly adds: string;
  }[];
  readonly simulation?: Simulation;
}

/** A source of error: what is declared of it, and how much of the figure stands and falls with it. */
interface Source {
  readonly of: string;
  readonly percent: number;
  readonly leaves: Step[];
  effect: number;
}

const SEED = 1n;
const DRAWS = 10_000;
const SIMULATED_ABOVE = 30;
/** Warming potentials are conventions, and shares of ownership are deeds: neither errs. */
const EXACT = /^(kg CO2e\/kg [A-Z].*|%)$/;

function isExact({ op, unit }: Step): boolean {
  return op === 'constant' || EXACT.test(unit);
}

/** What a leaf is called among the sources of error. */
function nameOf(leaf: Step, quality: Quality): string {
  const { factor } = leaf;
  if (factor) return `factor ${factor.publisher}/${factor.edition}/${factor.row}`;
  const { kind, meter } = originOf(leaf, quality.origins);
  if (kind === 'declared') return `kind declared (${leaf.name})`;
  return meter === undefined ? `kind ${kind}` : `meter ${meter}`;
}

function stated(leaf: Step, { statements, origins }: Quality): UncertaintyStatement | undefined {
  const all = statements.uncertainty ?? [];
  const { factor } = leaf;
  if (!factor) return closest(all, originOf(leaf, origins));
  const edition = `factor ${factor.publisher}/${factor.edition}`;
  return (
    all.find(({ of }) => of === `${edition}/${factor.row}`) ?? all.find(({ of }) => of === edition)
  );
}

function sourcesOf(root: Step, quality: Quality): { sources: Source[]; undeclared: string[] } {
  const total = Math.abs(numberOf(root));
  const sources = new Map<string, Source>();
  const undeclared = new Set<string>();
  for (const [leaf, effect] of sensitivities(root)) {
    if (isExact(leaf) || Math.abs(effect) <= total * 1e-12) continue;
    const statement = stated(leaf, quality);
    if (!statement) {
      undeclared.add(nameOf(leaf, quality));
      continue;
    }
    const { of, site, percent } = statement;
    const name = leaf.factor ? nameOf(leaf, quality) : site === undefined ? of : `${of}, ${site}`;
    const source = sources.get(name) ?? {
      of: name,
      percent: Number(percent),
      leaves: [],
      effect: 0,
    };
    source.leaves.push(leaf);
    source.effect += effect;
    sources.set(name, source);
  }
  return { sources: [...sources.values()], undeclared: [...undeclared].sort() };
}

function lacking(what: string, undeclared: readonly string[]): Finding {
  const named = undeclared.slice(0, 4);
  const more = undeclared.length > 4 ? [`${String(undeclared.length - 4)} more`] : [];
  const message = `The uncertainty of ${what} is not given, since none is declared for ${listText([...named, ...more])}; add it under uncertainty.`;
  return finding('ACC-UNCERTAINTY', 'completeness', message, { entry: 'uncertainty' });
}

function drawn(root: Step, sources: readonly Source[]): Simulation {
  const places = sources.flatMap(({ leaves }, i) => leaves.map((leaf) => [leaf, i] as const));
  const percents = sources.map(({ percent }) => percent);
  return simulated(root, { sources: new Map(places), percents, seed: SEED, draws: DRAWS });
}

/** What the sources of error together add up to. */
function combined(root: Step, sources: readonly Source[]): Uncertainty {
  const total = Math.abs(numberOf(root));
  const adds = (source: Source) => Math.abs((source.effect * source.percent) / total);
  const first = Math.hypot(...sources.map(adds));
  const isDrawn = Math.max(first, ...sources.map(({ percent }) => percent)) > SIMULATED_ABOVE;
  const simulation = isDrawn ? drawn(root, sources) : undefined;
  const percent = simulation ? (simulation.high - simulation.low) / 2 : first;
  return {
    percent: percent.toFixed(2),
    rank: rankOf(percent),
    method: simulation ? 'monte-carlo' : 'approach-1',
    sources: sources
      .map((one) => ({ of: one.of, percent: String(one.percent), adds: adds(one).toFixed(2) }))
      .sort((a, b) => (a.of < b.of ? -1 : 1)),
    ...(simulation && { simulation }),
  };
}

/**
 * The uncertainty of a figure by error propagation over its trace: what one source of error touches errs together, so
 * that sites that share a factor add up their activity first; different sources err apart. Above 30 % it is drawn.
 * Undefined where nothing is declared, or the figure is zero; a finding where part of it is not declared.
 *
 * @see 2006 IPCC Guidelines, volume 1, chapter 3, approaches 1 and 2
 */
export function uncertaintyOf(
  root: Step,
  quality: Quality,
  what: string,
): Uncertainty | { readonly missing: Finding } | undefined {
  if (!quality.statements.uncertainty?.length || root.value.n === 0n) return undefined;
  const { sources, undeclared } = sourcesOf(root, quality);
  if (undeclared.length > 0) return { missing: lacking(what, undeclared) };
  if (sources.length === 0) return undefined;
  return combined(root, sources);
}
