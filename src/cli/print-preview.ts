import type { Preview } from '../app/import/propose-import.ts';
import { styled, type Terminal, widthOf } from './terminal.ts';

/** Columns that a cell may take. */
const WIDEST = 26;

/** Prints the first rows. Where they are wider than the terminal, the columns go on below. */
export function printPreview(terminal: Terminal, { headers, rows }: Preview): void {
  if (headers.length === 0) {
    for (const { line, cells } of rows) {
      terminal.out(
        `  ${String(line).padStart(4)}  ${shortened(cells.join('  '), terminal.width - 8)}`,
      );
    }
    return;
  }
  const columns = headers.map((header, i) => {
    const cells = rows.map((row) => shortened(row.cells[i] ?? '', WIDEST));
    const head = shortened(header, WIDEST);
    return { head, cells, width: Math.max(...[head, ...cells].map(widthOf)) };
  });
  const lines = rows.map(({ line }) => String(line));
  const margin = Math.max(4, ...lines.map(widthOf));
  for (let from = 0; from < columns.length;) {
    const to = lastThatFits(columns, from, terminal.width - margin - 4);
    const block = columns.slice(from, to);
    if (from > 0) terminal.out('');
    terminal.out(
      rowText(
        'line'.padStart(margin),
        block.map(({ head, width }) => pad(head, width)),
        terminal,
      ),
    );
    rows.forEach((_, i) => {
      const cells = block.map((column) => pad(column.cells[i] ?? '', column.width));
      terminal.out(`  ${(lines[i] ?? '').padStart(margin)}  ${cells.join('  ').trimEnd()}`);
    });
    from = to;
  }
}

function rowText(margin: string, cells: readonly string[], terminal: Terminal): string {
  return styled(terminal, 'bold', `  ${margin}  ${cells.join('  ').trimEnd()}`);
}

function lastThatFits(
  columns: readonly { readonly width: number }[],
  from: number,
  room: number,
): number {
  let [to, used] = [from, 0];
  while (to < columns.length) {
    used += (columns[to]?.width ?? 0) + 2;
    if (used - 2 > room && to > from) break;
    to += 1;
  }
  return to;
}

function shortened(text: string, width: number): string {
  const letters = Array.from(text);
  return letters.length > width ? `${letters.slice(0, width - 1).join('')}…` : text;
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text));
}
