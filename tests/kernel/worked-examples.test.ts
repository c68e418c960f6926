import { readFileSync } from 'node:fs';
import { convert, constant, inUnit, quotient, type Step } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import type { FactorSet } from '../../src/model/documents/factor-set.ts';
import type { FuelUse } from '../../src/model/records.ts';
import { difficultyOf, targetOf, workOf } from '../../src/units/chain-work.ts';
import { expectedBlocks, expectedCoins } from '../../src/kernel/coins.ts';
import { exact, type Rational, sumOf } from '../../src/units/rational.ts';
import { decimalText, roundedText } from '../../src/units/rounding.ts';
import {
  bill,
  calendar,
  certificate,
  column,
  factorRow,
  factorSet,
  fleet,
  footprintOf,
  fuelRow,
  fuelUse,
  gwpSet,
  hashes,
  site,
} from './sample.ts';
import { nameplateOf } from '../../src/kernel/cross-checks/energy-per-hash.ts';

interface Example {
  readonly id: string;
  readonly inputs: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly expected: Readonly<Record<string, string>>;
  readonly must_not_equal?: Readonly<Record<string, string>>;
  readonly tolerance: Readonly<Record<string, string>>;
  readonly source: string;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

const EXAMPLES = readJson('./worked-examples.json') as readonly Example[];

/** Computed values of an example by the keys of its expectation. */
type Compute = (inputs: Example['inputs']) => Record<string, Rational | undefined>;

function text(inputs: Example['inputs'], key: string): string {
  const value = inputs[key];
  if (typeof value !== 'string') throw new TypeError(`${key} is not stated`);
  return value;
}

function group(inputs: Example['inputs'], key: string): Readonly<Record<string, string>> {
  const value = inputs[key];
  if (typeof value !== 'object') throw new TypeError(`${key} is not stated`);
  return value;
}

const YEAR = (kwh: string) => [bill('2025-01-01', '2025-12-31', kwh)];

const byGas: Compute = (inputs) => {
  const pounds = group(inputs, 'factor_lb_per_MWh');
  const kg = (gas: string) => decimalText(exact(pounds[gas] ?? '').mul(exact('0.45359237')));
  const row = factorRow({ co2_kg: kg('CO2'), ch4_kg: kg('CH4'), n2o_kg: kg('N2O') });
  const footprint = footprintOf({
    factorSets: [factorSet([row])],
    sites: [site({ bills: YEAR(text(inputs, 'electricity_kWh')) })],
  });
  const mass = (gas: 'CO2' | 'CH4' | 'N2O') => {
    const { measurements } = measure(footprint, { metric: 'scope2.location.mass', by: ['gas'] });
    const found = measurements.find(({ dimensions }) => dimensions.gas === gas);
    return found && convert(inUnit(found.step, `kg ${gas}`), `lb ${gas}`).value;
  };
  const co2e = (ch4: string, n2o: string) =>
    measure(footprint, { metric: 'scope2.location.co2e', gwp: gwpSet(ch4, n2o) }).measurements[0]
      ?.step.value;
  return {
    CO2_lb: mass('CO2'),
    CH4_lb: mass('CH4'),
    N2O_lb: mass('N2O'),
    'co2e_t.25.298': co2e('25', '298'),
    'co2e_t.28.265': co2e('28', '265'),
    'co2e_t.27.9.273': co2e('27.9', '273'),
  };
};

const market: Compute = (inputs) => {
  const zero = { ch4_kg: '0', n2o_kg: '0', per: 'kWh' };
  const rows = [
    factorRow({ ...zero, co2_kg: text(inputs, 'grid_factor_kg_per_kWh') }),
    factorRow({
      ...zero,
      id: 'residual',
      answers: { use: 'residual', grid: 'US', year: 2025 },
      co2_kg: text(inputs, 'residual_factor_kg_per_kWh'),
    }),
  ];
  const held = certificate({
    energyMwh: exact(text(inputs, 'certificates_kWh')).div(1000),
    emissionFactor: exact(text(inputs, 'certificate_factor_kg_per_kWh')).mul(1000),
  });
  const footprint = footprintOf({
    factorSets: [factorSet(rows)],
    sites: [site({ bills: YEAR(text(inputs, 'electricity_kWh')), certificates: [held] })],
  });
  const value = (metric: string) =>
    measure(footprint, { metric, gwp: gwpSet() }).measurements[0]?.step.value;
  return {
    location_t: value('scope2.location.co2e'),
    market_t: value('scope2.market.co2e'),
    coverage: value('renewable.contractual.share'),
  };
};

const part98 = readJson('../../factors/epa-part98/2016-12.json') as FactorSet;

/** Masses and CO2e of fuels by the factors of a set. */
function burned(set: FactorSet, ...fuels: readonly FuelUse[]) {
  const footprint = footprintOf({
    factors: { location: ['test'], combustion: [set.publisher], other_year: 'refuse' },
    factorSets: [factorSet(), set],
    sites: [site({ fuels })],
  });
  const mass = (gas: string) =>
    measure(footprint, { metric: 'scope1.mass', by: ['gas'] }).measurements.find(
      ({ dimensions }) => dimensions.gas === gas,
    )?.step.value;
  const co2e = (ch4: string, n2o: string) =>
    measure(footprint, {
      metric: 'scope1.co2e',
      gwp: gwpSet(ch4, n2o),
    }).measurements[0]?.step.value.mul(1000);
  return { mass, co2e };
}

const fuel: Compute = (inputs) => {
  const use = fuelUse(text(inputs, 'quantity'), text(inputs, 'unit'), {
    fuel: text(inputs, 'fuel'),
  });
  const { mass, co2e } = burned(part98, use);
  return {
    CO2_kg: mass('CO2'),
    CH4_kg: mass('CH4'),
    N2O_kg: mass('N2O'),
    CH4_g: mass('CH4')?.mul(1000),
    N2O_g: mass('N2O')?.mul(1000),
    'co2e_kg.25.298': co2e('25', '298'),
    'co2e_kg.28.265': co2e('28', '265'),
    'co2e_kg.29.8.273': co2e('29.8', '273'),
  };
};

/** A share of biogenic fuel is a second fuel with the same factors. */
const mixedFuel: Compute = (inputs) => {
  const co2e = (key: string) => {
    const { energy_mmBtu, oxidation = '1', biogenic_share = '0', ...rates } = group(inputs, key);
    const rate = (gas: string) => rates[gas] ?? '';
    const row = fuelRow({
      co2_kg: decimalText(exact(rate('CO2_kg')).mul(exact(oxidation))),
      ch4_kg: rate('CH4_kg'),
      n2o_kg: rate('N2O_kg'),
    });
    const fresh = {
      ...row,
      id: 'fresh',
      answers: { use: 'combustion', fuel: 'fresh' },
      biogenic: true,
    } as const;
    const whole = exact(energy_mmBtu ?? '');
    const part = whole.mul(exact(biogenic_share));
    const of = (name: string, value: Rational) =>
      fuelUse(decimalText(value), 'mmBtu', { fuel: name, heatBasis: 'HHV' });
    const fuels = [of('natural-gas', whole.sub(part)), of('fresh', part)];
    return burned(factorSet([row, fresh], { publisher: 'own' }), ...fuels).co2e('27.9', '273');
  };
  return { 'fossil.co2e_kg': co2e('fossil'), 'mixed.co2e_kg': co2e('mixed') };
};

/** At a grid of one tonne per MWh, tonnes of category 3c are MWh lost. */
const loss: Compute = (inputs) => {
  const fraction = text(inputs, 'loss_fraction_of_generation');
  const consumed = exact(text(inputs, 'consumption_MWh'));
  const footprint = footprintOf({
    factorSets: [factorSet([factorRow({ co2_kg: '1000', ch4_kg: '0', n2o_kg: '0' })])],
    sites: [
      site({
        site: { grid_loss: { fraction, source: 'example' } },
        bills: YEAR(decimalText(consumed.mul(1000))),
      }),
    ],
  });
  const { measurements } = measure(footprint, { metric: 'scope3.3c.co2e', gwp: gwpSet() });
  const lost = measurements[0]?.step.value;
  return { loss_MWh: lost, generated_MWh: lost?.add(consumed) };
};

const chain: Compute = (inputs) => {
  const bits = text(inputs, 'bits');
  return {
    target: exact(targetOf(bits)),
    work_hashes: exact(workOf(bits)),
    difficulty: difficultyOf(bits),
  };
};

const nameplate: Compute = (inputs) => {
  const machine = fleet({
    powerW: exact(text(inputs, 'power_W')),
    hashrateThs: exact(text(inputs, 'hashrate_TH_per_s')),
  });
  return { efficiency_J_per_TH: nameplateOf([machine], calendar()) };
};

/** Coins that hashes earn, difficulty by difficulty. */
const coins: Compute = (inputs) => {
  const days = exact(text(inputs, 'days'));
  const volume = hashVolume(inputs)['hash_volume_TH'];
  const subsidy = exact(text(inputs, 'subsidy_BTC'));
  const epochs = Object.entries(group(inputs, 'days_by_difficulty')).map(([difficulty, part]) => ({
    difficulty: exact(difficulty),
    hashes: (volume ?? exact('0')).mul(exact(part)).div(days),
  }));
  const earned = sumOf(
    epochs.map(({ difficulty, hashes: some }) =>
      expectedCoins(some, { difficulty, subsidy, fees: exact('0') }),
    ),
  );
  return {
    hash_volume_TH: volume,
    expected_blocks: sumOf(epochs.map((epoch) => expectedBlocks(epoch.hashes, epoch.difficulty))),
    expected_subsidy_BTC: earned,
    reported_over_subsidy: exact(text(inputs, 'coins_BTC')).div(earned),
  };
};

const hashVolume: Compute = (inputs) => {
  const days = text(inputs, 'days');
  const span = calendar('2025-05-01', `2025-05-${days}`);
  const rate = exact(text(inputs, 'average_hashrate_EH_per_s')).mul(1000).n;
  const footprint = footprintOf({ sites: [site({ calendar: span, hashes: hashes(span, rate) })] });
  const { measurements } = measure(footprint, { metric: 'hash.volume' });
  return { hash_volume_TH: measurements[0]?.step.value };
};

const network: Compute = (inputs) => {
  const energy = constant(text(inputs, 'electricity_TWh'), 'TWh', 'Network energy');
  const emissions = constant(text(inputs, 'emissions_t'), 't CO2e', 'Network emissions');
  const efficiency = constant(text(inputs, 'efficiency_J_per_TH'), 'J/TH', 'Efficiency');
  const hours = constant(text(inputs, 'year_hours'), 'h', 'Hours of the year');
  const grams = convert(emissions, 'g CO2e');
  const joules = convert(energy, 'J');
  const volume = joules.value.div(efficiency.value);
  const terahashes: Step<'TH'> = { ...constant('0', 'TH', 'Hashes'), value: volume };
  const rate = quotient(terahashes, convert(hours, 's'), 'Hashrate');
  return {
    gCO2e_per_kWh: quotient(grams, convert(energy, 'kWh'), 'Rate')?.value,
    hashrate_from_energy_EH_per_s: rate && convert(rate, 'EH/s').value,
    gCO2e_per_TH: quotient(grams, terahashes, 'Intensity')?.value,
  };
};

const perTerahash: Compute = (inputs) => {
  const day = calendar('2025-01-01', '2025-01-01');
  const joules = exact(text(inputs, 'power_kW')).mul(3_600_000).n;
  const co2 = text(inputs, 'factor_kg_per_kWh');
  const row = factorRow({ per: 'kWh', co2_kg: co2, ch4_kg: '0', n2o_kg: '0' });
  const footprint = footprintOf({
    factorSets: [factorSet([row])],
    sites: [
      site({
        calendar: day,
        bills: [],
        energyColumns: new Map([['main', column('main.energy', day, () => joules)]]),
        hashes: hashes(day, exact(text(inputs, 'hashrate_PH_per_s')).n),
      }),
    ],
  });
  const value = (metric: string) =>
    measure(footprint, { metric, gwp: gwpSet() }).measurements[0]?.step.value;
  // one TH/s for a year of 8,760 h, or for a day, in TH
  const year = exact('31536000');
  const perTh = value('efficiency.facility')?.div(3_600_000);
  return {
    kWh_per_TH: perTh,
    mgCO2e_per_TH: value('intensity.location.exact')?.mul(1000),
    kWh_per_PHsh: value('energy.per-hashrate-hour'),
    kgCO2e_per_PHsh: value('intensity.location'),
    kWh_per_THs_year_8760: perTh?.mul(year),
    kgCO2e_per_THs_year_8760: value('intensity.location.exact')?.mul(year).div(1000),
    kWh_per_THs_day: perTh?.mul(86_400),
  };
};

/** The mass that one kg of a gas stands for, by the sets that are shipped. */
const potentials: Compute = () => {
  const sets = ['SAR', 'TAR', 'AR4', 'AR5', 'AR6'].flatMap((r) => [`${r}-100`, `${r}-20`]);
  const editions = [...sets, 'AR5-100-feedback', 'AR5-20-feedback'];
  const pairs = editions.flatMap((edition) => {
    const gwp = readJson(`../../factors/ipcc/${edition}.json`) as FactorSet;
    return (['CH4', 'N2O'] as const).map((gas) => {
      // 1 MWh at 1 kg of the gas alone
      const none = { co2_kg: '0', ch4_kg: '0', n2o_kg: '0' };
      const row = factorRow({ ...none, [`${gas.toLowerCase()}_kg`]: '1' });
      const footprint = footprintOf({
        factorSets: [factorSet([row])],
        sites: [site({ bills: YEAR('1000') })],
      });
      const { measurements } = measure(footprint, { metric: 'scope2.location.co2e', gwp });
      return [`${edition}.${gas}`, measurements[0]?.step.value.mul(1000)] as const;
    });
  });
  return Object.fromEntries(pairs);
};

const COMPUTE: Readonly<Record<string, Compute>> = {
  's2-location-egrid2019-hims': byGas,
  's2-dual-partial-certificates': market,
  's2-market-fully-covered': market,
  N2: market,
  'asic-s21': nameplate,
  'asic-s19xp': nameplate,
  'coins-riot-2025-04': coins,
  'coins-iren-2023-12': coins,
  's1-natural-gas-per-scf': fuel,
  's1-anthracite-per-short-ton': fuel,
  's1-natural-gas-1e6-scf': fuel,
  's1-distillate-no2-10000-gal': fuel,
  's3-transmission-loss-gross-up': loss,
  N1: mixedFuel,
  'chain-work-difficulty-1': chain,
  'chain-work-17050f7b': chain,
  'chain-target-180526fd': chain,
  'chain-difficulty-17034219': chain,
  'network-ccaf-2024': network,
  'network-cambridge-2025': network,
  'per-terahash-table': perTerahash,
  'gwp-sets': potentials,
};

function agrees(value: Rational | undefined, expected: string, tolerance: string): boolean {
  if (!value) return false;
  const [rule, digits] = tolerance.split(':');
  if (rule === 'exact') return value.equals(exact(expected));
  const rounded = roundedText(value, { decimals: Number(digits), mode: 'half-up' });
  return exact(rounded).equals(exact(expected));
}

const CASES = EXAMPLES.flatMap((example) =>
  Object.entries(example.expected).map(([key, expected]) => ({ example, key, expected })),
);

const COMPUTED = new Map(
  EXAMPLES.map(({ id, inputs }) => [id, COMPUTE[id]?.(inputs) ?? {}] as const),
);

test.each(CASES)('$example.id: $key is $expected', ({ example, key, expected }) => {
  const { id, tolerance, must_not_equal: forbidden } = example;
  const value = COMPUTED.get(id)?.[key];
  const rule = tolerance[key] ?? tolerance['default'] ?? '';
  expect([value && decimalText(value), agrees(value, expected, rule)]).toEqual([
    expect.any(String),
    true,
  ]);
  expect(value?.equals(exact(forbidden?.[key] ?? '-1'))).toBe(false);
});
