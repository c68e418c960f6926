import { extract, extractUnmapped, identify } from '../../src/ingest/nem12/extract.ts';
import { joinReadings } from '../../src/ingest/readings-csv/join.ts';
import type { ExtractedSeries } from '../../src/ingest/readings-csv/extract.ts';
import { kwhOf } from '../../src/ingest/recognise/series-counts.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const HEADER = '100,NEM12,202501020304,MDP,RETAILER';
function channel(suffix = 'E1', unit = 'kWh', minutes = '30', nmi = 'NMI0000001') {
  return `200,${nmi},E1B1,1,${suffix},N1,METER,${unit},${minutes},`;
}

/** A day of equal values. */
function day(date: string, value: string, more: { q?: string; stamp?: string; n?: number } = {}) {
  const { q = 'A', stamp = '20250201000000', n = 48 } = more;
  return `300,${date},${new Array<string>(n).fill(value).join(',')},${q},,,${stamp},`;
}

function file(...rows: readonly string[]) {
  return given(lines(HEADER, ...rows, '900'), 'meter.csv');
}

function seen(...rows: readonly string[]) {
  return extractUnmapped(file(...rows));
}

function total({ readings, scale }: ExtractedSeries): string {
  return decimalText(kwhOf(readings, scale));
}

function totals(records: readonly ExtractedSeries[]): string[] {
  return records.map((one) => `${one.meter} ${one.direction} ${total(one)}`);
}

test('a file is recognised by its first record, with or without header', () => {
  const confidence = (text: string) => identify(given(text)).confidence;
  expect(confidence(`${HEADER}\n`)).toBe(1);
  expect(confidence(lines(channel(), day('20250101', '1')))).toBe(1);
  expect(confidence('100,NEM99,202501020304,MDP,RETAILER\n')).toBe(0);
  expect(confidence('start,kWh\n2025-01-01T00:00Z,1\n')).toBe(0);
  expect(confidence('200,a,b\n')).toBe(0);
  expect(confidence('')).toBe(0);
});

test('the day begins at 00:00 of UTC+10, in the summer of Sydney as well', () => {
  const { records } = seen(channel(), day('20250115', '1'));
  const [first] = records[0]?.readings ?? [];
  const last = records[0]?.readings.at(-1);
  expect(first).toMatchObject({ start: instant('2025-01-14T14:00:00Z'), line: 3 });
  expect(last?.end).toBe(instant('2025-01-15T14:00:00Z'));
  expect(records[0]?.intervalSeconds).toBe(1800);
});

test('Wh, kWh and MWh in any case; E is import and B is export', () => {
  const { records, findings } = seen(
    channel('E1', 'WH', '15'),
    day('20250101', '250', { n: 96 }),
    channel('E2', 'KWH', '5'),
    day('20250101', '.5', { n: 288 }),
    channel('B1', 'mwh'),
    day('20250101', '0.001'),
  );
  // 96 x 0.25, 288 x 0.5, 48 x 1 kWh
  expect(totals(records)).toEqual([
    'NMI0000001 E1 import 24',
    'NMI0000001 E2 import 144',
    'NMI0000001 B1 export 48',
  ]);
  expect(findings).toEqual([]);
});

test('reactive energy is set aside with a word, whatever its rows', () => {
  const { records, findings, rows } = seen(
    channel('Q1', 'kVArh'),
    day('20250101', '5'),
    channel('V1', '', '10'),
    '300,20250101,240,A',
    channel('E1'),
    day('20250101', '1'),
  );
  expect(totals(records)).toEqual(['NMI0000001 E1 import 48']);
  expect(codes(findings)).toEqual(['IN-NOT-COUNTED info 2', 'IN-NOT-COUNTED info 4']);
  expect(rows).toEqual({ read: 48, rejected: 0, duplicate: 0 });
});

test.each([
  ['no energy', channel('E1', 'kW'), 'IN-UNIT'],
  ['no unit', channel('E1', ''), 'IN-UNIT'],
  ['another suffix', channel('X1'), 'IN-DIRECTION'],
  ['another length', channel('E1', 'kWh', '60'), 'IN-INTERVAL'],
  ['no NMI', channel('E1', 'kWh', '30', ''), 'IN-METER'],
])('a channel with %s is not counted, and the others are', (_name, row, code) => {
  const { records, findings } = seen(
    row,
    day('20250101', '9'),
    channel('B1'),
    day('20250101', '1'),
  );
  expect(totals(records)).toEqual(['NMI0000001 B1 export 48']);
  expect(codes(findings)).toEqual([`${code} critical 2`]);
});

