import type { HashColumns, SiteInputs } from '../../src/kernel/inputs.ts';
import { exact, ratio } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  coinPeriod,
  column,
  evidence,
  fleet,
  footprintOf,
  hashes,
  MAIN,
  messagesOf,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

/*
 * One day at 1 PH/s (3.6e6 TH an hour) on 20 kW (72 MJ an hour): 20 J/TH.
 */
const DAY = calendar('2025-01-01', '2025-01-01');
const HOUR_TH = 3_600_000;
const MEGAJOULE = 1_000_000n;

function day(
  isKnown: (hour: number) => boolean,
  more: Partial<Omit<SiteInputs, 'site'>> = {},
): SiteInputs {
  return site({
    calendar: DAY,
    bills: [bill('2025-01-01', '2025-01-01', '480')],
    hashes: hashes(DAY, 1n, isKnown),
    ...more,
  });
}

function metered(joules: (hour: number) => bigint | undefined, id = 'main') {
  return new Map([[id, column(`${id}.energy`, DAY, joules)]]);
}

const volumes = (of: SiteInputs) => {
  const footprint = footprintOf({ sites: [of] });
  return {
    point: valueOf(footprint, 'hash.volume'),
    observed: valueOf(footprint, 'hash.volume.observed'),
    lower: valueOf(footprint, 'hash.volume.lower'),
    filled: valuesOf(footprint, { metric: 'hash.volume.filled', by: ['source'] }),
  };
};

const th = (hours: number) => String(hours * HOUR_TH);

test('where nothing is missing, nothing is filled', () => {
  const whole = day(() => true, { energyColumns: metered(() => 72n * MEGAJOULE) });
  expect(volumes(whole)).toEqual({ point: th(24), observed: th(24), lower: th(24), filled: {} });
  expect(messagesOf(footprintOf({ sites: [whole] }), 'ACC-HASH-FILLED')).toEqual([]);
});

describe('by metered energy', () => {
  test('four hours at half power are half the hashes', () => {
    const energyColumns = metered((h) => (h >= 8 && h < 12 ? 36n : 72n) * MEGAJOULE);
    const gap = day((h) => h < 8 || h >= 12, { energyColumns });
    // 4 h x 36 MJ / 20 J/TH
    expect(volumes(gap)).toEqual({
      point: th(22),
      observed: th(20),
      lower: th(20),
      filled: { meter: th(2) },
    });
    const footprint = footprintOf({ sites: [gap] });
    expect(valueOf(footprint, 'hash.coverage')).toBe('0.8333333333333333333333333333333333');
    // the rate is that of the hours that were seen
    expect(valueOf(footprint, 'hash.mean-rate')).toBe('1');
    expect(messagesOf(footprint, 'ACC-HASH-FILLED')[0]).toMatch(
      /1 gap by metered energy \(7,200,000 TH\), 9.091% of its hashes/,
    );
  });

  test('no power, no hashes: outages are not filled', () => {
    const energyColumns = metered((h) => (h >= 8 && h < 12 ? 0n : 72n) * MEGAJOULE);
    const gap = day((h) => h < 8 || h >= 12, { energyColumns });
    expect(volumes(gap)).toMatchObject({ point: th(20), filled: { meter: '0' } });
  });

  test('no power, no hashes, even where no hour around is known', () => {
    expect(volumes(day(() => false, { energyColumns: metered(() => 0n) }))).toMatchObject({
      point: '0',
      filled: { meter: '0' },
    });
    expect(volumes(day(() => false, { energyColumns: metered(() => 72n) }))).toMatchObject({
      point: '0',
      filled: {},
    });
  });

  test('hours whose energy is unknown are left to other rules', () => {
    const energyColumns = metered((h) => (h >= 8 && h < 12 ? undefined : 72n * MEGAJOULE));
    expect(volumes(day((h) => h < 8 || h >= 12, { energyColumns })).filled).toEqual({});
  });

  test('a gap of which some hours have energy is cut in two', () => {
    const energyColumns = metered((h) => (h >= 8 && h < 10 ? undefined : 72n * MEGAJOULE));
    expect(volumes(day((h) => h < 8 || h >= 12, { energyColumns })).filled).toEqual({
      meter: th(2),
    });
  });

  test('an hour known in part takes the part of its energy', () => {
    const series = hashes(DAY, 1n);
    const seconds = column('alpha.seconds', DAY, (h) => (h === 5 ? 900n : 3600n), {
      quantity: 'seconds',
      unit: 's',
    });
    const volume = column('alpha.hashes', DAY, (h) => (h === 5 ? 900n : 3600n) * 1_000_000n, {
      quantity: 'hashes',
      unit: 'GH',
    });
    const energyColumns = metered((h) => (h === 5 ? 36n : 72n) * MEGAJOULE);
    const gap = day(() => true, { energyColumns, hashes: { ...series, volume, seconds } });
    // three quarters of an hour at half power
    expect(volumes(gap).filled).toEqual({ meter: th(0.375) });
  });

  test('the hours that show energy per hash lie within 84 h of the gap', () => {
    const fortnight = calendar('2025-01-01', '2025-01-14');
    // 40 J/TH up to hour 200; hour 285 is missing, and its window begins at 201
    const read = column('main.energy', fortnight, (h) => (h <= 200 ? 144n : 72n) * MEGAJOULE);
    const gap = site({
      calendar: fortnight,
      bills: [bill('2025-01-01', '2025-01-14', '480')],
      hashes: hashes(fortnight, 1n, (h) => h !== 285),
      energyColumns: new Map([['main', read]]),
    });
    expect(volumes(gap).filled).toEqual({ meter: th(1) });
  });

  test('the equipment is read before the connection, and other uses are no proxy', () => {
    const IT = { id: 'it', site: 'alpha', measures: 'it-load', part_of: 'main' } as const;
    const isKnown = (h: number) => h !== 12;
    const half = metered((h) => (h === 12 ? 36n : 72n) * MEGAJOULE, 'it');
    const both = new Map([...metered(() => 72n * MEGAJOULE), ...half]);
    const of = (use: 'mining' | 'compute') =>
      volumes(day(isKnown, { meters: [MAIN, { ...IT, use }], energyColumns: both })).filled;
    expect(of('mining')).toEqual({ meter: th(0.5) });
    expect(of('compute')).toEqual({ linear: th(1) });
  });
});

