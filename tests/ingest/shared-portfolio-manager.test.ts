import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from '../../src/ingest/open/open.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { present } from '../support/present.ts';
import { codes, given } from './given.ts';

/** Public samples of Portfolio Manager exports, kept beside the repository. */
const SAMPLES = '../shared/data/portfolio_manager';

interface Expected {
  readonly meter: string;
  readonly commodity: string;
  readonly entries: number;
  readonly start: string;
  readonly end: string;
  readonly total: string;
}

const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'portfolio-manager-oracle.json'), 'utf8'),
) as Record<string, Expected[]>;

const YEARLY = ['IN-NO-READINGS critical -'];
const SEEN = ['IN-END-DATE info -', 'IN-ZONE info -'];
const MONTHLY = ['IN-NULL completeness 8', 'IN-ZONE info -'];

/** Every finding of a sample. */
const FINDINGS: Readonly<Record<string, readonly string[]>> = {
  'example-pm-data-request-with-meters.xlsx': MONTHLY,
  'example-pm-data-request-with-meters-new-format.xlsx': MONTHLY,
  'example-pm-monthly-meter-usage-1-dup.xlsx': [
    'IN-CONFLICT critical 15',
    'IN-CONFLICT quality 17',
    'IN-NOT-COUNTED info 11',
    ...SEEN,
  ],
  'example-pm-monthly-meter-usage-2-cost-meters.xlsx': ['IN-NOT-COUNTED info 11', ...SEEN],
  'example-pm-monthly-meter-usage-with-unknown-types-and-units.xlsx': [
    'IN-COMMODITY critical 12',
    'IN-COMMODITY critical 13',
    'IN-NOT-COUNTED info 14',
    'IN-UNIT critical 10',
    'IN-UNIT quality 11',
    ...SEEN,
  ],
  'portfolio-manager-single-22482007.xlsx': ['IN-NOT-COUNTED info 43', ...SEEN],
  'portfolio-manager-report.xml': YEARLY,
  'portfolio-manager-sample-missing-headers.csv': YEARLY,
  'portfolio-manager-sample-with-crlf.xlsx': YEARLY,
  'portfolio-manager-sample-with-errors.csv': YEARLY,
  'portfolio-manager-sample.csv': YEARLY,
};

const isThere = existsSync(SAMPLES);
const ifThere = isThere ? describe : describe.skip;

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

ifThere('public samples of Portfolio Manager', () => {
  test('every sample has an expectation', () => {
    expect(readdirSync(SAMPLES).sort()).toEqual(Object.keys(FINDINGS).sort());
  });

  test.each(Object.keys(FINDINGS))('%s', async (name) => {
    const { files } = await openFile(given(readFileSync(join(SAMPLES, name)), name));
    const seen = inspectReadings(present(files[0]), {});
    const counts = seen.series.map(({ meter, commodity, intervals, start, end, total }) => ({
      meter,
      commodity,
      entries: intervals,
      start: start.replace('T00:00:00Z', ''),
      end: end.replace('T00:00:00Z', ''),
      total,
    }));
    const order = (a: { meter: string | null }, b: { meter: string | null }) =>
      (a.meter ?? '') < (b.meter ?? '') ? -1 : 1;
    expect(seen.profile).toBe('portfolio-manager');
    expect(counts.sort(order)).toEqual(EXPECTED[name] ?? []);
    expect(codes(seen.findings)).toEqual([...(FINDINGS[name] ?? [])].sort());
  });
});
