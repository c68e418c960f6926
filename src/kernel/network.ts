/*
 * Energy, hashes and emissions of a whole network, for comparison alone: never a figure of a company.
 */
import { constant, convert, inUnit, product, quotient, share, type Step } from './ledger.ts';

/** The hashrate of the network that a sample of it stands for; undefined where the sample is no part of it. */
export function hashrateOfSample(sample: Step<'EH/s'>, part: Step<'1'>): Step<'EH/s'> | undefined {
  const times = share(constant('1', '1', 'The whole'), part, 'The network by its sample');
  return times && product(sample, times, 'Hashrate of the network by a sample of it');
}

/** The energy that hashes over some time take at a mean efficiency, and with the overhead of sites. */
export function energyOfHashrate(
  hashrate: Step<'EH/s'>,
  efficiency: Step<'J/TH'>,
  time: Step<'h'>,
  overhead?: Step<'1'>,
): Step<'TWh'> {
  const hashes = hashesOver(hashrate, time);
  const joules = inUnit(
    product<string, string>(hashes, efficiency, {
      name: 'Energy of the network',
      formula: 'hashrate x time x efficiency',
    }),
    'J',
  );
  const whole = overhead ? product(joules, overhead, 'Energy with the overhead of sites') : joules;
  return convert(inUnit(whole, 'J'), 'TWh');
}

function hashesOver(hashrate: Step<'EH/s'>, time: Step<'h'>): Step<'TH'> {
  const rate = convert(hashrate, 'TH/s');
  return product(convert(time, 's'), rate, 'Hashes of the network');
}

/** The hashes that an energy gives at a mean efficiency; undefined for an efficiency of zero. */
export function hashesOfEnergy(
  energy: Step<'TWh'>,
  efficiency: Step<'J/TH'>,
): Step<'TH'> | undefined {
  const joules = convert(energy, 'J');
  const one = constant('1', 'TH', 'One terahash');
  const taken = product<string, string>(one, efficiency, 'Energy of one terahash');
  const count = share(joules, inUnit(taken, 'J'), 'Terahashes in the energy');
  return count && product(one, count, 'Hashes of the network by its energy');
}

/** The mean hashrate that an energy over some time stands for; undefined where either is zero. */
export function hashrateOfEnergy(
  energy: Step<'TWh'>,
  efficiency: Step<'J/TH'>,
  time: Step<'h'>,
): Step<'EH/s'> | undefined {
  const hashes = hashesOfEnergy(energy, efficiency);
  const rate = hashes && quotient(hashes, convert(time, 's'), 'Hashrate of the network');
  return rate && convert(inUnit(rate, 'TH/s'), 'EH/s');
}

/** Emissions per energy; undefined for an energy of zero. */
export function emissionsPerEnergy(
  emissions: Step<'t CO2e'>,
  energy: Step<'TWh'>,
): Step<'g CO2e/kWh'> | undefined {
  return quotient(
    convert(emissions, 'g CO2e'),
    convert(energy, 'kWh'),
    'Emissions of the network per energy',
  );
}

/** Emissions per hash; undefined where there are no hashes. */
export function emissionsPerHash(
  emissions: Step<'t CO2e'>,
  hashes: Step<'TH'>,
): Step<'g CO2e/TH'> | undefined {
  return quotient(convert(emissions, 'g CO2e'), hashes, 'Emissions of the network per hash');
}

/** The energy that emissions stand for at a mean factor; undefined for a factor of zero. */
export function energyOfEmissions(
  emissions: Step<'t CO2e'>,
  factor: Step<'g CO2e/kWh'>,
): Step<'TWh'> | undefined {
  const grams = convert(emissions, 'g CO2e');
  const one = constant('1', 'kWh', 'One kilowatt-hour');
  const caused = product<string, string>(one, factor, 'Emissions of one kilowatt-hour');
  const count = share(grams, inUnit(caused, 'g CO2e'), 'Kilowatt-hours behind the emissions');
  return count && convert(product(one, count, 'Energy behind the emissions'), 'TWh');
}
