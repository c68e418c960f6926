import { given, lines } from '../given.ts';
import { workbook } from '../workbook-given.ts';
import { readTable, rowOf, told } from './read.ts';

const HEADER =
  'ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2026';
/** Values of the 2026 file, gas by gas as CO2e. */
const ELECTRICITY = [
  '7_400_4000_5_1,Scope 2,UK electricity,Electricity generated,Electricity: UK,,2026,kWh,kg CO2e,0.13096',
  '7_400_4000_5_2,Scope 2,UK electricity,Electricity generated,Electricity: UK,,2026,kWh,kg CO2e of CO2 per unit,0.12943',
  '7_400_4000_5_3,Scope 2,UK electricity,Electricity generated,Electricity: UK,,2026,kWh,kg CO2e of CH4 per unit,0.00067',
  '7_400_4000_5_4,Scope 2,UK electricity,Electricity generated,Electricity: UK,,2026,kWh,kg CO2e of N2O per unit,0.00086',
];
const GAS = [
  '1_100_1004_6_1,Scope 1,Fuels,Gaseous fuels,Natural gas,,,kWh (Gross CV),kg CO2e,0.18231',
  '1_100_1004_7_1,Scope 1,Fuels,Gaseous fuels,Natural gas,,,kWh (Net CV),kg CO2e,0.20199',
  '1_100_1004_15_1,Scope 1,Fuels,Gaseous fuels,Natural gas,,,tonnes,kg CO2e,"2,507.72441"',
];
const SCOPE_3 = [
  '13_402_4000_5_1,Scope 3,Transmission and distribution,T&D- UK electricity,Electricity: UK,,,kWh,kg CO2e,0.01299',
  '15_917_4000_5_1,Scope 3,WTT- UK electricity,WTT- UK electricity (generation),Electricity: UK,,,kWh,kg CO2e,0.03682',
  '15_918_4000_5_1,Scope 3,WTT- UK electricity,WTT- UK electricity (T&D),Electricity: UK,,,kWh,kg CO2e,0.00359',
  '11_100_1004_6_1,Scope 3,WTT- fuels,WTT- gaseous fuels,Natural gas,,,kWh (Gross CV),kg CO2e,0.03021',
  '9_1,Scope 3,Hotel stay,,Elbonia,,,Room per night,kg CO2e,',
];
const PREAMBLE = [
  'UK Government GHG Conversion Factors for Company Reporting',
  'Factors by Category',
];

function flat(...rows: string[]) {
  return given(lines(...PREAMBLE, HEADER, ...rows), 'flat.csv');
}

describe('the flat file of DESNZ', () => {
  const read = readTable('desnz', flat(...ELECTRICITY, ...GAS, ...SCOPE_3));

  test('gases printed as CO2e become masses by the AR5 potentials 28 and 265', () => {
    const row = rowOf(read, 'electricity');
    expect(row.answers).toEqual({ use: 'location', grid: 'national:GB', year: 2026 });
    expect([row.per, row.co2_kg, row.co2e_kg]).toEqual(['kWh', '0.12943', '0.13096']);
    // 0.00067 / 28 = 0.000023928571428..., 0.00086 / 265 = 0.0000032452830...
    expect(row.ch4_kg).toMatch(/^0\.0000239285714285714285714285/);
    expect(row.n2o_kg).toMatch(/^0\.00000324528301886792452830188/);
    expect(row.source.cell).toBe('line 4, line 5, line 6, line 7');
  });

  test('a kilowatt hour of fuel is at the calorific value that its unit names', () => {
    const gross = rowOf(read, 'fuels/natural-gas/kwh-gross-cv');
    const net = rowOf(read, 'fuels/natural-gas/kwh-net-cv');
    expect([gross.basis?.calorific, gross.co2e_kg, gross.states]).toEqual([
      'gross',
      '0.18231',
      ['CO2e'],
    ]);
    expect([net.basis?.calorific, net.co2e_kg]).toEqual(['net', '0.20199']);
    expect(rowOf(read, 'fuels/natural-gas/tonnes').co2e_kg).toBe('2507.72441');
  });

  test('losses and well-to-tank have uses of their own and never answer for Scope 2', () => {
    expect(rowOf(read, 'td-electricity').answers.use).toBe('td');
    expect(rowOf(read, 'wtt-electricity-generation').answers).toEqual({
      use: 'wtt',
      energy: 'electricity',
      part: 'generation',
      grid: 'national:GB',
      year: 2026,
    });
    expect(rowOf(read, 'wtt-electricity-losses').answers.part).toBe('losses');
    expect(rowOf(read, 'wtt-fuels/natural-gas/kwh-gross-cv').basis?.cycle).toBe('upstream');
    expect(read.rows.filter(({ answers }) => answers.use === 'location')).toHaveLength(1);
  });

  test('what is left is told by its kind', () => {
    expect(told(read)).toEqual(['IN-FACTOR-TABLE info']);
    expect(read.findings[0]?.message).toContain('Scope 3, Hotel stay (1)');
  });

  test('a blank factor is not available and never zero', () => {
    const [first = '', ...rest] = ELECTRICITY;
    const blank = readTable(
      'desnz',
      flat(first.replace('0.13096', ''), ...rest, ...GAS, ...SCOPE_3),
    );
    expect(rowOf(blank, 'electricity').co2e_kg).toBeUndefined();
    expect(rowOf(blank, 'electricity').co2_kg).toBe('0.12943');
    expect(told(blank)).toContain('IN-NULL info');
  });

  test('a partial copy without Scopes 1 and 2 is told', () => {
    const partial = readTable('desnz', flat(...SCOPE_3));
    expect(told(partial)).toEqual(['IN-FACTOR-TABLE completeness', 'IN-FACTOR-TABLE info']);
    expect(partial.findings[1]?.message).toContain('"Scope 1", "Scope 2"');
  });

  test('with one gas missing only the sum stands', () => {
    const three = readTable('desnz', flat(...ELECTRICITY.slice(0, 3), ...GAS, ...SCOPE_3));
    expect(rowOf(three, 'electricity')).toMatchObject({ co2e_kg: '0.13096', states: ['CO2e'] });
    expect(rowOf(three, 'electricity').co2_kg).toBeUndefined();
  });

  test('the same from a workbook, by its cells', async () => {
    const rows = [
      ...PREAMBLE.map((text) => [text]),
      HEADER.split(','),
      ...ELECTRICITY.map((row) => row.split(',')),
    ];
    const book = await workbook([{ name: 'Factors by Category', rows }]);
    const row = rowOf(readTable('desnz', book), 'electricity');
    expect(row.source).toMatchObject({
      table: 'sheet Factors by Category',
      cell: 'J4, J5, J6, J7',
    });
    expect(row.co2e_kg).toBe('0.13096');
  });

  test('another year than is asked for is refused', () => {
    expect(told(readTable('desnz', flat(...ELECTRICITY), 2025))).toEqual([
      'IN-FACTOR-YEAR critical',
    ]);
  });
});
