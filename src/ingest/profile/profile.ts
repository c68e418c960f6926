import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { Given } from '../extractions.ts';
import type { InspectedSeries } from '../recognise/series-counts.ts';
import type { Identification, IngestContext, InputFile } from '../input-file.ts';

/** What is told of a profile. */
export interface ProfileNotice {
  readonly id: string;
  readonly description: string;
  /** Read from a real file of the issuer, not only from a shape of it. */
  readonly isProven: boolean;
}

/** What a look at a file without workspace may be told. */
export interface Unmapped {
  /** `UTC` or an IANA zone, for stamps without offset. */
  readonly timezone?: string;
}

/** A named way to read a file that no mapping describes. */
export interface Profile extends ProfileNotice {
  /** Whether the layout says of each reading or bill how it was made; where it does not, none counts as estimated. */
  readonly hasReadTypes: boolean;
  /** How far a file is of this layout, by its content; 1 is certain. */
  readonly identify: (file: InputFile) => Identification;
  /** The records for the sites, meters and contracts of a workspace. */
  readonly extract: (file: InputFile, input: ProfileInput, context: IngestContext) => Given;
  /** The same by the names in the file, for a look at it without workspace. */
  readonly extractUnmapped: (file: InputFile, unmapped: Unmapped) => Given;
  /** For the same look: series that are no records of a workspace, such as other commodities. Absent: none. */
  readonly extractOthers?: (file: InputFile, unmapped: Unmapped) => readonly InspectedSeries[];
}
