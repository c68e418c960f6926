import type { WasteInput } from '../../model/documents/workspace.ts';
import type { WasteDisposal } from '../../model/source-records.ts';
import { unitFactor } from '../columns.ts';
import { spanReader } from '../day-spans.ts';
import { type Extraction, type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** The waste of a file by its mapping. */
export function extract(
  file: InputFile,
  { site, csv, map }: WasteInput,
  context: IngestContext,
): Extraction<WasteDisposal> {
  const spanOf = spanReader(map, site, context, file.path);
  const unit = unitFactor(map.mass, [{ kind: 'mass', to: 'kg' }], file.path);
  if (typeof spanOf !== 'function' || 'severity' in unit) {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    return refusedFile(...faults, ...('severity' in unit ? [unit] : []));
  }
  const columns = [map.start, map.end, map.waste, map.route, map.mass.column];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const days = spanOf(row);
      const waste = stated(row, map.waste);
      const route = stated(row, map.route);
      const mass = row.measured(map.mass.column, 'not-negative');
      if (!days || waste === undefined || route === undefined || !mass) return [];
      const massKg = mass.mul(unit.factor);
      return [{ site, waste, route, massKg, ...days, evidence: row.evidence(map.mass.column) }];
    }),
  );
}

function stated(row: MappedRow, column: string): string | undefined {
  const text = row.text(column);
  if (text !== '') return text;
  const what = `column ${quoted(column)} is blank, so the row cannot be told from others. It was set aside; fill the cell.`;
  row.notes.row('IN-NULL', 'critical', { line: row.line, column }, what);
  return undefined;
}
