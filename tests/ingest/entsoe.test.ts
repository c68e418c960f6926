import { extract, identify } from '../../src/ingest/entsoe/extract.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, given, instant } from './given.ts';

const NAMESPACE = 'urn:iec62325.351:tc57wg16:451-6:generationloaddocument:3:0';

interface Series {
  readonly zone?: string;
  readonly unit?: string;
  readonly curve?: string;
  readonly type?: string;
  readonly resolution?: string;
  readonly start?: string;
  readonly end?: string;
}

/** A series of one period; points as `position quantity`. */
function series(points: readonly string[], more: Series = {}): string {
  const { zone = 'in', unit = 'MAW', curve = 'A03', type = 'B16', resolution = 'PT60M' } = more;
  const { start = '2025-03-29T23:00Z', end = '2025-03-30T03:00Z' } = more;
  const stated = points.map((point) => {
    const [position = '', quantity = ''] = point.split(' ');
    return `<Point><position>${position}</position><quantity>${quantity}</quantity></Point>`;
  });
  return [
    '<TimeSeries><mRID>1</mRID>',
    zone === ''
      ? ''
      : `<${zone}BiddingZone_Domain.mRID codingScheme="A01">10YNO-2--------T</${zone}BiddingZone_Domain.mRID>`,
    `<quantity_Measure_Unit.name>${unit}</quantity_Measure_Unit.name>`,
    curve === '' ? '' : `<curveType>${curve}</curveType>`,
    type === '' ? '' : `<MktPSRType><psrType>${type}</psrType></MktPSRType>`,
    `<Period><timeInterval><start>${start}</start><end>${end}</end></timeInterval>`,
    `<resolution>${resolution}</resolution>`,
    ...stated,
    '</Period></TimeSeries>',
  ].join('\n');
}

