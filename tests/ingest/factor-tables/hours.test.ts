import { EIA_930 } from '../../../src/ingest/factor-tables/eia-930.ts';
import { ENTSO_E } from '../../../src/ingest/factor-tables/entso-e.ts';
import type { TableRequest } from '../../../src/ingest/factor-tables/importer.ts';
import type { FactorRow, FactorSet } from '../../../src/model/documents/factor-set.ts';
import { loadFactors } from '../../../src/store/factors.ts';
import { given, lines } from '../given.ts';
import { rowOf, told } from './read.ts';

/*
 * Plants of round numbers: coal 1,000 and gas 400 kg CO2 per MWh, wind and nuclear none.
 */

function plant(
  grid: string,
  technology: string,
  co2: string | null,
  clean: readonly [string, string] = ['0', '0'],
): FactorRow {
  return {
    id: technology,
    answers: { use: 'technology', grid, technology, year: 2025 },
    basis: { boundary: 'generation', losses: 'excluded', cycle: 'direct' },
    per: 'MWh',
    co2_kg: co2,
    renewable: clean[0],
    carbon_free: clean[1],
    states: ['CO2'],
    source: { document: 'plants made for tests' },
    grade: 'V',
  };
}

function plants(grid: string): FactorSet {
  return {
    publisher: 'plants',
    edition: '2025',
    title: 'Plants',
    licence: 'none',
    rows: [
      plant(grid, 'coal', '1000'),
      plant(grid, 'gas', '400'),
      plant(grid, 'wind', '0', ['1', '1']),
      plant(grid, 'nuclear', '0', ['0', '1']),
      plant(grid, 'other', null),
    ],
  };
}

const asked = (grid: string, more: Partial<TableRequest> = {}): TableRequest => ({
  edition: '2025',
  document: 'hours, 2025',
  sets: [plants(grid)],
  ...more,
});
const US = asked('national:US');
const EU = asked('region:EU');

const co2 = (row: FactorRow) => row.hourly?.co2_kg;

