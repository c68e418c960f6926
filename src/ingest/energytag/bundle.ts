import type { Technology } from '../../model/documents/workspace.ts';
import type { GranularCertificate } from '../../model/source-records.ts';
import type { Interval } from '../../model/time.ts';
import { numeratorOf, ratio } from '../../units/rational.ts';
import { fitsContract } from '../certificates-csv/technology.ts';
import type { MappedRow } from '../mapped-rows.ts';
import { quoted } from '../wording.ts';
import { BUNDLE } from './columns.ts';
import type { IntervalOf } from './intervals.ts';

/** For whom the bundles of a file are. */
export interface Holder {
  readonly site: string;
  readonly contract: string;
  readonly technology: Technology;
}

/** The longest interval of a granular certificate. */
const HOUR = 3600;
const STORAGE: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** The bundle of one row; none where a finding says what stands against it. */
export function bundleOf(
  row: MappedRow,
  { site, contract, technology }: Holder,
  intervalOf: IntervalOf,
): GranularCertificate[] {
  const interval = withinAnHour(row, intervalOf(row));
  const energyWh = energyOf(row);
  const ids = idsOf(row);
  const country = countryOf(row);
  const text = row.text(BUNDLE.source);
  const at = { line: row.line, column: BUNDLE.source };
  const isFitting = fitsContract(text, at, { technology, contract }, row.notes);
  if (!interval || energyWh === undefined || !ids || !isFitting) return [];
  if (country === undefined || !isElectricity(row)) return [];
  const isStorage = storageOf(row);
  return [
    {
      site,
      contract,
      ...ids,
      ...interval,
      energyWh,
      technology,
      technologyText: text,
      country,
      ...(isStorage === undefined ? {} : { isStorage }),
      evidence: row.evidence(BUNDLE.quantity),
    },
  ];
}

function withinAnHour(row: MappedRow, interval: Interval | undefined): Interval | undefined {
  if (!interval || interval.end - interval.start <= HOUR) return interval;
  const what = `its production lasts ${String((interval.end - interval.start) / 60)} minutes, and a granular certificate stands for an hour at most. The row was set aside; correct its stamps or their zone.`;
  row.notes.row('IN-INTERVAL', 'critical', { line: row.line, column: BUNDLE.end }, what);
  return undefined;
}

/** Face value times quantity, in whole watt-hours. */
function energyOf(row: MappedRow): bigint | undefined {
  const faceValue = row.needed(BUNDLE.faceValue, 'positive');
  const quantity = row.needed(BUNDLE.quantity, 'positive');
  const energy = faceValue && quantity?.mul(faceValue);
  if (!energy || energy.d === 1n) return energy && numeratorOf(energy);
  const what = `the face value ${row.text(BUNDLE.faceValue)} times the quantity ${row.text(BUNDLE.quantity)} is not a whole number of watt-hours. The row was set aside; correct it.`;
  row.notes.row('IN-NUMBER', 'critical', { line: row.line, column: BUNDLE.faceValue }, what);
  return undefined;
}

type Ids = Pick<GranularCertificate, 'issuance' | 'rangeStart' | 'rangeEnd'>;

/** The ids of the bundle. As many as the quantity says: both ends are included. */
function idsOf(row: MappedRow): Ids | undefined {
  const [issuance, rangeStart, rangeEnd] = [BUNDLE.issuance, BUNDLE.first, BUNDLE.last].map((c) =>
    row.text(c),
  );
  const at = { line: row.line, column: BUNDLE.last };
  const [first, last] = [wholeOf(rangeStart), wholeOf(rangeEnd)];
  if (!issuance || first === undefined || last === undefined || last < first) {
    const what = `the issuance ${quoted(issuance ?? '')} with the ids ${quoted(rangeStart ?? '')} to ${quoted(rangeEnd ?? '')} names no certificates. The row was set aside; correct its ids.`;
    row.notes.row('IN-NULL', 'critical', at, what);
    return undefined;
  }
  const count = last - first + 1n;
  const quantity = row.needed(BUNDLE.quantity, 'positive');
  if (quantity && !quantity.equals(ratio(count))) {
    const what = `the ids ${String(first)} to ${String(last)} are ${String(count)}, the quantity is ${row.text(BUNDLE.quantity)}. Correct the range or the quantity.`;
    row.notes.row('IN-SERIAL-COUNT', 'critical', at, what);
  }
  return { issuance, rangeStart: String(first), rangeEnd: String(last) };
}

function wholeOf(text = ''): bigint | undefined {
  return /^\d+$/.test(text) ? BigInt(text) : undefined;
}

function countryOf(row: MappedRow): string | undefined {
  const text = row.text(BUNDLE.country);
  if (/^[a-z]{2}$/i.test(text)) return text.toUpperCase();
  const what = `the country ${quoted(text)} is not an ISO 3166-1 code of two letters. The row was set aside; correct it.`;
  row.notes.row('IN-COUNTRY', 'critical', { line: row.line, column: BUNDLE.country }, what);
  return undefined;
}

function isElectricity(row: MappedRow): boolean {
  const carrier = row.text(BUNDLE.carrier);
  if (/^electricity$/i.test(carrier)) return true;
  const what = `its energy carrier is ${quoted(carrier)}, not electricity. The row was set aside.`;
  row.notes.row('IN-COMMODITY', 'critical', { line: row.line, column: BUNDLE.carrier }, what);
  return false;
}

/** Blank is unknown, not "no". */
function storageOf(row: MappedRow): boolean | undefined {
  const text = row.text(BUNDLE.storage);
  const isStorage = STORAGE.get(text.toLowerCase());
  if (isStorage === undefined && text !== '') {
    const at = { line: row.line, column: BUNDLE.storage };
    row.notes.tally('IN-NAME', 'quality', at, (n, lines) => {
      return `${quoted(text)} in column ${BUNDLE.storage} is neither true nor false, in ${n} (${lines}). Whether these are releases from storage counts as unknown.`;
    });
  }
  return isStorage;
}
