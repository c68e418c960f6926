import type { factorDiffOf } from '../app/factors/catalogue.ts';
import { aligned, styled, type Terminal, wrapped } from './terminal.ts';

type FactorDiff = ReturnType<typeof factorDiffOf>;
type ChangedRow = FactorDiff['changed'][number];
type ValueChange = ChangedRow['values'][number];
type LoneRow = FactorDiff['added'][number];

function stated(value: string | null | undefined): string {
  return value === null ? 'NA' : (value ?? '-');
}

function changeText({ change_percent: change }: ValueChange): string {
  if (change === null) return '';
  return `${change.startsWith('-') ? '' : '+'}${change}%`;
}

function yearsText({ from_year: from, to_year: to }: ChangedRow): string {
  if (from === null && to === null) return '';
  return from === to ? `, ${String(from)}` : `, ${String(from ?? '-')} to ${String(to ?? '-')}`;
}

function printChanged(terminal: Terminal, rows: readonly ChangedRow[]): void {
  const cells = rows.flatMap(({ values }) =>
    values.map((value) => [
      `  ${value.field}`,
      stated(value.from),
      stated(value.to),
      changeText(value),
    ]),
  );
  const lines = aligned([['  VALUE', 'OLD', 'NEW', 'CHANGE'], ...cells], [1, 2, 3]).split('\n');
  terminal.out(lines.shift() ?? '');
  for (const row of rows) {
    terminal.out(wrapped(terminal, `${row.question}${yearsText(row)}`));
    for (const line of lines.splice(0, row.values.length)) terminal.out(line);
  }
}

function printLone(terminal: Terminal, what: string, rows: readonly LoneRow[]): void {
  if (rows.length === 0) return;
  terminal.out('');
  terminal.out(styled(terminal, 'bold', `${what} (${String(rows.length)})`));
  for (const { question, year } of rows) {
    terminal.out(
      `  ${wrapped(terminal, `${question}${year === null ? '' : `, ${String(year)}`}`, 2)}`,
    );
  }
}

/** Prints what changes from one factor set to another. */
export function printFactorDiff(terminal: Terminal, diff: FactorDiff): void {
  const { changed, added, removed, unchanged, of_workspace: own } = diff;
  terminal.out(styled(terminal, 'bold', wrapped(terminal, `${diff.from} to ${diff.to}`)));
  for (const name of own) terminal.out(wrapped(terminal, `${name} is of this workspace.`));
  terminal.out(
    wrapped(
      terminal,
      `${String(changed.length)} changed, ${String(added.length)} added, ${String(removed.length)} removed, ${String(unchanged)} unchanged`,
    ),
  );
  if (changed.length > 0) {
    terminal.out('');
    printChanged(terminal, changed);
  }
  printLone(terminal, 'Added', added);
  printLone(terminal, 'Removed', removed);
}
