import type { CoinsInput } from '../../model/documents/workspace.ts';
import type { CoinProduction } from '../../model/records.ts';
import { type SpanOf, spanReader } from '../day-spans.ts';
import {
  type Extraction,
  type Identification,
  type IngestContext,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { poolFeeIn } from './pool-fee.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'coins', spelled: /coins?|btc|earned|reward|payout/i },
  { what: 'difficulty', spelled: /difficulty/i },
  { what: 'period', spelled: /\b(start|end|from|to|through|period|date|day)\b/i },
];

/** How far the file looks like a list of coins paid for work. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The coin production of a file by its mapping. */
export function extract(
  file: InputFile,
  input: CoinsInput,
  context: IngestContext,
): Extraction<CoinProduction> {
  const { csv, map, site } = input;
  const spanOf = spanReader(map, site, context, file.path);
  if (typeof spanOf !== 'function') return refusedFile(...spanOf);
  const { start, end, coins, difficulty, subsidy, fees, pool_fee } = map;
  const columns = [start, end, coins, difficulty, subsidy, fees, pool_fee];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => production(row, input, spanOf)),
  );
}

function production(row: MappedRow, { site, map }: CoinsInput, spanOf: SpanOf): CoinProduction[] {
  const days = spanOf(row);
  const coins = row.measured(map.coins, 'not-negative');
  const difficulty = row.needed(map.difficulty, 'positive');
  const subsidy = row.needed(map.subsidy, 'not-negative');
  const fees = row.needed(map.fees, 'not-negative');
  const fee = poolFeeIn(row, map.pool_fee);
  if (!days || !coins || !difficulty || !subsidy || !fees || fee === 'refused') return [];
  return [
    {
      site,
      coins,
      difficulty,
      subsidy,
      fees,
      ...(fee ? { poolFee: fee } : {}),
      ...days,
      evidence: row.evidence(map.coins),
    },
  ];
}
