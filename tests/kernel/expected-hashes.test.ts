import fc from 'fast-check';
import { hashesOfPayout } from '../../src/kernel/expected-hashes/by-payout.ts';
import { halvingWithin, subsidyAt } from '../../src/kernel/expected-hashes/subsidy.ts';
import type { RewardTerms } from '../../src/model/documents/workspace.ts';
import type { DifficultyEpoch, Payout } from '../../src/model/source-records.ts';
import { difficultyOf, workOf } from '../../src/units/chain-work.ts';
import { exact, type Rational, ratio } from '../../src/units/rational.ts';
import { decimalText, roundedText } from '../../src/units/rounding.ts';
import { measure } from '../../src/kernel/measure.ts';
import {
  bill,
  calendar,
  coinPeriod,
  evidence,
  footprintOf,
  hashes,
  messagesOf,
  midnight,
  site,
  valueOf,
} from './sample.ts';

/*
 * One day of payouts. The bits 1d00ffff are difficulty 1, of which a block takes 4,295,032,833 hashes; a day at 1 PH/s is
 * 8.64e19 hashes. Blocks after height 840,000 create 3.125 coins.
 */
const DAY = calendar('2025-01-01', '2025-01-01');
const BITS = '1d00ffff';
const WORK = ratio(workOf(BITS));
const [START, END] = [midnight('2025-01-01', 'UTC'), midnight('2025-01-02', 'UTC')];
const H_PER_DAY = exact('86400000000000000000');

const TERMS: RewardTerms = {
  scheme: 'fpps',
  from: '2025-01-01',
  to: '2025-12-31',
  mean_fees: '0.125',
  pool_fee: '0.02',
  source: 'mempool.space, mean fees of January 2025',
  grade: 'S',
};

function epoch(more: Partial<DifficultyEpoch> = {}): DifficultyEpoch {
  return {
    firstHeight: 876_960,
    lastHeight: 878_975,
    from: START,
    to: END,
    bits: BITS,
    difficulty: difficultyOf(BITS),
    evidence: evidence('difficulty.csv', 2),
    ...more,
  };
}

function payout(coins: Rational, more: Partial<Payout> = {}): Payout {
  return {
    site: 'alpha',
    coins,
    firstDay: '2025-01-01',
    lastDay: '2025-01-01',
    start: START,
    end: END,
    evidence: evidence('payouts.csv', 2),
    ...more,
  };
}

interface Case {
  readonly payouts?: readonly Payout[];
  readonly terms?: readonly RewardTerms[];
  readonly difficulty?: readonly DifficultyEpoch[];
  readonly phs?: bigint;
}

/** Coins of a day at 1 PH/s: hashes / work x 3.25 x 0.98, cut to ten thousandths of a coin as a pool writes it. */
const EARNED = exact(
  roundedText(H_PER_DAY.div(WORK).mul(exact('3.185')), { decimals: 4, mode: 'half-even' }),
);

function footprint({
  payouts = [payout(EARNED)],
  terms = [TERMS],
  difficulty = [epoch()],
  phs = 1n,
}: Case) {
  return footprintOf({
    difficulty,
    sites: [
      site({
        calendar: DAY,
        bills: [bill('2025-01-01', '2025-01-01', '480')],
        hashes: hashes(DAY, phs),
        payouts,
        rewards: { terms, evidence: evidence('workspace.yaml', 12) },
      }),
    ],
  });
}

const expected = (of: Case): Rational | undefined =>
  measure(footprint(of), { metric: 'hash.expected' }).measurements[0]?.step.value;

describe('the subsidy by height', () => {
  test.each([
    [0, '50'],
    [209_999, '50'],
    [210_000, '25'],
    [839_999, '6.25'],
    [840_000, '3.125'],
    [1_050_000, '1.5625'],
    [6_930_000, '0'],
  ])('block %i creates %s', (height, coins) => {
    expect(decimalText(subsidyAt(height))).toBe(coins);
  });

  test('the halving at block 840,000 lies within the stretch from 838,656 to 840,671', () => {
    expect(halvingWithin(838_656, 840_671)).toBe(840_000);
    expect(halvingWithin(840_000, 840_671)).toBeUndefined();
  });
});

describe('full pay per share', () => {
  test('payout x work / ((subsidy + mean fees)(1 - fee)): a day at 1 PH/s', () => {
    const value = expected({});
    expect(
      value?.equals(
        EARNED.mul(WORK)
          .div(exact('3.185'))
          .div(10n ** 12n),
      ),
    ).toBe(true);
    // 86,400,000 TH, by what the pool wrote
    expect(roundedText(value ?? ratio(0n), { decimals: 0, mode: 'half-even' })).toBe('86400000');
    expect(messagesOf(footprint({}), 'ACC-COINS-HASHES').join()).toMatch(/agree within 3%/);
  });

  test('without the fees of blocks the same payout would stand for 4% more hashes', () => {
    const without = expected({ terms: [{ ...TERMS, scheme: 'pps' }] });
    expect(without?.div(expected({}) ?? ratio(1n)).toFraction()).toBe('26/25');
  });

  test('the work of stated difficulty is short of that of bits by 65535/65536, less one hash', () => {
    const { bits, ...stated } = epoch();
    expect(bits).toBe(BITS);
    const times = expected({ difficulty: [stated] })?.div(expected({}) ?? ratio(1n));
    expect(times?.toFraction()).toBe('4294967296/4295032833');
  });

  test('a day in which the difficulty doubles at noon: part of time over work, segment by segment', () => {
    const noon = START + 43_200;
    const hard = '1c7fff80';
    expect(difficultyOf(hard).toFraction()).toBe('2');
    const second = epoch({
      ...{ firstHeight: 878_976, lastHeight: 880_991, from: noon, bits: hard },
      difficulty: ratio(2n),
    });
    const value = expected({ difficulty: [epoch({ to: noon }), second] });
    const perHash = ratio(1n, 2n)
      .div(WORK)
      .add(ratio(1n, 2n).div(ratio(workOf(hard))));
    expect(value?.equals(EARNED.div(exact('3.185').mul(perHash)).div(10n ** 12n))).toBe(true);
  });

  test('a fee of the payout itself comes before that of the terms', () => {
    const own = expected({ payouts: [payout(EARNED, { poolFee: exact('0.51') })] });
    expect(own?.div(expected({}) ?? ratio(1n)).toFraction()).toBe('2');
  });
});

