import type { GridSeries } from '../../model/source-records.ts';
import { type AmountAt, amountsOf, firstKnown, type HourSpan } from './amounts.ts';
import type { Flows } from './flows.ts';
import { mixedHour, type ZoneHour } from './mixing.ts';
import { type Fault, type Mix, type OwnMix, ownMix, type Zone } from './own-mix.ts';
import type { Technologies } from './technologies.ts';

/** What a value rests on: adjusted before reported before imputed. */
const STATUS: readonly GridSeries['status'][] = ['adjusted', 'reported', 'imputed'];

/** Which kind of plant a source of the publisher is; undefined for one that is not known. */
export type TechnologyOf = (source: string) => string | undefined;

function merged(series: readonly GridSeries[], span: HourSpan): AmountAt {
  const inOrder = STATUS.flatMap((status) => series.filter((one) => one.status === status));
  return firstKnown(inOrder.map(({ points }) => amountsOf(points, span)));
}

function grouped(series: readonly GridSeries[], key: (one: GridSeries) => string) {
  const groups = new Map<string, GridSeries[]>();
  for (const one of series) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** The zones of which generation by source is stated. */
export function zonesOf(
  all: readonly GridSeries[],
  span: HourSpan,
  technologyOf: TechnologyOf,
): Zone[] {
  const generation = all.filter(({ quantity }) => quantity === 'generation');
  return [...grouped(generation, ({ area }) => area)].map(([area, own]): Zone => {
    const net = all.filter((one) => one.quantity === 'net-generation' && one.area === area);
    const sources = [...grouped(own, ({ of = '' }) => of)].map(([source, series]) => ({
      technology: technologyOf(source) ?? source,
      amountAt: merged(series, span),
    }));
    return { area, sources, ...(net.length > 0 && { netAt: merged(net, span) }) };
  });
}

/** Why an hour of a zone has no consumption-based factor. */
export type MixFault =
  | Fault
  | 'a border is not stated'
  | 'an import is of a zone that is not known, or nothing was consumed';

/** The hours of a zone: undefined where there is no factor. */
export interface ZoneMixes {
  readonly area: string;
  readonly generation: readonly (Mix | undefined)[];
  /** Absent where the files hold no interchange of the zone. */
  readonly consumption?: readonly (Mix | undefined)[];
  /** How many hours lack a factor, and why. */
  readonly lacks: ReadonlyMap<Fault | 'nothing was generated', number>;
  readonly mixLacks: ReadonlyMap<MixFault, number>;
}

interface Collected {
  readonly zone: Zone;
  readonly generation: (Mix | undefined)[];
  readonly consumption: (Mix | undefined)[];
  readonly lacks: Map<Fault | 'nothing was generated', number>;
  readonly mixLacks: Map<MixFault, number>;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function isFault(own: OwnMix | Fault): own is Fault {
  return typeof own === 'string';
}

function collectOwn({ generation, lacks }: Collected, own: OwnMix | Fault): void {
  if (isFault(own)) count(lacks, own);
  else if (!own.mix) count(lacks, 'nothing was generated');
  generation.push(isFault(own) ? undefined : own.mix);
}

function lackOf(own: OwnMix | Fault, imports: ZoneHour['imports']): MixFault {
  if (isFault(own)) return own;
  return imports
    ? 'an import is of a zone that is not known, or nothing was consumed'
    : 'a border is not stated';
}

/** The factors of every zone, hour by hour: of what it generates, and of what it consumes. */
export function zoneMixes(
  zones: readonly Zone[],
  { hours }: HourSpan,
  technologies: Technologies,
  flows: Flows,
): ZoneMixes[] {
  const all = zones.map((zone): Collected => ({
    zone,
    generation: [],
    consumption: [],
    lacks: new Map(),
    mixLacks: new Map(),
  }));
  for (let hour = 0; hour < hours; hour += 1) {
    const hourly = all.map((one) => {
      const own = ownMix(one.zone, hour, technologies);
      collectOwn(one, own);
      return { one, own, imports: flows.importsOf(one.zone.area, hour) };
    });
    const mixes = mixedHour(
      hourly.map(({ one, own, imports }) => ({
        area: one.zone.area,
        own: isFault(own) ? undefined : own,
        imports,
      })),
    );
    for (const { one, own, imports } of hourly) {
      const mix = mixes.get(one.zone.area);
      one.consumption.push(mix);
      if (!mix) count(one.mixLacks, lackOf(own, imports));
    }
  }
  return all.map(({ zone, generation, consumption, lacks, mixLacks }) => ({
    area: zone.area,
    generation,
    lacks,
    mixLacks,
    ...(flows.neighboursOf(zone.area).length > 0 && { consumption }),
  }));
}
