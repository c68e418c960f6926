import {
  extract as extractCoins,
  identify as identifyCoins,
} from '../../src/ingest/coins-csv/extract.ts';
import { joinCoins } from '../../src/ingest/coins-csv/join.ts';
import { extract, identify } from '../../src/ingest/curtailment-csv/extract.ts';
import { joinCurtailment } from '../../src/ingest/curtailment-csv/join.ts';
import {
  extract as extractShares,
  identify as identifyShares,
} from '../../src/ingest/shares-csv/extract.ts';
import { joinShares } from '../../src/ingest/shares-csv/join.ts';
import type { CurtailmentInput, SharesInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';
import { COINS, CURTAILMENT, SHARES } from './small-adapters.ts';

const EVENT_HEAD = 'Start,End,Baseline,Programme,Method';

function events(
  rows: readonly string[],
  map: Partial<CurtailmentInput['map']> = {},
  path = 'data.csv',
) {
  const input = { ...CURTAILMENT, map: { ...CURTAILMENT.map, ...map } };
  return extract(given(lines(EVENT_HEAD, ...rows), path), input);
}

test('an event has its instants, its baseline in MW, programme and method', () => {
  const { records, findings } = events(
    [
      '07/01/2025 14:45,07/01/2025 18:30,98500,ERS,10 of 10',
      '01/21/2025 05:00,01/22/2025 00:00,0,,',
    ],
    { baseline: { column: 'Baseline', unit: 'kW' } },
  );
  expect(findings).toEqual([]);
  expect(records.map((e) => [e.start, e.end, decimalText(e.baselineMw), e.programme])).toEqual([
    [instant('2025-07-01T19:45:00Z'), instant('2025-07-01T23:30:00Z'), '98.5', 'ERS'],
    [instant('2025-01-21T11:00:00Z'), instant('2025-01-22T06:00:00Z'), '0', undefined],
  ]);
  expect(records[0]).toMatchObject({ site: 'pecos', method: '10 of 10' });
  expect(records[1]).not.toHaveProperty('method');
});

test.each([
  ['an end before the start', '07/01/2025 18:00,07/01/2025 17:00,9,,', 'IN-PERIOD critical 2'],
  ['an event of no time', '07/01/2025 18:00,07/01/2025 18:00,9,,', 'IN-PERIOD critical 2'],
  ['a negative baseline', '07/01/2025 17:00,07/01/2025 18:00,-9,,', 'IN-NUMBER critical 2'],
  ['no baseline', '07/01/2025 17:00,07/01/2025 18:00,,,', 'IN-NULL completeness 2'],
  ['a day without time', '07/01/2025,07/01/2025 18:00,9,,', 'IN-DATE critical 2'],
  // daylight-saving time began at 02:00 on 9 March 2025 and ended at 02:00 on 2 November
  [
    'a time that the change skips',
    '03/09/2025 02:30,03/09/2025 04:00,9,,',
    'IN-NONEXISTENT-HOUR critical 2',
  ],
  [
    'a time that occurs twice',
    '11/02/2025 00:30,11/02/2025 01:30,9,,',
    'IN-AMBIGUOUS-TIME critical 2',
  ],
])('%s sets the row aside', (_, row, code) => {
  const { records, findings, rows } = events([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('an offset settles the hour that occurs twice', () => {
  const { records } = events(['11/02/2025 00:30 -05:00,11/02/2025 01:30 -06:00,9,,'], {
    zone: 'offset',
  });
  expect(records).toMatchObject([
    { start: instant('2025-11-02T05:30:00Z'), end: instant('2025-11-02T07:30:00Z') },
  ]);
});

test.each([
  ['zone', { zone: 'Texas' }, 'IN-ZONE critical -'],
  ['form', { date_format: 'MM/dd/yyyy' }, 'IN-DATE critical -'],
  ['unit', { baseline: { column: 'Baseline', unit: 'MWh' } }, 'IN-UNIT critical -'],
])('a %s that is not known refuses the file', (_, map, code) => {
  const { records, findings } = events(['07/01/2025 17:00,07/01/2025 18:00,9,,'], map);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
});

test('events that share time are named, whatever the programme; those that meet are not', () => {
  const { findings, records } = joinCurtailment([
    events([
      '07/01/2025 14:00,07/01/2025 15:00,9,ERS,',
      '07/01/2025 15:00,07/01/2025 16:00,9,ERS,',
    ]),
    events(['07/01/2025 15:45,07/01/2025 17:00,9,4CP,'], {}, 'b.csv'),
  ]);
  expect(records).toHaveLength(3);
  expect(codes(findings)).toEqual(['IN-OVERLAP critical 2']);
  expect(findings[0]?.message).toContain('2025-07-01T20:45:00Z to 2025-07-01T22:00:00Z');
});

// --- coins ---

const COIN_HEAD = 'From,To,BTC,Difficulty,Subsidy,Fees,Pool fee';

function coins(rows: readonly string[], path = 'data.csv') {
  return extractCoins(given(lines(COIN_HEAD, ...rows), path), COINS, CONTEXT);
}

test('coins are read with what they were paid for', () => {
  const { records, findings } = coins([
    '2025-01-01,2025-01-12,31.20760012,1.1e14,3.125,0.05,0.02',
    '2025-01-13,2025-01-20,0,1.2e14,3.125,0,',
  ]);
  expect(findings).toEqual([]);
  expect(
    records.map((r) =>
      [r.coins, r.difficulty, r.subsidy, r.fees].map((value) => decimalText(value)),
    ),
  ).toEqual([
    ['31.20760012', '110000000000000', '3.125', '0.05'],
    ['0', '120000000000000', '3.125', '0'],
  ]);
  expect(records.map(({ poolFee }) => poolFee && decimalText(poolFee))).toEqual([
    '0.02',
    undefined,
  ]);
  expect(records[0]).toMatchObject({
    site: 'pecos',
    start: instant('2025-01-01T06:00:00Z'),
    end: instant('2025-01-13T06:00:00Z'),
    evidence: { at: { line: 2, column: 'BTC' } },
  });
});

test.each([
  ['no coins stated', '2025-01-01,2025-01-12,n/a,1e14,3.125,0,', 'IN-NULL completeness 2'],
  ['negative coins', '2025-01-01,2025-01-12,-1,1e14,3.125,0,', 'IN-NUMBER critical 2'],
  ['no difficulty', '2025-01-01,2025-01-12,1,,3.125,0,', 'IN-NULL critical 2'],
  ['a difficulty of zero', '2025-01-01,2025-01-12,1,0,3.125,0,', 'IN-NUMBER critical 2'],
  ['no fees', '2025-01-01,2025-01-12,1,1e14,3.125,,', 'IN-NULL critical 2'],
  ['a fee in percent', '2025-01-01,2025-01-12,1,1e14,3.125,0,2', 'IN-NUMBER critical 2'],
  ['a fee of all', '2025-01-01,2025-01-12,1,1e14,3.125,0,1', 'IN-NUMBER critical 2'],
  ['a fee that is no number', '2025-01-01,2025-01-12,1,1e14,3.125,0,2%', 'IN-NUMBER critical 2'],
])('%s sets the row aside', (_, row, code) => {
  const { records, findings } = coins([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
});

test('coins of two files count once; days of two difficulties may not overlap', () => {
  const row = '2025-01-01,2025-01-12,1,1e14,3.125,0,';
  const { records, findings } = joinCoins([
    coins([row], 'a.csv'),
    coins([row, '2025-01-12,2025-01-20,1,2e14,3.125,0,'], 'b.csv'),
  ]);
  expect(records).toHaveLength(2);
  expect(codes(findings)).toEqual(['IN-DUPLICATE info 2', 'IN-OVERLAP critical 3']);
});

// --- shares ---

const SHARE_HEAD = 'Time,Accepted,Difficulty';

function shares(rows: readonly string[], map: Partial<SharesInput['map']> = {}, path = 's.csv') {
  const input = { ...SHARES, map: { ...SHARES.map, ...map } };
  return extractShares(given(lines(SHARE_HEAD, ...rows), path), input);
}

test('shares of one interval stand apart by difficulty', () => {
  const { records, findings } = shares([
    '2025-01-01 00:00,120345,65536',
    '2025-01-01 00:00,17,131072.5',
    '2025-01-01 01:00,0,65536',
  ]);
  expect(findings).toEqual([]);
  expect(
    records.map((s) => [s.start, s.end - s.start, s.shares, decimalText(s.difficulty)]),
  ).toEqual([
    [instant('2025-01-01T00:00:00Z'), 3600, 120345n, '65536'],
    [instant('2025-01-01T00:00:00Z'), 3600, 17n, '131072.5'],
    [instant('2025-01-01T01:00:00Z'), 3600, 0n, '65536'],
  ]);
});

test('an end label names the interval before it', () => {
  const { records } = shares(['2025-01-01 00:15,1,1'], { label: 'end', interval_minutes: 15 });
  expect(records).toMatchObject([
    { start: instant('2025-01-01T00:00:00Z'), end: instant('2025-01-01T00:15:00Z') },
  ]);
});

test('the hour that occurs twice is settled within each difficulty', () => {
  const { records, findings } = shares(
    ['00:00', '00:00', '01:00', '01:00', '01:00', '01:00', '02:00', '02:00'].map(
      (time, i) => `2025-11-02 ${time},${String(i)},${i % 2 === 0 ? '1' : '2'}`,
    ),
    { zone: 'America/Chicago' },
  );
  expect(findings).toEqual([]);
  const first = records.filter(({ difficulty }) => difficulty.n === 1n);
  expect(first.map(({ start }) => start)).toEqual(
    [5, 6, 7, 8].map((hour) => instant(`2025-11-02T0${String(hour)}:00:00Z`)),
  );
});

test('blank rows of a skipped hour are no gap', () => {
  const { findings } = shares(
    ['2025-03-09 01:00,5,1', '2025-03-09 02:00,,1', '2025-03-09 03:00,5,1'],
    {
      zone: 'America/Chicago',
    },
  );
  expect(codes(findings)).toEqual(['IN-NONEXISTENT-HOUR info 3']);
});

test.each([
  ['half a share', '2025-01-01 00:00,1.5,1', 'IN-NUMBER critical 2'],
  ['negative shares', '2025-01-01 00:00,-1,1', 'IN-NUMBER critical 2'],
  ['no shares stated', '2025-01-01 00:00,NA,1', 'IN-NULL completeness 2'],
  ['no difficulty', '2025-01-01 00:00,1,', 'IN-NULL critical 2'],
  ['a time of another form', '01/01/2025 00:00,1,1', 'IN-DATE critical 2'],
])('%s sets the row aside', (_, row, code) => {
  const { records, findings, rows } = shares([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('shares of two files count once, differing ones not at all, overlapping ones are named', () => {
  const { records, findings } = joinShares([
    shares(['2025-01-01 00:00,5,1', '2025-01-01 01:00,5,1', '2025-01-01 02:00,5,1'], {}, 'a.csv'),
    shares(['2025-01-01 00:00,5,1', '2025-01-01 01:00,6,1', '2025-01-01 01:00,5,2'], {}, 'b.csv'),
    shares(['2025-01-01 02:30,5,1'], { interval_minutes: 15 }, 'c.csv'),
  ]);
  expect(records).toHaveLength(4);
  expect(codes(findings)).toEqual([
    'IN-CONFLICT critical 3',
    'IN-DUPLICATE info 2',
    'IN-OVERLAP critical 2',
  ]);
});

test('an unknown zone refuses the file', () => {
  expect(codes(shares(['2025-01-01 00:00,5,1'], { zone: 'Pool' }).findings)).toEqual([
    'IN-ZONE critical -',
  ]);
});

test('each kind is told by its header', () => {
  expect(identify(given('Event,Start,End,Baseline MW\n')).confidence).toBe(1);
  expect(identifyCoins(given('Day,BTC earned,Difficulty\n')).confidence).toBe(1);
  expect(identifyShares(given('hour_utc,accepted_shares,difficulty\n')).confidence).toBe(1);
  for (const one of [identify, identifyCoins, identifyShares]) {
    expect(one(given('a,b\n1,2\n')).confidence).toBe(0);
  }
});
