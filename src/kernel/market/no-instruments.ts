import { type Finding, finding } from '../../model/finding.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { MarketMonth, Masses, SiteFootprint } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';

const CITES = ['GHG Protocol Scope 2 Guidance, chapter 6'];

function locationInstead(
  energy: Figure<'MWh'>,
  location: Masses | Missing | undefined,
): MarketMonth | Missing {
  if (isMissing(energy)) return energy;
  return {
    allocations: [],
    contracts: [],
    remainder: energy,
    remainderFrom: 'grid',
    masses: location ?? new Map(),
  };
}

function told({ site, contracts }: SiteInputs): Finding[] {
  const { id } = site;
  const at = { entry: `sites.${id}.instruments` };
  const rated = contracts.find(({ rate }) => rate !== undefined)?.id;
  const stated = `The market of ${id} has no contractual instruments, as it states; its location-based emissions stand in the market-based total.`;
  const contradiction = `${id} states that its market has no instruments, and contract ${rated ?? ''} states a rate, which was not used; correct one of the two.`;
  return [
    finding('ACC-NO-INSTRUMENTS', 'info', stated, at, CITES),
    ...(rated === undefined
      ? []
      : [finding('ACC-NO-INSTRUMENTS', 'critical', contradiction, at, CITES)]),
  ];
}

/** The months of a site whose market has no instruments: the location-based emissions stand for the market-based ones. */
export function withoutInstruments(
  site: SiteInputs,
  energy: ReadonlyMap<string, Figure<'MWh'>>,
  locations: ReadonlyMap<string, Masses | Missing>,
): Found<ReadonlyMap<string, MarketMonth | Missing>> {
  const months = [...energy].map(([month, used]): [string, MarketMonth | Missing] => [
    month,
    locationInstead(used, locations.get(month)),
  ]);
  return found(new Map(months), told(site));
}

function withoutMarket(site: SiteFootprint, missing: Finding): SiteFootprint {
  const months = site.months.map((month) =>
    isMissing(month.market)
      ? month
      : { ...month, market: { ...month.market, masses: { missing } } },
  );
  return { ...site, months };
}

/**
 * The sites with both results; where the market of none of them has instruments, with the location-based one alone, and
 * the finding that says so.
 */
export function oneResult(sites: readonly SiteFootprint[]): Found<readonly SiteFootprint[]> {
  const isAny = sites.some(({ site }) => site.instruments !== false);
  if (isAny || sites.length === 0) return found(sites);
  const message =
    'No site stands in a market with contractual instruments, so Scope 2 has one result, the location-based one.';
  const missing = finding('ACC-ONE-RESULT', 'info', message, { entry: 'sites' }, CITES);
  return found(
    sites.map((site) => withoutMarket(site, missing)),
    missing,
  );
}