describe('bulk series of EIA-930', () => {
  /** Hours that end at 1, 2, ... of 2025-01-01 in UTC. */
  const table = (header: readonly string[], ...rows: (readonly string[])[]) =>
    given(
      lines(
        ['', ...header].join(','),
        ...rows.map((cells, i) => [`2025-01-01 0${String(i + 1)}:00:00+00:00`, ...cells].join(',')),
      ),
    );

  test('generation by source at the factors of its plants, hour by hour', () => {
    const file = table(
      ['EBA.AAA-ALL.NG.COL.H', 'EBA.AAA-ALL.NG.WND.H', 'EBA.AAA-ALL.NG.NUC.H'],
      ['100', '100', '0'],
      ['10', '20', '30'],
      ['1', '1', '1'],
    );
    const read = EIA_930.read(file, US);
    expect(told(read)).toEqual([]);
    expect(read.rows.map(({ id }) => id)).toEqual(['AAA-generation', 'AAA-mix-generation']);
    // 100 x 1000 / 200; 10 x 1000 / 60; 1000 / 3, rounded to thousandths
    const row = rowOf(read, 'AAA-generation');
    expect(row).toMatchObject({
      answers: { use: 'location', grid: 'eia-930:AAA', year: 2025 },
      basis: { boundary: 'generation', losses: 'excluded', cycle: 'direct' },
      per: 'MWh',
      states: ['CO2'],
      grade: 'C',
      hourly: { start: '2025-01-01T00:00:00Z', co2_kg: ['500', '166.667', '333.333'] },
    });
    expect(row.co2_kg).toBeUndefined();
    expect(rowOf(read, 'AAA-mix-generation').hourly).toEqual({
      start: '2025-01-01T00:00:00Z',
      renewable: ['0.5', '0.333333', '0.333333'],
      carbon_free: ['0.5', '0.833333', '0.666667'],
    });
    expect(read.notes).toEqual(['CO2 and kinds of plants are those of plants/2025.']);
  });

  test('interchange: the importing zone at what its supplier consumes', () => {
    const file = table(
      [
        'EBA.AAA-ALL.NG.COL.H',
        'EBA.AAA-ALL.NG.WND.H',
        'EBA.BBB-ALL.NG.NG.H',
        'EBA.AAA-BBB.ID.H',
        'EBA.BBB-AAA.ID.H',
      ],
      // A sends 50 to B: (200 x 400 + 50 x 500) / 250 = 420
      ['100', '100', '200', '50', '-50'],
      // B sends 100 to A: (200 x 500 + 100 x 400) / 300 = 466.667
      ['100', '100', '200', '-100', '100'],
      // only B states the border, and what it says serves for A too
      ['100', '100', '200', '', '-50'],
      // nobody states it
      ['100', '100', '200', '', ''],
    );
    const read = EIA_930.read(file, US);
    expect(co2(rowOf(read, 'AAA-consumption'))).toEqual(['500', '466.667', '500']);
    expect(co2(rowOf(read, 'BBB-consumption'))).toEqual(['420', '400', '420']);
    expect(co2(rowOf(read, 'BBB-generation'))).toEqual(['400', '400', '400', '400']);
    expect(rowOf(read, 'BBB-mix-consumption').hourly?.renewable).toEqual(['0.1', '0', '0.1']);
    const gap = read.findings.filter(({ code }) => code === 'IN-GAP').map(({ message }) => message);
    expect(gap).toEqual([
      'Hours without a factor of consumption, which are null and not zero: AAA 1 hour (a border is not stated: 1), BBB 1 hour (a border is not stated: 1).',
    ]);
  });

  test('each zone takes its imports as it states them itself', () => {
    const file = table(
      ['EBA.AAA-ALL.NG.COL.H', 'EBA.BBB-ALL.NG.WND.H', 'EBA.AAA-BBB.ID.H', 'EBA.BBB-AAA.ID.H'],
      // A says it takes 100 from B, B says that it gives 300
      ['100', '500', '-100', '300'],
    );
    expect(co2(rowOf(EIA_930.read(file, US), 'AAA-consumption'))).toEqual(['500']);
  });

  test('an import of a zone that the file does not hold makes the hour null', () => {
    const file = table(
      ['EBA.AAA-ALL.NG.COL.H', 'EBA.AAA-HQT.ID.H'],
      ['100', '-5'],
      ['100', '5'],
      ['100', '-5'],
      ['100', '0'],
    );
    const read = EIA_930.read(file, US);
    expect(rowOf(read, 'AAA-consumption').hourly).toEqual({
      start: '2025-01-01T01:00:00Z',
      co2_kg: ['1000', null, '1000'],
    });
    expect(read.findings.map(({ message }) => message)).toContain(
      'Zones trade with "HQT", of which no generation is at hand. Hours with imports from there have no factor of consumption.',
    );
  });

  test('sources must add up to the net generation that is stated, else all must be stated', () => {
    const stated = ['EBA.AAA-ALL.NG.COL.H', 'EBA.AAA-ALL.NG.WND.H', 'EBA.AAA-ALL.NG.H'];
    const file = table(
      stated,
      // a blank source that is of no weight, since the others give the net generation
      ['100', '', '100'],
      // 2 % off is near enough, more is not
      ['98', '0', '100'],
      ['97', '0', '100'],
      // nothing stated by itself: every source must be there
      ['100', '100', ''],
      ['100', '', ''],
      ['1', '1', '2'],
    );
    const values = co2(rowOf(EIA_930.read(file, US), 'AAA-generation'));
    expect(values).toEqual(['1000', '1000', null, '500', null, '500']);
  });

  test('sources without a factor bear the mean of the others up to a twentieth', () => {
    const file = table(
      ['EBA.AAA-ALL.NG.COL.H', 'EBA.AAA-ALL.NG.WND.H', 'EBA.AAA-ALL.NG.OTH.H'],
      ['95', '95', '10'],
      ['95', '95', '10.1'],
      ['1', '1', '0'],
    );
    const read = EIA_930.read(file, US);
    expect(co2(rowOf(read, 'AAA-generation'))).toEqual(['500', null, '500']);
    // what is not known counts as neither
    expect(rowOf(read, 'AAA-mix-generation').hourly?.renewable).toEqual(['0.475', null, '0.5']);
  });

  test('stores and generation below zero take no part', () => {
    const file = table(
      ['EBA.AAA-ALL.NG.COL.H', 'EBA.AAA-ALL.NG.SUN.H', 'EBA.AAA-ALL.NG.BAT.H'],
      ['100', '-2', '900'],
      ['100', '-2', '-50'],
    );
    expect(co2(rowOf(EIA_930.read(file, US), 'AAA-generation'))).toEqual(['1000', '1000']);
  });

  test('a store still feeds whoever imports: it widens what its zone has', () => {
    const file = table(
      ['EBA.AAA-ALL.NG.COL.H', 'EBA.AAA-ALL.NG.BAT.H', 'EBA.BBB-ALL.NG.WND.H', 'EBA.AAA-BBB.ID.H'],
      // A: 100 coal and 100 of its store, which bears its mean, and 200 of wind of B: 1000 / 2
      ['100', '100', '300', '-200'],
    );
    expect(co2(rowOf(EIA_930.read(file, US), 'AAA-consumption'))).toEqual(['500']);
  });

  test('a year and zones may be asked for', () => {
    const file = given(
      lines(
        ',EBA.AAA-ALL.NG.COL.H,EBA.BBB-ALL.NG.NG.H',
        '2024-12-31 23:00:00+00:00,1,1',
        '2025-01-01 00:00:00+00:00,1,1',
        '2025-01-01 01:00:00+00:00,1,1',
      ),
    );
    const all = EIA_930.read(file, US);
    expect(rowOf(all, 'AAA-generation').answers.year).toBeUndefined();
    const one = EIA_930.read(file, asked('national:US', { year: 2025, zones: ['BBB'] }));
    expect(one.rows.map(({ id }) => id)).toEqual(['BBB-generation', 'BBB-mix-generation']);
    expect(rowOf(one, 'BBB-generation').hourly?.start).toBe('2025-01-01T00:00:00Z');
    const none = EIA_930.read(file, asked('national:US', { zones: ['ERCO'] }));
    expect(told(none)).toEqual(['IN-FACTOR-TABLE critical']);
    expect(none.findings[0]?.message).toContain('which holds "AAA", "BBB"');
    expect(told(EIA_930.read(file, asked('national:US', { year: 2020 })))).toEqual([
      'IN-FACTOR-TABLE critical',
    ]);
  });

  test('without generation by source, or factors of plants, nothing is made', () => {
    const demand = table(['EBA.AAA-ALL.D.H'], ['5']);
    expect(told(EIA_930.read(demand, US))).toEqual(['IN-FACTOR-TABLE critical']);
    const coal = table(['EBA.AAA-ALL.NG.COL.H'], ['5']);
    expect(told(EIA_930.read(coal, { ...US, sets: [] }))).toEqual(['IN-FACTOR-TABLE critical']);
  });

  test('a source of which nothing is known is named', () => {
    const file = table(['EBA.AAA-ALL.NG.COL.H', 'EBA.AAA-ALL.NG.XYZ.H'], ['100', '1']);
    const read = EIA_930.read(file, US);
    expect(told(read)).toEqual(['IN-FACTOR-TABLE quality']);
    expect(read.findings[0]?.message).toContain('"XYZ"');
  });

  test('the factors that ship serve: coal of EIA in 2023, the latest year that is not later', () => {
    const sets = loadFactors().map(({ set }) => set);
    const file = table(['EBA.AAA-ALL.NG.COL.H', 'EBA.AAA-ALL.NG.NG.H'], ['1', '0'], ['0', '1']);
    const read = EIA_930.read(file, { ...US, sets });
    // 709 million t over 675,115 million kWh, 790 over 1,806,063
    expect(co2(rowOf(read, 'AAA-generation'))).toEqual(['1050.19', '437.42']);
    expect(read.notes).toEqual(['CO2 and kinds of plants are those of eia-generation/2023.']);
  });
});

