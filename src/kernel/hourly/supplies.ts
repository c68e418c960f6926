import type { HourColumn } from '../../model/column.ts';
import { countKnown } from '../../model/column.ts';
import type { Contract, Meter, Technology } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { GranularCertificate } from '../../model/source-records.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { constant, type Step } from '../ledger.ts';
import { ratedContract } from '../market/contract-rates.ts';
import { WITHOUT_FUEL } from '../market/criteria.ts';
import { CARBON_FREE, RENEWABLE } from '../technologies.ts';
import { countText } from '../wording.ts';
import { contractRefusal, type GranularClaims } from './claims.ts';
import type { SiteColumns } from './columns.ts';
import { hoursIn, recordColumn } from './record-columns.ts';
import { factorYears } from './years.ts';

/** Emission rates by calendar year; a year without one is absent. */
export type Rates = ReadonlyMap<number, Step<'kg CO2e/MWh'>>;

/** Energy of one contract, plant or store that may be laid against the load of its own hour. */
export interface Supply {
  readonly id: string;
  readonly source: string;
  readonly contract?: string;
  readonly technology: Technology;
  readonly isRenewable: boolean;
  readonly isCarbonFree: boolean;
  /** Production, which a store may take in when the load leaves it over; releases are not stored again. */
  readonly isStorable: boolean;
  readonly column: HourColumn;
  readonly rates: Rates;
}

/** What a supply of a technology is, wherever it comes from. */
export function kindOf(technology: Technology) {
  return {
    technology,
    isRenewable: RENEWABLE.has(technology),
    isCarbonFree: CARBON_FREE.has(technology),
  };
}

/** The rate of a technology that burns nothing, for every year of the period. */
export function zeroRates(site: SiteInputs, name: string): Rates {
  const zero = constant('0', 'kg CO2e/MWh', {
    name,
    cites: ['GHG Protocol Scope 2 Guidance, chapter 6'],
  });
  return new Map(factorYears(site).map((year) => [year, zero]));
}

/** The rates of a contract: none of a technology that burns nothing, else those that it states. */
export function ratesOf(contract: Contract, inputs: FootprintInputs, site: SiteInputs): Rates {
  const { technology } = contract;
  if (WITHOUT_FUEL.has(technology) && !contract.rate) {
    return zeroRates(site, `Emission rate of ${technology}, which burns nothing`);
  }
  return ratedContract(contract, factorYears(site), inputs, site).value.rates;
}

interface Bundles {
  readonly contract: Contract;
  readonly isStorage: boolean;
  readonly bundles: readonly GranularCertificate[];
}

/** Certificates of production and of releases from storage apart. */
function bundlesOf(site: SiteInputs, claims: GranularClaims): Bundles[] {
  const held = (site.granular ?? []).filter((bundle) => claims.has(bundle));
  return site.contracts.flatMap((contract) =>
    [false, true].flatMap((isStorage) => {
      const bundles = held.filter(
        (each) => each.contract === contract.id && (each.isStorage ?? false) === isStorage,
      );
      return bundles.length === 0 ? [] : [{ contract, isStorage, bundles }];
    }),
  );
}

/** Where the registry does not say whether a bundle is a release from storage, that is unknown and said. */
function unstatedOrigin({ contract, bundles }: Bundles): Finding[] {
  const unknown = bundles.filter(({ isStorage }) => isStorage === undefined);
  const [first] = unknown;
  if (!first) return [];
  const message = `${countText(unknown.length, 'bundle')} of granular certificates of ${contract.id} do not say whether they are releases from storage; they stand among production.`;
  return [finding('ACC-HOURLY', 'info', message, { file: first.evidence.file })];
}

function certificateSupply(
  { contract, isStorage, bundles }: Bundles,
  inputs: FootprintInputs,
  site: SiteInputs,
  columns: SiteColumns,
): Supply {
  const { id, technology } = contract;
  const name = `${id}.${isStorage ? 'storage-certificates' : 'certificates'}`;
  return {
    id: name,
    source: isStorage ? `storage:${technology}` : technology,
    contract: id,
    ...kindOf(technology),
    isStorable: !isStorage,
    column: columns.keep(recordColumn(name, site.site.id, bundles, site.calendar)),
    rates: ratesOf(contract, inputs, site),
  };
}

