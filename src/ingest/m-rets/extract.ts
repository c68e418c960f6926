import type { ProfileInput, Technology } from '../../model/documents/workspace.ts';
import type { Certificate } from '../../model/records.ts';
import { technologyOf } from '../certificates-csv/layout.ts';
import { noteSerialCount } from '../certificates-csv/serials.ts';
import { fitsContract } from '../certificates-csv/technology.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { missingKeys } from '../profile/needed-keys.ts';
import { rowNotes } from '../row-notes.ts';
import { identifyByHeader } from '../table/identify.ts';
import { listed, quoted } from '../wording.ts';
import { type Columns, HEADINGS, signature } from './columns.ts';

const REGISTRY = 'M-RETS';
/** Only what is retired is a claim: what is active can still be sold, what was exported lives in another registry. */
const STATUSES = ['retired', 'active', 'exported'];
const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['us', 'US'],
  ['usa', 'US'],
  ['united states', 'US'],
  ['united states of america', 'US'],
  ['ca', 'CA'],
  ['can', 'CA'],
  ['canada', 'CA'],
]);

/** For whom the certificates of a file are. */
interface Holder {
  readonly site: string;
  readonly contract: string;
  readonly technology: Technology;
}

/** How far the file looks like certificate quantities of M-RETS, by its columns. */
export function identify(file: InputFile): Identification {
  return bestHeading(file).identification;
}

/** The way of heading of which the file shows most. */
function bestHeading(file: InputFile) {
  const [names, fields] = HEADINGS.map((columns) => {
    const signs = signature(columns).map((what) => ({
      what,
      spelled: new RegExp(`^${what}$`, 'i'),
    }));
    return { columns, identification: identifyByHeader(file, signs) };
  }) as [Heading, Heading];
  return fields.identification.confidence > names.identification.confidence ? fields : names;
}

interface Heading {
  readonly columns: Columns;
  readonly identification: Identification;
}

/**
 * The certificates of a file for a site and a contract of the workspace. The account in which they stand is for whom
 * they are.
 */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<Certificate> {
  const { site, contract } = input;
  const needed = {
    site: 'whose consumption these certificates cover',
    contract: 'under which they were obtained',
  };
  if (site === undefined || contract === undefined) {
    return refusedFile(...missingKeys(input, needed, file.path));
  }
  const technology = technologyOf(contract, context, file.path);
  if (typeof technology === 'object') return refusedFile(technology);
  return extractQuantities(file, { site, contract, technology });
}

/** The same for a look at it without workspace. */
export function extractUnmapped(file: InputFile): Extraction<Certificate> {
  return extractQuantities(file, { site: '', contract: '', technology: 'other' });
}

function extractQuantities(file: InputFile, holder: Holder): Extraction<Certificate> {
  const { columns } = bestHeading(file);
  const notes = rowNotes(file.path);
  const wanted = Object.values(columns as unknown as Record<string, string>);
  return readMapped(file, { csv: undefined, columns: wanted }, notes, (rows) => {
    const records = rows.flatMap((row) => certificateOf(row, columns, holder));
    for (const record of records) noteSerialCount(record, notes);
    return records;
  });
}

function certificateOf(
  row: MappedRow,
  columns: Columns,
  { site, contract, technology }: Holder,
): Certificate[] {
  const stated = statedOf(row, columns);
  const text = row.text(columns.fuel);
  const at = { line: row.line, column: columns.fuel };
  const isFitting = fitsContract(text, at, { technology, contract }, row.notes);
  if (!stated || !isFitting) return [];
  return [
    {
      site,
      contract,
      registry: REGISTRY,
      ...stated,
      ...(text === '' ? {} : { technologyText: text }),
      technology,
      beneficiary: row.text(columns.account),
      evidence: row.evidence(columns.quantity),
    },
  ];
}

type Stated = Pick<
  Certificate,
  'serialStart' | 'serialEnd' | 'energyMwh' | 'vintage' | 'country' | 'isRetired' | 'statusText'
>;

/** What a row must state; undefined where a finding says what it lacks. A certificate is one megawatt-hour. */
function statedOf(row: MappedRow, columns: Columns): Stated | undefined {
  const serials = serialsOf(row, columns);
  const energyMwh = row.needed(columns.quantity, 'positive');
  const vintage = vintageOf(row, columns.vintage);
  const country = countryOf(row, columns.country);
  const status = statusOf(row, columns.status);
  if (!serials || !energyMwh || !vintage || !country || !status) return undefined;
  return { ...serials, energyMwh, vintage, country, ...status };
}

/** Serials count upwards behind the base, which is the batch. */
function serialsOf(
  row: MappedRow,
  { base, first, last }: Columns,
): Pick<Certificate, 'serialStart' | 'serialEnd'> | undefined {
  const [batch, from, to] = [row.text(base), row.text(first), row.text(last)];
  if (batch !== '' && /^\d+$/.test(from) && /^\d+$/.test(to)) {
    return { serialStart: `${batch}-${from}`, serialEnd: `${batch}-${to}` };
  }
  const what = `the serials ${quoted(batch)} ${quoted(from)} to ${quoted(to)} are not a base and two whole numbers, so its certificates cannot be told from others. The row was set aside; correct it.`;
  row.notes.row('IN-NULL', 'critical', { line: row.line, column: first }, what);
  return undefined;
}

function vintageOf(row: MappedRow, column: string): string | undefined {
  const text = row.text(column);
  if (/^20\d\d-(0[1-9]|1[0-2])(-\d\d)?$/.test(text)) return text.slice(0, 7);
  const what = `the vintage ${quoted(text)} is not of the form yyyy-MM. The row was set aside; correct it, or map the file as kind: certificates.`;
  row.notes.row('IN-DATE', 'critical', { line: row.line, column }, what);
  return undefined;
}

function countryOf(row: MappedRow, column: string): string | undefined {
  const text = row.text(column);
  const country = COUNTRIES.get(text.toLowerCase());
  if (country !== undefined) return country;
  const what = `the country ${quoted(text)} is neither US nor Canada. The row was set aside; correct it, or map the file as kind: certificates.`;
  row.notes.row('IN-COUNTRY', 'critical', { line: row.line, column }, what);
  return undefined;
}

function statusOf(
  row: MappedRow,
  column: string,
): Pick<Certificate, 'isRetired' | 'statusText'> | undefined {
  const statusText = row.text(column);
  const status = statusText.toLowerCase();
  if (STATUSES.includes(status)) return { isRetired: status === 'retired', statusText };
  const what = `the status ${quoted(statusText)} is none of ${listed(STATUSES)}. The row was set aside; correct it.`;
  row.notes.row('IN-NAME', 'critical', { line: row.line, column }, what);
  return undefined;
}
