import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { combustion } from '../../src/kernel/combustion.ts';
import { isMissing } from '../../src/kernel/figure.ts';
import type { Footprint, Gas } from '../../src/kernel/footprint.ts';
import type { DecisionRecord, FootprintInputs } from '../../src/kernel/inputs.ts';
import type { Step } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import type { FactorRow, FactorSet } from '../../src/model/documents/factor-set.ts';
import type { Site } from '../../src/model/documents/workspace.ts';
import type { FuelUse } from '../../src/model/records.ts';
import { exact, ONE, type Rational, ratio, ZERO } from '../../src/units/rational.ts';
import { roundedText } from '../../src/units/rounding.ts';
import { conversionFactor } from '../../src/units/unit.ts';
import { present } from '../support/present.ts';
import {
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  fuelRow,
  fuelUse,
  gwpSet,
  inputs,
  messagesOf,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

function shipped(path: string): FactorSet {
  const text = readFileSync(new URL(`../../factors/${path}`, import.meta.url), 'utf8');
  return JSON.parse(text) as FactorSet;
}

const PART98 = shipped('epa-part98/2016-12.json');
const W9 = shipped('epa-part98/2024-05-w9.json');
const HUB = shipped('epa-hub/2024.json');
/** Rows of 2026, asked in 2025: the year is not what is tested here. */
const DESNZ: FactorSet = (() => {
  const set = shipped('desnz/2026.json');
  const undated = ({ year: _, ...answers }: FactorRow['answers']) => answers;
  return { ...set, rows: set.rows.map((row) => ({ ...row, answers: undated(row.answers) })) };
})();

interface Burnt {
  readonly sets?: readonly FactorSet[];
  readonly decisions?: readonly DecisionRecord[];
  readonly site?: Partial<Site>;
}

function given(
  fuels: readonly FuelUse[],
  { sets = [PART98], decisions = [], site: more = {} }: Burnt,
): FootprintInputs {
  const combustion = [...new Set(sets.map(({ publisher }) => publisher))];
  return inputs({
    factors: { location: ['test'], combustion, other_year: 'refuse' },
    factorSets: [factorSet([factorRow()]), ...sets],
    decisions,
    sites: [site({ fuels, site: more })],
  });
}

function burning(fuels: readonly FuelUse[], how: Burnt = {}): Footprint {
  return footprintOf(given(fuels, how));
}

function kilograms(footprint: Footprint): Record<string, string> {
  return valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] });
}

function citesOf(footprint: Footprint, gas: Gas): string[] {
  const { measurements } = measure(footprint, { metric: 'scope1.mass', by: ['gas'] });
  const all = (step: Step): string[] => [...(step.cites ?? []), ...step.inputs.flatMap(all)];
  const { step } = present(measurements.find(({ dimensions }) => dimensions.gas === gas));
  return [...new Set(all(step))].filter((text) => text.includes('98.'));
}

const SUBPART_W: DecisionRecord = {
  decision: {
    id: 'subpart-w-reporter',
    value: 'yes',
    by: 'A. Tester',
    on: '2026-01-01',
    because: 'onshore production',
  },
  evidence: evidence('workspace.yaml', 40),
};

