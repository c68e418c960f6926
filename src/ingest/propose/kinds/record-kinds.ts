import { identify as certificates } from '../../certificates-csv/extract.ts';
import { identify as curtailment } from '../../curtailment-csv/extract.ts';
import { identify as fleet } from '../../fleet-csv/extract.ts';
import type { KindSpec, Role, TextMeanings } from '../kind-spec.ts';
import { EVENT_ROLES } from './time-roles.ts';
import { anyWord } from '../words.ts';

function textRole(
  key: string,
  what: string,
  isNeeded: boolean,
  named: RegExp,
  never?: RegExp,
): Role {
  return { key, what, isNeeded, holds: 'text', named, ...(never && { never }) };
}

const RETIRED: TextMeanings = {
  as: 'list',
  list: 'retired',
  meanings: [
    {
      value: 'yes',
      why: 'retired, redeemed or cancelled',
      certain: /^(retired|redeemed|cancell?ed)$/i,
      likely: /retire|redeem|cancel|annul|makuler|entwert/i,
    },
    {
      value: 'no',
      why: 'not retired',
      certain: /^(active|issued|available|transferred|exported|expired|pending|sold)$/i,
    },
  ],
};

const CERTIFICATE_ROLES: readonly Role[] = [
  textRole(
    'registry',
    'registry',
    true,
    anyWord('registry|tracking system|register|issuing body|system'),
    anyWord('date|id|no'),
  ),
  textRole(
    'serial_start',
    'first serial',
    true,
    anyWord(
      '(?:serials?|certificates?) ?(?:numbers?|no|ids?)? ?(?:from|start|first|begin)|(?:from|first|start|starting) (?:serial|certificate)',
    ),
  ),
  textRole(
    'serial_end',
    'last serial',
    true,
    anyWord(
      '(?:serials?|certificates?) ?(?:numbers?|no|ids?)? ?(?:to|end|last)|(?:to|last|end|ending) (?:serial|certificate)',
    ),
  ),
  {
    key: 'quantity',
    what: 'quantity',
    isNeeded: true,
    holds: 'number',
    named: anyWord('quantity|volume|mwh|kwh|amount|energy'),
    never: anyWord('price|cost|unit|units'),
    measures: ['energy'],
    isNamedByUnit: true,
  },
  {
    key: 'vintage',
    what: 'month of generation',
    isNeeded: true,
    holds: 'month',
    named: anyWord(
      'vintage|production month|generation month|production period|month of generation|generation period|month|year',
    ),
    never: anyWord('end|issue|issued|retired|retirement'),
  },
  textRole(
    'technology',
    'technology',
    false,
    anyWord('technology|fuel|energy source|fuel type|source'),
    anyWord('factor|emission|facility'),
  ),
  textRole(
    'facility',
    'facility',
    false,
    anyWord('facility|plant|generator|production device|project|facility name|device'),
    anyWord('id|country|state'),
  ),
  textRole('country', 'country', true, anyWord('country|land|pays')),
  { ...textRole('status', 'status', true, anyWord('status|state')), texts: RETIRED },
  textRole(
    'retired_on',
    'day of retirement',
    false,
    anyWord(
      'retired on|retirement date|cancellation date|cancelled on|redemption date|date retired|redeemed on',
    ),
    anyWord('behalf'),
  ),
  textRole(
    'beneficiary',
    'beneficiary',
    true,
    anyWord('beneficiary|on behalf of|behalf|retired for|consumer|usage by'),
  ),
  {
    key: 'emission_factor',
    what: 'emission factor in kg CO2e per MWh',
    isNeeded: false,
    holds: 'number',
    named: anyWord('emission factor|emissions factor|kg co2e mwh'),
  },
];

/** Kinds whose rows stand for certificates, machines and events. */
export const RECORD_KINDS: readonly KindSpec[] = [
  {
    kind: 'certificates',
    about: 'energy certificates (REC, GO, I-REC): one row for each range of serials',
    belongs: ['site', 'contract'],
    times: 'vintage',
    roles: CERTIFICATE_ROLES,
    tells: anyWord('serial|serials|certificate|certificates|vintage|beneficiary|registry'),
    identify: certificates,
  },
  {
    kind: 'fleet',
    about: 'list of mining machines with rated hashrate and power',
    belongs: ['site'],
    times: 'service',
    roles: [
      textRole(
        'model',
        'model',
        true,
        anyWord('model|machine|miner|type|device'),
        anyWord('machines|miners|count|id'),
      ),
      {
        key: 'count',
        what: 'number of machines',
        isNeeded: true,
        holds: 'number',
        named: anyWord('count|units|number|quantity|qty|machines|miners|antal|nombre|anzahl'),
      },
      {
        key: 'rate',
        what: 'rated hashrate',
        isNeeded: true,
        holds: 'number',
        named: anyWord('hashrate|hash rate|ths|th/s|phs|ph/s|th'),
        measures: ['hashrate'],
        isNamedByUnit: true,
      },
      {
        key: 'power',
        what: 'rated power',
        isNeeded: true,
        holds: 'number',
        named: anyWord('power|watt|watts|w|kw|consumption'),
        never: anyWord('j/th|efficiency|w/th'),
        measures: ['power'],
        isNamedByUnit: true,
      },
      {
        key: 'from',
        what: 'first day in service',
        isNeeded: true,
        holds: 'day',
        named: anyWord(
          'in service|installed|from|start|since|commissioned|deployed|install date|deployment date',
        ),
        never: anyWord('out'),
      },
      {
        key: 'to',
        what: 'last day in service',
        isNeeded: false,
        holds: 'day',
        named: anyWord('out of service|removed|to|end|until|retired|decommissioned'),
      },
    ],
    tells: anyWord('model|machines|miners|rated'),
    identify: fleet,
  },
  {
    kind: 'curtailment',
    about: 'events in which the site stopped for the grid',
    belongs: ['site'],
    times: 'events',
    roles: [
      ...EVENT_ROLES,
      {
        key: 'baseline',
        what: 'baseline load',
        isNeeded: true,
        holds: 'number',
        named: anyWord('baseline'),
        never: anyWord('method'),
        measures: ['power'],
      },
      textRole('programme', 'programme', false, anyWord('program|programme|service|product')),
      textRole('method', 'method of the baseline', false, anyWord('method|methodology')),
    ],
    tells: anyWord('baseline|event|program|programme|curtailment|dispatch'),
    identify: curtailment,
  },
];
