import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { identify } from '../../src/ingest/green-button/extract.ts';
import { codes, given } from './given.ts';
import {
  atom,
  block,
  entry,
  feed,
  JANUARY,
  meterReading,
  readingType,
  type TypeCodes,
  usagePoint,
} from './green-button-given.ts';

const HOUR = 3600;
const TWO = [
  [JANUARY, HOUR, 1500],
  [JANUARY + HOUR, HOUR, 2500],
] as const;

test('an hourly feed is recognised by its content and added up', () => {
  const seen = inspectReadings(feed(TWO), {});
  expect(seen).toEqual({
    format: 'xml',
    profile: 'green-button',
    records: 2,
    findings: [],
    series: [
      {
        id: 'u/1/MeterReading/1',
        meter: 'u/1',
        commodity: 'electricity',
        direction: 'import',
        unit: 'kWh',
        intervals: 2,
        start: '2025-01-01T06:00:00Z',
        end: '2025-01-01T08:00:00Z',
        total: '4',
        gaps: 0,
        overlaps: 0,
        duplicates: 0,
        estimated: 0,
      },
    ],
  });
});

test.each([
  ['a feed', new TextDecoder().decode(feed(TWO).bytes), 1],
  ['parts without namespace', '<IntervalBlock/>', 0.7],
  ['another document', '<svg/>', 0],
  ['a table', 'start,kWh\n', 0],
])('%s is told by its content', (_, text, confidence) => {
  expect(identify(given(text)).confidence).toBe(confidence);
});

// values x 10^multiplier in the unit of uom, each of 1500 + 2500
test.each([
  ['Wh x 10^3', { uom: '72', powerOfTenMultiplier: '3' }, '0', '4000', 'kWh', 'electricity'],
  [
    'J x 10^-3',
    { uom: '31', powerOfTenMultiplier: '-3', commodity: '7' },
    '1',
    '4',
    'J',
    'natural-gas',
  ],
  [
    'J of electricity',
    { uom: '31', powerOfTenMultiplier: '6' },
    '0',
    '1111.111111111111111111111111111111',
    'kWh',
    'electricity',
  ],
  [
    'therm x 10^-5',
    { uom: '169', powerOfTenMultiplier: '-5', commodity: '7' },
    '1',
    '0.04',
    'therm',
    'natural-gas',
  ],
  [
    'Btu x 10^6',
    { uom: '132', powerOfTenMultiplier: '6', commodity: null },
    '1',
    '4000000000',
    'Btu',
    'natural-gas',
  ],
  ['ft3', { uom: '119', commodity: '7', kind: '58' }, '1', '4000', 'ft3', 'natural-gas'],
  ['US gal of water', { uom: '128', commodity: '9', kind: '58' }, '2', '4000', 'US gal', 'water'],
  ['propane', { uom: '128', commodity: '8' }, '1', '4000', 'US gal', 'propane'],
  ['heat', { uom: '72', commodity: '10' }, '4', '4', 'kWh', 'heat'],
] as const)('%s', (_, type, kind, total, unit, commodity) => {
  const { series, findings } = inspectReadings(feed(TWO, type, kind), {});
  expect(findings).toEqual([]);
  expect(series).toMatchObject([{ total, unit, commodity, intervals: 2 }]);
});

const REFUSED: readonly (readonly [string, TypeCodes, string | null, string, string])[] = [
  ['no unit', { uom: null }, '0', 'IN-UNIT', 'names no unit'],
  ['an empty unit', { uom: '' }, '0', 'IN-UNIT', 'names no unit'],
  ['no power of ten', { powerOfTenMultiplier: null }, '0', 'IN-UNIT', 'no power of ten'],
  ['a power of ten in words', { powerOfTenMultiplier: 'k' }, '0', 'IN-UNIT', '"k"'],
  ['reactive energy', { uom: '73' }, '0', 'IN-UNIT', 'VArh, reactive energy'],
  ['power', { uom: '38' }, '0', 'IN-UNIT', 'W, a power'],
  ['an unknown unit', { uom: '999' }, '0', 'IN-UNIT', '"999"'],
  ['electricity in cubic feet', { uom: '119' }, '0', 'IN-COMMODITY', 'ft3 (uom 119)'],
  ['electricity in therms', { uom: '169' }, '0', 'IN-COMMODITY', 'therm'],
  ['gas in Wh', { commodity: '7' }, '1', 'IN-COMMODITY', 'Wh (uom 72)'],
  ['water as energy', { commodity: '9' }, '2', 'IN-COMMODITY', 'Wh (uom 72)'],
  ['a gas service with electricity', {}, '1', 'IN-COMMODITY', 'commodity electricity'],
  [
    'an electric service with gas',
    { commodity: '7', uom: '169' },
    '0',
    'IN-COMMODITY',
    'natural-gas',
  ],
  ['a service that is no energy', { commodity: null }, '3', 'IN-COMMODITY', 'time'],
  ['an unknown service', {}, '42', 'IN-COMMODITY', '"42"'],
  ['an unknown commodity', { commodity: '18' }, '0', 'IN-COMMODITY', '"18"'],
  ['neither service nor commodity', { commodity: null }, null, 'IN-COMMODITY', 'Neither'],
  ['demand', { kind: '8' }, '0', 'IN-ACCUMULATION', '"8"'],
  ['a maximum', { dataQualifier: '8' }, '0', 'IN-ACCUMULATION', '"8"'],
  ['an instantaneous value', { accumulationBehaviour: '12' }, '0', 'IN-ACCUMULATION', '"12"'],
  ['the sum of both directions', { flowDirection: '20' }, '0', 'IN-DIRECTION', '"20"'],
];

