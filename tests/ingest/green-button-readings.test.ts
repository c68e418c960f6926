import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { codes, given } from './given.ts';
import {
  atom,
  block,
  entry,
  feed,
  JANUARY,
  meterReading,
  type Reading,
  readingType,
  usagePoint,
} from './green-button-given.ts';

const HOUR = 3600;
const DAY = 86_400;

function look(readings: readonly Reading[], type = {}) {
  return inspectReadings(feed(readings, type), {});
}

test('identical readings collapse; three equal ones are one interval and two duplicates', () => {
  const same: Reading = [JANUARY, HOUR, 1000];
  const { series, findings } = look([same, same, same, [JANUARY + HOUR, HOUR, 1]]);
  expect(series).toMatchObject([{ intervals: 2, duplicates: 2, total: '1.001', overlaps: 0 }]);
  expect(codes(findings)).toEqual(['IN-DUPLICATE info 11']);
});

test('differing readings of one interval are both set aside', () => {
  const { series, findings } = look([
    [JANUARY, HOUR, 1000],
    [JANUARY, HOUR, 0],
    [JANUARY + HOUR, HOUR, 500],
  ]);
  expect(series).toMatchObject([{ intervals: 1, total: '0.5', duplicates: 0 }]);
  expect(codes(findings)).toEqual(['IN-CONFLICT critical 10']);
});

test('equal starts of different lengths are kept and named as overlapping', () => {
  const { series, findings } = look([
    [JANUARY, 900, 250],
    [JANUARY, HOUR, 1000],
    [JANUARY + HOUR, HOUR, 1],
  ]);
  expect(series).toMatchObject([{ intervals: 3, overlaps: 1, gaps: 0 }]);
  expect(findings.map((f) => [f.code, f.severity])).toEqual([['IN-INTERVAL', 'critical']]);
});

test('what lies between readings is a gap', () => {
  const { series, findings } = look([
    [JANUARY, 900, 1],
    [JANUARY + 1800, 900, 1],
  ]);
  expect(series).toMatchObject([{ intervals: 2, gaps: 1, overlaps: 0 }]);
  expect(findings.map((f) => f.code)).toEqual(['IN-GAP']);
});

// days of Chicago around 2025-03-09 (23 h) and 2025-11-02 (25 h)
test.each([
  ['the days of change', 1_741_413_600, [DAY, 82_800, DAY], 0],
  ['days at one offset all year', 1_741_413_600, [DAY, DAY, DAY], 0],
  ['months', 1_738_389_600, [28 * DAY, 31 * DAY - HOUR, 30 * DAY], 0],
])('%s join without gap or overlap', (_, first, durations, gaps) => {
  let at = first;
  const readings = durations.map((duration): Reading => {
    const start = at;
    at += duration;
    return [start, duration, 10_000];
  });
  const { series } = look(readings);
  expect(series).toMatchObject([{ intervals: 3, gaps, overlaps: 0, total: '30' }]);
});

test('billing periods may miss each other by the hour of a change, and by no more', () => {
  const month = 30 * DAY;
  const apart = (by: number) =>
    look([
      [JANUARY, month, 1],
      [JANUARY + month + by, month, 1],
    ]).series[0];
  expect(apart(HOUR)).toMatchObject({ gaps: 0, overlaps: 0 });
  expect(apart(-HOUR)).toMatchObject({ gaps: 0, overlaps: 0 });
  expect(apart(HOUR + 1)).toMatchObject({ gaps: 1, overlaps: 0 });
  expect(apart(-HOUR - 1)).toMatchObject({ gaps: 0, overlaps: 1 });
});

// flags of QualityOfReading: what counts as estimated among one actual reading and one flagged so
test.each([
  ['0', 0, 2],
  ['7', 1, 2],
  ['8', 1, 2],
  ['9', 1, 2],
  ['10', 1, 2],
  ['11', 1, 2],
  ['12', 0, 1],
  ['13', 1, 2],
  ['14', 0, 2],
  ['15', 0, 1],
  ['16', 1, 2],
  ['17', 0, 2],
  ['18', 0, 2],
  ['19', 0, 2],
])('quality %s: %i estimated of %i kept', (quality, estimated, intervals) => {
  const { series } = look([
    [JANUARY, HOUR, 1, '0'],
    [JANUARY + HOUR, HOUR, 1, quality],
  ]);
  expect(series).toMatchObject([{ estimated, intervals }]);
});

