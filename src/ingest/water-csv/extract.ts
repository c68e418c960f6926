import type { WaterInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { WaterUse } from '../../model/source-records.ts';
import type { Rational } from '../../units/rational.ts';
import { canonicalUnit, conversionFactor } from '../../units/unit.ts';
import { spanReader } from '../day-spans.ts';
import { type Extraction, type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { readMapped } from '../mapped-rows.ts';
import { columnOf, nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** Units in which water is measured; a standard cubic foot is one of gas. */
const UNITS = ['m3', 'L', 'mL', 'ML', 'US gal', 'gal'];

/** The water of a file by its mapping. */
export function extract(
  file: InputFile,
  { site, csv, map }: WaterInput,
  context: IngestContext,
): Extraction<WaterUse> {
  const spanOf = spanReader(map, site, context, file.path);
  const cubicMetres = cubicMetresIn(map.volume, file.path);
  if (typeof spanOf !== 'function' || 'severity' in cubicMetres) {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    return refusedFile(...faults, ...('severity' in cubicMetres ? [cubicMetres] : []));
  }
  const kindOf = nameReader(map.kind);
  const columns = [map.start, map.end, columnOf(map.kind), map.volume.column, map.source];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const days = spanOf(row);
      const kind = kindOf(row);
      const volume = row.measured(map.volume.column, 'not-negative');
      if (!days || !kind || !volume) return [];
      const source = row.text(map.source);
      return [
        {
          site,
          kind,
          volumeM3: volume.mul(cubicMetres),
          ...(source === '' ? {} : { source }),
          ...days,
          evidence: row.evidence(map.volume.column),
        },
      ];
    }),
  );
}

function cubicMetresIn(
  { column, unit }: WaterInput['map']['volume'],
  file: string,
): Rational | Finding {
  const symbol = canonicalUnit('volume', unit);
  if (symbol !== undefined && UNITS.includes(symbol)) return conversionFactor(symbol, 'm3');
  const message = `The unit ${quoted(unit)} of column ${quoted(column)} in ${file} is not one in which water is read. Use one of ${UNITS.join(', ')}.`;
  return finding('IN-UNIT', 'critical', message, { file, column });
}
