import type { FactorRow } from '../../src/model/documents/factor-set.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { exact } from '../../src/units/rational.ts';
import { roundedText } from '../../src/units/rounding.ts';
import { meaningOf } from '../../src/units/unit.ts';
import { present } from '../support/present.ts';

const sets = loadFactors().map(({ set }) => set);
const machines = sets
  .flatMap(({ rows }) => rows)
  .filter(({ answers: { use } }) => use === 'device')
  .map((row) => [row.id, row] as const);

function stated(row: FactorRow, of: string) {
  return present((row.quantities ?? []).find((each) => each.of === of));
}

/** By how much power over hashrate lies outside of what the list says, as a part of it. */
function outside(row: FactorRow) {
  const { value, to = value } = stated(row, 'efficiency');
  const efficiency = exact(stated(row, 'power').value).div(exact(stated(row, 'hashrate').value));
  const [low, high] = [exact(value), exact(to)];
  const near = efficiency.lt(low) ? low : efficiency.gt(high) ? high : efficiency;
  return efficiency.sub(near).abs().div(near);
}

test('there are the machines of three lists', () => {
  expect(machines).toHaveLength(34);
});

test.each(machines)(
  '%s: power over hashrate is the listed efficiency, or the row says that it is not',
  (_, row) => {
    expect((row.note ?? '').startsWith('The row contradicts itself')).toBe(
      outside(row).gt(exact('0.05')),
    );
  },
);

test('the rows that contradict themselves are those of list b', () => {
  const told = machines.filter(([, row]) => outside(row).gt(exact('0.05')));
  expect(told.map(([id, row]) => [id, row.source.table])).toEqual([
    ['M20S', 'list b'],
    ['S19', 'list b'],
    ['S19 90T', 'list b'],
  ]);
});

test.each(machines)(
  '%s: ratings hold to a twentieth, and a mass from memory to a fifth',
  (_, row) => {
    expect(stated(row, 'hashrate').within_percent).toBe('5');
    expect(stated(row, 'power').within_percent).toBe('5');
    const masses = (row.quantities ?? []).filter(({ of, grade }) => of === 'mass' && grade === 'M');
    expect(masses.filter(({ within_percent: within }) => within !== '20')).toEqual([]);
  },
);

test('each unit of a quantity is known, years aside', () => {
  const units = sets
    .flatMap(({ rows }) => rows)
    .flatMap(({ quantities = [] }) => quantities)
    .filter(({ of }) => of !== 'released' && of !== 'emissions');
  expect(units.filter(({ unit }) => meaningOf(unit) === undefined)).toEqual([]);
});

test('the mass of the S19 Pro alone was read, without its package', () => {
  const read = machines.filter(([, row]) =>
    row.quantities?.some(({ of, grade }) => of === 'mass' && grade === 'S'),
  );
  expect(read.map(([id]) => id)).toEqual(['S19 Pro']);
});

test('the network of 2024 is at 28.2 J/TH, and 39.8 Mt by 138 TWh are 288.4 g/kWh', () => {
  const set = present(sets.find(({ edition }) => edition === 'cambridge-2025'));
  const [row] = set.rows;
  const value = (of: string) => exact(stated(present(row), of).value);
  expect(stated(present(row), 'efficiency').value).toBe('28.2');
  const grams = value('emissions').div(value('electricity')).mul(1000);
  expect(roundedText(grams, { decimals: 1, mode: 'half-up' })).toBe('288.4');
});
