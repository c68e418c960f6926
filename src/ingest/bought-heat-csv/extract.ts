import type { BoughtHeatInput } from '../../model/documents/workspace.ts';
import type { BoughtHeat } from '../../model/source-records.ts';
import { exact } from '../../units/rational.ts';
import { unitFactor } from '../columns.ts';
import { spanReader } from '../day-spans.ts';
import { type Extraction, type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { readMapped } from '../mapped-rows.ts';
import { columnOf, nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';

/** What the input states of the network: the rate of the supplier, and the name under which factor sets hold it. */
function networkOf({ rate, row }: BoughtHeatInput): Pick<BoughtHeat, 'rate' | 'row'> {
  return {
    ...(row !== undefined && { row }),
    ...(rate && {
      rate: { co2eKgPerMwh: exact(rate.co2e_kg_per_mwh), year: rate.year, source: rate.source },
    }),
  };
}

/** The heat, steam and cooling of a file by its mapping. */
export function extract(
  file: InputFile,
  input: BoughtHeatInput,
  context: IngestContext,
): Extraction<BoughtHeat> {
  const { site, csv, map } = input;
  const spanOf = spanReader(map, site, context, file.path);
  const unit = unitFactor(map.energy, [{ kind: 'energy', to: 'GJ' }], file.path);
  if (typeof spanOf !== 'function' || 'severity' in unit) {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    return refusedFile(...faults, ...('severity' in unit ? [unit] : []));
  }
  const kindOf = nameReader(map.heat);
  const columns = [map.start, map.end, map.energy.column, columnOf(map.heat)];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const days = spanOf(row);
      const kind = kindOf(row);
      const energy = row.measured(map.energy.column, 'not-negative');
      if (!days || !kind || !energy) return [];
      return [
        {
          site,
          kind,
          energyGj: energy.mul(unit.factor),
          ...networkOf(input),
          ...days,
          evidence: row.evidence(map.energy.column),
        },
      ];
    }),
  );
}