describe('what is missing is said', () => {
  const { mean_fees, ...noFees } = TERMS;
  const { pool_fee, ...noPoolFee } = TERMS;
  test.each<[string, Case, RegExp]>([
    ['no terms', { terms: [] }, /nothing states under which scheme/],
    ['no mean fees', { terms: [noFees] }, /mean fees of a block are not stated/],
    ['no pool fee', { terms: [noPoolFee] }, /fee of the pool is not stated/],
    ['no difficulty', { difficulty: [] }, /difficulty of the chain is not known/],
    [
      'a halving within the stretch',
      { difficulty: [epoch({ firstHeight: 838_656, lastHeight: 840_671 })] },
      /halved at block 840,000/,
    ],
    [
      'half a day of difficulty',
      { difficulty: [epoch({ to: START + 43_200 })] },
      /difficulty of the chain is not known/,
    ],
  ])('%s', (_, of, message) => {
    expect([mean_fees, pool_fee]).toEqual(['0.125', '0.02']);
    expect(valueOf(footprint(of), 'hash.expected')).toBe('ACC-EXPECTED-HASHES');
    expect(messagesOf(footprint(of), 'ACC-EXPECTED-HASHES')[0]).toMatch(message);
  });

  test('a site without coins hears nothing', () => {
    expect(messagesOf(footprint({ payouts: [] }), 'ACC-EXPECTED-HASHES')).toEqual([]);
  });
});

describe('by oneself', () => {
  const SOLO: RewardTerms = { ...TERMS, scheme: 'solo' };
  const blocks = (n: number) =>
    Array.from({ length: n }, (_, i) =>
      payout(exact('3.2'), { evidence: evidence('blocks.csv', i + 2) }),
    );
  const harder = '17030ecd';
  const one = ratio(workOf(harder));

  test('the sum of the work of blocks, whatever they paid', () => {
    const difficulty = [epoch({ bits: harder, difficulty: difficultyOf(harder) })];
    const value = expected({ terms: [SOLO], payouts: blocks(3), difficulty });
    expect(value?.equals(one.mul(3n).div(10n ** 12n))).toBe(true);
  });

  // half the interval of four blocks is 1.96 / 2 = 98% of them; four of difficulty 1 are far less than a day at 1 PH/s
  test('four blocks are held against their interval', () => {
    const inside = footprint({ terms: [SOLO], payouts: blocks(4), difficulty: [epoch()] });
    expect(messagesOf(inside, 'ACC-COINS-HASHES').join()).toMatch(/outside the 95% interval/);
  });
});

describe('payouts against hashes', () => {
  test.each<[bigint, string]>([
    [1n, 'info'],
    [2n, 'critical'],
  ])('at %i PH/s', (phs, severity) => {
    const found = footprint({ phs }).findings.filter(({ code }) => code === 'ACC-COINS-HASHES');
    expect(found.map((one) => one.severity)).toEqual([severity]);
  });

  test('the luck of a pool that shares its blocks is allowed for', () => {
    const terms = [{ ...TERMS, scheme: 'pplns' as const }];
    const found = footprint({
      terms,
      payouts: [payout(EARNED.mul(exact('1.2')))],
    }).findings.filter(({ code }) => code === 'ACC-COINS-HASHES');
    expect(found.map(({ severity }) => severity)).toEqual(['info']);
  });
});

test('coins with their own difficulty give the same where payouts do not suffice', () => {
  const own = site({
    calendar: DAY,
    bills: [bill('2025-01-01', '2025-01-01', '480')],
    hashes: hashes(DAY, 1n),
    coins: [coinPeriod({ coins: exact('2') })],
  });
  // 2 x 1 x 2^32 / 1 = 8,589,934,592 hashes
  expect(valueOf(footprintOf({ sites: [own] }), 'hash.expected')).toBe('0.008589934592');
});

test('hashes paid grow with coins and difficulty exactly (1,000 runs)', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 9n), fc.integer({ min: 2, max: 9 }), (satoshi, times) => {
      const coins = ratio(satoshi, 10n ** 8n);
      const rewards = { terms: [TERMS], evidence: evidence('workspace.yaml', 12) };
      const of = (amount: Rational) => {
        const paid = hashesOfPayout(payout(amount), rewards, [epoch()]);
        return 'hashes' in paid ? paid.hashes.value : ratio(0n);
      };
      expect(of(coins.mul(times)).div(of(coins)).toFraction()).toBe(String(times));
    }),
    { numRuns: 1000 },
  );
});
