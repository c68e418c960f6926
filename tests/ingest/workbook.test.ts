import { writeXlsx } from 'hucre/xlsx';
import { openFile } from '../../src/ingest/open/open.ts';
import { isWorkbook } from '../../src/ingest/open/workbook.ts';
import { cellName } from '../../src/model/cell-name.ts';
import { given } from './given.ts';
import { parts, workbook, zipped } from './workbook-given.ts';

async function opened(content: Uint8Array) {
  const { files, findings } = await openFile(given(content, 'data.xlsx'));
  return { sheets: files[0]?.sheets, files, findings };
}

/** The texts of one row of cells, each given as its XML within `<c>`. */
async function texts(cells: readonly string[], date1904 = false) {
  const row = `<row r="1">${cells.join('')}</row>`;
  const { sheets } = await opened(await zipped(parts(row, date1904)));
  return sheets?.[0]?.rows[0];
}

function number(value: string, style = 0): string {
  return `<c s="${String(style)}"><v>${value}</v></c>`;
}

describe('cells of a workbook', () => {
  test.each([
    ['6.308286107E9', '6308286107'],
    ['2.2482007E7', '22482007'],
    ['5190.1000000000004', '5190.1'],
    ['226.103', '226.103'],
    ['1E-7', '0.0000001'],
    ['-1.5E-10', '-0.00000000015'],
    ['1.25E+22', '12500000000000000000000'],
    ['0', '0'],
    ['-0', '0'],
  ])('the number %s is %s', async (stored, text) => {
    const row = await texts([number(stored)]);
    expect(row?.cells).toEqual([text]);
    expect([...(row?.numbers ?? [])]).toEqual([0]);
  });

  // serials of a sample of dates, and of 1900 and 1904 as both programs define them
  test.each([
    ['43782', 1, '2019-11-13', true],
    ['43782.999999', 2, '2019-11-14', true],
    ['45170.044432870367', 2, '2023-09-01 01:03:59', true],
    ['28272.499305555557', 2, '1977-05-27 11:59:00', true],
    ['0.99998842592592585', 3, '23:59:59', false],
    ['0.54166666666666663', 3, '13:00:00', false],
    ['61', 1, '1900-03-01', true],
    ['3000000', 1, '#NUM!', false],
    ['-1', 1, '#NUM!', false],
  ])('the serial %s in style %i is %s', async (serial, style, text, isDate) => {
    const row = await texts([number(serial, style)]);
    expect(row?.cells).toEqual([text]);
    expect(row?.dates?.has(0)).toBe(isDate);
  });

  test('serials of a 1904 workbook count from 1904', async () => {
    const row = await texts([number('40908', 1), number('0.5', 3)], true);
    expect(row?.cells).toEqual(['2016-01-01', '12:00:00']);
  });

  test('booleans, errors and texts', async () => {
    const row = await texts([
      '<c t="b"><v>1</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="e"><v>#REF!</v></c>',
      '<c t="inlineStr"><is><t>0012</t></is></c>',
    ]);
    expect(row?.cells).toEqual(['TRUE', 'FALSE', '#N/A', '#REF!', '0012']);
    expect([...(row?.numbers ?? [])]).toEqual([]);
  });

  test('a formula gives its stored value, and without one a blank with a finding', async () => {
    const row =
      '<row r="7"><c r="A7"><f>B7*2</f><v>4.5</v></c><c r="B7"><f>1+1</f></c><c r="D7"><f>2+2</f></c></row>';
    const { sheets, findings } = await opened(await zipped(parts(row)));
    expect(sheets?.[0]?.rows).toMatchObject([{ number: 7, cells: ['4.5', '', '', ''] }]);
    expect(findings).toMatchObject([
      {
        code: 'IN-WORKBOOK',
        severity: 'completeness',
        at: { file: 'data.xlsx', sheet: 'Data', cell: 'B7', line: 7 },
      },
    ]);
    expect(findings[0]?.message).toContain('2 formulas');
  });

  test('empty rows are left out, and the others keep their numbers', async () => {
    const rows = `<row r="2">${number('1')}</row><row r="3"><c><v></v></c></row><row r="5">${number('2')}</row>`;
    const { sheets } = await opened(await zipped(parts(rows)));
    expect(sheets?.[0]?.rows.map((row) => row.number)).toEqual([2, 5]);
  });

  test('the value of merged cells stands in the first of them', async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }];
    const file = await workbook([{ name: 'Data', rows: [['Usage', null, null]], merges }]);
    expect(file.sheets?.[0]).toMatchObject({
      rows: [{ number: 1, cells: ['Usage'] }],
      merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2 }],
    });
  });
});

