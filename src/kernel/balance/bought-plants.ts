import type { Month } from '../../model/time.ts';
import { finding } from '../../model/finding.ts';
import { ZERO } from '../../units/rational.ts';
import { addedMasses } from '../factors/masses.ts';
import { yearOf } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { constant, product, type Step } from '../ledger.ts';
import { statedRates } from '../market/contract-rates.ts';
import { WITHOUT_FUEL } from '../market/criteria.ts';
import type { EnergyBalance, PlantMonth } from './balance.ts';
import type { Plant } from './plants.ts';

/** Emissions of power bought from somebody else's plant at the site. */
export interface BoughtPlantMonth {
  /** Of all of it: the source is known, whoever holds its attributes. */
  readonly location: Masses | Missing;
  /** Of that whose attributes are held; the rest has the residual mix. */
  readonly market: Masses | Missing;
}

type Rates = ReadonlyMap<string, ReadonlyMap<number, Step<'kg CO2e/MWh'>>>;

function rateOf({ meter, technology }: Plant, rates: Rates, year: number): Figure<'kg CO2e/MWh'> {
  const stated = rates.get(meter.id)?.get(year);
  if (stated) return stated;
  if (WITHOUT_FUEL.has(technology)) {
    return constant(ZERO, 'kg CO2e/MWh', `Emission rate of ${technology}, which burns nothing`);
  }
  const message = `No emission rate of ${String(year)} is stated for the plant of meter ${meter.id}, which is somebody else’s and burns ${technology}; add rate to its contract.`;
  return { missing: finding('ACC-PLANT', 'critical', message, { entry: `meters.${meter.id}` }) };
}

function massesOf(
  parts: readonly PlantMonth[],
  rates: Rates,
  month: Month,
  where: string,
): Masses | Missing {
  const masses: Masses[] = [];
  for (const { plant, used } of parts) {
    const rate = rateOf(plant, rates, yearOf(month));
    if (isMissing(used)) return used;
    if (isMissing(rate)) return rate;
    const name = `CO2e of power of ${plant.meter.id}, bought at the site, ${where}`;
    masses.push(new Map([['CO2e', product(used, rate, name)]]));
  }
  return addedMasses(masses, `power bought of plant at the site, ${where}`);
}

/** Scope 2 of power bought from plant of others behind the meter, by month id; months without any are absent. */
export function boughtPlants(
  inputs: FootprintInputs,
  site: SiteInputs,
  balances: ReadonlyMap<string, { readonly balance?: EnergyBalance }>,
): Found<ReadonlyMap<string, BoughtPlantMonth>> {
  const { months } = site.calendar;
  const years = [...new Set(months.map(yearOf))];
  const of = (month: Month) =>
    (balances.get(month.id)?.balance?.plants ?? []).filter(({ plant }) => !plant.isOwn);
  const bought = [
    ...new Map(months.flatMap(of).map(({ plant }) => [plant.meter.id, plant])).values(),
  ];
  const stated = bought.flatMap(({ meter, contract }) =>
    contract ? [[meter.id, statedRates(contract, years, inputs, site)] as const] : [],
  );
  const rates: Rates = new Map(stated.map(([id, { value }]) => [id, value]));
  const values = months.flatMap((month): [string, BoughtPlantMonth][] => {
    const parts = of(month);
    if (parts.length === 0) return [];
    const held = parts.filter(({ plant }) => plant.claim === 'held');
    const where = `${site.site.id}, ${month.id}`;
    return [
      [
        month.id,
        {
          location: massesOf(parts, rates, month, where),
          market: massesOf(held, rates, month, `market-based, ${where}`),
        },
      ],
    ];
  });
  const gaps = values.flatMap(([, { location }]) =>
    isMissing(location) ? [location.missing] : [],
  );
  const [gap] = gaps.filter(({ code }) => code === 'ACC-PLANT');
  return found(
    new Map(values),
    stated.flatMap(([, { findings }]) => findings),
    gap ?? [],
  );
}

/** Masses with those of power bought at the site, where there are any. */
export function withBought(
  masses: Masses | Missing,
  bought: Masses | Missing | undefined,
  where: string,
): Masses | Missing {
  if (!bought || isMissing(masses)) return masses;
  return isMissing(bought) ? bought : addedMasses([masses, bought], where);
}
