import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import { canonicalUnit, conversionFactor } from '../../units/unit.ts';
import { datePattern } from '../clock/date-pattern.ts';
import { statedClock } from '../clock/stated-zone.ts';
import { stampReader } from '../clock/stamps.ts';
import type { ZoneClock } from '../clock/zone-clock.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import type { MeterOf } from '../meters.ts';
import { forMeterOf } from '../profile/one-meter.ts';
import { asTable, gathered } from '../profile/rewritten.ts';
import { type ExtractedSeries, extractByLayout } from '../readings-csv/extract.ts';
import type { RevisedReading } from '../readings-csv/revised-reading.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { quoted } from '../wording.ts';
import { type DownloadLayout, downloadLayout, type EnergyColumn, START } from './layout.ts';
import { hasLength, intervalLength, type ReadStamp, startText } from './length.ts';
import { electricRows } from './rows.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'the type', spelled: /^TYPE$/i },
  { what: 'the date', spelled: /^DATE$/i },
  { what: 'the start time', spelled: /^START TIME$/i },
  { what: 'the usage', spelled: /^(USAGE|IMPORT)( ?\(\w+\))?$/i },
];
/** Downloads write the year first, or the month. */
const FORMS = ['yyyy-MM-dd H:mm', 'M/d/yyyy H:mm'] as const;
const READ_TYPE = { column: 'quality', actual: ['unflagged'], estimated: ['estimated'] };

/** How far the file looks like the CSV of a Green Button download, by its columns. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The series of a download, which names no meter, for the `meter` of the input. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedSeries> {
  return forMeterOf(file, input, context, (_, meterOf, notes) =>
    extractDownload(file, input.zone, meterOf, notes),
  );
}

/** The same under the name of the profile, for a look at it without workspace. */
export function extractUnmapped(
  file: InputFile,
  timezone: string | undefined,
): Extraction<ExtractedSeries> {
  return extractDownload(file, timezone, () => 'green-button-csv', rowNotes(file.path));
}

function extractDownload(
  file: InputFile,
  zone: string | undefined,
  meterOf: MeterOf,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const layout = downloadLayout(file);
  if (layout.refused) return refusedFile(layout.refused);
  const such = ['America/Los_Angeles', 'America/Chicago'] as const;
  const clock = statedClock(zone, 'times', such, file.path);
  if (clock.refused) return refusedFile(clock.refused);
  const electric = electricRows(file, layout.value, notes);
  if (electric.refused) return refusedFile(...notes.findings(), electric.refused);
  const { rows, setAside } = electric.value;
  if (rows.length === 0) return gathered([], notes, setAside);
  return extractRows(file, layout.value, { rows, setAside }, clock.value, meterOf, notes);
}

interface Sifted {
  readonly rows: readonly Row[];
  readonly setAside: number;
}

function extractRows(
  file: InputFile,
  layout: DownloadLayout,
  { rows, setAside }: Sifted,
  clock: ZoneClock,
  meterOf: MeterOf,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const form = formOf(rows, layout);
  const read = form.read;
  const length = intervalLength(rows, layout, read, file.path);
  if (length.refused) return refusedFile(...notes.findings(), length.refused);
  const unit = unitOf(rows, layout);
  const kept = rows.filter(
    (row) =>
      hasLength(row, layout, read, length.value, clock, notes) &&
      isInUnit(row, unit, layout, notes),
  );
  const aside = setAside + rows.length - kept.length;
  if (kept.length === 0) return gathered([], notes, aside);
  const table = plainTable(file, layout, kept, notes);
  const { seconds } = length.value;
  const stamps = stampReader(
    { label: 'start', seconds, date_format: form.text, zone: clock.zone, columns: [START] },
    file.path,
  );
  if ('severity' in stamps) return refusedFile(...notes.findings(), stamps);
  const parts = layout.energies.map((energy) => {
    const plain = {
      csv: { delimiter: ';', thousands: ',' } as const,
      meterColumn: undefined,
      meterOf,
      stamps,
      energyColumn: energy.name,
      joules: conversionFactor(canonicalUnit('energy', energy.unit ?? unit) ?? 'kWh', 'J'),
      readType: READ_TYPE,
      revision: undefined,
    };
    return withFlow(extractByLayout(table, plain, rowNotes(file.path)), energy, file, notes);
  });
  return gathered(parts, notes, aside);
}

