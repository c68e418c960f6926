import { fitTable } from '../../../src/render/pdf/table-columns.ts';
import type { SheetTable } from '../../../src/model/sheet.ts';
import { EMISSIONS, GRADE, number, row, SAMPLE } from '../sample-sheet.ts';

/** Every character half as wide as its size. */
const measure = (text: string, { size }: { size: number }) => (text.length * size) / 2;

function fit(table: SheetTable) {
  return fitTable({ table, words: SAMPLE.words, decimalMark: '.', measure });
}

function numbers(columns: number, value: string): SheetTable {
  return {
    ...EMISSIONS,
    columns: [...Array.from({ length: columns }, () => number('2025', '', 1)), GRADE],
    rows: [row('§1', 'Energy used', [...Array<string>(columns).fill(value), 'V'])],
  };
}

test('columns stand in order with gaps, the last at the edge of the measure', () => {
  for (const table of [EMISSIONS, numbers(2, '1.5'), numbers(5, '12,345.6')]) {
    const [only, ...more] = fit(table);
    expect(more).toEqual([]);
    const columns = only?.columns ?? [];
    expect(columns.at(-1)?.right).toBeCloseTo(537.64, 1);
    let edge = (only?.labelLeft ?? 0) + (only?.labelWidth ?? 0);
    for (const { left, right } of columns) {
      expect(left - edge).toBeGreaterThanOrEqual(9 - 0.01);
      edge = right;
    }
  }
});

test('labels hang at 82 where there is room, and give way where there is none', () => {
  expect(fit(numbers(2, '1.5'))[0]?.labelLeft).toBeCloseTo(57.64 + 82);
  expect(fit(numbers(9, '12,345.6'))[0]?.labelLeft).toBeLessThan(57.64 + 82);
});

test('the point of a column leaves room for its decimals', () => {
  const [first] = fit(numbers(1, '1,461.6'))[0]?.columns ?? [];
  expect((first?.right ?? 0) - (first?.point ?? 0)).toBeCloseTo(measure('.6', { size: 8 }));
});

test('numbers too wide for one table are parted over several, none lost', () => {
  const parts = fit(numbers(7, '75,945,600,000,000.5'));
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.flatMap(({ columns }) => columns.map(({ index }) => index))).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7,
  ]);
  for (const { cell, columns } of parts) {
    expect(cell.size).toBe(7);
    expect(columns.at(-1)?.right).toBeCloseTo(537.64, 1);
  }
});
