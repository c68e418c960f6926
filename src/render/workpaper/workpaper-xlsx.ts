import { writeXlsx } from 'hucre/xlsx';
import { hoursSheets } from './hours-sheets.ts';
import type { WorkpaperInputs } from './inputs.ts';
import { coverSheet, evidenceSheet, figuresSheet, stepsSheet } from './sheets.ts';

/**
 * The audit workpaper as a workbook: figures, one row for each step with a live formula where a spreadsheet can express
 * it, hourly columns, and evidence.
 */
export async function workpaperXlsx(inputs: WorkpaperInputs): Promise<Uint8Array> {
  const endOfPeriod = new Date(`${inputs.disclosure.period.end}T00:00:00Z`);
  const hours = hoursSheets(inputs.columns);
  return writeXlsx({
    sheets: [
      coverSheet(inputs),
      figuresSheet(inputs),
      stepsSheet(inputs, hours),
      ...hours.sheets,
      evidenceSheet(inputs),
    ],
    properties: {
      title: `Audit workpaper, ${inputs.disclosure.entity.name}`,
      // the same disclosure gives the same bytes, whenever the workpaper is made
      created: endOfPeriod,
      modified: endOfPeriod,
    },
  });
}
