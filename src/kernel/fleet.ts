import { type Finding, finding } from '../model/finding.ts';
import type { FleetUnit } from '../model/records.ts';
import { instantText, type Interval, overlapOf } from '../model/time.ts';
import { ratio } from '../units/rational.ts';
import type { SiteInputs } from './inputs.ts';
import { activity, constant, product, type Step, sum } from './ledger.ts';

/** A stretch of time over which the fleet did not change, with its rated hashrate; none where no machine was in service. */
export interface FleetSpan extends Interval {
  readonly rate?: Step<'TH/s'>;
}

function serviceOf({ from, to }: FleetUnit): Interval {
  return { start: from, end: to ?? Number.MAX_SAFE_INTEGER };
}

function ratedHashrate({ model, count, hashrateThs, evidence }: FleetUnit): Step<'TH/s'> {
  const machines = activity(ratio(count), 'unit', `Machines of model ${model}`, [evidence]);
  const each = activity(hashrateThs, 'TH/s/unit', `Rated hashrate of one ${model}`, [evidence]);
  return product(machines, each, `Rated hashrate of ${count.toString()} ${model}`);
}

/** An interval cut wherever machines enter or leave service. */
export function fleetSpans(fleet: readonly FleetUnit[], { start, end }: Interval): FleetSpan[] {
  const cuts = fleet
    .flatMap((unit) => [unit.from, unit.to ?? end])
    .filter((instant) => instant > start && instant < end);
  const edges = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  return edges.slice(1).map((to, i) => {
    const span = { start: edges[i] ?? start, end: to };
    const units = fleet.filter((unit) => overlapOf(serviceOf(unit), span));
    if (units.length === 0) return span;
    return { ...span, rate: sum(units.map(ratedHashrate), 'Rated hashrate of the fleet') };
  });
}

/** Seconds of an interval as a constant of the calendar. */
export function secondsOf({ start, end }: Interval): Step<'s'> {
  const name = `Seconds from ${instantText(start)} to ${instantText(end)}`;
  return constant(BigInt(end - start), 's', name);
}

/** What is not known of the fleet of a site that mines: all of it, or some days. */
export function fleetGaps({ site, fleet, calendar }: SiteInputs): Finding[] {
  if (fleet.length === 0) return [];
  const empty = fleetSpans(fleet, calendar).filter(({ rate }) => !rate);
  const [first] = empty;
  if (!first) return [];
  return [
    finding(
      'ACC-FLEET-DATA',
      'quality',
      `No machine of ${site.id} is listed in service from ${instantText(first.start)} to ${instantText(first.end)}; add the fleet of that time, or state that none ran.`,
      fleet[0] ? { file: fleet[0].evidence.file } : {},
    ),
  ];
}
