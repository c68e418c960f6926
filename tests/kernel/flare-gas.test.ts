import fc from 'fast-check';
import '../support/property-seed.ts';
import { measure } from '../../src/kernel/measure.ts';
import type { FlareGas } from '../../src/model/source-records.ts';
import { exact, ratio } from '../../src/units/rational.ts';
import { roundedText } from '../../src/units/rounding.ts';
import { decision, gas, potentials, SETS, withRecords } from './direct-sample.ts';
import { factorSet, gwpSet, messagesOf, valueOf, valuesOf } from './sample.ts';

const WITHOUT_N2O = SETS.map((set) =>
  set.edition === '2024-05-flare'
    ? { ...set, rows: set.rows.filter(({ id }) => id !== 'n2o') }
    : set,
);

/** kg CO2e of gas, rounded to whole kilograms, as the table prints them. */
function kilograms(one: FlareGas, ch4: string, n2o: string): string {
  const footprint = withRecords({ flare: [one] }, { factorSets: [factorSet(), ...WITHOUT_N2O] });
  const [total] = measure(footprint, { metric: 'scope1.co2e', gwp: gwpSet(ch4, n2o) }).measurements;
  if (!total) throw new TypeError('no figure');
  return roundedText(total.step.value.mul(1000), { decimals: 0, mode: 'half-up' });
}

const flareAt = (part: string) => gas({ efficiency: exact(part) });
const genset = (engine?: NonNullable<FlareGas['declared']>['engine']) =>
  gas({ destination: 'generator', declared: { fuel: 'natural-gas', ...(engine && { engine }) } });

// methods 5.2: gas as CH4 at 0.0192 and 0.0526 kg/scf; engines on 1,026 mmBtu at 53.06 kg and 1.0e-4 kg N2O
test.each<[string, FlareGas, string, string]>([
  ['vent', gas({ destination: 'vent' }), '537600', '572160'],
  ['flare 98 %', flareAt('0.98'), '62300', '62991'],
  ['flare 95 %', flareAt('0.95'), '76850', '78578'],
  ['flare 92 %', flareAt('0.92'), '91400', '94165'],
  ['flare 91.1 %', flareAt('0.911'), '95765', '98841'],
  ['genset, table C-2', genset(), '54495', '54498'],
  ['genset, rich-burn', genset('four-stroke-rich-burn'), '55760', '55843'],
  ['genset, lean-burn', genset('four-stroke-lean-burn'), '69463', '70428'],
  ['genset, two-stroke', genset('two-stroke-lean-burn'), '73370', '74586'],
])('a million cubic feet of methane: %s', (_, one, ar5, ar6) => {
  expect(kilograms(one, '28', '265')).toBe(ar5);
  expect(kilograms(one, '29.8', '273')).toBe(ar6);
});

const mass = (one: FlareGas) =>
  valuesOf(withRecords({ flare: [one] }), { metric: 'scope1.mass', by: ['gas'] });

test('carbon is balanced by composition, and the CO2 of the gas passes through', () => {
  const composition = {
    CH4: exact('0.8'),
    C2H6: exact('0.1'),
    CO2: exact('0.06'),
    N2: exact('0.04'),
  };
  // CO2: 1e6 x (0.06 + 0.98 x (0.8 + 2 x 0.1)) x 0.0526; CH4: 1e6 x 0.8 x 0.02 x 0.0192
  expect(mass(gas({ composition, efficiency: exact('0.98') }))).toMatchObject({
    CO2: '54704',
    CH4: '307.2',
  });
  // vented: 1e6 x 0.06 x 0.0526, 1e6 x 0.8 x 0.0192
  expect(mass(gas({ composition, destination: 'vent' }))).toEqual({ CO2: '3156', CH4: '15360' });
});

