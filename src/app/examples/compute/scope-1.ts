import { gasesOf, substanceOf } from '../../../kernel/direct/substances.ts';
import { isMissing } from '../../../kernel/figure.ts';
import { constant } from '../../../kernel/ledger.ts';
import { potentialOf, type WarmingPotentials } from '../../../kernel/warming-potentials.ts';
import type { FactorRow } from '../../../model/documents/factor-set.ts';
import type { FuelUse } from '../../../model/records.ts';
import { exact, ONE, type Rational, sumOf } from '../../../units/rational.ts';
import { decimalText } from '../../../units/rounding.ts';
import { type Catalogue, type Compute, type Facts, groupOf, groupsOf, textOf } from '../example.ts';
import {
  billOf,
  byGas,
  EVIDENCE,
  footprintOf,
  gridRow,
  inputsOf,
  potentials,
  row,
  setOf,
  siteOf,
  valueOf,
  YEAR,
} from '../setting.ts';

const [MONTH] = YEAR.months;
/** Units of fuels as the keys of examples write them. */
const UNITS: Readonly<Record<string, string>> = { short_ton: 'short ton' };

function useOf(fuel: string, quantity: Rational, unit: string): FuelUse {
  const { start = YEAR.start, end = YEAR.end } = MONTH ?? {};
  return {
    site: 'example',
    fuel,
    quantity,
    unit,
    ...(unit === 'mmBtu' && { heatBasis: 'HHV' as const }),
    firstDay: '2025-01-01',
    lastDay: '2025-01-31',
    start,
    end,
    evidence: EVIDENCE,
  };
}

function fuelRow(id: string, rates: Facts, more: Partial<FactorRow> = {}): FactorRow {
  return row({
    id,
    answers: { use: 'combustion', fuel: id },
    basis: { calorific: 'gross' },
    per: 'mmBtu',
    co2_kg: textOf(rates, 'CO2_kg'),
    ch4_kg: textOf(rates, 'CH4_kg'),
    n2o_kg: textOf(rates, 'N2O_kg'),
    ...more,
  });
}

function potentialsOf(ch4: string, n2o: string): WarmingPotentials {
  const of = (gas: string, value: string) =>
    row({ id: gas, answers: { use: 'gwp', gas }, per: `kg ${gas}`, co2e_kg: value });
  return setOf(of('CO2', '1'), of('CH4', ch4), of('N2O', n2o));
}

/** Methane of a fossil fuel by the potential of fossil methane, where a report splits it by origin. */
function fossil(catalogue: Catalogue, edition: string): WarmingPotentials {
  const value = (gas: string) => potentialText(gas, potentials(catalogue, edition));
  return potentialsOf(value('CH4-fossil'), value('N2O'));
}

function potentialText(gas: string, gwp: WarmingPotentials): string {
  const potential = potentialOf(gas, gwp);
  if (isMissing(potential)) throw new RangeError(potential.missing.message);
  return decimalText(potential.value);
}

/** Burning of some quantity in the unit of the key `quantity_scf`. */
function burning(inputs: Facts) {
  const [key = '', unit = ''] =
    Object.keys(inputs)
      .map((each) => /^quantity_(.+)$/.exec(each))
      .find((match) => match !== null) ?? [];
  const per = UNITS[unit] ?? unit;
  const mmbtu = textOf(inputs, `hhv_mmBtu_per_${unit}`);
  const factor = fuelRow('fuel', groupOf(inputs, 'factor_per_mmBtu'), {
    heat_content: { per, mmbtu, basis: 'HHV' },
  });
  const fuels = [useOf('fuel', exact(textOf(inputs, key)), per)];
  return footprintOf(siteOf({ fuels }), setOf(factor));
}

const fuel: Compute = (inputs, catalogue) => {
  const footprint = burning(inputs);
  const mass = (gas: string) => byGas(footprint, 'scope1.mass', gas);
  const co2e = (gwp: WarmingPotentials) =>
    valueOf(footprint, { metric: 'scope1.co2e', gwp })?.mul(1000);
  return {
    CO2_kg: mass('CO2'),
    CH4_kg: mass('CH4'),
    N2O_kg: mass('N2O'),
    CH4_g: mass('CH4')?.mul(1000),
    N2O_g: mass('N2O')?.mul(1000),
    co2e_kg: {
      AR4_25_298: co2e(potentials(catalogue, 'AR4-100')),
      AR5_28_265: co2e(potentials(catalogue, 'AR5-100')),
      AR6_fossil_29p8_273: co2e(fossil(catalogue, 'AR6-100-split')),
    },
  };
};

