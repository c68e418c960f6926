import type { KindSpec, Meaning, Role, TextMeanings } from '../kind-spec.ts';
import { anyWord } from '../words.ts';
import { DAY_ROLES } from './time-roles.ts';

function meaning(value: string, why: string, words: RegExp): Meaning {
  return { value, why, likely: words };
}

const TECHNOLOGIES: TextMeanings = {
  as: 'names',
  meanings: [
    meaning('wind', 'wind', /wind|vind|éolien|eolien/i),
    meaning('solar', 'solar', /solar|photovolt|sol\b|solaire/i),
    meaning('hydro', 'hydro', /hydro|water|vatten|wasser/i),
    meaning('geothermal', 'geothermal', /geotherm/i),
    meaning('biomass', 'biomass', /bio/i),
    meaning('nuclear', 'nuclear', /nuclear|kärn|kern|nucl/i),
    meaning('gas', 'natural gas', /\bgas\b|naturgas|erdgas/i),
    { value: 'other', why: 'any other source' },
  ],
};

const WATER: TextMeanings = {
  as: 'column-names',
  meanings: [
    meaning('withdrawn', 'taken from a source', /withdr|intake|supply|supplied/i),
    meaning('consumed', 'used up', /consum|evapor/i),
    meaning('discharged', 'given back', /discharg|effluent|sewer/i),
  ],
};

const REFRIGERANT: TextMeanings = {
  as: 'names',
  meanings: [
    meaning('charged', 'filled into new equipment', /install|new|initial/i),
    meaning('topped-up', 'added to equipment in use', /top|recharge|service|added/i),
    meaning('recovered', 'taken out and kept', /recover|reclaim/i),
    meaning('disposed', 'given away', /dispos|destr/i),
    meaning('leaked', 'lost', /leak|loss|lost/i),
  ],
};

const MONEY = 'price|cost|charge|amount|\\$|€|£';

function column(key: string, what: string, named: string, more: Partial<Role> = {}): Role {
  return { key, what, isNeeded: true, holds: 'text', named: anyWord(named), ...more };
}

const RETIREMENTS: KindSpec = {
  kind: 'retirements',
  about: 'a registry’s statement of certificates retired, beside the ledger',
  belongs: [],
  times: 'retired-on',
  roles: [
    column('registry', 'registry', 'registry|tracking system|register'),
    column(
      'serial_start',
      'first serial',
      '(?:serials?|certificates?) ?(?:from|start|first)|first serial',
    ),
    column('serial_end', 'last serial', '(?:serials?|certificates?) ?(?:to|end|last)|last serial'),
    column('quantity', 'quantity', 'quantity|volume|mwh|kwh', {
      holds: 'number',
      never: anyWord(MONEY),
      measures: ['energy'],
      isNamedByUnit: true,
    }),
    column('beneficiary', 'beneficiary', 'beneficiary|on behalf of|behalf|retired for'),
    column(
      'retired_on',
      'day of retirement',
      'retired on|retirement date|cancellation date|cancelled on|redeemed on',
      {
        holds: 'day',
        never: anyWord('behalf'),
      },
    ),
  ],
  tells: anyWord('retirement|statement|retired on|retirement date|cancellation date'),
};

const SUPPLIER_MIX: KindSpec = {
  kind: 'supplier-mix',
  about: 'the generation mix that a supplier discloses, by year',
  belongs: ['contract'],
  times: 'none',
  roles: [
    column('year', 'year', 'year|år|jahr|année', { holds: 'number' }),
    column(
      'technology',
      'source of energy',
      'technology|source|fuel|energy source|energislag|energieträger',
      {
        texts: TECHNOLOGIES,
      },
    ),
    column('share', 'share', 'share|percent|percentage|andel|anteil|part|mix|%', {
      holds: 'number',
      units: ['percent', 'fraction'],
    }),
  ],
  tells: anyWord('share|andel|anteil|mix'),
};

