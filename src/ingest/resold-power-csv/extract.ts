import type { ResoldPowerInput } from '../../model/documents/workspace.ts';
import type { ResoldPower } from '../../model/source-records.ts';
import { unitFactor } from '../columns.ts';
import { spanReader } from '../day-spans.ts';
import { type Extraction, type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { readMapped } from '../mapped-rows.ts';
import { columnOf, nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';

/** The power of a file that was sold again, by its mapping. */
export function extract(
  file: InputFile,
  { site, meter, metered: isMetered, csv, map }: ResoldPowerInput,
  context: IngestContext,
): Extraction<ResoldPower> {
  const spanOf = spanReader(map, site, context, file.path);
  const unit = unitFactor(map.energy, [{ kind: 'energy', to: 'kWh' }], file.path);
  if (typeof spanOf !== 'function' || 'severity' in unit) {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    return refusedFile(...faults, ...('severity' in unit ? [unit] : []));
  }
  const buyerOf = nameReader(map.to);
  const columns = [map.start, map.end, map.energy.column, columnOf(map.to)];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const days = spanOf(row);
      const to = buyerOf(row);
      const energy = row.measured(map.energy.column, 'not-negative');
      if (!days || !to || !energy) return [];
      return [
        {
          site,
          ...(meter !== undefined && { meter }),
          to,
          isMetered,
          energyKwh: energy.mul(unit.factor),
          ...days,
          evidence: row.evidence(map.energy.column),
        },
      ];
    }),
  );
}
