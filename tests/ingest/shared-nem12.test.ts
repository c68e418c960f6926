import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractUnmapped, identify } from '../../src/ingest/nem12/extract.ts';
import { kwhOf } from '../../src/ingest/recognise/series-counts.ts';
import { instantText } from '../../src/model/time.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { given } from './given.ts';

/** Public samples of AEMO and of readers of its format, kept beside the repository; most are zip archives. */
const SAMPLES = '../shared/data/nem12';
const ORACLE = join(import.meta.dirname, 'nem12-oracle.py');

interface Expected {
  readonly meter: string;
  readonly direction: string;
  readonly intervals: number;
  readonly total: string;
  readonly estimated: number;
  readonly start: string;
  readonly end: string;
}
const EXPECTED = JSON.parse(
  readFileSync(join(import.meta.dirname, 'nem12-oracle.json'), 'utf8'),
) as Record<string, Expected[] | 'refused'>;

const COUNTED = Object.entries(EXPECTED).flatMap(([name, expected]) =>
  expected === 'refused' ? [] : [[name, expected] as const],
);
const REFUSED = Object.keys(EXPECTED).filter((name) => EXPECTED[name] === 'refused');

const isThere = existsSync(SAMPLES);

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

/** The texts of the samples; undefined where no Python can unzip them. */
function unzipped(): Record<string, string> | undefined {
  if (!isThere) return undefined;
  try {
    const options = { encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
    const texts = execFileSync('python3', [ORACLE, SAMPLES, '--texts'], options);
    return JSON.parse(texts) as Record<string, string>;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

const texts = unzipped();
const ifThere = texts ? describe : describe.skip;

function seriesIn(name: string) {
  const { records, findings } = extractUnmapped(given(texts?.[name] ?? '', name));
  const series = records.map(({ meter, direction, readings, scale }) => ({
    meter,
    direction,
    intervals: readings.length,
    total: decimalText(kwhOf(readings, scale)),
    estimated: [...readings].filter(({ quality }) => quality === 'estimated').length,
    start: instantText(readings.at(0)?.start ?? 0),
    end: instantText(readings.at(-1)?.end ?? 0),
  }));
  const critical = findings.filter(({ severity }) => severity === 'critical');
  return { series, critical: critical.map(({ code }) => code).sort() };
}

function sorted(series: readonly Expected[]): Expected[] {
  const keyOf = ({ meter, intervals, start }: Expected) => `${meter} ${start} ${String(intervals)}`;
  return [...series].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

ifThere('public samples', () => {
  test('every sample has an expectation', () => {
    expect(Object.keys(texts ?? {}).sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  test.each(Object.keys(EXPECTED))('%s is recognised', (name) => {
    expect(identify(given(texts?.[name] ?? '')).confidence).toBe(1);
  });

  test.each(COUNTED)('%s', (name, expected) => {
    const { series, critical } = seriesIn(name);
    expect(sorted(series)).toEqual(sorted(expected));
    const reads = /^250,/m.test(texts?.[name] ?? '') ? ['IN-ACCUMULATION'] : [];
    const nothing = expected.length === 0 ? ['IN-NO-READINGS'] : [];
    expect(critical).toEqual([...reads, ...nothing]);
  });

  test.each(REFUSED)('%s, whose rows are broken over lines, is refused', (name) => {
    const { series, critical } = seriesIn(name);
    expect(series).toEqual([]);
    expect(new Set(critical)).toEqual(new Set(['IN-STRUCTURE']));
  });
});