test('substituted, final and estimated days are estimated; N is missing and no zero', () => {
  const { records, findings } = seen(
    channel(),
    day('20250101', '1', { q: 'A' }),
    day('20250102', '1', { q: 'S14' }),
    day('20250103', '1', { q: 'F14' }),
    day('20250104', '1', { q: 'E52' }),
    day('20250105', '0', { q: 'N' }),
    day('20250106', '1', { q: 'Z' }),
  );
  const qualities = records[0]?.readings.map(({ line, quality }) => `${String(line)} ${quality}`);
  expect([...new Set(qualities)]).toEqual([
    '3 actual',
    '4 estimated',
    '5 estimated',
    '6 estimated',
    '8 unstated',
  ]);
  expect(codes(findings)).toEqual([
    'IN-ESTIMATED quality 4',
    'IN-NULL completeness 7',
    'IN-READ-TYPE quality 8',
  ]);
});

test('a forward estimate is a forecast and is not counted', () => {
  const { records, findings, rows } = seen(
    channel(),
    day('20250101', '1'),
    day('20250102', '1', { q: 'E64' }),
    day('20250103', '1', { q: 'S64' }),
  );
  expect(totals(records)).toEqual(['NMI0000001 E1 import 96']);
  expect(codes(findings)).toEqual(['IN-ESTIMATED quality 5', 'IN-QUALITY quality 4']);
  expect(rows).toEqual({ read: 144, rejected: 48, duplicate: 0 });
});

test('V takes the quality of each interval from the 400 records', () => {
  const { records } = seen(
    channel(),
    day('20250101', '1', { q: 'V' }),
    '400,1,10,A,,',
    '400,11,11,N,,',
    '400,12,48,S14,1,"a, b"',
  );
  const flags = records[0]?.readings.map(({ quality }) => quality) ?? [];
  expect(flags).toEqual([
    ...new Array<string>(10).fill('actual'),
    ...new Array<string>(37).fill('estimated'),
  ]);
  expect(records[0]?.readings.at(10)?.start).toBe(instant('2024-12-31T19:30:00Z'));
});

const VARIABLE = day('20250101', '1', { q: 'V' });

test.each([
  ['a range beyond the day', 4, [VARIABLE, '400,1,49,A,,']],
  ['a range that leaves a hole', 5, [VARIABLE, '400,1,10,A,,', '400,12,48,A,,']],
  ['ranges that overlap', 5, [VARIABLE, '400,1,10,A,,', '400,10,48,A,,']],
  ['a range from 0', 4, [VARIABLE, '400,0,48,A,,']],
  ['ranges that end early', 3, [VARIABLE, '400,1,47,A,,']],
  ['V without ranges', 3, [VARIABLE]],
  ['ranges without V', 4, [day('20250101', '1'), '400,1,48,A,,']],
  ['too few values', 3, [day('20250101', '1', { n: 47 })]],
  ['too many values', 3, [day('20250101', '1', { n: 49 })]],
  ['values of another length', 3, [day('20250101', '1', { n: 96 })]],
  ['a row cut off', 3, ['300,20250101,1,1,1']],
  ['a value that is a word', 3, [day('20250101', 'one')]],
  ['a date that is none', 3, [day('20250230', '1')]],
  ['an unknown record', 4, [day('20250101', '1'), '11,33,21']],
])('%s refuses the file and names the line', (_name, line, rows) => {
  const { records, findings, rows: count } = seen(channel(), ...rows);
  expect([records, count.read]).toEqual([[], 0]);
  expect(codes(findings)).toEqual([`IN-STRUCTURE critical ${String(line)}`]);
});

test('a day or a range without the record above it refuses the file', () => {
  expect(codes(seen(day('20250101', '1')).findings)).toEqual(['IN-STRUCTURE critical 2']);
  expect(codes(seen(channel(), '400,1,48,A,,').findings)).toEqual(['IN-STRUCTURE critical 3']);
});

test('a file with header and without end record was cut off', () => {
  const cut = extractUnmapped(given(lines(HEADER, channel(), day('20250101', '1'))));
  expect(cut.records).toEqual([]);
  expect(codes(cut.findings)).toEqual(['IN-STRUCTURE critical 3']);
});

test('no header, padding with commas, missing trailing fields and a blank end are read', () => {
  const values = new Array<string>(48).fill('1').join(',');
  const text = lines(
    `${channel()},,,,,,,,`,
    `300,20250101,${values},A,,,,,,,,,,`,
    `300,20250102,${values},A`,
    `300,20250103,${values}`,
    ',,,,,',
  );
  const { records, findings } = extractUnmapped(given(`\uFEFF${text.replaceAll('\n', '\r\n')}`));
  expect(totals(records)).toEqual(['NMI0000001 E1 import 144']);
  expect(records[0]?.readings.at(-1)?.quality).toBe('unstated');
  expect(codes(findings)).toEqual(['IN-READ-TYPE quality 4']);
});

test('blank values are missing, and a negative one is kept', () => {
  const rest = new Array<string>(46).fill('1').join(',');
  const { records, findings } = seen(channel(), `300,20250101,,-2,${rest},A,,,20250201000000,`);
  expect(totals(records)).toEqual(['NMI0000001 E1 import 44']);
  expect(codes(findings)).toEqual(['IN-NEGATIVE quality 3', 'IN-NULL completeness 3']);
});

