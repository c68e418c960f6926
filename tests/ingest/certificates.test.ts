import { extract } from '../../src/ingest/certificates-csv/extract.ts';
import { joinCertificates } from '../../src/ingest/certificates-csv/join.ts';
import type { CertificatesInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { CERTIFICATES, codes, CONTEXT, given, lines } from './given.ts';

const HEAD = 'Registry,First,Last,MWh,Vintage,Fuel,Country,Status,For';
const LINE = 'M,A-1,A-10,10,2025-03,Wind,us,Retired,Pecos Inc.';

function read(
  rows: readonly string[],
  map: Partial<CertificatesInput['map']> = {},
  path = 'c.csv',
) {
  const input = { ...CERTIFICATES, map: { ...CERTIFICATES.map, ...map } };
  return extract(given(lines(HEAD, ...rows), path), input, CONTEXT);
}

test('a line is a record, whatever its status, vintage or beneficiary', () => {
  const { records, findings } = read([
    LINE,
    'M,A-11,A-20,10,2023-11,Wind,US,Active,',
    'M,A-21,A-30,10,2025-03,Onshore wind,US,cancelled,Somebody Else',
  ]);
  expect(findings).toEqual([]);
  expect(records.map((c) => [c.vintage, c.isRetired, c.statusText, c.beneficiary])).toEqual([
    ['2025-03', true, 'Retired', 'Pecos Inc.'],
    ['2023-11', false, 'Active', ''],
    ['2025-03', true, 'cancelled', 'Somebody Else'],
  ]);
  expect(records[0]).toMatchObject({
    site: 'pecos',
    contract: 'caney',
    technology: 'wind',
    technologyText: 'Wind',
    country: 'US',
    evidence: { file: 'c.csv', at: { line: 2, column: 'MWh' } },
  });
  expect(records[0]).not.toHaveProperty('emissionFactor');
});

test('quantities are converted to MWh, vintages and factors read by the mapping', () => {
  const { records } = read(['M,A,B,1500,03/2025,Wind,US,Retired,X'], {
    quantity: { column: 'MWh', unit: 'kWh' },
    vintage_format: 'MM/yyyy',
    emission_factor: 'MWh',
  });
  expect(
    records.map(({ energyMwh, vintage, emissionFactor }) => [
      decimalText(energyMwh),
      vintage,
      emissionFactor && decimalText(emissionFactor),
    ]),
  ).toEqual([['1.5', '2025-03', '1500']]);
});

test.each([
  ['another technology', LINE.replace('Wind', 'Solar PV'), 'IN-TECHNOLOGY critical 2'],
  ['a fuel code of another technology', LINE.replace('Wind', 'WAT'), 'IN-TECHNOLOGY critical 2'],
  ['a country by name', LINE.replace('us', 'United States'), 'IN-COUNTRY critical 2'],
  ['a vintage of another form', LINE.replace('2025-03', 'Q1 2025'), 'IN-DATE critical 2'],
  ['no quantity', LINE.replace(',10,', ',,'), 'IN-NULL critical 2'],
  ['no serial', LINE.replace('A-10', ''), 'IN-NULL critical 2'],
])('%s sets the line aside', (_, row, code) => {
  const { records, findings, rows } = read([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
  expect(findings[0]?.message).toMatch(/^Line 2 of c\.csv: /);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('a technology that is not recognised is said and kept', () => {
  const { records, findings } = read([LINE.replace('Wind', 'T020001')]);
  expect(records).toHaveLength(1);
  expect(codes(findings)).toEqual(['IN-TECHNOLOGY quality 2']);
});

test('an unknown contract is refused', () => {
  const input = { ...CERTIFICATES, contract: 'kaney' };
  const { findings } = extract(given(lines(HEAD, LINE)), input, CONTEXT);
  expect(codes(findings)).toEqual(['WS-REFERENCE critical -']);
  expect(findings[0]?.message).toContain('"caney"');
});

test.each([
  ['A-1', 'A-10', '9', ['IN-SERIAL-COUNT critical 2']],
  ['A-1', 'A-10', '10', []],
  ['0008', '0011', '4', []],
  ['A-1', 'A-10', '9.5', []],
  ['A-1', 'B-10', '7', []],
  ['x', 'y', '7', []],
])('serials %s to %s for %s MWh', (first, last, mwh, found) => {
  expect(codes(read([`M,${first},${last},${mwh},2025-03,Wind,US,Retired,X`]).findings)).toEqual(
    found,
  );
});

test('identical lines of one file count once', () => {
  const { records, findings, rows } = read([LINE, LINE]);
  expect(records).toHaveLength(1);
  expect(codes(findings)).toEqual(['IN-DUPLICATE info 3']);
  expect(rows).toEqual({ read: 2, rejected: 0, duplicate: 1 });
});

const range = (first: string, last: string, mwh: number, registry = 'M') =>
  `${registry},${first},${last},${String(mwh)},2025-03,Wind,US,Retired,X`;

test.each([
  ['ranges that touch', [range('A-1', 'A-10', 10), range('A-11', 'A-12', 2)], 0],
  ['ranges that share their edge', [range('A-1', 'A-10', 10), range('A-10', 'A-11', 2)], 1],
  ['a range within another', [range('A-1', 'A-10', 10), range('A-3', 'A-4', 2)], 1],
  ['leading zeros', [range('A-001', 'A-010', 10), range('A-9', 'A-11', 3)], 1],
  ['another series', [range('A-1', 'A-10', 10), range('B-1', 'B-10', 10)], 0],
  ['another registry', [range('A-1', 'A-10', 10), range('A-1', 'A-10', 10, 'N')], 0],
  ['serials that are no range, twice', [range('x', 'y', 3), range('x', 'y', 4)], 1],
  [
    'one long range over three',
    [range('A-1', 'A-99', 99), range('A-2', 'A-3', 2), range('A-5', 'A-6', 2)],
    2,
  ],
])('%s, in one file or two', (_, rows, pairs) => {
  const one = joinCertificates([read(rows)]);
  const two = joinCertificates(rows.map((row, i) => read([row], {}, `f${String(i)}.csv`)));
  for (const { findings } of [one, two]) {
    const overlaps = findings.filter(({ code }) => code === 'IN-SERIAL-OVERLAP');
    expect(overlaps.map(({ severity }) => severity)).toEqual(Array(pairs).fill('critical'));
  }
});

test('the same line in two files is an overlap that names both', () => {
  const { findings } = joinCertificates([read([LINE], {}, 'a.csv'), read([LINE], {}, 'b.csv')]);
  expect(findings.map(({ message }) => message)).toEqual([
    'The serials "A-1" to "A-10" of M (line 2 of b.csv) overlap "A-1" to "A-10" (line 2 of a.csv): a certificate would count twice. Remove one of the lines.',
  ]);
});
