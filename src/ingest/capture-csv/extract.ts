import type { CaptureInput } from '../../model/documents/workspace.ts';
import type { CarbonCapture } from '../../model/source-records.ts';
import type { Rational } from '../../units/rational.ts';
import { unitFactor } from '../columns.ts';
import { spanReader } from '../day-spans.ts';
import { type Extraction, type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { isNullText } from '../table/number.ts';

/** The captured CO2 of a file by its mapping. */
export function extract(
  file: InputFile,
  { site, csv, map }: CaptureInput,
  context: IngestContext,
): Extraction<CarbonCapture> {
  const spanOf = spanReader(map, site, context, file.path);
  const unit = unitFactor(map.mass, [{ kind: 'mass', to: 'kg' }], file.path);
  const lost = unitFactor(map.leakage ?? map.mass, [{ kind: 'mass', to: 'kg' }], file.path);
  if (typeof spanOf !== 'function' || 'severity' in unit || 'severity' in lost) {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    return refusedFile(...faults, ...[unit, lost].filter((part) => 'severity' in part));
  }
  const columns = [map.start, map.end, map.mass.column, map.leakage?.column, map.storage];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const days = spanOf(row);
      const mass = row.measured(map.mass.column, 'not-negative');
      const leakage = leakageOf(row, map.leakage?.column, lost);
      if (!days || !mass || leakage === 'refused') return [];
      const storage = row.text(map.storage);
      return [
        {
          site,
          massKg: mass.mul(unit.factor),
          ...(leakage && { leakageKg: leakage }),
          ...(isNullText(storage) ? {} : { storage }),
          ...days,
          evidence: row.evidence(map.mass.column),
        },
      ];
    }),
  );
}

/** Undefined where none is stated, which is not zero. */
function leakageOf(
  row: MappedRow,
  column: string | undefined,
  { factor }: { readonly factor: Rational },
): Rational | undefined | 'refused' {
  if (column === undefined || isNullText(row.text(column))) return undefined;
  return row.measured(column, 'not-negative')?.mul(factor) ?? 'refused';
}
