import { type Check, CHECKS, resultOf } from '../../scripts/factor-checks.mjs';
import { loadFactors } from '../../src/store/factors.ts';
import { exact, type Rational, ZERO } from '../../src/units/rational.ts';
import { roundedText } from '../../src/units/rounding.ts';
import { conversionFactor } from '../../src/units/unit.ts';
import { present } from '../support/present.ts';

const sets = loadFactors().map(({ set }) => set);
const arithmetic = { exact, conversionFactor };

function holds({ within, isAbove }: Check, difference: Rational): boolean {
  if (within !== undefined) return difference.abs().lte(exact(within));
  return isAbove === true && difference.gt(ZERO);
}

test.each(CHECKS.map((check) => [check.what, check] as const))('%s', (_, check) => {
  expect(holds(check, resultOf(check, sets, arithmetic).difference)).toBe(true);
});

/*
 * By hand. US 2022, lb/MWh with AR4: 823.149 + 0.066 x 25 + 0.009 x 298 = 827.481, against 857.019 of 2021: -3.447 %.
 * Propane: 62.87 x 0.091 = 5.72117 against 5.72. Norway 2023: 30.48 against 15 is 1.032 times more.
 */
test.each([
  ['eGRID US, 2021 as published against the gases of 2022 with AR4', '-3.447'],
  ['CO2 of propane, Emission Factors Hub against Part 98 by its heat content', '0.020'],
  ['nve/2024 NO-2023, direct, against Ember NO-2023, life cycle', '103.200'],
])('%s: %s %%', (what, percent) => {
  const check = present(CHECKS.find((each) => each.what === what));
  const { difference } = resultOf(check, sets, arithmetic);
  const text = roundedText(difference.mul(exact('100')), { decimals: 3, mode: 'half-up' });
  expect(text).toBe(percent);
});

test('the total of the United States lies among the subregions of its edition', () => {
  const rows = present(sets.find(({ edition }) => edition === '2023r2')).rows;
  const sums = rows.map(({ co2_kg: co2, ch4_kg: ch4, n2o_kg: n2o }) =>
    exact(co2 ?? '')
      .add(exact(ch4 ?? '').mul(exact('28')))
      .add(exact(n2o ?? '').mul(exact('265'))),
  );
  const total = exact('770.884').mul(exact('0.45359237'));
  expect(sums.some((sum) => sum.lt(total))).toBe(true);
  expect(sums.some((sum) => sum.gt(total))).toBe(true);
});

/* Sums of rounded parts: each of three parts and the whole is printed to five decimals, so two units at most. */
test.each(['2025', '2026'])('the gases of DESNZ %s add up to its CO2e as printed', (edition) => {
  const rows = present(
    sets.find((set) => set.publisher === 'desnz' && set.edition === edition),
  ).rows.filter(({ states }) => states === undefined);
  const apart = rows.filter(({ co2_kg: co2, ch4_kg: ch4, n2o_kg: n2o, co2e_kg: co2e }) =>
    exact(co2 ?? '')
      .add(exact(ch4 ?? '').mul(exact('28')))
      .add(exact(n2o ?? '').mul(exact('265')))
      .sub(exact(co2e ?? ''))
      .abs()
      .gt(exact('0.0000200001')),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(apart.map(({ id }) => id)).toEqual([]);
});
