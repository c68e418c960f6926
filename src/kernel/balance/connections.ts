import type { Meter } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { Missing } from '../figure.ts';
import type { SiteInputs } from '../inputs.ts';
import { type ExaminedPlant, type Plant, plantsOf } from './plants.ts';

/** A plant at a connection; `gap` where it is not known behind which one it stands. */
export interface PlacedPlant {
  readonly plant: Plant;
  readonly gap?: Missing;
}

/** A connection to the grid with what stands behind it, or a plant on its own without a grid. */
export interface Connection {
  /** The meter of the connection; of a site without a grid, that of the plant. */
  readonly main: Meter;
  readonly isOfGrid: boolean;
  readonly plants: readonly PlacedPlant[];
  readonly stores: readonly Meter[];
}

/** The connections of a site, with plant and storage, and what is to be said of the plant. */
export interface SiteConnections {
  readonly connections: readonly Connection[];
  readonly examined: readonly ExaminedPlant[];
}

function byId(a: Meter, b: Meter): number {
  return a.id < b.id ? -1 : 1;
}

/** The connection behind which a meter stands, by way of `part_of`; undefined where that leads to none. */
function above(meter: Meter, mains: readonly Meter[], all: readonly Meter[]): Meter | undefined {
  const seen = new Set<string>();
  for (let next: Meter | undefined = meter; next && !seen.has(next.id);) {
    seen.add(next.id);
    const parent: string | undefined = next.part_of;
    const main = mains.find(({ id }) => id === parent);
    if (main) return main;
    next = all.find(({ id }) => id === parent);
  }
  return mains.length === 1 ? mains[0] : undefined;
}

function unplaced({ id, site }: Meter): Missing {
  const message = `Meter ${id} of ${site} does not say behind which connection its plant or store stands; add part_of.`;
  return { missing: finding('ACC-PLANT', 'critical', message, { entry: `meters.${id}` }) };
}

/** A site without a grid: each plant that stands behind no other is a supply of its own. */
function islands(examined: readonly ExaminedPlant[], stores: readonly Meter[]): Connection[] {
  const plants = examined.map(({ plant }) => plant);
  const [first] = plants;
  if (!first) return [];
  const one = first.meter;
  return plants
    .filter(({ meter }) => meter === one || meter.part_of === undefined)
    .map(({ meter }) => ({
      main: meter,
      isOfGrid: false,
      plants: plants
        .filter((plant) => plant.meter === meter || plant.meter.part_of === meter.id)
        .map((plant) => ({ plant })),
      stores: meter === one ? stores : [],
    }));
}

/** Where energy comes into a site: its connections, or its plant where there is no grid. */
export function connectionsOf(inputs: SiteInputs): SiteConnections {
  const { site, plantMeters = [] } = inputs;
  const meters = inputs.meters.filter((meter) => meter.site === site.id);
  const all = [...meters, ...plantMeters];
  const examined = plantsOf(inputs);
  const stores = plantMeters.filter(({ measures }) => measures === 'storage').sort(byId);
  const mains = meters
    .filter(({ measures, part_of }) => measures === 'grid-import' && part_of === undefined)
    .sort(byId);
  if (mains.length === 0) return { connections: islands(examined, stores), examined };
  const isBehind = (meter: Meter, main: Meter, i: number) => {
    const found = above(meter, mains, all);
    return found ? found === main : i === 0;
  };
  const connections = mains.map((main, i): Connection => ({
    main,
    isOfGrid: true,
    plants: examined
      .filter(({ plant: { meter } }) => isBehind(meter, main, i))
      .map(({ plant }) =>
        above(plant.meter, mains, all) ? { plant } : { plant, gap: unplaced(plant.meter) },
      ),
    stores: stores.filter((meter) => isBehind(meter, main, i)),
  }));
  return { connections, examined };
}

/** True for a site that makes its own power and is connected to no grid. */
export function isOffGrid(inputs: SiteInputs): boolean {
  const { connections } = connectionsOf(inputs);
  return connections.length > 0 && connections.every(({ isOfGrid }) => !isOfGrid);
}
