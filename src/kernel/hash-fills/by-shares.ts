import type { PoolShares } from '../../model/records.ts';
import { instantText } from '../../model/time.ts';
import { ratio } from '../../units/rational.ts';
import { activity, constant, convert, product, type Step, sum } from '../ledger.ts';
import { type Gap, ofMissingTime, spanText } from './gaps.ts';

const CITES = ['Hashprint method: sum of share difficulty x 2^32'];

function difficultyOf({ shares, difficulty, start, evidence }: PoolShares): Step<'difficulty'> {
  const at = instantText(start);
  const accepted = activity(difficulty, 'difficulty/share', `Difficulty of a share, ${at}`, [
    evidence,
  ]);
  const count = activity(ratio(shares), 'share', `Shares accepted, ${at}`, [evidence]);
  return product(count, accepted, `Difficulty of shares accepted, ${at}`);
}

/**
 * Hashes of a gap by the shares that a pool accepted in it: sum of share difficulty x 2^32. Undefined unless the records
 * cover the gap from end to end.
 */
export function filledByShares(records: readonly PoolShares[], gap: Gap): Step<'TH'> | undefined {
  const own = records
    .filter(({ start, end }) => start >= gap.start && end <= gap.end)
    .sort((a, b) => a.start - b.start || (a.evidence.at.line ?? 0) - (b.evidence.at.line ?? 0));
  const isWhole =
    own[0]?.start === gap.start &&
    own.at(-1)?.end === gap.end &&
    own.every(({ start }, i) => i === 0 || start === own[i - 1]?.end);
  if (!isWhole) return undefined;
  const difficulty = sum(own.map(difficultyOf), `Difficulty of shares, ${spanText(gap)}`);
  const each = constant(2n ** 32n, 'H/difficulty', 'Mean hashes per unit of difficulty');
  const name = `Hashes by pool shares, ${spanText(gap)}`;
  const note = { name, formula: 'sum of share difficulty x 2^32', cites: CITES };
  const hashes = convert(product(difficulty, each, note), 'TH');
  const part = ofMissingTime(gap, hashes);
  return part ? product(hashes, part, `${name}, seconds without hashrate`) : hashes;
}
