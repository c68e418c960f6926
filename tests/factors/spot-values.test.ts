import type { FactorRow } from '../../src/model/documents/factor-set.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { exact } from '../../src/units/rational.ts';
import { roundedText } from '../../src/units/rounding.ts';
import { conversionFactor } from '../../src/units/unit.ts';
import { present } from '../support/present.ts';

const sets = loadFactors().map(({ set }) => set);

function rowOf(name: string, id: string): FactorRow {
  const set = sets.find(({ publisher, edition }) => `${publisher}/${edition}` === name);
  return present(present(set).rows.find((row) => row.id === id));
}

type Field = 'co2_kg' | 'ch4_kg' | 'n2o_kg' | 'co2e_kg';

/** The value of a row in `unit`, rounded half-up to as many decimals as `printed` has. */
function asPrinted(row: FactorRow, field: Field, unit: string, printed: string): string {
  const [, fraction = ''] = printed.split('.');
  const value = exact(row[field] ?? '').mul(conversionFactor(`kg/${row.per}`, unit));
  return roundedText(value, { decimals: fraction.length, mode: 'half-up' });
}

/** [set, row, field, unit, printed value, where it is printed] */
const SPOTS: readonly (readonly [string, string, Field, string, string, string])[] = [
  ['epa-egrid/2023r2', 'ERCT', 'co2_kg', 'kg/MWh', '332.88', 'eGRID2023 rev 2, SRL23'],
  ['epa-egrid/2023r2', 'ERCT', 'co2_kg', 'lb/MWh', '733.9', 'eGRID2023 rev 2, US edition'],
  ['epa-egrid/2023r2', 'CAMX', 'co2_kg', 'kg/MWh', '194.35', 'eGRID2023 rev 2, SRL23'],
  ['epa-egrid/2023r2', 'NYUP', 'co2_kg', 'kg/MWh', '109.81', 'eGRID2023 rev 2, SRL23'],
  ['epa-egrid/2023r2', 'MROE', 'co2_kg', 'kg/MWh', '633.8', 'eGRID2023 rev 2, SRL23'],
  ['epa-egrid/2023r2-total', 'US', 'co2e_kg', 'lb/MWh', '770.884', 'eGRID2023 rev 2, US total'],
  ['epa-egrid/2022', 'ERCT', 'co2_kg', 'lb/MWh', '771.083', 'eGRID2022, SRL22'],
  ['epa-egrid/2022', 'US', 'co2_kg', 'lb/MWh', '823.149', 'eGRID2022, US average'],
  ['epa-egrid/2022', 'AKGD', 'ch4_kg', 'lb/MWh', '0.088', 'eGRID2022, SRL22'],
  ['epa-egrid/2021', 'ERCT', 'co2e_kg', 'lb/MWh', '817.169', 'eGRID data explorer, 2021'],
  ['epa-egrid/2019', 'state-TX', 'co2e_kg', 'lb/MWh', '913.424', 'eGRID data explorer, 2019'],
  ['epa-hub/2024', 'natural-gas/mmBtu', 'co2_kg', 'kg/mmBtu', '53.06', 'Hub 2024, E40'],
  ['epa-hub/2024', 'natural-gas/mmBtu', 'ch4_kg', 'g/mmBtu', '1.0', 'Hub 2024, F40'],
  ['epa-hub/2024', 'natural-gas/scf', 'n2o_kg', 'g/scf', '0.00010', 'Hub 2024, J40'],
  ['epa-hub/2024', 'distillate-2/gal', 'ch4_kg', 'g/gal', '0.41', 'Hub 2024, I57'],
  ['epa-hub/2024', 'residual-6/gal', 'co2_kg', 'kg/gal', '11.27', 'Hub 2024, H77'],
  ['epa-hub/2024', 'steam-and-heat/mmBtu', 'n2o_kg', 'g/mmBtu', '0.125', 'Hub 2024, F402'],
  ['desnz/2026', 'electricity', 'co2e_kg', 'kg/kWh', '0.13096', 'row group 7_400_4000_5'],
  ['desnz/2026', 'td-electricity', 'co2e_kg', 'kg/kWh', '0.01299', 'row group 13_402_4000_5'],
  ['desnz/2026', 'wtt-electricity-generation', 'co2e_kg', 'kg/kWh', '0.03682', '15_917_4000_5'],
  ['desnz/2026', 'wtt-electricity-losses', 'co2e_kg', 'kg/kWh', '0.00359', '15_918_4000_5'],
  ['desnz/2025', 'td-electricity', 'co2e_kg', 'kg/kWh', '0.01853', '13_402_4000_5_1'],
  ['desnz/2025', 'wtt-electricity-generation', 'co2e_kg', 'kg/kWh', '0.0459', '15_917_4000_5_1'],
  ['desnz/2025', 'wtt-electricity-losses', 'co2e_kg', 'kg/kWh', '0.00397', '15_918_4000_5_1'],
  ['eccc/4.0', 'QC', 'co2e_kg', 'g/kWh', '2.6', 'ECCC v4.0, Table 5.4'],
  ['eccc/4.0', 'MB', 'co2e_kg', 'g/kWh', '3.0', 'ECCC v4.0, Table 5.4'],
  ['eccc/4.0', 'BC', 'co2e_kg', 'g/kWh', '18', 'ECCC v4.0, Table 5.4'],
  ['eccc/4.0', 'ON', 'co2e_kg', 'g/kWh', '73', 'ECCC v4.0, Table 5.4'],
  ['eccc/4.0', 'AB', 'co2e_kg', 'g/kWh', '346', 'ECCC v4.0, Table 5.4'],
  ['eccc/4.0', 'NS', 'co2e_kg', 'g/kWh', '628', 'ECCC v4.0, Table 5.4'],
  ['eccc/4.0', 'SK', 'co2e_kg', 'g/kWh', '581', 'ECCC v4.0, Table 5.4'],
  ['nga/2026', 'NSW-ACT', 'co2e_kg', 'kg/kWh', '0.60', 'NGA Factors 2026, Table 1'],
  ['nga/2026', 'VIC', 'co2e_kg', 'kg/kWh', '0.74', 'NGA Factors 2026, Table 1'],
  ['nga/2026', 'AU', 'co2e_kg', 'kg/kWh', '0.59', 'NGA Factors 2026, Table 1'],
  ['nga/2026', 'AU-residual', 'co2e_kg', 'kg/kWh', '0.79', 'NGA Factors 2026, Table 2'],
  ['aib/2025-v1.0', 'DE', 'co2_kg', 'g/kWh', '701.47', 'AIB 2025 v1.0, Table 2'],
  ['aib/2025-v1.0', 'SE', 'co2_kg', 'g/kWh', '208.56', 'AIB 2025 v1.0, Table 2'],
  ['aib/2025-v1.0', 'IT', 'co2_kg', 'g/kWh', '420.20', 'AIB 2025 v1.0, Table 2, footnote 6'],
  ['nve/2024', 'NO-2024', 'co2e_kg', 'g/kWh', '11.9', 'NVE, klimadeklarasjon 2024'],
  ['nve/2024', 'NO-residual-2020', 'co2_kg', 'g/kWh', '402', 'NVE, varedeklarasjon 2020'],
  ['eea/2020', 'SE-2020', 'co2_kg', 'g/kWh', '13', 'EEA, 2000 to 2020'],
  ['ember/2024', 'SE-2024', 'co2e_kg', 'g/kWh', '35.82', 'Ember, yearly data'],
  ['epa-part98/2024-05-w9', 'four-stroke-lean-burn', 'ch4_kg', 'kg/mmBtu', '0.522', 'Table W-9'],
];

