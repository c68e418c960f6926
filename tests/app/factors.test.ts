import { factorDiff } from '../../src/app/factors/diff.ts';
import { rowsNamed, setName, setsNamed } from '../../src/app/factors/find.ts';
import { factorLine } from '../../src/app/factors/list.ts';
import { servedBy } from '../../src/app/served-by.ts';
import type { FactorRow } from '../../src/model/documents/factor-set.ts';
import { factorRow, factorSet, fuelRow, fuelUse, inputs, site } from '../kernel/sample.ts';

function row(id: string, year: number, co2: string, more: Partial<FactorRow> = {}): FactorRow {
  const answers = { use: 'location', grid: `egrid:${id}`, year } as const;
  return factorRow({ id, answers, co2_kg: co2, ...more });
}

const R1 = factorSet([row('ERCT', 2023, '400'), row('CAMX', 2023, '200')], {
  publisher: 'epa-egrid',
  edition: '2023r1',
  published: '2025-01-15',
});
const R2 = factorSet([row('ERCT', 2023, '380')], {
  publisher: 'epa-egrid',
  edition: '2023r2',
  published: '2025-06-12',
});
const OLD = factorSet([row('ERCT', 2022, '410')], { publisher: 'epa-egrid', edition: '2022' });
const AIB = factorSet([], { publisher: 'aib', edition: '2025-v1.0' });
const ALL = [AIB, OLD, R1, R2];

describe('a set by its name', () => {
  const found = (name: string) => setsNamed(name, ALL).map(setName);

  test.each([
    ['aib', ['aib/2025-v1.0']],
    ['epa-egrid/2022', ['epa-egrid/2022']],
    ['egrid@2022', ['epa-egrid/2022']],
    ['epa-egrid@2022', ['epa-egrid/2022']],
    ['egrid@2023', ['epa-egrid/2023r2', 'epa-egrid/2023r1']],
  ])('%s is %j', (name, names) => {
    expect(found(name)).toEqual(names);
  });

  test('a year leaves the rows of that year alone', () => {
    const both = factorSet([row('ERCT', 2021, '1'), row('ERCT', 2022, '2')], { publisher: 'two' });
    const [only] = setsNamed('two@2022', [both]);
    expect(only?.rows.map(({ co2_kg: co2 }) => co2)).toEqual(['2']);
  });

  test.each([
    [
      'epa-egrid',
      'epa-egrid has several editions; name one of: epa-egrid/2022, epa-egrid/2023r1, epa-egrid/2023r2',
    ],
    ['egird/2022', 'there is no factor set egird/2022; near: epa-egrid/2022, '],
    ['egrid@2030', 'no factor set is egrid@2030; near: epa-egrid@2022, epa-egrid@2023'],
  ])('%s is refused with names near it', (name, message) => {
    expect(() => found(name)).toThrow(message);
  });

  test('a row goes by its id, its key or the end of its key', () => {
    const ids = (name: string) => rowsNamed(name, [R1]).map((each) => each.row.co2_kg);
    expect([ids('ERCT'), ids('egrid:ERCT')]).toEqual([['400'], ['400']]);
    expect(() => ids('ERTC')).toThrow('no row of epa-egrid/2023r1 is ERTC; near: ERCT, CAMX');
  });
});

describe('a set in the list', () => {
  test.each([
    ['2025-06-12', '2026-06-11', 11],
    ['2025-06-12', '2026-06-12', 12],
    ['2025-06', '2025-07-01', 1],
    ['2026-06-12', '2025-01-01', 0],
  ])('published %s is %s months old on %s', (published, today, months) => {
    const line = factorLine({ set: { ...R2, published }, sha256: '', isOfWorkspace: false }, today);
    expect(line.age_months).toBe(months);
  });

  test('has years, uses and grades; without a date it has no age', () => {
    const set = factorSet([row('A', 2023, '1', { grade: 'M' }), row('B', 2021, '1')]);
    expect(factorLine({ set, sha256: 'x', isOfWorkspace: true }, '2026-01-01')).toMatchObject({
      rows: 2,
      years: [2021, 2023],
      uses: ['location'],
      is_of_workspace: true,
      grades: { V: 1, M: 1 },
      published: null,
      age_months: null,
    });
  });
});

