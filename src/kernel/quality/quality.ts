import type { Evidence } from '../../model/records.ts';
import { exact } from '../../units/rational.ts';
import type { FootprintInputs } from '../inputs.ts';
import { activity, product, share, type Step } from '../ledger.ts';
import { isEstimate } from './estimate-mark.ts';
import { type Origins, originOf, originsOf, type Tier, tierOf } from './origin.ts';
import { PartTaker } from './parts.ts';
import type { QualityInputs, QualityStatements } from './statements.ts';

/** From what every leaf comes, and what is stated of it. */
export interface Quality {
  readonly origins: Origins;
  readonly statements: QualityStatements;
  readonly evidenceAt: (entry: string) => Evidence;
}

const NOWHERE: QualityInputs = {
  statements: {},
  evidenceAt: () => ({ file: 'workspace.yaml', sha256: '', at: {} }),
};

/** What the quality of the figures is told from. */
export function qualityOf(inputs: FootprintInputs): Quality {
  const { statements, evidenceAt } = inputs.quality ?? NOWHERE;
  return { origins: originsOf(inputs), statements, evidenceAt };
}

/** Takes the part of an amount that rests on records of a tier. */
export function takerOfTier({ origins, statements }: Quality, tier: Tier): PartTaker {
  const { data_quality: stated = [] } = statements;
  return new PartTaker(
    (leaf) => (tierOf(leaf, origins, stated) === tier ? leaf : undefined),
    `of tier ${String(tier)}`,
  );
}

/** The estimated part of a column, by the number of its readings that the source flags so. */
function estimatedReadings(leaf: Step, { origins }: Quality): Step | undefined {
  const { counts } = originOf(leaf, origins);
  if (!leaf.column || !counts || counts.estimated === 0) return undefined;
  const { evidence, estimated, readings } = counts;
  const part = share(
    activity(exact(BigInt(estimated)), '1', 'Readings flagged as estimates', evidence),
    activity(exact(BigInt(readings)), '1', 'All readings', evidence),
    'Part of the readings flagged as estimates',
  );
  return part && product<string, string>(leaf, part, `${leaf.name}, estimated`);
}

/** Takes the part of an amount that somebody estimated: the accounting, a utility on its bill, or the source of readings. */
export function takerOfEstimates(quality: Quality): PartTaker {
  return new PartTaker((leaf) => {
    const isWhole = isEstimate(leaf) || originOf(leaf, quality.origins).isEstimated === true;
    return isWhole ? leaf : estimatedReadings(leaf, quality);
  }, 'estimated');
}
