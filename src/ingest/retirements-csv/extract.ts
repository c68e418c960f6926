import type { RetirementsInput } from '../../model/documents/workspace.ts';
import type { Finding } from '../../model/finding.ts';
import type { RetirementStatement } from '../../model/source-records.ts';
import { dayPattern } from '../bills-csv/layout.ts';
import { DAY, dayText } from '../clock/calendar.ts';
import type { DatePattern } from '../clock/date-pattern.ts';
import { unitFactor } from '../columns.ts';
import { type Extraction, type InputFile, refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** The retirement statements of a file by its mapping. */
export function extract(
  file: InputFile,
  { csv, map }: RetirementsInput,
): Extraction<RetirementStatement> {
  const pattern = dayPattern(map.date_format, file.path);
  const unit = unitFactor(map.quantity, [{ kind: 'energy', to: 'MWh' }], file.path);
  if (!('parse' in pattern) || 'severity' in unit) {
    return refusedFile(...[pattern, unit].filter(isFinding));
  }
  const { registry, serial_start, serial_end, beneficiary, retired_on } = map;
  const texts = [registry, serial_start, serial_end, beneficiary];
  const columns = [...texts, map.quantity.column, retired_on];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const retiredOn = dayOf(row, retired_on, pattern);
      const quantity = row.needed(map.quantity.column, 'positive');
      const isFilled = texts.every((column) => isStated(row, column));
      if (retiredOn === undefined || !quantity || !isFilled) return [];
      return [
        {
          registry: row.text(registry),
          serialStart: row.text(serial_start),
          serialEnd: row.text(serial_end),
          energyMwh: quantity.mul(unit.factor),
          beneficiary: row.text(beneficiary),
          retiredOn,
          evidence: row.evidence(map.quantity.column),
        },
      ];
    }),
  );
}

function isFinding(part: object): part is Finding {
  return 'severity' in part;
}

function dayOf(row: MappedRow, column: string, pattern: DatePattern): string | undefined {
  const text = row.stampText(column, pattern);
  const stamp = pattern.parse(text);
  if (stamp) return dayText(Math.floor(stamp.wall / DAY));
  const what = `${quoted(text)} in column ${quoted(column)} is not a day of the form ${pattern.format}. The row was set aside; correct it or date_format.`;
  row.notes.row('IN-DATE', 'critical', { line: row.line, column }, what);
  return undefined;
}

function isStated(row: MappedRow, column: string): boolean {
  if (row.text(column) !== '') return true;
  const what = `column ${quoted(column)} is blank, and a retirement cannot be matched without it. The row was set aside; add it.`;
  row.notes.row('IN-NULL', 'critical', { line: row.line, column }, what);
  return false;
}
