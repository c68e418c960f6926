import { extract, extractUnmapped, identify } from '../../src/ingest/green-button-csv/extract.ts';
import type { ExtractedSeries } from '../../src/ingest/readings-csv/extract.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { present } from '../support/present.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const PREAMBLE = ['Name:,SAMPLE', 'Address:,"1 Main St, CA"', 'Account Number:,0000000000', ''];
const WITH_UNITS = 'TYPE,DATE,START TIME,END TIME,USAGE,UNITS,COST';
const IN_HEADER = 'TYPE,DATE,START TIME,END TIME,USAGE (kWh),COST,NOTES';
const TWO_WAYS = 'TYPE,DATE,START TIME,IMPORT (kWh),EXPORT (kWh),COST,NOTES';
const PACIFIC = 'America/Los_Angeles';
const KWH = 3_600_000n;

const INPUT: ProfileInput = {
  kind: 'profile',
  profile: 'green-button-csv',
  files: '*.csv',
  meter: 'main',
  zone: 'America/Chicago',
};

function seen(zone: string | undefined, ...all: readonly string[]) {
  return extractUnmapped(given(lines(...all)), zone);
}

/** Start, end, energy in thousandths of a kilowatt-hour, and quality of each reading. */
function readingsOf(series: ExtractedSeries | undefined) {
  const { readings, scale } = present(series);
  return [...readings].map(({ start, end, energy, quality }) => {
    expect((energy * 1000n) % (KWH * scale)).toBe(0n);
    return [start, end - start, (energy * 1000n) / (KWH * scale), quality];
  });
}

test.each([
  ['a column of units', WITH_UNITS],
  ['the unit in the header', IN_HEADER],
  ['import and export', TWO_WAYS],
])('the download is recognised with %s', (_, header) => {
  const file = given(`\uFEFF${lines(...PREAMBLE, header)}`);
  expect(identify(file).confidence).toBe(1);
});

test('another table with a date is not recognised', () => {
  expect(identify(given('Date,Start Time,kWh\n')).confidence).toBeLessThan(1);
});

