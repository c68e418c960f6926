import type { Example } from '../example.ts';

/** Worked examples of electricity. */
export const SCOPE_2_EXAMPLES: readonly Example[] = [
  {
    id: 's2-location-egrid2019-hims',
    title: 'Electricity of one building on Hawaii, gas by gas, location-based',
    inputs: {
      electricity_kWh: '200000',
      factor_lb_per_MWh: {
        CO2: '1185.6',
        CH4: '0.143',
        N2O: '0.022',
      },
    },
    expected: {
      CO2_lb: '237120.0',
      CH4_lb: '28.6',
      N2O_lb: '4.4',
      co2e_t: {
        AR4_25_298: '108.4749',
        AR5_28_265: '108.4479',
        AR6_27p9_273: '108.4626',
      },
    },
    tolerance: {
      CO2_lb: 'exact',
      CH4_lb: 'exact',
      N2O_lb: 'exact',
      co2e_t: 'round:4',
    },
    source:
      'EPA Simplified GHG Emissions Calculator, row Bldg-012 East Power Plant, in the Lino Lakes packet of 11 August 2025, p. 158; its factors are those of eGRID2019. t CO2e computed with a pound of 0.45359237 kg',
  },
  {
    id: 's2-dual-partial-certificates',
    title: 'Both Scope 2 totals where certificates cover 60 %',
    inputs: {
      electricity_kWh: '1000000',
      grid_factor_kg_per_kWh: '0.20',
      certificates: [
        {
          quantity_kWh: '600000',
          factor_kg_per_kWh: '0',
        },
      ],
      residual_factor_kg_per_kWh: '0.45',
    },
    expected: {
      location_t: '200',
      market_t: '180',
      coverage: '0.60',
    },
    tolerance: {
      default: 'exact',
    },
    source: 'tools.gera.services',
  },
  {
    id: 's2-market-fully-covered',
    title: 'A market-based total of zero: a factor of zero is a factor',
    inputs: {
      electricity_kWh: '4500000',
      certificates: [
        {
          quantity_kWh: '4500000',
          factor_kg_per_kWh: '0',
        },
      ],
      residual_factor_kg_per_kWh: '0.58',
    },
    expected: {
      market_t: '0.00',
      coverage: '1',
    },
    tolerance: {
      default: 'exact',
    },
    source: 'calcsimpler.com, Scope 2 market calculator',
  },
  {
    id: 's3-transmission-loss-gross-up',
    title: 'What the grid loses on the way to a consumer, category 3c',
    inputs: {
      consumption_MWh: '100',
      loss_fraction_of_generation: '0.06',
    },
    expected: {
      generated_MWh: '106.38',
      loss_MWh: '6.38',
    },
    tolerance: {
      default: 'round:2',
    },
    source: 'help.carbontrail.co',
  },
  {
    id: 's2-hourly-not-product',
    title: 'Carbon-free share with the grid, hour by hour and not as a product of annual shares',
    inputs: {
      contracted_share: '0.07',
      consumed_grid_share: '0.16',
      annual_grid_cfe: '0.18',
    },
    expected: {
      cfe_share: '0.23',
      forbidden_product_rule: '0.2374',
    },
    tolerance: {
      default: 'exact',
    },
    source:
      'Google environmental report of 2026, region of TEPCO in 2025, as quoted in a public repository',
    why: "Contracted share + what it leaves over x the grid's share of the year is not the share that the hours give: the grid is less carbon-free in the hours that are left over.",
  },
  {
    id: 'gc-floor-and-split',
    title: 'Certificates in whole watt-hours, and what a split leaves',
    inputs: {
      production_Wh: '1000.9',
      split: ['400', '600'],
    },
    expected: {
      issued_Wh: '1000',
      sum_of_children_Wh: '1000',
      parent_state: 'cancelled',
    },
    tolerance: {
      default: 'exact',
    },
    source:
      'EnergyTag, rules for granular certificates; Granular Foundation, documentation of splitting. The sizes of the parts are illustrative',
  },
  {
    id: 'N2',
    title: 'Negative control: losses of the grid placed within Scope 2',
    inputs: {
      electricity_kWh: '1000000',
      certificates: [
        {
          quantity_kWh: '600000',
          factor_kg_per_kWh: '0',
        },
      ],
      residual_factor_kg_per_kWh: '0.45',
      loss_add_on: '0.02',
    },
    expected: {
      scope2_market_t: '180.00',
      category3_loss_add_on_t: '3.60',
      must_not_equal_scope2_market_t: '183.60',
    },
    tolerance: {
      default: 'exact',
    },
    source: 'Constructed after the Scope 2 market calculator on calcsimpler.com',
    why: 'What is lost on the way to the consumer belongs to Scope 3, category 3c. Scope 2 is the energy that was consumed, so the add-on stands beside it and never in it.',
  },
];
