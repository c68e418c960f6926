import type {
  Contract,
  CriterionAnswer as Answered,
  Meter,
  Programme,
  QualityCriteria,
  Site,
} from '../../model/documents/workspace.ts';
import type { Certificate } from '../../model/records.ts';
import { ZERO } from '../../units/rational.ts';
import type { FootprintInputs } from '../inputs.ts';
import { fitsMarket, fitsVintage, marketOf } from './programmes.ts';

export { marketOf } from './programmes.ts';

/** Against what a certificate is held. */
export interface Standard {
  readonly site: Site;
  readonly contract: Contract | undefined;
  /** The programme that the contract names; undefined where it names none, or one that is not declared. */
  readonly programme: Programme | undefined;
  /** Plant behind the meter of the site. */
  readonly plants: readonly Meter[];
  readonly inputs: Pick<FootprintInputs, 'entity' | 'parties' | 'period'>;
}

/** How one of the eight quality criteria was answered for an instrument. Unanswered is not met. */
export interface CriterionAnswer {
  readonly criterion: number;
  readonly met: 'yes' | 'no' | 'not-applicable' | 'unanswered';
  /** The value that shows that it is not met. */
  readonly because?: string;
  /** What shows the answer: what a person named, or the record itself. */
  readonly evidence: string;
  /** Who answered, and when; absent where the record answers. */
  readonly by?: string;
  readonly on?: string;
}

/** One of the eight quality criteria that an instrument does not meet, and the value that shows it. */
export interface Failure {
  readonly criterion: number;
  readonly because: string;
}

/** Technologies that burn nothing: their instruments convey an emission rate of zero where none is written. */
export const WITHOUT_FUEL: ReadonlySet<Certificate['technology']> = new Set<
  Certificate['technology']
>(['wind', 'solar', 'hydro', 'nuclear', 'geothermal']);

const ASKED: readonly (readonly [number, keyof QualityCriteria, string])[] = [
  [1, 'emission_rate', 'conveys the emission rate'],
  [2, 'sole_claim', 'is the only instrument with this claim'],
  [6, 'utility_rate', 'a utility’s rate includes certificates retired'],
  [7, 'direct_transfer', 'every claim was transferred to the reporter'],
];

function byPerson(criterion: number, what: string, answer: Answered | undefined): CriterionAnswer {
  if (!answer) {
    return { criterion, met: 'unanswered', because: `${what} is not answered`, evidence: 'none' };
  }
  const { met, evidence, by, on } = answer;
  const because = met === 'no' ? { because: `${what} is answered no` } : {};
  return { criterion, met, ...because, evidence, by, on };
}

function asked(contract: Contract | undefined): CriterionAnswer[] {
  return ASKED.map(([criterion, key, text]) =>
    byPerson(criterion, `criteria.${key} (${text})`, contract?.criteria?.[key]),
  );
}

/** An answer that a record gives: met where nothing speaks against it. */
function byRecord(
  criterion: number,
  evidence: string,
  because: string | undefined,
): CriterionAnswer {
  return {
    criterion,
    met: because === undefined ? 'yes' : 'no',
    ...(because !== undefined && { because }),
    evidence,
  };
}

/** Case and space do not part one name from another. */
function plain(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}

function notRetiredForUs(
  { isRetired, statusText, beneficiary }: Certificate,
  { inputs: { entity, parties = [] } }: Standard,
): string | undefined {
  if (!isRetired) return `its status is “${statusText}”, not retired`;
  const names = [entity.name, ...(entity.also_known_as ?? []), ...parties].map(plain);
  if (names.includes(plain(beneficiary))) return undefined;
  return `its beneficiary is “${beneficiary}”, not ${entity.name}`;
}