test.each(SPOTS)('%s %s: %s in %s is %s (%s)', (set, id, field, unit, printed) => {
  expect(asPrinted(rowOf(set, id), field, unit, printed)).toBe(printed);
});

/* 1,052.114 lb x 0.45359237 kg, by hand: 477.2308827... kg; every digit of the product is kept. */
test('pounds become kilograms exactly', () => {
  expect(rowOf('epa-egrid/2022', 'AKGD').co2_kg).toBe('477.23088277018');
});

/* T&D of 2025: 0.00008 / 28 and 0.00011 / 265, as the publisher's own potentials have it. */
test('CO2e of a gas becomes its mass by the potentials of the publisher', () => {
  const row = rowOf('desnz/2025', 'td-electricity');
  expect(row.ch4_kg).toBe('0.00000285714285714285714');
  expect(row.n2o_kg).toBe('0.000000415094339622641509');
});

test('AIB leaves Austria and the Netherlands open, and not zero', () => {
  expect(rowOf('aib/2025-v1.0', 'AT').co2_kg).toBeNull();
  expect(rowOf('aib/2025-v1.0', 'NL').co2_kg).toBeNull();
  expect(rowOf('aib/2023-v1.0', 'NL').co2_kg).toBe('379.89');
});

describe('grid gross losses of eGRID', () => {
  test.each([
    // estimated losses, total disposition without exports and direct use in MWh, eGRID2019, sheet GGL19
    ['AKGD', '315518', '6070843', '243980'],
    ['RFCW', '149290468', '3007039816', '93272853'],
    ['ERCT', '19692962', '418434272', '31188332'],
    ['HIOA', '512572', '9749998', '411519'],
    ['CAMX', '36498916', '737874733', '18106177'],
    ['US', '206310436', '4179169662', '143222861'],
  ])('%s of 2019 are what its parts give', (id, losses, disposition, direct) => {
    const fraction = exact(losses).div(exact(disposition).sub(exact(direct)));
    const { loss_fraction: stated } = rowOf('epa-egrid/2019-losses', `${id}-loss`);
    expect(roundedText(fraction, { decimals: 3, mode: 'half-up' })).toBe(stated);
  });

  test('of 2023 are those of the interconnection, and of Puerto Rico none', () => {
    const loss = (id: string) => rowOf('epa-egrid/2023r2-losses', `${id}-loss`).loss_fraction;
    expect(['ERCT', 'CAMX', 'NYUP', 'AKGD', 'HIOA', 'PRMS'].map(loss)).toEqual([
      '0.042',
      '0.041',
      '0.042',
      '0.041',
      '0.044',
      null,
    ]);
  });
});