describe('what changes from one set to another', () => {
  test('the largest change of the main value comes first, with old, new and percent', () => {
    const from = factorSet([row('A', 2022, '100'), row('B', 2022, '100'), row('C', 2022, '5')]);
    const to = factorSet([
      // a last digit of N2O halves while CO2 stands still
      row('A', 2023, '100', { n2o_kg: '0.002' }),
      row('B', 2023, '80'),
      row('C', 2023, '5'),
    ]);
    const diff = factorDiff([from], [to]);
    expect(diff.changed.map((each) => [each.row, each.from_year, each.to_year])).toEqual([
      ['B', 2022, 2023],
      ['A', 2022, 2023],
    ]);
    expect(diff.changed[0]?.values).toEqual([
      { field: 'co2_kg', from: '100', to: '80', change_percent: '-20.00' },
    ]);
    expect(diff.changed[1]?.values).toEqual([
      { field: 'n2o_kg', from: '0.004', to: '0.002', change_percent: '-50.00' },
    ]);
    expect(diff.unchanged).toBe(1);
  });

  test('years in common are set against each other; others are added or removed', () => {
    const from = factorSet([row('A', 2022, '1'), row('A', 2023, '2')]);
    const to = factorSet([row('A', 2023, '3'), row('A', 2024, '4'), row('B', 2024, '9')]);
    const diff = factorDiff([from], [to]);
    expect(diff.changed).toMatchObject([{ from_year: 2023, to_year: 2023 }]);
    expect(diff.removed).toEqual([{ question: 'location egrid:A per MWh', row: 'A', year: 2022 }]);
    expect(diff.added.map(({ row: id, year }) => [id, year])).toEqual([
      ['A', 2024],
      ['B', 2024],
    ]);
  });

  test('what became not available goes first and has no percent; 0.5 and 0.50 are alike', () => {
    const from = factorSet([row('A', 2023, '100'), row('B', 2023, '7'), row('C', 2023, '0.5')]);
    const to = factorSet([
      row('A', 2023, '300'),
      row('B', 2023, '0', { co2_kg: null }),
      row('C', 2023, '0.50'),
    ]);
    const { changed, unchanged } = factorDiff([from], [to]);
    expect(changed.map((each) => each.values)).toEqual([
      [{ field: 'co2_kg', from: '7', to: null, change_percent: null }],
      [{ field: 'co2_kg', from: '100', to: '300', change_percent: '200.00' }],
    ]);
    expect(unchanged).toBe(1);
  });

  test('of several editions of a year the first that holds a question counts', () => {
    const diff = factorDiff([OLD], setsNamed('egrid@2023', ALL));
    expect(diff.to).toBe('epa-egrid/2023r2 and epa-egrid/2023r1');
    expect(diff.changed.map(({ values }) => values[0]?.to)).toEqual(['380']);
    expect(diff.added.map((each) => each.row)).toEqual(['CAMX']);
  });
});

describe('how a site is served', () => {
  const newer = factorSet(
    [factorRow({ answers: { use: 'location', grid: 'test:GRID', year: 2024 }, co2_kg: '360' })],
    { publisher: 'other', edition: 'x' },
  );
  const old = factorRow({ answers: { use: 'location', grid: 'test:GRID', year: 2023 } });
  const sets = [factorSet([old, fuelRow()], { published: '2024-05-01' }), newer];
  const served = (more: Parameters<typeof inputs>[0] = {}) => {
    const factors = { ...inputs().factors, other_year: 'latest-earlier' as const };
    return servedBy(inputs({ factorSets: sets, factors, ...more }));
  };

  test('each method has the row that serves, and what a nearer year would change', () => {
    const [location] = served();
    expect(location).toEqual({
      site: 'alpha',
      use: 'location',
      fuel: null,
      year: 2025,
      by: { publisher: 'test', edition: '2025', row: 'TEST', year: 2023, grade: 'V' },
      is_other_year: true,
      lack: null,
      instead: [
        {
          publisher: 'other',
          edition: 'x',
          row: 'TEST',
          year: 2024,
          grade: 'V',
          because: 'nearer-year',
          of: 'CO2',
          // 360 / 400 - 1
          change_percent: '-10.00',
        },
      ],
    });
  });

  test('the nearest years are named where other years are refused', () => {
    const [location] = served({ factors: { location: ['test'], other_year: 'refuse' } });
    expect(location).toMatchObject({ by: null, is_other_year: false, instead: [] });
    expect(location?.lack).toContain('test/2025 holds 2023, the nearest earlier year');
  });

  test('a residual mix that is not there says what stands in, and a stated loss who states it', () => {
    const grid_loss = { fraction: '0.05', source: 'the operator' };
    const entries = served({ sites: [site({ site: { grid_loss } })] });
    const lack = (use: string) => entries.find((each) => each.use === use)?.lack;
    expect(lack('residual')).toContain('the grid average stands in');
    expect(lack('loss')).toBe('The workspace states it: 0.05 of generation, by the operator.');
  });

  test('fuels in use are there, once for each year that they were burned in', () => {
    const basis = { heatBasis: 'HHV' } as const;
    const fuels = [fuelUse('5', 'mmBtu', basis), fuelUse('7', 'mmBtu', basis)];
    const entries = served({ sites: [site({ fuels })] }).filter(({ use }) => use === 'combustion');
    expect(entries).toMatchObject([
      { fuel: 'natural-gas', year: 2025, by: { row: 'natural-gas', year: null }, instead: [] },
    ]);
  });
});
