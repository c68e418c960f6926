// Checks between factor sets that do not rest on one another: docs/factors.md prints the differences, tests/factors
// holds each to its bound.

/** @param {string} set @param {string} row @param {object} [how] */
const row = (set, id, how = {}) => ({ set, row: id, value: 'co2e_kg', ...how });
const co2 = (set, id, how = {}) => row(set, id, { value: 'co2_kg', ...how });
const summed = (set, id, gwp) => row(set, id, { value: 'gases', gwp });

const OTHER_YEAR = 'another data year';
const YEARS = [
  ['US', '0.05'],
  ['ERCT', '0.06'],
  ['CAMX', '0.07'],
  ['NYUP', '0.18'],
].map(([id, within]) => ({
  what: `eGRID ${id}, 2021 as published against the gases of 2022 with AR4`,
  a: row('epa-egrid/2021', id),
  b: summed('epa-egrid/2022', id, 'ipcc/AR4-100'),
  within,
  because: OTHER_YEAR,
}));

const HUB = [
  ['natural-gas/mmBtu', 'natural-gas', false, '0'],
  ['natural-gas/scf', 'natural-gas', true, '0.00001'],
  ['propane/gal', 'propane', true, '0.0003'],
  ['distillate-2/gal', 'distillate-2', true, '0.0004'],
  ['residual-6/gal', 'residual-6', true, '0.0005'],
].map(([id, fuel, isByHeat, within]) => ({
  what: `CO2 of ${fuel}, Emission Factors Hub against Part 98${isByHeat ? ' by its heat content' : ''}`,
  a: co2('epa-hub/2024', id),
  b: co2('epa-part98/2016-12', fuel, isByHeat ? { isByHeat } : {}),
  within,
  because: isByHeat ? 'the Hub prints rounded factors by volume' : 'the same number',
}));

const GAS = [
  ['natural-gas', 'natural-gas', '0.005'],
  ['propane', 'propane', '0.005'],
  ['diesel-100-mineral-diesel', 'distillate-2', '0.015'],
].map(([uk, us, within]) => ({
  what: `CO2 of ${uk} by gross energy, United Kingdom, against ${us}, United States`,
  a: co2('desnz/2026', `fuels/${uk}/kwh-gross-cv`),
  b: co2('epa-part98/2016-12', us),
  within,
  because: 'fuels of other make-up',
}));

const LIFE_CYCLE = [
  ['eea/2020', 'SE-2020', 'SE-2020', 'co2_kg'],
  ['eea/2020', 'FR-2020', 'FR-2020', 'co2_kg'],
  ['eea/2020', 'DE-2020', 'DE-2020', 'co2_kg'],
  ['eea/2020', 'GB-2020', 'GB-2020', 'co2_kg'],
  ['epa-egrid/2021', 'US', 'US-2021', 'co2e_kg'],
  ['epa-egrid/2023r2-total', 'US', 'US-2023', 'co2e_kg'],
  ['electricity-maps/2024', 'SE-direct', 'SE-2024', 'co2e_kg'],
  ['electricity-maps/2024-countries', 'KZ-direct', 'KZ-2024', 'co2e_kg'],
  ['electricity-maps/2024-countries', 'FI-direct', 'FI-2024', 'co2e_kg'],
  ['electricity-maps/2024-countries', 'NO-direct', 'NO-2024', 'co2e_kg'],
  ['nve/2024', 'NO-2023', 'NO-2023', 'co2e_kg'],
  ['desnz/2026', 'electricity', 'GB-2024', 'co2e_kg'],
].map(([set, id, ember, value]) => ({
  what: `${set} ${id}, direct, against Ember ${ember}, life cycle`,
  a: row(set, id, { value }),
  b: row('ember/2024', ember),
  isAbove: true,
  because: 'life cycle counts more than burning; never for Scope 2',
}));

const EUROPE = [
  ['AT', '0.45'],
  ['DE', '0.25'],
  ['FR', '0.25'],
  ['PL', '0.25'],
].map(([id, within]) => ({
  what: `${id}, computed from Eurostat for 2023 with AR5, against EEA of 2020`,
  a: summed('eurostat-derived/2023', id, 'ipcc/AR5-100'),
  b: co2('eea/2020', `${id}-2020`),
  within,
  because: 'another year, and main activity producers alone',
}));

/** Each check: two values in kg, and what is expected of the difference of the second to the first. */
export const CHECKS = [
  {
    what: 'eGRID ERCT CO2 of 2023, metric edition against the US edition',
    a: co2('epa-egrid/2023r2', 'ERCT'),
    b: { stated: '733.9', unit: 'lb/MWh' },
    within: '0.0001',
    because: 'one decimal is printed',
  },
  {
    what: 'eGRID US, 2022 by its gases with AR5 against the total of 2023',
    a: summed('epa-egrid/2022', 'US', 'ipcc/AR5-100'),
    b: row('epa-egrid/2023r2-total', 'US'),
    within: '0.07',
    because: OTHER_YEAR,
  },
  ...YEARS,
  ...HUB,
  ...GAS,
  {
    what: 'DESNZ electricity of 2026, its gases with AR5 against its CO2e',
    a: summed('desnz/2026', 'electricity', 'ipcc/AR5-100'),
    b: row('desnz/2026', 'electricity'),
    within: '0.000000000001',
    because: 'the gases stand as masses of 18 digits',
  },
  {
    what: 'DESNZ electricity, edition 2025 against 2026',
    a: row('desnz/2025', 'electricity'),
    b: row('desnz/2026', 'electricity'),
    within: '0.27',
    because: OTHER_YEAR,
  },
  {
    what: 'DESNZ natural gas of 2026, gross against net calorific value',
    a: row('desnz/2026', 'fuels/natural-gas/kwh-gross-cv'),
    b: row('desnz/2026', 'fuels/natural-gas/kwh-net-cv'),
    within: '0.11',
    because: 'the same gas; net energy is less',
  },
  ...EUROPE,
  ...LIFE_CYCLE,
];

function rowOf(sets, name, id) {
  const set = sets.find(({ publisher, edition }) => `${publisher}/${edition}` === name);
  const found = set?.rows.find((each) => each.id === id);
  if (!found) throw new Error(`there is no row ${id} in ${name}`);
  return found;
}

function amountOf(sets, term, found, { exact }) {
  if (term.value !== 'gases') return exact(found[term.value]);
  const weighted = ['CO2', 'CH4', 'N2O'].map((gas) =>
    exact(found[`${gas.toLowerCase()}_kg`]).mul(exact(rowOf(sets, term.gwp, gas).co2e_kg)),
  );
  return weighted.reduce((sum, each) => sum.add(each));
}

/** The exact value of a term and its unit. */
function valueOf(sets, term, arithmetic) {
  const { exact } = arithmetic;
  if (term.stated !== undefined) return { value: exact(term.stated), unit: term.unit };
  const found = rowOf(sets, term.set, term.row);
  const value = amountOf(sets, term, found, arithmetic);
  if (!term.isByHeat) return { value, unit: `kg/${found.per}` };
  const { mmbtu, per } = found.heat_content;
  return { value: value.mul(exact(mmbtu)), unit: `kg/${per}` };
}

/** Both values of a check in the unit of the first, and the difference of the second to the first as a fraction of it. */
export function resultOf(check, sets, arithmetic) {
  const a = valueOf(sets, check.a, arithmetic);
  const b = valueOf(sets, check.b, arithmetic);
  const second = b.value.mul(arithmetic.conversionFactor(b.unit, a.unit));
  return { unit: a.unit, a: a.value, b: second, difference: second.sub(a.value).div(a.value) };
}
