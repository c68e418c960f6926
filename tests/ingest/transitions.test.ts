import * as curtailment from '../../src/ingest/curtailment-csv/extract.ts';
import * as elhub from '../../src/ingest/elhub/extract.ts';
import * as greenButtonCsv from '../../src/ingest/green-button-csv/extract.ts';
import * as hashrate from '../../src/ingest/hashrate-csv/extract.ts';
import type { Extraction, InputFile } from '../../src/ingest/input-file.ts';
import * as readings from '../../src/ingest/readings-csv/extract.ts';
import * as sce from '../../src/ingest/sce/extract.ts';
import * as smartMeterTexas from '../../src/ingest/smart-meter-texas/extract.ts';
import * as ukHalfHourly from '../../src/ingest/uk-half-hourly/extract.ts';
import type { CurtailmentInput } from '../../src/model/documents/workspace.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Interval } from '../../src/model/time.ts';
import { codes, CONTEXT, given, HASHRATE, lines, READINGS } from './given.ts';
import { DAYS_OF_CHANGE, midnightOf, wallAt } from './offsets.ts';

const QUARTER = 900;
const HALF = 1800;
const HOUR = 3600;
const ANY = [
  'America/Chicago',
  'Europe/Oslo',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Almaty',
  'UTC',
];
/** Hours do not fill a day of 23 hours and a half. */
const OF_WHOLE_HOURS = ANY.filter((zone) => zone !== 'Australia/Lord_Howe');

interface Seen {
  readonly intervals: readonly Interval[];
  readonly findings: readonly Finding[];
}

/** A layout: how it writes an interval that starts at an instant, and how it is read. */
interface Layout {
  readonly zones: readonly string[];
  readonly seconds: number;
  readonly header: readonly string[];
  readonly row: (zone: string, at: number, value: number) => string;
  readonly read: (file: InputFile, zone: string) => Seen;
}

/** `yyyy-MM-dd` and `HH:mm`. */
function parts(zone: string, at: number): readonly [string, string] {
  const wall = wallAt(zone, at);
  return [wall.slice(0, 10), wall.slice(11, 16)];
}

