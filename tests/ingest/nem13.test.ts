import { joinBills } from '../../src/ingest/bills-csv/join.ts';
import { extract, extractUnmapped, identify } from '../../src/ingest/nem13/extract.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const HEADER = '100,NEM13,202401101030,MDP,RET';

interface Read {
  readonly nmi?: string;
  readonly suffix?: string;
  readonly flow?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reads?: readonly [string, string];
  readonly qualities?: readonly [string, string];
  readonly quantity?: string;
  readonly unit?: string;
  readonly stamp?: string;
}

/** A record of 100 kWh from 1 January to 1 April 2025. */
function record(read: Read = {}): string {
  const { nmi = 'NMI0000001', suffix = '11', flow = 'E', quantity = '100', unit = 'kWh' } = read;
  const { from = '20250101093055', to = '20250401100333', stamp = '20250402000000' } = read;
  const [before, after] = read.reads ?? ['000900', '001000'];
  const [first, last] = read.qualities ?? ['A', 'A'];
  return [
    ...['250', nmi, '1141', '1', suffix, suffix, 'METER', flow],
    ...[before, from, first, '', '', after, to, last, '', ''],
    ...[quantity, unit, '20250701', ` ${stamp}`, '20250403000000'],
  ].join(',');
}

function seen(...records: readonly string[]) {
  return extractUnmapped(given(lines(HEADER, ...records, '900')));
}

test('NEM13 is recognised by its first record, NEM12 is not', () => {
  expect(identify(given(`${HEADER}\n`)).confidence).toBe(1);
  expect(identify(given(lines(record()))).confidence).toBe(1);
  expect(identify(given('100,NEM12,202401101030,MDP,RET\n')).confidence).toBe(0);
  expect(identify(given('')).confidence).toBe(0);
});

test('a record is a bill from the day of one read to the day before the next', () => {
  const { records, findings, rows } = seen(record(), '550,N,,E,');
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 0, duplicate: 0 });
  expect(records).toMatchObject([
    {
      meter: 'NMI0000001 11',
      firstDay: '2025-01-01',
      lastDay: '2025-03-31',
      // midnights of UTC+10
      start: instant('2024-12-31T14:00:00Z'),
      end: instant('2025-03-31T14:00:00Z'),
      quality: 'actual',
      evidence: { at: { line: 2 } },
    },
  ]);
  expect(records.map(({ energyKwh }) => decimalText(energyKwh))).toEqual(['100']);
});

test('periods that share a day of reading join without gap or overlap', () => {
  const next = record({ from: '20250401100333', to: '20250701080000', reads: ['1000', '1100'] });
  const joined = joinBills([seen(record(), next)]);
  expect(joined.findings).toEqual([]);
  expect(joined.records).toHaveLength(2);
});

test.each([
  ['Wh', '0.1'],
  ['KWH', '100'],
  ['MWh', '100000'],
])('a quantity in %s', (unit, kWh) => {
  const { records } = seen(record({ unit }));
  expect(records.map(({ energyKwh }) => decimalText(energyKwh))).toEqual([kWh]);
});

test('a quantity that the register did not move by is counted as stated, and both numbers are named', () => {
  const { records, findings } = seen(record({ reads: ['0000950', '0010015'], quantity: '65' }));
  expect(records.map(({ energyKwh }) => decimalText(energyKwh))).toEqual(['65']);
  expect(codes(findings)).toEqual(['IN-CHECK-SUM quality 2']);
  expect(findings[0]?.message).toContain('states 65 kWh');
  expect(findings[0]?.message).toContain('moved by 9065');
});

test('a register that turned over is no difference', () => {
  // 2,034 + 100,000 - 99,890 = 2,144
  expect(seen(record({ reads: ['99890', '02034'], quantity: '2144' })).findings).toEqual([]);
});

test.each([
  [['A', 'A'], 'actual'],
  [['A', 'E62'], 'estimated'],
  [['S52', 'A'], 'estimated'],
  [['F61', 'A'], 'estimated'],
] as const)('the qualities %j make it %s', (qualities, quality) => {
  expect(seen(record({ qualities })).records).toMatchObject([{ quality }]);
});

test('a quality that is none is said, and the value is kept without', () => {
  const { records, findings } = seen(record({ qualities: ['A', 'Z'] }));
  expect(records).toMatchObject([{ quality: 'unstated' }]);
  expect(codes(findings)).toEqual(['IN-READ-TYPE quality 2']);
});

