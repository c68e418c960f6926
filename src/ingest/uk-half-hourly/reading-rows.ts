import { conversionFactor } from '../../units/unit.ts';
import { stampText } from '../clock/date-cells.ts';
import { datePattern } from '../clock/date-pattern.ts';
import { stampReader } from '../clock/stamps.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';
import { type Extraction, type InputFile, refusedFile } from '../input-file.ts';
import { bare, type MeterOf } from '../meters.ts';
import { type ExtractedSeries, extractByLayout } from '../readings-csv/extract.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { readTable } from '../table/table.ts';
import { type Label, labelOf, type MeterStamp } from './label.ts';

/** Columns of the table of one reading a row. */
export const READING_COLUMNS = {
  meter: 'MPR',
  time: 'ReadDatetime',
  energy: 'kWh',
  readType: 'ReadType',
} as const;
const FORM = 'd MMM yyyy HH:mm:ss';

/** The series of a table with one half-hour a row; `label` is a setting of the supplier. */
export function seriesOfReadings(
  file: InputFile,
  meterOf: MeterOf,
  clock: ZoneClock,
  stated: Label | undefined,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const { meter, time, energy, readType } = READING_COLUMNS;
  const stamps = stampsIn(file);
  const label = labelOf(stated, stamps, time, clock, file.path, notes);
  if (label.refused) return refusedFile(label.refused);
  const reader = stampReader(
    { label: label.value, seconds: 1800, date_format: FORM, zone: clock.zone, columns: [time] },
    file.path,
  );
  if ('severity' in reader) return refusedFile(reader);
  const layout = {
    csv: undefined,
    meterColumn: meter,
    meterOf,
    stamps: reader,
    energyColumn: energy,
    joules: conversionFactor('kWh', 'J'),
    readType: { column: readType, actual: ['Actual'], estimated: ['Estimated'] },
    revision: undefined,
  };
  return extractByLayout(file, layout, notes);
}

/** The stamps that can be read; of the others the reading of rows speaks. */
function stampsIn(file: InputFile): MeterStamp[] {
  const { meter, time } = READING_COLUMNS;
  const table = readTable(file, undefined, Object.values(READING_COLUMNS), rowNotes(file.path));
  const pattern = datePattern(FORM);
  if (table.refused || !('parse' in pattern)) return [];
  const { value } = table;
  return value.rows.flatMap((row) => {
    const stamp = pattern.parse(stampText(value, row, [time], pattern));
    return stamp ? [{ meter: bare(value.cell(row, meter)), wall: stamp.wall }] : [];
  });
}
