import { finding, type Finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { namesColumns } from '../table/table.ts';
import { YEARLY } from './columns.ts';

const BEGINNING = 4096;

/** Whether the file is one of the issuer's reports of yearly figures, as XML or as a table. */
export function isYearlyReport(file: InputFile): boolean {
  if (namesColumns(file, YEARLY)) return true;
  const begins = new TextDecoder().decode(file.bytes.subarray(0, BEGINNING));
  return begins.includes('<reportData') && begins.includes('<propertyMetrics');
}

/** Why such a report gives no bills. */
export function yearlyReport({ path: file }: InputFile): Finding {
  const message = `${file} is a report of yearly figures of properties (totals, kBtu/ft2, scores), and no period of a meter stands in it. Export Meter Entries or Monthly Usage instead.`;
  return finding('IN-NO-READINGS', 'critical', message, { file });
}
