import { relativeChange } from '../../../kernel/factors/compare.ts';
import { constant, convert, quotient } from '../../../kernel/ledger.ts';
import { expectedBlocks, expectedCoins } from '../../../kernel/coins.ts';
import { bitsOf, compactOf, difficultyOf, targetOf, workOf } from '../../../units/chain-work.ts';
import { exact, type Rational, sumOf, ZERO } from '../../../units/rational.ts';
import { type Compute, type Facts, groupOf, groupsOf, textOf } from '../example.ts';
import { billOf, days, footprintOf, hashesAt, setOf, siteOf, valueOf, YEAR } from '../setting.ts';

/** `n` of one unit per `d` of another, as a step of the ledger. */
function per(n: string, unit: string, d: string, of: string): Rational | undefined {
  return quotient(constant(n, unit, unit), constant(d, of, of), `${unit} per ${of}`)?.value;
}

const chain: Compute = (inputs) => {
  const bits = textOf(inputs, 'bits');
  const difficulty = difficultyOf(bits);
  return {
    work_hashes: workOf(bits),
    difficulty,
    difficulty_published: difficulty,
    difficulty_exact_8dp: difficulty,
  };
};

const compactTarget: Compute = (inputs) => {
  const bits = BigInt(textOf(inputs, 'nBits')).toString(16).padStart(8, '0');
  const { mantissa, shift } = compactOf(bits);
  const target = targetOf(bits);
  return {
    bits: bitsOf(target),
    target_mantissa: mantissa,
    target_exponent_bits: shift,
    target,
    work_hashes: workOf(bits),
  };
};

/** Hashes of some days at a mean hashrate in EH/s. */
function hashVolume(dayCount: string, rate: string): Rational {
  const calendar = days(Number(dayCount));
  const hashes = hashesAt(calendar, exact(rate).mul(1000));
  const footprint = footprintOf(siteOf({ calendar, hashes }), setOf());
  return valueOf(footprint, { metric: 'hash.volume' }) ?? ZERO;
}

/** The coins that hashes earn by subsidy, difficulty by difficulty, against those reported. */
const coins: Compute = (inputs) => {
  const [count, found] = [textOf(inputs, 'days'), textOf(inputs, 'coins_BTC')];
  const volume = hashVolume(count, textOf(inputs, 'average_hashrate_EH_per_s'));
  const subsidy = exact(textOf(inputs, 'subsidy_BTC'));
  const epochs = groupsOf(inputs, 'difficulty_epochs').map((epoch) => ({
    difficulty: exact(textOf(epoch, 'difficulty')),
    hashes: volume.mul(exact(textOf(epoch, 'days'))).div(exact(count)),
  }));
  const blocks = epochs.map(({ hashes, difficulty }) => expectedBlocks(hashes, difficulty));
  const earned = sumOf(
    epochs.map(({ hashes, difficulty }) =>
      expectedCoins(hashes, { difficulty, subsidy, fees: ZERO }),
    ),
  );
  return {
    coins_per_day: per(found, 'BTC', count, 'd'),
    hash_volume_TH: volume,
    expected_blocks: sumOf(blocks),
    expected_subsidy_BTC: earned,
    reported_over_subsidy: exact(found).div(earned),
  };
};

/** J/TH of one energy by two hashrates. */
function efficiencyAt(rate: string): Rational | undefined {
  const calendar = days(1);
  const hashes = hashesAt(calendar, exact(rate).mul(1000));
  const footprint = footprintOf(
    siteOf({ calendar, hashes, bills: [billOf(calendar, '1000000')] }),
    setOf(),
  );
  return valueOf(footprint, { metric: 'efficiency.facility' });
}

const deployed: Compute = (inputs) => {
  const [now, before] = [textOf(inputs, 'coins_BTC'), textOf(inputs, 'previous_month_coins_BTC')];
  const operating = efficiencyAt(textOf(inputs, 'operating_hashrate_EH_per_s'));
  const stated = efficiencyAt(textOf(inputs, 'deployed_hashrate_EH_per_s'));
  const change = operating && stated && relativeChange(operating, stated);
  return {
    coins_per_day: per(now, 'BTC', textOf(inputs, 'days'), 'd'),
    month_on_month_percent: relativeChange(exact(before), exact(now))?.mul(100),
    understatement_of_J_per_TH_if_deployed_is_used_percent: change?.neg().mul(100),
  };
};

const perCoin: Compute = (inputs) => {
  const found = textOf(inputs, 'coins_BTC');
  const revenue = per(textOf(inputs, 'revenue_USD'), 'USD', found, 'BTC');
  const electricity = per(textOf(inputs, 'electricity_cost_USD'), 'USD', found, 'BTC');
  return {
    published_revenue_USD_per_BTC: revenue,
    published_electricity_USD_per_BTC: electricity,
    from_rounded_revenue_USD_per_BTC: revenue,
    from_rounded_electricity_USD_per_BTC: electricity,
  };
};

const coinsPerDay: Compute = (inputs) => {
  const of = (month: Facts) => per(textOf(month, 'coins_BTC'), 'BTC', textOf(month, 'days'), 'd');
  return {
    december_coins_per_day: of(groupOf(inputs, 'december_2023')),
    november_coins_per_day: of(groupOf(inputs, 'november_2023')),
  };
};

/** A bill of a year with what was credited on it. */
const powerCost: Compute = (inputs) => {
  const money = (key: string) => ({ amount: exact(textOf(inputs, key)), currency: 'USD' });
  const bill = billOf(YEAR, textOf(inputs, 'electricity_kWh'), {
    cost: money('power_cost_USD'),
    credit: money('power_credits_USD'),
  });
  const footprint = footprintOf(siteOf({ bills: [bill] }), setOf());
  return {
    net_cost_USD: valueOf(footprint, { metric: 'power.net-cost' }),
    cents_per_kWh: valueOf(footprint, { metric: 'power.net-cost-per-kwh' })?.mul(100),
  };
};

const homes: Compute = (inputs) => {
  const energy = convert(constant(textOf(inputs, 'curtailed_MWh'), 'MWh', 'Curtailed'), 'kWh');
  const months = constant(textOf(inputs, 'home_months'), 'home-month', 'Months of homes');
  return { kWh_per_home_month: quotient(energy, months, 'Energy of a home in a month')?.value };
};

/** Examples of hashes, coins and money, by id. */
export const HASHES: Readonly<Record<string, Compute>> = {
  'chain-work-difficulty-1': chain,
  'chain-work-17050f7b': chain,
  'chain-target-180526fd': compactTarget,
  'chain-difficulty-17034219': chain,
  'coins-riot-2025-04': coins,
  'coins-riot-2024-07': deployed,
  'per-coin-iren-2023-12': perCoin,
  'coins-iren-2023-12': coins,
  'coins-core-scientific-2023-12': coinsPerDay,
  'power-cost-riot-2024': powerCost,
  'curtailment-homes-riot-2022-07': homes,
};
