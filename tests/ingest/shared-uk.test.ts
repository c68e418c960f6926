import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtractedSeries } from '../../src/ingest/readings-csv/extract.ts';
import { extractUnmapped } from '../../src/ingest/uk-half-hourly/extract.ts';
import { instantText } from '../../src/model/time.ts';
import { ratio } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { conversionFactor } from '../../src/units/unit.ts';
import { codes, given } from './given.ts';

/** Public samples of UK suppliers, kept beside the repository. */
const SAMPLES = '../shared/data/meter_csv/energysparks';

interface Expected {
  readonly meter: string;
  readonly intervals: number;
  readonly start: string;
  readonly end: string;
  readonly kWh: string;
}

const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'uk-oracle.json'), 'utf8'),
) as Record<string, Expected[]>;

const DAYS = 'amr_data/row-per-day';
const READINGS = 'amr_data/row-per-reading';
const UPLOADS = 'amr_upload_data_files';
/** The label of their stamps was seen from whole days. */
const BY_READING = ['IN-INTERVAL info -'];

/** Every finding of a sample; the others have none. */
const FINDINGS: Readonly<Record<string, readonly string[]>> = {
  [`${DAYS}/all-missing-readings.csv`]: ['IN-NULL completeness 2'],
  [`${DAYS}/incomplete-row.csv`]: ['IN-NO-READINGS critical -', 'IN-STRUCTURE critical 2'],
  [`${DAYS}/some-missing-readings.csv`]: ['IN-NULL completeness 4'],
  [`${DAYS}/valid-no-header.csv`]: ['IN-NO-HEADER critical 1'],
  [`${READINGS}/some-missing-readings.csv`]: ['IN-ESTIMATED quality 60', ...BY_READING],
  [`${READINGS}/valid.csv`]: BY_READING,
  'amr_highlands/example-missing-half-hours.csv': ['IN-ESTIMATED quality 387', ...BY_READING],
  'amr_highlands/example-offset.csv': ['IN-ESTIMATED quality 252', ...BY_READING],
  'amr_highlands/example.csv': ['IN-ESTIMATED quality 387', ...BY_READING],
  [`${UPLOADS}/banes-bad-example-date-file.csv`]: [
    'IN-DATE critical 2',
    'IN-NO-READINGS critical -',
  ],
  [`${UPLOADS}/banes-bad-example-file.csv`]: ['IN-DATE critical 3'],
  // the values of all its rows add up to 226.191, the total says 226.103
  [`${UPLOADS}/banes-bad-example-missing-and-invalid-mpan-file.csv`]: [
    'IN-CHECK-SUM critical 2',
    'IN-METER critical 3',
    'IN-METER critical 4',
    'IN-NO-READINGS critical -',
  ],
  [`${UPLOADS}/banes-bad-example-missing-data-file.csv`]: [
    'IN-CHECK-SUM critical 3',
    'IN-NULL completeness 2',
  ],
  [`${UPLOADS}/example-bad-sheffield-file.csv`]: ['IN-STRUCTURE critical 1'],
  [`${UPLOADS}/example-highlands-file.csv`]: BY_READING,
  [`${UPLOADS}/not_a_csv.csv`]: ['IN-NOT-TEXT critical -'],
  [`${UPLOADS}/with-mixed-line-endings.csv`]: ['IN-NO-HEADER critical 1'],
};

const isThere = existsSync(SAMPLES);
const ifThere = isThere ? describe : describe.skip;

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

function counts({ meter, readings, scale }: ExtractedSeries): Expected {
  const joules = ratio(
    [...readings].reduce((sum, { energy }) => sum + energy, 0n),
    scale,
  );
  return {
    meter,
    intervals: readings.length,
    start: instantText(readings.at(0)?.start ?? 0),
    end: instantText(readings.at(-1)?.end ?? 0),
    kWh: decimalText(joules.mul(conversionFactor('J', 'kWh'))),
  };
}

ifThere('public samples of UK suppliers', () => {
  test('every sample has an expectation', () => {
    const all = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' });
    const samples = all.filter((name) => name.endsWith('.csv'));
    expect(samples.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  test.each(Object.keys(EXPECTED))('%s', (name) => {
    const file = given(readFileSync(join(SAMPLES, name)), name);
    const { records, findings } = extractUnmapped(file, 'Europe/London');
    expect(records.map(counts)).toEqual(EXPECTED[name]);
    expect(codes(findings)).toEqual(FINDINGS[name] ?? []);
  });
});
