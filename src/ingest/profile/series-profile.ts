import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';

/** A named way to read a file that no mapping describes. */
export interface Profile {
  readonly id: string;
  readonly description: string;
  /** Read from a real file of the issuer, not only from a shape of it. */
  readonly isProven: boolean;
}

/** A named layout of interval readings. */
export interface SeriesProfile extends Profile {
  /** Whether the layout says of each reading how it was made; where it does not, none counts as estimated. */
  readonly hasReadTypes: boolean;
  /** How far a file is of this layout, by its content; 1 is certain. */
  readonly identify: (file: InputFile) => Identification;
  /** The series for the meters of a workspace. */
  readonly extract: (
    file: InputFile,
    input: ProfileInput,
    context: IngestContext,
  ) => Extraction<ExtractedSeries>;
  /** The same by the names in the file, for a look at it without workspace. */
  readonly extractUnmapped: (
    file: InputFile,
    timezone: string | undefined,
  ) => Extraction<ExtractedSeries>;
}
