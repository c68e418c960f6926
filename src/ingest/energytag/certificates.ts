import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { GranularCertificate } from '../../model/source-records.ts';
import { technologyOf } from '../certificates-csv/layout.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { missingKeys } from '../profile/needed-keys.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { identifyByHeader } from '../table/identify.ts';
import { bundleOf, type Holder } from './bundle.ts';
import { BUNDLE, signsOf } from './columns.ts';
import { type IntervalOf, intervalReader } from './intervals.ts';
import { stampForm } from './stamps.ts';

const COLUMNS = Object.values(BUNDLE);
const SIGNS = signsOf([BUNDLE.issuance, BUNDLE.first, BUNDLE.last, BUNDLE.faceValue, BUNDLE.start]);

/** How far the file looks like granular certificates of an EnergyTag registry, by its columns. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The bundles of a file for a site and a contract of the workspace. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<GranularCertificate> {
  const { site, contract, zone } = input;
  const needed = {
    site: 'whose consumption these certificates cover',
    contract: 'under which they were obtained',
  };
  if (site === undefined || contract === undefined) {
    return refusedFile(...missingKeys(input, needed, file.path));
  }
  const technology = technologyOf(contract, context, file.path);
  if (typeof technology === 'object') return refusedFile(technology);
  return extractBundles(file, { site, contract, technology }, zone);
}

/** The same for a look at it without workspace. */
export function extractUnmapped(
  file: InputFile,
  timezone: string | undefined,
): Extraction<GranularCertificate> {
  return extractBundles(file, { site: '', contract: '', technology: 'other' }, timezone);
}

function extractBundles(
  file: InputFile,
  holder: Holder,
  zone: string | undefined,
): Extraction<GranularCertificate> {
  const notes = rowNotes(file.path);
  return readMapped(file, { csv: undefined, columns: COLUMNS }, notes, (rows) => {
    const intervalOf = intervalsOf(rows, zone, file.path, notes);
    return intervalOf ? rows.flatMap((row) => bundleOf(row, holder, intervalOf)) : [];
  });
}

function intervalsOf(
  rows: readonly MappedRow[],
  zone: string | undefined,
  file: string,
  notes: RowNotes,
): IntervalOf | undefined {
  const stamps = rows.map((row) => row.text(BUNDLE.start));
  const named = rows.map((row) => row.text(BUNDLE.zone)).find((text) => text !== '') ?? '';
  const form = stampForm(stamps, BUNDLE.start, { declared: zone, named }, file);
  const intervalOf =
    'severity' in form
      ? form
      : intervalReader({ start: BUNDLE.start, end: BUNDLE.end }, form, file);
  if (typeof intervalOf !== 'function') {
    notes.add(intervalOf);
    return undefined;
  }
  if (!('severity' in form) && form.zone !== 'offset') noteOtherZone(rows, form.zone, notes);
  return intervalOf;
}

/** The zone column is the filer's word against that of the file: where they differ, a person should look. */
function noteOtherZone(rows: readonly MappedRow[], zone: string, notes: RowNotes): void {
  if (zone === 'UTC') return;
  for (const row of rows) {
    const named = row.text(BUNDLE.zone);
    if (named === '' || named === zone) continue;
    const at = { line: row.line, column: BUNDLE.zone };
    notes.tally('IN-ZONE', 'quality', at, (n, lines) => {
      return `The file names the zone ${named} and the input ${zone}, in ${n} (${lines}). The stamps were read as of ${zone}; correct the input if they are not.`;
    });
  }
}
