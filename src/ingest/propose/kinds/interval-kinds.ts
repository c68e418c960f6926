import { identify as hashrate } from '../../hashrate-csv/extract.ts';
import { identify as readings } from '../../readings-csv/extract.ts';
import { identify as shares } from '../../shares-csv/extract.ts';
import type { KindSpec } from '../kind-spec.ts';
import { energyRole } from './energy-role.ts';
import { METER_ROLE, READ_TYPE_ROLE, TIME_ROLE } from './time-roles.ts';
import { anyWord } from '../words.ts';

/** Kinds whose rows stand for intervals of an hour at most. */
export const INTERVAL_KINDS: readonly KindSpec[] = [
  {
    kind: 'readings',
    about: 'meter readings: energy of every 5 to 60 minutes',
    belongs: ['meter'],
    times: 'intervals',
    roles: [
      TIME_ROLE,
      METER_ROLE,
      energyRole(['energy', 'power']),
      READ_TYPE_ROLE,
      {
        key: 'revision',
        what: 'revision of a row',
        isNeeded: false,
        holds: 'text',
        named: anyWord('revision|revision date|version|updated|last updated'),
      },
    ],
    tells: anyWord('interval|usage|reading|kwh|mwh|wh|kw|mw'),
    identify: readings,
  },
  {
    kind: 'hashrate',
    about: 'hashrate of machines or of a pool account, by interval',
    belongs: ['site', 'algorithm'],
    times: 'intervals',
    roles: [
      TIME_ROLE,
      {
        key: 'rate',
        what: 'hashrate',
        isNeeded: true,
        holds: 'number',
        named: anyWord('hashrate|hash rate|hashrates|h/s|th/s|ph/s|eh/s|gh/s|ths|phs|ehs|ghs'),
        never: anyWord('stale|rejected|rejects|reject|expected|theoretical|nominal|unit|units'),
        measures: ['hashrate'],
        isNamedByUnit: true,
      },
      {
        key: 'device',
        what: 'machine or group',
        isNeeded: false,
        holds: 'text',
        named: anyWord('device|worker|worker name|machine|miner|group|rig|container|pod|hall'),
        never: anyWord('workers|count|number of|model'),
      },
    ],
    tells: anyWord('hashrate|hash rate|workers|worker|miner'),
    identify: hashrate,
  },
  {
    kind: 'shares',
    about: 'shares that a pool accepted, with their difficulty, by interval',
    belongs: ['site', 'algorithm'],
    times: 'intervals',
    algorithm: 'sha256',
    roles: [
      TIME_ROLE,
      {
        key: 'shares',
        what: 'accepted shares',
        isNeeded: true,
        holds: 'number',
        named: anyWord('shares|accepted|accepted shares|valid shares'),
        never: anyWord('stale|rejected|invalid|difficulty|diff'),
      },
      {
        key: 'difficulty',
        what: 'difficulty of a share',
        isNeeded: true,
        holds: 'number',
        named: anyWord('difficulty|diff'),
        never: anyWord('network'),
      },
    ],
    tells: anyWord('shares|accepted'),
    identify: shares,
  },
];
