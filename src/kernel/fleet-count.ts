import type { FleetUnit } from '../model/records.ts';
import { ratio } from '../units/rational.ts';
import type { SiteInputs } from './inputs.ts';
import { activity, constant, difference, type Step, sum } from './ledger.ts';

/** The machines of a site over its period: those at its beginning, those that came and went, and those at its end. */
export interface FleetCount {
  readonly opening: Step<'unit'>;
  readonly added: Step<'unit'>;
  readonly removed: Step<'unit'>;
  /** The opening and what was added, less what was removed. */
  readonly closing: Step<'unit'>;
}

function countOf(units: readonly FleetUnit[], name: string): Step<'unit'> {
  const parts = units.map(({ model, count, evidence }) =>
    activity(ratio(count), 'unit', `Machines of model ${model}`, [evidence]),
  );
  return parts.length === 0 ? constant('0', 'unit', `${name}: none`) : sum(parts, name);
}

/** The roll-forward of the machines of a site; undefined where no machine is listed. */
export function fleetCount({ site, fleet, calendar }: SiteInputs): FleetCount | undefined {
  if (fleet.length === 0) return undefined;
  const { start, end } = calendar;
  // a machine that leaves with the last second of a period has left in it
  const isAfter = ({ to }: FleetUnit, at: number) => to === undefined || to > at;
  const present = fleet.filter((unit) => unit.from < end && isAfter(unit, start));
  const opening = countOf(
    present.filter(({ from }) => from < start),
    `Machines at the beginning, ${site.id}`,
  );
  const added = countOf(
    present.filter(({ from }) => from >= start),
    `Machines added, ${site.id}`,
  );
  const removed = countOf(
    present.filter((unit) => !isAfter(unit, end)),
    `Machines removed, ${site.id}`,
  );
  const gross = sum([opening, added], `Machines at the beginning and added, ${site.id}`);
  const closing = difference(gross, removed, `Machines at the end, ${site.id}`);
  return { opening, added, removed, closing };
}
