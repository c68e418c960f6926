import type { Example } from '../example.ts';

/** Worked examples of fuels and warming potentials. */
export const SCOPE_1_EXAMPLES: readonly Example[] = [
  {
    id: 's1-natural-gas-per-scf',
    title: 'One cubic foot of natural gas',
    inputs: {
      fuel: 'natural gas',
      quantity_scf: '1',
      hhv_mmBtu_per_scf: '0.001026',
      factor_per_mmBtu: {
        CO2_kg: '53.06',
        CH4_kg: '0.001',
        N2O_kg: '0.0001',
      },
    },
    expected: {
      CO2_kg: '0.05444',
      CH4_g: '0.00103',
      N2O_g: '0.00010',
    },
    tolerance: {
      default: 'round:5',
    },
    source: 'EPA Emission Factors Hub 2024, Table 1',
  },
  {
    id: 's1-anthracite-per-short-ton',
    title: 'One short ton of anthracite',
    inputs: {
      fuel: 'anthracite',
      quantity_short_ton: '1',
      hhv_mmBtu_per_short_ton: '25.09',
      factor_per_mmBtu: {
        CO2_kg: '103.69',
        CH4_kg: '0.011',
        N2O_kg: '0.0016',
      },
    },
    expected: {
      CO2_kg: '2602',
      CH4_g: '276',
      N2O_g: '40',
    },
    tolerance: {
      default: 'round:0',
    },
    source: 'EPA Emission Factors Hub 2024, Table 1',
  },
  {
    id: 's1-natural-gas-1e6-scf',
    title: 'A million cubic feet of natural gas',
    inputs: {
      fuel: 'natural gas',
      quantity_scf: '1000000',
      hhv_mmBtu_per_scf: '0.001026',
      factor_per_mmBtu: {
        CO2_kg: '53.06',
        CH4_kg: '0.001',
        N2O_kg: '0.0001',
      },
    },
    expected: {
      CO2_kg: '54439.56',
      CH4_kg: '1.026',
      N2O_kg: '0.1026',
      co2e_kg: {
        AR4_25_298: '54495.7848',
        AR5_28_265: '54495.477',
        AR6_fossil_29p8_273: '54498.1446',
      },
    },
    tolerance: {
      default: 'exact',
    },
    source: '40 CFR 98.33, Tier 1, Tables C-1 and C-2; constructed and computed',
  },
  {
    id: 's1-distillate-no2-10000-gal',
    title: 'Ten thousand gallons of distillate No. 2',
    inputs: {
      fuel: 'distillate fuel oil No. 2',
      quantity_gal: '10000',
      hhv_mmBtu_per_gal: '0.138',
      factor_per_mmBtu: {
        CO2_kg: '73.96',
        CH4_kg: '0.003',
        N2O_kg: '0.0006',
      },
    },
    expected: {
      CO2_kg: '102064.8',
      CH4_kg: '4.14',
      N2O_kg: '0.828',
      co2e_kg: {
        AR4_25_298: '102415.044',
        AR5_28_265: '102400.14',
        AR6_fossil_29p8_273: '102414.216',
      },
    },
    tolerance: {
      default: 'exact',
    },
    source: '40 CFR 98.33, Tier 1, Tables C-1 and C-2; constructed and computed',
  },
  {
    id: 'gwp-blend-r410a',
    title: 'Warming potential of a blend of two gases by mass',
    inputs: {
      mass_fraction: {
        'HFC-32': '0.5',
        'HFC-125': '0.5',
      },
      gwp100: {
        AR4: {
          'HFC-32': '675',
          'HFC-125': '3500',
        },
        AR5: {
          'HFC-32': '677',
          'HFC-125': '3170',
        },
        AR6: {
          'HFC-32': '771',
          'HFC-125': '3740',
        },
      },
    },
    expected: {
      AR4: {
        exact: '2087.5',
        printed: '2088',
      },
      AR5: {
        exact: '1923.5',
        printed: '1924',
      },
      AR6: {
        exact: '2255.5',
        printed: '2256',
      },
    },
    tolerance: {
      default: 'exact',
      printed: 'round:0',
    },
    source: 'drawdown.org (AR6); AR4 and AR5 computed',
  },
  {
    id: 'gwp-sets',
    title: 'Warming potentials of methane and nitrous oxide, by report and horizon',
    inputs: {
      query: 'CH4 and N2O, by set and horizon in years',
    },
    expected: {
      SAR: {
        '100': {
          CH4: '21',
          N2O: '310',
        },
        '20': {
          CH4: '56',
          N2O: '280',
        },
      },
      TAR: {
        '100': {
          CH4: '23',
          N2O: '296',
        },
        '20': {
          CH4: '62',
          N2O: '275',
        },
      },
      AR4: {
        '100': {
          CH4: '25',
          N2O: '298',
        },
        '20': {
          CH4: '72',
          N2O: '289',
        },
      },
      AR5: {
        '100': {
          CH4: '28',
          N2O: '265',
        },
        '20': {
          CH4: '84',
          N2O: '264',
        },
      },
      AR5_with_climate_carbon_feedback: {
        '100': {
          CH4: '34',
          N2O: '298',
        },
        '20': {
          CH4: '86',
          N2O: '268',
        },
      },
      AR6: {
        '100': {
          CH4: '27.9',
          N2O: '273',
        },
        '20': {
          CH4: '81.2',
          N2O: '273',
        },
      },
    },
    tolerance: {
      default: 'exact',
    },
    source:
      'singularity-energy/open-grid-emissions at 9bfd60e7, src/oge/reference_tables/ipcc_gwp.csv',
  },
  {
    id: 'N1',
    title: 'Negative control: a Scope 1 calculator that does not follow its own formula',
    inputs: {
      rows: [
        {
          energy_mmBtu: '18.5',
          factor_per_mmBtu: {
            CO2_kg: '52.9',
            CH4_kg: '0.003',
            N2O_kg: '0.0006',
          },
          oxidation: '0.99',
          biogenic_share: '0',
        },
        {
          energy_mmBtu: '120',
          factor_per_mmBtu: {
            CO2_kg: '51.6',
            CH4_kg: '0.005',
            N2O_kg: '0.0008',
          },
          oxidation: '1',
          biogenic_share: '0.8',
        },
      ],
      gwp: {
        CH4: '27.9',
        N2O: '273',
      },
    },
    expected: {
      co2e_kg: ['973.44225', '1281.348'],
      must_not_equal_kg: ['991.44', '1411.82'],
    },
    tolerance: {
      co2e_kg: 'exact',
    },
    source:
      'calcsimpler.com, Scope 1 calculator, which states 991.44 and 1,411.82; correct values computed',
    why: 'The published sums do not follow from the rows beside them, whether oxidation or the biogenic share is left out or not. CO2 of biogenic fuel stands outside the scopes; its CH4 and N2O stay inside.',
  },
];
