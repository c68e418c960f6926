import { extract as extractFlare } from '../../src/ingest/flare-csv/extract.ts';
import { joinFlare } from '../../src/ingest/flare-csv/join.ts';
import { extract as extractMix } from '../../src/ingest/supplier-mix-csv/extract.ts';
import { joinSupplierMix } from '../../src/ingest/supplier-mix-csv/join.ts';
import type { FlareInput, SupplierMixInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, lines } from './given.ts';
import { FLARE, SUPPLIER_MIX } from './source-adapters.ts';

function flare(rows: readonly string[], map: Partial<FlareInput['map']> = {}) {
  const input = { ...FLARE, map: { ...FLARE.map, ...map } };
  const header = 'From,To,Volume,C1,C2,CO2,Burned,To where';
  return extractFlare(given(lines(header, ...rows)), input, CONTEXT);
}

const GAS = '2025-03-01,2025-03-31,1000000,80.0,15.5,4.5,0.98,flare';

test('flare gas is read with unit, conditions, composition, efficiency and destination', () => {
  const { records, findings } = flare([GAS]);
  expect(findings).toEqual([]);
  const [one] = records;
  expect(one).toMatchObject({
    site: 'pecos',
    unit: 'scf',
    conditions: '60 °F and 14.73 psia',
    destination: 'flare',
    firstDay: '2025-03-01',
  });
  expect(one && decimalText(one.volume)).toBe('1000000');
  expect(one?.efficiency && decimalText(one.efficiency)).toBe('0.98');
  const parts = Object.entries(one?.composition ?? {});
  expect(parts.map(([species, part]) => [species, decimalText(part)])).toEqual([
    ['CH4', '0.8'],
    ['C2H6', '0.155'],
    ['CO2', '0.045'],
  ]);
});

test.each([
  // 80 + 15.5 + 4 = 99.5, half a point short, and 80 + 15.5 + 5 = 100.5
  ['4', []],
  ['5', []],
  ['3.99', ['IN-CHECK-SUM quality 2']],
  ['5.01', ['IN-CHECK-SUM quality 2']],
])('with %s %% CO2 the sum gives %j', (co2, found) => {
  const { records, findings } = flare([GAS.replace(',4.5,', `,${co2},`)]);
  expect(records).toHaveLength(1);
  expect(codes(findings)).toEqual(found);
});

test('a species without value is not stated, and not zero', () => {
  const { records, findings } = flare([GAS.replace(',4.5,', ',n/a,')]);
  expect(records[0]?.composition).not.toHaveProperty('CO2');
  expect(codes(findings)).toEqual(['IN-CHECK-SUM quality 2']);
  expect(findings[0]?.message).toContain('95.50 %');
});

test('percentages declared as fractions are refused row by row, with a hint', () => {
  const { records, findings } = flare([GAS], {
    composition: { ...FLARE.map.composition, unit: 'fraction' },
  });
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-NUMBER critical 2']);
  expect(findings[0]?.message).toContain('Declare percent');
});

test('no efficiency is none, one above the whole sets the row aside', () => {
  expect(flare([GAS.replace('0.98', '')]).records[0]).not.toHaveProperty('efficiency');
  expect(flare([GAS.replace('0.98', '98')]).records).toEqual([]);
});

test('gas is refused in a unit of liquids, and one destination holds for every row', () => {
  const liquid = flare([GAS], { volume: { column: 'Volume', unit: 'gal' } });
  expect(codes(liquid.findings)).toEqual(['IN-UNIT critical -']);
  const vented = flare([GAS, GAS.replace('flare', 'anything')], { destination: 'vent' });
  expect(vented.records).toMatchObject([{ destination: 'vent' }]);
  expect(vented.findings.map(({ code }) => code)).toEqual(['IN-DUPLICATE']);
});

test('gas to the flare and to an engine on the same days are two things', () => {
  const both = joinFlare([flare([GAS, GAS.replace('flare', 'Engine')])]);
  expect(both.records.map(({ destination }) => destination)).toEqual(['flare', 'generator']);
  expect(both.findings).toEqual([]);
  const shared = joinFlare([flare([GAS, GAS.replace('2025-03-01', '2025-02-01')])]);
  expect(codes(shared.findings)).toEqual(['IN-OVERLAP critical 2']);
});

function mix(rows: readonly string[], map: Partial<SupplierMixInput['map']> = {}, path = 'm.csv') {
  const input = { ...SUPPLIER_MIX, map: { ...SUPPLIER_MIX.map, ...map } };
  return extractMix(given(lines('Year,Source,Share', ...rows), path), input);
}

test('the parts of a mix are fractions with the technology that their name means', () => {
  const { records, findings } = joinSupplierMix([
    mix(['2024,Onshore wind,40', '2024,Offshore wind,12.5', '2024,gas,47.5']),
  ]);
  expect(findings).toEqual([]);
  expect(
    records.map(({ technology, technologyText, share, year, contract }) => [
      ...[contract, year, technology, technologyText],
      decimalText(share),
    ]),
  ).toEqual([
    ['caney', 2024, 'wind', 'Offshore wind', '0.125'],
    ['caney', 2024, 'wind', 'Onshore wind', '0.4'],
    ['caney', 2024, 'gas', 'gas', '0.475'],
  ]);
});

test.each([
  ['less than the whole', ['2024,Gas,99.9'], ['IN-CHECK-SUM completeness 2']],
  ['more than the whole', ['2024,Gas,60', '2024,Unknown,40.1'], ['IN-CHECK-SUM critical 2']],
  ['a part above the whole', ['2024,Gas,101'], ['IN-NUMBER critical 2']],
  ['two years, each whole', ['2024,Gas,100', '2025,Gas,100'], []],
  ['a technology without name', ['2024,Sun,100'], ['IN-TECHNOLOGY critical 2']],
  ['a year that is none', ['2024/25,Gas,100'], ['IN-DATE critical 2']],
])('%s', (_, rows, found) => {
  expect(codes(joinSupplierMix([mix(rows)]).findings)).toEqual(found);
});

test('fractions are taken as they are', () => {
  const { records } = mix(['2024,Gas,0.25'], { share: { column: 'Share', unit: 'fraction' } });
  expect(records.map(({ share }) => decimalText(share))).toEqual(['0.25']);
});

test('over files a part counts once, and two that differ count not at all', () => {
  const same = joinSupplierMix([mix(['2024,Gas,100']), mix(['2024,Gas,100'], {}, 'n.csv')]);
  expect(same.records).toHaveLength(1);
  expect(codes(same.findings)).toEqual(['IN-DUPLICATE info 2']);
  const other = joinSupplierMix([mix(['2024,Gas,100']), mix(['2024,Gas,90'], {}, 'n.csv')]);
  expect(other.records).toEqual([]);
  expect(codes(other.findings)).toEqual(['IN-CONFLICT critical 2']);
});
