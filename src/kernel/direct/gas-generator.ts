import { type Finding, finding } from '../../model/finding.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { type Answer, chooseFactor } from '../factors/choose.ts';
import { massesOf } from '../factors/masses.ts';
import { yearOf } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Gas, Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { factorValue, product, type Step } from '../ledger.ts';
import { type Engine, engineOf } from './engine.ts';
import { burnedCo2, n2oOf, statedEnergy } from './gas-burning.ts';
import { gasGap, gasName, type GasPart } from './gas-part.ts';

/** Emissions of gas that a generator burns, and what it is burned in where that is known. */
export interface Generated {
  readonly masses: Masses | Missing;
  readonly engine?: Engine;
}

function ch4Of(energy: Step<'mmBtu'>, slip: Step<'kg CH4/mmBtu'>, label: string): Step {
  const note = { name: `CH4, ${label}`, formula: 'energy x methane that leaves unburnt' };
  return product(energy, slip, note);
}

/** What of the engine is not known, and what stands in. */
function noEngine({ gas }: GasPart): Finding {
  const message = `${gasName(gas)}, of ${gas.site} names neither the kind of engine nor a test of its stack, so its methane is that of the factor of ${gas.declared?.fuel ?? 'the fuel'}, without what leaves an engine unburnt; state engine, or equipment.`;
  return finding('ACC-ENGINE', 'quality', message, placeOf(gas.evidence));
}

/** Gas of pipeline quality: by the factors of its fuel, its methane by the engine. */
function asFuel(
  part: GasPart,
  answer: Answer,
  engine: Engine | undefined,
  label: string,
): Masses | Missing {
  const { set, row } = answer;
  const content = factorValue(set, row, 'heat_content.mmbtu', 'mmBtu/scf');
  const isPerScf = content !== undefined && row.heat_content?.per === 'scf';
  const byContent = isPerScf
    ? product(part.standard, content, `Energy of ${gasName(part.gas)}`)
    : undefined;
  const energy = statedEnergy(part) ?? byContent;
  if (!energy) {
    return gasGap(
      part.gas,
      `${set.title}, row ${row.id}, states no heat content per scf; state heating_value`,
    );
  }
  const masses = massesOf(energy, answer, label);
  if (!engine?.slip) return masses;
  if (masses.has('CO2e')) {
    const why = `${set.title}, row ${row.id}, states a sum of gases, in which the methane of the engine cannot take the place of its own`;
    return gasGap(part.gas, `${why}; use a row that states each gas`);
  }
  return new Map<Gas, Figure>([...masses, ['CH4', ch4Of(energy, engine.slip, label)]]);
}

/** Gas of the field: CO2 by its carbon, methane by its energy and the engine. */
function asField(
  inputs: FootprintInputs,
  part: GasPart,
  engine: Engine | undefined,
  label: string,
): Found<Masses | Missing> {
  const energy = statedEnergy(part);
  if (!energy || !engine?.slip) {
    const lacks = energy
      ? 'neither the kind of engine nor a test of its stack'
      : 'no heating value';
    const gap = gasGap(
      part.gas,
      `it states ${lacks}; state it, or fuel for gas of pipeline quality`,
    );
    return found(gap, gap.missing);
  }
  const n2o = n2oOf(inputs, part, label);
  const masses: Masses = new Map<Gas, Figure>([
    ['CO2', burnedCo2(part, label)],
    ['CH4', ch4Of(energy, engine.slip, label)],
    ...(n2o.value ? [['N2O', n2o.value] as const] : []),
  ]);
  return found(masses, n2o.findings);
}

/**
 * Emissions of gas that a generator of the site burns.
 *
 * @see 40 CFR 98.233(z)
 */
export function generated(
  inputs: FootprintInputs,
  site: SiteInputs,
  part: GasPart,
): Found<Generated> {
  const { gas, month } = part;
  const label = `${gasName(gas)}, ${month.id}`;
  const engine = engineOf(inputs, site, part);
  const own = engine ? { engine } : {};
  const fuel = gas.declared?.fuel;
  if (fuel === undefined) {
    const { value: masses, findings } = asField(inputs, part, engine, label);
    return found({ masses, ...own }, findings, engine?.findings ?? []);
  }
  const answer = chooseFactor(
    {
      site: gas.site,
      use: 'combustion',
      keys: [fuel],
      year: yearOf(month),
      publishers: inputs.factors.combustion ?? [],
      otherYear: inputs.factors.other_year,
      at: placeOf(gas.evidence),
    },
    inputs.factorSets,
  );
  const masses = isMissing(answer.value) ? answer.value : asFuel(part, answer.value, engine, label);
  return found(
    { masses, ...own },
    answer.findings,
    engine ? engine.findings : [noEngine(part)],
    isMissing(masses) ? [masses.missing] : [],
  );
}
