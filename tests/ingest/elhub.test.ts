import { extract, extractUnmapped, identify } from '../../src/ingest/elhub/extract.ts';
import { joinReadings } from '../../src/ingest/readings-csv/join.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const HEADER = 'Fra;Til;KWH 60 Forbruk;Kvalitet';
const INPUT: ProfileInput = { kind: 'profile', profile: 'elhub', files: '*.csv' };

function file(...all: readonly string[]) {
  return given(lines(...all), 'meteringvalues.csv');
}

/** Rows of hours of one day, from one hour to another. */
function hours(day: string, from: number, to: number, kwh: string): string[] {
  const two = (n: number) => String(n).padStart(2, '0');
  return Array.from({ length: to - from }, (_, i) => {
    const hour = from + i;
    return `${day} ${two(hour)}:00;${day} ${two(hour + 1)}:00;${kwh};Målt`;
  });
}

function totalOf(readings: readonly { readonly energy: bigint }[] = []): bigint {
  return readings.reduce((sum, { energy }) => sum + energy, 0n);
}

test('the export is recognised by its columns, with commas or semicolons', () => {
  expect(identify(file(HEADER)).confidence).toBe(1);
  expect(identify(file('Fra,Til,KWH 15 Forbruk')).confidence).toBe(1);
  expect(identify(given('start,kWh\n1,2\n')).confidence).toBe(0);
});

