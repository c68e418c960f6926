import * as bundles from '../energytag/certificates.ts';
import * as readings from '../energytag/readings.ts';
import * as flows from '../energytag/storage.ts';
import * as mRets from '../m-rets/extract.ts';
import type { Profile } from './profile.ts';

/** The named layouts of certificates, storage and other energy sources. */
export const SOURCE_PROFILES: readonly Profile[] = [
  {
    id: 'energytag-gc',
    description:
      'Granular certificates in the import layout of the EnergyTag registry, in watt-hours; site, contract and the time zone of the stamps must be stated; made from its published columns',
    isProven: false,
    hasReadTypes: false,
    identify: bundles.identify,
    extract: (...given) => ({ granular: bundles.extract(...given) }),
    extractUnmapped: (file, { timezone }) => ({
      granular: bundles.extractUnmapped(file, timezone),
    }),
  },
  {
    id: 'energytag-readings',
    description:
      'Meter readings in the template of the EnergyTag registry, watt-hours that a plant made; stamps without offset need a time zone',
    isProven: true,
    hasReadTypes: false,
    identify: readings.identify,
    extract: (...given) => ({ readings: readings.extract(...given) }),
    extractUnmapped: (file, { timezone }) => ({
      readings: readings.extractUnmapped(file, timezone),
    }),
  },
  {
    id: 'energytag-storage',
    description:
      'Storage readings in the template of the EnergyTag registry, watt-hours, negative for charge; allocations and the activity of balancing units are recognised and refused',
    isProven: true,
    hasReadTypes: false,
    identify: flows.identify,
    extract: (file, input) => ({ storage: flows.extract(file, input) }),
    extractUnmapped: (file, { timezone }) => ({ storage: flows.extractUnmapped(file, timezone) }),
  },
  {
    id: 'm-rets',
    description:
      'Certificate quantities of M-RETS with the country of the generator, headed by name or by data field; made from its published data dictionary',
    isProven: false,
    hasReadTypes: false,
    identify: mRets.identify,
    extract: (...given) => ({ certificates: mRets.extract(...given) }),
    extractUnmapped: (file) => ({ certificates: mRets.extractUnmapped(file) }),
  },
];