describe('rows per physical unit', () => {
  test('a factor per scf is used as printed, and not derived from a heat content', () => {
    const footprint = burning([fuelUse('1000000', 'scf')], { sets: [HUB] });
    // 1e6 x 0.05444, 0.00000103 and 0.0000001
    expect(kilograms(footprint)).toEqual({ CO2: '54440', CH4: '1.03', N2O: '0.1' });
    // no heat content of the Hub is at hand, so its energy is not known
    expect(valueOf(footprint, 'fuel.energy')).toBe('ACC-FUEL-ENERGY');
  });

  test('the energy of a fuel may come of the heat content of another set, its emissions do not', () => {
    const footprint = burning([fuelUse('1000000', 'scf')], { sets: [HUB, PART98] });
    expect(kilograms(footprint)['CO2']).toBe('54440');
    // 1,026 mmBtu x 1.05505585262 GJ
    expect(valueOf(footprint, 'fuel.energy')).toBe('1082.48730478812');
  });

  test.each([
    // DESNZ 2026, diesel of minerals alone: 2.62818 per litre, 3164.33 per tonne
    ['1000', 'L', {}, '2628.18'],
    ['1', 'm3', {}, '2628.18'],
    ['1', 't', {}, '3164.33'],
    ['1000', 'kg', {}, '3164.33'],
    // 4.54609 L, and 3.785411784 L
    ['1', 'imp gal', {}, '11.9479428162'],
    ['1', 'gal', {}, '9.94874354247312'],
    // 0.24885 per kWh gross, 0.26473 per kWh net
    ['1000', 'kWh', { heatBasis: 'HHV' }, '248.85'],
    ['3.6', 'GJ', { heatBasis: 'HHV' }, '248.85'],
    ['1000', 'kWh', { heatBasis: 'LHV' }, '264.73'],
    ['3.6', 'GJ', { heatBasis: 'LHV' }, '264.73'],
  ] as const)('%s %s of diesel %o', (quantity, unit, more, expected) => {
    const use = fuelUse(quantity, unit, { fuel: 'diesel-100-mineral-diesel', ...more });
    const footprint = burning([use], { sets: [DESNZ] });
    expect(kilograms(footprint)['CO2']).toBe(expected);
    expect(messagesOf(footprint, 'ACC-FACTOR-SEVERAL')).toEqual([]);
  });

  test('a long ton is 2,240 pounds, a short ton 2,000', () => {
    const of = (quantity: string, unit: string) =>
      kilograms(burning([fuelUse(quantity, unit, { fuel: 'anthracite' })]))['CO2'];
    expect(of('25', 'long ton')).toBe(of('28', 'short ton'));
  });

  test('a kilowatt hour of no stated heating value has no row, and neither has net with gross', () => {
    const fuel = 'diesel-100-mineral-diesel';
    const open = burning([fuelUse('10', 'kWh', { fuel })], { sets: [DESNZ] });
    expect(messagesOf(open, 'ACC-FUEL-UNIT').join()).toMatch(/heat_basis is not stated/);
    const net = burning([fuelUse('10', 'kWh', { heatBasis: 'LHV' })]);
    expect(messagesOf(net, 'ACC-FUEL-UNIT').join()).toMatch(/it is on LHV, .* is on HHV/);
  });

  test('a factor of exactly zero is a factor (R3)', () => {
    const row = fuelRow({ per: 'kg', co2_kg: '0', ch4_kg: '0', n2o_kg: '0' });
    const { heat_content: _, ...zero } = row;
    const footprint = burning([fuelUse('5', 'kg')], { sets: [factorSet([zero])] });
    expect(valueOf(footprint, 'scope1.co2e')).toBe('0');
    expect(kilograms(footprint)).toEqual({ CO2: '0', CH4: '0', N2O: '0' });
  });

  test('a row per pound, per therm and per gigajoule', () => {
    const per = (unit: string) => {
      const { heat_content: _, ...row } = fuelRow({ per: unit, co2_kg: '2' });
      return factorSet([{ ...row, basis: { calorific: 'gross' } }]);
    };
    const of = (set: FactorSet, use: FuelUse) => kilograms(burning([use], { sets: [set] }))['CO2'];
    expect(of(per('lb'), fuelUse('0.45359237', 'kg'))).toBe('2');
    expect(of(per('therm'), fuelUse('0.1', 'mmBtu', { heatBasis: 'HHV' }))).toBe('2');
    expect(of(per('GJ'), fuelUse('1000', 'MJ', { heatBasis: 'HHV' }))).toBe('2');
  });
});

