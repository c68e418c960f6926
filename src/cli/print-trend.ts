import type { Trend, TrendGroup, TrendResult } from '../app/trend.ts';
import { numberText } from '../kernel/wording.ts';
import type { Rational } from '../units/rational.ts';
import { aligned, styled, type Terminal, wrapped } from './terminal.ts';

function signed(value: Rational): string {
  return value.s > 0n && value.n !== 0n ? `+${numberText(value, 3)}` : numberText(value, 3);
}

function rowsOf({ unit, before, after, change, effects }: Trend): string[][] {
  return [
    ['before', numberText(before, 3), unit],
    ['after', numberText(after, 3), unit],
    ['change', signed(change), unit],
    ...effects.map(({ of, value }) => [`  by ${of}`, signed(value), unit]),
  ];
}

function printGroup(terminal: Terminal, { site, trends, missing }: TrendGroup): void {
  terminal.out('');
  terminal.out(styled(terminal, 'bold', site ?? 'All sites'));
  for (const trend of trends) {
    terminal.out('');
    terminal.out(trend.what);
    for (const line of aligned(rowsOf(trend), [1]).split('\n')) terminal.out(`  ${line}`);
  }
  for (const line of missing) terminal.out(wrapped(terminal, `No value: ${line}`, 2));
}

/** Prints the trends between two disclosures. */
export function printTrend(terminal: Terminal, result: TrendResult): void {
  terminal.out(wrapped(terminal, `From ${result.from} to ${result.to}.`, 2));
  for (const note of result.notes) terminal.out(wrapped(terminal, `Note: ${note}`, 2));
  for (const group of result.groups) printGroup(terminal, group);
  terminal.out('');
  terminal.out(wrapped(terminal, result.method));
}

/** The result as it is printed in JSON: each number exact, as a fraction. */
export function trendJson(result: TrendResult): string {
  return JSON.stringify(plain(result), null, 2);
}

/** Numbers as fractions before they are written, since they carry a form of their own into JSON. */
function plain({ groups, ...rest }: TrendResult) {
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
