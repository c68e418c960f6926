import { identify as bills } from '../../bills-csv/extract.ts';
import { identify as coins } from '../../coins-csv/extract.ts';
import { identify as deliveries } from '../../deliveries-csv/extract.ts';
import { identify as fuels } from '../../fuels-csv/extract.ts';
import { identify as heat } from '../../heat-csv/extract.ts';
import type { KindSpec, Role } from '../kind-spec.ts';
import { energyRole, NEVER_ENERGY } from './energy-role.ts';
import { DAY_ROLES, METER_ROLE, READ_TYPE_ROLE } from './time-roles.ts';
import { anyWord } from '../words.ts';

const INVOICE: Role = {
  key: 'invoice',
  what: 'invoice number',
  isNeeded: false,
  holds: 'text',
  named: anyWord('invoice|facture|faktura|fakturanummer|rechnung|bill (?:no|number|id)|factura'),
  never: anyWord('date|amount|total|due|replaced|corrected|corrects|original'),
};
const REPLACES: Role = {
  key: 'replaces',
  what: 'corrected invoice',
  isNeeded: false,
  holds: 'text',
  named: anyWord('corrects|replaces|original invoice|corrected invoice|remplace|ersätter|ersetzt'),
};
const PEAK: Role = {
  key: 'peak_demand',
  what: 'peak demand',
  isNeeded: false,
  holds: 'number',
  named: anyWord('demand|peak|puissance|effekt|leistung|potencia|maximum power'),
  never: anyWord('cost|charge|charges|amount|price|kwh|mwh|date|time|\\$|€|£'),
  measures: ['power'],
};
const COST: Role = {
  key: 'cost',
  what: 'amount of money',
  isNeeded: false,
  holds: 'amount',
  named: anyWord(
    'cost|amount|amount due|total due|charges|montant|belopp|betrag|importe|usd|eur|cad|sek|\\$|€|£',
  ),
  never: anyWord('per|rate|demand|kwh'),
  isMinor: true,
};

/** Kinds whose rows stand for periods of days. */
export const PERIOD_KINDS: readonly KindSpec[] = [
  {
    kind: 'bills',
    about: 'utility bills: one row for each billing period of a meter',
    belongs: ['meter'],
    times: 'days',
    roles: [
      ...DAY_ROLES,
      METER_ROLE,
      energyRole(['energy']),
      READ_TYPE_ROLE,
      INVOICE,
      REPLACES,
      PEAK,
      COST,
    ],
    tells: anyWord(
      'invoice|bill|billing|billed|amount|cost|account|facture|faktura|fakturanummer|rechnung|service|usage|consumption',
    ),
    identify: bills,
  },
  {
    kind: 'heat',
    about: 'heat delivered to others, by period',
    belongs: ['site'],
    times: 'days',
    roles: [
      ...DAY_ROLES,
      {
        key: 'energy',
        what: 'heat',
        isNeeded: true,
        holds: 'number',
        named: anyWord('heat|värme|chaleur|wärme|calor|thermal'),
        never: anyWord('price|cost|charge|amount|\\$|€|£'),
        measures: ['energy'],
      },
      {
        key: 'recipient',
        what: 'recipient',
        isNeeded: false,
        holds: 'text',
        named: anyWord('recipient|customer|buyer|mottagare|abnehmer|destinataire|offtaker'),
      },
    ],
    tells: anyWord('heat|värme|chaleur|wärme|calor|thermal'),
    identify: heat,
  },
  {
    kind: 'fuels',
    about: 'fuel burned or bought, by period',
    belongs: ['site'],
    times: 'days',
    roles: [
      ...DAY_ROLES,
      {
        key: 'fuel',
        what: 'fuel',
        isNeeded: true,
        holds: 'text',
        named: anyWord('fuel|fuel type|bränsle|carburant|combustible|brennstoff|product'),
        texts: { as: 'names', meanings: 'fuels' },
      },
      {
        key: 'quantity',
        what: 'quantity of fuel',
        isNeeded: true,
        holds: 'number',
        named: anyWord(
          'quantity|volume|gallons|gal|liter|litre|liters|litres|scf|therms|mmbtu|mängd|menge|quantité|delivered|used',
        ),
        never: anyWord('price|cost|charge|amount|unit|units|\\$|€|£'),
        measures: ['volume', 'mass', 'energy'],
        isNamedByUnit: true,
        isLastResort: true,
      },
      {
        key: 'equipment',
        what: 'equipment',
        isNeeded: false,
        holds: 'text',
        named: anyWord('equipment|generator|aggregat|unit id|asset|engine|groupe'),
      },
    ],
    tells: anyWord('fuel|bränsle|carburant|combustible|diesel|propane|gallons|liter|litre'),
    identify: fuels,
  },
  {
    kind: 'deliveries',
    about: 'energy delivered under a contract, by period',
    belongs: ['contract'],
    times: 'days',
    roles: [
      ...DAY_ROLES,
      {
        ...energyRole(['energy']),
        what: 'energy delivered',
        named: anyWord(
          'delivered|delivery|deliveries|volume|contract|ppa|settled|generation|kwh|mwh|gwh',
        ),
        never: NEVER_ENERGY,
      },
    ],
    tells: anyWord('delivered|delivery|deliveries|ppa|contract'),
    identify: deliveries,
  },
  {
    kind: 'coins',
    about: 'coins that a pool paid out, by period, with difficulty and fees',
    belongs: ['site', 'algorithm'],
    times: 'days',
    algorithm: 'sha256',
    roles: [
      ...DAY_ROLES,
      {
        key: 'coins',
        what: 'coins',
        isNeeded: true,
        holds: 'number',
        named: anyWord('coins|btc|reward|rewards|payout|mined|bitcoin'),
        never: anyWord('fee|fees|subsidy|price|usd'),
      },
      {
        key: 'difficulty',
        what: 'difficulty of the network',
        isNeeded: true,
        holds: 'number',
        named: anyWord('difficulty|diff'),
      },
      {
        key: 'subsidy',
        what: 'block subsidy',
        isNeeded: true,
        holds: 'number',
        named: anyWord('subsidy|block reward'),
      },
      {
        key: 'fees',
        what: 'mean fees of a block',
        isNeeded: true,
        holds: 'number',
        named: anyWord('fees|mean fees|transaction fees|tx fees'),
        never: anyWord('pool'),
      },
      {
        key: 'pool_fee',
        what: 'fee of the pool, as a fraction',
        isNeeded: false,
        holds: 'number',
        named: anyWord('pool fee'),
      },
    ],
    tells: anyWord('coins|subsidy|pool fee'),
    identify: coins,
  },
];
