import type { MINING_METRICS } from '../metrics/mining.ts';
import { allEquipment, electricity } from './energy-atoms.ts';
import * as mining from './mining-atoms.ts';
import { allEnergy } from './other-atoms.ts';
import { co2e, type Recipe, ratio, side, total } from './sides.ts';

const money = (take: Parameters<typeof side>[1]) => side('money', take);
const bought = side('MWh', (sites) => electricity(sites, []));
const equipment = side('kWh', allEquipment);

/** How the metrics beside the scopes are taken. */
export const MINING_RECIPES: Readonly<Record<keyof typeof MINING_METRICS, Recipe>> = {
  'curtailment.hours-share': ratio(side('s', mining.eventHours), side('s', mining.clockHours)),
  'curtailment.revenue': total(money(mining.payments)),
  'curtailment.consequential.co2e': total(co2e('t CO2e', mining.consequential)),
  'power.cost': total(money(mining.powerCosts)),
  'power.credits': total(money(mining.powerCredits)),
  'power.net-cost': total(money(mining.netCosts)),
  'power.net-cost-per-kwh': ratio(
    money(mining.netCosts),
    side('kWh', (sites) => electricity(sites, [])),
  ),
  'absorbed.energy': total(side('MWh', mining.absorbed)),
  'absorbed.share': ratio(side('MWh', mining.absorbedOrNone), bought),
  'siting.direct-energy': total(side('MWh', mining.directEnergy)),
  'siting.losses-avoided': total(side('MWh', mining.lossesAvoided)),
  'heat.avoided.co2e': total(co2e('t CO2e', mining.heatAvoided)),
  ref: ratio(side('GJ', mining.renewableOfYear), side('GJ', allEnergy)),
  cue: ratio(co2e('kg CO2e', mining.energyEmissions), equipment),
  wue: ratio(side('L', mining.water('withdrawn')), equipment),
  'wue.consumed': ratio(side('L', mining.water('consumed')), equipment),
  'water.withdrawn': total(side('m3', mining.water('withdrawn'))),
  'water.consumed': total(side('m3', mining.water('consumed'))),
  'water.discharged': total(side('m3', mining.water('discharged'))),
  'storage.energy-in': total(side('MWh', mining.storageIn)),
  'storage.energy-out': total(side('MWh', mining.storageOut)),
  'storage.losses': total(side('MWh', mining.storageLosses)),
  'storage.round-trip-efficiency': ratio(
    side('MWh', mining.storageOut),
    side('MWh', mining.storageIn),
  ),
  'credits.avoidance': total(
    side(
      't CO2e',
      mining.credits(({ outcome, credit }) => outcome === 'counted' && credit.type === 'avoidance'),
    ),
  ),
  'credits.removal': total(
    side(
      't CO2e',
      mining.credits(({ outcome, credit }) => outcome === 'counted' && credit.type === 'removal'),
    ),
  ),
  'credits.refused': total(
    side(
      't CO2e',
      mining.credits(({ outcome }) => outcome === 'refused'),
    ),
  ),
};
