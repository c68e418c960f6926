import { isMissing } from '../figure.ts';
import type { Masses, SiteFootprint } from '../footprint.ts';
import type { Missing } from '../figure.ts';
import { product } from '../ledger.ts';
import type { Scope3, Scope3Category } from '../scope3/part.ts';
import type { Month } from '../../model/time.ts';
import type { Step } from '../ledger.ts';
import { type Atom, owned } from './atom.ts';
import { equivalents } from './emission-atoms.ts';
import { type Basis, ratio, type Recipe, type Side, total } from './sides.ts';

/** A part of a category, its site absent where it is of the entity as a whole. */
interface Placed {
  readonly site?: SiteFootprint;
  readonly scope3: Scope3;
}

interface Emitted {
  readonly site?: SiteFootprint;
  readonly category: Scope3Category;
  readonly month: Month;
  readonly masses: Masses | Missing;
  readonly quality?: Step<'1'>;
}

function placed({ sites, scope3 }: Basis): Placed[] {
  return [
    ...sites.flatMap((site) => (site.scope3 ? [{ site, scope3: site.scope3 }] : [])),
    ...(scope3 ? [{ scope3 }] : []),
  ];
}

/** Every part of the value chain, the losses of energy among them. */
function emitted(basis: Basis): Emitted[] {
  const losses = basis.sites.flatMap((site) =>
    site.months.map(({ month, losses: masses }) => ({
      ...{ site, month, masses },
      category: '3c' as const,
    })),
  );
  const parts = placed(basis).flatMap(({ scope3, ...where }) =>
    scope3.parts.map((part) => ({ ...where, ...part })),
  );
  return [...losses, ...parts];
}

function owns(site: SiteFootprint | undefined, amount: Step): Step {
  return site ? owned(site, amount) : amount;
}

/** The gases of a part, each at what the entity reports of the site. */
function atomsOf({ site, category, month, masses, quality }: Emitted): Atom[] {
  const place = { ...(site && { site }), category, month };
  const source = quality ? quality.value.toFraction() : 'unscored';
  if (isMissing(masses)) return [{ ...place, source, figure: masses }];
  return [...masses].map(([gas, figure]) => ({
    ...{ ...place, source, gas },
    figure: isMissing(figure) ? figure : owns(site, figure),
  }));
}

const isInScope = ({ gas }: Atom) => gas !== 'CO2-biogenic';

function hasGap({ masses }: Emitted): boolean {
  return isMissing(masses) || [...masses.values()].some(isMissing);
}

/** The parts of the categories of which every part has a figure; all of them where there is no such category. */
function whole(parts: readonly Emitted[]): readonly Emitted[] {
  const gaps = new Set(parts.filter(hasGap).map(({ category }) => category));
  const rest = parts.filter(({ category }) => !gaps.has(category));
  return rest.length > 0 ? rest : parts;
}

function co2eOf(take: (basis: Basis) => readonly Emitted[]): Side {
  return {
    unit: 't CO2e',
    take: (basis) => equivalents(take(basis).flatMap(atomsOf).filter(isInScope), basis.gwp),
  };
}

function category(...names: readonly Scope3Category[]): Recipe {
  return total(
    co2eOf((basis) => emitted(basis).filter(({ category: own }) => names.includes(own))),
  );
}

const counted = (basis: Basis) => whole(emitted(basis));

/** The value chain by gas: the categories of which every part has a figure, biogenic CO2 left out. */
export function scope3Atoms(basis: Basis): Atom[] {
  return counted(basis).flatMap(atomsOf).filter(isInScope);
}

const scored = (basis: Basis) => counted(basis).filter(({ quality }) => quality !== undefined);

/** Emissions of each scored part times its score. */
const weighed: Side = {
  unit: 't CO2e',
  take: (basis) =>
    scored(basis).flatMap((part) => {
      const atoms = equivalents(atomsOf(part).filter(isInScope), basis.gwp);
      return atoms.map((atom) => ({
        ...atom,
        figure:
          isMissing(atom.figure) || !part.quality
            ? atom.figure
            : product(atom.figure, part.quality, `${atom.figure.name}, times its score`),
      }));
    }),
};

/** The parts of category 3 as one, each where it has every figure. */
const third: Recipe = total(
  co2eOf((basis) => whole(emitted(basis).filter(({ category: own }) => own.startsWith('3')))),
);

const amortised: Side = co2eOf((basis) =>
  placed(basis).flatMap(({ scope3, ...where }) =>
    scope3.amortised.map((part) => ({ ...where, ...part })),
  ),
);

function waste(isElectronicAlone: boolean): Side {
  return {
    unit: 't',
    take: (basis) =>
      placed(basis).flatMap(({ scope3, site }) =>
        scope3.waste
          .filter(({ isElectronic }) => isElectronic || !isElectronicAlone)
          .map(({ month, route, mass }) => ({
            ...(site && { site }),
            ...{ month, source: route },
            figure: isMissing(mass) ? mass : owns(site, mass),
          })),
      ),
  };
}

const hostedEnergy: Side = {
  unit: 'MWh',
  take: (basis) =>
    placed(basis).flatMap(({ scope3, site }) =>
      scope3.hosted.map(({ party, month, energy }) => ({
        ...(site && { site }),
        ...{ month, source: party },
        figure: isMissing(energy) ? energy : owns(site, energy),
      })),
    ),
};

const hostedEmissions: Side = {
  unit: 't CO2e',
  take: (basis) =>
    equivalents(
      placed(basis).flatMap(({ scope3, ...where }) =>
        scope3.hosted.flatMap(({ party, month, masses }) =>
          atomsOf({ ...where, category: '8', month, masses }).map((atom) => ({
            ...atom,
            source: party,
          })),
        ),
      ),
      basis.gwp,
    ),
};

const biogenic: Side = {
  unit: 't CO2-biogenic',
  take: (basis) =>
    emitted(basis)
      .flatMap(atomsOf)
      .filter((atom) => !isInScope(atom)),
};

/** How each metric of the value chain is taken. */
export const SCOPE3_RECIPES = {
  'scope3.co2e': total(co2eOf(counted)),
  'scope3.1.co2e': category('1'),
  'scope3.2.co2e': category('2'),
  'scope3.3.co2e': third,
  'scope3.3a.co2e': category('3a'),
  'scope3.3b.co2e': category('3b'),
  'scope3.3c.co2e': category('3c'),
  'scope3.3d.co2e': category('3d'),
  'scope3.4.co2e': category('4'),
  'scope3.5.co2e': category('5'),
  'scope3.6.co2e': category('6'),
  'scope3.7.co2e': category('7'),
  'scope3.8.co2e': category('8'),
  'scope3.9.co2e': category('9'),
  'scope3.10.co2e': category('10'),
  'scope3.11.co2e': category('11'),
  'scope3.12.co2e': category('12'),
  'scope3.13.co2e': category('13'),
  'scope3.14.co2e': category('14'),
  'scope3.15.co2e': category('15'),
  'scope3.by-quality.co2e': total(co2eOf(counted)),
  'scope3.quality': ratio(weighed, co2eOf(scored)),
  'scope3.amortised.co2e': total(amortised),
  'scope3.co2-biogenic': total(biogenic),
  'waste.mass': total(waste(false)),
  'waste.electronic.mass': total(waste(true)),
  'hosting.energy': total(hostedEnergy),
  'hosting.location.co2e': total(hostedEmissions),
} as const satisfies Readonly<Record<string, Recipe>>;
