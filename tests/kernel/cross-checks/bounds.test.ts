import type { Finding } from '../../../src/model/finding.ts';
import { exact } from '../../../src/units/rational.ts';
import {
  bill,
  calendar,
  coinPeriod,
  column,
  fleet,
  footprintOf,
  hashes,
  MAIN,
  messagesOf,
  site,
} from '../sample.ts';

/* One day at 1 PH/s on 20 kW: 480 kWh for 86,400,000 TH, 20 J/TH. */
const DAY = calendar('2025-01-01', '2025-01-01');
type More = Parameters<typeof site>[0];
const ONE_DAY = {
  calendar: DAY,
  bills: [bill('2025-01-01', '2025-01-01', '480')],
  hashes: hashes(DAY, 1n),
};

const dayOf = (more: More = {}) => footprintOf({ sites: [site({ ...ONE_DAY, ...more })] });
const severities = (code: string, more: More): Finding['severity'][] =>
  dayOf(more)
    .findings.filter((one) => one.code === code)
    .map(({ severity }) => severity);
const lacks = (more: More = {}) => messagesOf(dayOf(more), 'ACC-NO-INDEPENDENT-DATA').join('\n');

describe('bills against readings: 0.5% of the readings', () => {
  const JOULES_PER_HOUR = 20n * 3_600_000n;
  const readings = new Map([['main', column('main.energy', DAY, () => JOULES_PER_HOUR)]]);
  const meters = [{ ...MAIN, energy_from: 'bills' as const }];

  // 480 x 1.005 = 482.4 and 480 x 0.995 = 477.6
  test.each([
    ['482.4', 'info'],
    ['482.401', 'quality'],
    ['477.6', 'info'],
    ['477.599', 'quality'],
  ])('%s kWh billed where 480 were read: %s', (kwh, severity) => {
    const bills = [bill('2025-01-01', '2025-01-01', kwh)];
    expect(severities('ACC-BILLS-READINGS', { bills, meters, energyColumns: readings })).toEqual([
      severity,
    ]);
  });

  test('without readings it has no independent data', () => {
    expect(lacks()).toContain('Bills against readings of main could not be checked');
    expect(severities('ACC-BILLS-READINGS', {})).toEqual([]);
  });

  test('a bill with an hour that is not read is not compared', () => {
    const holes = new Map([
      ['main', column('main.energy', DAY, (hour) => (hour === 5 ? undefined : JOULES_PER_HOUR))],
    ]);
    expect(lacks({ meters, energyColumns: holes })).toContain('no bill has a reading for every');
  });
});

/*
 * 8.64e19 hashes at difficulty D earn 8.64e19 / (D x 2^32) blocks. With D = 8.64e19 / 2^32 = 20,116,567,611.694...
 * that is one block; exactly so with D = 86,400,000,000,000,000,000 / 4,294,967,296. Subsidy 3 and fees 0.25: 3.25 coins.
 */
describe('coins against hashes, fees included', () => {
  const difficulty = exact('86400000000000000000').div(4_294_967_296n);
  const paid = (coins: string, more = {}) => ({
    coins: [
      coinPeriod({
        ...{ coins: exact(coins), difficulty, subsidy: exact('3'), fees: exact('0.25') },
        ...more,
      }),
    ],
  });

  // 3.25 x 1.03, 0.97, 1.25 and 0.8
  test.each([
    ['3.25', 'info'],
    ['3.3475', 'info'],
    ['3.3476', 'quality'],
    ['3.1525', 'info'],
    ['3.1524', 'quality'],
    ['4.0625', 'quality'],
    ['4.0626', 'critical'],
    ['2.6', 'quality'],
    ['2.5999', 'critical'],
  ])('%s coins where 3.25 are earned: %s', (coins, severity) => {
    expect(severities('ACC-COINS-HASHES', paid(coins))).toEqual([severity]);
  });

  test('the subsidy alone would be told as 8% too little paid for the same coins', () => {
    // 3.25 / 3 = 1.0833
    expect(severities('ACC-COINS-HASHES', paid('3.25', { fees: exact('0') }))).toEqual(['quality']);
  });

  test('without coins, and with hashes for less than 99% of the time, there is no independent data', () => {
    expect(lacks()).toContain('Coins against hashes of alpha could not be checked: its coins');
    const holes = { hashes: hashes(DAY, 1n, (hour) => hour !== 3) };
    expect(severities('ACC-COINS-HASHES', { ...paid('3.25'), ...holes })).toEqual([]);
    expect(lacks({ ...paid('3.25'), ...holes })).toContain('99% of its hours');
  });
});

