import { extract } from '../../src/ingest/hashrate-csv/extract.ts';
import { joinHashrate } from '../../src/ingest/hashrate-csv/join.ts';
import type { HashrateInput, HashrateMap } from '../../src/model/documents/workspace.ts';
import { present } from '../support/present.ts';
import { codes, given, HASHRATE, instant, lines } from './given.ts';

const DAYS: HashrateMap = {
  time: 'day',
  label: 'start',
  interval_minutes: 1440,
  zone: 'UTC',
  date_format: 'yyyy-MM-dd',
  rate: { column: 'rate', unit: 'PH/s' },
};

function read(rows: readonly string[], map: Partial<HashrateMap> = {}, path = 'h.csv') {
  const input: HashrateInput = { ...HASHRATE, map: { ...DAYS, ...map } };
  return extract(given(lines('day,rate', ...rows), path), input);
}

describe('days', () => {
  // 2 PH/s = 2e6 GH/s; 2e6 x 86,400 s = 172,800,000,000 GH
  test('of UTC are 24 hours long; how their hours lie is not known', () => {
    const { records, findings } = read(['2025-03-09,2', '2025-03-10,0']);
    expect(records[0]).toMatchObject({
      intervalSeconds: 86_400,
      scale: 1n,
      readings: [
        { start: instant('2025-03-09T00:00:00Z'), end: instant('2025-03-10T00:00:00Z') },
        { hashes: 0n },
      ],
    });
    expect(records[0]?.readings[0]?.hashes).toBe(172_800_000_000n);
    expect(codes(findings)).toEqual(['IN-DAY-VALUES quality -']);
  });

  // 2025-03-09 has 23 hours in Chicago, 2025-11-02 has 25: 2e6 GH/s x 82,800 s and x 90,000 s
  test.each([
    ['2025-03-09', '2025-03-09T06:00:00Z', '2025-03-10T05:00:00Z', 165_600_000_000n],
    ['2025-11-02', '2025-11-02T05:00:00Z', '2025-11-03T06:00:00Z', 180_000_000_000n],
  ])('of a zone have the seconds of its clock: %s', (day, start, end, hashes) => {
    const { records } = read([`${day},2`], { zone: 'America/Chicago' });
    expect(records[0]?.readings).toMatchObject([
      { start: instant(start), end: instant(end), hashes },
    ]);
  });

  test('may be labelled by the midnight that ends them', () => {
    const { records } = read(['2025-03-10 00:00,2'], {
      label: 'end',
      date_format: 'yyyy-MM-dd HH:mm',
    });
    expect(records[0]?.readings[0]?.start).toBe(instant('2025-03-09T00:00:00Z'));
  });

  test('do not begin at six in the morning, unless an offset says where it is midnight', () => {
    const map = { date_format: 'yyyy-MM-dd HH:mm' };
    const { records, findings } = read(['2025-03-10 06:00,2'], map);
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual(['IN-DATE critical 2']);
    expect(findings[0]?.message).toContain('is no midnight in the zone declared');
    const offset = read(['2025-03-10T00:00:00-06:00,2'], {
      zone: 'offset',
      date_format: "yyyy-MM-dd'T'HH:mm:ss",
    });
    expect(offset.records[0]?.readings[0]?.start).toBe(instant('2025-03-10T06:00:00Z'));
  });

  test('a zone that does not exist is refused', () => {
    expect(codes(read(['2025-03-10,2'], { zone: 'America/Nowhere' }).findings)).toEqual([
      'IN-ZONE critical -',
    ]);
  });
});

describe('hashes instead of a rate', () => {
  const hashes = (unit: string) => ({ hashes: { column: 'rate', unit } });

  test('count as they are, whatever the interval', () => {
    const { rate, ...rest } = DAYS;
    expect(rate).toBeDefined();
    const input: HashrateInput = { ...HASHRATE, map: { ...rest, ...hashes('EH') } };
    const { records } = extract(given(lines('day,rate', '2025-03-09,172.8')), input);
    // 172.8 EH = 172.8e9 GH
    expect(records[0]?.readings[0]?.hashes).toBe(172_800_000_000n);
  });

  test.each(['PH/s', 'PH/s·h', 'kWh', ''])('the unit %j counts none', (unit) => {
    const { rate, ...rest } = DAYS;
    expect(rate).toBeDefined();
    const input: HashrateInput = { ...HASHRATE, map: { ...rest, ...hashes(unit) } };
    const { findings } = extract(given(lines('day,rate', '2025-03-09,1')), input);
    expect(codes(findings)).toEqual(['IN-UNIT critical -']);
  });

  test('beside a rate leave open which of them counts', () => {
    expect(read(['2025-03-09,2'], hashes('EH')).findings[0]?.message).toBe(
      'The mapping of h.csv names both rate and hashes. Name the one column that says how much was computed.',
    );
  });
});

