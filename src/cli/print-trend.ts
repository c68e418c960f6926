import { trendRows } from '../app/trend-text.ts';
import type { TrendGroup, TrendResult } from '../app/trend.ts';
import { aligned, styled, type Terminal, wrapped } from './terminal.ts';

function printGroup(terminal: Terminal, { site, trends, missing }: TrendGroup): void {
  terminal.out('');
  terminal.out(styled(terminal, 'bold', site ?? 'All sites'));
  for (const trend of trends) {
    terminal.out('');
    terminal.out(trend.what);
    for (const line of aligned(trendRows(trend), [1]).split('\n')) terminal.out(`  ${line}`);
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