describe('by pool shares', () => {
  // 2^32 hashes a unit of difficulty: 3.6e18 hashes an hour are 838190317.15 units
  const shares = (hour: number, count = 1000n) => ({
    site: 'alpha',
    shares: count,
    difficulty: exact('1000000'),
    start: DAY.start + hour * 3600,
    end: DAY.start + (hour + 1) * 3600,
    evidence: evidence('shares.csv', hour + 2),
  });
  const PER_HOUR = ratio(2n ** 32n * 1000n * 1_000_000n, 10n ** 12n);

  test('sum of share difficulty x 2^32', () => {
    const gap = day((h) => h < 8 || h >= 12, { shares: [8, 9, 10, 11].map((h) => shares(h)) });
    expect(volumes(gap).filled).toEqual({ shares: PER_HOUR.mul(4).toString() });
  });

  test('records that do not cover the gap leave it to the next rule', () => {
    const gap = day((h) => h < 8 || h >= 12, { shares: [8, 9, 11].map((h) => shares(h)) });
    expect(volumes(gap).filled).toEqual({});
  });

  test('energy comes before shares', () => {
    const energyColumns = metered(() => 72n * MEGAJOULE);
    const gap = day((h) => h !== 8, { shares: [shares(8)], energyColumns });
    expect(volumes(gap).filled).toEqual({ meter: th(1) });
  });

  test('shares of SHA-256 say nothing of another algorithm', () => {
    const scrypt = { ...hashes(DAY, 1n, (h) => h < 8 || h >= 12), algorithm: 'scrypt' };
    const gap = day(() => true, { hashes: scrypt, shares: [8, 9, 10, 11].map((h) => shares(h)) });
    expect(volumes(gap).filled).toEqual({});
  });
});

describe('by a straight line', () => {
  const rising: HashColumns = {
    ...hashes(DAY, 1n, (h) => h < 8 || h >= 10),
    volume: column('alpha.hashes', DAY, (h) => (h < 8 || h >= 10 ? BigInt(h) * 1000n : undefined), {
      quantity: 'hashes',
      unit: 'GH',
    }),
  };

  test('two hours between 7 and 10 are 17 (8 and 9)', () => {
    expect(volumes(day(() => true, { hashes: rising })).filled).toEqual({ linear: '17' });
  });

  test.each([
    ['three hours', (h: number) => h < 8 || h >= 11],
    ['the first hour', (h: number) => h !== 0],
    ['the last hour', (h: number) => h !== 23],
  ])('not filled: %s', (_, isKnown) => {
    expect(volumes(day(isKnown)).filled).toEqual({});
  });

  test('two intervals are those of the source', () => {
    const fine = { ...hashes(DAY, 1n, (h) => h !== 8), intervalSeconds: 300 };
    expect(volumes(day(() => true, { hashes: fine })).filled).toEqual({});
  });
});

