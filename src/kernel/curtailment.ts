import type { HourColumn } from '../model/column.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { CurtailmentEvent } from '../model/records.ts';
import { instantText, type Interval, type Month, overlapOf } from '../model/time.ts';
import { ZERO } from '../units/rational.ts';
import { placeOf } from './energy/split-by-days.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import { secondsOf } from './fleet.ts';
import type { Curtailed } from './footprint.ts';
import { found, type Found } from './found.ts';
import type { SiteInputs } from './inputs.ts';
import {
  activity,
  columnSum,
  convert,
  difference,
  inUnit,
  isWhollyKnown,
  product,
  type Step,
  sum,
} from './ledger.ts';
import { countText, numberText } from './wording.ts';

/** `The event from 2025-07-10T19:00:00Z to 2025-07-10T22:00:00Z`. */
function nameOf({ start, end }: Interval): string {
  return `The event from ${instantText(start)} to ${instantText(end)}`;
}

function doubtful(event: CurtailmentEvent, text: string, severity: Finding['severity']): Finding {
  return finding('ACC-CURTAILMENT', severity, `${nameOf(event)} ${text}.`, placeOf(event.evidence));
}

/** The columns of the connections of a site; undefined where one of them has no readings. */
export function connections({ site, meters, energyColumns }: SiteInputs): HourColumn[] | undefined {
  const mains = meters.filter(
    (meter) =>
      meter.site === site.id && meter.measures === 'grid-import' && meter.part_of === undefined,
  );
  const columns = mains.flatMap(({ id }) => energyColumns.get(id) ?? []);
  return columns.length === mains.length && mains.length > 0 ? columns : undefined;
}

function metered(event: CurtailmentEvent, span: Interval, inputs: SiteInputs): Figure<'MWh'> {
  const { metered: read } = event;
  if (read && span.start === event.start && span.end === event.end) {
    const energy = activity(
      read.energyKwh,
      'kWh',
      'Readings of the connection in the event',
      read.evidence,
    );
    return convert(energy, 'MWh');
  }
  const columns = connections(inputs);
  const lack = (text: string): Missing => ({ missing: doubtful(event, text, 'completeness') });
  if (!columns) {
    return lack('cannot be held against the load, since the connection has no readings; add them');
  }
  if (!columns.every((column) => isWhollyKnown(column, span))) {
    return lack(
      'cannot be held against the load: it has no readings that begin and end with it, or part of it has no reading',
    );
  }
  const energies = columns.map((column) =>
    inUnit(columnSum(column, span, `Metered energy of ${column.id} in the event`), 'J'),
  );
  return convert(sum(energies, 'Metered energy in the event'), 'MWh');
}

/** The baseline by its name, and by the document that defines it. */
function baselineCites({ method, baselineSource }: CurtailmentEvent): { cites?: string[] } {
  if (method === undefined) return {};
  const source = baselineSource === undefined ? '' : `, ${baselineSource}`;
  return { cites: [`baseline: ${method}${source}`] };
}

/** An event without a baseline's name leaves open what its energy was taken against. */
function unstatedBaseline(events: readonly CurtailmentEvent[]): Finding[] {
  const unnamed = events.filter(({ method }) => method === undefined);
  const [first] = unnamed;
  if (!first) return [];
  const count = countText(unnamed.length, 'event');
  const message = `The baseline of ${count} of ${first.site} is not named, the first ${instantText(first.start)}; name the grid operator’s baseline by baseline_rule, or in the column of map.method.`;
  return [finding('ACC-CURTAILMENT-BASELINE', 'quality', message, placeOf(first.evidence))];
}

function curtailed(event: CurtailmentEvent, span: Interval, inputs: SiteInputs): Curtailed {
  const duration = convert(secondsOf(span), 'h', `Hours of the event, ${instantText(span.start)}`);
  const actual = metered(event, span, inputs);
  const { programme } = event;
  const of = { span, duration, ...(programme !== undefined && { programme }) };
  const cites = baselineCites(event);
  const baseline: Step<'MWh/h'> = activity(
    event.baselineMw,
    'MWh/h',
    { name: 'Load without the event, in MW, which are MWh per hour', ...cites },
    [event.evidence],
  );
  if (isMissing(actual)) return { ...of, baseline, energy: actual };
  const without = product(duration, baseline, 'Energy without the event');
  const energy = difference(without, actual, {
    name: `Energy left to the grid, ${instantText(span.start)} to ${instantText(span.end)}`,
    formula: 'baseline x duration - metered energy',
  });
  return { ...of, baseline, energy };
}

/** Events in order of time, and those that begin before another one ended. */
function apart(events: readonly CurtailmentEvent[]): Found<readonly CurtailmentEvent[]> {
  const ordered = [...events].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: CurtailmentEvent[] = [];
  const findings: Finding[] = [];
  for (const event of ordered) {
    const last = kept.at(-1);
    if (last && event.start < last.end) {
      const text = `begins before that from ${instantText(last.start)} ended and was left out; merge the two`;
      findings.push(doubtful(event, text, 'quality'));
    } else {
      kept.push(event);
    }
  }
  return found(kept, findings);
}

function negative(event: CurtailmentEvent, { energy }: Curtailed): Finding[] {
  if (isMissing(energy)) return [energy.missing];
  if (energy.value.gte(ZERO)) return [];
  const text = `left ${numberText(energy.value, 3)} MWh to the grid, less than none: the load was above its baseline; check the baseline`;
  return [doubtful(event, text, 'quality')];
}

/**
 * What was left to the grid, by month id: baseline less metered energy of each event. It lowers no emission, since the
 * metered energy is lower already.
 */
export function curtailments(inputs: SiteInputs): Found<ReadonlyMap<string, readonly Curtailed[]>> {
  const { value: events, findings } = apart(inputs.curtailment ?? []);
  const remarks: Finding[] = [];
  const ofMonth = (month: Month) =>
    events.flatMap((event) => {
      const span = overlapOf(event, month);
      if (!span) return [];
      const part = curtailed(event, span, inputs);
      remarks.push(...negative(event, part));
      return [part];
    });
  const months = new Map(inputs.calendar.months.map((month) => [month.id, ofMonth(month)]));
  return found(months, findings, remarks, unstatedBaseline(events));
}