/** A biogenic share is a second fuel with the same factors; what does not oxidise gives no CO2. */
function mixed(inputs: Facts, gwp: WarmingPotentials): Rational | undefined {
  const rates = groupOf(inputs, 'factor_per_mmBtu');
  const burnt = exact(textOf(rates, 'CO2_kg')).mul(exact(textOf(inputs, 'oxidation')));
  const fossilRow = fuelRow('fossil', { ...rates, CO2_kg: decimalText(burnt) });
  const freshRow = fuelRow('fresh', { ...rates, CO2_kg: decimalText(burnt) }, { biogenic: true });
  const whole = exact(textOf(inputs, 'energy_mmBtu'));
  const part = exact(textOf(inputs, 'biogenic_share'));
  const fuels = [
    useOf('fossil', whole.mul(ONE.sub(part)), 'mmBtu'),
    useOf('fresh', whole.mul(part), 'mmBtu'),
  ];
  const footprint = footprintOf(siteOf({ fuels }), setOf(fossilRow, freshRow));
  return valueOf(footprint, { metric: 'scope1.co2e', gwp })?.mul(1000);
}

const ownFormula: Compute = (inputs) => {
  const stated = groupOf(inputs, 'gwp');
  const gwp = potentialsOf(textOf(stated, 'CH4'), textOf(stated, 'N2O'));
  const sums = groupsOf(inputs, 'rows').map((each) => mixed(each, gwp));
  return { co2e_kg: sums, must_not_equal_kg: sums };
};

/** The parts of a blend by mass, each at its potential. */
function blendOf(fractions: Facts, values: Facts): Rational | undefined {
  const gases = Object.keys(fractions);
  const blend = row({
    id: 'blend',
    answers: { use: 'blend' },
    per: 'kg',
    parts: Object.fromEntries(gases.map((gas) => [gas, textOf(fractions, gas)])),
  });
  const gwp = setOf(
    ...gases.map((gas) =>
      row({
        id: gas,
        answers: { use: 'gwp', gas },
        per: `kg ${gas}`,
        co2e_kg: textOf(values, gas),
      }),
    ),
  );
  const charge = { ...useOf('blend', ONE, 'kg'), refrigerant: 'blend', massKg: ONE };
  const inputs = inputsOf(siteOf(), setOf(blend));
  const substance = substanceOf(inputs, { ...charge, kind: 'leaked' });
  if (isMissing(substance)) return undefined;
  const masses = gasesOf(constant('1', 'kg', 'One kilogram'), substance, 'one kilogram');
  const parts = [...masses].flatMap(([gas, mass]) => {
    const potential = potentialOf(gas, gwp);
    return isMissing(mass) || isMissing(potential) ? [] : [mass.value.mul(potential.value)];
  });
  return parts.length === gases.length ? sumOf(parts) : undefined;
}

const blends: Compute = (inputs) => {
  const fractions = groupOf(inputs, 'mass_fraction');
  const reports = groupOf(inputs, 'gwp100');
  return Object.fromEntries(
    Object.keys(reports).map((report) => {
      const value = blendOf(fractions, groupOf(reports, report));
      return [report, { exact: value, printed: value }];
    }),
  );
};

/** Editions of the sets that ship, by report and horizon. */
const REPORTS: Readonly<Record<string, (years: string) => string>> = {
  ...Object.fromEntries(
    ['SAR', 'TAR', 'AR4', 'AR5', 'AR6'].map((id) => [id, (years: string) => `${id}-${years}`]),
  ),
  AR5_with_climate_carbon_feedback: (years) => `AR5-${years}-feedback`,
};

/** The CO2e of one kilogram of a gas per MWh, through the accounting of one MWh. */
function potentialUsed(gas: 'CH4' | 'N2O', gwp: WarmingPotentials): Rational | undefined {
  const factor = gridRow(gas === 'CH4' ? { ch4_kg: '1' } : { n2o_kg: '1' });
  const footprint = footprintOf(siteOf({ bills: [billOf(YEAR, '1000')] }), setOf(factor));
  return valueOf(footprint, { metric: 'scope2.location.co2e', gwp })?.mul(1000);
}

const sets: Compute = (_, catalogue) =>
  Object.fromEntries(
    Object.entries(REPORTS).map(([report, edition]) => [
      report,
      Object.fromEntries(
        ['100', '20'].map((years) => {
          const gwp = potentials(catalogue, edition(years));
          return [years, { CH4: potentialUsed('CH4', gwp), N2O: potentialUsed('N2O', gwp) }];
        }),
      ),
    ]),
  );

/** Examples of fuels and warming potentials, by id. */
export const SCOPE_1: Readonly<Record<string, Compute>> = {
  's1-natural-gas-per-scf': fuel,
  's1-anthracite-per-short-ton': fuel,
  's1-natural-gas-1e6-scf': fuel,
  's1-distillate-no2-10000-gal': fuel,
  'gwp-blend-r410a': blends,
  'gwp-sets': sets,
  N1: ownFormula,
};
