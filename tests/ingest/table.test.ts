import { rowNotes } from '../../src/ingest/row-notes.ts';
import { readTable } from '../../src/ingest/table/table.ts';
import type { CsvLayout } from '../../src/model/documents/workspace.ts';
import { codes, given, lines } from './given.ts';

function read(content: string | Uint8Array, layout?: CsvLayout, wanted = ['Day', 'Usage (kWh)']) {
  const notes = rowNotes('data.csv');
  const table = readTable(given(content), layout, wanted, notes);
  if (table.refused) return { refused: table.refused, noted: notes.findings() };
  const rows = table.value.rows.map((row) => [
    row.line,
    ...wanted.map((column) => table.value.cell(row, column)),
  ]);
  return { rows, headers: table.value.headers, noted: notes.findings() };
}

const BYTES = (...bytes: readonly number[]) => Uint8Array.from(bytes);
const text = (content: string) => new TextEncoder().encode(content);

test.each([
  ['zero bytes', BYTES(), 'IN-EMPTY', 'holds no bytes'],
  ['blank lines', '\n \n', 'IN-EMPTY', 'holds no rows'],
  ['a sep= line alone', 'sep=,\r\n', 'IN-EMPTY', 'sep='],
  ['a header alone', 'Day,Usage (kWh)\n', 'IN-EMPTY', 'line 1 and no rows'],
  ['a PNG', BYTES(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'IN-NOT-TEXT', 'PNG image'],
  ['a spreadsheet', BYTES(0x50, 0x4b, 0x03, 0x04, 1), 'IN-NOT-TEXT', 'spreadsheet or zip'],
  ['NUL padding', BYTES(0x44, 0, 0x61, 0), 'IN-NOT-TEXT', 'zero byte stands at 1'],
  ['UTF-16', BYTES(0xff, 0xfe, 0x44, 0), 'IN-NOT-TEXT', 'UTF-16'],
  ['an HTML page', '\n<!DOCTYPE html><html><body>Error</body></html>', 'IN-NOT-TEXT', 'HTML'],
  ['Latin-1', BYTES(0x44, 0x61, 0x79, 0x2c, 0xe9, 0x0a), 'IN-ENCODING', 'byte 4 is 0xE9'],
  ['a cut character', BYTES(0x44, 0x61, 0xe2, 0x82), 'IN-ENCODING', 'byte 2 is 0xE2'],
  ['an open quote', 'Day,Usage (kWh)\n1,"2\n3,4\n', 'IN-STRUCTURE', 'never closed'],
  ['a quote in a cell', 'Day,Usage (kWh)\n1,2"3\n', 'IN-STRUCTURE', 'line 2'],
  ['other headers', 'Date,kWh\n1,2\n', 'IN-NO-HEADER', '"Date", "kWh"'],
  ['a header twice', 'Day,usage  (KWH),Usage (kWh)\n1,2,3\n', 'IN-NO-HEADER', 'twice'],
  ['no table', 'just words\nand more\n', 'IN-NO-HEADER', 'Correct the mapping or the file'],
])('%s is refused', (_, content, code, says) => {
  const { refused } = read(content);
  expect(refused).toMatchObject({ code, severity: 'critical', at: { file: 'data.csv' } });
  expect(refused?.message).toContain(says);
  expect(refused?.message).toContain('data.csv');
});

test.each([
  ['LF', 'Day,Usage (kWh)\n1,2\n3,4\n'],
  ['no final newline', 'Day,Usage (kWh)\n1,2\n3,4'],
  ['CRLF', 'Day,Usage (kWh)\r\n1,2\r\n3,4\r\n'],
  ['bare CR', 'Day,Usage (kWh)\r1,2\r3,4\r'],
  ['mixed ends', 'Day,Usage (kWh)\r\n1,2\n3,4\r'],
  ['a byte order mark', '\ufeffDay,Usage (kWh)\n1,2\n3,4\n'],
  ['other case and blanks', 'DAY , usage\u00a0 (kwh)\n1, 2\n3,4 \n'],
  ['more columns in another order', 'Usage (kWh),x,Day\n2,,1\n4,y,3\n'],
  ['quotes', '"Day","Usage (kWh)"\n"1","2"\n"3",4\n'],
  ['blank cells past the header', 'Day,Usage (kWh)\n1,2,,\n3,4,\n'],
])('%s is accepted', (_, content) => {
  expect(read(content)).toMatchObject({
    rows: [
      [2, '1', '2'],
      [3, '3', '4'],
    ],
    noted: [],
  });
});

test('a sep= line sets the delimiter, and lines keep their numbers', () => {
  expect(read('sep=;\r\nDay;Usage (kWh)\r\n1;2,5\r\n').rows).toEqual([[3, '1', '2,5']]);
});

test('a declared delimiter is used', () => {
  expect(read('Day|Usage (kWh)\n1|2\n', { delimiter: '|' }).rows).toEqual([[2, '1', '2']]);
});

test('a free preamble, stray quotes in it, blank rows and repeated headers are passed over', () => {
  const content = lines(
    'Name: "Big" Mine',
    'Account,1,2,3',
    '',
    'Day,Usage (kWh)',
    '1,2',
    ',',
    'Day,Usage (kWh)',
    '3,4',
  );
  expect(read(content)).toMatchObject({
    rows: [
      [5, '1', '2'],
      [8, '3', '4'],
    ],
    noted: [],
  });
});

test('a header of several lines is read, and rows after it keep their line', () => {
  const content = 'Day,"Usage\n(kWh)"\n1,"2\n"\n3,4\n';
  expect(read(content).rows).toEqual([
    [3, '1', '2'],
    [5, '3', '4'],
  ]);
});

test('a row of another width is set aside and named', () => {
  const { rows, noted } = read('Day,Usage (kWh)\n1,2\n3\n5,6,7\n8,9\n');
  expect(rows).toEqual([
    [2, '1', '2'],
    [5, '8', '9'],
  ]);
  expect(codes(noted)).toEqual(['IN-STRUCTURE critical 3', 'IN-STRUCTURE critical 4']);
  expect(noted[0]?.message).toBe(
    'Line 3 of data.csv: it has 1 cell where the header has 2. The row was set aside; mend it.',
  );
});

test('of many faulty rows twenty are named and the rest is counted', () => {
  const content = lines('Day,Usage (kWh)', '1,2', ...Array.from({ length: 25 }, () => 'x'));
  const { noted } = read(content);
  expect(noted).toHaveLength(21);
  expect(noted.at(-1)?.message).toBe(
    'What was named 20 times of this kind holds for 5 rows more (lines 23, 24, 25, 26 and 27 of data.csv).',
  );
});

test('the byte position of a fault is that of the first faulty byte', () => {
  const good = text('Day,Usage (kWh)\n1,2 \u20ac\n'.repeat(500));
  const bad = Uint8Array.from([...good, 0xc3, 0x28, ...good]);
  expect(read(bad).refused?.message).toContain(`byte ${String(good.length)} is 0xC3`);
});
