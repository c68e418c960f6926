import type { Finding } from '../../model/finding.ts';
import { sumOf } from '../../units/rational.ts';
import type { ExtractedBill } from '../bills-csv/extract.ts';
import { byKey } from '../by-key.ts';
import type { Extraction } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { joinReadings } from '../readings-csv/join.ts';
import { UNNAMED } from './plain-interval.ts';
import { type InspectedSeries, kwhOf, seriesCounts } from './series-counts.ts';

/** What is seen in one file. */
export interface Seen {
  readonly format: 'csv' | 'xml';
  /** `mapped` where a workspace describes the file; null where nothing recognised it. */
  readonly profile: string | null;
  readonly series: readonly InspectedSeries[];
  /** Readings, bills, certificate lines, hashrate readings or other lines kept. */
  readonly records: number;
  readonly findings: readonly Finding[];
}

/** Reading series, each interval counted once. */
export function seenReadings(
  extraction: Extraction<ExtractedSeries>,
  profile: string | null,
  isFlagged: boolean,
): Seen {
  const { records, findings } = joinReadings([extraction]);
  const series = records.flatMap((one) => {
    const { meter, direction, duplicates, scale } = one;
    const counted = seriesCounts({
      id: meter === UNNAMED ? direction : `${meter}.${direction}`,
      meter: meter === UNNAMED ? null : meter,
      direction,
      intervals: one.readings,
      total: kwhOf(
        one.readings.map(({ energy }) => energy),
        scale,
      ),
      duplicates,
      isFlagged,
    });
    return counted ? [counted] : [];
  });
  const count = records.reduce((sum, one) => sum + one.readings.length, 0);
  return { format: 'csv', profile, series, records: count, findings };
}

/** Bills that were joined, by meter. */
export function seenBills(joined: Extraction<ExtractedBill>, isFlagged: boolean): Seen {
  const { records, findings } = joined;
  const meters = byKey(records, ({ meter }) => meter);
  const series = [...meters].flatMap(([meter, own]) => {
    const counted = seriesCounts({
      id: `${meter}.bills`,
      meter,
      direction: 'import',
      intervals: own,
      total: sumOf(own.map(({ energyKwh }) => energyKwh)),
      duplicates: own.reduce((sum, { duplicates }) => sum + duplicates, 0),
      isFlagged,
    });
    return counted ? [counted] : [];
  });
  return { format: 'csv', profile: 'mapped', series, records: records.length, findings };
}

/** Records that are no series, as their number. */
export function seenRecords({ records, findings }: Extraction<unknown>): Seen {
  return { format: 'csv', profile: 'mapped', series: [], records: records.length, findings };
}
