import type { BALANCE_METRICS } from '../metrics/balance.ts';
import * as balance from './balance-atoms.ts';
import { heatLocation, heatMarket } from './emission-atoms.ts';
import { volume } from './hash-atoms.ts';
import { co2e, type Recipe, ratio, type Side, side, total } from './sides.ts';

/** Energy that was used, whether bought or made. */
export const CONSUMED: Side = {
  unit: 'MWh',
  take: ({ sites, by }) => balance.consumed(sites, by),
};

const hashes: Side = { ...side('TH', volume), isOfOneAlgorithm: true };
const { renewable: contract, renewableMix: mix, creditBacked } = balance.CLAIMS;
const [byContract, byMix] = ['contractual renewable share', 'renewable share of the grid mix'];
const none = { isZeroWhenEmpty: true } as const;

/** How the metrics of the energy balance, of claims and of bought heat are taken. */
export const BALANCE_RECIPES: Readonly<Record<keyof typeof BALANCE_METRICS, Recipe>> = {
  'energy.bought': total(side('MWh', balance.bought)),
  'energy.consumed': total(CONSUMED),
  'energy.generated': total({ ...side('MWh', balance.generated), ...none }),
  'energy.self-consumed': total({ ...side('MWh', balance.selfConsumed), ...none }),
  'energy.exported': total({ ...side('MWh', balance.exported), ...none }),
  'energy.load': total(side('MWh', balance.load)),
  'energy.resold': total({ ...side('MWh', balance.resold), ...none }),
  'energy.null-power': total({ ...side('MWh', balance.withoutAttributes), ...none }),
  'credit-backed.contractual.share': ratio(
    side('MWh', (sites) => balance.claims(sites, creditBacked)),
    CONSUMED,
  ),
  'renewable.hash-weighted.share': ratio(
    {
      ...side('TH', (sites) => balance.weightedHashes(sites, contract, byContract)),
      isOfOneAlgorithm: true,
    },
    hashes,
  ),
  'renewable.hash-weighted.location.share': ratio(
    { ...side('TH', (sites) => balance.weightedHashes(sites, mix, byMix)), isOfOneAlgorithm: true },
    hashes,
  ),
  'renewable.contractual.per-hash': ratio(
    side('kWh', (sites) => balance.weightedMining(sites, contract, byContract)),
    hashes,
  ),
  'renewable.location.per-hash': ratio(
    side('kWh', (sites) => balance.weightedMining(sites, mix, byMix)),
    hashes,
  ),
  'heat.bought': total({ ...side('MWh', balance.boughtHeat), ...none }),
  'scope2.heat.location.co2e': total({ ...co2e('t CO2e', heatLocation), ...none }),
  'scope2.heat.market.co2e': total({ ...co2e('t CO2e', heatMarket), ...none }),
};
