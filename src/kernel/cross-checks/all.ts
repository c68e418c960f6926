import type { FactorSet } from '../../model/documents/factor-set.ts';
import type { Finding } from '../../model/finding.ts';
import type { SiteFootprint } from '../footprint.ts';
import type { SiteInputs } from '../inputs.ts';
import { billsAgainstReadings } from './bills-readings.ts';
import { certifiedHours } from './certified-hours.ts';
import { coinsAgainstHashes } from './coins-hashes.ts';
import { connectedLoad } from './connected-load.ts';
import { energyPerHash } from './energy-per-hash.ts';
import { hostingStatements } from './hosting-statements.ts';
import { payoutsAgainstHashes } from './payouts-hashes.ts';
import { poolAgainstDevices } from './pool-device.ts';
import { pue } from './pue.ts';
import { ratedHashes } from './rated-hashes.ts';
import { fleetRatings } from './ratings.ts';
import { recordSpans } from './record-spans.ts';

/** The findings of every cross-check of a site; each uses records that do not rest on one another. */
export function crossChecks(
  inputs: SiteInputs,
  site: SiteFootprint,
  sets: readonly FactorSet[],
): Finding[] {
  return [
    ...billsAgainstReadings(inputs),
    ...energyPerHash(inputs, site),
    ...pue(site),
    ...connectedLoad(inputs, site),
    ...ratedHashes(site),
    ...coinsAgainstHashes(inputs),
    ...payoutsAgainstHashes(inputs, site),
    ...poolAgainstDevices(inputs),
    ...fleetRatings(inputs, sets),
    ...certifiedHours(inputs),
    ...hostingStatements(inputs, site),
    ...recordSpans(inputs, site),
  ];
}
