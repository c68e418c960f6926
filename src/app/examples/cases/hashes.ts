import type { Example } from '../example.ts';

/** Worked examples of hashes, coins and money. */
export const HASHES_EXAMPLES: readonly Example[] = [
  {
    id: 'chain-work-difficulty-1',
    title: 'Hashes that a block of the easiest target stands for',
    inputs: {
      bits: '1d00ffff',
    },
    expected: {
      work_hashes: '4295032833',
      difficulty: '1',
    },
    tolerance: {
      work_hashes: 'exact',
      difficulty: 'round:2',
    },
    source: 'Several public repositories; computed again',
  },
  {
    id: 'chain-work-17050f7b',
    title: 'Work and difficulty of a block of 2023 by its compact target',
    inputs: {
      bits: '17050f7b',
    },
    expected: {
      work_hashes: '238895928797726282760510',
      difficulty: '55621444139429.57',
    },
    tolerance: {
      work_hashes: 'exact',
      difficulty: 'round:2',
    },
    source: 'Output of getblock in a public repository; work computed',
  },
  {
    id: 'chain-target-180526fd',
    title: 'A compact target written out',
    inputs: {
      nBits: '402990845',
    },
    expected: {
      bits: '180526fd',
      target_mantissa: '337661',
      target_exponent_bits: '168',
      target: '126333978716874242627475052620752087219210710628817698816',
      work_hashes: '916555390824954817775',
    },
    tolerance: {
      default: 'exact',
    },
    source: 'wjhsh.net, target as 337661 x 2^168; written out and its work computed',
  },
  {
    id: 'chain-difficulty-17034219',
    title: 'Difficulty by an exact quotient beside one printed from binary floats',
    inputs: {
      bits: '17034219',
    },
    expected: {
      difficulty_published: '86388558925171.02',
      difficulty_exact_8dp: '86388558925171.01171269',
      work_hashes: '371041696979166003650763',
    },
    tolerance: {
      difficulty_published: 'abs:0.02',
      difficulty_exact_8dp: 'round:8',
      work_hashes: 'exact',
    },
    source: 'A public repository; exact value computed',
  },
  {
    id: 'coins-riot-2025-04',
    title: "A month's coins against its mean hashrate: Riot Platforms, April 2025",
    inputs: {
      average_hashrate_EH_per_s: '29.3',
      days: '30',
      coins_BTC: '463',
      subsidy_BTC: '3.125',
      difficulty_epochs: [
        {
          days: '5',
          difficulty: '113757508810853',
        },
        {
          days: '13.5',
          difficulty: '121507793131898',
        },
        {
          days: '11.5',
          difficulty: '123234387977050',
        },
      ],
    },
    expected: {
      coins_per_day: '15.4',
      hash_volume_TH: '75945600000000',
      expected_blocks: '146.40',
      expected_subsidy_BTC: '457.5',
      reported_over_subsidy: '1.0120',
    },
    tolerance: {
      coins_per_day: 'round:1',
      hash_volume_TH: 'exact',
      expected_blocks: 'round:2',
      expected_subsidy_BTC: 'round:1',
      reported_over_subsidy: 'round:4',
    },
    source:
      'Riot production update of April 2025 (6ix.com); difficulties in public repositories; days of each difficulty from memory; ratio computed',
  },
  {
    id: 'coins-riot-2024-07',
    title: 'Deployed hashrate is not what ran: Riot Platforms, July 2024',
    inputs: {
      coins_BTC: '370',
      previous_month_coins_BTC: '255',
      days: '31',
      operating_hashrate_EH_per_s: '15.5',
      deployed_hashrate_EH_per_s: '23.3',
    },
    expected: {
      coins_per_day: '11.9',
      month_on_month_percent: '45',
      understatement_of_J_per_TH_if_deployed_is_used_percent: '33',
    },
    tolerance: {
      coins_per_day: 'round:1',
      month_on_month_percent: 'round:0',
      understatement_of_J_per_TH_if_deployed_is_used_percent: 'round:0',
    },
    source: 'plebbase.com; understatement computed',
  },
  {
    id: 'per-coin-iren-2023-12',
    title: 'Money per coin from rounded coins: IREN, December 2023',
    inputs: {
      average_hashrate_PH_per_s: '5576',
      coins_BTC: '399',
      revenue_USD: '17174000',
      electricity_cost_USD: '5926000',
    },
    expected: {
      published_revenue_USD_per_BTC: '43056',
      published_electricity_USD_per_BTC: '14858',
      from_rounded_revenue_USD_per_BTC: '43042.6',
      from_rounded_electricity_USD_per_BTC: '14852.1',
    },
    tolerance: {
      published_revenue_USD_per_BTC: 'rel:0.0005',
      published_electricity_USD_per_BTC: 'rel:0.0005',
      from_rounded_revenue_USD_per_BTC: 'round:1',
      from_rounded_electricity_USD_per_BTC: 'round:1',
    },
    source: 'businessinsider.com',
  },
  {
    id: 'coins-iren-2023-12',
    title: 'Coins above the subsidy in a month of high fees: IREN, December 2023',
    inputs: {
      average_hashrate_EH_per_s: '5.576',
      days: '31',
      coins_BTC: '399',
      subsidy_BTC: '6.25',
      difficulty_epochs: [
        {
          days: '9.7',
          difficulty: '67957790298898',
        },
        {
          days: '13.3',
          difficulty: '67305906902031.39',
        },
        {
          days: '8',
          difficulty: '72006146478567.4',
        },
      ],
    },
    expected: {
      expected_subsidy_BTC: '316.5',
      reported_over_subsidy: '1.2607',
    },
    tolerance: {
      expected_subsidy_BTC: 'round:1',
      reported_over_subsidy: 'round:4',
    },
    source:
      'businessinsider.com (hashrate, coins); compassmining.io (fees above 20 % of the subsidy); some difficulties and days from memory; ratio computed',
  },
  {
    id: 'coins-core-scientific-2023-12',
    title: 'Coins a day: Core Scientific, end of 2023',
    inputs: {
      december_2023: {
        coins_BTC: '1177',
        days: '31',
      },
      november_2023: {
        coins_BTC: '954',
        days: '30',
      },
      energized_hashrate_EH_per_s: '16.9',
      fleet_J_per_TH: '27.94',
    },
    expected: {
      december_coins_per_day: '38.0',
      november_coins_per_day: '31.8',
    },
    tolerance: {
      default: 'round:1',
    },
    source: 'SEC, exhibit 99.2, d162706dex992',
  },
  {
    id: 'power-cost-riot-2024',
    title: 'Cost of power net of credits: Riot Platforms, 2024',
    inputs: {
      power_cost_USD: '186154000',
      power_credits_USD: '33685000',
      electricity_kWh: '4443677036',
    },
    expected: {
      net_cost_USD: '152469000',
      cents_per_kWh: '3.4',
    },
    tolerance: {
      net_cost_USD: 'exact',
      cents_per_kWh: 'round:1',
    },
    source: 'Riot Platforms, Form 8-K (advfn 95500544)',
  },
  {
    id: 'curtailment-homes-riot-2022-07',
    title: 'Energy left to the grid against homes: Riot Platforms, July 2022',
    inputs: {
      curtailed_MWh: '11717',
      home_months: '13121',
    },
    expected: {
      kWh_per_home_month: '893',
    },
    tolerance: {
      default: 'round:0',
    },
    source: 'cryptonews; computed',
  },
];
