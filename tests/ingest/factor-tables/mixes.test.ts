import { given, lines } from '../given.ts';
import { readTable, rowOf, told } from './read.ts';

describe('Ember', () => {
  const HEADER = 'Area,ISO 3 code,Year,Area type,Category,Subcategory,Variable,Unit,Value';

  test('shares of the long form are read, in percent of generation alone', () => {
    const file = given(
      lines(
        HEADER,
        'Sweden,SWE,2024,Country,Electricity generation,Aggregate fuel,Clean,%,98.9',
        'Sweden,SWE,2024,Country,Electricity generation,Aggregate fuel,Clean,TWh,168.1',
        'Sweden,SWE,2024,Country,Electricity generation,Aggregate fuel,Renewables,%,69.25',
        'Sweden,SWE,2024,Country,Capacity,Aggregate fuel,Renewables,%,80',
        'Sweden,SWE,2024,Country,Power sector emissions,CO2 intensity,CO2 intensity,gCO2/kWh,35.8',
        'World,,2024,Region,Electricity generation,Aggregate fuel,Clean,%,40.9',
      ),
    );
    const read = readTable('ember', file);
    expect(read.rows).toHaveLength(1);
    expect(rowOf(read, 'SE-2024')).toMatchObject({
      name: 'Sweden',
      answers: { use: 'mix', grid: 'national:SE', year: 2024 },
      renewable: '0.6925',
      carbon_free: '0.989',
      source: { cell: 'line 2, line 4' },
    });
    expect(told(read)).toEqual(['IN-FACTOR-TABLE info']);
  });

  test('the intensity counts the life cycle: it answers for no scope', () => {
    const file = given(
      lines(
        'country_or_region,country_code,year,demand_twh,emissions_intensity_gco2_per_kwh',
        'Sweden,SWE,2023,134,40.7',
        'Sweden,SWE,2024,135,35.82',
        'Norway,NOR,2024,135,',
      ),
    );
    const read = readTable('ember', file, 2024);
    expect(read.rows).toHaveLength(1);
    expect(rowOf(read, 'SE-2024')).toMatchObject({
      answers: { use: 'cross-check', grid: 'national:SE', year: 2024 },
      basis: { boundary: 'generation', cycle: 'life-cycle' },
      co2e_kg: '35.82',
    });
    expect(told(read)).toEqual(['IN-FACTOR-TABLE info', 'IN-NULL info']);
  });

  test('a share above 100 % is none', () => {
    const file = given(
      lines(HEADER, 'Sweden,SWE,2024,Country,Electricity generation,Aggregate fuel,Clean,%,101'),
    );
    expect(told(readTable('ember', file))).toEqual(['IN-FACTOR-TABLE completeness']);
  });
});

describe('Electricity Maps', () => {
  const NEW =
    'Datetime (UTC),Country,Zone name,Zone id,Carbon intensity gCO₂eq/kWh (direct),Carbon intensity gCO₂eq/kWh (Life cycle),Carbon-free energy percentage (CFE%),Renewable energy percentage (RE%)';
  const OLD =
    'Datetime (UTC),Country,Zone Name,Zone Id,Carbon Intensity gCO₂eq/kWh (direct),Carbon Intensity gCO₂eq/kWh (LCA),Low Carbon Percentage,Renewable Percentage';

  test.each([
    ['newer', NEW],
    ['older', OLD],
  ])('the direct intensity and the shares are read in the %s spelling', (_, header) => {
    const file = given(
      lines(header, '2024-01-01 00:00:00,Canada,Québec,CA-QC,5.48,35.04,98.65,96.4'),
    );
    const read = readTable('electricity-maps', file);
    expect(read.findings).toEqual([]);
    expect(rowOf(read, 'CA-QC-2024')).toMatchObject({
      answers: { use: 'mix', grid: 'eccc:QC', year: 2024 },
      renewable: '0.964',
      carbon_free: '0.9865',
    });
    expect(rowOf(read, 'CA-QC-2024-direct')).toMatchObject({
      answers: { use: 'location', grid: 'eccc:QC', year: 2024 },
      basis: { boundary: 'consumption', losses: 'excluded', cycle: 'direct' },
      co2e_kg: '5.48',
      states: ['CO2e'],
    });
    expect(JSON.stringify(read.rows)).not.toContain('35.04');
  });

  test('zero is a value; a zone without values and a total of the world are set aside', () => {
    const file = given(
      lines(
        NEW,
        '2024-01-01 00:00:00,Iceland,Iceland,IS,0,28.16,100,100',
        '2024-01-01 00:00:00,Elbonia,Elbonia,XE,,,,',
        '2024-01-01 00:00:00,,World,GLOBAL,400,450,40,30',
      ),
    );
    const read = readTable('electricity-maps', file);
    expect(rowOf(read, 'IS-2024-direct').co2e_kg).toBe('0');
    expect(read.rows.map(({ id }) => id)).toEqual(['IS-2024', 'IS-2024-direct']);
    expect(told(read)).toEqual(['IN-FACTOR-TABLE completeness', 'IN-FACTOR-TABLE completeness']);
  });

  test('hourly values are not of a year', () => {
    const file = given(
      lines(
        NEW,
        '2024-01-01 00:00:00,Iceland,Iceland,IS,0,28.16,100,100',
        '2024-01-01 01:00:00,Iceland,Iceland,IS,0,28.16,100,100',
      ),
    );
    expect(told(readTable('electricity-maps', file))).toEqual(['IN-FACTOR-TABLE critical']);
  });
});
