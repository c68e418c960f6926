import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from '../../src/ingest/readings-csv/extract.ts';
import { joinReadings } from '../../src/ingest/readings-csv/join.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { kwhOf } from '../../src/ingest/recognise/series-counts.ts';
import { instantText } from '../../src/model/time.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { present } from '../support/present.ts';
import { codes, CONTEXT, given, READINGS } from './given.ts';
import { whereThere } from '../support/where-there.ts';

/** Public tables of `start, value`, kept beside the repository; their notes tell rows and sums. */
const SAMPLES = '../shared/data/meter_csv';
const ifThere = whereThere(SAMPLES);

test('the samples are there wherever tests run unattended', () => {
  expect(existsSync(SAMPLES) || process.env['CI'] === undefined).toBe(true);
});

function sample(name: string) {
  return given(gunzipSync(readFileSync(join(SAMPLES, `eemeter_${name}.csv.gz`))), `${name}.csv`);
}

ifThere('hours that begin at a stamp with offset', () => {
  test.each([
    // a blank between date and time, and the noise of a spreadsheet in one of the values
    ['uk-electricity-hdd-only-hourly-sample-0', 'yyyy-MM-dd HH:mm:ss', 23_508, '3789.626'],
    ['il-electricity-cdd-hdd-hourly', "yyyy-MM-dd'T'HH:mm:ss", 19_417, '21927.13'],
  ])('%s', (name, date_format, rows, kWh) => {
    const map = { ...READINGS.map, time: 'start', date_format, interval_minutes: 60 as const };
    const energy = { column: 'value', unit: 'kWh' };
    const input = { ...READINGS, map: { ...map, energy } };
    const { records, findings } = joinReadings([extract(sample(name), input, CONTEXT)]);
    // no gap and no overlap, although the local offset changes four times
    expect(findings).toEqual([]);
    const { readings, scale } = present(records[0]);
    expect(readings.length).toBe(rows);
    const total = kwhOf(readings, scale);
    expect(Number(decimalText(total)).toFixed(6)).toBe(Number(kWh).toFixed(6));
  });

  test('without a unit a table is refused and asks for it', () => {
    const seen = inspectReadings(sample('il-electricity-cdd-hdd-hourly'), {});
    expect(seen.records).toBe(0);
    expect(codes(seen.findings)).toEqual(['IN-UNIT critical -']);
  });

  test('the first hour of the building in Illinois begins at its midnight', () => {
    const file = sample('il-electricity-cdd-hdd-hourly');
    const text = new TextDecoder().decode(file.bytes).replace('start,value', 'start,value_kWh');
    const { series } = inspectReadings(given(text), {});
    expect(series).toMatchObject([{ total: '21927.13', gaps: 0, overlaps: 0 }]);
    expect(series[0]?.start).toBe(instantText(Date.parse('2015-11-22T00:00:00-06:00') / 1000));
  });
});
