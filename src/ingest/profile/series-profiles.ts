import * as elhub from '../elhub/extract.ts';
import * as fingrid from '../fingrid/extract.ts';
import * as nem12 from '../nem12/extract.ts';
import * as sce from '../sce/extract.ts';
import * as smartMeterTexas from '../smart-meter-texas/extract.ts';
import * as ukHalfHourly from '../uk-half-hourly/extract.ts';
import type { SeriesProfile } from './series-profile.ts';

/** The named layouts of interval readings, in the order in which a file is held against them. */
export const SERIES_PROFILES: readonly SeriesProfile[] = [
  {
    id: 'elhub',
    description:
      'Hour or quarter-hour table of Elhub (Norway) with Fra, Til and KWH columns, local time of Oslo; made from its shape',
    isProven: false,
    hasReadTypes: true,
    identify: elhub.identify,
    extract: elhub.extract,
    extractUnmapped: elhub.extractUnmapped,
  },
  {
    id: 'fingrid',
    description:
      'Export of Fingrid Datahub (Finland), semicolons and decimal comma, UTC; made from its published columns',
    isProven: false,
    hasReadTypes: true,
    identify: fingrid.identify,
    extract: fingrid.extract,
    extractUnmapped: fingrid.extractUnmapped,
  },
  {
    id: 'nem12',
    description:
      'NEM12 of the Australian market operator, 5 to 30 minutes at UTC+10; NEM13 is recognised and refused, since it holds no intervals',
    isProven: true,
    hasReadTypes: true,
    identify: nem12.identify,
    extract: nem12.extract,
    extractUnmapped: nem12.extractUnmapped,
  },
  {
    id: 'sce',
    description:
      'Interval export of Southern California Edison with a preamble and a header for each day, local time of Los Angeles; made from its published columns',
    isProven: false,
    hasReadTypes: true,
    identify: sce.identify,
    extract: sce.extract,
    extractUnmapped: sce.extractUnmapped,
  },
  {
    id: 'smart-meter-texas',
    description:
      'Interval export of Smart Meter Texas in CSV, 15 minutes in local time; made from its published columns',
    isProven: false,
    hasReadTypes: true,
    identify: smartMeterTexas.identify,
    extract: smartMeterTexas.extract,
    extractUnmapped: smartMeterTexas.extractUnmapped,
  },
  {
    id: 'uk-half-hourly',
    description:
      'Half-hourly day rows of British suppliers, 48 columns labelled by start, by end or by number; the time zone must be stated',
    isProven: true,
    hasReadTypes: false,
    identify: ukHalfHourly.identify,
    extract: ukHalfHourly.extract,
    extractUnmapped: ukHalfHourly.extractUnmapped,
  },
];

/** The profile of an id; undefined when it is none of these. */
export function seriesProfile(id: string): SeriesProfile | undefined {
  return SERIES_PROFILES.find((profile) => profile.id === id);
}