test.each([
  ['a forward estimate', { qualities: ['A', 'E64'] }, 'IN-QUALITY quality 2'],
  ['the estimate as the first read', { qualities: ['E64', 'A'] }, 'IN-QUALITY quality 2'],
  ['energy given to the grid', { flow: 'I' }, 'IN-NOT-COUNTED info 2'],
  ['another direction', { flow: 'X' }, 'IN-DIRECTION critical 2'],
  ['reactive energy', { unit: 'kVArh' }, 'IN-NOT-COUNTED info 2'],
  ['a unit that is no energy', { unit: 'm3' }, 'IN-UNIT critical 2'],
  ['no NMI', { nmi: '' }, 'IN-METER critical 2'],
  ['no quantity', { quantity: '' }, 'IN-NULL completeness 2'],
  ['the quality N', { qualities: ['A', 'N'] }, 'IN-NULL completeness 2'],
  ['a quantity that is no number', { quantity: 'x' }, 'IN-NUMBER critical 2'],
  ['a day that is none', { to: '20250231100333' }, 'IN-DATE critical 2'],
  ['an end before the start', { to: '20241231100333' }, 'IN-PERIOD critical 2'],
] as const satisfies readonly (readonly [string, Read, string])[])(
  '%s is not counted',
  (_, read, code) => {
    const { records, findings, rows } = seen(record(read));
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual([code, 'IN-NO-READINGS critical -'].sort());
    expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
  },
);

test('identical records count once, a later stamp holds, and without one neither does', () => {
  const same = seen(record(), record());
  expect(same.records).toMatchObject([{ duplicates: 1 }]);
  expect(codes(same.findings)).toEqual(['IN-DUPLICATE info 3']);
  expect(same.rows).toEqual({ read: 2, rejected: 0, duplicate: 1 });
  const other = { quantity: '90', reads: ['910', '1000'] } as const;
  const later = seen(record(), record({ ...other, stamp: '20250501000000' }));
  expect(later.records.map(({ energyKwh }) => decimalText(energyKwh))).toEqual(['90']);
  expect(codes(later.findings)).toEqual(['IN-SUPERSEDED info 2']);
  const disputed = seen(record(), record(other));
  expect(disputed.records).toEqual([]);
  expect(disputed.rows).toEqual({ read: 2, rejected: 2, duplicate: 0 });
});

test('intervals are left to the other profile, and a file that is cut off is refused', () => {
  const channel = '200,NMI0000001,E1,1,E1,N1,METER,kWh,30,20250610';
  expect(codes(seen(record(), channel).findings)).toEqual(['IN-NOT-COUNTED quality 3']);
  const cut = extractUnmapped(given(lines(HEADER, record())));
  expect(cut.records).toEqual([]);
  expect(codes(cut.findings)).toEqual(['IN-STRUCTURE critical 2']);
});

describe('meters of a workspace', () => {
  const context = {
    ...CONTEXT,
    meters: [{ id: 'main', site: 'pecos', measures: 'grid-import', number: 'NMI0000001' }],
  } as const satisfies typeof CONTEXT;
  const file = (...records: readonly string[]) => given(lines(HEADER, ...records, '900'));

  test('are found by the NMI', () => {
    expect(extract(file(record()), {}, context).records).toMatchObject([{ meter: 'main' }]);
    const other = extract(file(record({ nmi: 'NMI0000009' })), {}, context);
    expect(codes(other.findings)).toEqual(['IN-METER critical 2', 'IN-NO-READINGS critical -']);
  });

  test('hold one register each: two would count as one', () => {
    const two = extract(file(record(), record({ suffix: '41' })), {}, context);
    expect(two.records).toEqual([]);
    expect(codes(two.findings)).toEqual(['IN-METER critical 2', 'IN-NO-READINGS critical -']);
  });
});

test('a look at the file counts its bills', () => {
  const seenIn = inspectReadings(
    given(lines(HEADER, record({ qualities: ['A', 'E62'] }), '900')),
    {},
  );
  expect(seenIn.profile).toBe('nem13');
  expect(seenIn.series).toMatchObject([{ intervals: 1, total: '100', estimated: 1, gaps: 0 }]);
});
