import type { SupplierMixInput } from '../../model/documents/workspace.ts';
import type { SupplierMix } from '../../model/source-records.ts';
import type { Extraction, InputFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';
import { shareOf } from '../shares.ts';
import { quoted } from '../wording.ts';

/** The parts of a supplier's mix by its mapping. Whether those of a year make a whole is seen over all files. */
export function extract(
  file: InputFile,
  { contract, csv, map }: SupplierMixInput,
): Extraction<SupplierMix> {
  const technologyOf = nameReader({ column: map.technology, names: map.names }, 'IN-TECHNOLOGY');
  const columns = [map.year, map.technology, map.share.column];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const year = yearOf(row, map.year);
      const technology = technologyOf(row);
      const share = shareOf(row, map.share);
      if (year === undefined || technology === undefined || !share) return [];
      const technologyText = row.text(map.technology);
      const evidence = row.evidence(map.share.column);
      return [{ contract, year, technology, technologyText, share, evidence }];
    }),
  );
}

function yearOf(row: MappedRow, column: string): number | undefined {
  const text = row.text(column);
  if (/^20\d\d$/.test(text)) return Number(text);
  const what = `${quoted(text)} in column ${quoted(column)} is not a calendar year. The row was set aside; a mix holds for one year.`;
  row.notes.row('IN-DATE', 'critical', { line: row.line, column }, what);
  return undefined;
}
