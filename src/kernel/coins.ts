import type { CoinProduction } from '../model/records.ts';
import { ONE, type Rational, ratio, ZERO } from '../units/rational.ts';
import {
  activity,
  constant,
  convert,
  difference,
  product,
  quotient,
  type Step,
  sum,
} from './ledger.ts';

/** Mean hashes per unit of difficulty. */
const PER_DIFFICULTY = ratio(2n ** 32n);
const TERA = ratio(10n ** 12n);

/** What a coin period says of hashes, without the record's place. */
export type CoinTerms = Pick<CoinProduction, 'difficulty' | 'subsidy' | 'fees' | 'poolFee'>;

/** The blocks that an amount of hashes, in TH, finds on average. Throws for a difficulty of zero. */
export function expectedBlocks(terahashes: Rational, difficulty: Rational): Rational {
  return terahashes.mul(TERA).div(difficulty.mul(PER_DIFFICULTY));
}

/**
 * The coins that a pool which pays subsidy and mean fees pays for an amount of hashes, in TH. Fees are part of it: a
 * check by subsidy alone raises false alarms.
 */
export function expectedCoins(
  terahashes: Rational,
  { difficulty, subsidy, fees, poolFee = ZERO }: CoinTerms,
): Rational {
  return expectedBlocks(terahashes, difficulty).mul(subsidy.add(fees)).mul(ONE.sub(poolFee));
}

/**
 * The hashes for which coins were paid: coins x difficulty x 2^32 / ((subsidy + fees)(1 - pool fee)); undefined where a
 * block pays nothing.
 */
export function hashesPaid(production: CoinProduction): Step<'TH'> | undefined {
  const { coins, difficulty, subsidy, fees, poolFee, firstDay, lastDay, evidence } = production;
  const when = `${firstDay} to ${lastDay}`;
  const ofBlock = sum(
    [
      activity(subsidy, 'coin', `Subsidy of a block, ${when}`, [evidence]),
      activity(fees, 'coin', `Mean fees of a block, ${when}`, [evidence]),
    ],
    `Coins of a block, ${when}`,
  );
  const fee = poolFee && activity(poolFee, '1', `Fee of the pool, ${when}`, [evidence]);
  const paid = fee
    ? product(
        ofBlock,
        difference(constant(ONE, '1', 'The whole'), fee, `Part that the pool pays, ${when}`),
        `Coins of a block that the pool pays, ${when}`,
      )
    : ofBlock;
  const work = product(
    constant(PER_DIFFICULTY, 'H', 'Mean hashes of a block per unit of difficulty'),
    activity(difficulty, '1', `Difficulty, ${when}`, [evidence]),
    `Mean hashes of a block, ${when}`,
  );
  const perCoin = quotient(work, paid, `Hashes per coin, ${when}`);
  if (!perCoin) return undefined;
  const made = activity(coins, 'coin', `Coins paid, ${when}`, [evidence]);
  const note = {
    name: `Hashes for which coins were paid, ${when}`,
    formula: 'coins x difficulty x 2^32 / ((subsidy + fees)(1 - pool fee))',
  };
  return convert(product(made, perCoin, note), 'TH');
}