test('forecast and normalised values are set aside by name, questionable ones are kept by name', () => {
  const { series, findings } = look([
    [JANUARY, HOUR, 1, '0', '12'],
    [JANUARY + HOUR, HOUR, 2, '15'],
    [JANUARY + 2 * HOUR, HOUR, 4000, '10'],
  ]);
  expect(series).toMatchObject([{ total: '4', estimated: 1 }]);
  expect(codes(findings)).toEqual([
    'IN-QUALITY completeness 10',
    'IN-QUALITY completeness 11',
    'IN-QUALITY quality 12',
  ]);
});

test('the default quality of the type holds for readings without one', () => {
  const { series } = look([[JANUARY, HOUR, 1]], { defaultQuality: '8' });
  expect(series).toMatchObject([{ estimated: 1 }]);
});

test('readings without any flag are not called estimated', () => {
  expect(look([[JANUARY, HOUR, 1]]).series).toMatchObject([{ estimated: 0 }]);
});

test.each([
  ['a fraction of a second', '1721154384.66136', 'IN-DATE'],
  ['milliseconds', '1735711200000', 'IN-DATE'],
  ['a date', '2025-01-01', 'IN-DATE'],
])('a start in %s is set aside', (_, start, code) => {
  const { series, findings } = look([
    [start, HOUR, 1],
    [JANUARY, HOUR, 1000],
  ]);
  expect(series).toMatchObject([{ total: '1', intervals: 1 }]);
  expect(codes(findings)).toEqual([`${code} critical 10`]);
  expect(findings[0]?.message).toContain(start);
});

test('one start for periods of different lengths is no time: nothing is kept', () => {
  const { series, records, findings } = look([
    [JANUARY, 29 * DAY, 1],
    [JANUARY, 30 * DAY, 2],
    [JANUARY, 32 * DAY, 3],
  ]);
  expect([series, records]).toEqual([[], 0]);
  expect(codes(findings)).toEqual(['IN-DATE critical 10']);
});

test('a missing duration is the one of the type; without it the reading is set aside', () => {
  expect(look([[JANUARY, null, 1]]).series).toMatchObject([{ end: '2025-01-01T07:00:00Z' }]);
  const { series, findings } = look([[JANUARY, null, 1]], { intervalLength: null });
  expect(series).toEqual([]);
  expect(codes(findings)).toEqual(['IN-INTERVAL critical 10']);
});

test('a missing value is no zero, and a word is no number', () => {
  const { series, findings } = look([
    [JANUARY, HOUR, null],
    [JANUARY + HOUR, HOUR, 'n/k'],
    [JANUARY + 2 * HOUR, HOUR, -1000],
  ]);
  expect(series).toMatchObject([{ intervals: 1, total: '-1' }]);
  expect(codes(findings)).toEqual([
    'IN-NEGATIVE quality 12',
    'IN-NULL completeness 10',
    'IN-NUMBER critical 11',
  ]);
});

test.each(['1', '3'])('registers (accumulation %s) are differenced', (accumulationBehaviour) => {
  const { series, findings } = look(
    [
      [JANUARY + 2 * HOUR, 0, 102_500],
      [JANUARY, 0, 100_000],
      [JANUARY + HOUR, 0, 101_000],
    ],
    { accumulationBehaviour },
  );
  expect(series).toMatchObject([
    { intervals: 2, total: '2.5', start: '2025-01-01T06:00:00Z', end: '2025-01-01T08:00:00Z' },
  ]);
  expect(codes(findings)).toEqual(['IN-ACCUMULATION info 11']);
});

test('register values with a period stand at its end, and that is said', () => {
  const { series, findings } = look(
    [
      [JANUARY, HOUR, 100_000],
      [JANUARY + HOUR, HOUR, 101_000],
    ],
    { accumulationBehaviour: '1' },
  );
  expect(series).toMatchObject([{ intervals: 1, total: '1', start: '2025-01-01T07:00:00Z' }]);
  expect(codes(findings)).toEqual(['IN-ACCUMULATION quality 10']);
});

test('a register that falls is named, and the time is not counted', () => {
  const { series, findings } = look(
    [
      [JANUARY, 0, 99_900],
      [JANUARY + HOUR, 0, 100],
      [JANUARY + 2 * HOUR, 0, 1100],
    ],
    { accumulationBehaviour: '1' },
  );
  expect(series).toMatchObject([{ intervals: 1, total: '1' }]);
  expect(codes(findings)).toEqual(['IN-ACCUMULATION critical 11', 'IN-ACCUMULATION info 10']);
});

test('a declared duration is no coverage', () => {
  const file = atom(
    usagePoint('u/1', '0'),
    meterReading('u/1/MeterReading/1', 't/1'),
    readingType('t/1'),
    block('u/1/MeterReading/1/IntervalBlock', [[JANUARY, HOUR, 1]], [JANUARY, 4 * HOUR]),
  );
  const { series, findings } = inspectReadings(file, {});
  expect(series).toMatchObject([{ intervals: 1 }]);
  expect(findings.map((f) => [f.code, f.severity])).toEqual([['IN-COVERAGE', 'completeness']]);
  expect(findings[0]?.message).toContain('3,600 s of them (25 %)');
});

