import { numberText } from '../kernel/wording.ts';
import type { Rational } from '../units/rational.ts';
import type { Trend, TrendResult } from './trend.ts';

function signed(value: Rational): string {
  const text = numberText(value, 3);
  return value.s > 0n && value.n !== 0n ? `+${text}` : text;
}

/** The lines of a trend as a person reads them: what, how much, unit. */
export function trendRows({ unit, before, after, change, effects }: Trend): string[][] {
  return [
    ['before', numberText(before, 3), unit],
    ['after', numberText(after, 3), unit],
    ['change', signed(change), unit],
    ...effects.map(({ of, value }) => [`  by ${of}`, signed(value), unit]),
  ];
}

/** The same for a machine: each number exact, as a fraction. */
export function trendJson({ groups, ...rest }: TrendResult): object {
  const number = (value: Rational) => value.toFraction();
  return {
    ...rest,
    groups: groups.map(({ trends, ...group }) => ({
      ...group,
      trends: trends.map(({ what, unit, before, after, change, effects }) => ({
        what,
        unit,
        before: number(before),
        after: number(after),
        change: number(change),
        effects: effects.map(({ of, value }) => ({ of, value: number(value) })),
      })),
    })),
  };
}