describe('tiers of 40 CFR 98.33', () => {
  test.each<[string, FuelUse, string, string]>([
    ['Tier 1', fuelUse('10', 'scf'), 'C-1 (Tier 1)', 'C-8 (Tier 1)'],
    ['therms', fuelUse('10', 'therm', { heatBasis: 'HHV' }), 'C-1a (Tier 1)', 'C-8a (Tier 1)'],
    ['mmBtu', fuelUse('10', 'mmBtu', { heatBasis: 'HHV' }), 'C-1b (Tier 1)', 'C-8b (Tier 1)'],
    [
      'measured',
      fuelUse('10', 'scf', {
        heatingValue: { value: exact('1030'), unit: 'Btu/scf', basis: 'HHV' },
      }),
      'C-2a (Tier 2)',
      'C-9a (Tier 2)',
    ],
  ])('%s cites its equations', (_, use, co2, others) => {
    const footprint = burning([use]);
    expect(citesOf(footprint, 'CO2')).toEqual([`40 CFR 98.33, equation ${co2}`]);
    expect(citesOf(footprint, 'CH4')).toContain(`40 CFR 98.33, equation ${others}`);
  });

  test('a measured heating value goes before the default, and is told', () => {
    const heatingValue = { value: exact('1030'), unit: 'Btu/scf', basis: 'HHV' } as const;
    const use = fuelUse('1000000', 'scf', { heatingValue });
    // 1e6 x 0.00103 x 53.06
    expect(kilograms(burning([use]))['CO2']).toBe('54651.8');
    const several = burning([use], { sets: [HUB] });
    expect(kilograms(several)['CO2']).toBe('54651.8');
    expect(messagesOf(several, 'ACC-FACTOR-SEVERAL').join()).toMatch(
      /natural-gas\/mmBtu was used, by the heating value that is stated for the fuel/,
    );
    expect(valueOf(several, 'fuel.energy')).toBe('1086.7075281986');
  });

  test('a lower heating value is never taken for a higher one', () => {
    const heatingValue = { value: exact('26'), unit: 'GJ/t', basis: 'LHV' } as const;
    const footprint = burning([fuelUse('0.90718474', 't', { fuel: 'anthracite', heatingValue })]);
    expect(kilograms(footprint)['CO2']).toBe('2601.5821');
    expect(messagesOf(footprint, 'ACC-FUEL-ENERGY').join()).toMatch(/GJ\/t on LHV, is not part/);
    // both are known: 25.09 mmBtu by default, 26 GJ/t as stated
    expect(valueOf(footprint, 'fuel.energy')).toBe('26.4713513422358');
    expect(valueOf(footprint, 'fuel.energy.lhv')).toBe('23.58680324');
    expect(valueOf(burning([fuelUse('1', 'scf')]), 'fuel.energy.lhv')).toBe('ACC-FUEL-ENERGY');
  });

  test('waste coal is in no table of Tier 1', () => {
    const use = fuelUse('1', 'short ton', { fuel: 'waste-coal' });
    const footprint = burning([use]);
    expect(valueOf(footprint, 'scope1.co2e')).toBe('ACC-NO-FACTOR');
    expect(messagesOf(footprint, 'ACC-NO-FACTOR').join()).toMatch(/Tier 2, a measured HHV/);
    const { heat_content: _, ...row } = fuelRow({
      id: 'own',
      answers: { use: 'combustion', fuel: 'waste-coal' },
      basis: { calorific: 'gross' },
      co2_kg: '95',
    });
    const own = { sets: [factorSet([row])] };
    expect(messagesOf(burning([use], own), 'ACC-FUEL-UNIT').join()).toMatch(
      /Tier 1 of 40 CFR 98.33 does not serve it; state the measured heating value on HHV \(Tier 2/,
    );
    const heatingValue = { value: exact('12'), unit: 'mmBtu/short ton', basis: 'HHV' } as const;
    expect(kilograms(burning([{ ...use, heatingValue }], own))['CO2']).toBe('1140');
  });
});

describe('volumes of gas', () => {
  test('cubic metres are no standard cubic feet until their conditions are stated', () => {
    const footprint = burning([fuelUse('1000', 'm3')]);
    expect(valueOf(footprint, 'scope1.co2e')).toBe('ACC-FUEL-UNIT');
    expect(messagesOf(footprint, 'ACC-FUEL-UNIT').join()).toMatch(/state map.quantity.conditions/);
  });

  test('at stated conditions they are, as of an ideal gas', () => {
    // 1000 / 0.028316846592 x 519.67 / 518.67 x 101.325 kPa / 14.696 psia = 35382.6... scf
    const footprint = burning([fuelUse('1000', 'm3', { conditions: '15C-101.325kPa' })]);
    expect(
      roundedText(exact(present(kilograms(footprint)['CO2'])), { decimals: 6, mode: 'half-up' }),
    ).toBe('1926.214828');
    expect(messagesOf(footprint, 'ACC-GAS-CONDITIONS').join()).toMatch(/15C.* to 60F-14.696psia/);
    const same = burning([fuelUse('28.316846592', 'm3', { conditions: '60F-14.696psia' })]);
    expect(kilograms(same)['CO2']).toBe('54.43956');
    expect(messagesOf(same, 'ACC-GAS-CONDITIONS')).toEqual([]);
  });

  test('scf are not taken to cubic metres of unstated conditions; cubic metres are, and it is told', () => {
    const scf = burning([fuelUse('1000', 'scf')], { sets: [DESNZ] });
    expect(messagesOf(scf, 'ACC-FUEL-UNIT')).toHaveLength(1);
    const m3 = burning([fuelUse('1000', 'm3')], { sets: [DESNZ] });
    expect(messagesOf(m3, 'ACC-GAS-CONDITIONS').join()).toMatch(/does not say at which/);
  });
});

describe('methane slip', () => {
  const GAS = fuelUse('1000000', 'scf');
  const SETS = [PART98, W9];

  test.each([
    // kg CO2e of 1e6 scf at 28 / 265 and at 29.8 / 273, table of methods 5.2
    ['none', '54495', '54498'],
    ['four-stroke-rich-burn', '55760', '55843'],
    ['four-stroke-lean-burn', '69463', '70428'],
    ['two-stroke-lean-burn', '73370', '74586'],
  ] as const)('engine %s', (engine, ar5, ar6) => {
    const footprint = burning([{ ...GAS, engine }], { sets: SETS });
    const tonnes = (ch4: string, n2o: string) => {
      const asked = { metric: 'scope1.co2e', gwp: gwpSet(ch4, n2o) };
      const [one] = measure(footprint, asked).measurements;
      return roundedText(present(one).step.value.mul(1000), { decimals: 0, mode: 'half-up' });
    };
    expect([tonnes('28', '265'), tonnes('29.8', '273')]).toEqual([ar5, ar6]);
    expect(messagesOf(footprint, 'ACC-METHANE-SLIP')).toEqual([]);
    expect(messagesOf(footprint, 'ACC-FACTOR-UNVERIFIED')).toHaveLength(engine === 'none' ? 0 : 1);
  });

  test('without an engine the default stands, with what it leaves out', () => {
    const footprint = burning([GAS, { ...GAS, evidence: evidence('fuels.csv', 3) }], {
      sets: SETS,
    });
    expect(kilograms(footprint)['CH4']).toBe('2.052');
    const messages = messagesOf(footprint, 'ACC-METHANE-SLIP');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/0.522 four-stroke-lean-burn/);
  });

  test('a reporter under subpart W may not use the default of engines', () => {
    const how = { sets: SETS, decisions: [SUBPART_W] };
    const footprint = burning([GAS], how);
    expect(valueOf(footprint, 'scope1.co2e')).toBe('ACC-METHANE-SLIP');
    expect(kilograms(footprint)).toEqual({ CO2: '54439.56', N2O: '0.1026' });
    expect(kilograms(burning([{ ...GAS, engine: 'none' }], how))['CH4']).toBe('1.026');
    expect(kilograms(burning([{ ...GAS, engine: 'gas-turbine' }], how))['CH4']).toBe('4.104');
    const diesel = burning([fuelUse('10', 'gal', { fuel: 'distillate-2' })], how);
    expect(messagesOf(diesel, 'ACC-METHANE-SLIP')).toEqual([]);
  });

  test('a test of the stack stands in the place of table and default, by the name of the generator', () => {
    const generators: Site['generators'] = [
      {
        name: 'Genset 1',
        engine: 'four-stroke-lean-burn',
        slip: { kg_ch4_per_mmbtu: '0.3', test: 'stack-test.pdf', by: 'A. Lab', on: '2025-05-01' },
      },
      { name: 'Boiler', engine: 'none' },
    ];
    const how = { sets: SETS, site: { generators }, decisions: [SUBPART_W] };
    const tested = burning([{ ...GAS, equipment: 'genset  1' }], how);
    expect(kilograms(tested)['CH4']).toBe('307.8');
    const boiler = burning([{ ...GAS, equipment: 'Boiler', engine: 'gas-turbine' }], how);
    expect(kilograms(boiler)['CH4']).toBe('1.026');
  });

  test('a sum of gases cannot take a slip', () => {
    const { id, answers, per, source, grade } = fuelRow();
    const basis = { calorific: 'gross' } as const;
    const heat = { per: 'scf', mmbtu: '0.001026', basis: 'HHV' } as const;
    const sum = { co2e_kg: '53.1', states: ['CO2e' as const], heat_content: heat };
    const set = factorSet([{ id, answers, per, source, grade, basis, ...sum }]);
    const footprint = burning([{ ...GAS, engine: 'gas-turbine' }], { sets: [set, W9] });
    expect(valueOf(footprint, 'scope1.co2e')).toBe('ACC-NO-FACTOR');
    expect(messagesOf(footprint, 'ACC-NO-FACTOR').join()).toMatch(/cannot be replaced by the slip/);
  });
});