test('N2O of a flare: volume x 0.001235 mmBtu/scf x 0.0001, or by the heating value that is stated', () => {
  const flared = gas({ efficiency: exact('0.98') });
  expect(mass(flared)['N2O']).toBe('0.1235');
  const declared = {
    heating_value: { value: '1026', unit: 'Btu/scf', source: 'analysis' },
  } as const;
  expect(mass({ ...flared, declared })['N2O']).toBe('0.1026');
  const said = withRecords({ flare: [flared] });
  expect(messagesOf(said, 'ACC-GAS-ENERGY')).toHaveLength(1);
  expect(messagesOf(said, 'ACC-FACTOR-UNVERIFIED')[0]).toMatch(/factor of N2O/);
});

test.each([
  ['60 F, 14.7 psia', 'scf', '1000000', '19200'],
  // 14.7 of 14.73 psia: 19,200 x 14.73 / 14.7
  ['60 °F and 14.73 psia', 'scf', '1000000', '19239.1837'],
  // 28,316.846592 m3 at 519.67 of 518.67 deg R and 101,325 Pa of 14.7 psia (101,352.9320 Pa)
  ['15 °C and 101.325 kPa', 'm3', '28316.846592', '19231.7162'],
  ['15 deg C, 1 atm', 'm3', '28316.846592', '19231.7162'],
  // 0 °C: 519.67 / 491.67
  ['0 °C; 1,01325 bar', 'm3', '28316.846592', '20287.8236'],
  ['288.15 K and 1013.25 mbar', 'm3', '28316.846592', '19231.7162'],
])('methane vented at %s', (conditions, unit, volume, expected) => {
  const one = gas({ conditions, unit, volume: exact(volume), destination: 'vent' });
  const [ch4] = measure(withRecords({ flare: [one] }), {
    metric: 'scope1.mass',
    by: ['gas'],
  }).measurements.filter(({ dimensions }) => dimensions.gas === 'CH4');
  expect(ch4 && roundedText(ch4.step.value, { decimals: 4, mode: 'half-up' })).toBe(
    expected.includes('.') ? expected : `${expected}.0000`,
  );
});

test.each<[string, Partial<FlareGas>, RegExp]>([
  ['no composition', { composition: {} }, /its parts add up to 0%; complete the analysis/],
  ['part of one', { composition: { CH4: exact('0.9') } }, /its parts add up to 90%/],
  ['an unknown species', { composition: { CH4: exact('0.9'), X1: exact('0.1') } }, /carbon of X1/],
  ['gauge pressure', { conditions: '60 F and 5 psig' }, /state no temperature with an absolute/],
  ['no temperature', { conditions: 'standard' }, /"standard" state no temperature/],
  ['no efficiency', {}, /nothing states how much of it the flare burns/],
  ['no heating value', { destination: 'generator' }, /it states no heating value/],
])('%s gives no figure, and a critical finding', (_, more, message) => {
  const footprint = withRecords({ flare: [gas(more)] });
  expect(valueOf(footprint, 'scope1.co2e')).toBe('ACC-GAS');
  const [lack] = footprint.findings.filter(({ code }) => code === 'ACC-GAS');
  expect([lack?.severity, lack?.at]).toEqual(['critical', { file: 'gas.csv', line: 2 }]);
  expect(lack?.message).toMatch(message);
});

test('a tier is a declared choice, shown with its grade', () => {
  const footprint = withRecords({ flare: [gas({ declared: { tier: 'tier-3' } })] });
  expect(valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] })['CH4']).toBe('1536');
  expect(messagesOf(footprint, 'ACC-FLARE-TIER')[0]).toMatch(/tier-3, at 0.92, by declaration/);
  expect(measure(footprint, { metric: 'scope1.co2e', gwp: gwpSet() }).measurements[0]?.grade).toBe(
    'M',
  );
  const elsewhere = withRecords(
    { flare: [gas({ declared: { tier: 'tier-3' } })] },
    { factors: { location: ['test'], other_year: 'refuse' } },
  );
  expect(valueOf(elsewhere, 'scope1.co2e')).toBe('ACC-GAS');
});