describe('six-month files of EIA-930', () => {
  const KEYS = '"Balancing Authority","UTC Time at End of Hour"';
  const balance = given(
    lines(
      `${KEYS},"Net Generation (MW)","Net Generation (MW) from Coal","Net Generation (MW) from Solar witho Integrated Battery Storage","Net Generation (MW) from Pumped Storage  (Adjusted)","Net Generation (MW) from Natural Gas","Net Generation (MW) from Natural Gas (Adjusted)"`,
      'AAA,01/01/2025 1:00:00 AM,"1,100",500,0,100,9999,500',
      'BBB,01/01/2025 1:00:00 AM,400,,,,400,400',
    ),
    'EIA930_BALANCE_2025_Jan_Jun.csv',
  );
  const interchange = given(
    lines(
      `${KEYS},"Directly Interconnected Balancing Authority","Interchange (MW)"`,
      'AAA,01/01/2025 1:00:00 AM,BBB,-1100',
      'BBB,01/01/2025 1:00:00 AM,AAA,"1,100"',
    ),
    'EIA930_INTERCHANGE_2025_Jan_Jun.csv',
  );

  test('adjusted values go before reported ones; the slip in a header is read', () => {
    const read = EIA_930.read(balance, US);
    // (500 x 1000 + 500 x 400) / 1000, the store left out
    expect(co2(rowOf(read, 'AAA-generation'))).toEqual(['700']);
    expect(read.rows.some(({ id }) => id.endsWith('-consumption'))).toBe(false);
  });

  test('both files of an archive together give what is consumed', () => {
    const read = EIA_930.readAll?.([balance, interchange], US);
    // 1,100 at 700, of it 100 of the store, and 1,100 at 400
    expect(read && co2(rowOf(read, 'AAA-consumption'))).toEqual(['550']);
  });

  test('interchange alone holds no generation', () => {
    expect(told(EIA_930.read(interchange, US))).toContain('IN-FACTOR-TABLE critical');
  });
});

