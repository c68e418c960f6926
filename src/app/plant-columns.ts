import type { SiteInputs } from '../kernel/inputs.ts';
import type { HourColumn } from '../model/column.ts';
import type { Meter, Site } from '../model/documents/workspace.ts';
import type { Finding } from '../model/finding.ts';
import type { Direction, ReadingSeries } from '../model/records.ts';
import type { Calendar } from '../model/time.ts';
import { reduceReadings } from '../series/reduce-readings.ts';

/** Energy that stands beside what a site bought: made, stored, or fed into the grid. */
export interface PlantColumns {
  readonly inputs: Pick<
    SiteInputs,
    'plantMeters' | 'generationColumns' | 'chargeColumns' | 'exportColumns'
  >;
  readonly columns: readonly HourColumn[];
  readonly findings: readonly Finding[];
}

type Kind = 'generation' | 'discharge' | 'charge' | 'export';

/**
 * The directions of a meter's readings that show a kind of energy; the first that a file gives is taken. A table of a
 * plant that states no direction is read as import, and holds what the plant made.
 */
const SHOWN_BY: Readonly<Partial<Record<Meter['measures'], readonly [Kind, Direction[]][]>>> = {
  'on-site-generation': [['generation', ['generation', 'export', 'import']]],
  'contracted-generation': [['generation', ['generation', 'export', 'import']]],
  storage: [
    ['discharge', ['export', 'generation']],
    ['charge', ['import']],
  ],
  'grid-import': [['export', ['export']]],
};

/** True for a meter of plant or storage. */
export function isOfPlant({ measures }: Pick<Meter, 'measures'>): boolean {
  return measures in SHOWN_BY && measures !== 'grid-import';
}

interface OneColumn {
  readonly meter: string;
  readonly kind: Kind;
  readonly column: HourColumn;
  readonly findings: readonly Finding[];
}

/** The columns of generation, storage and export of a site's meters over the period. */
export function plantColumns(
  site: Site,
  meters: readonly Meter[],
  series: readonly ReadingSeries[],
  calendar: Calendar,
): PlantColumns {
  const own = meters.filter((meter) => meter.site === site.id);
  const all = own.flatMap((meter) => columnsOf(meter, series, calendar));
  const of = (...kinds: readonly Kind[]) =>
    new Map(
      all.filter(({ kind }) => kinds.includes(kind)).map(({ meter, column }) => [meter, column]),
    );
  return {
    inputs: {
      plantMeters: own.filter(isOfPlant),
      generationColumns: of('generation', 'discharge'),
      chargeColumns: of('charge'),
      exportColumns: of('export'),
    },
    columns: all.map(({ column }) => column),
    findings: all.flatMap(({ findings }) => findings),
  };
}

function columnsOf(
  meter: Meter,
  series: readonly ReadingSeries[],
  calendar: Calendar,
): OneColumn[] {
  return (SHOWN_BY[meter.measures] ?? []).flatMap(([kind, directions]) => {
    const own = firstGiven(
      series.filter((one) => one.meter === meter.id),
      directions,
    );
    if (own.length === 0) return [];
    const { column, findings } = reduceReadings(own, {
      id: `${meter.id}.${kind}`,
      site: meter.site,
      interval: calendar,
      origin: calendar.start,
    });
    return [{ meter: meter.id, kind, column, findings }];
  });
}

function firstGiven(
  series: readonly ReadingSeries[],
  directions: readonly Direction[],
): readonly ReadingSeries[] {
  const given = directions.find((each) => series.some(({ direction }) => direction === each));
  return given === undefined ? [] : series.filter(({ direction }) => direction === given);
}
