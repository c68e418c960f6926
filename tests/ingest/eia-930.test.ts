import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract, identify } from '../../src/ingest/eia-930/extract.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import type { GridSeries } from '../../src/model/source-records.ts';
import { instantText } from '../../src/model/time.ts';
import { sumOf } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, given, instant, lines } from './given.ts';
import { whereThere } from '../support/where-there.ts';

const KEYS =
  '"Balancing Authority","Data Date","Hour Number","Local Time at End of Hour","UTC Time at End of Hour"';
const BALANCE = [
  KEYS,
  '"Demand Forecast (MW)","Demand (MW)","Net Generation (MW)","Total Interchange (MW)"',
  '"Sum(Valid DIBAs) (MW)","Demand (MW) (Imputed)","Demand (MW) (Adjusted)"',
  '"Net Generation (MW) from Wind","Net Generation (MW) from Natural Gas (Adjusted)"',
].join(',');

function row(end: string, values: string, area = 'ERCO', local = '01/01/2025 1:00:00 AM'): string {
  return `${area},01/01/2025,1,${local},${end},${values}`;
}

function shown({ area, quantity, of, status, points }: GridSeries) {
  const name = [area, quantity, of, status].filter((part) => part !== undefined).join(' ');
  return [name, ...points.map(({ start, megawatts }) => [start, decimalText(megawatts)])];
}