test.each(REFUSED)('%s is refused, and nothing is kept', (_, type, kind, code, says) => {
  const { series, records, findings } = inspectReadings(feed(TWO, type, kind), {});
  expect([series, records]).toEqual([[], 0]);
  expect(findings.map((f) => [f.code, f.severity])).toEqual([[code, 'critical']]);
  expect(findings[0]?.message).toContain(says);
  expect(findings[0]?.at.line).toBeGreaterThan(2);
});

test.each([
  ['1', 'import', []],
  ['19', 'export', []],
  ['4', 'net', []],
  ['0', 'import', ['IN-DIRECTION quality 20']],
  [null, 'import', ['IN-DIRECTION quality 20']],
])('flow direction %s is %s', (flowDirection, direction, said) => {
  const { series, findings } = inspectReadings(feed(TWO, { flowDirection }), {});
  expect(series).toMatchObject([{ direction, total: '4' }]);
  expect(codes(findings)).toEqual(said);
});

test('import and export of one usage point are two series', () => {
  const file = atom(
    usagePoint('u/1', '0'),
    meterReading('u/1/MeterReading/in', 't/in'),
    meterReading('u/1/MeterReading/out', 't/out'),
    readingType('t/in'),
    readingType('t/out', { flowDirection: '19' }),
    block('u/1/MeterReading/out/IntervalBlock', [[JANUARY, HOUR, 300]]),
    block('u/1/MeterReading/in/IntervalBlock', [[JANUARY, HOUR, 1000]]),
  );
  const { series } = inspectReadings(file, {});
  expect(series.map(({ id, direction, total }) => [id, direction, total]).sort()).toEqual([
    ['u/1/MeterReading/in', 'import', '1'],
    ['u/1/MeterReading/out', 'export', '0.3'],
  ]);
});

test('equal starts of several usage points and commodities are no duplicates and never summed', () => {
  const point = (n: string, kind: string) => [
    usagePoint(`c/${n}/UsagePoint/1`, kind),
    meterReading(`c/${n}/UsagePoint/1/MeterReading/1`, `t/${kind}`),
    block(`c/${n}/UsagePoint/1/MeterReading/1/IntervalBlock`, [[JANUARY, HOUR, 1000]]),
  ];
  const types = [
    readingType('t/0'),
    readingType('t/1', { commodity: '7', uom: '169', powerOfTenMultiplier: '-3' }),
  ];
  const file = atom(...point('1', '0'), ...types, ...point('2', '0'), ...point('3', '1'));
  const { series, findings } = inspectReadings(file, {});
  expect(findings).toEqual([]);
  expect(
    series.map(({ meter, total, unit, duplicates }) => [meter, total, unit, duplicates]),
  ).toEqual([
    ['c/1/UsagePoint/1', '1', 'kWh', 0],
    ['c/2/UsagePoint/1', '1', 'kWh', 0],
    ['c/3/UsagePoint/1', '1', 'therm', 0],
  ]);
});

test('one reading that is refused leaves the others of the feed', () => {
  const file = atom(
    usagePoint('u/1', '0'),
    meterReading('u/1/MeterReading/1', 't/gone'),
    block('u/1/MeterReading/1/IntervalBlock', [[JANUARY, HOUR, 7]]),
    usagePoint('u/2', '0'),
    meterReading('u/2/MeterReading/1', 't/1'),
    block('u/2/MeterReading/1/IntervalBlock', [[JANUARY, HOUR, 1000]]),
    readingType('t/1'),
  );
  const { series, findings } = inspectReadings(file, {});
  expect(series).toMatchObject([{ meter: 'u/2', total: '1' }]);
  expect(findings.map((f) => f.code)).toEqual(['IN-UNIT']);
  expect(findings[0]?.message).toContain('links to no reading type');
});

