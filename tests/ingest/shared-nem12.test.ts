import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractUnmapped, identify } from '../../src/ingest/nem12/extract.ts';
import { kwhOf } from '../../src/ingest/recognise/series-counts.ts';
import { instantText } from '../../src/model/time.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { extractUnmapped as billsIn, identify as isNem13 } from '../../src/ingest/nem13/extract.ts';
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

interface ExpectedReads {
  readonly bills: readonly Readonly<Record<'meter' | 'firstDay' | 'lastDay' | 'kWh', string>>[];
  /** Lines whose quantity is not what the register moved by. */
  readonly differing: readonly number[];
  readonly forecasts: number;
  /** Records of energy that the site gave. */
  readonly given: number;
}
const READS = JSON.parse(
  readFileSync(join(import.meta.dirname, 'nem13-oracle.json'), 'utf8'),
) as Record<string, ExpectedReads>;

function byPlace(a: { meter: string; firstDay: string }, b: { meter: string; firstDay: string }) {
  return `${a.meter} ${a.firstDay}` < `${b.meter} ${b.firstDay}` ? -1 : 1;
}

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

  test.each(Object.keys(EXPECTED))('%s is recognised as one of the two', (name) => {
    const file = given(texts?.[name] ?? '');
    const is13 = name in READS;
    expect([identify(file).confidence, isNem13(file).confidence]).toEqual(is13 ? [0, 1] : [1, 0]);
  });

  test('every sample with reads of registers has an expectation', () => {
    const holding = Object.entries(texts ?? {}).filter(([, text]) => /^250,/m.test(text));
    expect(holding.map(([name]) => name).sort()).toEqual(Object.keys(READS).sort());
  });

  test.each(Object.entries(READS))('reads of %s', (name, expected) => {
    const { records, findings, rows } = billsIn(given(texts?.[name] ?? '', name));
    const bills = records.map(({ meter, firstDay, lastDay, start, end, energyKwh, quality }) => ({
      meter,
      firstDay,
      lastDay,
      start: instantText(start),
      end: instantText(end),
      kWh: decimalText(energyKwh),
      quality,
    }));
    expect(bills.sort(byPlace)).toEqual([...expected.bills].sort(byPlace));
    const linesOf = (wanted: string) =>
      findings.flatMap(({ code, at }) => (code === wanted ? [at.line] : []));
    expect(linesOf('IN-CHECK-SUM')).toEqual(expected.differing);
    expect(linesOf('IN-QUALITY').length > 0).toBe(expected.forecasts > 0);
    expect(rows.rejected).toBe(expected.forecasts + expected.given);
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
