import type { InputFile } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { headerKey } from '../table/header.ts';
import { readTable } from '../table/table.ts';
import type { Entry } from './entry.ts';

/** Columns without which a table is none of this export. */
export const NEEDED = ['meter_uid', 'bill_start_date', 'bill_end_date', 'bill_total_kWh'] as const;
const FURTHER = [
  'utility_service_id',
  'utility_meter_number',
  'bill_total_unit',
  'bill_volume',
  'bill_total',
  'updated',
] as const;

type Column = (typeof NEEDED)[number] | (typeof FURTHER)[number];

/** The bills of the export as a table; none where a finding says why. */
export function tabledBills(file: InputFile, notes: RowNotes): readonly Entry[] {
  const look = readTable(file, undefined, NEEDED, notes);
  if (look.refused) {
    notes.add(look.refused);
    return [];
  }
  const keys = look.value.headers.map(headerKey);
  const columns = [...NEEDED, ...FURTHER];
  const index = new Map(columns.map((column) => [column, keys.indexOf(headerKey(column))]));
  return look.value.rows.map(({ line, cells }) => {
    const text = (column: Column) => cells[index.get(column) ?? -1]?.trim() ?? '';
    return {
      uid: '',
      meterUid: text('meter_uid'),
      otherNames: [text('utility_service_id'), text('utility_meter_number')].filter(
        (name) => name !== '',
      ),
      serviceClass: '',
      start: text('bill_start_date'),
      end: text('bill_end_date'),
      kwh: text('bill_total_kWh'),
      volume: text('bill_volume'),
      unit: text('bill_total_unit'),
      cost: text('bill_total'),
      updated: text('updated'),
      remarks: [],
      line,
      evidence: {
        file: file.path,
        sha256: file.sha256,
        at: look.value.place({ line, column: 'bill_total_kWh' }),
      },
    };
  });
}
