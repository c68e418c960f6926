import type { Input, ProfileInput } from '../../model/documents/workspace.ts';
import * as bills from '../bills-csv/extract.ts';
import { joinBills } from '../bills-csv/join.ts';
import * as certificates from '../certificates-csv/extract.ts';
import { joinCertificates } from '../certificates-csv/join.ts';
import * as coins from '../coins-csv/extract.ts';
import * as curtailment from '../curtailment-csv/extract.ts';
import * as deliveries from '../deliveries-csv/extract.ts';
import * as fleet from '../fleet-csv/extract.ts';
import * as fuels from '../fuels-csv/extract.ts';
import * as greenButton from '../green-button/extract.ts';
import * as hashrate from '../hashrate-csv/extract.ts';
import * as heat from '../heat-csv/extract.ts';
import type { Extraction, IngestContext, InputFile } from '../input-file.ts';
import { extractSeries } from '../profile/extract.ts';
import { SERIES_PROFILES, seriesProfile } from '../profile/series-profiles.ts';
import * as readings from '../readings-csv/extract.ts';
import { rowNotes } from '../row-notes.ts';
import * as shares from '../shares-csv/extract.ts';
import { plainLayout } from './plain-interval.ts';
import { seenFeed } from './seen-feed.ts';
import { type Seen, seenBills, seenReadings, seenRecords } from './seen.ts';

export { type Profile, PROFILES } from './profiles.ts';
export type { InspectedSeries } from './series-counts.ts';

type InputOf<K extends Input['kind']> = Extract<Input, { kind: K }>;
type Look<I extends Input> = (file: InputFile, input: I, context: IngestContext) => Seen;

const LOOKS: { readonly [K in Input['kind']]: Look<InputOf<K>> } = {
  bills: (file, input, context) =>
    seenBills(joinBills([bills.extract(file, input, context)]), input.map.read_type !== undefined),
  readings: (file, input, context) =>
    seenReadings(
      readings.extract(file, input, context),
      'mapped',
      input.map.read_type !== undefined,
    ),
  certificates: (...given) => seenRecords(joinCertificates([certificates.extract(...given)])),
  hashrate: (file, input) => seenHashrate(hashrate.extract(file, input)),
  fleet: (...given) => seenRecords(fleet.extract(...given)),
  fuels: (...given) => seenRecords(fuels.extract(...given)),
  heat: (...given) => seenRecords(heat.extract(...given)),
  curtailment: (file, input) => seenRecords(curtailment.extract(file, input)),
  deliveries: (...given) => seenRecords(deliveries.extract(...given)),
  coins: (...given) => seenRecords(coins.extract(...given)),
  shares: (file, input) => seenRecords(shares.extract(file, input)),
  profile: (file, input, context) => seenByProfile(file, input, context),
};

/** What a file holds by the mapping of a workspace. */
export function inspectInput(file: InputFile, input: Input, context: IngestContext): Seen {
  const look = LOOKS[input.kind] as Look<Input>;
  return look(file, input, context);
}

function seenHashrate({ records, findings }: Extraction<hashrate.ExtractedHashSeries>): Seen {
  const count = records.reduce((sum, series) => sum + series.readings.length, 0);
  return { format: 'csv', profile: 'mapped', series: [], records: count, findings };
}

function seenByProfile(file: InputFile, input: ProfileInput, context: IngestContext): Seen {
  return input.profile === 'green-button'
    ? seenFeedOf(file, input, context)
    : seenReadings(
        extractSeries(file, input, context),
        input.profile,
        seriesProfile(input.profile)?.hasReadTypes === true,
      );
}

/** A feed as it is, with the names and the findings that the workspace adds. */
function seenFeedOf(file: InputFile, input: ProfileInput, context: IngestContext): Seen {
  const { readings: read, meters } = greenButton.extract(file, input, context);
  const seen = seenFeed(file, ({ name }) => meters.get(name));
  // findings that both give are told once when they are sorted
  return { ...seen, findings: [...seen.findings, ...read.findings] };
}

/** How a file is to be read where no mapping describes it. */
export interface ReadingsChoice {
  /** One of `PROFILES`; absent: the one that recognises the file. */
  readonly profile?: string;
  /** `UTC` or an IANA zone, for stamps without offset. */
  readonly timezone?: string;
}

/** What a file of readings holds by a profile, or by its own header. Without unit or zone it is refused, and says what to add. */
export function inspectReadings(file: InputFile, { profile, timezone }: ReadingsChoice): Seen {
  const id = profile ?? recognised(file);
  if (id === 'green-button') return seenFeed(file);
  const named = seriesProfile(id);
  return named
    ? seenReadings(named.extractUnmapped(file, timezone), id, named.hasReadTypes)
    : seenPlain(file, timezone);
}

/** The profile that the content of a file shows, whatever its name. */
function recognised(file: InputFile): string {
  if (greenButton.identify(file).confidence > 0.5) return 'green-button';
  const named = SERIES_PROFILES.find(({ identify }) => identify(file).confidence === 1);
  return named?.id ?? 'interval-csv';
}

function seenPlain(file: InputFile, timezone: string | undefined): Seen {
  const notes = rowNotes(file.path);
  const layout = plainLayout(file, timezone, notes);
  if (!('stamps' in layout)) {
    return { format: 'csv', profile: null, series: [], records: 0, findings: layout };
  }
  return seenReadings(readings.extractByLayout(file, layout, notes), 'interval-csv', false);
}