interface Form {
  readonly text: string;
  readonly read: ReadStamp;
}

/** The form of the first start that has one of the two; the last one where none has. */
function formOf(rows: readonly Row[], layout: DownloadLayout): Form {
  const forms = FORMS.map((text) => {
    const pattern = datePattern(text);
    return { text, read: 'parse' in pattern ? pattern.parse : () => undefined };
  });
  const fits = ({ read }: Form) => rows.some((row) => read(startText(row, layout)));
  return forms.find(fits) ?? { text: FORMS[1], read: () => undefined };
}

/** The unit of the first row, where a column states it. */
function unitOf(rows: readonly Row[], { units }: DownloadLayout): string {
  return units === undefined ? '' : (rows[0]?.cells[units] ?? '');
}

/** False for a row of another unit, or of one that is no energy: its numbers are not those of the others. */
function isInUnit(
  { line, cells }: Row,
  unit: string,
  { units, energies, headers }: DownloadLayout,
  notes: RowNotes,
): boolean {
  if (units === undefined || energies.every((energy) => energy.unit !== undefined)) return true;
  const text = cells[units] ?? '';
  // an hour that the clock skips may stand as a blank row
  if (text === '' && energies.every(({ at }) => cells[at] === '')) return true;
  const symbol = canonicalUnit('energy', text);
  if (symbol !== undefined && symbol === canonicalUnit('energy', unit)) return true;
  const why = symbol === undefined ? 'is none of electrical energy' : `is not ${unit} as above`;
  notes.tally('IN-UNIT', 'critical', { line, column: headers[units] ?? '' }, (n, lines) => {
    return `The unit ${quoted(text)} ${why}, in ${n} (${lines}). These rows were set aside; correct the unit or download them apart.`;
  });
  return false;
}

/** The rows as a table of start, energies and quality alone. */
function plainTable(
  file: InputFile,
  layout: DownloadLayout,
  rows: readonly Row[],
  notes: RowNotes,
): InputFile {
  const columns = [START, ...layout.energies.map(({ name }) => name), READ_TYPE.column];
  const plain = rows.map((row) => ({
    line: row.line,
    cells: [
      startText(row, layout),
      ...layout.energies.map(({ at }) => row.cells[at] ?? ''),
      qualityOf(row, layout, notes),
    ],
  }));
  return asTable(file, { line: layout.line, cells: columns }, plain);
}

function qualityOf({ line, cells }: Row, { notes: at, headers }: DownloadLayout, notes: RowNotes) {
  const note = at === undefined ? '' : (cells[at] ?? '');
  if (/\bestimated\b/i.test(note)) return 'estimated';
  if (note !== '') {
    notes.tally('IN-READ-TYPE', 'quality', { line, column: headers[at ?? 0] ?? '' }, (n, lines) => {
      return `The note ${quoted(note)} is not known, in ${n} (${lines}). The values are kept; check what it says of them.`;
    });
  }
  return 'unflagged';
}

/** The series with the direction of its column, and without a quality that the download does not state. */
function withFlow(
  part: Extraction<ExtractedSeries>,
  { direction, isNet, name }: EnergyColumn,
  { path }: InputFile,
  notes: RowNotes,
): Extraction<ExtractedSeries> {
  const records = part.records.map((series) => {
    const readings = [...series.readings].map(stated);
    const disputed = series.disputed.map(stated);
    const isSigned = isNet && [...readings, ...disputed].some(({ energy }) => energy < 0n);
    if (isSigned) notes.add(netFinding(path, name));
    return {
      ...series,
      readings,
      disputed,
      direction: isSigned ? ('net' as const) : direction,
    };
  });
  return { ...part, records };
}

function stated(reading: RevisedReading): RevisedReading {
  return reading.quality === 'estimated' ? reading : { ...reading, quality: 'unstated' };
}

function netFinding(file: string, column: string) {
  const message = `Column ${quoted(column)} of ${file} is import less export, since it falls below zero. It was read as net, which does not count as electricity bought; download import and export apart.`;
  return finding('IN-NOT-COUNTED', 'quality', message, { file, column });
}
