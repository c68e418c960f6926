import { type Finding, finding } from '../../model/finding.ts';
import type { Contract, Site } from '../../model/documents/workspace.ts';
import type { GranularCertificate, RetirementStatement } from '../../model/source-records.ts';
import { HOUR } from '../../model/column.ts';
import { ratio, sumOf } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs, UsedSerials } from '../inputs.ts';
import { contractFailuresOf, marketOf } from '../market/criteria.ts';
import { countText, numberText } from '../wording.ts';
import { bundleStates } from './bundles.ts';
import { MOST_IN_AN_HOUR } from './record-columns.ts';

/** The granular certificates of all sites that count, each once. */
export type GranularClaims = ReadonlySet<GranularCertificate>;

/** Why energy of a contract is not laid against the load of a site, hour by hour. */
export function contractRefusal(contract: Contract, site: Site): string | undefined {
  if (contract.technology === 'credit-backed') {
    return `contract ${contract.id} is backed by credits, which are no energy`;
  }
  const [failure] = contractFailuresOf(contract);
  if (failure) return `criterion ${String(failure.criterion)}: ${failure.because}`;
  if (contract.grid === undefined) {
    return `contract ${contract.id} does not name the grid into which its plant feeds; add grid to it`;
  }
  if (contract.grid === site.grid) return undefined;
  return `its plant feeds into ${contract.grid}, and ${site.id} stands on ${site.grid ?? 'a grid that is not named'}`;
}

function mwhText(bundles: readonly GranularCertificate[]): string {
  const energy = sumOf(bundles.map(({ energyWh }) => ratio(energyWh, 1_000_000n)));
  return `${numberText(energy, 6)} MWh`;
}

/** A bundle stands for energy of one hour: it must lie within an hour of the site's columns. */
function isWithinHour({ start, end }: GranularCertificate, origin: number): boolean {
  return Math.floor((start - origin) / HOUR) === Math.floor((end - 1 - origin) / HOUR);
}

function plain(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}

type Statements = ReadonlyMap<string, readonly RetirementStatement[]>;

/** The first id from a given one on that the statements, in order of their ids, do not hold. */
function firstOpen(from: bigint, statements: readonly RetirementStatement[]): bigint {
  return statements.reduce((open, { serialStart, serialEnd }) => {
    const isHeld = BigInt(serialStart) <= open && BigInt(serialEnd) >= open;
    return isHeld ? BigInt(serialEnd) + 1n : open;
  }, from);
}

/** The statements of a bundle's issuance, which must cover its ids for the reporter; without any nothing is refused. */
function retirementRefusal(
  { issuance, rangeStart, rangeEnd }: GranularCertificate,
  statements: Statements,
  { entity, parties = [] }: FootprintInputs,
): string | undefined {
  const own = statements.get(issuance);
  if (!own) return undefined;
  const names = new Set([entity.name, ...(entity.also_known_as ?? []), ...parties].map(plain));
  const forUs = own.filter(({ beneficiary }) => names.has(plain(beneficiary)));
  if (firstOpen(BigInt(rangeStart), forUs) > BigInt(rangeEnd)) return undefined;
  const [other] = own;
  return other && forUs.length === 0
    ? `criterion 3: the retirement statements of its issuance name ${other.beneficiary}, not ${entity.name}`
    : 'criterion 3: the retirement statements of its issuance do not hold all of its ids';
}

function isCounted({ serialStart, serialEnd }: Pick<UsedSerials, 'serialStart' | 'serialEnd'>) {
  return [serialStart, serialEnd].every((serial) => /^\d+$/.test(serial));
}

/** Ids that count elsewhere already. Records about granular certificates name an issuance as their registry. */
function usedRefusal(
  { issuance, rangeStart, rangeEnd }: GranularCertificate,
  { usedSerials = [] }: FootprintInputs,
): string | undefined {
  const used = usedSerials.find(
    (one) =>
      one.registry === issuance &&
      isCounted(one) &&
      BigInt(one.serialStart) <= BigInt(rangeEnd) &&
      BigInt(one.serialEnd) >= BigInt(rangeStart),
  );
  return used && `criterion 2: ids of its issuance count in ${used.by} already`;
}

