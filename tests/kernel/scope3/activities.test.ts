import fc from 'fast-check';
import { exact } from '../../../src/units/rational.ts';
import { measure } from '../../../src/kernel/measure.ts';
import { factorRow, footprintOf, gwpSet, messagesOf, valueOf, valuesOf } from '../sample.ts';
import { computeFootprint } from '../../../src/kernel/compute-footprint.ts';
import type { Activity } from '../../../src/model/source-records.ts';
import { chain, FACTORS, given, GRID, line, withLines } from './scope3-sample.ts';

const total = (of: ReturnType<typeof chain>) => valueOf(of, 'scope3.2.co2e');

describe('purchases', () => {
  test('machines by the footprint that their supplier states', () => {
    // 400 x 310 kg
    expect(total(chain({ activities: [line()] }))).toBe('124');
  });

  test('a proxy by spend carries its score and its range', () => {
    const spend = line({
      id: 'a-2',
      quantity: exact('1000000'),
      unit: 'USD',
      factor: 'asic-spend',
    });
    const of = chain({ activities: [spend] });
    expect(total(of)).toBe('350');
    expect(valueOf(of, 'scope3.quality')).toBe('5');
    expect(of.scope3?.parts[0]?.uncertainty?.value.toFraction()).toBe('100');
  });

  test('the whole counts in the month of the purchase, whatever days the line names', () => {
    const bought = line({ firstDay: '2025-12-15', lastDay: '2026-03-31' });
    const of = chain({ activities: [bought] });
    expect(valuesOf(of, { metric: 'scope3.2.co2e', by: ['month'] })).toEqual({ '2025-12': '124' });
    expect(messagesOf(of, 'ACC-PERIOD-SPLIT')).toEqual([]);
  });

  test('a purchase of another year is in none of this one', () => {
    const before = line({ firstDay: '2024-12-31' });
    const of = chain({ activities: [before] });
    expect(valueOf(of, 'scope3.2.co2e')).toBe('ACC-NO-ENERGY');
  });

  test('an amortised figure stands beside the whole and in no total', () => {
    const here = line({ amortisedOverYears: 4 });
    const earlier = line({ id: 'a-0', firstDay: '2022-06-30', amortisedOverYears: 3 });
    const of = chain({ activities: [here, earlier] });
    // 124 t over 48 months, ten of them in 2025; over 36 months from June 2022, five of them in 2025
    const expected = exact('124').mul(10).div(48).add(exact('124').mul(5).div(36));
    const { measurements } = measure(of, { metric: 'scope3.amortised.co2e', gwp: gwpSet() });
    expect(measurements[0]?.step.value.equals(expected)).toBe(true);
    expect(total(of)).toBe('124');
  });
});

describe('what cannot be computed is said, and is not zero', () => {
  test('no factor of that id', () => {
    const of = chain({ activities: [line({ factor: 's19' })] });
    expect(total(of)).toBe('ACC-SCOPE3-FACTOR');
    expect(messagesOf(of, 'ACC-SCOPE3-FACTOR')[0]).toContain('no factor s19');
  });

  test('a factor in another unit', () => {
    const of = chain({ activities: [line({ unit: 'kg' })] });
    expect(messagesOf(of, 'ACC-SCOPE3-FACTOR')[0]).toContain('it is in kg');
  });

  test('a factor below zero', () => {
    const [first] = FACTORS;
    const factors = first ? [{ ...first, co2e_kg: '-1' }] : [];
    const of = chain({ statement: { factors }, activities: [line()] });
    expect(messagesOf(of, 'ACC-SCOPE3-FACTOR')[0]).toContain('below zero');
  });

  test('a category with a gap is left out of the total, which says so', () => {
    const haul = line({
      id: 'a-3',
      category: '4',
      quantity: exact('1000'),
      unit: 't·km',
      factor: 'lorry',
    });
    const of = chain({
      activities: [line(), line({ id: 'a-2', factor: 'unknown' }), haul],
      rows: [{ ...GRID, basis: { losses: 'included' } }],
    });
    expect(valueOf(of, 'scope3.co2e')).toBe('0.1');
    expect(messagesOf(of, 'ACC-SCOPE3-CATEGORY').join(' ')).toContain('Category 2 (capital goods)');
  });
});

describe('units', () => {
  test.each([
    ['t', '2', '2.4'],
    ['kg', '2000', '2.4'],
    ['short ton', '1', '1.088621688'],
  ])('mass in %s comes to the unit of the factor', (unit, quantity, tonnes) => {
    const scrap = line({ category: '1', quantity: exact(quantity), unit, factor: 'scrap' });
    expect(valueOf(chain({ activities: [scrap] }), 'scope3.1.co2e')).toBe(tonnes);
  });
});

