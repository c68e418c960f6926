import type { HourColumn } from '../../model/column.ts';
import type { Technology } from '../../model/documents/workspace.ts';
import type { SiteColumns } from './columns.ts';
import type { Supply } from './supplies.ts';

/** A supply with the load that those before it left open. */
export interface Layer {
  readonly supply: Supply;
  readonly open: HourColumn;
}

/** Supplies laid against the load of each hour one after another. */
export interface Layers {
  readonly load: HourColumn;
  readonly layers: readonly Layer[];
  /** Load that carbon-free supplies leave open, and that all supplies do. */
  readonly afterCarbonFree: HourColumn;
  readonly left: HourColumn;
}

const TECHNOLOGIES: readonly Technology[] = [
  'wind',
  'solar',
  'hydro',
  'geothermal',
  'biomass',
  'nuclear',
  'gas',
  'other',
  'credit-backed',
];

function rankOf({ isRenewable, isCarbonFree }: Supply): number {
  if (isRenewable) return 0;
  return isCarbonFree ? 1 : 2;
}

/** Renewable before other carbon-free before other energy; in each, production before releases from storage. */
function compare(a: Supply, b: Supply): number {
  const ofTechnology = ({ technology }: Supply) => TECHNOLOGIES.indexOf(technology);
  const ofStorage = ({ source }: Supply) => (source.startsWith('storage') ? 1 : 0);
  return (
    rankOf(a) - rankOf(b) ||
    ofStorage(a) - ofStorage(b) ||
    ofTechnology(a) - ofTechnology(b) ||
    (a.id < b.id ? -1 : 1)
  );
}

/**
 * Supplies in order, each with the load of every hour that those before it left open. So renewable and carbon-free
 * energy cover all that they could cover alone, and no energy is matched twice.
 */
export function layersOf(
  load: HourColumn,
  supplies: readonly Supply[],
  { derive }: SiteColumns,
): Layers {
  let open = load;
  let afterCarbonFree = load;
  const layers = [...supplies].sort(compare).map((supply): Layer => {
    const layer = { supply, open };
    open = derive(`open-after.${supply.id}`, 'surplus', [open, supply.column]);
    if (supply.isCarbonFree) afterCarbonFree = open;
    return layer;
  });
  return { load, layers, afterCarbonFree, left: open };
}