describe('by coins', () => {
  // at a difficulty of 1e12 / 2^32 a block takes 1 TH, and pays one coin
  const coins = (hours: number) =>
    coinPeriod({
      coins: exact(th(hours)),
      difficulty: ratio(10n ** 12n, 2n ** 32n),
    });

  test('what is paid beyond the hashes known goes to the hours that nothing else filled', () => {
    const gap = day((h) => h < 8 || h >= 12, { coins: [coins(23)] });
    expect(volumes(gap)).toMatchObject({ point: th(23), filled: { coins: th(3) } });
  });

  test('by the seconds of each gap, after the rules before', () => {
    const gap = day((h) => h === 1 || (h >= 3 && h < 8) || (h >= 12 && h < 20), {
      coins: [coins(20)],
    });
    // hour 2 by a straight line; 0, 8 to 11 and 20 to 23 share the rest: 20 - 14 - 1
    expect(volumes(gap)).toMatchObject({
      point: th(20),
      filled: { linear: th(1), coins: th(5) },
    });
  });

  test('coins for fewer hashes than are known take nothing away', () => {
    const gap = day((h) => h < 8 || h >= 12, { coins: [coins(5)] });
    expect(volumes(gap)).toMatchObject({ point: th(20), filled: { coins: '0' } });
  });

  test('a period that reaches beyond the records fills nothing', () => {
    const two = { ...coins(23), end: DAY.end + 86_400 };
    expect(volumes(day((h) => h < 8 || h >= 12, { coins: [two] })).filled).toEqual({});
  });
});

test('the upper bound is never below the hashes given', () => {
  const energyColumns = metered((h) => (h >= 8 && h < 12 ? 144n : 72n) * MEGAJOULE);
  const gap = day((h) => h < 8 || h >= 12, { energyColumns, fleet: [fleet()] });
  const footprint = footprintOf({ sites: [gap] });
  // five machines of 200 TH/s would have computed 4 hours' worth, the meter says 8
  expect(valueOf(footprint, 'hash.volume')).toBe(th(28));
  expect(valueOf(footprint, 'hash.volume.upper')).toBe(th(28));
});

test('the meter is not tested by hashes that it filled', () => {
  // 480 kWh over the 20 hours seen are 24 J/TH; over all 24 they would be 20
  const energyColumns = metered(() => 72n * MEGAJOULE);
  const narrow = fleet({ powerW: exact('3500'), hashrateThs: exact('200') });
  const gap = day((h) => h < 8 || h >= 12, { energyColumns, fleet: [narrow] });
  const footprint = footprintOf({ sites: [gap] });
  expect(valueOf(footprint, 'efficiency.facility')).toBe('20');
  // 24 / 17.5 is above 1.35, 20 / 17.5 is not
  expect(messagesOf(footprint, 'ACC-J-PER-TH')[0]).toMatch(/24 J\/TH measured, 17.5 J\/TH rated/);
});

describe('coins against hashes', () => {
  const check = (hours: string, of = day(() => true)) =>
    footprintOf({
      sites: [
        {
          ...of,
          coins: [
            coinPeriod({
              coins: exact(hours).mul(HOUR_TH),
              difficulty: ratio(10n ** 12n, 2n ** 32n),
            }),
          ],
        },
      ],
    }).findings.filter(({ code }) => code === 'ACC-COINS-HASHES');

  test.each([
    ['19.19', 'critical'],
    ['19.2', 'quality'],
    ['23.27', 'quality'],
    ['23.28', 'info'],
    ['24.72', 'info'],
    ['24.73', 'quality'],
    ['30', 'quality'],
    ['30.01', 'critical'],
  ])('%s hours’ coins for 24 hours: %s', (hours, severity) => {
    const [finding, ...others] = check(hours);
    expect(others).toEqual([]);
    expect([finding?.severity, finding?.at]).toEqual([severity, { file: 'coins.csv', line: 2 }]);
  });

  test('hashes that coins filled are no test of coins', () => {
    expect(
      check(
        '24',
        day((h) => h < 8 || h >= 12),
      ),
    ).toEqual([]);
    const footprint = footprintOf({
      sites: [day((h) => h < 8 || h >= 12, { coins: [coinPeriod()] })],
    });
    expect(messagesOf(footprint, 'ACC-NO-INDEPENDENT-DATA')).toContain(
      'Coins against hashes of alpha could not be checked: no period of coins has hashrate for 99% of its hours.',
    );
  });
});