describe('vehicles', () => {
  test('stand apart by source, with CH4 and N2O (R7)', () => {
    const truck = fuelUse('1000', 'gal', { fuel: 'distillate-2', purpose: 'mobile' });
    const footprint = burning([truck, fuelUse('10', 'therm', { heatBasis: 'HHV' })], {
      sets: [HUB],
    });
    const by = ['source', 'gas'] as const;
    const { measurements } = measure(footprint, { metric: 'scope1.combustion.mass', by });
    const rows = measurements.map(({ dimensions: { source, gas }, step }) => [
      `${source ?? ''} ${gas ?? ''}`,
      roundedText(step.value, { decimals: 5, mode: 'half-up' }),
    ]);
    expect(Object.fromEntries(rows)).toEqual({
      'mobile CO2': '10210.00000',
      'mobile CH4': '0.41000',
      'mobile N2O': '0.08000',
      'stationary CO2': '53.06000',
      'stationary CH4': '0.00100',
      'stationary N2O': '0.00010',
    });
    expect(messagesOf(footprint, 'ACC-MOBILE-GASES')).toHaveLength(1);
  });
});

describe('fuels of recent life', () => {
  test('the biogenic part of a fuel stands outside the scope (N1)', () => {
    const use = fuelUse('120', 'mmBtu', { heatBasis: 'HHV', biogenic: exact('0.8') });
    const row = fuelRow({ co2_kg: '51.6', ch4_kg: '0.005', n2o_kg: '0.0008' });
    const footprint = burning([use], { sets: [factorSet([row])] });
    // 120 x (0.2 x 51.6 + 0.005 x 27.9 + 0.0008 x 273)
    const [one] = measure(footprint, {
      metric: 'scope1.co2e',
      gwp: gwpSet('27.9', '273'),
    }).measurements;
    expect(present(one).step.value.mul(1000).equals(exact('1281.348'))).toBe(true);
    expect(valueOf(footprint, 'scope1.co2-biogenic')).toBe('4.9536');
  });

  test('of a blend that is counted with its fossil CO2 the rest is not known, and is not zero', () => {
    const use = fuelUse('1000', 'L', { fuel: 'diesel-average-biofuel-blend' });
    const footprint = burning([use], { sets: [DESNZ] });
    expect(kilograms(footprint)['CO2']).toBe('2550.35');
    expect(valueOf(footprint, 'scope1.co2-biogenic')).toBe('ACC-BLEND');
    const parted = burning([{ ...use, biogenic: exact('0.07') }], { sets: [DESNZ] });
    expect(valueOf(parted, 'scope1.co2e')).toBe('ACC-BLEND');
  });

  test('a fuel wholly of recent life has no fossil part', () => {
    const gas = { fuel: 'landfill-gas', heatBasis: 'HHV' } as const;
    const half = burning([fuelUse('1', 'mmBtu', { ...gas, biogenic: exact('0.5') })]);
    expect(valueOf(half, 'scope1.co2e')).toBe('ACC-BLEND');
    const whole = burning([fuelUse('1', 'mmBtu', { ...gas, biogenic: ONE })]);
    expect(valueOf(whole, 'scope1.co2-biogenic')).toBe('0.05207');
  });
});

