import type { BillsInput, BillsMap, CsvLayout } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Rational } from '../../units/rational.ts';
import { type DatePattern, datePattern } from '../clock/date-pattern.ts';
import { type ZoneClock, zoneClock } from '../clock/zone-clock.ts';
import { unitFactor } from '../columns.ts';
import type { IngestContext } from '../input-file.ts';
import type { MeterOf } from '../meters.ts';
import { quoted } from '../wording.ts';
import type { EndDate } from './end-date.ts';

/** A mapping of bills with everything resolved that does not depend on rows. */
export interface BillsLayout {
  readonly csv: CsvLayout | undefined;
  /** Of amounts that no column and no sign gives one. */
  readonly currency?: string | undefined;
  readonly map: BillsMap;
  readonly meterOf: MeterOf;
  readonly pattern: DatePattern;
  readonly kwh: Rational;
  readonly kw: Rational | undefined;
  readonly endDate: EndDate | undefined;
  /** The clock of the site of a meter. */
  readonly clockOf: (meter: string) => ZoneClock | undefined;
}

/** The layout of a mapped input; or every reason why its rows cannot be read. */
export function billsLayout(
  { csv, map, currency }: BillsInput,
  meterOf: MeterOf | Finding,
  context: IngestContext,
  file: string,
): BillsLayout | readonly Finding[] {
  const pattern = dayPattern(map.date_format, file);
  const kwh = unitFactor(map.energy, [{ kind: 'energy', to: 'kWh' }], file);
  const kw = map.peak_demand && unitFactor(map.peak_demand, [{ kind: 'power', to: 'kW' }], file);
  const faults = [meterOf, pattern, kwh, kw].filter(isFinding);
  if (typeof meterOf !== 'function' || isFinding(pattern) || isFinding(kwh) || isFinding(kw)) {
    return faults;
  }
  return {
    csv,
    currency,
    map,
    meterOf,
    pattern,
    kwh: kwh.factor,
    kw: kw?.factor,
    endDate: map.end_date,
    clockOf: clocksOf(context),
  };
}

/** The clock of the site at which a meter of the workspace stands. */
export function clocksOf({ meters, sites }: IngestContext): BillsLayout['clockOf'] {
  return (meter) => {
    const site = meters.find(({ id }) => id === meter)?.site;
    const zone = sites.find(({ id }) => id === site)?.zone;
    return zone === undefined ? undefined : zoneClock(zone);
  };
}

/** Columns that the header must name. */
export function wantedColumns({ map }: BillsLayout): readonly string[] {
  const { start, end, energy, meter, read_type, invoice, replaces, peak_demand } = map;
  const documents = [invoice, replaces, map.cost, map.credits, map.currency];
  return [
    start,
    end,
    energy.column,
    meter,
    read_type?.column,
    peak_demand?.column,
    ...documents,
  ].filter((column) => column !== undefined);
}

/** The pattern of a column of days; or what is wrong with it. */
export function dayPattern(format: string, file: string): DatePattern | Finding {
  const pattern = datePattern(format);
  if (!('unknown' in pattern) && pattern.hasDay) return pattern;
  const message = `The date_format ${quoted(format)} for ${file} does not name year, month and day, each once, by the letters yyyy yy MM M MMM dd d. Correct it.`;
  return finding('IN-DATE', 'critical', message, { file });
}

function isFinding(value: unknown): value is Finding {
  return typeof value === 'object' && value !== null && 'severity' in value;
}