describe('what is said of a workbook', () => {
  test('hidden sheets are read and named', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Shown', rows: [['a']] },
        { name: 'Old', rows: [['b']], hidden: true },
      ],
    });
    const { sheets, findings } = await opened(bytes);
    expect(sheets?.map(({ name }) => name)).toEqual(['Shown', 'Old']);
    expect(findings).toMatchObject([{ code: 'IN-WORKBOOK', severity: 'info' }]);
    expect(findings[0]?.message).toContain('"Old"');
  });

  test('macros are not run', async () => {
    const all = { ...parts(`<row r="1">${number('1')}</row>`), 'xl/vbaProject.bin': 'macro' };
    const { sheets, findings } = await opened(await zipped(all));
    expect(sheets?.[0]?.rows).toHaveLength(1);
    expect(findings).toMatchObject([{ code: 'IN-WORKBOOK', severity: 'info' }]);
    expect(findings[0]?.message).toContain('macros');
  });
});

describe('workbooks that are refused', () => {
  async function refusal(content: Uint8Array): Promise<string> {
    expect(isWorkbook(given(content))).toBe(true);
    const { files, findings } = await opened(content);
    expect(files).toEqual([]);
    expect(findings).toMatchObject([{ code: 'IN-WORKBOOK', severity: 'critical' }]);
    return findings[0]?.message ?? '';
  }

  test('an encrypted one', async () => {
    const encryption = { password: 'secret', spinCount: 100 };
    const bytes = await writeXlsx({ sheets: [{ name: 'Data', rows: [[1]] }], encryption });
    expect(await refusal(bytes)).toContain('encrypted');
  });

  test('one of the older binary form', async () => {
    const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    expect(await refusal(Uint8Array.from([...head, ...new Uint8Array(504)]))).toContain(
      'Save it as .xlsx',
    );
  });

  test('one of the newer binary form', async () => {
    const bytes = await zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' });
    expect(await refusal(bytes)).toContain('.xlsb');
  });

  test('one that is cut off', async () => {
    const bytes = await zipped(parts(`<row r="1">${number('1')}</row>`));
    expect(await refusal(bytes.subarray(0, bytes.length - 30))).toContain('damaged');
  });

  test('one whose sheet was changed after it was packed', async () => {
    const bytes = await zipped(parts(`<row r="1">${number('1')}</row>`));
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 40;
    bytes.fill(0xff, at, at + 20);
    expect(await refusal(bytes)).toContain('damaged');
  });

  test('one without its parts', async () => {
    const bytes = await zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' });
    expect(await refusal(bytes)).toContain('damaged');
  });

  test('one that unpacks to far more than it holds', async () => {
    const sheet = Buffer.alloc(40 << 20, ' ');
    const bytes = await zipped({ ...parts(''), 'xl/media/large.xml': sheet });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await refusal(bytes)).toContain('unpack to 40.0 MB');
  });

  test('one whose part states no size', async () => {
    const bytes = await zipped(parts(`<row r="1">${number('1')}</row>`));
    const entry = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(0, entry + 24);
    expect(await refusal(bytes)).toContain('states no size');
  });
});

test('a zip is a workbook by its members, not by bytes within them', async () => {
  const inner = await zipped(parts(''));
  const outer = await zipped({ 'reports/2025.xlsx': inner });
  expect(isWorkbook(given(inner))).toBe(true);
  expect(isWorkbook(given(outer))).toBe(false);
  expect(isWorkbook(given('a,b\n1,2\n'))).toBe(false);
});

test.each([
  [0, 'A1'],
  [25, 'Z1'],
  [26, 'AA1'],
  [701, 'ZZ1'],
  [702, 'AAA1'],
  [16_383, 'XFD1'],
])('column %i is %s', (column, name) => {
  expect(cellName(1, column)).toBe(name);
});
