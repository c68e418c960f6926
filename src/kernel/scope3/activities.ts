import { finding, type Finding } from '../../model/finding.ts';
import type { Activity } from '../../model/source-records.ts';
import type { Calendar, Month } from '../../model/time.ts';
import { meaningOf } from '../../units/unit.ts';
import { placeOf, splitByDays, splitFindings } from '../energy/split-by-days.ts';
import { yearOfMonth } from '../factors/site-factors.ts';
import { type Figure, isMissing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import {
  activity,
  constant,
  convert,
  declared,
  inUnit,
  product,
  share,
  type Step,
} from '../ledger.ts';
import { numberText } from '../wording.ts';
import { causedBy } from './declared-factor.ts';
import {
  type AmortisedPart,
  gapsOf,
  type Scope3,
  type Scope3Part,
  type WastePart,
} from './part.ts';

/** Purchases are recognised whole in the year in which they are made. */
const PURCHASES: ReadonlySet<string> = new Set(['1', '2']);

/** `Category 2, s21-march: 400 machines, 400 unit, 2025-03-01 to 2025-03-01`. */
function nameOf({ category, id, what, quantity, unit, firstDay, lastDay }: Activity): string {
  const days = firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  return `Category ${category}, ${id}: ${what}, ${numberText(quantity, 3)} ${unit}, ${days}`;
}

/** The quantity as it was stated, or its mass where one unit of it is weighed. */
function amountOf(line: Activity): Step {
  const name = nameOf(line);
  const whole: Step = activity(line.quantity, line.unit, name, [line.evidence]);
  if (!line.massEach) return whole;
  const { kg, source } = line.massEach;
  const note = { name: `Mass of one ${line.unit}, ${line.id}`, cites: [source] };
  const each = declared<string>(kg, `kg/${line.unit}`, note, [line.evidence]);
  return product<string, string>(whole, each, `Mass of ${name}`);
}

interface Portion {
  readonly month: Month;
  readonly amount: Step;
}

function monthOf({ start }: Activity, { months }: Calendar): Month | undefined {
  return months.find((month) => start >= month.start && start < month.end);
}

/** The amount by month: of a purchase all of it in that of its first day, of others by days. */
function portionsOf(line: Activity, calendar: Calendar): Portion[] {
  const amount = amountOf(line);
  if (!PURCHASES.has(line.category)) return splitByDays(line, amount, calendar);
  const month = monthOf(line, calendar);
  return month ? [{ month, amount }] : [];
}

function partOf(
  line: Activity,
  { month, amount }: Portion,
  inputs: FootprintInputs,
): Found<Scope3Part> {
  const { factor, category, evidence } = line;
  const what = `${nameOf(line)}, ${month.id}`;
  const caused = causedBy({ factor, amount, year: yearOfMonth(month.id), what, evidence }, inputs);
  return found({ category, month, ...caused.value }, caused.findings);
}

/** Months from one to another, such as 13 from `2024-12` to `2026-01`. */
function monthsBetween(from: string, to: string): number {
  const count = (id: string) => yearOfMonth(id) * 12 + Number(id.slice(5, 7));
  return count(to) - count(from);
}

function partOfMass(masses: Masses, part: Step<'1'>, name: string): Masses {
  return new Map(
    [...masses].map(([gas, figure]) => [
      gas,
      isMissing(figure) ? figure : product(figure, part, name),
    ]),
  );
}

/** The months of the calendar within the life of a purchase, that of the purchase being the first. */
function amortised(line: Activity, calendar: Calendar, inputs: FootprintInputs): AmortisedPart[] {
  const { amortisedOverYears: years, category, factor, evidence } = line;
  if (years === undefined || !PURCHASES.has(category)) return [];
  const life = years * 12;
  const within = calendar.months.filter(({ id }) => {
    const age = monthsBetween(line.firstDay, id);
    return age >= 0 && age < life;
  });
  if (within.length === 0) return [];
  const what = nameOf(line);
  const year = yearOfMonth(line.firstDay);
  const { masses } = causedBy(
    { factor, amount: amountOf(line), year, what, evidence },
    inputs,
  ).value;
  const one = constant('1', '1', 'A month');
  const part = share(one, constant(BigInt(life), '1', `Months of the life of ${line.id}`), {
    name: `Part of ${line.id} in a month of its life`,
    formula: '1 / months',
  });
  return within.map((month) => ({
    category,
    month,
    masses: isMissing(masses) || !part ? masses : partOfMass(masses, part, `${what}, ${month.id}`),
  }));
}

function massOf(line: Activity, amount: Step): Figure<'kg'> {
  if (meaningOf(amount.unit)?.kind === 'mass') {
    return inUnit(convert<string, string>(amount, 'kg'), 'kg');
  }
  const message = `The mass of the waste ${line.id} is not known, since it is in ${line.unit}; state it in kg, or the mass of one ${line.unit} (mass_each).`;
  return { missing: finding('ACC-WASTE', 'completeness', message, placeOf(line.evidence)) };
}

const WASTE: ReadonlySet<string> = new Set(['5', '12']);

function wasteOf(line: Activity, portions: readonly Portion[]): WastePart[] {
  const { route, isElectronic = false, category } = line;
  if (!WASTE.has(category) || route === undefined) return [];
  return portions.map(({ month, amount }) => ({
    month,
    route,
    isElectronic,
    mass: massOf(line, amount),
  }));
}

function wasteFindings(line: Activity): Finding[] {
  if (!WASTE.has(line.category) || line.route !== undefined) return [];
  const message = `The waste ${line.id} names no route, so its mass is in no figure by route; state route.`;
  return [finding('ACC-WASTE', 'completeness', message, placeOf(line.evidence))];
}

function ofLine(line: Activity, calendar: Calendar, inputs: FootprintInputs): Found<Scope3> {
  const portions = portionsOf(line, calendar);
  const parts = portions.map((portion) => partOf(line, portion, inputs));
  const isPurchase = PURCHASES.has(line.category);
  const value = {
    parts: parts.map((part) => part.value),
    amortised: amortised(line, calendar, inputs),
    waste: wasteOf(line, portions),
    hosted: [],
  };
  return found(
    value,
    isPurchase ? [] : splitFindings(nameOf(line), line, calendar),
    parts.flatMap(({ findings }) => findings),
    gapsOf(value.parts),
    portions.length === 0 ? [] : wasteFindings(line),
  );
}

/** Lines in an order of their own, whatever that of the files. */
function inOrder(lines: readonly Activity[]): Activity[] {
  const key = ({ category, id, firstDay, lastDay, evidence }: Activity) =>
    [category, id, firstDay, lastDay, evidence.file, String(evidence.at.line ?? 0)].join('\0');
  return [...lines].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Emissions of activities of the value chain: quantity times the factor that each line names. Purchases and capital
 * goods count whole at the day of purchase; an amortised figure stands beside them where it was asked for.
 *
 * @see GHG Protocol Scope 3 Standard, chapters 5 and 7
 */
export function activityEmissions(
  lines: readonly Activity[],
  calendar: Calendar,
  inputs: FootprintInputs,
): Found<Scope3> {
  const each = inOrder(lines).map((line) => ofLine(line, calendar, inputs));
  return found(
    {
      parts: each.flatMap(({ value }) => value.parts),
      amortised: each.flatMap(({ value }) => value.amortised),
      waste: each.flatMap(({ value }) => value.waste),
      hosted: [],
    },
    each.flatMap(({ findings }) => findings),
  );
}
