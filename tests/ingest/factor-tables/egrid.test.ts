import { given, lines } from '../given.ts';
import { workbook } from '../workbook-given.ts';
import { readTable, rowOf, told } from './read.ts';

const CODES = [
  'YEAR',
  'SUBRGN',
  'SRNAME',
  'SRCO2RTA',
  'SRCH4RTA',
  'SRN2ORTA',
  'SRNBCO2',
  'SRC2ERTA',
];

function descriptions(mass: string): string[] {
  const rate = (gas: string, kind: string) =>
    `eGRID subregion annual ${gas} ${kind} output emission rate (${mass}/MWh)`;
  return [
    'Data Year',
    'eGRID subregion acronym',
    'eGRID subregion name',
    rate('CO2', 'total'),
    rate('CH4', 'total'),
    rate('N2O', 'total'),
    rate('CO2', 'non-baseload'),
    rate('CO2 equivalent', 'total'),
  ];
}

const ERCT = [2022, 'ERCT', 'ERCOT All', 771.083, 0.049, 0.007, 1100.5, 774.5];
const PRMS = [2022, 'PRMS', 'Puerto Rico Miscellaneous', 1593.481, 0.087, 0.014, 1700, 1600];
const LOSSES = {
  name: 'GGL22',
  rows: [
    [
      'Data Year',
      'One of the three interconnect power grids',
      'Estimated losses (MWh)',
      'Total disposition (MWh) without exports',
      'Direct use (MWh)',
      'Grid gross loss [Estimated losses/(Total disposition without exports - Direct use)]',
    ],
    ['YEAR', 'REGION', 'ESTLOSS', 'TOTDISP', 'DIRCTUSE', 'GGRSLOSS'],
    [2022, 'ERCOT', 51, 1100, 100, 0.051],
    [2022, 'Eastern', 42, 1100, 100, 0.042],
  ],
};

function rates(mass: string, ...rows: (string | number)[][]) {
  return { name: 'SRL22', rows: [descriptions(mass), CODES, ...rows] };
}

describe('eGRID', () => {
  test('pounds of the US edition become kilograms by exactly 0.45359237, nothing rounded', async () => {
    const read = readTable('epa-egrid', await workbook([rates('lb', ERCT), LOSSES]));
    // 771.083 x 0.45359237 = 349.75736543671, 0.049 x 0.45359237 = 0.02222602613, 0.007 x 0.45359237 = 0.00317514659
    expect(rowOf(read, 'ERCT')).toEqual({
      id: 'ERCT',
      name: 'ERCOT All',
      answers: { use: 'location', grid: 'egrid:ERCT', year: 2022 },
      basis: { boundary: 'generation', losses: 'excluded', cycle: 'direct' },
      per: 'MWh',
      co2_kg: '349.75736543671',
      ch4_kg: '0.02222602613',
      n2o_kg: '0.00317514659',
      source: {
        document: 'US EPA eGRID, test',
        table: 'sheet SRL22, SRCO2RTA, SRCH4RTA, SRN2ORTA (total output emission rates)',
        cell: 'D3, E3, F3',
      },
      grade: 'V',
    });
  });

  test('kilograms of the metric edition stand as they are', async () => {
    const read = readTable('epa-egrid', await workbook([rates('kg', ERCT), LOSSES]));
    expect(rowOf(read, 'ERCT').co2_kg).toBe('771.083');
  });

  test('a subregion has the loss of its interconnection; Puerto Rico has none, and that is told', async () => {
    const read = readTable('epa-egrid', await workbook([rates('lb', ERCT, PRMS), LOSSES]));
    const loss = rowOf(read, 'ERCT-loss');
    expect(loss.loss_fraction).toBe('0.051');
    expect(loss.answers).toEqual({ use: 'loss', grid: 'egrid:ERCT', year: 2022 });
    expect(loss.source.cell).toBe('F3');
    expect(read.rows.map(({ id }) => id)).toEqual(['ERCT', 'PRMS', 'ERCT-loss']);
    expect(read.findings[0]?.message).toContain('"PRMS"');
  });

  test('a loss in percent is told from a fraction by its parts; one that is neither is set aside', async () => {
    const percent = {
      ...LOSSES,
      rows: [...LOSSES.rows.slice(0, 2), [2022, 'ERCOT', 51, 1100, 100, 5.1]],
    };
    const read = readTable('epa-egrid', await workbook([rates('lb', ERCT), percent]));
    expect(rowOf(read, 'ERCT-loss').loss_fraction).toBe('0.051');
    const wrong = {
      ...LOSSES,
      rows: [...LOSSES.rows.slice(0, 2), [2022, 'ERCOT', 51, 1100, 100, 0.4]],
    };
    const doubtful = readTable('epa-egrid', await workbook([rates('lb', ERCT), wrong]));
    expect(doubtful.rows.map(({ id }) => id)).toEqual(['ERCT']);
    expect(told(doubtful)).toEqual(['IN-FACTOR-TABLE completeness', 'IN-FACTOR-TABLE quality']);
  });

  test('without the row of units nothing is read', async () => {
    const bare = { name: 'SRL22', rows: [CODES, ERCT] };
    const read = readTable('epa-egrid', await workbook([bare]));
    expect(read.rows).toEqual([]);
    expect(told(read)).toEqual(['IN-UNIT critical']);
  });

  test('a sheet of one year with rows of another is refused', async () => {
    const read = readTable('epa-egrid', await workbook([rates('lb', [2021, ...ERCT.slice(1)])]));
    expect(told(read)).toEqual(['IN-FACTOR-YEAR critical']);
  });

  test('a row without numbers is set aside, and the others are read', async () => {
    const blank = [2022, 'CAMX', 'WECC California', '', '', '', '', ''];
    const read = readTable('epa-egrid', await workbook([rates('lb', blank, ERCT), LOSSES]));
    expect(read.rows.map(({ id }) => id)).toEqual(['ERCT', 'ERCT-loss']);
    expect(told(read)).toEqual(['IN-FACTOR-TABLE completeness']);
  });

  test('a table of nonbaseload rates alone is none', () => {
    const read = readTable(
      'epa-egrid',
      given(lines('SUBRGN,SRNAME,SRNBCO2', 'ERCT,ERCOT All,1100')),
    );
    expect(read.rows).toEqual([]);
    expect(told(read)).toEqual(['IN-NO-HEADER critical']);
  });
});
