import type { AbsorbedInput } from '../../model/documents/workspace.ts';
import type { AbsorbedEnergy } from '../../model/source-records.ts';
import type { Interval } from '../../model/time.ts';
import { eventReaders, eventTimes } from '../clock/event-times.ts';
import { unitFactor } from '../columns.ts';
import { type Extraction, type InputFile, refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { columnOf, nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';

/** The energy that a site absorbed, by the mapping of a file. Rows without proof are records too: the accounting refuses them. */
export function extract(file: InputFile, input: AbsorbedInput): Extraction<AbsorbedEnergy> {
  const { csv, map } = input;
  const readers = eventReaders(map, file.path);
  const unit = unitFactor(map.energy, [{ kind: 'energy', to: 'MWh' }], file.path);
  if (!('start' in readers) || 'severity' in unit) {
    const faults = 'start' in readers ? [] : [readers];
    return refusedFile(...faults, ...('severity' in unit ? [unit] : []));
  }
  const notes = rowNotes(file.path);
  const reasonOf = nameReader(map.reason);
  const columns = [map.start, map.end, map.energy.column, map.plant, map.proof];
  const wanted = [...columns, columnOf(map.reason)];
  return readMapped(file, { csv, columns: wanted }, notes, (rows) => {
    const spans = eventTimes(rows, map, readers, notes);
    return rows.flatMap((row, i): AbsorbedEnergy[] => {
      const energy = row.measured(map.energy.column, 'not-negative');
      const reason = reasonOf(row);
      const plant = plantOf(row, input);
      const span: Interval | undefined = spans[i];
      if (!span || !energy || !reason || plant === undefined) return [];
      const { site, contract } = input;
      return [
        {
          site,
          ...(contract === undefined ? {} : { contract }),
          plant,
          ...span,
          energyMwh: energy.mul(unit.factor),
          reason,
          measured: map.measured,
          proof: row.text(map.proof),
          evidence: row.evidence(map.energy.column),
        },
      ];
    });
  });
}

/** The plant of a row: its cell, else that of the input, else the contract stands for it. */
function plantOf(row: MappedRow, { plant, contract, map }: AbsorbedInput): string | undefined {
  const cell = row.text(map.plant);
  const name = cell === '' ? (plant ?? contract) : cell;
  if (name !== undefined) return name;
  const what = `no plant is named. The row was set aside; name it in a column, or by plant or contract of the input.`;
  row.notes.row('IN-NULL', 'critical', { line: row.line }, what);
  return undefined;
}
