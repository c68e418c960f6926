import type { RefrigerantsInput } from '../../model/documents/workspace.ts';
import type { RefrigerantUse } from '../../model/source-records.ts';
import type { Rational } from '../../units/rational.ts';
import { unitFactor } from '../columns.ts';
import { spanReader } from '../day-spans.ts';
import { type Extraction, type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';
import { type ShareColumn, shareOf } from '../shares.ts';
import { isNullText } from '../table/number.ts';
import { designationOf } from './designation.ts';

/** The refrigerants of a file by its mapping. */
export function extract(
  file: InputFile,
  { site, csv, map }: RefrigerantsInput,
  context: IngestContext,
): Extraction<RefrigerantUse> {
  const spanOf = spanReader(map, site, context, file.path);
  const unit = unitFactor(map.mass, [{ kind: 'mass', to: 'kg' }], file.path);
  if (typeof spanOf !== 'function' || 'severity' in unit) {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    return refusedFile(...faults, ...('severity' in unit ? [unit] : []));
  }
  const kindOf = nameReader({ column: map.kind, names: map.names });
  const { start, end, refrigerant: name, kind: word, mass: amount, equipment: machine } = map;
  const columns = [start, end, name, word, amount.column, machine, map.leak_rate?.column];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const days = spanOf(row);
      const refrigerant = designationOf(row, name);
      const kind = kindOf(row);
      const mass = row.measured(amount.column, 'not-negative');
      const leakRate = leakRateOf(row, map.leak_rate);
      if (!days || refrigerant === undefined || !kind || !mass || leakRate === 'refused') return [];
      const equipment = row.text(machine);
      return [
        {
          site,
          refrigerant,
          kind,
          massKg: mass.mul(unit.factor),
          ...(equipment === '' ? {} : { equipment }),
          ...(leakRate && { leakRate }),
          ...days,
          evidence: row.evidence(amount.column),
        },
      ];
    }),
  );
}

/** Undefined where none is stated. */
function leakRateOf(
  row: MappedRow,
  column: ShareColumn | undefined,
): Rational | undefined | 'refused' {
  if (!column || isNullText(row.text(column.column))) return undefined;
  return shareOf(row, column) ?? 'refused';
}