describe('PUE', () => {
  const meters = [
    MAIN,
    { id: 'it', site: 'alpha', measures: 'it-load', part_of: 'main', use: 'mining' } as const,
  ];
  const metered = (kwh: string) => ({
    meters,
    bills: [...ONE_DAY.bills, bill('2025-01-01', '2025-01-01', kwh, { meter: 'it' })],
  });

  // 480 / 1.35 = 355.55...
  test.each<[string, Finding['severity'][]]>([
    ['480.01', ['critical']],
    ['480', []],
    ['355.56', []],
    ['355.55', ['quality']],
  ])('480 kWh bought for %s kWh of equipment: %j', (kwh, expected) => {
    expect(severities('ACC-PUE', metered(kwh))).toEqual(expected);
  });

  test('without a meter of the equipment there is no independent data', () => {
    expect(lacks()).toContain('PUE of alpha could not be checked');
  });
});

describe('hashes against the fleet at its rating: 1.15', () => {
  // 5 machines; 1000 / 1.15 / 5 = 173.913...
  test.each<[string, Finding['severity'][]]>([
    ['173.914', []],
    ['173.913', ['critical']],
  ])('machines of %s TH/s: %j', (rate, expected) => {
    const of = { fleet: [fleet({ hashrateThs: exact(rate) })] };
    expect(severities('ACC-RATED-HASHRATE', of)).toEqual(expected);
  });

  test('without a fleet there is no independent data', () => {
    expect(lacks()).toContain('Hashes of alpha against the rating of its fleet could not');
    expect(lacks()).toContain('Energy per hash of alpha against the rating of its fleet could not');
  });

  test('filled hashes do not test the fleet: what a meter gave is not observed', () => {
    const energy = column('main.energy', DAY, () => 20n * 3_600_000n);
    const of = dayOf({
      ...{ meters: [{ ...MAIN, energy_from: 'readings' }], bills: [] },
      energyColumns: new Map([['main', energy]]),
      hashes: hashes(DAY, 1n, (hour) => hour < 20),
      // 20 of 24 hours at 1 PH/s: 833.3 TH/s on average; 5 x 145 x 1.15 = 833.75
      fleet: [fleet({ hashrateThs: exact('145') })],
    });
    expect(messagesOf(of, 'ACC-HASH-FILLED')).not.toEqual([]);
    expect(messagesOf(of, 'ACC-RATED-HASHRATE')).toEqual([]);
  });
});

describe('energy against the connection', () => {
  test.each<[string, Finding['severity'][]]>([
    ['0.02', []],
    ['0.01999', ['critical']],
  ])('480 kWh in a day through %s MW: %j', (connected_mw, expected) => {
    expect(severities('ACC-CONNECTED', { site: { connected_mw } })).toEqual(expected);
  });

  test('without its capacity there is no independent data', () => {
    expect(lacks()).toContain('connected_mw is not stated');
  });
});

describe('energy per hash without hashes', () => {
  test('has no independent data where all hashes are unknown', () => {
    const of = { hashes: hashes(DAY, 1n, () => false) };
    expect(lacks(of)).toContain('Energy per hash of alpha could not be checked');
    expect(severities('ACC-J-PER-TH', of)).toEqual([]);
  });
});
