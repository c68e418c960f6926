import type { FactorRow, FactorSet } from '../../src/model/documents/factor-set.ts';
import { chooseFactor, type Question } from '../../src/kernel/factors/choose.ts';
import { isMissing } from '../../src/kernel/figure.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { meaningOf } from '../../src/units/unit.ts';
import { present } from '../support/present.ts';

const sets = loadFactors().map(({ set }) => set);
const named = sets.map((set) => [`${set.publisher}/${set.edition}`, set] as const);

function idsOf(rows: readonly FactorRow[]): string[] {
  return rows.map(({ id }) => id);
}

/** Everything by which one question differs from another. */
function questionOf({ answers, per, basis = {} }: FactorRow): string {
  const sorted = (part: object) => Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted(answers), per, sorted(basis)]);
}

/** Shares, losses and warming potentials are no emission factors; of a fuel, the heating value is the basis. */
function lacksBasis({ answers: { use }, basis, heat_content: heat, per }: FactorRow): boolean {
  if (['mix', 'loss', 'gwp', 'blend', 'device', 'network'].includes(use)) return false;
  if (basis?.cycle === undefined && use !== 'combustion') return true;
  const isEnergy = meaningOf(per)?.kind === 'energy';
  return use === 'combustion' && isEnergy && basis?.calorific === undefined && heat === undefined;
}

const WITHOUT_YEAR = new Set([
  'gwp',
  'combustion',
  'slip',
  'flare',
  'gas-density',
  'blend',
  'heat',
  'device',
  'network',
]);

describe.each(named)('%s', (_, set: FactorSet) => {
  test('each row has a source and a unit that is known', () => {
    expect(set.rows.filter(({ source }) => source.document === '')).toEqual([]);
    expect(idsOf(set.rows.filter(({ per }) => meaningOf(per) === undefined))).toEqual([]);
  });

  test('each emission factor has a basis', () => {
    expect(idsOf(set.rows.filter(lacksBasis))).toEqual([]);
  });

  test('no two rows answer the same question, and no two have one id', () => {
    expect(new Set(set.rows.map(questionOf)).size).toBe(set.rows.length);
    expect(new Set(idsOf(set.rows)).size).toBe(set.rows.length);
  });

  test('each factor of a grid has a year', () => {
    const undated = set.rows.filter(
      ({ answers: { use, year } }) => year === undefined && !WITHOUT_YEAR.has(use),
    );
    expect(idsOf(undated)).toEqual([]);
  });

  test('grids and fuels are keys that a workspace can name', () => {
    const grids = set.rows.flatMap(({ answers: { grid } }) => grid ?? []);
    expect(grids.filter((grid) => !/^[a-z-]+:[A-Za-z0-9-]+$/.test(grid))).toEqual([]);
    const fuels = set.rows.flatMap(({ answers: { fuel } }) => fuel ?? []);
    expect(fuels.filter((fuel) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(fuel))).toEqual([]);
  });
});

test('a value that is not available says why', () => {
  const silent = sets.flatMap(({ rows }) =>
    rows.filter((row) =>
      [row.co2_kg, row.co2e_kg, row.renewable, row.loss_fraction].some((value) => value === null),
    ),
  );
  expect(silent.length).toBeGreaterThan(0);
  expect(idsOf(silent.filter(({ note = '' }) => note === ''))).toEqual([]);
});

const everybody = [...new Set(sets.map(({ publisher }) => publisher))];

function ask(use: Question['use'], key: string, publishers: readonly string[] = everybody) {
  const question = {
    site: 's',
    use,
    keys: [key],
    publishers,
    otherYear: 'latest-earlier' as const,
  };
  return (year: number) => chooseFactor({ ...question, year }, sets).value;
}

test.each(['location', 'residual', 'mix', 'loss', 'combustion'] as const)(
  'no %s is answered by a figure that is kept for cross-checks',
  (use) => {
    expect(isMissing(ask(use, 'national:SE', ['ember'])(2024))).toBe(true);
    expect(isMissing(ask(use, 'national:GB', ['ember'])(2023))).toBe(true);
    expect(isMissing(ask(use, 'ember:California', ['ember'])(2024))).toBe(true);
  },
);

test('well-to-tank, losses and heat answer for no location and no fuel', () => {
  const uses = ['location', 'residual', 'combustion'] as const;
  const answers = uses.flatMap((use) =>
    ['national:GB', 'national:US', 'natural-gas', 'electricity'].flatMap((key) => {
      const answer = ask(use, key)(2026);
      return isMissing(answer) ? [] : [answer.row.answers.use];
    }),
  );
  expect([...new Set(answers)].sort()).toEqual(['combustion', 'location']);
});

test('a fuel is answered by gross calorific value', () => {
  const answer = ask('combustion', 'natural-gas', ['desnz'])(2026);
  expect(isMissing(answer) ? 'missing' : answer.row.basis?.calorific).toBe('gross');
});

test('each year of eGRID is answered by its own edition', () => {
  const at = ask('location', 'egrid:ERCT', ['epa-egrid']);
  const editions = [2018, 2019, 2020, 2021, 2022, 2023, 2025].map((year) => {
    const answer = at(year);
    return isMissing(answer) ? 'missing' : answer.set.edition;
  });
  expect(editions).toEqual(['2018', '2019', '2020', '2021', '2022', '2023r2', '2023r2']);
});

test('Puerto Rico of 2018 is not that of 2019', () => {
  const rows = present(sets.find(({ edition }) => edition === '2018')).rows;
  const values = rows
    .filter(({ id }) => id === 'PRMS' || id === 'state-PR')
    .map(({ co2e_kg: whole }) => whole);
  expect(values).toEqual([null, null]);
  expect(isMissing(ask('location', 'egrid:PRMS', ['epa-egrid'])(2018))).toBe(true);
});

test('the warming potential of SF6 cites its table and the copies that differ', () => {
  const set = present(sets.find(({ edition }) => edition === 'AR6-100-fluorinated'));
  const row = present(set.rows.find(({ id }) => id === 'SF6'));
  expect(row.co2e_kg).toBe('24300');
  expect(row.source.table).toContain('7.SM.7');
  expect(row.note).toContain('25200');
});