function american(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${month}/${date}/${year}`;
}

const MONTHS = ['Mar', 'Apr', 'Oct', 'Nov'];

function british(wall: string): string {
  const month = { '03': 'Mar', '04': 'Apr', '10': 'Oct', '11': 'Nov' }[wall.slice(5, 7)] ?? '';
  expect(MONTHS).toContain(month);
  return `${wall.slice(8, 10)} ${month} ${wall.slice(0, 4)} ${wall.slice(11)}`;
}

function norwegian(zone: string, at: number): string {
  const [day, time] = parts(zone, at);
  return `${day.split('-').reverse().join('.')} ${time}`;
}

function ofSeries({ records, findings }: Extraction<readings.ExtractedSeries>): Seen {
  expect(records.length).toBeLessThan(2);
  return { intervals: [...(records[0]?.readings ?? [])], findings };
}

function mapped(label: 'start' | 'end', minutes: 15 | 60): Layout {
  return {
    zones: minutes === 60 ? OF_WHOLE_HOURS : ANY,
    seconds: minutes * 60,
    header: ['ts,kwh'],
    row: (zone, at, value) => {
      const stamp = label === 'start' ? at : at + minutes * 60;
      return `${wallAt(zone, stamp)},${String(value)}`;
    },
    read: (file, zone) => {
      const map = { ...READINGS.map, zone, label, date_format: 'yyyy-MM-dd HH:mm:ss' };
      const input = { ...READINGS, map: { ...map, interval_minutes: minutes } };
      return ofSeries(readings.extract(file, input, CONTEXT));
    },
  };
}

function download(seconds: number, end?: (zone: string, at: number) => string): Layout {
  const ends = end ? ',END TIME' : '';
  return {
    zones: seconds === HOUR ? OF_WHOLE_HOURS : ANY,
    seconds,
    header: [`TYPE,DATE,START TIME${ends},USAGE (kWh),COST`],
    row: (zone, at, value) => {
      const [day, time] = parts(zone, at);
      const last = end ? [end(zone, at)] : [];
      return ['Electric usage', american(day), time, ...last, String(value), '$0.1'].join(',');
    },
    read: (file, zone) => ofSeries(greenButtonCsv.extractUnmapped(file, zone)),
  };
}

function reports(label: 'start' | 'end'): Layout {
  return {
    zones: [...ANY, 'Europe/London'],
    seconds: HALF,
    header: ['sep=,', 'MPR,ReadDatetime,kWh,ReadType'],
    row: (zone, at, value) => {
      const stamp = british(wallAt(zone, label === 'start' ? at : at + HALF));
      return `1008900001,${stamp},${String(value)},Actual`;
    },
    read: (file, zone) => {
      const profile = { kind: 'profile', profile: 'uk-half-hourly', files: '*' } as const;
      return ofSeries(ukHalfHourly.extract(file, { ...profile, zone, label }, CONTEXT));
    },
  };
}

function hashes(label: 'start' | 'end'): Layout {
  return {
    zones: ANY,
    seconds: HALF,
    header: ['ts,rate'],
    row: (zone, at, value) => {
      return `${wallAt(zone, label === 'start' ? at : at + HALF)},${String(value)}`;
    },
    read: (file, zone) => {
      const map = { ...HASHRATE.map, zone, label, date_format: 'yyyy-MM-dd HH:mm:ss' };
      const input = { ...HASHRATE, map: { ...map, interval_minutes: 30 as const } };
      const { records, findings } = hashrate.extract(file, input);
      return { intervals: [...(records[0]?.readings ?? [])], findings };
    },
  };
}

const LAYOUTS: Readonly<Record<string, Layout>> = {
  'a mapped table of starts': mapped('start', 15),
  'a mapped table of ends': mapped('end', 15),
  'a mapped table of hours by their starts': mapped('start', 60),
  'a mapped table of hours by their ends': mapped('end', 60),
  'Smart Meter Texas': {
    zones: ['America/Chicago'],
    seconds: QUARTER,
    header: [
      'ESIID,USAGE_DATE,REVISION_DATE,USAGE_START_TIME,USAGE_END_TIME,USAGE_KWH,ESTIMATED_ACTUAL,CONSUMPTION_SURPLUSGENERATION',
    ],
    row: (zone, at, value) => {
      const [day, time] = parts(zone, at);
      const [, end] = parts(zone, at + QUARTER);
      return `'1008900001,${american(day)},01/01/2026,${time},${end},${String(value)},A,Consumption`;
    },
    read: (file) => ofSeries(smartMeterTexas.extractUnmapped(file)),
  },
  SCE: {
    zones: ['America/Los_Angeles'],
    seconds: QUARTER,
    header: ['Energy consumption time period,Usage(Real energy in kilowatt-hours),Reading quality'],
    row: (zone, at, value) =>
      `${wallAt(zone, at)} to ${wallAt(zone, at + QUARTER)},${String(value)},`,
    read: (file) => ofSeries(sce.extractUnmapped(file)),
  },
  Elhub: {
    zones: ['Europe/Oslo'],
    seconds: HOUR,
    header: ['Fra;Til;KWH 60 Forbruk;Kvalitet'],
    row: (zone, at, value) =>
      `${norwegian(zone, at)};${norwegian(zone, at + HOUR)};${String(value)};Målt`,
    read: (file) => ofSeries(elhub.extractUnmapped(file)),
  },
  'a download whose ends are the next starts': download(
    QUARTER,
    (z, at) => parts(z, at + QUARTER)[1],
  ),
  'a download whose ends are last minutes': download(HALF, (z, at) => parts(z, at + HALF - 60)[1]),
  'a download of hours': download(HOUR, (z, at) => parts(z, at + HOUR - 60)[1]),
  'a download without ends': download(QUARTER),
  'British readings by their starts': reports('start'),
  'British readings by their ends': reports('end'),
  'hashrate by its starts': hashes('start'),
  'hashrate by its ends': hashes('end'),
};

const CASES = Object.entries(LAYOUTS).flatMap(([name, { zones }]) =>
  zones.flatMap((zone) => (DAYS_OF_CHANGE[zone] ?? []).map((day) => [name, zone, day] as const)),
);

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

test.each(CASES)(
  '%s in %s on %s: every interval of the day, each in its place',
  (name, zone, day) => {
    const layout = LAYOUTS[name];
    if (!layout) throw new Error(name);
    const { seconds, header, row, read } = layout;
    // an hour of the days around it, as a longer export has
    const [from, to] = [midnightOf(zone, day) - HOUR, midnightOf(zone, nextDay(day)) + HOUR];
    const starts = Array.from({ length: (to - from) / seconds }, (_, i) => from + i * seconds);
    const { intervals, findings } = read(
      given(lines(...header, ...starts.map((at, i) => row(zone, at, i + 1)))),
      zone,
    );
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(intervals.map(({ start, end }) => [start, end])).toEqual(
      starts.map((at) => [at, at + seconds]),
    );
  },
);

test('the days of change are as long as their clocks make them', () => {
  const hours = Object.entries(DAYS_OF_CHANGE).map(([zone, days]) => [
    zone,
    ...days.map((day) => (midnightOf(zone, nextDay(day)) - midnightOf(zone, day)) / HOUR),
  ]);
  expect(hours).toEqual([
    ['America/Chicago', 23, 25],
    ['America/Los_Angeles', 23, 25],
    ['Europe/London', 23, 25],
    ['Europe/Oslo', 23, 25],
    ['Australia/Sydney', 25, 23],
    ['Australia/Lord_Howe', 24.5, 23.5],
    ['Asia/Kolkata', 24, 24],
    ['Asia/Almaty', 24, 24],
    ['UTC', 24, 24],
  ]);
});

