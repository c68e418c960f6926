import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactorSet, HourlyValues } from '../../src/model/documents/factor-set.ts';
import { factorSetText, loadFactors } from '../../src/store/factors.ts';
import { emptyFolder, removeFolders } from '../support/small-workspace.ts';

afterAll(removeFolders);

const START = '2025-01-01T00:00:00Z';

function set(hourly: HourlyValues, use: 'location' | 'mix' | 'residual' = 'location'): FactorSet {
  return {
    publisher: 'hours',
    edition: '2025',
    title: 'Hours',
    licence: 'none',
    rows: [
      {
        id: 'A',
        answers: { use, grid: 'test:A' },
        per: 'MWh',
        hourly,
        source: { document: 'hours' },
        grade: 'C',
      },
    ],
  };
}

function loaded(document: FactorSet): FactorSet {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'factors', 'hours'), { recursive: true });
  writeFileSync(join(folder, 'factors', 'hours', '2025.json'), JSON.stringify(document));
  const own = loadFactors(folder).find(({ isOfWorkspace }) => isOfWorkspace);
  if (!own) throw new Error('no set of the workspace');
  return own.set;
}

test('hours are loaded as they stand, null among them', () => {
  const document = set({
    start: START,
    co2_kg: ['1', null, '0.123456789'],
    ch4_kg: ['0', '0', '0'],
  });
  expect(loaded(document)).toEqual(document);
});

test.each<[string, HourlyValues, string, 'location' | 'mix' | 'residual']>([
  [
    'lists of different lengths',
    { start: START, co2_kg: ['1', '2'], n2o_kg: ['1'] },
    'n2o_kg holds 1 hours and co2_kg 2',
    'location',
  ],
  ['no list', { start: START }, 'holds no list', 'location'],
  ['an empty list', { start: START, co2_kg: [] }, 'co2_kg holds no hour', 'location'],
  [
    'a day that there is not',
    { start: '2025-02-30T00:00:00Z', co2_kg: ['1'] },
    'no hour of the',
    'location',
  ],
  [
    'an hour past the day',
    { start: '2025-02-03T25:00:00Z', co2_kg: ['1'] },
    'no hour of the',
    'location',
  ],
  [
    'a part of an hour',
    { start: '2025-01-01T00:30:00Z', co2_kg: ['1'] },
    '/rows/0/hourly/start',
    'location',
  ],
  ['a negative value', { start: START, co2_kg: ['-1'] }, '/rows/0/hourly/co2_kg', 'location'],
  [
    'more digits than a column holds',
    { start: START, co2_kg: ['0.1234567891'] },
    '/rows/0',
    'location',
  ],
  ['a share above 1', { start: START, renewable: ['0.5', '1.01'] }, 'renewable holds', 'mix'],
  ['a use that has no hours', { start: START, co2_kg: ['1'] }, 'no residual', 'residual'],
])('%s is refused, and where', (_, hourly, message, use) => {
  expect(() => loaded(set(hourly, use))).toThrow(message);
  expect(() => factorSetText(set(hourly, use))).toThrow(message);
});

test('a share may be whole', () => {
  const hourly = { start: START, renewable: ['1', '1.000', '0', '0.999'] };
  expect(loaded(set(hourly, 'mix')).rows[0]?.hourly).toEqual(hourly);
});

test('a day stands on a line, and what is written is what was given', () => {
  const values = Array.from({ length: 50 }, (_, i) => (i === 7 ? null : `${String(i)}.5`));
  const document = set({ start: START, co2_kg: values });
  const text = factorSetText(document);
  expect(JSON.parse(text)).toEqual(document);
  const lines = text.split('\n').filter((line) => line.includes('.5"'));
  expect(lines.map((line) => line.split(', ').length)).toEqual([24, 24, 2]);
});
