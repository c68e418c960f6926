import * as braiins from '../../src/ingest/braiins/extract.ts';
import * as f2pool from '../../src/ingest/f2pool/extract.ts';
import { joinPayouts } from '../../src/ingest/payouts-csv/join.ts';
import { certainProfiles } from '../../src/ingest/profile/profiles.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { present } from '../support/present.ts';
import { codes, given, instant } from './given.ts';

const BRAIINS: ProfileInput = {
  kind: 'profile',
  profile: 'braiins',
  files: '*.json',
  site: 'pecos',
  taken: '2025-03-10T14:00:00+02:00',
};
const F2POOL: ProfileInput = { ...BRAIINS, profile: 'f2pool', algorithm: 'sha256' };

function without(input: ProfileInput, key: keyof ProfileInput): ProfileInput {
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => name !== key),
  ) as unknown as ProfileInput;
}

const worker = (unit: string, rate: string) =>
  `{"state": "ok", "last_share": 1542103204, "hash_rate_unit": "${unit}", "hash_rate_5m": 14977, "hash_rate_60m": 15302, "hash_rate_24h": ${rate}}`;
const workers = (...all: readonly string[]) =>
  `{"btc": {"workers": {\n${all.map((one, i) => `"acc.w${String(i)}": ${one}`).join(',\n')}}}}`;

