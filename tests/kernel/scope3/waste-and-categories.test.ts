import type { WasteTreatment } from '../../../src/model/documents/workspace.ts';
import { exact } from '../../../src/units/rational.ts';
import { messagesOf, valueOf, valuesOf } from '../sample.ts';
import { chain, disposal, GRID, line } from './scope3-sample.ts';

const BOARDS: WasteTreatment = {
  ...{ waste: 'hashboards', route: 'scrap dealer', becomes: 'recycle' },
  ...{ electronic: true, factor: 'scrap' },
};

describe('waste', () => {
  const of = (waste: WasteTreatment[], ...records: ReturnType<typeof disposal>[]) =>
    chain({ statement: { waste }, site: { waste: records } });

  test('mass by route and emissions by the declared factor', () => {
    const given = of([BOARDS], disposal());
    // 500 kg x 1.2 kg
    expect(valueOf(given, 'scope3.5.co2e')).toBe('0.6');
    expect(valuesOf(given, { metric: 'waste.electronic.mass', by: ['source'] })).toEqual({
      recycle: '0.5',
    });
  });

  test('what is resold is no waste', () => {
    const given = of([{ ...BOARDS, becomes: 'resale' }], disposal());
    expect(valueOf(given, 'waste.mass')).toBe('ACC-NO-ENERGY');
    expect(messagesOf(given, 'ACC-WASTE')[0]).toContain('not waste');
  });

  test('what is not electronic is in one of the two masses', () => {
    const pallets = { ...BOARDS, waste: 'Pallets', electronic: false };
    const given = of([BOARDS, pallets], disposal(), disposal({ waste: 'Pallets' }));
    expect(valueOf(given, 'waste.mass')).toBe('1');
    expect(valueOf(given, 'waste.electronic.mass')).toBe('0.5');
  });

  test('without a factor there is a mass and no emission', () => {
    const { factor, ...bare } = BOARDS;
    const given = of([bare], disposal());
    expect(factor).toBe('scrap');
    expect(valueOf(given, 'waste.electronic.mass')).toBe('0.5');
    expect(valueOf(given, 'scope3.5.co2e')).toBe('ACC-WASTE');
  });

  test('waste of which nobody says what becomes of it is named and in no figure', () => {
    const given = of([], disposal(), disposal({ firstDay: '2025-06-01' }));
    expect(messagesOf(given, 'ACC-WASTE')).toHaveLength(1);
    expect(valueOf(given, 'waste.mass')).toBe('ACC-NO-ENERGY');
  });

  test('retired units times the mass of one, with its source', () => {
    const retired = line({
      ...{ category: '5', factor: 'scrap', route: 'recycle', isElectronic: true },
      massEach: { kg: exact('14.2'), source: 'data sheet' },
    });
    const given = chain({ activities: [retired] });
    // 400 x 14.2 kg = 5.68 t
    expect(valueOf(given, 'waste.electronic.mass')).toBe('5.68');
    expect(valueOf(given, 'scope3.5.co2e')).toBe('6.816');
  });

  test('units of unknown mass have none, and a line without a route is in no mass', () => {
    const units = line({ category: '12', route: 'landfill', isElectronic: true });
    const given = chain({ activities: [units, line({ id: 'a-2', category: '12' })] });
    expect(valueOf(given, 'waste.electronic.mass')).toBe('ACC-WASTE');
    expect(messagesOf(given, 'ACC-WASTE')[0]).toContain('names no route');
  });
});

describe('the state of every category', () => {
  const statesOf = (given: ReturnType<typeof chain>) =>
    Object.fromEntries(given.scope3?.categories.map((one) => [one.category, one.state]) ?? []);
  const because = 'no such activity';
  const none = { relevance: 'not-applicable', because } as const;

  test('computed, stated, incomplete or open', () => {
    const given = chain({
      activities: [line()],
      statement: { categories: { '14': none, '15': { relevance: 'not-computed', because } } },
    });
    expect(statesOf(given)).toMatchObject({
      '2': 'computed',
      '3c': 'incomplete',
      '14': 'not-applicable',
      '15': 'not-computed',
      '6': 'open',
    });
    const [open = '', ...others] = messagesOf(given, 'ACC-SCOPE3-CATEGORY').sort();
    expect(`${open} ${others.join(' ')}`).toContain('6 (business travel)');
    expect(others.join(' ')).not.toContain('14 (');
  });

  test('all are spoken of: nothing is said', () => {
    const all = ['1', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'];
    const categories = Object.fromEntries(all.map((id) => [id, none]));
    const given = chain({ activities: [line()], statement: { categories } });
    expect(messagesOf(given, 'ACC-SCOPE3-CATEGORY')).toEqual([]);
    expect(given.scope3?.categories.find(({ category }) => category === '3c')?.because).toBe(
      because,
    );
  });

  test('a category that is stated as none and has figures contradicts itself', () => {
    const given = chain({ activities: [line()], statement: { categories: { '2': none } } });
    expect(messagesOf(given, 'ACC-SCOPE3-CATEGORY').join(' ')).toContain('withdraw one of the two');
  });
});

test('the total is that of what is computed', () => {
  const travel = line({ id: 'a-2', category: '6', quantity: exact('10') });
  const given = chain({
    activities: [line(), travel],
    rows: [{ ...GRID, basis: { losses: 'included' } }],
  });
  expect(valueOf(given, 'scope3.co2e')).toBe('127.1');
});
