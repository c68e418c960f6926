import type { CellValue } from 'hucre/xlsx';
import type { InputFile } from '../../src/ingest/input-file.ts';
import { kindOf, unitOf } from '../../src/ingest/portfolio-manager/kinds.ts';
import { extract, extractUnmapped, identify } from '../../src/ingest/portfolio-manager/extract.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { conversionFactor } from '../../src/units/unit.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, lines } from './given.ts';
import { day, workbook } from './workbook-given.ts';

const HEADERS = [
  'Property Name',
  'Portfolio Manager Meter ID',
  'Meter Name',
  'Meter Type',
  'Start Date',
  'End Date',
  'Delivery Date',
  'Usage/Quantity',
  'Usage Units',
  'Cost ($)',
  'Estimation?',
  'Demand (kW)',
  'Last Modified Date',
  'Green Power',
];

const INPUT: ProfileInput = { kind: 'profile', profile: 'portfolio-manager', files: '*.xlsx' };

interface Row {
  readonly meter?: string | number;
  readonly name?: string;
  readonly type?: string;
  readonly start?: CellValue;
  readonly end?: CellValue;
  readonly delivery?: CellValue;
  readonly usage?: CellValue;
  readonly unit?: string;
  readonly cost?: CellValue;
  readonly estimated?: string;
  readonly demand?: CellValue;
  readonly changed?: CellValue;
  readonly green?: string;
}

const NONE = 'Not Available';
const JANUARY = { start: day('2025-01-01'), end: day('2025-01-31') };
const FEBRUARY = { start: day('2025-02-01'), end: day('2025-02-28') };

function cellsOf(row: Row): CellValue[] {
  return [
    'Hall',
    row.meter ?? 1008900001,
    row.name ?? 'Main',
    row.type ?? 'Electric - Grid',
    row.start ?? NONE,
    row.end ?? NONE,
    row.delivery ?? NONE,
    row.usage ?? NONE,
    row.unit ?? 'kWh (thousand Watt-hours)',
    row.cost ?? NONE,
    row.estimated ?? 'No',
    row.demand ?? NONE,
    row.changed ?? day('2025-03-01'),
    row.green ?? 'No',
  ];
}

/** The file of the rows, below five free lines as in an export. */
function entries(...rows: readonly Row[]): Promise<InputFile> {
  const free: CellValue[][] = [['My Portfolio'], ['03/01/2025'], [null], [null], [null]];
  const all = [...free, HEADERS, ...rows.map(cellsOf)];
  return workbook([{ name: 'Meter Entries', rows: all }], {}, 'pm.xlsx');
}

function energies({ records }: ReturnType<typeof extract>) {
  return records.map(({ meter, firstDay, lastDay, energyKwh }) => [
    meter,
    `${firstDay}/${lastDay}`,
    decimalText(energyKwh),
  ]);
}

