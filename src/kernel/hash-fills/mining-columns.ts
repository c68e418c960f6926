import type { HourColumn } from '../../model/column.ts';
import type { Meter } from '../../model/documents/workspace.ts';
import { partsBehind } from '../energy/uses.ts';
import type { SiteInputs } from '../inputs.ts';

/** The columns of some meters; undefined where one of them has none, or there are no meters. */
function columnsOf(
  meters: readonly Meter[],
  { energyColumns }: SiteInputs,
): HourColumn[] | undefined {
  const columns = meters.flatMap(({ id }) => energyColumns.get(id) ?? []);
  return columns.length === meters.length && columns.length > 0 ? columns : undefined;
}

/**
 * The readings that stand for the energy of mining: of the equipment where all of it is read, else of connections that
 * serve nothing but mining; empty where there are none.
 */
export function miningColumns(inputs: SiteInputs): readonly HourColumn[] {
  const own = inputs.meters.filter(({ site }) => site === inputs.site.id);
  const mains = own
    .filter(({ measures, part_of }) => measures === 'grid-import' && part_of === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const behind = mains.map((main) => ({ main, parts: partsBehind(main, own) }));
  const isMining = (main: Meter, meter: Meter) => (meter.use ?? main.use) === 'mining';
  const equipment = behind.flatMap(({ main, parts }) =>
    parts.filter((part) => part.measures === 'it-load' && isMining(main, part)),
  );
  const facilities = behind.filter(({ main }) => main.use === 'mining');
  const isPure = facilities.every(({ main, parts }) => parts.every((part) => isMining(main, part)));
  return (
    columnsOf(equipment, inputs) ??
    (isPure
      ? columnsOf(
          facilities.map(({ main }) => main),
          inputs,
        )
      : undefined) ??
    []
  );
}
