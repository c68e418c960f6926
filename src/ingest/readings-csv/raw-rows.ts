import type { Direction, Quality } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { stampText } from '../clock/date-cells.ts';
import { cellReader, qualityReader } from '../columns.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import type { Table } from '../table/table.ts';
import { directionReader } from './direction.ts';
import type { ReadingsLayout } from './layout.ts';
import { revisionReader } from './revision.ts';

/** A row whose stamp is text as yet. */
export interface RawRow {
  readonly line: number;
  readonly meter: string;
  readonly text: string;
  readonly value: Rational | undefined;
  readonly quality: Quality;
  readonly revision: number | undefined;
  readonly direction: Direction;
}

/** The rows of a table that name a known meter and direction and hold a number or nothing. */
export function rawRows(table: Table, layout: ReadingsLayout, notes: RowNotes): RawRow[] {
  const cellOf = cellReader(layout.csv, notes);
  const qualityOf = qualityReader(layout.readType, notes);
  const revisionOf = revisionReader(layout.revision, layout.stamps.layout.date_format, notes);
  const directionOf = directionReader(layout.direction, notes);
  const { columns } = layout.stamps.layout;
  return table.rows.flatMap((row) => {
    const { line } = row;
    const optional = (column: string | undefined) =>
      column === undefined ? '' : table.cell(row, column);
    const meter = layout.meterOf(optional(layout.meterColumn), at(row, layout.meterColumn));
    const value = cellOf(table.cell(row, layout.energyColumn), at(row, layout.energyColumn));
    const direction = directionOf(optional(layout.direction?.column), line);
    if (meter === undefined || value === 'refused' || !direction) return [];
    const isNull = value === 'null';
    return [
      {
        line,
        meter,
        text: stampText(table, row, columns, layout.stamps.pattern),
        value: isNull ? undefined : value.mul(layout.joules),
        quality: isNull ? 'unstated' : qualityOf(optional(layout.readType?.column), line),
        revision: revisionOf(optional(layout.revision), line),
        direction,
      },
    ];
  });
}

function at({ line }: Row, column: string | undefined) {
  return column === undefined ? { line } : { line, column };
}
