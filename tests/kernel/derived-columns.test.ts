import fc from 'fast-check';
import { derivedColumn, recompute } from '../../src/kernel/ledger.ts';
import { HOUR, type HourColumn } from '../../src/model/column.ts';
import type { LedgerDocument } from '../../src/model/documents/ledger.ts';
import { column } from './sample.ts';

const AT = Date.UTC(2025, 0, 1) / 1000;
const EMPTY: LedgerDocument = { hashprint: 1, columns: [], steps: [] };

function of(
  id: string,
  cells: readonly (bigint | undefined)[],
  more: Partial<HourColumn> = {},
): HourColumn {
  return column(id, { start: AT, end: AT + cells.length * HOUR }, (hour) => cells[hour], more);
}

const load = of('load', [10n, 20n, undefined, 40n]);
// 4, 25, 7 and 0.5 J
const sun = of('sun', [40n, 250n, 70n, 5n], { scale: 10n });
const named = {
  id: 'made',
  site: 'alpha',
  quantity: 'energy',
  unit: 'J',
  start: AT,
  hours: 4,
} as const;

/** Cells in the column's unit, as far as they are known. */
function cellsOf({ cells, known, scale }: HourColumn) {
  return Array.from(cells, (cell, i) =>
    known[i] === 1 ? Number(cell) / Number(scale) : undefined,
  );
}

describe('a column that follows from others', () => {
  test.each([
    ['sum', [14, 45, undefined, 40.5]],
    ['surplus', [6, 0, undefined, 39.5]],
    ['minimum', [4, 20, undefined, 0.5]],
    ['known', [1, 1, 0, 1]],
  ] as const)('%s', (rule, expected) => {
    const made = derivedColumn(rule, [load, sun], named);
    expect(cellsOf(made)).toEqual(expected);
    expect(made.derived).toEqual({ rule, from: ['load', 'sun'] });
    expect(recompute(EMPTY, [load, sun, made])).toMatchObject({ columns: [], unchecked: [] });
  });

  test('it may run over other hours than those it is made of', () => {
    const made = derivedColumn('known', [load], { ...named, start: AT - HOUR, hours: 6 });
    expect(cellsOf(made)).toEqual([0, 1, 1, 0, 1, 0]);
  });

  test('cells are exact where scales share no factor', () => {
    const third = of('third', [1n], { scale: 3n });
    const half = of('half', [1n], { scale: 2n });
    const made = derivedColumn('sum', [third, half], { ...named, hours: 1 });
    expect([made.cells[0], made.scale]).toEqual([5n, 6n]);
  });

  test('a cell beyond 64 bits, an unknown rule or no column is refused', () => {
    const huge = of('huge', [2n ** 62n]);
    expect(() => derivedColumn('sum', [huge, huge], { ...named, hours: 1 })).toThrow('64 bits');
    expect(() => derivedColumn('storage', [load], named)).toThrow(RangeError);
    expect(() => derivedColumn('sum', [], named)).toThrow(RangeError);
  });
});

describe('derived columns computed again', () => {
  const rest = derivedColumn('surplus', [load, sun], named);

  test('a changed cell is told with its hour', () => {
    const cells = rest.cells.slice();
    cells[1] = 10n;
    const { columns } = recompute(EMPTY, [load, sun, { ...rest, cells }]);
    expect(columns).toEqual([
      { id: 'made', hour: '2025-01-01T01:00:00Z', stated: '1', computed: '0' },
    ]);
  });

  test('an hour that claims data where a column has none is told, and one that hides it', () => {
    const claims = { ...rest, known: Uint8Array.from([1, 1, 1, 1]) };
    const hides = { ...rest, known: Uint8Array.from([0, 1, 0, 1]) };
    expect(recompute(EMPTY, [load, sun, claims]).columns).toEqual([
      { id: 'made', hour: '2025-01-01T02:00:00Z', stated: '0', computed: 'no value' },
    ]);
    expect(recompute(EMPTY, [load, sun, hides]).columns).toEqual([
      { id: 'made', hour: '2025-01-01T00:00:00Z', stated: 'no value', computed: '6' },
    ]);
  });

  test('another scale of the same amounts is no difference', () => {
    const finer = { ...rest, scale: rest.scale * 7n, cells: rest.cells.map((cell) => cell * 7n) };
    expect(recompute(EMPTY, [load, sun, finer]).columns).toEqual([]);
  });

  test('a column whose source or rule is not at hand is named, not passed', () => {
    const stored: HourColumn = {
      ...rest,
      id: 'stored',
      derived: { rule: 'storage', from: ['load'] },
    };
    expect(recompute(EMPTY, [load, rest, stored])).toMatchObject({
      columns: [],
      unchecked: ['made', 'stored'],
    });
  });

  test('whatever the cells, what was derived agrees, and any change of a cell shows', () => {
    const cell = fc.option(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { nil: undefined });
    const rules = fc.constantFrom('sum', 'surplus', 'minimum', 'known');
    const drawn = fc.tuple(
      rules,
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1n, 3n, 1000n),
      fc.nat(),
    );
    fc.assert(
      fc.property(drawn, ([rule, pairs, scale, place]) => {
        const a = of(
          'a',
          pairs.map(([first]) => first),
        );
        const b = of(
          'b',
          pairs.map(([, second]) => second),
          { scale },
        );
        const made = derivedColumn(rule, [a, b], { ...named, hours: pairs.length });
        expect(recompute(EMPTY, [a, b, made]).columns).toEqual([]);
        const at = place % pairs.length;
        const cells = made.cells.slice();
        cells[at] = (cells[at] ?? 0n) + 1n;
        const known = made.known.slice();
        known[at] = 1;
        expect(recompute(EMPTY, [a, b, { ...made, cells, known }]).columns).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});