test('hours of a balance file begin an hour before the UTC stamp; each status is its own series', () => {
  const file = given(
    lines(
      BALANCE,
      row('01/01/2025 7:00:00 AM', '"41,000","40,020",39500,-520,-519,,"40,020",12000.5,-3'),
      row('01/01/2025 8:00:00 AM', ',,39000,-500,-500,"40,100","40,100",11000,"1,000"'),
    ),
  );
  expect(identify(file).confidence).toBe(1);
  const { records, findings, rows } = extract(file);
  const [first, second] = [instant('2025-01-01T06:00:00Z'), instant('2025-01-01T07:00:00Z')];
  expect(records.map(shown)).toEqual([
    ['ERCO demand adjusted', [first, '40020'], [second, '40100']],
    ['ERCO demand imputed', [second, '40100']],
    ['ERCO demand reported', [first, '40020']],
    ['ERCO demand-forecast reported', [first, '41000']],
    ['ERCO generation Natural Gas adjusted', [first, '-3'], [second, '1000']],
    ['ERCO generation Wind reported', [first, '12000.5'], [second, '11000']],
    ['ERCO interchange reported', [first, '-520'], [second, '-500']],
    ['ERCO net-generation reported', [first, '39500'], [second, '39000']],
  ]);
  expect(records[0]?.points[0]).toMatchObject({ start: first, end: second, line: 2 });
  // the imputed demand is blank where a demand was reported: nothing is missing there
  expect(codes(findings)).toEqual(['IN-NULL completeness 3', 'IN-NULL completeness 3']);
  expect(rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
});

test('areas, neighbours and signs of an interchange file', () => {
  const header = `${KEYS},"Directly Interconnected Balancing Authority","Interchange (MW)"`;
  const { records, findings } = extract(
    given(
      lines(
        header,
        row('1/1/2022 7:00:00 AM', 'MISO,-391', 'AECI'),
        row('1/1/2022 7:00:00 AM', 'SPA,"1,114"', 'AECI'),
        row('1/1/2022 12:00:00 AM', 'SPA,5', 'ERCO'),
      ),
    ),
  );
  expect(findings).toEqual([]);
  expect(records.map(shown)).toEqual([
    ['AECI interchange MISO reported', [instant('2022-01-01T06:00:00Z'), '-391']],
    ['AECI interchange SPA reported', [instant('2022-01-01T06:00:00Z'), '1114']],
    ['ERCO interchange SPA reported', [instant('2021-12-31T23:00:00Z'), '5']],
  ]);
});

test('bulk series by their names; an index without offset is set aside', () => {
  const { records, findings, rows } = extract(
    given(
      lines(
        ',EBA.ERCO-ALL.D.H,EBA.ERCO-ALL.DF.H,EBA.ERCO-ALL.NG.WND.H,EBA.ERCO-ALL.NG.NG.H,EBA.ERCO-SWPP.ID.H,EBA.ERCO-ALL.D.HL',
        '2015-07-01 06:00:00+00:00,1.0,2,3,4,-5,6',
        '2015-07-01 01:00:00-06:00,10,20,30,40,-50,60',
        '2015-07-01 08:00:00,1,2,3,4,5,6',
      ),
    ),
  );
  const [first, second] = [instant('2015-07-01T05:00:00Z'), instant('2015-07-01T06:00:00Z')];
  expect(records.map(shown)).toEqual([
    ['ERCO demand reported', [first, '1'], [second, '10']],
    ['ERCO demand-forecast reported', [first, '2'], [second, '20']],
    ['ERCO generation NG reported', [first, '4'], [second, '40']],
    ['ERCO generation WND reported', [first, '3'], [second, '30']],
    ['ERCO interchange SWPP reported', [first, '-5'], [second, '-50']],
  ]);
  expect(codes(findings)).toEqual(['IN-DATE critical 4']);
  expect(rows).toEqual({ read: 3, rejected: 1, duplicate: 0 });
});

test.each([
  ['a stamp that is none', row('13/01/2025 7:00:00 AM', '1,1,1,1,1,1,1,1,1'), 'IN-DATE critical 2'],
  ['a stamp within an hour', row('1/1/2025 7:30:00 AM', '1,1,1,1,1,1,1,1,1'), 'IN-DATE critical 2'],
  ['no area', row('1/1/2025 7:00:00 AM', '1,1,1,1,1,1,1,1,1', ''), 'IN-STRUCTURE critical 2'],
])('%s sets the row aside', (_, text, code) => {
  const { records, findings, rows } = extract(given(lines(BALANCE, text)));
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code, 'IN-NO-READINGS critical -'].sort());
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('a value that is no number is named and the others of its row are kept', () => {
  const { records, findings } = extract(
    given(lines(BALANCE, row('1/1/2025 7:00:00 AM', 'EMPTY,1,2,3,4,5,6,7,8'))),
  );
  expect(records).toHaveLength(7);
  expect(codes(findings)).toEqual(['IN-NUMBER critical 2']);
});

test('an hour that stands twice counts once where it agrees, and not at all where it differs', () => {
  const again = (value: string) => row('1/1/2025 7:00:00 AM', `,${value},,,,,,,`);
  const later = row('1/1/2025 8:00:00 AM', ',3,,,,,,,');
  const demandOf = (...all: readonly string[]) => {
    const { records, findings } = extract(given(lines(BALANCE, ...all)));
    return [
      records.map(({ points }) => points.map(({ megawatts }) => decimalText(megawatts))),
      codes(findings).filter((code) => !code.startsWith('IN-NULL')),
    ];
  };
  expect(demandOf(again('1'), later, again('1'))).toEqual([[['1', '3']], ['IN-DUPLICATE info 4']]);
  expect(demandOf(again('1'), later, again('2'))).toEqual([[['3']], ['IN-CONFLICT critical 2']]);
});

test.each([
  ['neither area nor zone', 'date_time,demand (MW)\n2020-01-01 00:00:00,40020\n'],
  ['local hours alone', 'Balancing Authority,Local Time at End of Hour,Demand (MW)\nERCO,x,1\n'],
  ['intensities', 'period,CO2i_ERCO_D\n2023-06-10 00:00:00,552\n'],
])('a table with %s is neither recognised nor read', (_, text) => {
  const file = given(text);
  expect(identify(file).confidence).toBeLessThan(1);
  const { records, findings } = extract(file);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-NO-HEADER critical -']);
});

test('a look at a file counts its points', () => {
  const file = given(lines(BALANCE, row('1/1/2025 7:00:00 AM', '1,2,3,4,5,6,7,8,9')));
  expect(inspectReadings(file, {})).toMatchObject({ profile: 'eia-930', records: 8, findings: [] });
});

const SAMPLES = '../shared/data/grid';
const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'grid-oracle.json'), 'utf8'),
) as Record<string, Readonly<Record<'series' | 'sum' | 'start' | 'end', string>>[]>;
const ifThere = whereThere(SAMPLES);

test('the samples are there wherever tests run unattended', () => {
  expect(existsSync(SAMPLES) || process.env['CI'] === undefined).toBe(true);
});

ifThere('public samples', () => {
  test.each(Object.keys(EXPECTED))('%s', (name) => {
    const file = given(readFileSync(join(SAMPLES, name)), name);
    expect(identify(file).confidence).toBe(1);
    const { records, findings } = extract(file);
    const seen = records.map(({ area, quantity, of, points }) => ({
      series: [area, quantity, ...(of === undefined ? [] : [of])].join(' '),
      points: points.length,
      sum: decimalText(sumOf(points.map(({ megawatts }) => megawatts))),
      start: instantText(points[0]?.start ?? 0),
      end: instantText(points.at(-1)?.end ?? 0),
    }));
    expect(seen).toEqual(EXPECTED[name]);
    expect(findings.filter(({ severity }) => severity === 'critical')).toEqual([]);
  });

  test.each([
    'CO2i_2023-06-10_2023-06-20.csv',
    'eia_demand_ERCO_head20000.csv',
    'eia_demand_cleaned_ERCO_head20000.csv',
  ])('%s states no zone, or no power, and is refused', (name) => {
    const { records, findings } = extract(given(readFileSync(join(SAMPLES, name)), name));
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual(['IN-NO-HEADER critical -']);
  });
});
