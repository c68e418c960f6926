import type { Contract, Meter, Site } from '../model/documents/workspace.ts';
import type { CurtailmentEvent, PeakReading, Reading, ReadingSeries } from '../model/records.ts';
import type { Calendar, Interval } from '../model/time.ts';
import { ratio, sumOf } from '../units/rational.ts';
import type { InputRecords } from './read-inputs.ts';

/** What a site's records are told apart by. */
interface Belonging {
  readonly meters: readonly Meter[];
  readonly contracts: readonly Contract[];
  readonly calendar: Calendar;
}

/** Fuels, heat, events, deliveries, coins and shares of a site, and the peak of its connection. */
export function furtherRecords(
  records: InputRecords,
  site: Site,
  { meters, contracts, calendar }: Belonging,
) {
  const own = <R extends { readonly site: string }>(list: readonly R[]) =>
    list.filter((one) => one.site === site.id);
  const named = new Set(contracts.map(({ id }) => id));
  const connection = connectionSeries(meters, records.readings);
  return {
    fuels: own(records.fuels),
    heat: own(records.heat),
    boughtHeat: own(records.boughtHeat),
    resold: own(records.resold),
    curtailment: own(records.curtailment).map((event) => withMetered(event, connection)),
    deliveries: records.deliveries.filter(({ contract }) => named.has(contract)),
    coins: own(records.coins),
    shares: own(records.shares),
    granular: own(records.granular),
    supplierMixes: records.mixes.filter(({ contract }) => named.has(contract)),
    storage: own(records.storage),
    refrigerants: own(records.refrigerants),
    flare: own(records.flare),
    capture: own(records.capture),
    water: own(records.water),
    waste: own(records.waste),
    activities: records.activities.filter((line) => line.site === site.id),
    payouts: own(records.payouts),
    absorbed: own(records.absorbed),
    credits: own(records.credits),
    peak: peakOf(connection, calendar),
  };
}

/** A reading of the site's connection with the series it stands in. */
interface ConnectionReading {
  readonly reading: Reading;
  readonly series: ReadingSeries;
}

/** Series of 15 minutes or less of the site's one connection; none with several, whose readings need not coincide. */
function connectionSeries(
  meters: readonly Meter[],
  all: readonly ReadingSeries[],
): readonly ReadingSeries[] {
  const [connection, ...others] = meters.filter(
    ({ measures, part_of }) => measures === 'grid-import' && part_of === undefined,
  );
  if (!connection || others.length > 0) return [];
  return all.filter(
    ({ meter, direction, intervalSeconds }) =>
      meter === connection.id && direction === 'import' && intervalSeconds <= 900,
  );
}

function* readingsWithin(
  all: readonly ReadingSeries[],
  { start, end }: Interval,
): Generator<ConnectionReading> {
  for (const series of all) {
    for (const reading of series.readings) {
      if (reading.start >= start && reading.end <= end) yield { reading, series };
    }
  }
}

function kilowattHours({ reading, series }: ConnectionReading) {
  return ratio(reading.energy, series.scale * 3_600_000n);
}

function evidenceOf({ reading, series }: ConnectionReading) {
  const { file, sha256, sheet } = series;
  return { file, sha256, at: { line: reading.line, ...(sheet !== undefined && { sheet }) } };
}

/** The reading with the highest mean power within the period; undefined without such readings. */
function peakOf(connection: readonly ReadingSeries[], calendar: Calendar): PeakReading | undefined {
  const weight = ({ reading, series }: ConnectionReading) =>
    series.scale * BigInt(reading.end - reading.start);
  const isHigher = (a: ConnectionReading, b: ConnectionReading) =>
    a.reading.energy * weight(b) > b.reading.energy * weight(a);
  let peak: ConnectionReading | undefined;
  for (const next of readingsWithin(connection, calendar)) {
    if (!peak || isHigher(next, peak)) peak = next;
  }
  if (!peak) return undefined;
  const { meter, start, end } = peak.reading;
  return { meter, start, end, energyKwh: kilowattHours(peak), evidence: evidenceOf(peak) };
}

/** The event with the energy that readings show in it, where they begin and end with it and leave no gap. */
function withMetered(
  event: CurtailmentEvent,
  connection: readonly ReadingSeries[],
): CurtailmentEvent {
  const inside = [...readingsWithin(connection, event)];
  const seconds = inside.reduce((sum, { reading }) => sum + reading.end - reading.start, 0);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last || seconds !== event.end - event.start) return event;
  const evidence = [first, last].map(evidenceOf);
  return { ...event, metered: { energyKwh: sumOf(inside.map(kilowattHours)), evidence } };
}
