import type { FactorSet } from '../../model/documents/factor-set.ts';
import type { SiteFootprint } from '../footprint.ts';
import type { Dimension, MetricId } from '../metrics.ts';
import type { Atom } from './atom.ts';
import * as emissions from './emission-atoms.ts';
import * as energy from './energy-atoms.ts';
import * as hashes from './hash-atoms.ts';
import * as other from './other-atoms.ts';

/** What the atoms of a metric are taken from. */
export interface Basis {
  readonly sites: readonly SiteFootprint[];
  readonly by: readonly Dimension[];
  readonly gwp: FactorSet | undefined;
}

type Take = (basis: Basis) => Atom[];

/** One side of a metric: its atoms, and the unit in which they are added up. */
export interface Side {
  readonly take: Take;
  readonly unit: string;
  /** Hashes of different algorithms are never added. */
  readonly isOfOneAlgorithm?: true;
  /** Without any record the total is zero, and not unknown. */
  readonly isZeroWhenEmpty?: true;
}

/** How a metric comes of atoms: a total, the largest, a ratio of totals, or ratios of single sites added up. */
export type Recipe =
  | { readonly kind: 'total'; readonly of: Side }
  | { readonly kind: 'largest'; readonly of: Side }
  | { readonly kind: 'ratio'; readonly of: Side; readonly to: Side }
  | { readonly kind: 'site-ratios'; readonly of: Side; readonly to: Side };

const side = (unit: string, take: (sites: Basis['sites']) => Atom[]): Side => ({
  unit,
  take: ({ sites }) => take(sites),
});
const co2e = (unit: string, take: (sites: Basis['sites']) => Atom[]): Side => ({
  unit,
  take: ({ sites, gwp }) => emissions.equivalents(take(sites), gwp),
});
const claims = (outcome: 'accepted' | 'refused'): Recipe => ({
  kind: 'total',
  of: {
    ...side('MWh', (sites) => energy.claimed(sites, outcome)),
    isZeroWhenEmpty: true,
  },
});
const total = (of: Side): Recipe => ({ kind: 'total', of });
const ratio = (of: Side, to: Side): Recipe => ({ kind: 'ratio', of, to });

const electricity: Side = {
  unit: 'MWh',
  take: ({ sites, by }) => energy.electricity(sites, by),
};
const perHash = (unit: string): Side => ({
  ...side(unit, hashes.volume),
  isOfOneAlgorithm: true,
});

const observedHashes: Side = { ...side('TH', hashes.observed), isOfOneAlgorithm: true };

/** How each metric of the catalogue is taken. */
export const RECIPES: Readonly<Record<MetricId, Recipe>> = {
  'energy.electricity': total(electricity),
  'energy.total': total(side('GJ', other.allEnergy)),
  'fuel.energy': total(side('GJ', other.fuelEnergy)),
  'energy.by-source': total(side('MWh', energy.bySource)),
  'energy.grid-share': ratio(electricity, electricity),
  'scope1.co2e': total(co2e('t CO2e', emissions.scope1)),
  'scope1.mass': total(side('kg', emissions.scope1)),
  'scope1.co2-biogenic': total(side('t CO2-biogenic', emissions.biogenic)),
  'scope2.location.co2e': total(co2e('t CO2e', emissions.location)),
  'scope2.location.mass': total(side('kg', emissions.location)),
  'scope2.market.co2e': total(co2e('t CO2e', emissions.market)),
  'scope3.3c.co2e': total(co2e('t CO2e', emissions.losses)),
  'certificates.retired': claims('accepted'),
  'certificates.allocated': total({ ...side('MWh', energy.allocated), isZeroWhenEmpty: true }),
  'certificates.refused': claims('refused'),
  'renewable.contractual.share': ratio(side('MWh', energy.renewableByContract), electricity),
  'renewable.location.share': ratio(side('MWh', energy.renewableByLocation), electricity),
  'carbon-free.contractual.share': ratio(side('MWh', energy.carbonFreeByContract), electricity),
  'carbon-free.location.share': ratio(side('MWh', energy.carbonFreeByLocation), electricity),
  'hash.volume': total(perHash('TH')),
  'hash.volume.observed': total(observedHashes),
  'hash.volume.filled': total({ ...side('TH', hashes.filled), isOfOneAlgorithm: true }),
  'hash.volume.lower': total(observedHashes),
  'hash.volume.upper': total({ ...side('TH', hashes.upper), isOfOneAlgorithm: true }),
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
  'heat.reuse-factor': ratio(side('GJ', other.heat), side('GJ', other.allEnergy)),
  'site.peak-power': { kind: 'largest', of: side('MW', other.peaks) },
  pue: ratio(electricity, side('MWh', energy.allEquipment)),
};