describe('meter entries for a workspace', () => {
  test('make bills of the meter whose number is the id in the file', async () => {
    const file = await entries(
      { ...JANUARY, usage: 100, cost: 12.5, demand: 7.5, estimated: 'Yes' },
      { ...FEBRUARY, usage: 3412, unit: 'kBtu (thousand Btu)' },
    );
    expect(identify(file).confidence).toBe(1);
    const read = extract(file, INPUT, CONTEXT);
    expect(codes(read.findings)).toEqual(['IN-END-DATE info -']);
    const [first, second] = read.records;
    expect(first).toMatchObject({
      meter: 'main',
      firstDay: '2025-01-01',
      lastDay: '2025-01-31',
      quality: 'estimated',
      evidence: {
        file: 'pm.xlsx',
        at: { line: 7, column: 'Usage/Quantity', sheet: 'Meter Entries', cell: 'H7' },
      },
    });
    expect(first?.peakDemandKw && decimalText(first.peakDemandKw)).toBe('7.5');
    expect(first?.cost?.amount && decimalText(first.cost.amount)).toBe('12.5');
    // 3412 kBtu x 1055055.85262 J / 3600000 J
    expect(second?.energyKwh.toFraction()).toBe(
      conversionFactor('Btu', 'kWh').mul(3_412_000n).toFraction(),
    );
    expect(read.rows).toEqual({ read: 2, rejected: 0, duplicate: 0 });
  });

  test('are found by the name that one grid meter alone bears', async () => {
    const context = {
      ...CONTEXT,
      meters: [{ id: 'hall', site: 'pecos', measures: 'grid-import', number: 'Hall 1' } as const],
    };
    const named = await entries(
      { ...JANUARY, meter: '77', name: 'Hall 1', usage: 1 },
      { ...FEBRUARY, meter: '77', name: 'Hall 1', usage: 2 },
      { ...JANUARY, meter: '78', name: 'Hall 1', type: 'Natural Gas', usage: 9 },
    );
    expect(energies(extract(named, INPUT, context)).map(([meter]) => meter)).toEqual([
      'hall',
      'hall',
    ]);
    const shared = await entries(
      { ...JANUARY, meter: '77', name: 'Hall 1', usage: 1 },
      { ...FEBRUARY, meter: '78', name: 'Hall 1', usage: 2 },
    );
    const { records, findings } = extract(shared, { ...INPUT, end_date: 'inclusive' }, context);
    expect(records).toEqual([]);
    expect(codes(findings)).toContain('IN-METER critical 7');
  });

  test('of a second meter are not taken for the one that the input names', async () => {
    const file = await entries(
      { ...JANUARY, meter: '77', usage: 1 },
      { ...FEBRUARY, meter: '78', usage: 2 },
    );
    const context = {
      ...CONTEXT,
      meters: [{ id: 'hall', site: 'pecos', measures: 'grid-import' } as const],
    };
    const input = { ...INPUT, meter: 'hall', end_date: 'inclusive' } as const;
    const read = extract(file, input, context);
    expect(energies(read)).toEqual([['hall', '2025-01-01/2025-01-31', '1']]);
    expect(codes(read.findings)).toEqual(['IN-METER critical 8']);
  });

  test('that join on their end dates are exclusive of these', async () => {
    const file = await entries(
      { start: day('2025-01-01'), end: day('2025-02-01'), usage: 1 },
      { start: day('2025-02-01'), end: day('2025-03-01'), usage: 2 },
    );
    expect(energies(extract(file, INPUT, CONTEXT))).toEqual([
      ['main', '2025-01-01/2025-01-31', '1'],
      ['main', '2025-02-01/2025-02-28', '2'],
    ]);
  });

  test('of one period leave open what their end date means, until it is declared', async () => {
    const file = await entries({ ...JANUARY, usage: 1 });
    const open = extract(file, INPUT, CONTEXT);
    expect(codes(open.findings)).toEqual([
      'IN-END-DATE-UNKNOWN critical -',
      'IN-NO-READINGS critical -',
    ]);
    const declared = extract(file, { ...INPUT, end_date: 'inclusive' }, CONTEXT);
    expect(declared.records).toHaveLength(1);
  });
});

describe('rows that are set aside', () => {
  async function said(...rows: readonly Row[]) {
    const {
      records,
      findings,
      rows: counts,
    } = extractUnmapped(
      await entries({ ...JANUARY, usage: 1 }, { ...FEBRUARY, usage: 2 }, ...rows),
      'UTC',
    );
    return { records, counts, codes: codes(findings).filter((code) => !code.startsWith('IN-END')) };
  }

  test.each<[string, Row, string]>([
    ['an unknown type', { type: 'Lightning' }, 'IN-COMMODITY critical 9'],
    ['an unknown unit', { unit: 'furlongs' }, 'IN-UNIT critical 9'],
    ['electricity in cubic feet', { unit: 'ccf (hundred cubic feet)' }, 'IN-UNIT critical 9'],
    ['an MBtu of no stated size', { unit: 'MBtu' }, 'IN-UNIT critical 9'],
    ['a day that is none', { start: '31/12/2025' }, 'IN-DATE critical 9'],
    ['a usage that is no number', { usage: 'lots' }, 'IN-NUMBER critical 9'],
    [
      'water in kBtu',
      { type: 'Well Water - Indoor', unit: 'kBtu (thousand Btu)' },
      'IN-UNIT quality 9',
    ],
  ])('%s', async (_, row, code) => {
    const march = { start: day('2025-03-01'), end: day('2025-03-31'), usage: 3 };
    const seen = await said({ ...march, ...row });
    expect(seen.codes).toEqual([code]);
    expect(seen.records).toHaveLength(2);
    expect(seen.counts).toEqual({ read: 3, rejected: 1, duplicate: 0 });
  });

  test('a delivery is no period of use', async () => {
    const delivery = {
      type: 'Propane',
      usage: 3,
      unit: 'Gallons (US)',
      delivery: day('2025-01-05'),
    };
    expect((await said(delivery)).codes).toEqual(['IN-DATE quality 9', 'IN-DATE quality 9']);
  });

  test('a meter that states costs only gives no energy, and one that misses a value is incomplete', async () => {
    const march = { start: day('2025-03-01'), end: day('2025-03-31') };
    const costs = await said({ ...march, meter: 'cost', cost: 20 });
    expect(costs.codes).toEqual(['IN-NULL info 9']);
    const missing = await said({ ...march, cost: 20 });
    expect(missing.codes).toEqual(['IN-NULL completeness 9']);
  });

  test('identical entries count once', async () => {
    const seen = await said({ ...FEBRUARY, usage: 2 });
    expect(seen.codes).toEqual(['IN-DUPLICATE info 9']);
    expect(seen.records.map(({ duplicates }) => duplicates)).toEqual([0, 1]);
    expect(seen.counts).toEqual({ read: 3, rejected: 0, duplicate: 1 });
  });

  test('of differing ones the one changed last holds, and where none was, none', async () => {
    const later = await said({ ...FEBRUARY, usage: 5, changed: day('2025-03-02') });
    expect(later.codes).toEqual(['IN-SUPERSEDED info 8']);
    expect(later.records.map(({ energyKwh }) => decimalText(energyKwh))).toEqual(['1', '5']);
    const file = await entries(
      { ...JANUARY, usage: 1 },
      { ...FEBRUARY, usage: 2 },
      { ...FEBRUARY, usage: 5 },
      { start: day('2025-03-01'), end: day('2025-03-31'), usage: 7 },
    );
    const { records, findings } = extract(file, { ...INPUT, end_date: 'inclusive' }, CONTEXT);
    expect(records.map(({ energyKwh }) => decimalText(energyKwh))).toEqual(['1', '7']);
    expect(codes(findings)).toEqual(['IN-CONFLICT critical 8']);
  });

  test('green power is read as bought from the grid, and said', async () => {
    const march = { start: day('2025-03-01'), end: day('2025-03-31'), usage: 3 };
    const seen = await said({ ...march, green: 'Yes' });
    expect(seen.codes).toEqual(['IN-NOT-COUNTED info 9']);
    expect(seen.records).toHaveLength(3);
  });
});