test('single values count for their interval and are flagged', () => {
  const { records, findings } = read(['2025-03-09,2'], { sampling: 'spot' });
  expect(records[0]?.readings).toHaveLength(1);
  expect(codes(findings)).toEqual(['IN-DAY-VALUES quality -', 'IN-SPOT-VALUE quality -']);
  expect(codes(read(['2025-03-09,2'], { sampling: 'mean' }).findings)).toEqual([
    'IN-DAY-VALUES quality -',
  ]);
});

describe('digits beyond those that a column holds', () => {
  const unit = { rate: { column: 'rate', unit: 'H/s' } };
  const hour = { ...unit, interval_minutes: 60, date_format: 'yyyy-MM-dd HH:mm' } as const;

  // 2^58 / 3.6e12 GH in the hour = 80,063: the finest power of ten is 10,000
  test('are rounded away, and that is told', () => {
    const { records, findings } = read(['2025-03-09 00:00,1000000000000000001'], hour);
    expect(records[0]).toMatchObject({ scale: 10_000n });
    expect(records[0]?.readings[0]?.hashes).toBe(36_000_000_000_000_000n);
    expect(codes(findings)).toEqual(['IN-PRECISION info -']);
    expect(findings[0]?.message).toContain('rounded to 1/10000 of a gigahash');
  });

  test('are kept where they fit', () => {
    const { records, findings } = read(['2025-03-09 00:00,1000001'], hour);
    // 1,000,001 H/s x 3600 s = 3.6000036 GH
    expect(records[0]).toMatchObject({ scale: 2_500_000n, readings: [{ hashes: 9_000_009n }] });
    expect(findings).toEqual([]);
  });
});

describe('several files of a site', () => {
  const hours = { interval_minutes: 60, date_format: 'yyyy-MM-dd HH:mm' } as const;

  test('a day and its hours are not added without a word', () => {
    const day = read(['2025-03-09,2'], {}, 'days.csv');
    const hour = read(['2025-03-09 05:00,2', '2025-03-09 06:00,2'], hours, 'hours.csv');
    const { findings } = joinHashrate([hour, day]);
    const found = present(findings.find(({ code }) => code === 'IN-OVERLAP'));
    expect(found).toMatchObject({ severity: 'critical', at: { file: 'hours.csv', line: 2 } });
    expect(found.message).toContain(
      '"all" has hashrate from 2025-03-09T00:00:00Z to 2025-03-10T00:00:00Z in days.csv and from 2025-03-09T05:00:00Z on in hours.csv',
    );
  });

  test('files that follow one another say nothing twice', () => {
    const a = read(['2025-03-09,2'], {}, 'a.csv');
    const b = read(['2025-03-10 00:00,2'], hours, 'b.csv');
    expect(codes(joinHashrate([a, b]).findings)).toEqual(['IN-DAY-VALUES quality -']);
  });

  test('a total beside single devices is told', () => {
    const devices = extract(
      given(lines('dev,day,rate', 'a,2025-03-09,1', 'b,2025-03-09,1'), 'd.csv'),
      {
        ...HASHRATE,
        map: { ...DAYS, device: 'dev' },
      },
    );
    const { findings } = joinHashrate([devices, read(['2025-03-09,2'], {}, 'total.csv')]);
    expect(findings.find(({ code }) => code === 'IN-OVERLAP')).toMatchObject({
      severity: 'quality',
      message:
        'total.csv gives the hashrate of pecos as a whole and d.csv that of single devices for the same time; both are added. Remove one of them unless they speak of different machines.',
    });
  });
});

describe('JSON that is no hashrate', () => {
  test.each([
    [
      '{"A": {"link": "https://a.example", "lifetime_blocks": 92}, "B": {"link": "https://b.example"}}',
      'h.csv lists mining pools with the blocks that each of them found, and not what a miner computed.',
    ],
    [
      '{"coinbase_tags": {"/A/": {"name": "A"}}}',
      'h.csv lists names and addresses of mining pools',
    ],
    [
      '{"STATUS": [{"STATUS": "S", "When": 1409096861}], "SUMMARY": [{"Elapsed": 239880, "GHS av": 195.21}], "id": 1}',
      'h.csv is the answer of one machine to a request (cgminer API)',
    ],
    ['[1, 2]', 'h.csv is JSON, and no table.'],
  ])('%s', (text, says) => {
    const { records, findings } = extract(given(text, 'h.csv'), { ...HASHRATE, map: DAYS });
    expect(records).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'IN-NO-READINGS', severity: 'critical' });
    expect(findings[0]?.message).toContain(says);
  });
});
