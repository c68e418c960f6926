import { fleetRatings } from '../../src/kernel/cross-checks/ratings.ts';
import type { FactorRow } from '../../src/model/documents/factor-set.ts';
import { exact } from '../../src/units/rational.ts';
import { evidence, factorSet, fleet, footprintOf, messagesOf, site } from './sample.ts';

const CODE = 'ACC-FLEET-RATING';

function machine(model: string, ths: string, watts: string): FactorRow {
  return {
    id: model,
    answers: { use: 'device', device: model },
    per: 'unit',
    quantities: [
      { of: 'hashrate', value: ths, unit: 'TH/s', within_percent: '5' },
      { of: 'power', value: watts, unit: 'W', within_percent: '5' },
    ],
    source: { document: 'a list made for tests' },
    grade: 'S',
  };
}

const TABLE = factorSet(
  [
    machine('S21', '200', '3500'),
    machine('S19', '95', '3250'),
    machine('S19 90T', '90', '3250'),
    machine('S19j Pro+', '122', '3355'),
    machine('Avalon A1466', '150', '3300'),
  ],
  { publisher: 'asic', edition: '1' },
);

function remarks(model: string, ths: string, watts: string, count = 1): string[] {
  const unit = fleet({ model, hashrateThs: exact(ths), powerW: exact(watts) });
  const units = Array.from({ length: count }, (_, i) => ({
    ...unit,
    evidence: evidence('fleet.csv', count - i),
  }));
  const found = fleetRatings(site({ fleet: units }), [factorSet(), TABLE]);
  expect(found.filter(({ code, severity }) => code !== CODE || severity !== 'info')).toEqual([]);
  return found.map(({ message }) => message);
}

test.each([
  ['S21', '200', '3500'],
  // 5 % of 200 and of 3500: the edge itself is within
  ['Antminer S21', '210', '3325'],
  ['Bitmain Antminer S21 200T', '200', '3500'],
  ['Antminer S21 (200Th)', '300', '9000'],
  ['S19', '90', '3250'],
  ['Antminer S19j Pro+ 122TH/s', '122', '3355'],
  ['AvalonMiner A1466', '150', '3300'],
  // unknown models enter with what they are
  ['Hydra X9', '1', '1'],
  ['S21 Pro', '234', '3510'],
])('%s at %s TH/s and %s W: nothing is said', (model, ths, watts) => {
  // a rating in brackets is part of a name that the table does not hold
  expect(remarks(model, ths, watts)).toEqual([]);
});

test.each([
  ['Antminer S21', '230', '3500', '230 TH/s where the table has 200 (15% apart)'],
  ['S21', '200', '3000', '3,000 W where the table has 3,500 (14.3% apart)'],
  ['S19j Pro+', '110', '3000', '110 TH/s where the table has 122 (9.8% apart) and 3,000 W'],
  ['S19 95T', '70', '3250', '70 TH/s where the table has 90 (22.2% apart)'],
])('%s at %s TH/s and %s W is told, against the nearest rating', (model, ths, watts, part) => {
  expect(remarks(model, ths, watts)).toEqual([expect.stringContaining(part)]);
});

test('several rows of one rating are told once, at the first of them', () => {
  expect(remarks('S21', '230', '3500', 3)).toHaveLength(1);
  const unit = fleet({ hashrateThs: exact('230') });
  const rows = [4, 2, 3].map((line) => ({ ...unit, evidence: evidence('fleet.csv', line) }));
  const [told] = fleetRatings(site({ fleet: rows }), [TABLE]);
  expect(told?.at).toEqual({ file: 'fleet.csv', line: 2 });
});

test('the accounting tells it and takes no figure from the table', () => {
  const rated = (sets: (typeof TABLE)[]) => {
    const of = site({ fleet: [fleet({ hashrateThs: exact('230') })] });
    const footprint = footprintOf({ factorSets: [factorSet(), ...sets], sites: [of] });
    return {
      told: messagesOf(footprint, CODE).length,
      months: footprint.sites.map(({ months }) => months.map((month) => month.rated)),
    };
  };
  const [without, beside] = [rated([]), rated([TABLE])];
  expect([without.told, beside.told]).toEqual([0, 1]);
  expect(beside.months).toEqual(without.months);
});
