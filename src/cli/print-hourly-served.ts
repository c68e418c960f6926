import type { CheckResult } from '../app/check.ts';
import { styled, type Terminal, wrapped } from './terminal.ts';

type Served = CheckResult['served_by_hour'][number];

const METHODS = { location: 'location-based', mix: 'grid mix', marginal: 'marginal rate' } as const;
/** Room for the name of a method. */
const LEFT = 18;

function servedText({ by, grid, boundary, is_used: isUsed, hours_of_period: all }: Served): string {
  const hours = by.reduce((sum, row) => sum + row.hours, 0);
  if (hours === 0) {
    return `annual: no hourly factor of ${boundary} is at hand for ${grid ?? 'a grid that the site names'}`;
  }
  const rows = by.map(({ publisher, edition, row, grade, hours: own }) => {
    const part = by.length > 1 ? `, ${String(own)} hours` : '';
    return `${publisher}/${edition} ${row}, grade ${grade}${part}`;
  });
  const served = `${String(hours)} of ${String(all)} hours: ${rows.join('; ')}`;
  const how = isUsed
    ? 'hourly where a template allows it and the energy is read by the hour'
    : 'annual: factors.hourly does not take the hours at hand';
  return `${how}; ${served}`;
}

/** Prints which sites hourly factors serve, and which stay at the annual one. */
export function printHourlyServed(terminal: Terminal, all: readonly Served[]): void {
  if (all.length === 0) return;
  terminal.out(styled(terminal, 'bold', 'Factors by the hour'));
  for (const site of new Set(all.map((one) => one.site))) {
    terminal.out(site);
    for (const one of all.filter((each) => each.site === site)) {
      const text = wrapped(terminal, servedText(one), LEFT + 2);
      terminal.out(`  ${METHODS[one.use].padEnd(LEFT)}${text}`);
    }
  }
  terminal.out('');
}
