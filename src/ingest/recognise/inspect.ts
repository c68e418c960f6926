import type { Input } from '../../model/documents/workspace.ts';
import type { Finding } from '../../model/finding.ts';
import { sumOf } from '../../units/rational.ts';
import * as bills from '../bills-csv/extract.ts';
import { joinBills } from '../bills-csv/join.ts';
import { byKey } from '../by-key.ts';
import * as certificates from '../certificates-csv/extract.ts';
import { joinCertificates } from '../certificates-csv/join.ts';
import * as fleet from '../fleet-csv/extract.ts';
import * as hashrate from '../hashrate-csv/extract.ts';
import type { Extraction, IngestContext, InputFile } from '../input-file.ts';
import * as readings from '../readings-csv/extract.ts';
import { joinReadings } from '../readings-csv/join.ts';
import { rowNotes } from '../row-notes.ts';
import { plainLayout, UNNAMED } from './plain-interval.ts';
import { PROFILES } from './profiles.ts';
import { type InspectedSeries, kwhOf, seriesCounts } from './series-counts.ts';

export { type Profile, PROFILES } from './profiles.ts';
export type { InspectedSeries } from './series-counts.ts';

/** What is seen in one file. */
export interface Seen {
  readonly format: 'csv';
  /** `mapped` where a workspace describes the file; null where nothing recognised it. */
  readonly profile: string | null;
  readonly series: readonly InspectedSeries[];
  /** Readings, bills, certificate lines, hashrate readings or fleet lines kept. */
  readonly records: number;
  readonly findings: readonly Finding[];
}

/** What a file holds by the mapping of a workspace. */
export function inspectInput(file: InputFile, input: Input, context: IngestContext): Seen {
  switch (input.kind) {
    case 'bills':
      return seenBills(joinBills([bills.extract(file, input, context)]), input.map.read_type);
    case 'readings': {
      const extraction = readings.extract(file, input, context);
      return seenReadings(extraction, 'mapped', input.map.read_type !== undefined);
    }
    case 'certificates':
      return seenRecords(joinCertificates([certificates.extract(file, input, context)]));
    case 'hashrate': {
      const { records, findings } = hashrate.extract(file, input);
      const count = records.reduce((sum, series) => sum + series.readings.length, 0);
      return { format: 'csv', profile: 'mapped', series: [], records: count, findings };
    }
    case 'fleet':
      return seenRecords(fleet.extract(file, input, context));
  }
}

/** How a file is to be read where no mapping describes it. */
export interface ReadingsChoice {
  /** One of `PROFILES`; absent: the one that recognises the file. */
  readonly profile?: string;
  /** `UTC` or an IANA zone, for stamps without offset. */
  readonly timezone?: string;
}

/** What a file of readings holds by its own header. Without unit or zone it is refused, and says what to add. */
export function inspectReadings(file: InputFile, { profile, timezone }: ReadingsChoice): Seen {
  const chosen = PROFILES.find(({ id }) => id === (profile ?? 'interval-csv'));
  const notes = rowNotes(file.path);
  const layout = plainLayout(file, timezone, notes);
  if (!('stamps' in layout)) {
    return { format: 'csv', profile: null, series: [], records: 0, findings: layout };
  }
  const extraction = readings.extractByLayout(file, layout, notes);
  return seenReadings(extraction, chosen?.id ?? null, false);
}

function seenReadings(
  extraction: Extraction<readings.ExtractedSeries>,
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
      kwh: kwhOf(
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

function seenBills(joined: Extraction<bills.ExtractedBill>, readType: object | undefined): Seen {
  const { records, findings } = joined;
  const meters = byKey(records, ({ meter }) => meter);
  const series = [...meters].flatMap(([meter, own]) => {
    const counted = seriesCounts({
      id: `${meter}.bills`,
      meter,
      direction: 'import',
      intervals: own,
      kwh: sumOf(own.map(({ energyKwh }) => energyKwh)),
      duplicates: own.reduce((sum, { duplicates }) => sum + duplicates, 0),
      isFlagged: readType !== undefined,
    });
    return counted ? [counted] : [];
  });
  return { format: 'csv', profile: 'mapped', series, records: records.length, findings };
}

function seenRecords({ records, findings }: Extraction<unknown>): Seen {
  return { format: 'csv', profile: 'mapped', series: [], records: records.length, findings };
}
