import type { PayoutsInput } from '../../model/documents/workspace.ts';
import type { Payout } from '../../model/source-records.ts';
import { spanReader } from '../day-spans.ts';
import {
  type Extraction,
  type Identification,
  type IngestContext,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { poolFeeIn } from '../coins-csv/pool-fee.ts';
import { readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'coins', spelled: /coins?|btc|earned|reward|payout/i },
  { what: 'period', spelled: /\b(start|end|from|to|through|period|date|day)\b/i },
];

/** How far the file looks like a list of what a pool credited. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The coins that a pool credited, by the mapping of a file. */
export function extract(
  file: InputFile,
  { csv, map, site }: PayoutsInput,
  context: IngestContext,
): Extraction<Payout> {
  const spanOf = spanReader(map, site, context, file.path);
  if (typeof spanOf !== 'function') return refusedFile(...spanOf);
  const columns = [map.start, map.end, map.coins, map.pool_fee];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row): Payout[] => {
      const days = spanOf(row);
      const coins = row.measured(map.coins, 'not-negative');
      const fee = poolFeeIn(row, map.pool_fee);
      if (!days || !coins || fee === 'refused') return [];
      const evidence = row.evidence(map.coins);
      return [{ site, coins, ...(fee ? { poolFee: fee } : {}), ...days, evidence }];
    }),
  );
}