describe('corrections', () => {
  test('a quantity below zero is taken off an earlier line', () => {
    const credit = fuelUse('-400', 'scf', { first: '2025-02-03', last: '2025-02-03' });
    const footprint = burning([fuelUse('1000', 'scf'), credit]);
    expect(kilograms(footprint)['CO2']).toBe('32.663736');
    expect(messagesOf(footprint, 'ACC-FUEL-CORRECTION').join()).toMatch(/was taken off/);
  });

  test.each<[string, FuelUse]>([
    ['more than the line holds', fuelUse('-1001', 'scf')],
    ['of another unit', fuelUse('-1', 'therm', { heatBasis: 'HHV' })],
    ['of other equipment', fuelUse('-1', 'scf', { equipment: 'B' })],
    ['before the line', fuelUse('-1', 'scf', { first: '2024-12-01', last: '2024-12-31' })],
  ])('%s it is not counted', (_, credit) => {
    const footprint = burning([fuelUse('1000', 'scf'), credit]);
    expect(kilograms(footprint)['CO2']).toBe('54.43956');
    const [found] = footprint.findings.filter(({ code }) => code === 'ACC-FUEL-CORRECTION');
    expect(found?.severity).toBe('critical');
  });
});

const EMPTY = given([], {});

function burnedOf(fuels: readonly FuelUse[]) {
  const [one] = combustion(EMPTY, { ...present(EMPTY.sites[0]), fuels }).value;
  return present(one);
}

