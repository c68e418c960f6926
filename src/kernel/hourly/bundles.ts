import type { GranularCertificate } from '../../model/source-records.ts';
import { numeratorOf, type Rational } from '../../units/rational.ts';

/** The whole watt-hours for which certificates are issued: production is rounded down, never up. */
export function issuedWh(productionWh: Rational): bigint {
  return numeratorOf(productionWh) / productionWh.d;
}

/** A bundle and what becomes of it. */
export interface BundleState {
  readonly bundle: GranularCertificate;
  /** cancelled: it was split, and its parts stand instead. repeated: another one holds certificates of it already. */
  readonly state: 'held' | 'cancelled' | 'repeated';
  /** The bundle that holds them. */
  readonly by?: GranularCertificate;
}

interface Node {
  readonly bundle: GranularCertificate;
  readonly first: bigint;
  readonly last: bigint;
  readonly parts: Node[];
}

function text(bundle: GranularCertificate): string {
  const { evidence, site, contract } = bundle;
  const line = String(evidence.at.line ?? 0).padStart(9, '0');
  return [evidence.file, line, site, contract].join('\0');
}

/** By the first id, the longest range first: a bundle stands before its parts. */
function compare(a: Node, b: Node): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  if (a.last !== b.last) return a.last > b.last ? -1 : 1;
  return text(a.bundle) < text(b.bundle) ? -1 : 1;
}

/** The bundles of one issuance in order, each with those that stand within it. */
function nested(bundles: readonly GranularCertificate[]): Node[] {
  const nodes = bundles
    .map((bundle): Node => ({
      bundle,
      first: BigInt(bundle.rangeStart),
      last: BigInt(bundle.rangeEnd),
      parts: [],
    }))
    .sort(compare);
  const around: Node[] = [];
  for (const node of nodes) {
    while ((around.at(-1)?.last ?? node.first) < node.first) around.pop();
    const outer = around.at(-1);
    const isSame = outer?.first === node.first && outer.last === node.last;
    if (outer && node.last <= outer.last && !isSame) outer.parts.push(node);
    around.push(node);
  }
  return nodes;
}

/** Parts that follow one another without a gap from the first id of the bundle to its last, and hold all its energy. */
function isSplit({ bundle, first, last, parts }: Node): boolean {
  const energy = parts.reduce((sum, part) => sum + part.bundle.energyWh, 0n);
  const isGapless = parts.every(
    (part, i) => part.first === (parts[i - 1]?.last ?? first - 1n) + 1n,
  );
  return parts.length > 1 && isGapless && parts.at(-1)?.last === last && energy === bundle.energyWh;
}

function statesOfIssuance(bundles: readonly GranularCertificate[]): BundleState[] {
  let holder: Node | undefined;
  return nested(bundles).map((node): BundleState => {
    const { bundle } = node;
    if (isSplit(node)) return { bundle, state: 'cancelled' };
    if (holder && node.first <= holder.last) {
      return { bundle, state: 'repeated', by: holder.bundle };
    }
    holder = node;
    return { bundle, state: 'held' };
  });
}

/**
 * What becomes of each bundle, so that every certificate counts once at most: one whose parts stand beside it, gapless
 * and with its whole energy, is cancelled by the split; of others that share an id the first one holds it.
 */
export function bundleStates(bundles: readonly GranularCertificate[]): BundleState[] {
  const issuances = new Map<string, GranularCertificate[]>();
  for (const bundle of bundles) {
    const known = issuances.get(bundle.issuance);
    if (known) known.push(bundle);
    else issuances.set(bundle.issuance, [bundle]);
  }
  return [...issuances.values()].flatMap(statesOfIssuance);
}
