import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from '../../src/ingest/bills-csv/extract.ts';
import { joinBills } from '../../src/ingest/bills-csv/join.ts';
import type { BillsInput } from '../../src/model/documents/workspace.ts';
import { sumOf } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given } from './given.ts';

/** One building in Illinois, by month and by day, kept beside the repository: starts alone, the last row without value. */
const SAMPLES = '../shared/data/meter_csv';
const isThere = existsSync(SAMPLES);
const ifThere = isThere ? describe : describe.skip;

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

const STARTS: BillsInput = {
  kind: 'bills',
  files: '*.csv',
  meter: 'main',
  map: {
    start: 'start',
    date_format: 'yyyy-MM-ddTHH:mm:ssZZ',
    energy: { column: 'value', unit: 'kWh' },
  },
};

ifThere('bills of a building in Illinois', () => {
  // counts and sums by the notes that come with the samples; the days by the rows themselves
  test.each([
    ['billing_monthly', 26, '21290.17', '2015-11-22', '2018-01-19', 28],
    ['daily', 809, '21925.83', '2015-11-22', '2018-02-07', 811],
  ])('%s: %i bills of %s kWh', (name, count, kwh, firstDay, lastDay, lastLine) => {
    const file = `eemeter_il-electricity-cdd-hdd-${name}.csv.gz`;
    const bytes = gunzipSync(readFileSync(join(SAMPLES, file)));
    const { records, findings } = joinBills([extract(given(bytes, file), STARTS, CONTEXT)]);
    expect(codes(findings)).toEqual([`IN-OPEN-PERIOD info ${String(lastLine)}`]);
    expect(records).toHaveLength(count);
    expect(decimalText(sumOf(records.map(({ energyKwh }) => energyKwh)))).toBe(kwh);
    expect(records[0]?.firstDay).toBe(firstDay);
    expect(records.at(-1)?.lastDay).toBe(lastDay);
  });
});
