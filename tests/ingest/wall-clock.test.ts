import { extract } from '../../src/ingest/readings-csv/extract.ts';
import type { ReadingsInput } from '../../src/model/documents/workspace.ts';
import { codes, CONTEXT, given, instant, lines, READINGS } from './given.ts';

const L = 900;

/** Wall time of an instant, by the runtime's own calendar and not by our clock. */
function wall(zone: string, at: number): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  return format.format(new Date(at * 1000)).replace(',', '');
}

/** Fifteen minutes later on the wall, whatever the clock does. */
function wallPlus(text: string): string {
  const later = new Date(Date.parse(`${text.replace(' ', 'T')}:00Z`) + L * 1000);
  return later.toISOString().slice(0, 16).replace('T', ' ');
}

interface Day {
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

// midnights of the local days in UTC, worked by hand from the offsets in force
const DAYS: readonly Day[] = [
  { zone: 'America/Chicago', from: '2025-03-09T06:00:00Z', to: '2025-03-10T05:00:00Z', count: 92 },
  { zone: 'America/Chicago', from: '2025-11-02T05:00:00Z', to: '2025-11-03T06:00:00Z', count: 100 },
  { zone: 'America/Chicago', from: '2025-06-01T05:00:00Z', to: '2025-06-02T05:00:00Z', count: 96 },
  { zone: 'Europe/Oslo', from: '2025-03-29T23:00:00Z', to: '2025-03-30T22:00:00Z', count: 92 },
  { zone: 'Europe/Oslo', from: '2025-10-25T22:00:00Z', to: '2025-10-26T23:00:00Z', count: 100 },
  {
    zone: 'Australia/Sydney',
    from: '2025-04-05T13:00:00Z',
    to: '2025-04-06T14:00:00Z',
    count: 100,
  },
  { zone: 'Australia/Sydney', from: '2025-10-04T14:00:00Z', to: '2025-10-05T13:00:00Z', count: 92 },
  {
    zone: 'Australia/Lord_Howe',
    from: '2025-04-05T13:00:00Z',
    to: '2025-04-06T13:30:00Z',
    count: 98,
  },
  {
    zone: 'Australia/Lord_Howe',
    from: '2025-10-04T13:30:00Z',
    to: '2025-10-05T13:00:00Z',
    count: 94,
  },
  { zone: 'Asia/Kolkata', from: '2025-05-31T18:30:00Z', to: '2025-06-01T18:30:00Z', count: 96 },
];

/** How a source writes the label of the interval that starts at an instant. */
const LABELS = {
  start: (zone: string, at: number) => wall(zone, at),
  'end, as the clock shows it': (zone: string, at: number) => wall(zone, at + L),
  'end, a quarter past the start': (zone: string, at: number) => wallPlus(wall(zone, at)),
  'end, midnight as 24:00': (zone: string, at: number) =>
    wallPlus(wall(zone, at)).endsWith('00:00')
      ? `${wall(zone, at).slice(0, 10)} 24:00`
      : wall(zone, at + L),
  'end, midnight dated by its own day': (zone: string, at: number) =>
    `${wall(zone, at).slice(0, 10)} ${wall(zone, at + L).slice(11)}`,
} as const;

const CASES = DAYS.flatMap((day) =>
  (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((labels) =>
    (['ascending', 'descending'] as const).map((order) => ({ ...day, labels, order })),
  ),
);

function input(zone: string, label: 'start' | 'end'): ReadingsInput {
  const map = { ...READINGS.map, zone, label, date_format: 'yyyy-MM-dd HH:mm' };
  return { ...READINGS, map };
}

test.each(CASES)('$zone $from: $count intervals by $labels, $order', (given_) => {
  const { zone, from, to, count, labels, order } = given_;
  const starts: number[] = [];
  for (let at = instant(from); at < instant(to); at += L) starts.push(at);
  expect(starts).toHaveLength(count);
  const rows = starts.map((at, i) => `${LABELS[labels](zone, at)},${String(1000 + i)}.5`);
  if (order === 'descending') rows.reverse();
  const label = labels === 'start' ? 'start' : 'end';
  const { records, findings } = extract(
    given(lines('ts,kwh', ...rows)),
    input(zone, label),
    CONTEXT,
  );
  expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  const readings = records[0]?.readings ?? [];
  expect(readings.map(({ start, end }) => [start, end])).toEqual(starts.map((at) => [at, at + L]));
  // each reading holds the energy of its own row: 3,600,000 J a kWh
  expect(readings.map(({ energy }) => energy)).toEqual(
    starts.map((_, i) => BigInt(1000 + i) * 3_600_000n + 1_800_000n),
  );
});

const CHICAGO = input('America/Chicago', 'start');
const AUTUMN = [
  '00:45',
  '01:00',
  '01:15',
  '01:30',
  '01:45',
  '01:00',
  '01:15',
  '01:30',
  '01:45',
  '02:00',
];

function autumn(times: readonly string[], base = 10): string {
  return lines('ts,kwh', ...times.map((time, i) => `2025-11-02 ${time},${String(base + i)}`));
}

test('rows of several meters are ordered each by itself', () => {
  const rows = AUTUMN.flatMap((time, i) => [
    `main,2025-11-02 ${time},${String(i)}`,
    `other,2025-11-02 ${time},${String(i + 50)}`,
  ]);
  const file = given(lines('m,ts,kwh', ...rows));
  const { records, findings } = extract(
    file,
    { ...CHICAGO, map: { ...CHICAGO.map, meter: 'm' } },
    CONTEXT,
  );
  expect(findings).toEqual([]);
  expect(records.map(({ meter, readings }) => [meter, readings.length])).toEqual([
    ['main', 10],
    ['other', 10],
  ]);
});

test.each([
  ['one hour is left out', ['00:45', '01:00', '01:15', '01:30', '01:45', '02:00'], [3, 4, 5, 6]],
  [
    'rows are sorted by label',
    ['00:45', '01:00', '01:00', '01:15', '01:15', '02:00'],
    [3, 4, 5, 6],
  ],
  ['only the repeated hour is there, twice', ['01:00', '01:00'], [2, 3]],
])('where %s the order does not settle the hour', (_, times, ambiguous) => {
  const { records, findings, rows } = extract(given(autumn(times)), CHICAGO, CONTEXT);
  expect(codes(findings).filter((code) => code.startsWith('IN-AMB'))).toEqual(
    ambiguous.map((line) => `IN-AMBIGUOUS-TIME critical ${String(line)}`),
  );
  expect(rows.rejected).toBe(ambiguous.length);
  expect(records.flatMap(({ readings }) => [...readings])).toHaveLength(
    times.length - ambiguous.length,
  );
});

test('rows that are missing within the repeated hour do not hide the fall back', () => {
  const times = ['00:45', '01:00', '01:15', '01:30', '01:15', '01:30', '01:45', '02:00'];
  const { records, findings } = extract(given(autumn(times)), CHICAGO, CONTEXT);
  expect(findings).toEqual([]);
  expect(records[0]?.readings.map(({ start }) => start)).toEqual(
    ['05:45', '06:00', '06:15', '06:30', '07:15', '07:30', '07:45', '08:00'].map((time) =>
      instant(`2025-11-02T${time}:00Z`),
    ),
  );
});

test('a file that ends with the end label 01:00 continues its row before', () => {
  const file = given(autumn(['00:30', '00:45', '01:00']));
  const { records, findings } = extract(file, input('America/Chicago', 'end'), CONTEXT);
  expect(findings).toEqual([]);
  expect(records[0]?.readings.at(-1)?.end).toBe(instant('2025-11-02T06:00:00Z'));
});

test('blank rows of the skipped hour are no gap; a value there is set aside', () => {
  const rows = ['01:45,1', '02:00,', '02:15,', '02:30,7', '02:45,', '03:00,2'];
  const file = given(lines('ts,kwh', ...rows.map((row) => `2025-03-09 ${row}`)));
  const { records, findings, rows: counts } = extract(file, CHICAGO, CONTEXT);
  expect(codes(findings)).toEqual(['IN-NONEXISTENT-HOUR critical 5', 'IN-NONEXISTENT-HOUR info 3']);
  expect(findings.find(({ severity }) => severity === 'critical')?.message).toContain('02:30');
  expect(counts).toEqual({ read: 6, rejected: 1, duplicate: 0 });
  expect(records[0]?.readings.map(({ start }) => start)).toEqual([
    instant('2025-03-09T07:45:00Z'),
    instant('2025-03-09T08:00:00Z'),
  ]);
});

test('blank end labels 02:15 to 03:00 are skipped, and 02:00 ends where 03:00 would', () => {
  const rows = ['02:00,1', '02:15,', '02:30,', '02:45,', '03:00,', '03:15,2'];
  const file = given(lines('ts,kwh', ...rows.map((row) => `2025-03-09 ${row}`)));
  const { records, findings } = extract(file, input('America/Chicago', 'end'), CONTEXT);
  expect(codes(findings)).toEqual(['IN-NONEXISTENT-HOUR info 3']);
  expect(records[0]?.readings.map(({ end }) => end)).toEqual([
    instant('2025-03-09T08:00:00Z'),
    instant('2025-03-09T08:15:00Z'),
  ]);
});

test('date and time in two columns: a lone 00:00 ends the day it is dated by', () => {
  const map = { ...CHICAGO.map, label: 'end' as const, time: ['d', 't'] as [string, string] };
  const file = given(lines('d,t,kwh', '2025-06-01,00:00,5'));
  const { records, findings } = extract(file, { ...CHICAGO, map }, CONTEXT);
  expect(codes(findings)).toEqual(['IN-MIDNIGHT info 2']);
  expect(records[0]?.readings.at(0)?.end).toBe(instant('2025-06-02T05:00:00Z'));
});

test('date and time in two columns: the rows beside a midnight overrule', () => {
  const map = { ...CHICAGO.map, label: 'end' as const, time: ['d', 't'] as [string, string] };
  const file = given(lines('d,t,kwh', '2025-05-31,23:45,5', '2025-06-01,00:00,5'));
  const { records, findings } = extract(file, { ...CHICAGO, map }, CONTEXT);
  expect(findings).toEqual([]);
  expect(records[0]?.readings.at(1)?.end).toBe(instant('2025-06-01T05:00:00Z'));
});

describe('the order of rows is believed only where the rows around go one way', () => {
  const OSLO: ReadingsInput = {
    ...READINGS,
    map: { ...READINGS.map, zone: 'Europe/Oslo', date_format: 'yyyy-MM-dd HH:mm' },
  };
  const read = (...rows: readonly string[]) => {
    const file = given(
      lines('ts,kwh', ...rows.map((time, i) => `2025-10-26 ${time},${String(i)}`)),
    );
    const { records, findings } = extract(file, OSLO, CONTEXT);
    return { readings: [...(records[0]?.readings ?? [])], codes: codes(findings) };
  };

  test('from late to early, a file may end in the repeated hour', () => {
    const { readings } = read(
      '03:00',
      '02:45',
      '02:30',
      '02:15',
      '02:00',
      '02:45',
      '02:30',
      '02:15',
      '02:00',
    );
    // first row 03:00 (value 0), then the second pass 02:45..02:00 (1..4), then the first pass (5..8)
    expect(readings.map(({ line }) => line)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2]);
    expect(readings[0]?.start).toBe(instant('2025-10-26T00:00:00Z'));
  });

  test('shuffled rows of the repeated hour are set aside', () => {
    const shuffled = [
      '01:45',
      '02:15',
      '02:30',
      '02:00',
      '01:30',
      '02:45',
      '01:00',
      '03:15',
      '03:00',
    ];
    const { readings, codes: said } = read(...shuffled);
    expect(readings).toHaveLength(5);
    expect(said.filter((code) => code.startsWith('IN-AMBIGUOUS-TIME critical'))).toHaveLength(4);
  });
});
