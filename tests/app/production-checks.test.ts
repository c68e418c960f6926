import { difficultyFindings } from '../../src/app/difficulty-check.ts';
import { payoutFindings } from '../../src/app/payouts-check.ts';
import type { CoinProduction } from '../../src/model/records.ts';
import type { DifficultyEpoch, Payout } from '../../src/model/source-records.ts';
import { difficultyOf } from '../../src/units/chain-work.ts';
import { exact } from '../../src/units/rational.ts';

const instant = (text: string) => Date.parse(text) / 1000;
const evidence = { file: 'coins.csv', sha256: '0'.repeat(64), at: { line: 2 } };

function coins(firstDay: string, lastDay: string, difficulty: string, site = 'pecos') {
  const period: CoinProduction = {
    site,
    coins: exact('0.5'),
    difficulty: exact(difficulty),
    subsidy: exact('3.125'),
    fees: exact('0.05'),
    firstDay,
    lastDay,
    start: instant(firstDay),
    end: instant(lastDay) + 86_400,
    evidence,
  };
  return period;
}

function epoch(bits: string, from: string, to?: string): DifficultyEpoch {
  const end = to === undefined ? {} : { to: instant(to) };
  return {
    firstHeight: 0,
    lastHeight: 2015,
    from: instant(from),
    ...end,
    bits,
    difficulty: difficultyOf(bits),
    evidence,
  };
}

describe('difficulty stated for coins', () => {
  // 17050f7b is a difficulty of 55,621,444,139,429.57 (0xffff x 256^26 over 0x050f7b x 256^20); 1d00ffff is one of 1
  const hard = epoch('17050f7b', '2025-01-01T05:00:00Z', '2025-01-14T09:00:00Z');
  const easy = epoch('1d00ffff', '2025-01-14T09:00:00Z', '2025-01-28T00:00:00Z');
  const said = (period: CoinProduction, epochs = [easy, hard]) =>
    difficultyFindings({ coins: [period], difficulty: epochs }, 'pecos');

  test.each(['55621444139429.57', '55.6214e12', '55621444139430', '55621444139429'])(
    '%s is that of the blocks, to the digits given',
    (stated) => {
      expect(said(coins('2025-01-02', '2025-01-05', stated))).toEqual([]);
    },
  );

  test('another one is told with both numbers', () => {
    expect(said(coins('2025-01-02', '2025-01-05', '55.7e12'))).toEqual([
      {
        code: 'IN-DIFFICULTY',
        severity: 'quality',
        at: { file: 'coins.csv', line: 2 },
        message:
          'The difficulty stated for the coins of 2025-01-02 to 2025-01-05 is 55,700,000,000,000, and that of the blocks of these days is 55,621,444,139,429.57. Correct it.',
      },
    ]);
  });

  test.each([
    ['one of the two', '1', 'info'],
    ['between them', '30e12', 'info'],
    ['above both', '57e12', 'quality'],
  ])('over a change, %s', (_, stated, severity) => {
    const [found, ...others] = said(coins('2025-01-14', '2025-01-14', stated));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'IN-DIFFICULTY', severity });
    expect(found?.message).toContain(
      'in this time it changed from 55,621,444,139,429.57 to 1 (2025-01-14T09:00:00Z). Give the coins of each difficulty in a row of their own.',
    );
  });

  test.each([
    ['before the first block', coins('2025-01-01', '2025-01-02', '1'), [hard]],
    ['after the last block', coins('2025-01-14', '2025-01-15', '1'), [hard]],
    [
      'in a stretch whose end is not known',
      coins('2025-01-05', '2025-01-06', '1'),
      [epoch('1d00ffff', '2025-01-01')],
    ],
    [
      'over a gap',
      coins('2025-01-10', '2025-01-20', '1'),
      [hard, { ...easy, from: easy.from + 60 }],
    ],
  ])('%s it is not checked, and that is told', (_, period, epochs) => {
    expect(said(period, epochs)).toMatchObject([
      {
        severity: 'info',
        message: expect.stringContaining('1 period of coins of pecos, the first from') as string,
      },
    ]);
  });

  test('without blocks, and for another site, nothing is said', () => {
    expect(said(coins('2025-01-02', '2025-01-05', '1'), [])).toEqual([]);
    expect(said(coins('2025-01-02', '2025-01-05', '1', 'boden'))).toEqual([]);
  });
});

describe('coins against credits of a pool', () => {
  const credit = (day: string, amount: string, site = 'pecos'): Payout => ({
    site,
    coins: exact(amount),
    firstDay: day,
    lastDay: day,
    start: instant(day),
    end: instant(day) + 86_400,
    evidence,
  });
  const said = (payouts: readonly Payout[]) =>
    payoutFindings({ coins: [coins('2025-01-02', '2025-01-03', '1')], payouts }, 'pecos');

  test('that add up to them say nothing', () => {
    expect(said([credit('2025-01-03', '0.3'), credit('2025-01-02', '0.2')])).toEqual([]);
  });

  test('that do not add up are told with both numbers', () => {
    expect(said([credit('2025-01-02', '0.2'), credit('2025-01-03', '0.2')])).toEqual([
      {
        code: 'IN-PAYOUTS',
        severity: 'quality',
        at: { file: 'coins.csv', line: 2 },
        message:
          'The coins of 2025-01-02 to 2025-01-03 are stated as 0.5, and the pool credited 0.4 for these days. Correct the one that is wrong.',
      },
    ]);
  });

  test('of a part of the days, of other days or of another site, are no comparison', () => {
    expect(said([credit('2025-01-02', '0.2')])).toEqual([]);
    expect(said([credit('2025-01-04', '0.2')])).toEqual([]);
    expect(said([credit('2025-01-02', '9', 'boden'), credit('2025-01-03', '9', 'boden')])).toEqual(
      [],
    );
  });
});
