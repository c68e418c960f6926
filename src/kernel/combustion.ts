import { finding, type Finding } from '../model/finding.ts';
import type { FuelUse } from '../model/records.ts';
import type { Month } from '../model/time.ts';
import { conversionFactor, meaningOf } from '../units/unit.ts';
import { ONE } from '../units/rational.ts';
import { decimalsOf } from './ledger/decimals.ts';
import { placeOf, splitByDays, splitFindings } from './energy/split-by-days.ts';
import { type Answer, chooseFactor } from './factors/choose.ts';
import { massesOf } from './factors/masses.ts';
import { yearOf } from './factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import type { BurnedFuel } from './footprint.ts';
import { found, type Found } from './found.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { activity, convert, factorValue, inUnit, product, type Step } from './ledger.ts';
import { numberText } from './wording.ts';

const CITES = ['40 CFR 98.33, equations C-1, C-1b and C-8'];
const BASE: ReadonlyMap<string, string> = new Map([
  ['energy', 'J'],
  ['volume', 'm3'],
  ['mass', 'kg'],
]);

/** `Fuel use of natural-gas, 100 therm, 2025-01-01 to 2025-01-31`. */
function nameOf({ fuel, quantity, unit, firstDay, lastDay }: FuelUse): string {
  return `Fuel use of ${fuel}, ${numberText(quantity, 3)} ${unit}, ${firstDay} to ${lastDay}`;
}

function refused(use: FuelUse, because: string): Missing {
  const message = `${nameOf(use)} gives no figure: ${because}.`;
  return { missing: finding('ACC-FUEL-UNIT', 'critical', message, placeOf(use.evidence)) };
}

/** An amount in another unit of its kind, by way of the kind's base where neither factor between the two ends as a decimal. */
function bridged(amount: Step, unit: string): Step {
  if (amount.unit === unit) return amount;
  const factor = conversionFactor(amount.unit, unit);
  const base = BASE.get(meaningOf(unit)?.kind ?? '');
  const isDirect = decimalsOf(factor) !== undefined || decimalsOf(ONE.div(factor)) !== undefined;
  return isDirect || base === undefined
    ? convert(amount, unit)
    : convert(convert<string, string>(amount, base), unit);
}

/** An amount stated as energy must be on the heating value of the row; nothing is derived from one for the other. */
function ofEnergy(use: FuelUse, amount: Step, { set, row }: Answer): Figure<'mmBtu'> {
  const basis = row.heat_content?.basis ?? 'HHV';
  if (use.heatBasis !== basis) {
    const has =
      use.heatBasis === undefined ? 'heat_basis is not stated' : `it is on ${use.heatBasis}`;
    return refused(use, `${has}, and ${set.title}, row ${row.id}, is on ${basis}; state ${basis}`);
  }
  return inUnit(bridged(amount, 'mmBtu'), 'mmBtu');
}

/** Equation C-1: quantity in the unit of the heat content, times that. */
function ofQuantity(use: FuelUse, amount: Step, { set, row }: Answer): Figure<'mmBtu'> {
  const unit = row.heat_content?.per;
  const content =
    unit === undefined ? undefined : factorValue(set, row, 'heat_content.mmbtu', `mmBtu/${unit}`);
  if (unit === undefined || !content) {
    return refused(use, `${set.title}, row ${row.id}, states no heat content; state the energy`);
  }
  if (meaningOf(use.unit)?.kind !== meaningOf(unit)?.kind) {
    return refused(use, `its unit is ${use.unit}, and ${set.title}, row ${row.id}, is per ${unit}`);
  }
  const note = {
    name: `Energy of ${amount.name}`,
    formula: 'quantity x heat content',
    cites: CITES,
  };
  return inUnit(product(bridged(amount, unit), content, note), 'mmBtu');
}

function energyOf(use: FuelUse, amount: Step, answer: Answer): Figure<'mmBtu'> {
  const kind = meaningOf(use.unit)?.kind;
  if (kind === undefined || !BASE.has(kind)) {
    return refused(use, `its unit ${use.unit} is none of energy, volume or mass`);
  }
  return kind === 'energy' ? ofEnergy(use, amount, answer) : ofQuantity(use, amount, answer);
}

interface Burning {
  readonly use: FuelUse;
  readonly month: Month;
  readonly amount: Step;
}

function burned({ use, month, amount }: Burning, answer: Answer | Missing): BurnedFuel {
  const { fuel } = use;
  if (isMissing(answer)) return { fuel, month, energy: answer, masses: answer };
  const energy = energyOf(use, amount, answer);
  const masses = isMissing(energy)
    ? energy
    : massesOf(energy, answer, `burning of ${fuel}, ${use.site}, ${month.id}`);
  return { fuel, month, energy, masses };
}

function partsOf(use: FuelUse, { calendar }: SiteInputs): Burning[] {
  const whole: Step = activity(use.quantity, use.unit, nameOf(use), [use.evidence]);
  return splitByDays(use, whole, calendar).map(({ month, amount }) => ({ use, month, amount }));
}

function inOrder(fuels: readonly FuelUse[]): FuelUse[] {
  const key = ({ firstDay, lastDay, fuel, evidence }: FuelUse) =>
    [firstDay, lastDay, fuel, evidence.file, String(evidence.at.line ?? 0).padStart(9, '0')].join(
      '\0',
    );
  return [...fuels].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Stationary combustion of a site, fuel by fuel and month by month: energy at the higher heating value, and the masses
 * of CO2, CH4 and N2O. CO2 of biogenic fuels is a gas of its own. CH4 is kept unsplit: the warming potentials that were
 * read in their sources are unsplit, and those of fossil CH4 stand from memory.
 *
 * @see 40 CFR 98.33, Tier 1
 */
export function combustion(
  inputs: FootprintInputs,
  site: SiteInputs,
): Found<readonly BurnedFuel[]> {
  const fuels = inOrder(site.fuels ?? []);
  const findings: Finding[] = fuels.flatMap((use) =>
    splitFindings(nameOf(use), use, site.calendar),
  );
  const value = fuels.flatMap((use) =>
    partsOf(use, site).map((part) => {
      const answer = chooseFactor(
        {
          site: site.site.id,
          use: 'combustion',
          keys: [use.fuel],
          year: yearOf(part.month),
          publishers: inputs.factors.combustion ?? [],
          otherYear: inputs.factors.other_year,
          at: placeOf(use.evidence),
        },
        inputs.factorSets,
      );
      const result = burned(part, answer.value);
      findings.push(...answer.findings);
      if (isMissing(result.energy)) findings.push(result.energy.missing);
      return result;
    }),
  );
  return found(value, findings);
}
