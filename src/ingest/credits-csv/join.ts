import type { CarbonCredit } from '../../model/source-records.ts';
import { type Extraction, sumRows } from '../input-file.ts';

/** The credits of all files in order. Serials that stand twice are the affair of the accounting, which refuses them. */
export function joinCredits(
  extractions: readonly Extraction<CarbonCredit>[],
): Extraction<CarbonCredit> {
  return {
    records: extractions.flatMap(({ records }) => records),
    findings: extractions.flatMap(({ findings }) => findings),
    rows: sumRows(extractions),
  };
}
