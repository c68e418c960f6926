import * as difficulty from '../../src/ingest/difficulty-csv/extract.ts';
import { joinDifficulty } from '../../src/ingest/difficulty-csv/join.ts';
import * as payouts from '../../src/ingest/payouts-csv/extract.ts';
import { joinPayouts } from '../../src/ingest/payouts-csv/join.ts';
import type { DifficultyInput, PayoutsInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const PAYOUTS: PayoutsInput = {
  kind: 'payouts',
  files: '*.csv',
  site: 'pecos',
  algorithm: 'sha256',
  map: {
    start: 'Date',
    end: 'Date',
    end_date: 'inclusive',
    date_format: 'yyyy-MM-dd',
    coins: 'BTC',
    pool_fee: 'Fee',
  },
};

describe('what a pool credited', () => {
  const read = (rows: readonly string[], path = 'p.csv') =>
    payouts.extract(given(lines('Date,BTC,Fee', ...rows), path), PAYOUTS, CONTEXT);

  test('one column gives both ends of a day, by the clock of the site', () => {
    const { records, findings } = read(['2025-03-09,0.12345678,0.02', '2025-03-10,0,']);
    expect(findings).toEqual([]);
    expect(records).toMatchObject([
      {
        site: 'pecos',
        firstDay: '2025-03-09',
        lastDay: '2025-03-09',
        start: instant('2025-03-09T06:00:00Z'),
        end: instant('2025-03-10T05:00:00Z'),
        evidence: { at: { line: 2, column: 'BTC' } },
      },
      { firstDay: '2025-03-10' },
    ]);
    expect(records.map(({ coins }) => decimalText(coins))).toEqual(['0.12345678', '0']);
    expect(records.map(({ poolFee }) => poolFee && decimalText(poolFee))).toEqual([
      '0.02',
      undefined,
    ]);
  });

  test.each([
    ['2025-03-09,-1,', 'IN-NUMBER critical 2'],
    ['2025-03-09,,', 'IN-NULL completeness 2'],
    ['2025-03-09,1,2', 'IN-NUMBER critical 2'],
    ['09/03/2025,1,', 'IN-DATE critical 2'],
  ])('%s is set aside', (row, code) => {
    const { records, findings, rows } = read([row]);
    expect(records).toEqual([]);
    // one column that gives both ends says the same twice
    expect([...new Set(codes(findings))]).toEqual([code]);
    expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
  });

  test('a day of two files counts once; differing ones do not count', () => {
    const a = read(['2025-03-09,1,', '2025-03-10,2,'], 'a.csv');
    const b = read(['2025-03-09,1.0,', '2025-03-10,3,'], 'b.csv');
    const joined = joinPayouts([b, a]);
    expect(joined.records.map(({ firstDay }) => firstDay)).toEqual(['2025-03-09']);
    expect(codes(joined.findings)).toEqual(['IN-CONFLICT critical 3', 'IN-DUPLICATE info 2']);
  });

  test('it is known by its columns', () => {
    expect(payouts.identify(given('Date,Earned BTC\n')).confidence).toBe(1);
    expect(payouts.identify(given('time,rate\n')).confidence).toBeLessThan(1);
  });
});

describe('difficulty by stretches', () => {
  const map: DifficultyInput['map'] = {
    height: 'height',
    time: 'time',
    zone: 'UTC',
    date_format: 'yyyy-MM-dd HH:mm:ss',
    bits: 'bits',
    difficulty: 'difficulty',
  };
  const input = (changed: Partial<DifficultyInput['map']> = {}): DifficultyInput => ({
    kind: 'difficulty',
    files: '*.csv',
    map: { ...map, ...changed },
  });
  const read = (rows: readonly string[], path = 'd.csv', given_ = input()) =>
    difficulty.extract(given(lines('height,time,bits,difficulty', ...rows), path), given_);

  // the stretches of blocks 0, 30240 and 32256 of Bitcoin; 1d00d86a: 0xffff / 0x00d86a = 65535 / 55402
  const ROWS = ['30240,2009-12-18 09:56:01,1d00ffff,1', '32256,2009-12-30 06:11:04,1d00d86a,1.18'];

  test('bits give the difficulty exactly, and a stretch ends where the next one begins', () => {
    const { records, findings } = joinDifficulty([read(ROWS)]);
    expect(findings).toEqual([]);
    expect(records).toMatchObject([
      {
        firstHeight: 30240,
        lastHeight: 32255,
        from: 1261130161,
        to: 1262153464,
        bits: '1d00ffff',
        evidence: { at: { line: 2, column: 'bits' } },
      },
      { firstHeight: 32256, lastHeight: 34271, from: 1262153464, bits: '1d00d86a' },
    ]);
    expect(records[1]).not.toHaveProperty('to');
    expect(records[1]?.difficulty.toFraction()).toBe('65535/55402');
  });

  test('a stretch that is not followed by the next one stays open', () => {
    const { records } = joinDifficulty([read(['0,2009-01-03 18:15:05,1d00ffff,1', ROWS[1] ?? ''])]);
    expect(records.map(({ to }) => to)).toEqual([undefined, undefined]);
  });

  test.each([
    ['32256,2009-12-30 06:11:04,1d00d86a,1.3', 'IN-DIFFICULTY critical 2'],
    ['32257,2009-12-30 06:11:04,1d00d86a,1.18', 'IN-NUMBER critical 2'],
    ['32256.5,2009-12-30 06:11:04,1d00d86a,1.18', 'IN-NUMBER critical 2'],
    ['32256,2009-12-30 06:11:04,00d86a,1.18', 'IN-NUMBER critical 2'],
    ['32256,2009-12-30 06:11:04,1d80d86a,1.18', 'IN-NUMBER critical 2'],
    ['32256,2009-12-30,1d00d86a,1.18', 'IN-DATE critical 2'],
    ['32256,2009-12-30 06:11:04,1d00d86a,0', 'IN-NUMBER critical 2'],
    ['32256,2009-12-30 06:11:04,1d00d86a,', 'IN-NULL critical 2'],
  ])('%s is set aside', (row, code) => {
    const { records, findings } = read([row]);
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual([code]);
  });

  // placeholder values of a public table for March 2025 (methods, section 9): they are no difficulty of these bits
  test('a placeholder beside bits is found out', () => {
    const { findings } = read(['887040,2025-03-09 16:06:43,17027726,108105433845147']);
    expect(codes(findings)).toEqual(['IN-DIFFICULTY critical 2']);
  });

  test('without bits the stated one holds as it is', () => {
    const { bits, ...rest } = map;
    expect(bits).toBeDefined();
    const { records } = read(ROWS, 'd.csv', { kind: 'difficulty', files: '*', map: rest });
    expect(records.map((one) => decimalText(one.difficulty))).toEqual(['1', '1.18']);
    expect(records[0]).not.toHaveProperty('bits');
  });

  test('neither bits nor difficulty: the mapping lacks what the file is read for', () => {
    const none: DifficultyInput['map'] = {
      height: 'height',
      time: 'time',
      zone: 'UTC',
      date_format: 'yyyy',
    };
    const { findings } = read(ROWS, 'd.csv', { kind: 'difficulty', files: '*', map: none });
    expect(findings[0]?.message).toContain('names neither bits nor difficulty');
  });

  test('sources that agree are one, and bits stand before a rounded number', () => {
    const { bits, ...rest } = map;
    expect(bits).toBeDefined();
    const stated = read(ROWS, 'a.csv', { kind: 'difficulty', files: '*', map: rest });
    const { records, findings } = joinDifficulty([stated, read(ROWS, 'b.csv')]);
    expect(findings).toEqual([]);
    expect(records.map(({ bits: found }) => found)).toEqual(['1d00ffff', '1d00d86a']);
  });

  test('sources that differ give none', () => {
    const other = read(['32256,2009-12-30 06:11:04,1d00d86b,1.18'], 'b.csv');
    const { records, findings } = joinDifficulty([read(ROWS, 'a.csv'), other]);
    expect(records.map(({ firstHeight }) => firstHeight)).toEqual([30240]);
    expect(findings).toMatchObject([
      {
        code: 'IN-DIFFICULTY',
        severity: 'critical',
        message:
          'The difficulty from block 32,256 on is 1.183 by a.csv and 1.183 by b.csv. Neither is used; correct the one that is wrong.',
      },
    ]);
  });

  test('it is known by its columns', () => {
    expect(difficulty.identify(given('height,time,difficulty\n')).confidence).toBe(1);
  });
});
