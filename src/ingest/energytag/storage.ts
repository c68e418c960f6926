import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { StorageFlow } from '../../model/source-records.ts';
import type { Extraction, Identification, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { missingKeys } from '../profile/needed-keys.ts';
import { rowNotes } from '../row-notes.ts';
import { identifyByHeader } from '../table/identify.ts';
import { quoted } from '../wording.ts';
import { ACTIVITY, ALLOCATION, FLOW, signsOf } from './columns.ts';
import { type IntervalOf, intervalReader } from './intervals.ts';
import { stampForm } from './stamps.ts';

/** Files about storage that hold no flows, and why they are not read. */
const OTHERS = [
  {
    signs: signsOf(ALLOCATION),
    why: 'is a list of storage allocations: it matches records of charge and discharge and holds no energy of its own. Add the storage readings to which it refers',
  },
  {
    signs: signsOf(ACTIVITY),
    why: 'is the activity of a balancing unit: its columns are megawatts at naive times, of which some are plans and limits, and not energy that was settled. Export storage readings in watt-hours',
  },
] as const;

const SIGNS = signsOf(Object.values(FLOW));

/** How far the file looks like storage readings of an EnergyTag registry, or like a file about them. */
export function identify(file: InputFile): Identification {
  const all = [SIGNS, ...OTHERS.map(({ signs }) => signs)].map((signs) =>
    identifyByHeader(file, signs),
  );
  return all.reduce((best, one) => (one.confidence > best.confidence ? one : best));
}

/** The flows of a file for a site of the workspace. */
export function extract(file: InputFile, input: ProfileInput): Extraction<StorageFlow> {
  const { site, zone } = input;
  const needed = { site: 'at which the storage stands' };
  if (site === undefined) return refusedFile(...missingKeys(input, needed, file.path));
  return extractFlows(file, site, zone);
}

/** The same for a look at it without workspace. */
export function extractUnmapped(
  file: InputFile,
  timezone: string | undefined,
): Extraction<StorageFlow> {
  return extractFlows(file, '', timezone);
}

function extractFlows(
  file: InputFile,
  site: string,
  zone: string | undefined,
): Extraction<StorageFlow> {
  const other = OTHERS.find(({ signs }) => identifyByHeader(file, signs).confidence === 1);
  if (other) {
    const message = `${file.path} ${other.why}.`;
    return refusedFile(finding('IN-NOT-COUNTED', 'critical', message, { file: file.path }));
  }
  const notes = rowNotes(file.path);
  return readMapped(file, { csv: undefined, columns: Object.values(FLOW) }, notes, (rows) => {
    const stamps = rows.map((row) => row.text(FLOW.start));
    const form = stampForm(stamps, FLOW.start, { declared: zone }, file.path);
    const intervalOf = 'severity' in form ? form : intervalReader(FLOW, form, file.path);
    if (typeof intervalOf === 'function') {
      return rows.flatMap((row) => flowOf(row, site, intervalOf));
    }
    notes.add(intervalOf);
    return [];
  });
}

function flowOf(row: MappedRow, site: string, intervalOf: IntervalOf): StorageFlow[] {
  const interval = intervalOf(row);
  const energyWh = wholeWattHours(row);
  const validator = row.text(FLOW.validator);
  if (validator === '') {
    const what = `column ${FLOW.validator} is blank, so the record cannot be told from others. The row was set aside; add it.`;
    row.notes.row('IN-NULL', 'critical', { line: row.line, column: FLOW.validator }, what);
  }
  if (!interval || energyWh === undefined || validator === '') return [];
  return [{ site, validator, ...interval, energyWh, evidence: row.evidence(FLOW.energy) }];
}

/** Charge is negative by the layout, which is no correction. */
function wholeWattHours(row: MappedRow): bigint | undefined {
  const text = row.text(FLOW.energy);
  if (/^[+-]?\d+(\.0+)?$/.test(text)) return BigInt(text.replace(/^\+|\.0+$/g, ''));
  const what = `${quoted(text)} in column ${FLOW.energy} is not a whole number of watt-hours. The row was set aside; correct it.`;
  row.notes.row('IN-NUMBER', 'critical', { line: row.line, column: FLOW.energy }, what);
  return undefined;
}