test('other commodities and power of the site itself are shown and not counted', async () => {
  const file = await entries(
    { ...JANUARY, meter: 'g', type: 'Natural Gas', usage: 10, unit: 'therms' },
    { ...FEBRUARY, meter: 'g', type: 'Natural Gas', usage: 20, unit: 'therms' },
    { ...JANUARY, meter: 's', type: 'Electric - Solar', usage: 5 },
  );
  const { series, findings } = inspectReadings(file, { timezone: 'America/Chicago' });
  expect(series).toMatchObject([
    {
      meter: 'g',
      commodity: 'natural-gas',
      unit: 'therm',
      total: '30',
      intervals: 2,
      start: '2025-01-01T06:00:00Z',
      gaps: 0,
    },
    { meter: 's', commodity: 'electricity', direction: 'generation', total: '5' },
  ]);
  expect(codes(findings)).toEqual([
    'IN-END-DATE info -',
    'IN-NO-READINGS critical -',
    'IN-NOT-COUNTED info 7',
    'IN-NOT-COUNTED info 9',
  ]);
});

describe('monthly usage', () => {
  const HEAD = ['Property Id', 'Property Name', 'Parent Property Id', 'Month '];
  const GRID = 'Electricity Use (Grid) - Monthly  (kWh)';

  function matrix(columns: readonly string[], rows: CellValue[][]): Promise<InputFile> {
    const property = (cells: CellValue[]) => ['77', 'Hall \u2661', 'Not Applicable', ...cells];
    const all = [['Report'], [...HEAD, ...columns], ...rows.map(property)];
    return workbook([
      { name: 'Information and Metrics', rows: [['Property Id', 'Year Ending']] },
      { name: 'Monthly Usage', rows: all },
    ]);
  }

  test('makes a bill of each month, written or held as a date', async () => {
    const file = await matrix(
      [GRID, 'Natural Gas Use (therms)'],
      [
        ['Jan-24', '10.5', '1'],
        [day('2024-02-01'), 20, NONE],
        ['Mar-24', NONE, '3'],
      ],
    );
    expect(identify(file).confidence).toBe(1);
    const context = {
      ...CONTEXT,
      meters: [{ id: 'hall', site: 'boden', measures: 'grid-import', number: '77' } as const],
    };
    const read = extract(file, INPUT, context);
    expect(energies(read)).toEqual([
      ['hall', '2024-01-01/2024-01-31', '10.5'],
      ['hall', '2024-02-01/2024-02-29', '20'],
    ]);
    expect(read.records[1]?.evidence.at).toEqual({
      line: 4,
      column: GRID,
      sheet: 'Monthly Usage',
      cell: 'E4',
    });
    expect(codes(read.findings)).toEqual([
      'IN-NOT-COUNTED info 3',
      'IN-NULL completeness 4',
      'IN-NULL completeness 5',
    ]);
    expect(read.rows).toEqual({ read: 6, rejected: 4, duplicate: 0 });
  });

  test('without a known unit is not read', async () => {
    const file = await matrix(['Electricity Use (Grid) (MBtu)', GRID], [['Jan-24', '1', '2']]);
    const { records, findings } = extractUnmapped(file, 'UTC');
    expect(records.map(({ energyKwh }) => decimalText(energyKwh))).toEqual(['2']);
    expect(codes(findings)).toEqual(['IN-UNIT critical 2']);
  });

  test('sets a row aside whose month is none', async () => {
    const file = await matrix(
      [GRID],
      [
        ['Jan-24', '1'],
        ['Total', '1'],
      ],
    );
    const { records, findings } = extractUnmapped(file, 'UTC');
    expect(records).toHaveLength(1);
    expect(codes(findings)).toEqual(['IN-DATE critical 4']);
  });
});

