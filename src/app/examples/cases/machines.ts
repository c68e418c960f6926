import type { Example } from '../example.ts';

/** Worked examples of machines and the network. */
export const MACHINES_EXAMPLES: readonly Example[] = [
  {
    id: 'network-ccaf-2024',
    title: 'Whether published figures of the network agree with one another, 2024',
    inputs: {
      electricity_TWh: '138',
      emissions_Mt: '39.8',
      efficiency_J_per_TH: '28.2',
      sample_hashrate_EH_per_s: '268',
      sample_share: '0.48',
      year_hours: '8760',
    },
    expected: {
      gCO2e_per_kWh: '288.4',
      hashrate_from_energy_EH_per_s: '558.6',
      hashrate_from_sample_EH_per_s: '558.3',
      relative_disagreement: '0.0005',
      gCO2e_per_TH: '0.00226',
    },
    tolerance: {
      gCO2e_per_kWh: 'round:1',
      hashrate_from_energy_EH_per_s: 'round:1',
      hashrate_from_sample_EH_per_s: 'round:1',
      relative_disagreement: 'round:4',
      gCO2e_per_TH: 'round:5',
    },
    source: 'Cambridge Centre for Alternative Finance, abstract; satoshoz.com; computed',
  },
  {
    id: 'network-cambridge-2025',
    title: 'Energy of the network from its hashrate, by three lengths of a year',
    inputs: {
      sample_hashrate_EH_per_s: '268',
      sample_share: '0.48',
      efficiency_J_per_TH: '28.2',
      emissions_Mt: '39.8',
    },
    expected: {
      hashrate_EH_per_s: '558.3',
      energy_TWh: {
        '8766_h': '138.02',
        '8760_h': '137.93',
        '8784_h': '138.30',
      },
      published_energy_TWh: '138',
      gCO2e_per_kWh: '288.4',
      gCO2e_per_TH: '0.0022592',
    },
    tolerance: {
      hashrate_EH_per_s: 'round:1',
      energy_TWh: 'round:2',
      published_energy_TWh: 'rel:0.003',
      gCO2e_per_kWh: 'round:1',
      gCO2e_per_TH: 'round:7',
    },
    source: 'Cambridge Digital Mining Industry Report, April 2025, excerpts; computed',
  },
  {
    id: 'network-cbeci-formula',
    title: 'Energy of the network with three overheads',
    inputs: {
      hashrate_EH_per_s: '500',
      efficiency_J_per_TH: '30',
      days: '365.25',
      pue: {
        min: '1.01',
        guess: '1.1',
        max: '1.2',
      },
    },
    expected: {
      TWh: {
        min: '132.8049',
        guess: '144.639',
        max: '157.788',
      },
    },
    tolerance: {
      default: 'exact',
    },
    source:
      'CambridgeAltFin/ccaf_cbeci_api at 0e28e819, energy_consumption_calculator.py; computed',
  },
  {
    id: 'indicative-klaassen',
    title: 'Electricity behind emissions of 13 listed miners, as an indication',
    inputs: {
      factor_gCO2_per_kWh: '397',
      emissions_Mt: '7.2',
    },
    expected: {
      electricity_TWh: '18.1',
    },
    tolerance: {
      default: 'round:1',
    },
    source: 'Klaassen et al. as quoted on bitcointalk; computed',
  },
  {
    id: 'asic-s21',
    title: 'Rated efficiency of a machine: S21',
    inputs: {
      power_W: '3500',
      hashrate_TH_per_s: '200',
    },
    expected: {
      efficiency_J_per_TH: '17.5',
    },
    tolerance: {
      default: 'exact',
    },
    source: 'Public lists of ratings, unofficial',
  },
  {
    id: 'asic-s19xp',
    title: 'Rated efficiency of a machine: S19 XP',
    inputs: {
      power_W: '3010',
      hashrate_TH_per_s: '140',
    },
    expected: {
      efficiency_J_per_TH: '21.5',
    },
    tolerance: {
      default: 'exact',
    },
    source: 'Public lists of ratings, unofficial',
  },
];
