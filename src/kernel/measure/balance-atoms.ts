import { finding } from '../../model/finding.ts';
import { ZERO } from '../../units/rational.ts';
import { both, consumedOf, type EnergyBalance, fromGridOf, total } from '../balance/balance.ts';
import { sourceOf } from '../balance/plants.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { MarketMonth, MonthFootprint, SiteFootprint } from '../footprint.ts';
import { constant, convert, product, share, type Step } from '../ledger.ts';
import type { Dimension } from '../metrics.ts';
import { TECHNOLOGIES, type TechnologyFlags } from '../technologies.ts';
import { type Atom, monthly, type TakeMonth } from './atom.ts';

type Sites = readonly SiteFootprint[];
type Parts = ReturnType<TakeMonth>;

function ofBalance(sites: Sites, take: (balance: EnergyBalance) => Parts): Atom[] {
  return monthly(sites, ({ balance }) => (balance ? take(balance) : []));
}

function ofPlants(figure: 'generated' | 'used' | 'exported') {
  return ({ plants }: EnergyBalance): Parts =>
    plants.map((each) => ({ source: sourceOf(each.plant), figure: each[figure] }));
}

/** Energy that was used, bought or made, by its source or what it served where that is asked. */
export function consumed(sites: Sites, by: readonly Dimension[]): Atom[] {
  if (by.includes('use')) {
    return monthly(sites, ({ uses }) =>
      isMissing(uses) ? [{ figure: uses }] : [...uses].map(([use, figure]) => ({ use, figure })),
    );
  }
  if (!by.includes('source')) return monthly(sites, (month) => [{ figure: consumedOf(month) }]);
  return monthly(sites, (month) => [
    { source: 'grid', figure: fromGridOf(month) },
    ...(month.balance ? ofPlants('used')(month.balance) : []),
  ]);
}

/** Energy bought at connections, and energy bought that never came through one. */
export function bought(sites: Sites): Atom[] {
  return monthly(sites, ({ energy, balance }) => [
    { figure: energy },
    ...(balance?.resold ?? [])
      .filter(({ isMetered }) => !isMetered)
      .map(({ energy: figure }) => ({ figure })),
  ]);
}

/** Energy that plant behind the meter made, by its source. */
export function generated(sites: Sites): Atom[] {
  return ofBalance(sites, ofPlants('generated'));
}

/** Energy made and used at the site, by its source. */
export function selfConsumed(sites: Sites): Atom[] {
  return ofBalance(sites, ofPlants('used'));
}

/** Energy fed into the grid, by its source. */
export function exported(sites: Sites): Atom[] {
  return ofBalance(sites, (balance) => [
    ...ofPlants('exported')(balance),
    ...(balance.exportedOfStorage
      ? [{ source: 'storage', figure: balance.exportedOfStorage }]
      : []),
  ]);
}

/** What reached the load. */
export function load(sites: Sites): Atom[] {
  return monthly(sites, ({ energy, balance }) => [{ figure: balance?.load ?? energy }]);
}

/** Power bought and sold again, by to whom. */
export function resold(sites: Sites): Atom[] {
  return ofBalance(sites, (balance) =>
    balance.resold.map(({ to, energy: figure }) => ({ source: to, figure })),
  );
}

/** Energy used without its attributes that no instrument covers. */
export function withoutAttributes(sites: Sites): Atom[] {
  return monthly(sites, ({ market }) => {
    if (isMissing(market)) return [{ figure: market }];
    return market.nullPower ? [{ figure: market.nullPower.energy }] : [];
  });
}

interface Claimed {
  readonly flags: TechnologyFlags;
  readonly energy: Figure<'MWh'>;
}

/** True of power that a claim is about. */
type Has = (flags: TechnologyFlags) => boolean;

/** What suppliers must cover by law in Australia is renewable, whatever it is made of. */
const BY_LAW: TechnologyFlags = { isRenewable: true, isCarbonFree: true, isCreditBacked: false };

/** Energy that instruments cover, or that its supplier delivered, by what it was made of. */
function instruments({ allocations, contracts, supplied = [], mandatory }: MarketMonth): Claimed[] {
  const parts = [
    ...allocations,
    ...contracts.flatMap(({ contract: { technology }, energy, supplied: mix }) => [
      ...(mix ?? [{ technology, energy }]),
    ]),
    ...supplied,
  ];
  return [
    ...parts.map(({ technology, energy }) => ({ flags: TECHNOLOGIES[technology], energy })),
    ...(mandatory ? [{ flags: BY_LAW, energy: mandatory }] : []),
  ];
}