test('the same table as text, with days as the issuer writes them', () => {
  const row = (start: string, end: string, usage: string) =>
    `Hall,1008900001,Main,Electric - Grid,${start},${end},,"${usage}",kWh (thousand Watt-hours)`;
  const text = lines(
    HEADERS.slice(0, 9).join(','),
    row('01/01/2025', '01/31/2025', '10'),
    row('2025-02-01', '2025-02-28', '20'),
  );
  const file = given(text);
  expect(identify(file).confidence).toBe(1);
  expect(energies(extract(file, INPUT, CONTEXT))).toEqual([
    ['main', '2025-01-01/2025-01-31', '10'],
    ['main', '2025-02-01/2025-02-28', '20'],
  ]);
});

test.each([
  ['Property Id,Property Name,ENERGY STAR Score,Site EUI (kBtu/ft2)\n1,a,50,3\n'],
  [
    '<?xml version="1.0"?><reportData><informationAndMetrics><propertyMetrics/></informationAndMetrics></reportData>',
  ],
])('a report of yearly figures is recognised and refused', (text) => {
  const file = given(text);
  expect(identify(file).confidence).toBe(1);
  const { records, findings } = extractUnmapped(file, undefined);
  expect(records).toEqual([]);
  expect(findings).toMatchObject([{ code: 'IN-NO-READINGS', severity: 'critical' }]);
  expect(findings[0]?.message).toContain('yearly figures');
});

test('a zone that is none is refused', async () => {
  const { findings } = extractUnmapped(await entries({ ...JANUARY, usage: 1 }), 'Mars/Olympus');
  expect(codes(findings)).toEqual(['IN-ZONE critical -']);
});

test('another table is none of these', () => {
  expect(identify(given('Month,Usage\nJan-16,3\n')).confidence).toBe(0);
});

test.each([
  ['Electric - Grid', 'electricity', true],
  ['Electric', 'electricity', true],
  ['Electric on Site Wind', 'electricity', false],
  ['IT Equipment Input Energy (meters on each piece of equipment)', 'electricity', false],
  ['Fuel Oil (No. 5 and No. 6)', 'fuel-oil', false],
  ['Fuel Oil No 2', 'fuel-oil', false],
  ['Coal (anthracite)', 'coal', false],
  ['District Steam', 'steam', false],
  ['District Chilled Water - Electric-Driven Chiller', 'chilled-water', false],
  ['Other:', 'other-energy', false],
  ['Municipally Supplied Potable Water - Mixed Indoor/Outdoor', 'water', false],
])('a meter of the type %s measures %s', (type, commodity, isGrid) => {
  expect(kindOf(type)).toMatchObject({ commodity, isGrid });
});

test.each([
  ['kBtu (thousand Btu)', 'kBtu'],
  ['MBtu/ MMBtu/ Dth (million Btu/ dekatherm)', 'mmBtu'],
  ['MBtu (million Btu)', 'mmBtu'],
  ['MWh (million Watt-hours)', 'MWh'],
  ['GJ', 'GJ'],
  ['therms', 'therm'],
  ['ccf (hundred cubic feet)', 'ccf (hundred cubic feet)'],
  ['Gallons (US)', 'Gallons (US)'],
  ['KLbs. (thousand pounds)', 'KLbs. (thousand pounds)'],
])('the unit %s is %s', (written, symbol) => {
  expect(unitOf(written)?.symbol).toBe(symbol);
});
