import { nameplateOf } from '../../../kernel/cross-checks/energy-per-hash.ts';
import { constant, convert, type Step } from '../../../kernel/ledger.ts';
import {
  emissionsPerEnergy,
  emissionsPerHash,
  energyOfEmissions,
  energyOfHashrate,
  hashesOfEnergy,
  hashrateOfEnergy,
  hashrateOfSample,
} from '../../../kernel/network.ts';
import { relativeChange } from '../../../kernel/factors/compare.ts';
import { exact } from '../../../units/rational.ts';
import { type Compute, type Facts, groupOf, textOf } from '../example.ts';
import { EVIDENCE, YEAR } from '../setting.ts';

function stated<U extends string>(inputs: Facts, key: string, unit: U): Step<U> {
  return constant(textOf(inputs, key), unit, key);
}

/** Emissions are published in megatonnes, which is no unit of the ledger: 1e6 t. */
function emissionsOf(inputs: Facts): Step<'t CO2e'> {
  return constant(exact(textOf(inputs, 'emissions_Mt')).mul(1_000_000), 't CO2e', 'Emissions');
}

function efficiencyOf(inputs: Facts): Step<'J/TH'> {
  return stated(inputs, 'efficiency_J_per_TH', 'J/TH');
}

function sampled(inputs: Facts): Step<'EH/s'> | undefined {
  return hashrateOfSample(
    stated(inputs, 'sample_hashrate_EH_per_s', 'EH/s'),
    stated(inputs, 'sample_share', '1'),
  );
}

/** Energy and emissions of the network, per energy and per hash. */
function intensities(inputs: Facts, energy: Step<'TWh'>) {
  const emissions = emissionsOf(inputs);
  const hashes = hashesOfEnergy(energy, efficiencyOf(inputs));
  return {
    gCO2e_per_kWh: emissionsPerEnergy(emissions, energy)?.value,
    gCO2e_per_TH: hashes && emissionsPerHash(emissions, hashes)?.value,
  };
}

const agreement: Compute = (inputs) => {
  const energy = stated(inputs, 'electricity_TWh', 'TWh');
  const hours = stated(inputs, 'year_hours', 'h');
  const byEnergy = hashrateOfEnergy(energy, efficiencyOf(inputs), hours)?.value;
  const bySample = sampled(inputs)?.value;
  return {
    hashrate_from_energy_EH_per_s: byEnergy,
    hashrate_from_sample_EH_per_s: bySample,
    relative_disagreement: byEnergy && bySample && relativeChange(bySample, byEnergy)?.abs(),
    ...intensities(inputs, energy),
  };
};

/** Figures per energy and per hash rest on the energy that is published. */
const fromHashrate: Compute = (inputs) => {
  const hashrate = sampled(inputs);
  const energy = (hours: string) =>
    hashrate &&
    energyOfHashrate(hashrate, efficiencyOf(inputs), constant(hours, 'h', 'Hours')).value;
  const published = constant('138', 'TWh', 'Energy as published');
  return {
    hashrate_EH_per_s: hashrate?.value,
    energy_TWh: { '8766_h': energy('8766'), '8760_h': energy('8760'), '8784_h': energy('8784') },
    published_energy_TWh: energy('8766'),
    ...intensities(inputs, published),
  };
};

const overheads: Compute = (inputs) => {
  const rate = stated(inputs, 'hashrate_EH_per_s', 'EH/s');
  const hours = convert(stated(inputs, 'days', 'd'), 'h');
  const pue = groupOf(inputs, 'pue');
  const energy = (key: string) =>
    energyOfHashrate(rate, efficiencyOf(inputs), hours, stated(pue, key, '1')).value;
  return { TWh: { min: energy('min'), guess: energy('guess'), max: energy('max') } };
};

const behindEmissions: Compute = (inputs) => {
  const factor = stated(inputs, 'factor_gCO2_per_kWh', 'g CO2e/kWh');
  return { electricity_TWh: energyOfEmissions(emissionsOf(inputs), factor)?.value };
};

const nameplate: Compute = (inputs) => {
  const machine = {
    site: 'example',
    model: 'example',
    count: 1n,
    powerW: exact(textOf(inputs, 'power_W')),
    hashrateThs: exact(textOf(inputs, 'hashrate_TH_per_s')),
    from: YEAR.start,
    evidence: EVIDENCE,
  };
  return { efficiency_J_per_TH: nameplateOf([machine], YEAR) };
};

/** Examples of machines and the network, by id. */
export const MACHINES: Readonly<Record<string, Compute>> = {
  'network-ccaf-2024': agreement,
  'network-cambridge-2025': fromHashrate,
  'network-cbeci-formula': overheads,
  'indicative-klaassen': behindEmissions,
  'asic-s21': nameplate,
  'asic-s19xp': nameplate,
};