/** Energy made and used at the site, of which the entity holds what may be claimed. */
function held(month: MonthFootprint): Claimed[] {
  return (month.balance?.plants ?? [])
    .filter(({ plant: { claim } }) => claim === 'held')
    .map(({ plant: { technology }, used }) => ({ flags: TECHNOLOGIES[technology], energy: used }));
}

/** Energy used that is claimed by contract: one figure or more of each month. */
export function claimedBy(has: Has, kind: string): Claims {
  return (month) => {
    const { market } = month;
    if (isMissing(market)) return [market];
    const parts = [...instruments(market), ...held(month)].filter(({ flags }) => has(flags));
    return parts.length > 0
      ? parts.map(({ energy }) => energy)
      : [constant(ZERO, 'MWh', `No certificates of ${kind} were counted`)];
  };
}

/** Energy used that is in the grid's physical mix, or made at the site. */
export function inMix(has: Has, of: 'renewable' | 'carbonFree'): Claims {
  return (month) => [
    month.mix[of],
    ...held(month)
      .filter(({ flags }) => has(flags))
      .map(({ energy }) => energy),
  ];
}

type Claims = (month: MonthFootprint) => readonly Figure<'MWh'>[];

/** The atoms of a claim on energy. */
export function claims(sites: Sites, of: Claims): Atom[] {
  return monthly(sites, (month) => of(month).map((figure) => ({ figure })));
}

/** The part that a claim is of a month's energy; zero of no energy. */
function shareOf(month: MonthFootprint, of: Claims, title: string): Figure<'1'> {
  const where = `${title}, ${month.month.id}`;
  const part = total(of(month), `Energy of the ${where}`);
  if (!part) return noShare(where);
  return both(part, consumedOf(month), (claimed, all): Step<'1'> | Missing => {
    return (
      share(claimed, all, `The ${where}`) ?? constant(ZERO, '1', `No energy was used, ${where}`)
    );
  });
}

function noShare(where: string): Missing {
  const message = `Nothing is known of the ${where}.`;
  return { missing: finding('ACC-NO-ENERGY', 'completeness', message) };
}

/** Hashes of each month times a share of its energy. A site without mining has none. */
export function weightedHashes(sites: Sites, of: Claims, title: string): Atom[] {
  return monthly(sites, (month) => {
    const { hashes } = month;
    if (!hashes) return [];
    if (isMissing(hashes)) return [{ figure: hashes }];
    const part = shareOf(month, of, title);
    return [
      {
        figure: isMissing(part)
          ? part
          : product(hashes.volume, part, `Hashes by the ${title}, ${month.month.id}`),
      },
    ];
  });
}

/** Energy of mining of each month times a share of all energy. A site without mining has none. */
export function weightedMining(sites: Sites, of: Claims, title: string): Atom[] {
  return monthly(sites, (month) => {
    const { uses } = month;
    if (isMissing(uses)) return [{ figure: uses }];
    const mined = uses.get('mining');
    if (!mined) return [];
    const part = shareOf(month, of, title);
    return [
      {
        figure: isMissing(part)
          ? part
          : product(mined, part, `Energy of mining by the ${title}, ${month.month.id}`),
      },
    ];
  });
}

/** Heat, steam and cooling bought, by kind. */
export function boughtHeat(sites: Sites): Atom[] {
  return monthly(sites, ({ boughtHeat: heat }) =>
    (heat?.parts ?? []).map(({ kind, energy }) => ({
      source: kind,
      figure: convert(energy, 'MWh'),
    })),
  );
}

/** Energy of all forms but fuels, in GJ: what was bought and used, what plant without fuel made and was used, and heat. */
export function suppliedEnergy(sites: Sites): Atom[] {
  return monthly(sites, (month) => {
    const own = (month.balance?.plants ?? []).filter(
      ({ plant }) => !plant.isOwn || sourceOf(plant).startsWith('on-site:'),
    );
    const power = [fromGridOf(month), ...own.map(({ used }) => used)];
    return [
      ...power.map((figure) => ({ figure: isMissing(figure) ? figure : convert(figure, 'GJ') })),
      ...(month.boughtHeat?.parts ?? []).map(({ energy: figure }) => ({ figure })),
    ];
  });
}

/** Energy by contract and by the physical mix, on the axes of what it is made of. */
export const CLAIMS = {
  renewable: claimedBy(({ isRenewable }) => isRenewable, 'renewable technologies'),
  carbonFree: claimedBy(({ isCarbonFree }) => isCarbonFree, 'carbon-free technologies'),
  creditBacked: claimedBy(({ isCreditBacked }) => isCreditBacked, 'power backed by credits'),
  renewableMix: inMix(({ isRenewable }) => isRenewable, 'renewable'),
  carbonFreeMix: inMix(({ isCarbonFree }) => isCarbonFree, 'carbonFree'),
} as const;