/** Statements in order of their ids, by the issuance that they name as their registry. */
function statementsByIssuance({ retirements = [] }: FootprintInputs): Statements {
  const byIssuance = new Map<string, RetirementStatement[]>();
  const counted = retirements
    .filter(isCounted)
    .sort((a, b) => (BigInt(a.serialStart) < BigInt(b.serialStart) ? -1 : 1));
  for (const statement of counted) {
    const known = byIssuance.get(statement.registry);
    if (known) known.push(statement);
    else byIssuance.set(statement.registry, [statement]);
  }
  return byIssuance;
}

interface Held {
  readonly bundle: GranularCertificate;
  readonly refusal: string | undefined;
}

function refusalOf(
  bundle: GranularCertificate,
  { site, contracts, calendar }: SiteInputs,
  inputs: FootprintInputs,
  statements: Statements,
): string | undefined {
  const contract = contracts.find(({ id }) => id === bundle.contract);
  if (!contract) return `contract ${bundle.contract} is none of ${site.id}`;
  const market = marketOf(site).slice(0, 2);
  if (bundle.country !== market) {
    return `criterion 5: its country is ${bundle.country}; the market of ${site.id} is ${market}`;
  }
  if (!isWithinHour(bundle, calendar.start)) {
    return `its production reaches over an hour of ${site.zone}`;
  }
  if (bundle.energyWh > MOST_IN_AN_HOUR)
    return 'its energy is more than any plant makes in an hour';
  return (
    contractRefusal(contract, site) ??
    usedRefusal(bundle, inputs) ??
    retirementRefusal(bundle, statements, inputs)
  );
}

/** One finding for each reason and contract: certificates of a year are thousands. */
function refusals(held: readonly Held[]): Finding[] {
  const groups = new Map<string, GranularCertificate[]>();
  for (const { bundle, refusal } of held) {
    if (refusal === undefined) continue;
    const key = `${bundle.contract}\0${refusal}`;
    const known = groups.get(key);
    if (known) known.push(bundle);
    else groups.set(key, [bundle]);
  }
  return [...groups].flatMap(([key, bundles]) => {
    const [contract = '', refusal = ''] = key.split('\0');
    const [first] = bundles;
    if (!first) return [];
    const what = `${countText(bundles.length, 'bundle')} (${mwhText(bundles)})`;
    const message = `Granular certificates of ${contract}, ${what}, were refused, not counted; ${refusal}.`;
    return finding('ACC-CERTIFICATE-REFUSED', 'quality', message, placeOf(first.evidence));
  });
}

function repeated(bundle: GranularCertificate, by: GranularCertificate): Finding {
  const ids = ({ issuance, rangeStart, rangeEnd }: GranularCertificate) =>
    `${issuance} ${rangeStart} to ${rangeEnd}`;
  const { file, line } = placeOf(by.evidence);
  const where = line === undefined ? file : `${file}, line ${String(line)}`;
  return finding(
    'ACC-SERIAL-TWICE',
    'critical',
    `Granular certificates ${ids(bundle)} share ids with ${ids(by)} in ${where}, for site ${by.site}; they were counted once, there. Correct one of the two.`,
    placeOf(bundle.evidence),
  );
}

function isInPeriod({ start, end }: GranularCertificate, { calendar }: SiteInputs): boolean {
  return start >= calendar.start && end <= calendar.end;
}

/**
 * The granular certificates that may be laid against load: of the grid and market of their site, under a contract that
 * meets every criterion, retired for the entity where statements are given, each id once across sites. Those of other
 * periods are left aside silently, since files reach over a period's edges.
 */
export function granularClaims(inputs: FootprintInputs): Found<GranularClaims> {
  const statements = statementsByIssuance(inputs);
  const held = inputs.sites.flatMap((site) =>
    (site.granular ?? [])
      .filter((bundle) => isInPeriod(bundle, site))
      .map((bundle) => ({
        bundle,
        refusal: refusalOf(bundle, site, inputs, statements),
      })),
  );
  const met = held.filter(({ refusal }) => refusal === undefined);
  const states = bundleStates(met.map(({ bundle }) => bundle));
  const claims = states.filter(({ state }) => state === 'held').map(({ bundle }) => bundle);
  const twice = states.flatMap(({ bundle, by }) => (by ? [repeated(bundle, by)] : []));
  return found(new Set(claims), refusals(held), twice);
}
