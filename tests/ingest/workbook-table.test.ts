import type { CellValue } from 'hucre/xlsx';
import type { InputFile } from '../../src/ingest/input-file.ts';
import { rowNotes } from '../../src/ingest/row-notes.ts';
import { headerKey } from '../../src/ingest/table/header.ts';
import { identifyByHeader } from '../../src/ingest/table/identify.ts';
import { readTable, type Table } from '../../src/ingest/table/table.ts';
import type { CsvLayout } from '../../src/model/documents/workspace.ts';
import { day, workbook } from './workbook-given.ts';

const USAGE: CellValue[][] = [
  ['Usage of 2025', null, null],
  ['Meter', 'Month', 'Usage (kWh)'],
  ['main', day('2025-01-01'), 1234.5],
  [null, null, null],
  ['other', day('2025-02-01'), 2],
];

function read(file: InputFile, wanted: readonly string[], layout?: CsvLayout) {
  const notes = rowNotes(file.path);
  const { refused, value } = { value: undefined, ...readTable(file, layout, wanted, notes) };
  return { refused, value, notes };
}

function cells(table: Table | undefined, columns: readonly string[]) {
  return table?.rows.map((row) => columns.map((column) => table.cell(row, column)));
}

test('a table is found below free lines, and its rows keep their numbers', async () => {
  const file = await workbook([{ name: 'Usage', rows: USAGE }]);
  const { value } = read(file, ['Usage (kWh)', 'meter']);
  expect(value?.headerLine).toBe(2);
  expect(value?.rows.map(({ line }) => line)).toEqual([3, 5]);
  expect(cells(value, ['meter', 'Usage (kWh)'])).toEqual([
    ['main', '1234.5'],
    ['other', '2'],
  ]);
});

test('places have sheet and cell, and what is said of rows has them too', async () => {
  const file = await workbook([{ name: 'Usage', rows: USAGE }], {}, 'a.xlsx');
  const { value, notes } = read(file, ['Usage (kWh)', 'Meter']);
  const at = { line: 5, column: 'Usage (kWh)' };
  expect(value?.place(at)).toEqual({ ...at, sheet: 'Usage', cell: 'C5' });
  notes.row('IN-NUMBER', 'critical', at, 'it is wrong.');
  notes.tally('IN-NULL', 'info', { line: 3 }, (n, lines) => `${n} (${lines})`);
  expect(notes.findings()).toMatchObject([
    {
      message: 'Line 5 of sheet "Usage" of a.xlsx: it is wrong.',
      at: { file: 'a.xlsx', line: 5, column: 'Usage (kWh)', sheet: 'Usage', cell: 'C5' },
    },
    { message: '1 row (line 3 of sheet "Usage" of a.xlsx)', at: { line: 3, sheet: 'Usage' } },
  ]);
});

test('numbers of a workbook are given in the declared form, and its texts as they stand', async () => {
  const rows = [
    ['kWh', 'Text'],
    [1234.5, '1.234,5'],
  ];
  const file = await workbook([{ name: 'Usage', rows }]);
  const { value } = read(file, ['kWh', 'Text'], { decimal: ',' });
  expect(cells(value, ['kWh', 'Text'])).toEqual([['1234,5', '1.234,5']]);
});

test('dates are told from texts that look like dates', async () => {
  const rows = [['When'], [day('2025-01-01')], ['2025-01-01']];
  const { value } = read(await workbook([{ name: 'Usage', rows }]), ['When']);
  expect(cells(value, ['When'])).toEqual([['2025-01-01'], ['2025-01-01']]);
  expect(value?.rows.map((row) => value.isDate(row, 'When'))).toEqual([true, false]);
});

test.each([
  ['Carbon intensity gCO\u2082eq/kWh', 'carbon intensity  gco2eq/kwh'],
  ['Usage\u00a0(kWh)', 'usage (kWh)'],
  ['Area (ft\u00b2)', 'Area (ft2)'],
])('%s and %s are one header', (a, b) => {
  expect(headerKey(a)).toBe(headerKey(b));
});

