import type { FlareInput } from '../../model/documents/workspace.ts';
import { ONE, type Rational, ratio, sumOf } from '../../units/rational.ts';
import type { MappedRow } from '../mapped-rows.ts';
import { percentText, shareOf } from '../shares.ts';
import { isNullText } from '../table/number.ts';
import { counted } from '../wording.ts';

/** How far the parts may miss the whole without a word: half a point. */
const TOLERANCE = ratio(1n, 200n);

/** The parts by species; undefined where one of them is no part. A blank one is not stated, and not zero. */
export function compositionOf(
  row: MappedRow,
  { columns, unit }: FlareInput['map']['composition'],
): Readonly<Record<string, Rational>> | undefined {
  const species = Object.entries(columns);
  const parts: [string, Rational][] = [];
  for (const [name, column] of species) {
    if (isNullText(row.text(column))) continue;
    const part = shareOf(row, { column, unit });
    if (!part) return undefined;
    parts.push([name, part]);
  }
  noteSum(
    row,
    sumOf(parts.map(([, part]) => part)),
    species.map(([, column]) => column),
  );
  return Object.fromEntries(parts);
}

function noteSum(row: MappedRow, sum: Rational, columns: readonly string[]): void {
  if (sum.sub(ONE).abs().lte(TOLERANCE)) return;
  const [column] = columns;
  const what = `its ${counted(columns.length, 'species', 'species')} add up to ${percentText(sum)}, not to 100 %. The row is kept as it stands; add the species that are missing or correct the analysis.`;
  const at = column === undefined ? { line: row.line } : { line: row.line, column };
  row.notes.row('IN-CHECK-SUM', 'quality', at, what);
}