test('semicolons and quoted decimal commas give the same readings', () => {
  const semicolons = file(
    HEADER,
    '31.01.2025 23:00;01.02.2025 00:00;1,250;Målt',
    '01.02.2025 00:00;01.02.2025 01:00;2;Beregnet',
  );
  const commas = file(
    'Fra,Til,KWH 60 Forbruk,Kvalitet',
    '31.01.2025 23:00,01.02.2025 00:00,"1,250",Målt',
    '01.02.2025 00:00,01.02.2025 01:00,2,Beregnet',
  );
  for (const seen of [semicolons, commas]) {
    const { records, findings, rows } = extractUnmapped(seen);
    // Norway is an hour ahead of UTC in winter; 1.25 kWh = 4,500,000 J
    expect(records).toMatchObject([
      {
        meter: 'elhub',
        direction: 'import',
        intervalSeconds: 3600,
        scale: 1n,
        readings: [
          {
            start: instant('2025-01-31T22:00:00Z'),
            energy: 4_500_000n,
            quality: 'actual',
            line: 2,
          },
          { start: instant('2025-01-31T23:00:00Z'), energy: 7_200_000n, quality: 'estimated' },
        ],
      },
    ]);
    expect(codes(findings)).toEqual(['IN-ESTIMATED quality 3']);
    expect(rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
  }
});

test('quarter-hours without a quality, below a preamble, with the header again', () => {
  const { records, findings } = extractUnmapped(
    file(
      'Målepunkt;1',
      'Fra;Til;KWH 15 Forbruk',
      '01.07.2025 00:00;01.07.2025 00:15;0,25',
      'Fra;Til;KWH 15 Forbruk',
      '01.07.2025 00:15;01.07.2025 00:30;0,5',
    ),
  );
  expect(records).toMatchObject([
    {
      intervalSeconds: 900,
      readings: [
        { start: instant('2025-06-30T22:00:00Z'), energy: 900_000n, quality: 'unstated', line: 3 },
        { start: instant('2025-06-30T22:15:00Z'), energy: 1_800_000n, line: 5 },
      ],
    },
  ]);
  expect(findings).toEqual([]);
});

test('an unquoted decimal comma in a table of commas refuses the file, also where the width holds', () => {
  const tables = [
    ['Fra,Til,KWH 60 Forbruk', '01.01.2025 00:00,01.01.2025 01:00,1,234'],
    ['Fra,Til,KWH 60 Forbruk,Kvalitet', '01.01.2025 00:00,01.01.2025 01:00,1,234,Målt'],
    ['Fra,Til,KWH 60 Forbruk,Kvalitet', '01.01.2025 00:00,01.01.2025 01:00,1,234'],
  ] as const;
  for (const [header, split] of tables) {
    const whole = split.replace('1,234', '1').replace('00:00,01', '02:00,01');
    const { records, findings } = extractUnmapped(file(header, whole, split));
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual(['IN-STRUCTURE critical 3']);
    expect(findings[0]?.message).toContain('"1,234"');
  }
});

test('the day of 25 hours: the repeated hour is told by the order of rows', () => {
  const day = '26.10.2025';
  const rows = [
    ...hours(day, 0, 3, '1'),
    ...hours(day, 2, 23, '2'),
    `${day} 23:00;27.10.2025 00:00;2;Målt`,
  ];
  for (const first of ['03:00', '02:00']) {
    // the row that crosses the change may end at 03:00 of before or at 02:00 of after it
    const written = rows.with(2, `${day} 02:00;${day} ${first};1;Målt`);
    const { records, findings } = joinReadings([extractUnmapped(file(HEADER, ...written))]);
    // three hours of 1 kWh, 22 of 2 kWh: 47 kWh = 169,200,000 J
    expect(records[0]?.readings).toHaveLength(25);
    expect(totalOf([...(records[0]?.readings ?? [])])).toBe(169_200_000n);
    expect(records[0]?.readings.at(0)?.start).toBe(instant('2025-10-25T22:00:00Z'));
    expect(records[0]?.readings.at(-1)?.end).toBe(instant('2025-10-26T23:00:00Z'));
    expect(findings).toEqual([]);
  }
});

test('the day of 23 hours has no gap, its skipped hour left out or blank', () => {
  const day = '30.03.2025';
  const rest = [...hours(day, 3, 23, '1'), `${day} 23:00;31.03.2025 00:00;1;Målt`];
  const out = [...hours(day, 0, 1, '1'), `${day} 01:00;${day} 03:00;1;Målt`, ...rest];
  const blank = [...hours(day, 0, 2, '1'), `${day} 02:00;${day} 03:00;;`, ...rest];
  for (const [rows, said] of [
    [out, []],
    [blank, ['IN-NONEXISTENT-HOUR info 4']],
  ] as const) {
    const { records, findings } = joinReadings([extractUnmapped(file(HEADER, ...rows))]);
    expect(records[0]?.readings).toHaveLength(23);
    expect(totalOf([...(records[0]?.readings ?? [])])).toBe(82_800_000n);
    expect(records[0]?.readings.at(-1)?.end).toBe(instant('2025-03-30T22:00:00Z'));
    expect(codes(findings)).toEqual(said);
  }
});

test('a blank value is missing; other lengths, points, dates and ragged rows are set aside', () => {
  const { records, findings, rows } = extractUnmapped(
    file(
      HEADER,
      '01.01.2025 00:00;01.01.2025 01:00;1;Målt',
      '01.01.2025 01:00;01.01.2025 02:00;;Målt',
      '01.01.2025 02:00;01.01.2025 04:00;9;Målt',
      '01.01.2025 04:00;01.01.2025 05:00;1.234;Målt',
      '2025-01-01 05:00;2025-01-01 06:00;9;Målt',
      '01.01.2025 06:00;01.01.2025 07:00;9',
    ),
  );
  expect(records[0]?.readings).toHaveLength(1);
  expect(codes(findings)).toEqual([
    'IN-DATE critical 6',
    'IN-INTERVAL critical 4',
    'IN-NULL completeness 3',
    'IN-NUMBER critical 5',
    'IN-STRUCTURE critical 7',
  ]);
  expect(rows).toEqual({ read: 6, rejected: 4, duplicate: 0 });
});

test('rows of another length alone give nothing and say why', () => {
  const { records, findings, rows } = extractUnmapped(
    file(HEADER, '01.01.2025 00:00;02.01.2025 00:00;24;Målt'),
  );
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-INTERVAL critical 2']);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('production, another unit and several energies are refused', () => {
  const value = '01.01.2025 00:00;01.01.2025 01:00;1';
  for (const column of ['KWH 60 Produksjon', 'KVARH 60 Forbruk', 'KWH 1440 Forbruk']) {
    const { records, findings } = extractUnmapped(file(`Fra;Til;${column}`, value));
    expect(records).toEqual([]);
    expect(codes(findings)).toEqual(['IN-NO-HEADER critical 1']);
  }
  const both = file('Fra;Til;KWH 60 Forbruk;KWH 60 Produksjon', `${value};2`);
  expect(codes(extractUnmapped(both).findings)).toEqual(['IN-NO-HEADER critical 1']);
  expect(codes(extractUnmapped(given('start,kWh\n1,2\n')).findings)).toEqual([
    'IN-NO-HEADER critical -',
  ]);
});

test('the file names no meter: the input has to', () => {
  const seen = file(HEADER, '01.01.2025 00:00;01.01.2025 01:00;1;Målt');
  expect(codes(extract(seen, INPUT, CONTEXT).findings)).toEqual(['WS-METER-NEEDED critical -']);
  expect(extract(seen, { ...INPUT, meter: 'main' }, CONTEXT).records).toMatchObject([
    { meter: 'main' },
  ]);
});