test('empty files and files without days give nothing and say so', () => {
  expect(codes(extractUnmapped(given('')).findings)).toEqual(['IN-EMPTY critical -']);
  expect(codes(seen().findings)).toEqual(['IN-NO-READINGS critical -']);
});

describe('a day that stands twice', () => {
  test('identical, it counts once', () => {
    const { records, findings, rows } = seen(
      channel(),
      day('20250101', '1'),
      channel(),
      day('20250101', '1.0'),
    );
    expect(totals(records)).toEqual(['NMI0000001 E1 import 48']);
    expect(codes(findings)).toEqual(['IN-DUPLICATE info 5']);
    expect(rows).toEqual({ read: 96, rejected: 0, duplicate: 48 });
  });

  test('the later update stamp holds, whatever the order, and a later N takes the value away', () => {
    const late = day('20250101', '3', { stamp: '202503010000' });
    expect(totals(seen(channel(), late, day('20250101', '1')).records)).toEqual([
      'NMI0000001 E1 import 144',
    ]);
    const none = day('20250101', '0', { q: 'N', stamp: '20250401' });
    const { records, findings } = seen(channel(), late, none, day('20250102', '1'));
    expect(totals(records)).toEqual(['NMI0000001 E1 import 48']);
    expect(codes(findings)).toEqual(['IN-NULL completeness 4', 'IN-SUPERSEDED info 3']);
  });

  test('without a later stamp neither is counted', () => {
    const { records, findings, rows } = seen(channel(), day('20250101', '1'), day('20250101', '2'));
    expect(records[0]?.readings).toEqual([]);
    expect(records[0]?.disputed).toHaveLength(96);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['IN-CONFLICT']));
    expect(rows).toEqual({ read: 96, rejected: 96, duplicate: 0 });
  });

  test('across files the later stamp holds as well', () => {
    const files = ['1', '2'].map((value, i) =>
      extractUnmapped(
        given(
          lines(channel(), day('20250101', value, { stamp: `2025020${String(2 - i)}000000` })),
          `${value}.csv`,
        ),
      ),
    );
    const { records } = joinReadings(files);
    expect(totals(records.filter(({ readings }) => readings.length > 0))).toEqual([
      'NMI0000001 E1 import 48',
    ]);
  });
});

test('reads of registers are named and not counted as intervals', () => {
  const read =
    '250,NMI0000001,11,1,11,11,METER,E,000888,20240108103055,A,,,000999,20240408000000,A,,,111,kWh,20240408,20240409000000,20240109103023';
  const text = lines('100,NEM13,202401101030,MDP,RET', read, read, '550,N,,E,', '900');
  expect(identify(given(text)).confidence).toBe(0);
  const { records, findings } = extractUnmapped(given(text));
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-ACCUMULATION critical 2', 'IN-NO-READINGS critical -']);
});

describe('meters of a workspace', () => {
  const numbered = {
    ...CONTEXT,
    meters: [
      { id: 'main', site: 'pecos', measures: 'grid-import', number: 'NMI0000001' },
      { id: 'heat', site: 'pecos', measures: 'grid-import', number: 'NMI0000002 E2' },
      { id: 'bare', site: 'pecos', measures: 'grid-import' },
    ],
  } as const satisfies typeof CONTEXT;
  const twoRegisters = file(
    channel('E1', 'kWh', '30', 'NMI0000002'),
    day('20250101', '1'),
    channel('E2', 'kWh', '30', 'NMI0000002'),
    day('20250101', '2'),
  );

  test('the NMI, or the NMI with the suffix, is the number of a meter', () => {
    const both = file(channel(), day('20250101', '1'), channel('B1'), day('20250101', '3'));
    const { records } = extract(both, {}, numbered);
    expect(totals(records)).toEqual(['main import 48', 'main export 144']);
    const { records: heat, findings, rows } = extract(twoRegisters, {}, numbered);
    expect(totals(heat)).toEqual(['heat import 96']);
    expect(codes(findings)).toEqual(['IN-METER critical 2']);
    expect(rows).toEqual({ read: 96, rejected: 48, duplicate: 0 });
  });

  test('two registers are not one meter', () => {
    const { records, findings } = extract(twoRegisters, { meter: 'bare' }, numbered);
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual(['IN-METER critical 2', 'IN-NO-READINGS critical -']);
  });

  test('a second NMI is not the meter that the input names', () => {
    const two = file(
      channel(),
      day('20250101', '1'),
      channel('E1', 'kWh', '30', 'NMI0000002'),
      day('20250101', '9'),
    );
    for (const meter of ['bare', 'main']) {
      const { records, findings } = extract(two, { meter }, numbered);
      expect(totals(records)).toEqual([`${meter} import 48`]);
      expect(codes(findings)).toEqual(['IN-METER critical 4']);
    }
  });
});
