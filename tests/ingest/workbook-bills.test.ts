import type { CellValue } from 'hucre/xlsx';
import { extract } from '../../src/ingest/bills-csv/extract.ts';
import { joinBills } from '../../src/ingest/bills-csv/join.ts';
import { extract as extractFuels } from '../../src/ingest/fuels-csv/extract.ts';
import { extract as extractReadings } from '../../src/ingest/readings-csv/extract.ts';
import type { BillsInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { BILLS, codes, CONTEXT, given, lines, READINGS } from './given.ts';
import { day, workbook } from './workbook-given.ts';

const ROWS: CellValue[][] = [
  ['Bills of the site', null, null],
  [null, null, null],
  ['From', 'To', 'Usage'],
  [day('2025-01-01'), day('2025-01-31'), 100.25],
  [day('2025-02-01'), day('2025-02-28'), 50],
];
const CSV = lines('From,To,Usage', '01/01/2025,01/31/2025,100.25', '02/01/2025,02/28/2025,50');

function bills(rows: CellValue[][], dateSystem: '1900' | '1904', input: BillsInput = BILLS) {
  return workbook([{ name: '2025', rows }], { dateSystem }).then((file) =>
    extract(file, input, CONTEXT),
  );
}

describe.each(['1900', '1904'] as const)('bills of a workbook that counts from %s', (system) => {
  test('are those of the same table as text, whatever date_format says', async () => {
    const fromText = extract(given(CSV), BILLS, CONTEXT);
    const fromSheet = await bills(ROWS, system);
    const plain = ({ records }: typeof fromText) =>
      records.map(({ evidence: _, energyKwh, ...bill }) => ({
        ...bill,
        energy: decimalText(energyKwh),
      }));
    expect(plain(fromSheet)).toEqual(plain(fromText));
    expect(fromSheet.findings).toEqual([]);
    expect(fromSheet.rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
  });

  test('tell sheet and cell', async () => {
    const { records } = await bills(ROWS, system);
    expect(records.map(({ evidence }) => evidence.at)).toEqual([
      { line: 4, column: 'Usage', sheet: '2025', cell: 'C4' },
      { line: 5, column: 'Usage', sheet: '2025', cell: 'C5' },
    ]);
  });
});

test('the end date is seen from the join of typed dates', async () => {
  const { end_date: _, ...map } = BILLS.map;
  const { records, findings } = await bills(ROWS, '1904', { ...BILLS, map });
  expect(codes(findings)).toEqual(['IN-END-DATE info -']);
  expect(records[0]).toMatchObject({ firstDay: '2025-01-01', lastDay: '2025-01-31' });
});

test('texts in cells are read by the mapping', async () => {
  const rows: CellValue[][] = [
    ['From', 'To', 'Usage'],
    ['01/01/2025', '01/31/2025', '1.100,25'],
    ['2025-02-01', '02/28/2025', 50.5],
  ];
  const input = { ...BILLS, csv: { decimal: ',', thousands: '.' } } as const;
  const { records, findings } = await bills(rows, '1900', input);
  expect(records.map(({ energyKwh }) => decimalText(energyKwh))).toEqual(['1100.25']);
  expect(findings).toMatchObject([
    { code: 'IN-DATE', at: { line: 3, column: 'From', sheet: '2025', cell: 'A3' } },
  ]);
});

test('a date with a time is no day where the form has none', async () => {
  const rows: CellValue[][] = [
    ['From', 'To', 'Usage'],
    [new Date('2025-01-01T08:00:00Z'), day('2025-01-31'), 1],
  ];
  const { findings } = await bills(rows, '1900');
  expect(codes(findings)).toEqual(['IN-DATE critical 2', 'IN-NO-READINGS critical -']);
});

test('bills that differ are named by sheet', async () => {
  const rows = [...ROWS, [day('2025-02-01'), day('2025-02-28'), 60]];
  const { records, findings } = joinBills([await bills(rows, '1900')]);
  expect(records).toHaveLength(1);
  expect(findings).toMatchObject([
    { code: 'IN-CONFLICT', at: { line: 5, sheet: '2025', cell: 'C5' } },
  ]);
  expect(findings[0]?.message).toContain('line 5 of sheet "2025" of data.xlsx');
});

test('an error in a cell is no number, and #N/A is no value', async () => {
  const rows: CellValue[][] = [
    ['From', 'To', 'Usage'],
    [day('2025-01-01'), day('2025-01-31'), '#REF!'],
    [day('2025-02-01'), day('2025-02-28'), '#N/A'],
  ];
  const { findings } = await bills(rows, '1900');
  expect(codes(findings)).toEqual([
    'IN-NO-READINGS critical -',
    'IN-NULL completeness 3',
    'IN-NUMBER critical 2',
  ]);
});

test('fuels tell sheet and cell', async () => {
  const rows: CellValue[][] = [
    ['from', 'to', 'fuel', 'gal'],
    [day('2025-01-01'), day('2025-01-31'), 'Diesel', 12.5],
  ];
  const file = await workbook([{ name: 'Tank', rows }]);
  const map = {
    start: 'from',
    end: 'to',
    end_date: 'inclusive',
    date_format: 'dd.MM.yyyy',
    fuel: 'fuel',
    names: { Diesel: 'distillate-2' },
    quantity: { column: 'gal', unit: 'gal' },
  } as const;
  const input = { kind: 'fuels', files: '*', site: 'pecos', map } as const;
  const { records, findings } = extractFuels(file, input, CONTEXT);
  expect(findings).toEqual([]);
  expect(records).toMatchObject([
    { firstDay: '2025-01-01', evidence: { at: { sheet: 'Tank', cell: 'D2', line: 2 } } },
  ]);
});

test('readings of a workbook: a stamp in one cell, or day and time in two', async () => {
  const stamps: CellValue[][] = [
    ['ts', 'kwh'],
    [new Date('2025-01-01T00:00:00Z'), 1],
    [new Date('2025-01-01T00:15:00Z'), 2],
  ];
  const columns: CellValue[][] = [
    ['day', 'time', 'kwh'],
    [day('2025-01-01'), '00:00', 1],
    [day('2025-01-01'), '00:15', 2],
  ];
  const map = { ...READINGS.map, zone: 'UTC', date_format: 'MM/dd/yyyy HH:mm' } as const;
  const inOne = await workbook([{ name: 'Data', rows: stamps }]);
  const inTwo = await workbook([{ name: 'Data', rows: columns }]);
  const starts = [inOne, inTwo].map((file, i) => {
    const time = i === 0 ? 'ts' : (['day', 'time'] satisfies [string, string]);
    const { records } = extractReadings(file, { ...READINGS, map: { ...map, time } }, CONTEXT);
    return records.flatMap(({ readings }) => [...readings].map(({ start }) => start));
  });
  const midnight = Date.parse('2025-01-01T00:00:00Z') / 1000;
  expect(starts).toEqual([
    [midnight, midnight + 900],
    [midnight, midnight + 900],
  ]);
});
