import type { CoverageRow, MonthState } from '../app/coverage.ts';
import { aligned, styled, type Terminal } from './terminal.ts';

const SIGNS: Readonly<Record<MonthState, string>> = {
  measured: '#',
  estimated: 'e',
  partial: 'p',
  missing: 'x',
  none: '-',
};

const NAMES = ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'];

/** Prints a month-by-site picture of what is there, estimated, missing. */
export function printCoverage(terminal: Terminal, rows: readonly CoverageRow[]): void {
  const months = rows[0]?.months ?? [];
  if (months.length === 0) return;
  const head = ['', ...months.map(({ month }) => NAMES[Number(month.slice(5)) - 1] ?? '?')];
  const first = months[0]?.month ?? '';
  const last = months.at(-1)?.month ?? '';
  terminal.out(styled(terminal, 'bold', `What stands behind each month, ${first} to ${last}`));
  terminal.out(
    aligned([
      head,
      ...rows.map((row) => [
        `${row.site}  ${row.input}${row.meter === null ? '' : ` ${row.meter}`}`,
        ...row.months.map(({ state }) => SIGNS[state]),
      ]),
    ]),
  );
  terminal.out('# measured or stated  e part estimated  p part of the month  x missing  - none');
  terminal.out('');
}
