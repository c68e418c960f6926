import { given, lines } from '../given.ts';
import { workbook } from '../workbook-given.ts';
import { readTable, rowOf, told } from './read.ts';

describe('AIB', () => {
  test('a decimal comma is seen from the column', () => {
    const file = given(
      lines('Country;Residual mix 2023 gCO2/kWh', 'NL;379,89', 'DE;719,9', 'FR;1.040,5'),
    );
    const read = readTable('aib', file);
    expect(read.rows.map(({ id, co2_kg }) => [id, co2_kg])).toEqual([
      ['NL', '379.89'],
      ['DE', '719.9'],
      ['FR', '1040.5'],
    ]);
    expect(rowOf(read, 'NL')).toMatchObject({
      answers: { use: 'residual', grid: 'aib:NL', year: 2023 },
      per: 'MWh',
      states: ['CO2'],
      source: { table: 'Table 2', cell: 'line 2' },
      grade: 'V',
    });
  });

  test('a number that could be either is none', () => {
    const read = readTable('aib', given(lines('Country;2023 gCO2/kWh', 'NL;1,234', 'DE;719')));
    expect(read.rows.map(({ id }) => id)).toEqual(['DE']);
    expect(told(read)).toEqual(['IN-FACTOR-TABLE completeness']);
  });

  test('NA is null; a zero in a workbook is null as well and told; EL is GR', async () => {
    const rows = [
      ['European Residual Mixes 2023'],
      ['Country', 'Residual mix, gCO2/kWh'],
      ['AT', 0],
      ['NL', 'NA'],
      ['EL', 491.78],
      ['SE', ''],
    ];
    const read = readTable('aib', await workbook([{ name: 'Table 2', rows }]));
    expect(read.rows.map(({ id, co2_kg }) => [id, co2_kg])).toEqual([
      ['AT', null],
      ['NL', null],
      ['GR', '491.78'],
    ]);
    expect(told(read)).toEqual(['IN-FACTOR-TABLE completeness', 'IN-NULL quality']);
    expect(rowOf(read, 'GR').answers.year).toBe(2023);
  });

  test('two sheets with such a table are not chosen between', async () => {
    const rows = [
      ['Country', 'Residual mix 2025, gCO2/kWh'],
      ['IT', 420.2],
    ];
    const read = readTable(
      'aib',
      await workbook([
        { name: 'Table 2', rows },
        { name: 'CO2', rows },
      ]),
    );
    expect(told(read)).toEqual(['IN-WORKBOOK critical']);
  });

  test('without a year it is asked for', () => {
    const file = given(lines('Country,gCO2/kWh', 'NL,379.89'));
    expect(told(readTable('aib', file))).toEqual(['IN-FACTOR-YEAR critical']);
    expect(rowOf(readTable('aib', file, 2023), 'NL').answers.year).toBe(2023);
  });
});

describe('ECCC', () => {
  test('the consumption intensity is read and the generation intensity is not', () => {
    const file = given(
      lines(
        'Province,Electricity generation intensity (g CO2e/kWh),Electricity consumption intensity (g CO2e/kWh)',
        'Quebec,1.3,2.6',
        'Québec and others,1,2',
      ),
    );
    const read = readTable('eccc', file, 2024);
    expect(rowOf(read, 'QC')).toMatchObject({
      name: 'Quebec',
      answers: { use: 'location', grid: 'eccc:QC', year: 2024 },
      basis: { boundary: 'consumption', losses: 'included', cycle: 'direct' },
      co2e_kg: '2.6',
      states: ['CO2e'],
    });
    expect(read.rows).toHaveLength(1);
    expect(told(read)).toEqual(['IN-FACTOR-TABLE completeness']);
  });

  test('headers in two rows name unit and column together', async () => {
    const rows = [
      ['', 'Generation intensity', 'Consumption intensity'],
      ['Province', 'g CO2e/kWh', 'g CO2e/kWh'],
      ['Ontario', 70, 73],
    ];
    const read = readTable('eccc', await workbook([{ name: 'Table 5.4', rows }]), 2024);
    expect(rowOf(read, 'ON').co2e_kg).toBe('73');
    expect(rowOf(read, 'ON').source.cell).toBe('C3');
  });
});

describe('NGA', () => {
  test('kilograms per kilowatt hour are a thousand times as many per megawatt hour', () => {
    const file = given(
      lines(
        'State or Territory,Scope 2 kg CO2-e/kWh,Scope 3 kg CO2-e/kWh',
        'New South Wales and Australian Capital Territory,0.60,0.03',
        'Western Australia - South West Interconnected System (SWIS),0.45,0.05',
        'National,0.59,0.06',
        'Residual mix factor,0.79,0.1',
        'Norfolk Island,0.1,0.1',
      ),
    );
    const read = readTable('nga', file, 2026);
    expect(
      read.rows.map(({ id, answers, co2e_kg }) => [id, answers.use, answers.grid, co2e_kg]),
    ).toEqual([
      ['NSW-ACT', 'location', 'nga:NSW-ACT', '600'],
      ['WA-SWIS', 'location', 'nga:WA-SWIS', '450'],
      ['AU', 'location', 'nga:AU', '590'],
      ['AU-residual', 'residual', 'nga:AU', '790'],
    ]);
    expect(told(read)).toEqual(['IN-FACTOR-TABLE completeness']);
  });
});

describe('Green-e', () => {
  test('the year of the data is that which the title names', () => {
    const file = given(
      lines(
        '2023 Green-e Residual Mix Emissions Rates (2021 Data)',
        'eGRID Subregion,Residual Mix Emissions Rate (lb CO2/MWh)',
        'ERCT,"1,000.5"',
        'CAMX,500',
      ),
    );
    const read = readTable('green-e', file);
    // 1000.5 x 0.45359237 = 453.819166185
    expect(rowOf(read, 'ERCT')).toMatchObject({
      answers: { use: 'residual', grid: 'egrid:ERCT', year: 2021 },
      co2_kg: '453.819166185',
      states: ['CO2'],
    });
    expect(rowOf(read, 'CAMX').co2_kg).toBe('226.796185');
  });

  test('a column that names no residual mix is none', () => {
    const file = given(lines('Subregion,lb CO2/MWh', 'ERCT,771.083'));
    expect(told(readTable('green-e', file))).toEqual(['IN-NO-HEADER critical']);
  });
});
