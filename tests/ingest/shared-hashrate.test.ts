import { readFileSync } from 'node:fs';
import * as braiins from '../../src/ingest/braiins/extract.ts';
import * as f2pool from '../../src/ingest/f2pool/extract.ts';
import { itemsOf, memberOf, textIn } from '../../src/ingest/json/json-value.ts';
import { readJson } from '../../src/ingest/json/read-json.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { given } from './given.ts';
import { whereThere } from '../support/where-there.ts';

/** Public shapes and lists of mining pools, kept beside the repository. */
const SAMPLES = '../shared/data';
const ifThere = whereThere(SAMPLES);
const sample = (path: string) => given(readFileSync(`${SAMPLES}/${path}`), path);

ifThere('shapes and lists of pools', () => {
  test.each(['profile', 'workers'])('the %s of Braiins Pool', (part) => {
    const all = JSON.parse(
      new TextDecoder().decode(sample('shapes/braiins_pool_shapes.json').bytes),
    ) as Record<string, unknown>;
    const file = given(JSON.stringify(all[part]), 'answer.json');
    expect(braiins.identify(file).confidence).toBe(1);
    expect(inspectReadings(file, {})).toMatchObject({
      profile: 'braiins',
      findings: [{ code: 'IN-SNAPSHOT' }],
    });
  });

  test('the answer of F2Pool keeps its digits', () => {
    const file = sample('shapes/f2pool_shape.json');
    expect(f2pool.identify(file).confidence).toBe(1);
    const document = readJson(file);
    if (document.refused) throw new Error(document.refused.message);
    const [worker] = itemsOf(memberOf(document.value, 'workers'));
    expect(itemsOf(worker)).toHaveLength(8);
    expect(textIn(itemsOf(worker)[4])).toBe('1084452716521979904');
  });

  test.each([
    ['hashrate/pool_metrics.json', 'lists mining pools with the blocks that each of them found'],
    ['hashrate/pools_enriched.json', 'lists names and addresses of mining pools'],
  ])('%s is no hashrate', (path, says) => {
    const { profile, records, findings } = inspectReadings(sample(path), {});
    expect({ profile, records }).toEqual({ profile: null, records: 0 });
    expect(findings).toMatchObject([{ code: 'IN-NO-READINGS', severity: 'critical' }]);
    expect(findings[0]?.message).toContain(says);
  });
});