test('without a usage point the commodity of the type holds, and that is said', () => {
  const parts = [
    meterReading('u/1/MeterReading/1', 't/1'),
    block('u/1/MeterReading/1/IntervalBlock', [[JANUARY, HOUR, 1000]]),
  ];
  const seen = inspectReadings(atom(...parts, readingType('t/1')), {});
  expect(seen.series).toMatchObject([{ meter: null, commodity: 'electricity', total: '1' }]);
  expect(seen.findings.map((f) => [f.code, f.severity])).toEqual([['IN-COMMODITY', 'quality']]);
  const unsaid = inspectReadings(atom(...parts, readingType('t/1', { commodity: '0' })), {});
  expect(unsaid.series).toEqual([]);
});

test('a block without meter reading stands by its type, and without that it is refused', () => {
  const bare = (links: readonly string[]) =>
    entry(
      links,
      '<IntervalBlock xmlns="http://naesb.org/espi"><IntervalReading><timePeriod><start>0</start></timePeriod><value>5</value></IntervalReading></IntervalBlock>',
    );
  const typed = inspectReadings(atom(bare(['self b/1', 'related t/1']), readingType('t/1')), {});
  expect(typed.series).toMatchObject([{ total: '0.005', start: '1970-01-01T00:00:00Z' }]);
  const lone = inspectReadings(atom(bare(['self b/1']), readingType('t/1')), {});
  expect(lone.series).toEqual([]);
  expect(lone.findings.map((f) => [f.code, f.severity])).toContainEqual(['IN-LINK', 'critical']);
});

test('a link that fits two usage points settles nothing', () => {
  const file = atom(
    usagePoint('u/1', '0', ['m/1']),
    usagePoint('u/2', '1', ['m/1']),
    meterReading('m/1', 't/1'),
    block('m/1/IntervalBlock', [[JANUARY, HOUR, 1000]]),
    readingType('t/1'),
  );
  const { series, findings } = inspectReadings(file, {});
  expect(series).toEqual([]);
  expect(findings[0]).toMatchObject({ code: 'IN-LINK', severity: 'critical' });
  expect(findings[0]?.message).toContain('2 usage points');
});

test('repeated entries of a feed that was put together count once', () => {
  const file = atom(
    usagePoint('u/1', '0'),
    usagePoint('u/1', '0'),
    meterReading('u/1/MeterReading/1', 't/1'),
    readingType('t/1'),
    readingType('t/1'),
    block('u/1/MeterReading/1/IntervalBlock', TWO),
    block('u/1/MeterReading/1/IntervalBlock', TWO),
  );
  const { series, findings } = inspectReadings(file, {});
  expect(series).toMatchObject([{ intervals: 2, total: '4', duplicates: 2 }]);
  expect(findings.map((f) => f.code)).toEqual(['IN-DUPLICATE']);
});

test('prefixes do not matter, nor does a missing namespace', () => {
  const text = new TextDecoder().decode(feed(TWO).bytes);
  const prefixed = text
    .replace(/ xmlns="http:\/\/naesb.org\/espi"/g, '')
    .replace(
      /<(\/?)([A-Z]\w*|kind|uom|value|start|duration|commodity|flowDirection|timePeriod|powerOfTenMultiplier|accumulationBehaviour|intervalLength)/g,
      '<$1e:$2',
    )
    .replace(/<(\/?)(feed|entry|id|link|title|content)/g, '<$1a:$2')
    .replace('xmlns=', 'xmlns:e="http://naesb.org/espi" xmlns:a=');
  expect(prefixed).toContain('<a:entry>');
  expect(inspectReadings(given(prefixed), {}).series).toMatchObject([{ total: '4' }]);
  const none = text.replace(/ xmlns="[^"]*"/g, '');
  expect(inspectReadings(given(none), {}).series).toMatchObject([{ total: '4' }]);
  const other = text.replaceAll('naesb.org/espi', 'naesb.org/other');
  expect(inspectReadings(given(other), { profile: 'green-button' }).series).toEqual([]);
});

test('a feed without readings is no error', () => {
  const { series, records, findings } = inspectReadings(atom(usagePoint('u/1', '0')), {});
  expect([series, records]).toEqual([[], 0]);
  expect(codes(findings)).toEqual(['IN-NO-READINGS info -']);
});
