import type { Input, ProfileInput } from '../../model/documents/workspace.ts';
import { beginningOf } from '../beginning.ts';
import * as greenButton from '../green-button/extract.ts';
import { knownJson } from '../hashrate-csv/known-json.ts';
import type { IngestContext, InputFile } from '../input-file.ts';
import type { Profile, Unmapped } from '../profile/profile.ts';
import { certainProfiles, namedProfile } from '../profile/profiles.ts';
import { readInput } from '../read.ts';
import * as readings from '../readings-csv/extract.ts';
import { rowNotes } from '../row-notes.ts';
import { plainLayout } from './plain-interval.ts';
import { seenFeed } from './seen-feed.ts';
import { formatOf, type Seen, seenGiven } from './seen.ts';

export { PROFILES } from '../profile/profiles.ts';
export type { ProfileNotice } from '../profile/profile.ts';
export type { InspectedSeries } from './series-counts.ts';

/** What a file holds by the mapping of a workspace. */
export function inspectInput(file: InputFile, input: Input, context: IngestContext): Seen {
  if (input.kind === 'profile' && input.profile === 'green-button') {
    return seenFeedOf(file, input, context);
  }
  return seenGiven(readInput(file, input, context), {
    format: formatOf(file),
    profile: input.kind === 'profile' ? input.profile : 'mapped',
    isFlagged: isFlagged(input),
  });
}

/** Whether the records say how each was made. */
function isFlagged(input: Input): boolean {
  if (input.kind === 'profile') return namedProfile(input.profile)?.hasReadTypes === true;
  const hasColumn = input.kind === 'bills' || input.kind === 'readings';
  return hasColumn && input.map.read_type !== undefined;
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

/** What a file holds by a profile, or by its own header. Without unit or zone it is refused, and says what to add. */
export function inspectReadings(file: InputFile, { profile, ...unmapped }: ReadingsChoice): Seen {
  const id = profile ?? recognised(file);
  if (id === 'green-button') return seenFeed(file);
  const named = namedProfile(id);
  return named ? seenNamed(file, named, unmapped) : seenPlain(file, unmapped.timezone);
}

function seenNamed(file: InputFile, profile: Profile, unmapped: Unmapped): Seen {
  const seen = seenGiven(profile.extractUnmapped(file, unmapped), {
    format: formatOf(file),
    profile: profile.id,
    isFlagged: profile.hasReadTypes,
  });
  const others = profile.extractOthers?.(file, unmapped) ?? [];
  const records = others.reduce((sum, { intervals }) => sum + intervals, seen.records);
  return { ...seen, series: [...seen.series, ...others], records };
}

/** The profile that the content of a file shows, whatever its name. */
function recognised(file: InputFile): string {
  const beginning = beginningOf(file);
  if (greenButton.identify(beginning).confidence > 0.5) return 'green-button';
  return certainProfiles(beginning)[0]?.id ?? 'interval-csv';
}

function seenPlain(file: InputFile, timezone: string | undefined): Seen {
  const notes = rowNotes(file.path);
  const format = formatOf(file);
  const known = knownJson(file);
  if (known) return { format, profile: null, series: [], records: 0, findings: [known] };
  const layout = plainLayout(beginningOf(file), timezone, notes);
  if (!('stamps' in layout)) {
    return { format, profile: null, series: [], records: 0, findings: layout };
  }
  const given = { readings: readings.extractByLayout(file, layout, notes) };
  return seenGiven(given, { format, profile: 'interval-csv', isFlagged: false });
}