describe('British days of 48 columns', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const slots = Array.from({ length: 48 }, (_, i) => `${two(i >> 1)}:${i % 2 === 0 ? '00' : '30'}`);
  const header = ['Site Id', 'Meter Number', 'Reading Date', ...slots].join(',');
  const zones = [...ANY, 'Europe/London'];
  const cases = zones.flatMap((zone) => (DAYS_OF_CHANGE[zone] ?? []).map((day) => [zone, day]));

  const halfHours = (zone: string, day: string) =>
    (midnightOf(zone, nextDay(day)) - midnightOf(zone, day)) / HALF;
  const read = (zone: string, day: string) => {
    const date = day.split('-').reverse().join('/');
    const file = given(lines(header, ['S', '1', date, ...slots.map((_, i) => i)].join(',')));
    return ofSeries(ukHalfHourly.extractUnmapped(file, zone));
  };

  test.each(cases.filter(([zone = '', day = '']) => halfHours(zone, day) === 48))(
    'fill the day in %s on %s',
    (zone = '', day = '') => {
      const { intervals, findings } = read(zone, day);
      expect(findings).toEqual([]);
      const from = midnightOf(zone, day);
      expect(intervals.map(({ start }) => start)).toEqual(slots.map((_, i) => from + i * HALF));
    },
  );

  test.each(cases.filter(([zone = '', day = '']) => halfHours(zone, day) !== 48))(
    'are never placed by a guess in %s on %s',
    (zone = '', day = '') => {
      const { intervals, findings } = read(zone, day);
      expect(intervals).toEqual([]);
      expect(codes(findings)).toEqual(['IN-CLOCK-CHANGE critical 2', 'IN-NO-READINGS critical -']);
      expect(findings[0]?.message).toContain(` has ${String(halfHours(zone, day))} half-hours`);
    },
  );
});

describe('curtailment', () => {
  const INPUT: CurtailmentInput = {
    kind: 'curtailment',
    files: '*.csv',
    site: 'pecos',
    map: {
      start: 'start',
      end: 'end',
      zone: 'UTC',
      date_format: 'yyyy-MM-dd HH:mm:ss',
      baseline: { column: 'mw', unit: 'MW' },
    },
  };
  const read = (zone: string, start: string, end: string) =>
    curtailment.extract(given(lines('start,end,mw', `${start},${end},10`)), {
      ...INPUT,
      map: { ...INPUT.map, zone },
    });
  const cases = ANY.flatMap((zone) => (DAYS_OF_CHANGE[zone] ?? []).map((day) => [zone, day]));

  test.each(cases)('an event of the whole day in %s on %s', (zone = '', day = '') => {
    const { records, findings } = read(zone, `${day} 00:00:00`, `${nextDay(day)} 00:00:00`);
    expect(findings).toEqual([]);
    expect(records).toMatchObject([
      { start: midnightOf(zone, day), end: midnightOf(zone, nextDay(day)) },
    ]);
  });

  test.each([
    ['America/Chicago', '2025-11-02 01:30:00', 'IN-AMBIGUOUS-TIME'],
    ['Europe/Oslo', '2025-10-26 02:30:00', 'IN-AMBIGUOUS-TIME'],
    ['Australia/Sydney', '2025-04-06 02:30:00', 'IN-AMBIGUOUS-TIME'],
    ['Australia/Lord_Howe', '2025-04-06 01:45:00', 'IN-AMBIGUOUS-TIME'],
    ['America/Chicago', '2025-03-09 02:30:00', 'IN-NONEXISTENT-HOUR'],
    ['Europe/Oslo', '2025-03-30 02:30:00', 'IN-NONEXISTENT-HOUR'],
    ['Australia/Sydney', '2025-10-05 02:30:00', 'IN-NONEXISTENT-HOUR'],
    ['Australia/Lord_Howe', '2025-10-05 02:15:00', 'IN-NONEXISTENT-HOUR'],
  ])('an event in %s from %s on is refused', (zone, start, code) => {
    const { records, findings } = read(zone, start, `${start.slice(0, 10)} 12:00:00`);
    expect(records).toEqual([]);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
  });

  test('an hour that is repeated elsewhere only is not in doubt', () => {
    const { records } = read('Australia/Lord_Howe', '2025-04-06 01:15:00', '2025-04-06 02:00:00');
    // before the change, at +11:00; the clock shows 02:00 once, after it, at +10:30
    expect(records).toMatchObject([
      {
        start: Date.parse('2025-04-05T14:15:00Z') / 1000,
        end: Date.parse('2025-04-05T15:30:00Z') / 1000,
      },
    ]);
  });
});