test('Scope 1 by source, and only the days of the period', () => {
  const footprint = withRecords({
    flare: [
      gas({ efficiency: exact('1'), span: ['2024-12-17', '2025-01-15'] }),
      gas({ destination: 'vent', composition: { CO2: exact('1') } }),
    ],
  });
  const by = valuesOf(footprint, { metric: 'scope1.mass', by: ['source', 'gas'] });
  // 15 of 30 days x 1e6 x 0.0526
  expect(by).toMatchObject({ 'flare CO2': '26300', 'flare CH4': '0', 'vent CO2': '52600' });
  expect(messagesOf(footprint, 'ACC-PERIOD-SPLIT')).toHaveLength(1);
  expect(messagesOf(footprint, 'ACC-NO-DIRECT-SOURCES')[0]).toMatch(/burns fuel; state its fuels/);
  expect(
    valueOf(withRecords({ flare: [gas({ span: ['2024-01-01', '2024-01-31'] })] }), 'scope1.co2e'),
  ).toBe('ACC-NO-DIRECT-SOURCES');
});

test('gas contradicts the decision that there are no direct emissions', () => {
  const footprint = withRecords(
    { flare: [gas({ destination: 'vent' })] },
    { decisions: [decision('no-direct-emissions', 'yes')] },
  );
  expect(messagesOf(footprint, 'ACC-DIRECT-CONTRADICTION')[0]).toMatch(/^Gas flows are stated/);
  expect(valueOf(footprint, { metric: 'scope1.co2e', gwp: gwpSet('28', '265') })).toBe('537.6');
});

