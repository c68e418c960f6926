import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectReadings, type InspectedSeries } from '../../src/ingest/recognise/inspect.ts';
import { given } from './given.ts';

/** Public samples of Green Button feeds, kept beside the repository. */
const SAMPLES = '../shared/data/greenbutton_xml';

type Expected = Omit<InspectedSeries, 'id' | 'meter'>;
const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'green-button-oracle.json'), 'utf8'),
) as Record<string, Expected[]>;

/** Samples of which something must be refused, and by what. */
const REFUSED: Readonly<Record<string, string>> = {
  'seed_example-GreenButton-data-invalid-time-service-kind.xml': 'IN-COMMODITY',
  'vlad_gas_containerized.xml': 'IN-UNIT',
};

const isThere = existsSync(SAMPLES);

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

const samples = isThere ? readdirSync(SAMPLES).filter((name) => name.endsWith('.xml')) : [];
const ifThere = isThere ? describe : describe.skip;

function read(name: string): Uint8Array {
  return readFileSync(join(SAMPLES, name));
}

ifThere('public samples', () => {
  test('every sample has an expectation', () => {
    expect(samples.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  test.each(Object.keys(EXPECTED))('%s', (name) => {
    const { series, records, profile, findings } = inspectReadings(given(read(name), name), {});
    const counted = series.map((one) => ({ ...one, id: undefined, meter: undefined }));
    expect(profile).toBe('green-button');
    expect(counted).toEqual(EXPECTED[name]);
    expect(records).toBe(counted.reduce((sum, { intervals }) => sum + intervals, 0));
    const critical = findings.filter(({ severity }) => severity === 'critical');
    const code = REFUSED[name];
    expect(critical.map((f) => f.code)).toEqual(code === undefined ? [] : [code]);
  });

  test.each(Object.keys(EXPECTED))('%s, cut off, is refused whole', (name) => {
    const bytes = read(name);
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.9));
    const { series, records, findings } = inspectReadings(given(cut, name), {});
    expect([series, records]).toEqual([[], 0]);
    expect(findings.map((f) => [f.code, f.severity])).toEqual([['IN-XML', 'critical']]);
  });
});
