import type { ActivityLine, Scope3 } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Evidence } from '../../model/records.ts';
import type { Activity } from '../../model/source-records.ts';
import { exact, ZERO } from '../../units/rational.ts';
import { DAY } from '../clock/calendar.ts';
import { datePattern } from '../clock/date-pattern.ts';
import { type DaySpan, dayClock } from '../day-spans.ts';
import type { Extraction, IngestContext } from '../input-file.ts';
import { activityUnit } from './units.ts';

/** The activities that stand as lines in the workspace itself; `evidenceOf` gives the place of a line. */
export function activityLines(
  { activities: lines = [] }: Scope3,
  context: IngestContext,
  evidenceOf: (index: number) => Evidence,
): Extraction<Activity> {
  const read = lines.map((line, i) => activityOf(line, context, evidenceOf(i)));
  const records = read.flatMap((one) => ('severity' in one ? [] : [one]));
  return {
    records,
    findings: read.flatMap((one) => ('severity' in one ? [one] : [])),
    rows: { read: lines.length, rejected: lines.length - records.length, duplicate: 0 },
  };
}

function activityOf(
  line: ActivityLine,
  { sites }: IngestContext,
  evidence: Evidence,
): Activity | Finding {
  const { id, site, category, what, factor, route, electronic, mass_each: each } = line;
  const days = spanOf(line, sites);
  const quantity = exact(line.quantity);
  if (!days) return refused(line, evidence, 'start and end are no days of its site');
  if (quantity.lt(ZERO)) return refused(line, evidence, `its quantity is ${line.quantity}`);
  if (each && !exact(each.kg).gt(ZERO)) {
    return refused(line, evidence, `one unit of it weighs ${each.kg} kg`);
  }
  const years = line.amortised_over_years;
  return {
    ...{ id, category, what, quantity, unit: activityUnit(line.unit), factor },
    ...(site !== undefined && { site }),
    ...(each && { massEach: { kg: exact(each.kg), source: each.source } }),
    ...(route !== undefined && { route }),
    ...(electronic !== undefined && { isElectronic: electronic }),
    ...(years !== undefined && { amortisedOverYears: years }),
    ...days,
    evidence,
  };
}

function refused({ id, start, end }: ActivityLine, { file, at }: Evidence, why: string): Finding {
  const message = `The activity ${id}, ${start} to ${end}, is not counted, since ${why}; correct it.`;
  const place = at.line === undefined ? { file } : { file, line: at.line };
  return finding('IN-PERIOD', 'critical', message, place);
}

/** The number of a day such as `2025-01-31`; undefined where there is no such day. */
function dayOf(text: string): number | undefined {
  const pattern = datePattern('yyyy-MM-dd');
  const stamp = 'unknown' in pattern ? undefined : pattern.parse(text);
  return stamp && Math.floor(stamp.wall / DAY);
}

function spanOf(
  { site, start, end }: ActivityLine,
  sites: IngestContext['sites'],
): DaySpan | undefined {
  const clock = dayClock(site, sites);
  const [first, last] = [dayOf(start), dayOf(end)];
  if (!clock || first === undefined || last === undefined || last < first) return undefined;
  return {
    start: clock.startOfDay(first),
    end: clock.startOfDay(last + 1),
    firstDay: start,
    lastDay: end,
  };
}