function refused(meter: Meter, because: string): Finding {
  const message = `Generation of meter ${meter.id} was not laid against load hour by hour; ${because}.`;
  return finding('ACC-HOURLY', 'quality', message, { entry: `meters.${meter.id}` });
}

/** Why generation of a meter does not count; undefined where it does. */
function meterRefusal(
  contract: Contract | undefined,
  site: SiteInputs,
  hasCertificates: boolean,
): string | undefined {
  if (!contract) return 'it names no contract; add contract to it';
  if (hasCertificates) {
    return `granular certificates of contract ${contract.id} stand for the same energy and count instead`;
  }
  return contractRefusal(contract, site.site);
}

/** Readings of a contracted plant, in whole watt-hours as certificates are issued: an hour without one claims nothing. */
function meteredSupply(
  meter: Meter,
  site: SiteInputs,
  inputs: FootprintInputs,
  columns: SiteColumns,
  certified: ReadonlySet<string>,
): Found<readonly Supply[]> {
  const column = site.generationColumns?.get(meter.id);
  if (!column) return found([]);
  const contract = site.contracts.find(({ id }) => id === meter.contract);
  const hasCertificates = contract !== undefined && certified.has(contract.id);
  const because = meterRefusal(contract, site, hasCertificates);
  if (because !== undefined || !contract) return found([], refused(meter, because ?? ''));
  const lacking = hoursIn(site.calendar) - countKnown(column, site.calendar);
  const supply: Supply = {
    id: meter.id,
    source: contract.technology,
    contract: contract.id,
    ...kindOf(contract.technology),
    isStorable: true,
    column: columns.derive(`issued.${meter.id}`, 'issued', [column]),
    rates: ratesOf(contract, inputs, site),
  };
  const message = `Generation of meter ${meter.id} has no reading for ${countText(lacking, 'hour')} of the period, which cover no load; add them.`;
  const gap = finding('ACC-HOURLY', 'completeness', message, { entry: `meters.${meter.id}` });
  return found([supply], lacking === 0 ? [] : gap);
}

/** What was contracted for a site hour by hour: granular certificates, and metered generation of contracts without. */
export function contractedSupplies(
  inputs: FootprintInputs,
  site: SiteInputs,
  claims: GranularClaims,
  columns: SiteColumns,
): Found<readonly Supply[]> {
  const bundles = bundlesOf(site, claims);
  const certified = new Set((site.granular ?? []).map(({ contract }) => contract));
  const metered = (site.plantMeters ?? [])
    .filter(({ measures }) => measures === 'contracted-generation')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((meter) => meteredSupply(meter, site, inputs, columns, certified));
  const supplies = [
    ...bundles.map((each) => certificateSupply(each, inputs, site, columns)),
    ...metered.flatMap(({ value }) => value),
  ];
  const { rated, findings } = withRates(supplies, site);
  return found(
    rated,
    bundles.flatMap(unstatedOrigin),
    metered.flatMap((each) => each.findings),
    findings,
  );
}

/** Criterion 1: an instrument that conveys no emission rate for a year of the period does not count. */
function withRates(supplies: readonly Supply[], site: SiteInputs) {
  const years = factorYears(site);
  const isRated = ({ rates }: Supply) => years.every((year) => rates.has(year));
  const findings = supplies
    .filter((supply) => !isRated(supply))
    .map(({ contract = '', technology }) =>
      finding(
        'ACC-HOURLY',
        'quality',
        `Contract ${contract} was not laid against load hour by hour; criterion 1: no emission rate is written for its technology, ${technology}; add rate to it.`,
        { entry: `contracts.${contract}` },
      ),
    );
  return { rated: supplies.filter(isRated), findings };
}
