import type { MetricId } from '../metrics.ts';
import { BALANCE_RECIPES, CONSUMED } from './balance.ts';
import { COMBUSTION_RECIPES } from './combustion.ts';
import { DIRECT_RECIPES } from './direct.ts';
import * as emissions from './emission-atoms.ts';
import * as energy from './energy-atoms.ts';
import * as hashes from './hash-atoms.ts';
import { HOURLY_RECIPES } from './hourly.ts';
import { INTENSITY_RECIPES } from './intensities.ts';
import { MINING_RECIPES } from './mining.ts';
import * as other from './other-atoms.ts';
import { QUALITY_RECIPES } from './quality.ts';
import { SCOPE3_RECIPES } from './scope3.ts';
import { co2e, type Recipe, ratio, type Side, side, total } from './sides.ts';

const claims = (outcome: 'accepted' | 'refused'): Recipe => ({
  kind: 'total',
  of: {
    ...side('MWh', (sites) => energy.claimed(sites, outcome)),
    isZeroWhenEmpty: true,
  },
});
const electricity: Side = {
  unit: 'MWh',
  take: ({ sites, by }) => energy.electricity(sites, by),
};
const perHash = (unit: string): Side => ({
  ...side(unit, hashes.volume),
  isOfOneAlgorithm: true,
});

const machines = (line: Parameters<typeof hashes.machines>[1]): Recipe =>
  total(side('unit', (sites) => hashes.machines(sites, line)));

const observedHashes: Side = { ...side('TH', hashes.observed), isOfOneAlgorithm: true };

/** How each metric of the catalogue is taken. */
export const RECIPES: Readonly<Record<MetricId, Recipe>> = {
  ...COMBUSTION_RECIPES,
  ...BALANCE_RECIPES,
  ...QUALITY_RECIPES,
  ...DIRECT_RECIPES,
  ...HOURLY_RECIPES,
  ...INTENSITY_RECIPES,
  'energy.electricity': total(electricity),
  'energy.total': total(side('GJ', other.allEnergy)),
  'fuel.energy': total(side('GJ', other.fuelEnergy)),
  'energy.by-source': total(side('MWh', energy.bySource)),
  'energy.grid-share': ratio(side('MWh', energy.ofGrid), CONSUMED),
  'scope1.co2e': total(co2e('t CO2e', emissions.scope1)),
  'scope1.mass': total(side('kg', emissions.scope1)),
  'scope1.co2-biogenic': total(side('t CO2-biogenic', emissions.biogenic)),
  'scope2.location.co2e': total(co2e('t CO2e', emissions.location)),
  'scope2.location.mass': total(side('kg', emissions.location)),
  'scope2.market.co2e': total(co2e('t CO2e', emissions.market)),
  'certificates.retired': claims('accepted'),
  'certificates.allocated': total({ ...side('MWh', energy.allocated), isZeroWhenEmpty: true }),
  'certificates.refused': claims('refused'),
  'renewable.contractual.share': ratio(side('MWh', energy.renewableByContract), CONSUMED),
  'renewable.location.share': ratio(side('MWh', energy.renewableByLocation), CONSUMED),
  'carbon-free.contractual.share': ratio(side('MWh', energy.carbonFreeByContract), CONSUMED),
  'carbon-free.location.share': ratio(side('MWh', energy.carbonFreeByLocation), CONSUMED),
  'hash.volume': total(perHash('TH')),
  'hash.volume.observed': total(observedHashes),
  'hash.volume.filled': total({ ...side('TH', hashes.filled), isOfOneAlgorithm: true }),
  'hash.volume.lower': total(observedHashes),
  'hash.volume.upper': total({ ...side('TH', hashes.upper), isOfOneAlgorithm: true }),
  'hash.expected': total({ ...side('TH', hashes.expected), isOfOneAlgorithm: true }),
  'hash.coverage': ratio(side('s', hashes.coveredSeconds), side('s', hashes.allSeconds)),
  'hash.mean-rate': {
    kind: 'site-ratios',
    of: observedHashes,
    to: side('s', hashes.coveredSeconds),
  },
  'fleet.rated-rate': {
    kind: 'site-ratios',
    of: { ...side('TH', hashes.ratedVolume), isOfOneAlgorithm: true },
    to: side('s', hashes.ratedSeconds),
  },
  'fleet.machines.opening': machines('opening'),
  'fleet.machines.added': machines('added'),
  'fleet.machines.removed': machines('removed'),
  'fleet.machines.closing': machines('closing'),
  'mining.energy': total(side('MWh', energy.mining)),
  'mining.equipment-energy': total(side('MWh', energy.miningEquipment)),
  'mining.location.co2e': total(co2e('t CO2e', emissions.minedLocation)),
  'mining.market.co2e': total(co2e('t CO2e', emissions.minedMarket)),
  'efficiency.facility': ratio(side('J', energy.mining), perHash('TH')),
  'efficiency.it': ratio(side('J', energy.miningEquipment), perHash('TH')),
  'energy.per-hashrate-hour': ratio(side('kWh', energy.mining), perHash('PH/s·h')),
  'intensity.location': ratio(co2e('kg CO2e', emissions.minedLocation), perHash('PH/s·h')),
  'intensity.market': ratio(co2e('kg CO2e', emissions.minedMarket), perHash('PH/s·h')),
  'intensity.location.exact': ratio(co2e('g CO2e', emissions.minedLocation), perHash('TH')),
  'intensity.market.exact': ratio(co2e('g CO2e', emissions.minedMarket), perHash('TH')),
  'curtailment.energy': total(side('MWh', other.curtailedEnergy)),
  'curtailment.hours': total(side('h', other.curtailedHours)),
  'heat.delivered': total(side('MWh', other.heat)),
  'heat.reuse-factor': ratio(side('GJ', other.heat), side('GJ', other.allEnergy), 'ACC-REUSE'),
  'site.peak-power': { kind: 'largest', of: side('MW', other.peaks) },
  ...SCOPE3_RECIPES,
  pue: ratio(CONSUMED, side('MWh', energy.allEquipment)),
  ...MINING_RECIPES,
};
