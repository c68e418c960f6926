import type { FactorRow } from '../../model/documents/factor-set.ts';
import { instantText } from '../../model/time.ts';
import type { Rational } from '../../units/rational.ts';
import { roundedText } from '../../units/rounding.ts';
import type { HourSpan } from './amounts.ts';
import type { Mix } from './own-mix.ts';
import type { ZoneMixes } from './zone-hours.ts';

const HOUR = 3600;
/** Digits behind the point of kilograms per MWh, and of shares. */
export const DIGITS = { mass: 3, share: 6 } as const;

/** What rows of hours say of themselves beside their values. */
export interface RowsOf {
  /** `eia-930`: the key of a grid is `eia-930:ERCO`. */
  readonly publisher: string;
  readonly document: string;
  /** The set whose factors of plants were used. */
  readonly technologies: string;
}

type Boundary = 'generation' | 'consumption';

function written(value: Rational, decimals: number): string {
  return roundedText(value, { decimals, mode: 'half-even' }).replace(/\.?0+$/, '');
}

/** The hours from the first to the last that has a factor. */
function trimmed(
  mixes: readonly (Mix | undefined)[],
  { start }: HourSpan,
): { readonly start: string; readonly mixes: readonly (Mix | undefined)[] } | undefined {
  const first = mixes.findIndex((mix) => mix !== undefined);
  const last = mixes.findLastIndex((mix) => mix !== undefined);
  if (first < 0) return undefined;
  return { start: instantText(start + first * HOUR), mixes: mixes.slice(first, last + 1) };
}

/** The year of all the hours; undefined where they lie in several. */
function yearOf(start: string, hours: number): number | undefined {
  const last = instantText(Date.parse(start) / 1000 + (hours - 1) * HOUR);
  return start.slice(0, 4) === last.slice(0, 4) ? Number(start.slice(0, 4)) : undefined;
}

const METHODS: Readonly<Record<Boundary, string>> = {
  generation: 'sum of generation by source x CO2 of the source, by generation',
  consumption: 'own generation and imports, each zone at what it consumes itself, solved together',
};

function rowsOfMixes(
  { publisher, document, technologies }: RowsOf,
  area: string,
  all: readonly (Mix | undefined)[],
  span: HourSpan,
  boundary: Boundary,
): FactorRow[] {
  const hours = trimmed(all, span);
  if (!hours) return [];
  const { start, mixes } = hours;
  const year = yearOf(start, mixes.length);
  const values = (take: (mix: Mix) => Rational, decimals: number) =>
    mixes.map((mix) => (mix ? written(take(mix), decimals) : null));
  const common = (use: 'location' | 'mix') => ({
    answers: { use, grid: `${publisher}:${area}`, ...(year !== undefined && { year }) },
    basis: { boundary, losses: 'excluded', cycle: 'direct' } as const,
    per: 'MWh',
    source: {
      document,
      table: METHODS[boundary],
      cell: `zone ${area}`,
      via: `CO2 and kinds of plants of ${technologies}`,
    },
    grade: 'C' as const,
  });
  return [
    {
      id: `${area}-${boundary}`,
      ...common('location'),
      states: ['CO2'],
      hourly: { start, co2_kg: values(({ co2 }) => co2, DIGITS.mass) },
    },
    {
      id: `${area}-mix-${boundary}`,
      ...common('mix'),
      hourly: {
        start,
        renewable: values(({ renewable }) => renewable, DIGITS.share),
        carbon_free: values(({ carbonFree }) => carbonFree, DIGITS.share),
      },
    },
  ];
}

/** The rows of a zone: emissions and shares of the mix by the hour, of what it generates and of what it consumes. */
export function zoneRows(of: RowsOf, zone: ZoneMixes, span: HourSpan): FactorRow[] {
  const { area, generation, consumption } = zone;
  return [
    ...rowsOfMixes(of, area, generation, span, 'generation'),
    ...(consumption ? rowsOfMixes(of, area, consumption, span, 'consumption') : []),
  ];
}