/** Kilograms of CO2 of one line, exact. */
function co2Of(use: FuelUse): Rational {
  const { masses } = burnedOf([use]);
  const figure = isMissing(masses) ? masses : masses.get('CO2');
  if (!figure || isMissing(figure)) throw new Error('no mass');
  return figure.value;
}

describe('for any quantity', () => {
  const UNITS: readonly (readonly [Partial<FuelUse>, readonly string[]])[] = [
    [{ fuel: 'distillate-2' }, ['gal', 'US gal', 'imp gal', 'L', 'mL', 'ML', 'm3', 'ft3']],
    [{ fuel: 'anthracite' }, ['g', 'kg', 't', 'lb', 'oz', 'short ton', 'long ton']],
    [
      { fuel: 'natural-gas', heatBasis: 'HHV' },
      ['Btu', 'mmBtu', 'therm', 'therm (US)', 'J', 'MJ', 'GJ', 'TJ', 'kWh', 'MWh'],
    ],
  ];
  const pair = fc.constantFrom(...UNITS).chain(([fuel, units]) =>
    fc.record({
      fuel: fc.constant(fuel),
      a: fc.constantFrom(...units),
      b: fc.constantFrom(...units),
      amount: fc.bigInt({ min: 0n, max: 10n ** 12n }).map((n) => ratio(n, 1000n)),
    }),
  );
  const use = (fuel: Partial<FuelUse>, quantity: Rational, unit: string): FuelUse => ({
    ...fuelUse('1', unit, fuel),
    quantity,
  });

  test('the same amount in another unit gives the same kilograms to the last digit', () => {
    fc.assert(
      fc.property(pair, ({ fuel, a, b, amount }) => {
        const inA = co2Of(use(fuel, amount, a));
        const oneOfB = co2Of(use(fuel, ONE, b));
        expect(inA.equals(oneOfB.mul(amount).mul(conversionFactor(a, b)))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('emissions are never below zero, and grow with the quantity', () => {
    fc.assert(
      fc.property(pair, fc.bigInt({ min: 0n, max: 10n ** 12n }), ({ fuel, a, amount }, more) => {
        const less = co2Of(use(fuel, amount, a));
        const all = co2Of(use(fuel, amount.add(ratio(more)), a));
        expect(less.gte(ZERO) && all.gte(less)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('corrections never take emissions below zero, nor above those without them', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1000n }),
        fc.array(fc.bigInt({ min: 1n, max: 600n }), { maxLength: 4 }),
        (delivered, credits) => {
          const { energy } = burnedOf([
            { ...fuelUse('1', 'scf'), quantity: ratio(delivered) },
            ...credits.map((n) => ({ ...fuelUse('1', 'scf'), quantity: ratio(-n) })),
          ]);
          if (isMissing(energy)) throw new Error('no energy');
          const whole = ratio(delivered).mul(exact('0.001026'));
          expect(energy.value.gte(ZERO) && energy.value.lte(whole)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