function summary(start: string, duration: string, last: number, current: number): string {
  const amount = (name: string, value: number) =>
    `<${name}><powerOfTenMultiplier>0</powerOfTenMultiplier><uom>72</uom><value>${String(value)}</value></${name}>`;
  return entry(
    ['self u/1/UsageSummary/1', 'up u/1/UsageSummary'],
    `<UsageSummary xmlns="http://naesb.org/espi"><billingPeriod><duration>${duration}</duration><start>${start}</start></billingPeriod>${amount('overallConsumptionLastPeriod', last)}${amount('currentBillingPeriodOverAllConsumption', current)}</UsageSummary>`,
  );
}

const FROM = String(JANUARY);

test.each([
  ['last period', FROM, '7200', 3000, 0, 'info', 'its last period'],
  ['current period', FROM, '7200', 9, 3000, 'info', 'its current period'],
  ['both together', FROM, '7200', 2000, 1000, 'info', 'together'],
  ['the sum of its period', FROM, '3600', 1000, 9, 'info', 'of its period sum to 1 kWh'],
  ['another period', '0', '3600', 1, 1, 'info', 'another period'],
  ['a difference', FROM, '3600', 1, 1, 'info', 'states 0.001 kWh'],
  ['nonsense', FROM, '0', 1, 1, 'quality', 'makes no sense'],
  ['a period of years', FROM, '94608000', 1, 1, 'quality', 'makes no sense'],
])('a summary is a check: %s', (_, start, duration, last, current, severity, says) => {
  const file = atom(
    summary(start, duration, last, current),
    usagePoint('u/1', '0', ['u/1/UsageSummary']),
    meterReading('u/1/MeterReading/1', 't/1'),
    readingType('t/1'),
    block('u/1/MeterReading/1/IntervalBlock', [
      [JANUARY, HOUR, 1000],
      [JANUARY + HOUR, HOUR, 2000],
    ]),
  );
  const { series, findings } = inspectReadings(file, {});
  expect(series).toMatchObject([{ total: '3', intervals: 2 }]);
  expect(findings).toMatchObject([{ code: 'IN-SUMMARY', severity }]);
  expect(findings[0]?.message).toContain(says);
});

const WHOLE = new TextDecoder().decode(feed([[JANUARY, HOUR, 1]]).bytes);

test.each([
  ['cut off', WHOLE.slice(0, -30), 'unclosed tag'],
  ['cut off in a tag', WHOLE.slice(0, 600), ''],
  ['malformed', WHOLE.replace('</value>', '</valu>'), 'close tag'],
  [
    'with a document type',
    WHOLE.replace('<feed', '<!DOCTYPE feed [<!ENTITY a "9">]>\n<feed'),
    'document type',
  ],
  [
    'with an external entity',
    WHOLE.replace('<feed', '<!DOCTYPE feed SYSTEM "http://127.0.0.1/x">\n<feed').replace(
      '<value>1',
      '<value>&x;',
    ),
    'document type',
  ],
  ['with an undefined entity', WHOLE.replace('<value>1', '<value>&x;'), 'entity'],
  [
    'in another encoding',
    WHOLE.replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"'),
    'ISO-8859-1',
  ],
  ['nested without end', `<feed xmlns="http://naesb.org/espi">${'<a>'.repeat(200)}`, 'nested'],
])('a feed that is %s is refused with its line, and nothing is kept', (_, text, says) => {
  const { series, records, profile, findings } = inspectReadings(given(text), {});
  expect({ series, records, profile }).toEqual({ series: [], records: 0, profile: 'green-button' });
  expect(findings).toMatchObject([{ code: 'IN-XML', severity: 'critical' }]);
  expect(findings[0]?.message).toContain(says);
  expect(findings[0]?.at.line).toBeGreaterThan(0);
});

test('a table named as a feed is refused as XML, bytes that are no text as that', () => {
  const table = inspectReadings(given('start,kWh\n1,2\n'), { profile: 'green-button' });
  expect(table.findings.map((f) => f.code)).toEqual(['IN-XML']);
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
  const image = inspectReadings(given(bytes), { profile: 'green-button' });
  expect(image.findings.map((f) => f.code)).toEqual(['IN-NOT-TEXT']);
});

test('a page in HTML is still no feed', () => {
  const { profile, findings } = inspectReadings(given('<html><body>Sign in</body></html>'), {});
  expect(profile).toBeNull();
  expect(findings.map((f) => f.code)).toEqual(['IN-NOT-TEXT']);
});
