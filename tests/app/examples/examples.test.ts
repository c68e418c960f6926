import { existsSync, readFileSync } from 'node:fs';
import { agrees, compared } from '../../../src/app/examples/compare.ts';
import type { Example, Stated } from '../../../src/app/examples/example.ts';
import { workedExamples } from '../../../src/app/examples/examples.ts';
import { COMPUTED_BY, EXAMPLES } from '../../../src/app/examples/registry.ts';
import { loadFactors } from '../../../src/store/factors.ts';
import { exact } from '../../../src/units/rational.ts';
import { whereThere } from '../../support/where-there.ts';
import { present } from '../../support/present.ts';

/** The cases as they were given, kept beside the repository. */
const SHARED = '../shared/spec/worked-examples.json';

const results = workedExamples();
const values = results.flatMap(({ id, values: all }) =>
  all.map((value) => [`${id}: ${value.key}`, value] as const),
);

test.each(values)('%s', (_, { computed, is_met: isMet }) => {
  expect([computed, isMet]).toEqual([expect.any(String), true]);
});

test('there are 118 values of 31 examples, and four that must not come out', () => {
  const refused = values.filter(([, value]) => value.is_refused);
  expect([results.length, values.length - refused.length, refused.length]).toEqual([31, 118, 4]);
  expect(refused.map(([name]) => name)).toEqual([
    's2-hourly-not-product: forbidden_product_rule',
    'N2: must_not_equal_scope2_market_t',
    'N1: must_not_equal_kg.0',
    'N1: must_not_equal_kg.1',
  ]);
});

test('each example has a function, and each function an example', () => {
  expect(Object.keys(COMPUTED_BY).sort()).toEqual(EXAMPLES.map(({ id }) => id).sort());
});

test('an example with a value that must not come out says why', () => {
  const told = results.filter(({ values: all }) => all.some((value) => value.is_refused));
  expect(told.filter(({ why = '' }) => why === '')).toEqual([]);
});

describe('what the kernel is given decides', () => {
  const catalogue = { sets: loadFactors().map(({ set }) => set) };
  const run = (id: string, change: (example: Example) => Example) => {
    const example = change(present(EXAMPLES.find((each) => each.id === id)));
    return compared(example, present(COMPUTED_BY[id])(example.inputs, catalogue));
  };

  test.each([
    ['s2-dual-partial-certificates', 'residual_factor_kg_per_kWh', '0.46', 'market_t'],
    ['s3-transmission-loss-gross-up', 'consumption_MWh', '101', 'loss_MWh'],
    ['s1-natural-gas-1e6-scf', 'quantity_scf', '1000001', 'CO2_kg'],
    ['coins-riot-2025-04', 'average_hashrate_EH_per_s', '29.4', 'hash_volume_TH'],
    ['network-cbeci-formula', 'efficiency_J_per_TH', '31', 'TWh.guess'],
    ['asic-s21', 'power_W', '3501', 'efficiency_J_per_TH'],
    ['s2-hourly-not-product', 'consumed_grid_share', '0.17', 'cfe_share'],
    ['gc-floor-and-split', 'production_Wh', '1001.1', 'issued_Wh'],
    ['power-cost-riot-2024', 'power_credits_USD', '33685001', 'net_cost_USD'],
  ])('%s is not met where %s is %s', (id, key, value, changed) => {
    const all = run(id, (example) => ({
      ...example,
      inputs: { ...example.inputs, [key]: value },
    }));
    expect(present(all.find((each) => each.key === changed)).is_met).toBe(false);
  });

  test('a value that must not come out fails where it does', () => {
    const all = run('N2', (example) => ({
      ...example,
      expected: { must_not_equal_scope2_market_t: '180.00' },
    }));
    expect(all).toMatchObject([{ is_refused: true, is_met: false }]);
  });

  test('a value that nothing computes is not met', () => {
    const all = run('asic-s21', (example) => ({ ...example, expected: { mass_kg: '15' } }));
    expect(all).toMatchObject([{ computed: null, is_met: false }]);
  });

  test('a tolerance covers what stands below its key, and the nearest one counts', () => {
    const rules = compared(
      {
        id: 'x',
        title: '',
        source: '',
        inputs: {},
        expected: { a: { b: '1', c: { d: '2' } }, e: '3' },
        tolerance: { a: 'round:1', d: 'abs:2', default: 'rel:0.5' },
      },
      { a: { b: exact('1.04'), c: { d: exact('4') } }, e: exact('4.5') },
    );
    expect(rules.map(({ key, tolerance, is_met: met }) => [key, tolerance, met])).toEqual([
      ['a.b', 'round:1', true],
      ['a.c.d', 'abs:2', true],
      ['e', 'rel:0.5', true],
    ]);
  });
});

describe('tolerances', () => {
  test.each([
    ['237120', '237120.0', 'exact', true],
    ['237119.99999999997', '237120', 'exact', false],
    ['6.385', '6.39', 'round:2', true],
    ['6.3849999', '6.39', 'round:2', false],
    ['-0.5', '-1', 'round:0', true],
    ['10.02', '10', 'abs:0.02', true],
    ['10.0200001', '10', 'abs:0.02', false],
    ['99', '100', 'rel:0.01', true],
    ['98.9', '100', 'rel:0.01', false],
    ['0', '0', 'rel:0.01', true],
  ])('%s against %s by %s is %s', (value, expected, rule, isLike) => {
    expect(agrees(exact(value), exact(expected), rule)).toBe(isLike);
  });

  test('another word is refused', () => {
    expect(() => agrees(exact('1'), exact('1'), 'about')).toThrow('no tolerance is called about');
  });
});

test('an id that no example has is refused with those that are', () => {
  expect(() => workedExamples('nowhere')).toThrow('known: s2-location-egrid2019-hims');
  expect(workedExamples('asic-s21').map(({ id }) => id)).toEqual(['asic-s21']);
});

whereThere(SHARED)('the cases as they were given', () => {
  const given = (
    existsSync(SHARED) ? JSON.parse(readFileSync(SHARED, 'utf8')) : []
  ) as readonly Record<'id' | 'title' | 'inputs' | 'expected' | 'tolerance', Stated>[];

  test('are those here, figure by figure', () => {
    const figures = ({ id, inputs, expected, tolerance }: Record<string, unknown>) => ({
      id,
      inputs,
      expected,
      tolerance,
    });
    const byId = (a: { id: unknown }, b: { id: unknown }) => (String(a.id) < String(b.id) ? -1 : 1);
    const own = EXAMPLES.map((example) => figures({ ...example })).sort(byId);
    expect(own).toEqual(given.map(figures).sort(byId));
  });

  test('have titles of their own', () => {
    const titles = new Set(given.map(({ title }) => title));
    expect(EXAMPLES.filter(({ title }) => titles.has(title))).toEqual([]);
  });
});
