import type { CreditsInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { CarbonCredit } from '../../model/source-records.ts';
import type { Rational } from '../../units/rational.ts';
import { conversionFactor, meaningOf } from '../../units/unit.ts';
import { dayPattern } from '../bills-csv/layout.ts';
import { DAY, dayText } from '../clock/calendar.ts';
import type { DatePattern } from '../clock/date-pattern.ts';
import { type Extraction, type InputFile, refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { columnOf, nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** The credits of a file by its mapping. Lines that are not retired, or for others, are records too. */
export function extract(file: InputFile, input: CreditsInput): Extraction<CarbonCredit> {
  const { csv, map } = input;
  const pattern = dayPattern(map.date_format, file.path);
  const tonnes = tonnesIn(map.quantity, file.path);
  if (!('parse' in pattern) || 'severity' in tonnes) {
    const faults = 'parse' in pattern ? [] : [pattern];
    return refusedFile(...faults, ...('severity' in tonnes ? [tonnes] : []));
  }
  const typeOf = nameReader(map.type);
  const names = [map.registry, map.project, map.serial_start, map.serial_end, map.vintage];
  const further = [map.quantity.column, columnOf(map.type), map.permanence, map.retired_on];
  const columns = [...names, ...further, map.for_year, map.beneficiary];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row): CarbonCredit[] => {
      const type = typeOf(row);
      const quantity = row.measured(map.quantity.column, 'not-negative');
      const hasSerials = isNamed(row, [map.registry, map.serial_start, map.serial_end]);
      const times = timesOf(row, input, pattern);
      if (!type || !quantity || !hasSerials || !times) return [];
      const permanence = row.text(map.permanence);
      return [
        {
          site: input.site,
          registry: row.text(map.registry),
          project: row.text(map.project),
          serialStart: row.text(map.serial_start),
          serialEnd: row.text(map.serial_end),
          vintage: row.text(map.vintage),
          tonnes: quantity.mul(tonnes),
          type,
          ...(permanence === '' ? {} : { permanence }),
          ...times,
          beneficiary: row.text(map.beneficiary),
          evidence: row.evidence(map.quantity.column),
        },
      ];
    }),
  );
}

function tonnesIn(
  { column, unit }: CreditsInput['map']['quantity'],
  file: string,
): Rational | Finding {
  const symbol = unit.trim().endsWith('CO2e') ? unit.trim() : `${unit.trim()} CO2e`;
  if (meaningOf(symbol)?.kind === 'mass CO2e') return conversionFactor(symbol, 't CO2e');
  const message = `The unit ${quoted(unit)} of column ${quoted(column)} in ${file} is no mass of CO2e. Use t CO2e or kg CO2e.`;
  return finding('IN-UNIT', 'critical', message, { file, column });
}

/** Credits without serials cannot be told from others. */
function isNamed(row: MappedRow, columns: readonly string[]): boolean {
  const blank = columns.find((column) => row.text(column) === '');
  if (blank === undefined) return true;
  const what = `column ${quoted(blank)} is blank, so these credits cannot be told from others. The row was set aside; add it.`;
  row.notes.row('IN-NULL', 'critical', { line: row.line, column: blank }, what);
  return false;
}

/** The day of retirement and the year that it is for, where they are stated; undefined where a cell cannot be read. */
function timesOf(
  row: MappedRow,
  { map }: CreditsInput,
  pattern: DatePattern,
): Pick<CarbonCredit, 'retiredOn' | 'forYear'> | undefined {
  const text = row.stampText(map.retired_on, pattern);
  const stamp = text === '' ? undefined : pattern.parse(text);
  const year = row.text(map.for_year);
  if (text !== '' && !stamp) {
    const what = `${quoted(text)} in column ${quoted(map.retired_on)} is not a day of the form ${pattern.format}. The row was set aside; correct it or date_format.`;
    row.notes.row('IN-DATE', 'critical', { line: row.line, column: map.retired_on }, what);
    return undefined;
  }
  if (year !== '' && !/^\d{4}$/.test(year)) {
    const at = { line: row.line, ...(map.for_year !== undefined && { column: map.for_year }) };
    const what = `${quoted(year)} is not a year of four digits. The row was set aside; correct it.`;
    row.notes.row('IN-DATE', 'critical', at, what);
    return undefined;
  }
  return {
    ...(stamp ? { retiredOn: dayText(Math.floor(stamp.wall / DAY)) } : {}),
    ...(year === '' ? {} : { forYear: Number(year) }),
  };
}