describe('mitigation', () => {
  const VENT = { destination: 'vent', source: 'permit 12' } as const;
  const FLARE = { destination: 'flare', efficiency: '0.98', source: 'permit 12' } as const;
  type Declared = NonNullable<FlareGas['declared']>;
  const against = (
    baseline: Declared['baseline'],
    more: Declared = { engine: 'four-stroke-lean-burn' },
  ) =>
    withRecords(
      {
        flare: [
          gas({
            destination: 'generator',
            declared: { fuel: 'natural-gas', ...more, ...(baseline && { baseline }) },
          }),
        ],
      },
      { factorSets: [factorSet(), ...WITHOUT_N2O] },
    );
  const tonnes = (
    footprint: ReturnType<typeof against>,
    which: string,
    gwp = gwpSet('28', '265'),
  ) => valueOf(footprint, { metric: `flare.mitigation.${which}`, gwp });

  test('a vent: baseline less project, outside the scopes', () => {
    const footprint = against(VENT);
    expect(tonnes(footprint, 'gas')).toBe('1000000');
    expect(tonnes(footprint, 'baseline.co2e')).toBe('537.6');
    // 1,026 x (53.06 + 0.522 x 28 + 0.0001 x 265) / 1000
    expect(tonnes(footprint, 'project.co2e')).toBe('69.462765');
    expect(tonnes(footprint, 'difference.co2e')).toBe('468.137235');
    expect(tonnes(footprint, 'difference.co2e', potentials('AR6-20'))).not.toBe('468.137235');
    expect(valueOf(footprint, { metric: 'scope1.co2e', gwp: gwpSet('28', '265') })).toBe(
      '69.462765',
    );
    expect(messagesOf(footprint, 'ACC-FLARE-MITIGATION')).toEqual([]);
  });

  test('a lean-burn engine emits more than a flare at 98 %: the sign turns, and it is said', () => {
    const footprint = against(FLARE);
    // 62,300 - 69,462.765 kg
    expect(tonnes(footprint, 'difference.co2e')).toBe('-7.162765');
    const [worse] = messagesOf(footprint, 'ACC-FLARE-MITIGATION');
    expect(worse).toMatch(/four-stroke-lean-burn, 0\.522 kg CH4\/mmBtu/);
    expect(worse).toMatch(/7\.2 t CO2e by AR5-100,/);
    expect(
      messagesOf(against(FLARE, { engine: 'four-stroke-rich-burn' }), 'ACC-FLARE-MITIGATION'),
    ).toEqual([]);
  });

  test('without engine or test of the stack nothing is said to be avoided', () => {
    const footprint = against(FLARE, {});
    expect(tonnes(footprint, 'difference.co2e')).toBe('ACC-ENGINE');
    expect(messagesOf(footprint, 'ACC-ENGINE').length).toBeGreaterThan(0);
    // Scope 1 rests on the factor of the fuel, which is said
    expect(valueOf(footprint, { metric: 'scope1.co2e', gwp: gwpSet('28', '265') })).toBe(
      '54.495477',
    );
  });

  test('without a baseline nothing is said to be avoided either', () => {
    const footprint = against(undefined);
    expect(tonnes(footprint, 'difference.co2e')).toBe('ACC-FLARE-BASELINE');
    expect(tonnes(footprint, 'project.co2e')).toBe('69.462765');
  });

  test('a test of the stack stands before the kind of engine', () => {
    const slip = { kg_ch4_per_mmbtu: '0.1', test: 'report 7', by: 'Lab', on: '2025-02-01' };
    const declared = {
      fuel: 'natural-gas',
      equipment: 'G1',
      engine: 'gas-turbine',
      baseline: FLARE,
    } as const;
    const footprint = withRecords({
      site: { generators: [{ name: 'G1', engine: 'four-stroke-lean-burn', slip }] },
      flare: [gas({ destination: 'generator', declared })],
    });
    // 1,026 x (53.06 + 0.1 x 28 + 0.0001 x 265)
    expect(tonnes(footprint, 'project.co2e')).toBe('57.339549');
  });

  test('gas of the field: all carbon as CO2, methane by heating value and engine', () => {
    const declared = {
      engine: 'four-stroke-rich-burn',
      heating_value: { value: '1200', unit: 'Btu/scf', source: 'analysis' },
      baseline: VENT,
    } as const;
    const composition = { CH4: exact('0.8'), C2H6: exact('0.2') };
    const footprint = withRecords({
      flare: [gas({ destination: 'generator', composition, declared })],
    });
    // 1e6 x (0.8 + 0.4) x 0.0526; 1,200 x 0.045; 1,200 x 0.0001
    expect(valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] })).toEqual({
      CO2: '63120',
      CH4: '54',
      N2O: '0.12',
    });
    expect(
      valuesOf(footprint, { metric: 'scope1.mass', by: ['source', 'gas'] })['stationary CH4'],
    ).toBe('54');
  });
});

const part = fc.integer({ min: 0, max: 1000 }).map((n) => ratio(BigInt(n), 1000n));
const volume = fc.integer({ min: 0, max: 10_000_000 });
const compositions = part.map((ch4) => ({ CH4: ch4, CO2: ratio(1n).sub(ch4) }));
const gases = fc.record({
  volume,
  composition: compositions,
  efficiency: part,
  destination: fc.constantFrom<FlareGas['destination']>('flare', 'vent'),
});

/** Masses by gas of some gas in one month, exactly. */
function masses(flare: readonly FlareGas[]): Record<string, string> {
  const month = withRecords({ flare, bills: [] });
  return valuesOf(month, { metric: 'scope1.mass', by: ['gas'] });
}

test('no mass is below zero, and two halves of a record give what the whole gives', () => {
  fc.assert(
    fc.property(gases, volume, ({ volume: a, ...rest }, b) => {
      const of = (amount: number, line = 2) =>
        gas({ ...rest, volume: exact(BigInt(amount)), line });
      const whole = masses([of(a + b)]);
      const [first, second] = [of(a), { ...of(b, 3), destination: rest.destination }];
      expect(masses([first, second])).toEqual(whole);
      expect(Object.values(whole).every((value) => !value.startsWith('-'))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
