import type { ProfileInput } from '../../model/documents/workspace.ts';
import { conversionFactor } from '../../units/unit.ts';
import { stampReader } from '../clock/stamps.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { bare, type MeterOf, meterResolver, onlyMeter } from '../meters.ts';
import { type ExtractedSeries, extractByLayout } from '../readings-csv/extract.ts';
import type { DirectionColumn, ReadingsLayout } from '../readings-csv/layout.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';

/** Columns of the interval export of Smart Meter Texas. */
const ESIID = 'ESIID';
const DATE = 'USAGE_DATE';
const REVISION = 'REVISION_DATE';
const START = 'USAGE_START_TIME';
const ENERGY = 'USAGE_KWH';
const READ_TYPE = 'ESTIMATED_ACTUAL';
const FLOW = 'CONSUMPTION_SURPLUSGENERATION';

const SIGNS: readonly HeaderSign[] = [
  { what: 'the ESI ID', spelled: /^ESI ?ID$/i },
  { what: 'the usage date', spelled: /^USAGE_DATE$/i },
  { what: 'the usage', spelled: /^USAGE_KWH$/i },
  { what: 'consumption or surplus generation', spelled: /^CONSUMPTION_SURPLUSGENERATION$/i },
];

/** How far the file looks like an export of Smart Meter Texas, by its columns. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

const FLOWS: DirectionColumn = {
  column: FLOW,
  directions: new Map([
    ['consumption', 'import'],
    ['surplus generation', 'export'],
    ['surplusgeneration', 'export'],
  ]),
};

/** The series of an export for the meters of a workspace: by `meter`, or by the ESI ID as a meter's number. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  const notes = rowNotes(file.path);
  const meter = input.meter;
  const resolved =
    meter === undefined
      ? meterResolver({ map: { meter: ESIID } }, context, file.path, notes)
      : onlyMeter(meter, 'ESI ID', context, notes);
  if (typeof resolved !== 'function') return refusedFile(resolved);
  return extractExport(file, resolved, notes);
}

/** The same by the ESI IDs of the file, for a look at it without workspace. */
export function extractUnmapped(file: InputFile): Extraction<ExtractedSeries> {
  return extractExport(file, bare, rowNotes(file.path));
}

function extractExport(
  file: InputFile,
  meterOf: MeterOf,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const stamps = stampReader(
    {
      label: 'start',
      seconds: 900,
      date_format: 'MM/dd/yyyy HH:mm',
      zone: 'America/Chicago',
      columns: [DATE, START],
    },
    file.path,
  );
  if ('severity' in stamps) return refusedFile(stamps);
  const layout: ReadingsLayout = {
    csv: undefined,
    meterColumn: ESIID,
    meterOf,
    stamps,
    energyColumn: ENERGY,
    joules: conversionFactor('kWh', 'J'),
    readType: { column: READ_TYPE, actual: ['A'], estimated: ['E'] },
    revision: REVISION,
    direction: FLOWS,
    // a later revision repeats the hours of a day below the earlier one
    isOrderedWithinRevision: true,
  };
  return extractByLayout(file, layout, notes);
}
