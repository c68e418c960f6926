import { both, type EnergyBalance, fromGridOf } from '../balance/balance.ts';
import { sourceOf } from '../balance/plants.ts';
import { type Figure, isMissing } from '../figure.ts';
import type { CertificateClaim, MarketMonth, MonthFootprint, SiteFootprint } from '../footprint.ts';
import { product, share, type Step } from '../ledger.ts';
import type { Dimension } from '../metrics.ts';
import { type Atom, monthly, owned } from './atom.ts';
import { CLAIMS, claims } from './balance-atoms.ts';

type Sites = readonly SiteFootprint[];

/** Energy bought, by what it served where that is asked: energy made at the site serves as energy bought does. */
export function electricity(sites: Sites, by: readonly Dimension[]): Atom[] {
  if (!by.includes('use')) return monthly(sites, ({ energy }) => [{ figure: energy }]);
  return monthly(sites, (month) => {
    const { uses } = month;
    if (isMissing(uses)) return [{ figure: uses }];
    return [...uses].map(([use, figure]) => ({ use, figure: boughtPart(month, figure) }));
  });
}

function boughtPart(month: MonthFootprint, used: Step<'MWh'>): Figure<'MWh'> {
  const { energy, balance } = month;
  if (!balance) return used;
  return both(energy, balance.consumed, (of, all) => {
    const part = share(of, all, `Bought part of the energy used, ${month.month.id}`);
    return part ? product(used, part, `${used.name}, bought`) : used;
  });
}

/** Energy used by its source: certificates and contracts by technology, what answers for the remainder, and plant of the site. */
export function bySource(sites: Sites): Atom[] {
  return monthly(sites, ({ market, balance }) =>
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
          ...besides(market, balance),
        ],
  );
}

/** Null power by what answers for it, what suppliers cover by law, and plant of which the entity may speak. */
function besides({ nullPower, mandatory }: MarketMonth, balance: EnergyBalance | undefined) {
  const plants = (balance?.plants ?? []).filter(({ plant: { claim } }) => claim !== 'null');
  return [
    ...(nullPower ? [{ source: nullPower.from, figure: nullPower.energy }] : []),
    ...(mandatory ? [{ source: 'mandatory', figure: mandatory }] : []),
    ...plants.map(({ plant, used }) => ({ source: sourceOf(plant), figure: used })),
  ];
}

/** Energy bought and used. */
export function ofGrid(sites: Sites): Atom[] {
  return monthly(sites, (month) => [{ figure: fromGridOf(month) }]);
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

/** Energy that certificates, contracts and plant of renewable technologies cover. */
export function renewableByContract(sites: Sites): Atom[] {
  return claims(sites, CLAIMS.renewable);
}

/** Energy that certificates, contracts and plant of technologies without fossil fuel cover. */
export function carbonFreeByContract(sites: Sites): Atom[] {
  return claims(sites, CLAIMS.carbonFree);
}

/** Renewable energy of the physical grid mix, and of plant of the site. */
export function renewableByLocation(sites: Sites): Atom[] {
  return claims(sites, CLAIMS.renewableMix);
}

/** Carbon-free energy of the physical grid mix, and of plant of the site. */
export function carbonFreeByLocation(sites: Sites): Atom[] {
  return claims(sites, CLAIMS.carbonFreeMix);
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