describe('rows of a factor set', () => {
  const RAIL = factorRow({
    id: 'rail',
    answers: { use: 'wtt', energy: 'rail', year: 2024 },
    per: 't·km',
    ...{ co2_kg: '0.02', ch4_kg: '0', n2o_kg: '0' },
  });
  const rail = { id: 'rail', kind: 'row', publisher: 'test', row: 'rail', quality: 3 } as const;
  const haul = line({ category: '4', quantity: exact('5000'), unit: 't·km', factor: 'rail' });
  const of = (other_year: 'refuse' | 'latest-earlier') =>
    chain({
      statement: { factors: [rail] },
      activities: [haul],
      rows: [GRID, RAIL],
      factors: { other_year },
    });

  test('of an earlier year where that is allowed, with a remark', () => {
    expect(valueOf(of('latest-earlier'), 'scope3.4.co2e')).toBe('0.1');
    expect(messagesOf(of('latest-earlier'), 'ACC-FACTOR-OTHER-YEAR')[0]).toContain('2024');
  });

  test('of no other year where that is refused', () => {
    expect(valueOf(of('refuse'), 'scope3.4.co2e')).toBe('ACC-SCOPE3-FACTOR');
  });
});

describe('places', () => {
  test('travel of the entity is in its total and at no site', () => {
    const nights = line({ category: '6', firstDay: '2025-01-01', lastDay: '2025-12-31' });
    const of = chain({
      activities: [nights],
      site: { activities: [line({ id: 'x', site: 'alpha' })] },
    });
    expect(valueOf(of, 'scope3.6.co2e')).toBe('124');
    expect(valuesOf(of, { metric: 'scope3.6.co2e', by: ['site'] })).toEqual({});
    expect(valuesOf(of, { metric: 'scope3.2.co2e', by: ['site'] })).toEqual({ alpha: '124' });
    expect(valuesOf(of, { metric: 'scope3.co2e', by: ['category'] })).toEqual({
      '2': '124',
      '6': '124',
    });
  });

  test('a site counts at the share that the entity reports', () => {
    const of = chain({
      site: {
        activities: [line({ site: 'alpha' })],
        share: { percent: exact('60'), evidence: line().evidence },
      },
    });
    expect(total(of)).toBe('74.4');
  });

  test('lines that reach over the edge are split by days', () => {
    const commute = line({ category: '7', firstDay: '2025-12-01', lastDay: '2026-01-31' });
    const of = chain({ activities: [commute] });
    expect(valueOf(of, 'scope3.7.co2e')).toBe('62');
    expect(messagesOf(of, 'ACC-PERIOD-SPLIT')).toHaveLength(1);
  });
});

test('the score is the mean of the scored, weighted by emissions', () => {
  const spend = line({ id: 'a-2', quantity: exact('200000'), unit: 'USD', factor: 'asic-spend' });
  const of = chain({ activities: [line(), spend] });
  // 124 t at 2 and 70 t at 5
  const expected = exact('124').mul(2).add(exact('70').mul(5)).div(194);
  const { measurements } = measure(of, { metric: 'scope3.quality', gwp: gwpSet() });
  expect(measurements[0]?.step.value.equals(expected)).toBe(true);
  expect(valuesOf(of, { metric: 'scope3.by-quality.co2e', by: ['source'] })).toEqual({
    '2': '124',
    '5': '70',
  });
});

const GWP = gwpSet();

describe('properties', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((n) => exact(n).div(1000));
  interface Drawn extends Pick<Activity, 'quantity' | 'category'> {
    readonly day: number;
    readonly month: number;
  }
  const lines: fc.Arbitrary<Drawn[]> = fc.array(
    fc.record({
      quantity: amount,
      category: fc.constantFrom<Activity['category']>('1', '2', '4', '6', '7', '9'),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const two = (n: number) => String(n).padStart(2, '0');
  const made = (all: readonly Drawn[]) =>
    all.map(({ quantity, category, day, month }, i) =>
      line({
        ...{ id: `a-${String(i)}`, quantity, category },
        firstDay: `2025-${two(month)}-${two(day)}`,
        lastDay: '2025-12-31',
      }),
    );
  const sum = (activities: readonly Activity[]) => {
    const footprint = computeFootprint(withLines(activities));
    return measure(footprint, { metric: 'scope3.co2e', gwp: GWP }).measurements[0]?.step.value;
  };

  test('never below zero, and the order of lines changes nothing', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const activities = made(all);
        const value = sum(activities);
        const turned = sum([...activities].reverse());
        return !!value && !!turned && value.gte(exact('0')) && value.equals(turned);
      }),
      { numRuns: 1000 },
    );
  });

  test('an activity in two parts has the total of the whole', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const whole = sum([line({ quantity: a.add(b) })]);
        const parts = sum([line({ quantity: a }), line({ id: 'a-2', quantity: b })]);
        return !!whole && !!parts && whole.equals(parts);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a workspace that says nothing of its value chain hears nothing of it', () => {
  const of = footprintOf({ ...given({}), scope3: undefined });
  expect(of.scope3).toBeUndefined();
  expect(of.sites[0]?.scope3).toBeUndefined();
  expect(of.findings.filter(({ code }) => /SCOPE3|WASTE|HOSTING/.test(code))).toEqual([]);
});
