import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as readings from '../../src/ingest/energytag/readings.ts';
import * as storage from '../../src/ingest/energytag/storage.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { instantText } from '../../src/model/time.ts';
import { codes, given } from './given.ts';

/** Public samples of an EnergyTag registry, kept beside the repository. */
const SAMPLES = '../shared/data/certs/energytag_gc_registry';
const MEASURED = 'dev_test_measurements_ddmmyyyy.csv';
const TEMPLATE = 'meter_readings_template.csv';
const FLOWS = 'storage_readings_template.csv';

interface Expected {
  readonly rows: number;
  readonly start: string;
  readonly end: string;
  readonly in: number;
  readonly out: number;
}

const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'energytag-oracle.json'), 'utf8'),
) as Record<string, Expected>;

const isThere = existsSync(SAMPLES);
const ifThere = isThere ? describe : describe.skip;
const sample = (name: string) => given(readFileSync(join(SAMPLES, name)), name);

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

ifThere('public samples of an EnergyTag registry', () => {
  test.each([
    [MEASURED, 'UTC'],
    [TEMPLATE, undefined],
  ])('%s', (name, zone) => {
    const { records, findings } = readings.extractUnmapped(sample(name), zone);
    expect(findings).toEqual([]);
    const [series] = records;
    const all = [...(series?.readings ?? [])];
    const joules = all.reduce((sum, { energy }) => sum + energy, 0n) / (series?.scale ?? 1n);
    expect(records.map(({ direction, intervalSeconds }) => [direction, intervalSeconds])).toEqual([
      ['generation', 3600],
    ]);
    expect({
      rows: all.length,
      start: instantText(all[0]?.start ?? 0),
      end: instantText(all.at(-1)?.end ?? 0),
      in: Number(joules) / 3600,
      out: 0,
    }).toEqual(EXPECTED[name]);
  });

  test('the 744 hours are 77,375 watt-hours, as the list of samples says', () => {
    expect(EXPECTED[MEASURED]).toMatchObject({ rows: 744, in: 77375 });
  });

  test('stamps without offset are refused until a zone is named', () => {
    const { records, findings } = readings.extractUnmapped(sample(MEASURED), undefined);
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual(['IN-ZONE critical -']);
  });

  test('two flows of one hour are two records', () => {
    const { records, findings } = storage.extractUnmapped(sample(FLOWS), undefined);
    expect(findings).toEqual([]);
    const flows = records.map(({ energyWh }) => Number(energyWh));
    expect({
      rows: records.length,
      start: instantText(Math.min(...records.map(({ start }) => start))),
      end: instantText(Math.max(...records.map(({ end }) => end))),
      in: flows.filter((flow) => flow > 0).reduce((sum, flow) => sum + flow, 0),
      out: flows.filter((flow) => flow < 0).reduce((sum, flow) => sum + flow, 0),
    }).toEqual(EXPECTED[FLOWS]);
  });

  test.each([
    ['storage_allocation_template.csv', 'storage allocations'],
    ['bess_plant_activity_sep_2024_head5000.csv', 'megawatts at naive times'],
  ])('%s is known and refused with the reason', (name, reason) => {
    const seen = inspectReadings(sample(name), {});
    expect(seen).toMatchObject({ profile: 'energytag-storage', records: 0 });
    expect(codes(seen.findings)).toEqual(['IN-NOT-COUNTED critical -']);
    expect(seen.findings[0]?.message).toContain(reason);
  });

  test('each template is recognised by its content', () => {
    expect(inspectReadings(sample(TEMPLATE), {}).profile).toBe('energytag-readings');
    expect(inspectReadings(sample(FLOWS), {}).profile).toBe('energytag-storage');
  });
});