describe('two rows of headers', () => {
  const rows: CellValue[][] = [
    ['Meter', 'Electricity', null, 'Gas', null, null],
    [null, 'Usage', 'Cost', 'Usage', 'Cost', 'Notes'],
    ['main', 1, 2, 3, 4, 'x'],
  ];
  const merges = [
    { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
    { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
    { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
  ];

  test('are joined where a column is named so', async () => {
    const file = await workbook([{ name: 'Usage', rows, merges }]);
    const { value } = read(file, ['Meter', 'Electricity Usage', 'Gas Cost', 'Notes']);
    const columns = ['Meter', 'Electricity Usage', 'Gas Cost', 'Notes'];
    expect(cells(value, columns)).toEqual([['main', '1', '4', 'x']]);
  });

  test('a text that stands twice in the lower row is refused', async () => {
    const file = await workbook([{ name: 'Usage', rows, merges }]);
    const { refused } = read(file, ['Meter', 'Usage']);
    expect(refused).toMatchObject({ code: 'IN-NO-HEADER', at: { line: 2, column: 'Usage' } });
    expect(refused?.message).toContain('twice');
  });

  test('of two columns of one text the one without any other above it is meant', async () => {
    const twice: CellValue[][] = [
      [null, null, 'Waste'],
      ['Meter', 'Cost', 'Cost'],
      ['main', 5, 6],
    ];
    const { value } = read(await workbook([{ name: 'Usage', rows: twice }]), [
      'Cost',
      'Waste Cost',
    ]);
    expect(cells(value, ['Cost', 'Waste Cost'])).toEqual([['5', '6']]);
  });

  test('texts that are not merged count for their own column', async () => {
    const file = await workbook([{ name: 'Usage', rows }]);
    const { refused } = read(file, ['Electricity Cost']);
    expect(refused?.code).toBe('IN-NO-HEADER');
  });
});

describe('the sheet', () => {
  const empty = { name: 'Notes', rows: [['Made in January']] };

  test('is the one that holds the columns', async () => {
    const file = await workbook([empty, { name: 'Usage', rows: USAGE }]);
    expect(read(file, ['Usage (kWh)']).value?.rows).toHaveLength(2);
  });

  test('has to be named where several hold them', async () => {
    const sheets = ['2024', '2025'].map((name) => ({ name, rows: USAGE }));
    const file = await workbook(sheets);
    const { refused } = read(file, ['Usage (kWh)']);
    expect(refused).toMatchObject({ code: 'IN-WORKBOOK', severity: 'critical' });
    expect(refused?.message).toContain('"2024", "2025"');
    expect(refused?.message).toContain('csv.sheet');
    const { value } = read(file, ['Usage (kWh)'], { sheet: '2025' });
    expect(value?.place({ line: 3 })).toEqual({ line: 3, sheet: '2025' });
  });

  test('that is named and not there is refused with those that are', async () => {
    const { refused } = read(await workbook([empty]), ['Usage'], { sheet: '2025' });
    expect(refused).toMatchObject({ code: 'IN-WORKBOOK', severity: 'critical' });
    expect(refused?.message).toContain('"Notes"');
  });

  test('that comes nearest is named where none holds all columns', async () => {
    const file = await workbook([empty, { name: 'Usage', rows: USAGE }]);
    const { refused } = read(file, ['Meter', 'Invoice']);
    expect(refused).toMatchObject({ code: 'IN-NO-HEADER', at: { line: 2, sheet: 'Usage' } });
    expect(refused?.message).toContain('"Invoice"');
  });

  test('with a header and no rows is refused', async () => {
    const file = await workbook([{ name: 'Usage', rows: [['Meter', 'kWh']] }]);
    expect(read(file, ['kWh']).refused?.code).toBe('IN-EMPTY');
  });
});

test('a header is recognised in any sheet', async () => {
  const file = await workbook([
    { name: 'Notes', rows: [['Made in January']] },
    { name: 'Usage', rows: USAGE },
  ]);
  const signs = [
    { what: 'energy', spelled: /kwh/i },
    { what: 'month', spelled: /^month$/i },
  ];
  expect(identifyByHeader(file, signs)).toEqual({
    confidence: 1,
    why: 'Line 2 of sheet "Usage" names "energy", "month".',
  });
});