function document(body: string, type = 'A75', process = 'A16', namespace = NAMESPACE): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<GL_MarketDocument xmlns="${namespace}"><mRID>x</mRID><type>${type}</type><process.processType>${process}</process.processType>${body}</GL_MarketDocument>`;
}

function pointsIn(text: string) {
  const { records, findings } = extract(given(text));
  const points = records.map(({ area, quantity, of, status, points: all }) => [
    [area, quantity, of, status].filter((part) => part !== undefined).join(' '),
    ...all.map(({ start, end, megawatts }) => [start, end - start, decimalText(megawatts)]),
  ]);
  return { points, findings };
}

const FIRST = instant('2025-03-29T23:00:00Z');
const SOLAR = '10YNO-2--------T generation B16 reported';

test('omitted positions of the curve A03 repeat the value before up to the end of the period', () => {
  const { points, findings } = pointsIn(document(series(['1 5', '3 -2.5'])));
  expect(findings).toEqual([]);
  expect(points).toEqual([
    [
      SOLAR,
      [FIRST, 3600, '5'],
      [FIRST + 3600, 3600, '5'],
      [FIRST + 7200, 3600, '-2.5'],
      [FIRST + 10_800, 3600, '-2.5'],
    ],
  ]);
});

test.each(['A01', ''])('a position that the curve %j omits is a gap', (curve) => {
  const { points, findings } = pointsIn(document(series(['1 5', '2 6', '4 8'], { curve })));
  expect(points).toEqual([
    [SOLAR, [FIRST, 3600, '5'], [FIRST + 3600, 3600, '6'], [FIRST + 10_800, 3600, '8']],
  ]);
  expect(codes(findings)).toEqual(['IN-GAP completeness 7']);
  expect(findings[0]?.message).toContain('1 interval of 4');
});

test('nothing stands before the first position of the curve A03', () => {
  const { points, findings } = pointsIn(document(series(['2 6'])));
  expect(points[0]).toHaveLength(1 + 3);
  expect(codes(findings)).toEqual(['IN-GAP completeness 7']);
});

test('quarter-hours and hours of several series and periods', () => {
  const quarter = { resolution: 'PT15M', end: '2025-03-30T00:00Z' };
  const later = { start: '2025-03-30T00:00Z', end: '2025-03-30T02:00Z' };
  const { points, findings } = pointsIn(
    document(
      [
        series(['1 7'], later),
        series(['1 1', '2 2', '3 3', '4 4'], quarter),
        series(['1 9'], { type: 'B19' }),
      ].join(''),
    ),
  );
  expect(findings).toEqual([]);
  expect(points).toEqual([
    [
      SOLAR,
      ...['1', '2', '3', '4'].map((value, i) => [FIRST + i * 900, 900, value]),
      [FIRST + 3600, 3600, '7'],
      [FIRST + 7200, 3600, '7'],
    ],
    [
      '10YNO-2--------T generation B19 reported',
      ...[0, 1, 2, 3].map((i) => [FIRST + i * 3600, 3600, '9']),
    ],
  ]);
});

test.each([
  ['A16', 'demand'],
  ['A01', 'demand-forecast'],
])('load of the process %s is %s of the zone that takes it', (process, quantity) => {
  const { points } = pointsIn(
    document(series(['1 4000'], { zone: 'out', type: '' }), 'A65', process),
  );
  expect(points[0]?.[0]).toBe(`10YNO-2--------T ${quantity} reported`);
});

test('what plants take from the grid is no generation', () => {
  const { points, findings } = pointsIn(
    document(series(['1 1'], { zone: 'out', type: 'B10' }) + series(['1 2'], { type: 'B10' })),
  );
  expect(points.map(([name]) => name)).toEqual(['10YNO-2--------T generation B10 reported']);
  expect(codes(findings)).toEqual(['IN-NOT-COUNTED quality 2']);
});

test('namespaces and prefixes do not matter', () => {
  const text = document(series(['1 5']), 'A75', 'A16', 'urn:entsoe:another:4:2');
  const prefixed = text.replace('xmlns=', 'xmlns:ns=').replaceAll(/<(\/?)([A-Za-z])/g, '<$1ns:$2');
  expect(identify(given(prefixed)).confidence).toBe(1);
  expect(pointsIn(prefixed).points).toEqual(pointsIn(document(series(['1 5']))).points);
});

test.each([
  ['another unit', series(['1 5'], { unit: 'KWH' }), 'IN-UNIT critical 2'],
  ['another curve', series(['1 5'], { curve: 'A02' }), 'IN-INTERVAL critical 2'],
  ['no zone', series(['1 5'], { zone: '' }), 'IN-STRUCTURE critical 2'],
  ['no type of plant', series(['1 5'], { type: '' }), 'IN-STRUCTURE critical 2'],
  ['days', series(['1 5'], { resolution: 'P1D' }), 'IN-PERIOD critical 7'],
  ['a period of no length', series(['1 5'], { end: '2025-03-29T23:00Z' }), 'IN-PERIOD critical 7'],
  ['half an hour too much', series(['1 5'], { end: '2025-03-30T03:30Z' }), 'IN-PERIOD critical 7'],
  ['local time', series(['1 5'], { start: '2025-03-29T23:00' }), 'IN-PERIOD critical 7'],
  ['a position beyond the period', series(['5 5']), 'IN-STRUCTURE critical 9'],
  ['a position twice', series(['1 5', '1 6']), 'IN-STRUCTURE critical 10'],
  ['no quantity', series(['1 5', '2 x']), 'IN-STRUCTURE critical 10'],
])('%s is not counted', (_, body, code) => {
  const { records, findings, rows } = extract(given(document(body)));
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code, 'IN-NO-READINGS critical -'].sort());
  expect(rows.rejected).toBe(rows.read);
});

test('a value that two series give differently is in conflict', () => {
  const { points, findings } = pointsIn(document(series(['1 5']) + series(['1 5', '4 6'])));
  expect(points[0]).toHaveLength(1 + 3);
  expect(codes(findings).map((code) => code.split(' ')[0])).toEqual([
    'IN-CONFLICT',
    'IN-DUPLICATE',
  ]);
});

test('an acknowledgement is refused with its reason', () => {
  const text = `<?xml version="1.0"?><Acknowledgement_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-1:acknowledgementdocument:7:0"><mRID>1</mRID><Reason><code>999</code><text>No matching data found for Data item Load.</text></Reason></Acknowledgement_MarketDocument>`;
  expect(identify(given(text)).confidence).toBe(1);
  const { records, findings } = extract(given(text));
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-NO-READINGS critical 1']);
  expect(findings[0]?.message).toContain('999: No matching data found for Data item Load)');
});

test.each([
  ['installed capacity', document(series(['1 5']), 'A71', 'A33'), 'IN-NO-READINGS'],
  ['a week ahead', document(series(['1 5']), 'A65', 'A31'), 'IN-NO-READINGS'],
  ['a document cut off', document(series(['1 5'])).slice(0, -30), 'IN-XML'],
  ['entities', document('').replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'), 'IN-XML'],
])('%s is refused', (_, text, code) => {
  expect(extract(given(text))).toMatchObject({
    records: [],
    findings: [{ code, severity: 'critical' }],
  });
});

test('other XML is not recognised; a look at a document counts its points', () => {
  expect(identify(given('<feed xmlns="http://www.w3.org/2005/Atom"/>')).confidence).toBe(0);
  expect(identify(given('a,GL_MarketDocument\n')).confidence).toBe(0);
  const seen = inspectReadings(given(document(series(['1 5']))), {});
  expect(seen).toMatchObject({ profile: 'entsoe', format: 'xml', records: 4, findings: [] });
});