test('usage below zero makes a net series, whose negative values stay', () => {
  const { records, findings, rows } = seen(
    PACIFIC,
    ...PREAMBLE,
    WITH_UNITS,
    'Electric usage,08/01/2025,00:00,01:00,1.200,kWh,$0.75',
    'Electric usage,08/01/2025,01:00,02:00,-0.500,kWh,$0.00',
  );
  expect(records).toMatchObject([
    { meter: 'green-button-csv', direction: 'net', intervalSeconds: 3600, duplicates: 0 },
  ]);
  // August in California is seven hours behind UTC
  expect(readingsOf(records[0])).toEqual([
    [instant('2025-08-01T07:00:00Z'), 3600, 1200n, 'unstated'],
    [instant('2025-08-01T08:00:00Z'), 3600, -500n, 'unstated'],
  ]);
  expect(codes(findings)).toEqual(['IN-NEGATIVE quality 7', 'IN-NOT-COUNTED quality -']);
  expect(rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
});

test.each([
  ['the last minute', '00:14', '00:29', 900],
  ['the next start', '00:15', '00:30', 900],
  ['the last minute of half an hour', '00:29', '00:59', 1800],
  ['24:00', '23:00', '24:00', 3600],
])('ends that name %s', (_, first, second, seconds) => {
  const starts = seconds === 900 ? ['00:00', '00:15'] : ['00:00', '00:30'];
  const [a, b] = seconds === 3600 ? ['22:00', '23:00'] : starts;
  const { records, findings } = seen(
    'America/Chicago',
    IN_HEADER,
    `Electric usage,2026-01-15,${String(a)},${first},0.30,$0.09`,
    `Electric usage,2026-01-15,${String(b)},${second},0.20,$0.09,`,
  );
  expect(findings).toEqual([]);
  expect(readingsOf(records[0]).map(([, length]) => length)).toEqual([seconds, seconds]);
  expect(records[0]?.direction).toBe('import');
});

test('import and export are series of their own, of the length of the steps', () => {
  const { records, findings } = seen(
    PACIFIC,
    TWO_WAYS,
    'Electric usage,1/15/2026,0:00,0.30,0.00,$0.09',
    'Electric usage,1/15/2026,0:15,0.00,"1,000.25",-$0.09,',
  );
  expect(findings).toEqual([]);
  expect(records.map(({ direction }) => direction)).toEqual(['import', 'export']);
  const start = instant('2026-01-15T08:00:00Z');
  expect(readingsOf(records[0])).toEqual([
    [start, 900, 300n, 'unstated'],
    [start + 900, 900, 0n, 'unstated'],
  ]);
  expect(readingsOf(records[1])).toEqual([
    [start, 900, 0n, 'unstated'],
    [start + 900, 900, 1_000_250n, 'unstated'],
  ]);
});

test('unpadded dates, and a note that the value was estimated', () => {
  const { records, findings } = seen(
    'America/Chicago',
    IN_HEADER,
    'Electric usage,7/2/2026,0:00,0:59,0.38,$0.12 ,* This data was estimated',
    'Electric usage,7/2/2026,1:00,1:59,0.40,$0.12 ,',
    'Electric usage,7/2/2026,2:00,2:59,0.50,$0.12 ,Meter exchanged',
  );
  expect(readingsOf(records[0]).map(([, , , quality]) => quality)).toEqual([
    'estimated',
    'unstated',
    'unstated',
  ]);
  expect(codes(findings)).toEqual(['IN-ESTIMATED quality 2', 'IN-READ-TYPE quality 4']);
});

test('only cost and notes may be left out of a row', () => {
  const { records, findings, rows } = seen(
    'America/Chicago',
    IN_HEADER,
    'Electric usage,2026-01-15,00:00,00:14,0.30',
    'Electric usage,2026-01-15,00:15,00:29',
    'Electric usage,2026-01-15,00:30,00:44,0.10,$0.1,note was estimated,more',
    'Electric usage,2026-01-15,00:45,00:59,0.40,$0.1',
  );
  expect(codes(findings)).toEqual(['IN-STRUCTURE critical 3', 'IN-STRUCTURE critical 4']);
  expect(readingsOf(records[0])).toHaveLength(2);
  expect(rows).toEqual({ read: 4, rejected: 2, duplicate: 0 });
});

test('gas is set aside, and what is neither gas nor electricity is named', () => {
  const { records, findings, rows } = seen(
    PACIFIC,
    WITH_UNITS,
    'Electric usage,2026-01-15,00:00,00:59,1,kWh,$1',
    'Natural gas usage,2026-01-15,00:00,23:59,2,therms,$1',
    'Water usage,2026-01-15,00:00,00:59,3,gal,$1',
    'Electric usage,2026-01-15,01:00,01:59,4,therms,$1',
  );
  expect(readingsOf(records[0])).toHaveLength(1);
  expect(codes(findings)).toEqual([
    'IN-COMMODITY critical 4',
    'IN-NOT-COUNTED info 3',
    'IN-UNIT critical 5',
  ]);
  expect(rows).toEqual({ read: 4, rejected: 3, duplicate: 0 });
});

test('a row that ends elsewhere than the others is set aside', () => {
  const { findings } = seen(
    PACIFIC,
    IN_HEADER,
    'Electric usage,2026-01-15,00:00,00:14,1,$1',
    'Electric usage,2026-01-15,00:15,00:29,1,$1',
    'Electric usage,2026-01-15,00:30,00:45,1,$1',
  );
  expect(codes(findings)).toEqual(['IN-INTERVAL critical 4']);
});

test.each([
  ['no zone', IN_HEADER, undefined, 'IN-ZONE'],
  ['a zone that is none', IN_HEADER, 'America/Springfield', 'IN-ZONE'],
  ['no unit', 'TYPE,DATE,START TIME,END TIME,USAGE,COST', PACIFIC, 'IN-UNIT'],
  [
    'a unit that is no energy',
    'TYPE,DATE,START TIME,END TIME,USAGE (therms),COST',
    PACIFIC,
    'IN-UNIT',
  ],
  ['no header', 'A,B,C,D,E,F', PACIFIC, 'IN-NO-HEADER'],
])('%s refuses the file', (_, header, zone, code) => {
  const { records, findings } = seen(zone, header, 'Electric usage,2026-01-15,00:00,00:14,1,$1');
  expect(records).toEqual([]);
  expect(findings).toMatchObject([{ code, severity: 'critical' }]);
});

test('days and months are no interval data', () => {
  const { records, findings } = seen(
    PACIFIC,
    IN_HEADER,
    'Electric usage,2026-01-15,00:00,23:59,24,$1',
  );
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-INTERVAL critical -']);
});

test('a workspace gives the meter and the zone', () => {
  const file = given(lines(IN_HEADER, 'Electric usage,2026-01-15,00:00,00:59,1,$1'));
  const { records, findings } = extract(file, INPUT, CONTEXT);
  expect(findings).toEqual([]);
  expect(records).toMatchObject([{ meter: 'main' }]);
  expect(readingsOf(records[0])[0]?.[0]).toBe(instant('2026-01-15T06:00:00Z'));
});

test('a look at the file asks for the zone and counts by it', () => {
  const file = given(lines(...PREAMBLE, IN_HEADER, 'Electric usage,2026-01-15,00:00,00:59,1.5,$1'));
  expect(inspectReadings(file, {}).findings.map(({ code }) => code)).toEqual(['IN-ZONE']);
  const { profile, series } = inspectReadings(file, { timezone: PACIFIC });
  expect(profile).toBe('green-button-csv');
  expect(series).toMatchObject([{ intervals: 1, total: '1.5', estimated: 0 }]);
});