describe('Braiins Pool', () => {
  const read = (text: string, input = BRAIINS) => braiins.extract(given(text, 'b.json'), input);

  // 15,351 GH/s x 86,400 s = 1,326,326,400 GH; 1.5 TH/s = 1,500 GH/s: 129,600,000 GH
  test('workers: only the mean of 24 hours counts, in the unit that each states', () => {
    const { hashrate } = read(workers(worker('Gh/s', '15351'), worker('Th/s', '"1.50"')));
    const { records, findings, rows } = present(hashrate);
    expect(records).toMatchObject([
      {
        site: 'pecos',
        algorithm: 'sha256',
        scale: 1n,
        readings: [
          {
            device: 'acc.w0',
            start: instant('2025-03-09T12:00:00Z'),
            end: instant('2025-03-10T12:00:00Z'),
            hashes: 1_326_326_400n,
            line: 2,
          },
          { device: 'acc.w1', hashes: 129_600_000n, line: 3 },
        ],
      },
    ]);
    expect(codes(findings)).toEqual(['IN-DAY-VALUES quality -']);
    expect(rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
  });

  test('a unit that is missing or unknown sets the worker aside', () => {
    const none = worker('Gh/s', '1').replace('"hash_rate_unit": "Gh/s", ', '');
    const { hashrate } = read(workers(none, worker('Sol/s', '1'), worker('Ph/s', '1')));
    const { records, findings, rows } = present(hashrate);
    expect(records[0]?.readings.map(({ device }) => device)).toEqual(['acc.w2']);
    expect(codes(findings)).toEqual([
      'IN-DAY-VALUES quality -',
      'IN-UNIT critical -',
      'IN-UNIT critical -',
    ]);
    expect(rows).toEqual({ read: 3, rejected: 2, duplicate: 0 });
  });

  test('a rate that is no number, negative or not stated is set aside', () => {
    const { hashrate } = read(
      workers(worker('Gh/s', '"fast"'), worker('Gh/s', '-1'), worker('Gh/s', 'null')),
    );
    expect(present(hashrate).records).toEqual([]);
    expect(codes(present(hashrate).findings)).toEqual([
      'IN-NULL completeness 4',
      'IN-NUMBER critical 2',
      'IN-NUMBER critical 3',
    ]);
  });

  test('without a moment the last 24 hours are no time', () => {
    const { hashrate } = read(workers(worker('Gh/s', '1')), without(BRAIINS, 'taken'));
    expect(present(hashrate).records).toEqual([]);
    expect(present(hashrate).findings).toMatchObject([
      {
        code: 'IN-SNAPSHOT',
        severity: 'critical',
        message:
          'b.json says how things stood over the 24 hours before it was asked for, and not when that was. Export the hashrate day by day (accounts/hash_rate_daily/json/group/btc), or state the moment as `taken` in its input.',
      },
    ]);
  });

  test('a profile is the account as a whole', () => {
    const { hashrate } = read(
      '{"username": "acc", "btc": {"hash_rate_unit": "Gh/s", "hash_rate_5m": 250.5, "hash_rate_60m": 0, "hash_rate_24h": 0}}',
    );
    expect(present(hashrate).records[0]?.readings).toMatchObject([{ device: 'all', hashes: 0n }]);
  });

  // 1,073.7 GH/s x 86,400 s = 92,767,680 GH
  test('daily means need no moment: each day begins with the second that is stated', () => {
    const text =
      '{"btc": [{"date": 1662681600, "hash_rate_unit": "Gh/s", "hash_rate_24h": 1073.7, "total_shares": 21600000},\n{"date": 1662595200, "hash_rate_unit": "Gh/s", "hash_rate_24h": 0}]}';
    const { hashrate } = read(text, without(BRAIINS, 'taken'));
    expect(present(hashrate).records[0]?.readings).toMatchObject([
      { start: instant('2022-09-08T00:00:00Z'), hashes: 0n, line: 2 },
      {
        start: instant('2022-09-09T00:00:00Z'),
        end: instant('2022-09-10T00:00:00Z'),
        hashes: 92_767_680n,
        line: 1,
      },
    ]);
  });

  describe('daily rewards', () => {
    const day = (parts: string) => `{"btc": {"daily_rewards": [{"date": 1726704000, ${parts}}]}}`;

    test('coins for hashes count, to the last digit; those for having brought others do not', () => {
      const { payouts } = read(
        day(
          '"total_reward": "0.0123", "mining_reward": "0.010000000000000001", "bos_plus_reward": "0.0005", "referral_bonus": "0.001799999999999999", "referral_reward": 0',
        ),
        without(BRAIINS, 'taken'),
      );
      const { records, findings } = present(payouts);
      expect(findings).toEqual([]);
      expect(records).toMatchObject([
        {
          site: 'pecos',
          start: instant('2024-09-19T00:00:00Z'),
          end: instant('2024-09-20T00:00:00Z'),
          firstDay: '2024-09-19',
          lastDay: '2024-09-19',
          evidence: {
            file: 'b.json',
            at: { line: 1, element: '/btc/daily_rewards/0/mining_reward' },
          },
        },
      ]);
      expect(records.map(({ coins }) => decimalText(coins))).toEqual(['0.010500000000000001']);
    });

    test('a total that its parts do not make is told', () => {
      const { payouts } = read(day('"total_reward": "0.02", "mining_reward": "0.01"'));
      expect(present(payouts).findings).toMatchObject([
        {
          code: 'IN-CHECK-SUM',
          severity: 'quality',
          message:
            'Line 1 of b.json: /btc/daily_rewards/0 states a total_reward of 0.02, and its parts add up to 0.01. The parts count; correct the one that is wrong.',
        },
      ]);
    });

    test('a day without a date, and one without an amount, are set aside', () => {
      const text =
        '{"btc": {"daily_rewards": [{"date": "yesterday", "total_reward": "1"}, {"date": 1726704000, "total_reward": null}, {"date": 1726790400, "total_reward": 1}]}}';
      const { payouts } = read(text);
      const { records, findings, rows } = present(payouts);
      expect(records.map(({ firstDay }) => firstDay)).toEqual(['2024-09-20']);
      expect(codes(findings)).toEqual(['IN-DATE critical 1', 'IN-NULL completeness 1']);
      expect(rows).toEqual({ read: 3, rejected: 2, duplicate: 0 });
    });

    test('the same days of two files count once', () => {
      const file = day('"total_reward": "0.02"');
      const one = present(braiins.extract(given(file, 'a.json'), BRAIINS).payouts);
      const two = present(braiins.extract(given(file, 'b.json'), BRAIINS).payouts);
      expect(joinPayouts([one, two]).records).toHaveLength(1);
      const other = day('"total_reward": "0.03"');
      const three = present(braiins.extract(given(other, 'c.json'), BRAIINS).payouts);
      expect(codes(joinPayouts([one, three]).findings)).toEqual(['IN-CONFLICT critical 1']);
    });
  });

  test.each([
    [
      '{"btc": {"pool_scoring_hash_rate": 5820970883.3011, "hash_rate_unit": "Gh/s"}}',
      'the hashrate of the whole pool',
    ],
    ['{"btc": {"block_rewards": []}}', 'rewards block by block'],
    ['{"btc": 1}', 'no answer that is known'],
  ])('%s is refused', (text, what) => {
    expect(present(read(text).hashrate).findings[0]?.message).toContain(
      `b.json holds ${what} of Braiins Pool.`,
    );
  });

  test('a site must be named', () => {
    const { hashrate } = read(workers(worker('Gh/s', '1')), without(BRAIINS, 'site'));
    expect(present(hashrate).findings[0]?.message).toContain('Add site to the input.');
  });
});

describe('F2Pool', () => {
  const answer = (hashes: string, stale = '0') =>
    `{"balance": "0.000045036645168645", "hashes_last_day": ${hashes}, "value": "0.000045036645168645", "value_last_day": "0.000000000000000001", "stale_hashes_rejected_last_day": "${stale}",\n"workers": [["minerx01", "12650560751040", "0", "0", "1084452716521979904", "2533274790395904", "2018-06-19T10:02:19.810789Z", false]]}`;
  const read = (text: string, input = F2POOL) => f2pool.extract(given(text, 'f.json'), input);

  // 1,084,452,716,521,979,904 H in a day are 12.55 TH/s: a rate of that number would be 1.08 EH/s
  test('hashes of the last day are hashes and no rate', () => {
    const { hashrate, payouts } = read(answer('"1084452716521979904"', '2533274790395904'));
    const { records, findings } = present(hashrate);
    const [series] = records;
    expect(series?.readings).toMatchObject([
      {
        device: 'all',
        start: instant('2025-03-09T12:00:00Z'),
        end: instant('2025-03-10T12:00:00Z'),
      },
    ]);
    // 1,084,452,716.521979904 GH, to a ten-thousandth of a gigahash
    expect(series).toMatchObject({ scale: 10_000n, readings: [{ hashes: 10_844_527_165_220n }] });
    expect(codes(findings)).toEqual([
      'IN-DAY-VALUES quality -',
      'IN-PRECISION info -',
      'IN-STALE info 1',
    ]);
    expect(findings.find(({ code }) => code === 'IN-STALE')?.message).toBe(
      'Line 1 of f.json: the pool rejected 2.533 PH of the day as stale. They are not counted.',
    );
    expect(present(payouts).records.map(({ coins }) => decimalText(coins))).toEqual([
      '0.000000000000000001',
    ]);
  });

  test('a large farm fits its columns: what is beyond a gigahash is rounded', () => {
    // 20 EH/s over a day: 1.728e24 H
    const { hashrate } = read(answer('"1728000000000000000000001"'));
    expect(present(hashrate).records[0]).toMatchObject({
      scale: 1n,
      readings: [{ hashes: 1_728_000_000_000_000n }],
    });
    expect(codes(present(hashrate).findings)).toContain('IN-PRECISION info -');
  });

  test('without a moment, and without the coin, it is refused', () => {
    const text = answer('"1"');
    expect(codes(present(read(text, without(F2POOL, 'taken')).hashrate).findings)).toEqual([
      'IN-SNAPSHOT critical 1',
    ]);
    expect(
      present(read(text, without(F2POOL, 'algorithm')).hashrate).findings[0]?.message,
    ).toContain('does not say which coin was mined. Add algorithm to the input.');
    expect(codes(present(read('{"a": 1}').hashrate).findings)).toEqual([
      'IN-NO-READINGS critical -',
    ]);
    expect(codes(present(read('{"a": ').hashrate).findings)).toEqual(['IN-JSON critical 1']);
  });

  test('coins of another algorithm are no bitcoin', () => {
    const { payouts } = read(answer('"1"'), { ...F2POOL, algorithm: 'scrypt' });
    expect(present(payouts).records).toEqual([]);
  });

  test('each pool is known by content, and by no other name', () => {
    const ids = (text: string) => certainProfiles(given(text, 'x.csv')).map(({ id }) => id);
    expect(ids(answer('"1"'))).toEqual(['f2pool']);
    expect(ids(workers(worker('Gh/s', '1')))).toEqual(['braiins']);
    expect(ids('{"btc": {"daily_rewards": []}}')).toEqual(['braiins']);
    expect(ids('{"btc": 1}')).toEqual([]);
    expect(inspectReadings(given(answer('"1"'), 'x.csv'), {})).toMatchObject({
      format: 'json',
      profile: 'f2pool',
      records: 0,
      findings: [{ code: 'IN-SNAPSHOT' }],
    });
  });
});
