import * as elhub from '../elhub/extract.ts';
import * as fingrid from '../fingrid/extract.ts';
import * as greenButtonCsv from '../green-button-csv/extract.ts';
import * as nem12 from '../nem12/extract.ts';
import * as nem13 from '../nem13/extract.ts';
import * as sce from '../sce/extract.ts';
import * as smartMeterTexas from '../smart-meter-texas/extract.ts';
import * as ukHalfHourly from '../uk-half-hourly/extract.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import type { Profile, ProfileNotice } from './profile.ts';

/** A reader of a layout that holds interval readings only. */
interface SeriesReader {
  readonly identify: (file: InputFile) => Identification;
  readonly extract: (
    file: InputFile,
    input: ProfileInput,
    context: IngestContext,
  ) => Extraction<ExtractedSeries>;
  readonly extractUnmapped: (
    file: InputFile,
    timezone: string | undefined,
  ) => Extraction<ExtractedSeries>;
}

function series(
  notice: ProfileNotice & Pick<Profile, 'hasReadTypes'>,
  { identify, extract, extractUnmapped }: SeriesReader,
): Profile {
  return {
    ...notice,
    identify,
    extract: (...given) => ({ readings: extract(...given) }),
    extractUnmapped: (file, { timezone }) => ({ readings: extractUnmapped(file, timezone) }),
  };
}

/** The named layouts of interval readings. */
export const SERIES_PROFILES: readonly Profile[] = [
  series(
    {
      id: 'elhub',
      description:
        'Hour or quarter-hour table of Elhub (Norway) with Fra, Til and KWH columns, local time of Oslo; made from its shape',
      isProven: false,
      hasReadTypes: true,
    },
    elhub,
  ),
  series(
    {
      id: 'fingrid',
      description:
        'Export of Fingrid Datahub (Finland), semicolons and decimal comma, UTC; made from its published columns',
      isProven: false,
      hasReadTypes: true,
    },
    fingrid,
  ),
  series(
    {
      id: 'green-button-csv',
      description:
        'Interval download of PG&E, ComEd and others in CSV (TYPE, DATE, START TIME), whose usage, import and export stand in columns; the time zone must be stated; made from its shape',
      isProven: false,
      hasReadTypes: false,
    },
    greenButtonCsv,
  ),
  series(
    {
      id: 'nem12',
      description: 'NEM12 of the Australian market operator, 5 to 30 minutes at UTC+10',
      isProven: true,
      hasReadTypes: true,
    },
    nem12,
  ),
  {
    id: 'nem13',
    description:
      'NEM13 of the Australian market operator: energy between two reads of a register, as bills from the day of one read up to the day of the next, at UTC+10',
    isProven: true,
    hasReadTypes: true,
    identify: nem13.identify,
    extract: (...given) => ({ bills: nem13.extract(...given) }),
    extractUnmapped: (file) => ({ bills: nem13.extractUnmapped(file) }),
  },
  series(
    {
      id: 'sce',
      description:
        'Interval export of Southern California Edison with a preamble and a header for each day, local time of Los Angeles; made from its published columns',
      isProven: false,
      hasReadTypes: true,
    },
    sce,
  ),
  series(
    {
      id: 'smart-meter-texas',
      description:
        'Interval export of Smart Meter Texas in CSV, 15 minutes in local time; made from its published columns',
      isProven: false,
      hasReadTypes: true,
    },
    smartMeterTexas,
  ),
  series(
    {
      id: 'uk-half-hourly',
      description:
        'Half-hours of British suppliers: day rows of 48 columns labelled by start, by end or by number, or one row a reading (MPR, ReadDatetime), whose label must be stated where whole days do not show it; the time zone must be stated',
      isProven: true,
      hasReadTypes: false,
    },
    ukHalfHourly,
  ),
];