function noRate({ emissionFactor, technology }: Certificate): string | undefined {
  if (emissionFactor)
    return emissionFactor.lt(ZERO) ? 'its emission rate is below zero' : undefined;
  if (technology === 'credit-backed') {
    return 'it is backed by credits, which convey no emission rate';
  }
  return WITHOUT_FUEL.has(technology)
    ? undefined
    : `no emission rate is written for its technology, ${technology}`;
}

/** Certificates of plant behind the meter: its energy counts where it was used, and once. */
function countedOnSite({ contract }: Certificate, plants: readonly Meter[]): string | undefined {
  const plant = plants.find(
    (meter) => meter.measures === 'on-site-generation' && meter.contract === contract,
  );
  return (
    plant &&
    `contract ${contract} is that of meter ${plant.id}, whose energy counts at the site already`
  );
}

function attributesSold(contract: Contract | undefined): string | undefined {
  return contract?.attributes === 'sold'
    ? `contract ${contract.id} states that its attributes are sold`
    : undefined;
}

function marketLacks(certificate: Certificate, standard: Standard): string | undefined {
  const { site, programme } = standard;
  return site.instruments === false
    ? `${site.id} states that its market has no instruments`
    : fitsMarket(certificate, marketOf(site).slice(0, 2), site.id, programme);
}

function unknownProgramme({ contract, programme }: Standard): string | undefined {
  return contract?.programme === undefined || programme
    ? undefined
    : `contract ${contract.id} names programme ${contract.programme}, which programmes does not hold`;
}

function placeOf({ evidence: { file, at } }: Certificate): string {
  return at.line === undefined ? file : `${file}, line ${String(at.line)}`;
}

/** The answers to one criterion as one: met where all are. */
function joined(answers: readonly CriterionAnswer[]): CriterionAnswer {
  const [first, ...others] = answers;
  if (!first) throw new RangeError('no answer to join');
  const failed = answers.filter(({ because }) => because !== undefined);
  const worst = failed[0];
  if (!worst) return others.find(({ by }) => by !== undefined) ?? first;
  return { ...worst, because: failed.map(({ because }) => because).join(' and ') };
}

/**
 * The answers to the eight criteria of the Scope 2 Guidance, table 7.1, for a certificate: by a person with evidence,
 * name and day, or by the record itself. The eighth, that the lack of a residual mix is disclosed, is met by the finding
 * ACC-NO-RESIDUAL-MIX.
 */
export function criteriaOf(certificate: Certificate, standard: Standard): CriterionAnswer[] {
  const { contract, programme, plants, inputs } = standard;
  const at = placeOf(certificate);
  const rules = programme ? `${at}; ${programme.source}` : at;
  const all = [
    ...asked(contract),
    byRecord(1, at, noRate(certificate)),
    byRecord(2, at, countedOnSite(certificate, plants)),
    byRecord(3, at, notRetiredForUs(certificate, standard)),
    byRecord(4, rules, unknownProgramme(standard) ?? fitsVintage(certificate, inputs, programme)),
    byRecord(5, rules, marketLacks(certificate, standard)),
    byRecord(7, at, attributesSold(contract)),
    byRecord(8, 'the residual mix used, or the disclosure that there is none', undefined),
  ];
  return [1, 2, 3, 4, 5, 6, 7, 8].map((criterion) =>
    joined(all.filter((answer) => answer.criterion === criterion)),
  );
}

/** The criteria that are not met, with the value that shows it. */
export function failuresAmong(answers: readonly CriterionAnswer[]): Failure[] {
  return answers.flatMap(({ criterion, because }) =>
    because === undefined ? [] : [{ criterion, because }],
  );
}

/**
 * The criteria that a contract which carries its claim itself does not meet: those that only a person can answer, and
 * that its attributes are not sold. An unanswered criterion is not met.
 */
export function contractFailuresOf(contract: Contract): Failure[] {
  const sold = attributesSold(contract);
  return [
    ...failuresAmong(asked(contract)),
    ...(sold === undefined ? [] : [{ criterion: 7, because: sold }]),
  ];
}
