import type { Contract, QualityCriteria, Site } from '../../model/documents/workspace.ts';
import type { Certificate } from '../../model/records.ts';
import type { FootprintInputs } from '../inputs.ts';

/** Against what a certificate is held. */
export interface Standard {
  readonly site: Site;
  readonly contract: Contract | undefined;
  readonly entity: FootprintInputs['entity'];
  readonly period: FootprintInputs['period'];
}

/** One of the eight quality criteria that a certificate does not meet, and the value that shows it. */
export interface Failure {
  readonly criterion: number;
  readonly because: string;
}

/** Technologies that burn nothing: their instruments convey an emission rate of zero where none is written. */
const WITHOUT_FUEL: ReadonlySet<Certificate['technology']> = new Set<Certificate['technology']>([
  'wind',
  'solar',
  'hydro',
  'nuclear',
  'geothermal',
]);

const ANSWERED: readonly (readonly [number, keyof QualityCriteria, string])[] = [
  [1, 'emission_rate', 'conveys the emission rate'],
  [2, 'sole_claim', 'is the only instrument with this claim'],
  [6, 'utility_rate', 'a utility’s rate includes certificates retired'],
  [7, 'direct_transfer', 'every claim was transferred to the reporter'],
];

function answered(contract: Contract | undefined): Failure[] {
  return ANSWERED.flatMap(([criterion, key, text]) => {
    const met = contract?.criteria?.[key]?.met;
    if (met === 'yes' || met === 'not-applicable') return [];
    const answer = met === undefined ? 'is not answered' : `is answered ${met}`;
    return [{ criterion, because: `criteria.${key} (${text}) ${answer}` }];
  });
}

/** Case and space do not part one name from another. */
function plain(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}

function retirement(certificate: Certificate, { entity }: Standard): Failure[] {
  const names = [entity.name, ...(entity.also_known_as ?? [])].map(plain);
  if (!certificate.isRetired) {
    return [{ criterion: 3, because: `its status is “${certificate.statusText}”, not retired` }];
  }
  if (names.includes(plain(certificate.beneficiary))) return [];
  const because = `its beneficiary is “${certificate.beneficiary}”, not ${entity.name}`;
  return [{ criterion: 3, because }];
}

function vintage(certificate: Certificate, { period }: Standard): Failure[] {
  const [first, last] = [period.start.slice(0, 7), period.end.slice(0, 7)];
  if (certificate.vintage >= first && certificate.vintage <= last) return [];
  const because = `its vintage is ${certificate.vintage}; the period is ${first} to ${last}, and a month within it is asked for`;
  return [{ criterion: 4, because }];
}

/** The country in which certificates are valid for a site. */
export function marketOf(site: Site): string {
  return site.market ?? site.country;
}

function sameMarket(certificate: Certificate, { site }: Standard): Failure[] {
  const country = marketOf(site).slice(0, 2);
  if (certificate.country === country) return [];
  return [
    {
      criterion: 5,
      because: `its country is ${certificate.country}; the market of ${site.id} is ${country}`,
    },
  ];
}

function conveysRate(certificate: Certificate): Failure[] {
  if (certificate.emissionFactor || WITHOUT_FUEL.has(certificate.technology)) return [];
  return [
    {
      criterion: 1,
      because: `no emission rate is written for its technology, ${certificate.technology}`,
    },
  ];
}

function attributesSold(contract: Contract | undefined): Failure[] {
  if (contract?.attributes !== 'sold') return [];
  return [{ criterion: 7, because: `contract ${contract.id} states that its attributes are sold` }];
}

/**
 * The criteria of the Scope 2 Guidance, table 7.1, that a certificate does not meet. An unanswered criterion is not met.
 * The eighth, that the lack of a residual mix is disclosed, is met by the finding ACC-NO-RESIDUAL-MIX.
 */
export function failuresOf(certificate: Certificate, standard: Standard): Failure[] {
  return [
    ...answered(standard.contract),
    ...conveysRate(certificate),
    ...attributesSold(standard.contract),
    ...retirement(certificate, standard),
    ...vintage(certificate, standard),
    ...sameMarket(certificate, standard),
  ];
}

/**
 * The criteria that a contract which carries its claim itself does not meet: those that only a person can answer, and
 * that its attributes are not sold. An unanswered criterion is not met.
 */
export function contractFailuresOf(contract: Contract): Failure[] {
  return [...answered(contract), ...attributesSold(contract)];
}