describe('documents of ENTSO-E', () => {
  const FIRST = '10YFR-RTE------C';
  const SECOND = '10YBE----------2';
  const period = (points: readonly string[], resolution = 'PT60M') =>
    `<Period><timeInterval><start>2025-01-01T00:00Z</start><end>2025-01-01T02:00Z</end></timeInterval><resolution>${resolution}</resolution>${points
      .map(
        (q, i) => `<Point><position>${String(i + 1)}</position><quantity>${q}</quantity></Point>`,
      )
      .join('')}</Period>`;
  const generated = (zone: string, type: string, points: readonly string[], resolution?: string) =>
    `<TimeSeries><inBiddingZone_Domain.mRID>${zone}</inBiddingZone_Domain.mRID><quantity_Measure_Unit.name>MAW</quantity_Measure_Unit.name><curveType>A01</curveType><MktPSRType><psrType>${type}</psrType></MktPSRType>${period(points, resolution)}</TimeSeries>`;
  const flow = (out: string, into: string, points: readonly string[]) =>
    `<TimeSeries><in_Domain.mRID>${into}</in_Domain.mRID><out_Domain.mRID>${out}</out_Domain.mRID><quantity_Measure_Unit.name>MAW</quantity_Measure_Unit.name><curveType>A01</curveType>${period(points)}</TimeSeries>`;
  const generation = (...series: string[]) =>
    given(
      `<GL_MarketDocument><type>A75</type><process.processType>A16</process.processType>${series.join('')}</GL_MarketDocument>`,
    );
  const flows = (...series: string[]) =>
    given(
      `<Publication_MarketDocument><type>A11</type>${series.join('')}</Publication_MarketDocument>`,
    );

  test('generation by type; quarters of an hour are added up', () => {
    const file = generation(
      generated(FIRST, 'B04', ['100', '0']),
      // 80 on average in the first hour, 10 in the second
      generated(FIRST, 'B19', ['50', '70', '100', '100', '10', '10', '10', '10'], 'PT15M'),
      generated(FIRST, 'B14', ['20', '30']),
      generated(FIRST, 'B10', ['500', '0']),
    );
    const read = ENTSO_E.read(file, EU);
    expect(told(read)).toEqual([]);
    const row = rowOf(read, `${FIRST}-generation`);
    expect(row.answers.grid).toBe(`entso-e:${FIRST}`);
    expect(co2(row)).toEqual(['200', '0']);
    expect(rowOf(read, `${FIRST}-mix-generation`).hourly).toMatchObject({
      renewable: ['0.4', '0.25'],
      carbon_free: ['0.5', '1'],
    });
  });

  test('flows of both ways, each stated by itself', () => {
    const files = [
      generation(generated(FIRST, 'B14', ['300', '300'])),
      generation(generated(SECOND, 'B04', ['100', '100'])),
      flows(flow(FIRST, SECOND, ['100', '0']), flow(SECOND, FIRST, ['0', '100'])),
    ];
    const read = ENTSO_E.readAll?.(files, EU);
    expect(read && co2(rowOf(read, `${SECOND}-consumption`))).toEqual(['200', '400']);
    expect(read && co2(rowOf(read, `${FIRST}-consumption`))).toEqual(['0', '100']);
  });

  test('a gap of a source, or of a flow, makes the hour null', () => {
    const files = [
      generation(
        generated(FIRST, 'B14', ['300', '300']),
        generated(FIRST, 'B04', ['10', '10', '10', '10', '10', '10', '10'], 'PT15M'),
      ),
      generation(generated(SECOND, 'B04', ['100', '100'])),
      flows(flow(SECOND, FIRST, ['5'])),
    ];
    const read = ENTSO_E.readAll?.(files, EU);
    expect(read && co2(rowOf(read, `${FIRST}-generation`))).toEqual(['12.903']);
    expect(read && co2(rowOf(read, `${SECOND}-consumption`))).toEqual(['400', '400']);
  });

  test('the types that ship have kinds of plants', () => {
    const sets = loadFactors().map(({ set }) => set);
    const types = ['B01', 'B02', 'B04', 'B05', 'B06', 'B09', 'B11', 'B12', 'B13', 'B14', 'B15'];
    const all = [...types, 'B16', 'B18', 'B19'];
    for (const type of all) {
      const read = ENTSO_E.read(generation(generated(FIRST, type, ['1', '1'])), { ...EU, sets });
      expect(co2(rowOf(read, `${FIRST}-generation`))).toHaveLength(2);
    }
    for (const type of ['B03', 'B07', 'B08', 'B17', 'B20']) {
      const read = ENTSO_E.read(generation(generated(FIRST, type, ['1', '1'])), { ...EU, sets });
      expect(read.rows).toEqual([]);
    }
  });
});
