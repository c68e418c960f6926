import { checkWorkspace } from '../../src/app/check.ts';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

const states = async (changes: Parameters<typeof smallWorkspace>[0]) => {
  const { coverage } = await checkWorkspace(smallWorkspace(changes), () => undefined);
  return coverage.map(({ input, months }) => [input, months.map(({ state }) => state).join(' ')]);
};

test('a month that bills cover is measured, one they leave out is missing, one they cover in part is partial', async () => {
  expect(await states({})).toEqual([['bills', Array<string>(12).fill('measured').join(' ')]]);
  expect(
    await states({
      bills: [
        ['2023-05-01,2023-05-31,1000000\n', ''],
        ['2023-08-01,2023-08-31', '2023-08-11,2023-08-31'],
      ],
    }),
  ).toEqual([
    [
      'bills',
      'measured measured measured measured missing measured measured partial measured measured measured measured',
    ],
  ]);
});

const DAYS = 'start: From, end: To, end_date: inclusive, date_format: yyyy-MM-dd';

test('water, waste, refrigerants and flare gas stand beside the bills', async () => {
  const folder = smallWorkspace({
    workspace: [
      [
        'factors: {',
        `  - { kind: water, files: water.csv, site: home, map: { ${DAYS}, kind: withdrawn, volume: { column: V, unit: m3 } } }
  - { kind: waste, files: waste.csv, site: home, map: { ${DAYS}, waste: W, route: R, mass: { column: M, unit: kg } } }
  - { kind: refrigerants, files: gas.csv, site: home, map: { ${DAYS}, refrigerant: G, kind: K, names: { refill: topped-up }, mass: { column: M, unit: kg } } }
  - { kind: flare, files: flare.csv, site: home, map: { ${DAYS}, volume: { column: V, unit: m3 }, conditions: 15 C and 1 atm, composition: { columns: { CH4: C }, unit: fraction }, destination: flare } }
factors: {`,
      ],
    ],
    files: {
      'water.csv': 'From,To,V\n2023-01-01,2023-01-31,7\n',
      'waste.csv': 'From,To,W,R,M\n2023-02-01,2023-02-14,fans,landfill,7\n',
      'gas.csv': 'From,To,G,K,M\n2023-03-01,2023-03-31,R-410A,refill,1\n',
      'flare.csv': 'From,To,V,C\n2023-04-01,2023-04-30,1000,1\n',
    },
  });
  const { coverage, findings } = await checkWorkspace(folder, () => undefined);
  const first = coverage.map(({ input, months }) => [
    input,
    months
      .slice(0, 4)
      .map(({ state }) => state)
      .join(' '),
  ]);
  expect(first).toEqual([
    ['bills', 'measured measured measured measured'],
    ['refrigerants', 'missing missing measured missing'],
    ['flare', 'missing missing missing measured'],
    ['water', 'measured missing missing missing'],
    ['waste', 'missing partial missing missing'],
  ]);
  // each of them is part of a figure
  expect(findings.filter(({ code }) => code === 'WS-NOT-COUNTED')).toEqual([]);
});
