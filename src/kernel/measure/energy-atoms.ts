import { isMissing } from '../figure.ts';
import type { Technology } from '../../model/documents/workspace.ts';
import type { CertificateClaim, SiteFootprint } from '../footprint.ts';
import { constant } from '../ledger.ts';
import type { Dimension } from '../metrics.ts';
import { CARBON_FREE, RENEWABLE } from '../technologies.ts';
import { type Atom, monthly, owned } from './atom.ts';

type Sites = readonly SiteFootprint[];

/** Energy bought, by what it served where that is asked. */
export function electricity(sites: Sites, by: readonly Dimension[]): Atom[] {
  if (!by.includes('use')) return monthly(sites, ({ energy }) => [{ figure: energy }]);
  return monthly(sites, ({ uses }) =>
    isMissing(uses) ? [{ figure: uses }] : [...uses].map(([use, figure]) => ({ use, figure })),
  );
}

/** Energy by its source: certificates and contracts by technology, and what answers for the remainder. */
export function bySource(sites: Sites): Atom[] {
  return monthly(sites, ({ market }) =>
    isMissing(market)
      ? [{ figure: market }]
      : [
          ...market.allocations.map(({ technology, energy }) => ({
            source: `certificates:${technology}`,
            figure: energy,
          })),
          ...market.contracts.map(({ contract, energy }) => ({
            source: `contract:${contract.technology}`,
            figure: energy,
          })),
          { source: market.remainderFrom, figure: market.remainder },
        ],
  );
}

/** Certificates counted against load. */
export function allocated(sites: Sites): Atom[] {
  return monthly(sites, ({ market }) =>
    isMissing(market)
      ? []
      : market.allocations.map(({ certificate, energy }) => ({
          contract: certificate.contract,
          figure: energy,
        })),
  );
}

/** Lines of certificate ledgers with one outcome. */
export function claimed(sites: Sites, outcome: CertificateClaim['outcome']): Atom[] {
  return sites.flatMap((site) =>
    site.certificates
      .filter((claim) => claim.outcome === outcome)
      .map(({ certificate, energy }) => ({
        site,
        contract: certificate.contract,
        figure: owned(site, energy),
      })),
  );
}

function covered(sites: Sites, counted: ReadonlySet<Technology>, kind: string): Atom[] {
  return monthly(sites, ({ market }) => {
    if (isMissing(market)) return [{ figure: market }];
    const instruments = [
      ...market.allocations,
      ...market.contracts.map(({ contract: { technology }, energy }) => ({ technology, energy })),
    ];
    const parts = instruments.filter(({ technology }) => counted.has(technology));
    return parts.length > 0
      ? parts.map(({ energy }) => ({ figure: energy }))
      : [{ figure: constant('0', 'MWh', `No certificates of ${kind} were counted`) }];
  });
}

/** Energy that certificates and contracts of renewable technologies cover. */
export function renewableByContract(sites: Sites): Atom[] {
  return covered(sites, RENEWABLE, 'renewable technologies');
}

/** Energy that certificates and contracts of technologies without fossil fuel cover. */
export function carbonFreeByContract(sites: Sites): Atom[] {
  return covered(sites, CARBON_FREE, 'carbon-free technologies');
}

/** Renewable energy of the physical grid mix. */
export function renewableByLocation(sites: Sites): Atom[] {
  return monthly(sites, ({ mix }) => [{ figure: mix.renewable }]);
}

/** Carbon-free energy of the physical grid mix. */
export function carbonFreeByLocation(sites: Sites): Atom[] {
  return monthly(sites, ({ mix }) => [{ figure: mix.carbonFree }]);
}

/** Energy that served mining, overhead included. A site without mining has none. */
export function mining(sites: Sites): Atom[] {
  return monthly(sites, ({ uses }) => {
    if (isMissing(uses)) return [{ figure: uses }];
    const figure = uses.get('mining');
    return figure ? [{ figure }] : [];
  });
}

/** Energy of mining equipment. A site without mining has none. */
export function miningEquipment(sites: Sites): Atom[] {
  return monthly(sites, ({ equipment }) => {
    if (isMissing(equipment)) return [{ figure: equipment }];
    const figure = equipment.get('mining');
    return figure ? [{ figure }] : [];
  });
}

/** Energy of all computing equipment. */
export function allEquipment(sites: Sites): Atom[] {
  return monthly(sites, ({ equipmentTotal }) => [{ figure: equipmentTotal }]);
}