const REFRIGERANTS: KindSpec = {
  kind: 'refrigerants',
  about: 'refrigerants filled, recovered and lost',
  belongs: ['site'],
  times: 'days',
  roles: [
    ...DAY_ROLES,
    column('refrigerant', 'refrigerant', 'refrigerant|gas|köldmedium|kältemittel'),
    column('kind', 'what was done', 'kind|activity|action|event|type|operation', {
      texts: REFRIGERANT,
    }),
    column('mass', 'mass', 'mass|weight|kg|quantity|amount|lb', {
      holds: 'number',
      measures: ['mass'],
      isNamedByUnit: true,
    }),
    column('equipment', 'equipment', 'equipment|unit id|chiller|asset', { isNeeded: false }),
  ],
  tells: anyWord('refrigerant|köldmedium|kältemittel'),
};

const WATER_USE: KindSpec = {
  kind: 'water',
  about: 'water taken, used up and given back, by period',
  belongs: ['site'],
  times: 'days',
  roles: [
    ...DAY_ROLES,
    column('kind', 'taken, used up or given back', 'kind|type|flow|activity|direction', {
      texts: WATER,
    }),
    column('volume', 'volume of water', 'water|volume|m3|m³|litres|liters|gallons', {
      holds: 'number',
      never: anyWord(MONEY),
      measures: ['volume'],
      isNamedByUnit: true,
    }),
    column('source', 'source', 'source|origin|supplier|recipient', { isNeeded: false }),
  ],
  tells: anyWord('water|vatten|wasser|eau|withdrawal|withdrawn|discharge'),
};

const WASTE: KindSpec = {
  kind: 'waste',
  about: 'waste given away, by period and route',
  belongs: ['site'],
  times: 'days',
  roles: [
    ...DAY_ROLES,
    column('waste', 'waste', 'waste|material|avfall|abfall|description|stream'),
    column('route', 'route', 'route|treatment|disposal|destination|method'),
    column('mass', 'mass', 'mass|weight|kg|tonnes|tons|quantity', {
      holds: 'number',
      measures: ['mass'],
      isNamedByUnit: true,
    }),
  ],
  tells: anyWord('waste|avfall|abfall|route|treatment|disposal'),
};

const PAYOUTS: KindSpec = {
  kind: 'payouts',
  about: 'coins that a pool credited, day by day or by period',
  belongs: ['site', 'algorithm'],
  times: 'days',
  algorithm: 'sha256',
  roles: [
    ...DAY_ROLES,
    column('coins', 'coins', 'coins|btc|reward|rewards|payout|credited|earned|bitcoin', {
      holds: 'number',
      never: anyWord('fee|fees|price|usd'),
    }),
    column('pool_fee', 'fee of the pool, as a fraction', 'pool fee', {
      holds: 'number',
      isNeeded: false,
    }),
  ],
  tells: anyWord('payout|credited|earned|rewards'),
};

const DIFFICULTY: KindSpec = {
  kind: 'difficulty',
  about: 'difficulty of the chain, by stretch of 2,016 blocks',
  belongs: [],
  times: 'stamps',
  roles: [
    column('height', 'height of the first block', 'height|block height|block', { holds: 'number' }),
    column('time', 'time of that block', 'time|timestamp|date|mined', { holds: 'stamp' }),
    column('difficulty', 'difficulty', 'difficulty|diff', { holds: 'number', isNeeded: false }),
    column('bits', 'target in its compact form', 'bits|nbits', { isNeeded: false }),
  ],
  tells: anyWord('height|bits|nbits'),
};

/** Kinds of claims, of other substances than energy, and of the chain. */
export const FURTHER_KINDS: readonly KindSpec[] = [
  RETIREMENTS,
  SUPPLIER_MIX,
  REFRIGERANTS,
  WATER_USE,
  WASTE,
  PAYOUTS,
  DIFFICULTY,
];
