import { type Finding, finding } from '../model/finding.ts';
import type { BoughtHeat } from '../model/source-records.ts';
import type { Month } from '../model/time.ts';
import { ZERO } from '../units/rational.ts';
import { placeOf, splitByDays, splitFindings } from './energy/split-by-days.ts';
import { type Answer, chooseFactor } from './factors/choose.ts';
import { addedMasses, massesOf } from './factors/masses.ts';
import { yearOf } from './factors/site-factors.ts';
import { isMissing, type Missing } from './figure.ts';
import type { Masses } from './gases.ts';
import { found, type Found } from './found.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { activity, convert, declared, product, type Step } from './ledger.ts';

/** Heat, steam and cooling that a site bought in a month. */
export interface BoughtHeatMonth {
  readonly parts: readonly { readonly kind: BoughtHeat['kind']; readonly energy: Step<'GJ'> }[];
  /** At the factor of the network by a set, else at the rate of its supplier. */
  readonly location: Masses | Missing;
  /** At the rate of the supplier, else at the factor of the network by a set. */
  readonly market: Masses | Missing;
}

const CITES = ['GHG Protocol Scope 2 Guidance, chapter 6'];

function nameOf({ kind, firstDay, lastDay }: BoughtHeat): string {
  const what = kind[0]?.toUpperCase() ?? '';
  return `${what}${kind.slice(1)} bought, ${firstDay} to ${lastDay}`;
}

type Rate = NonNullable<BoughtHeat['rate']>;

/** A rate is of its own year; an earlier one stands in where the workspace allows it, and a later one never. */
function mayServe({ year: of }: Rate, year: number, { factors }: FootprintInputs): boolean {
  return of === year || (factors.other_year === 'latest-earlier' && of < year);
}

function rateStep(
  record: BoughtHeat,
  year: number,
  inputs: FootprintInputs,
): Found<Step<'kg CO2e/MWh'> | undefined> {
  const { rate, evidence } = record;
  if (!rate) return found(undefined);
  const at = placeOf(evidence);
  const what = `The rate of the supplier of ${record.kind} at ${record.site}`;
  if (rate.co2eKgPerMwh.lt(ZERO)) {
    const message = `${what} is below zero and was not used; correct it.`;
    return found(undefined, finding('ACC-BOUGHT-HEAT', 'critical', message, at));
  }
  const years = `of ${String(rate.year)}`;
  if (!mayServe(rate, year, inputs)) {
    const message = `${what} ${years} was not used for ${String(year)}; state the rate of that year, or set factors.other_year.`;
    return found(undefined, finding('ACC-FACTOR-YEAR-REFUSED', 'quality', message, at));
  }
  const note = { name: `Emission rate of the supplier of ${record.kind}`, cites: [rate.source] };
  const step = declared(rate.co2eKgPerMwh, 'kg CO2e/MWh', note, [evidence]);
  const message = `${what} ${years} was used for ${String(year)}.`;
  return found(
    step,
    rate.year === year ? [] : finding('ACC-FACTOR-OTHER-YEAR', 'quality', message, at),
  );
}

function rowOf(
  { row, evidence }: BoughtHeat,
  year: number,
  inputs: FootprintInputs,
  { site }: SiteInputs,
): Found<Answer | Missing | undefined> {
  if (row === undefined) return found(undefined);
  const grids = [`national:${site.country}`, ...(site.grid === undefined ? [] : [site.grid])];
  const question = {
    site: site.id,
    use: 'heat',
    keys: grids.map((grid) => `${grid}/${row}`),
    year,
    publishers: inputs.factors.heat ?? [],
    otherYear: inputs.factors.other_year,
    at: placeOf(evidence),
  } as const;
  return chooseFactor(question, inputs.factorSets);
}

function noFactor(record: BoughtHeat): Missing {
  const message = `No emission factor of the ${record.kind} bought at ${record.site} is known; add rate, or row with a publisher under factors.heat.`;
  const at = placeOf(record.evidence);
  return { missing: finding('ACC-BOUGHT-HEAT', 'critical', message, at) };
}

function byRate(energy: Step<'GJ'>, rate: Step<'kg CO2e/MWh'>, where: string): Masses {
  const name = `CO2e of ${energy.name}, at the rate of the supplier, ${where}`;
  const formula = 'energy x rate of the supplier';
  return new Map([
    ['CO2e', product(convert(energy, 'MWh'), rate, { name, formula, cites: CITES })],
  ]);
}

interface Part {
  readonly record: BoughtHeat;
  readonly month: Month;
  readonly energy: Step<'GJ'>;
}

/** At the factor of the network by a set; undefined where none answers. */
function byRow(
  { month, energy }: Part,
  { value }: ReturnType<typeof rowOf>,
  site: string,
): Masses | undefined {
  if (!value || isMissing(value)) return undefined;
  return massesOf(energy, value, `bought heat, ${site}, ${month.id}`);
}

/** Both results of one delivery: each asks first the source that its method prefers, and then the other. */
function resultsOf(part: Part, inputs: FootprintInputs, site: SiteInputs) {
  const { record, month, energy } = part;
  const rate = rateStep(record, yearOf(month), inputs);
  const row = rowOf(record, yearOf(month), inputs, site);
  const ofRow = byRow(part, row, site.site.id);
  const where = `${site.site.id}, ${month.id}`;
  const ofSupplier = rate.value && byRate(energy, rate.value, where);
  const [location, market] = [ofRow ?? ofSupplier, ofSupplier ?? ofRow];
  if (!location || !market) {
    const lack = row.value && isMissing(row.value) ? row.value : noFactor(record);
    const told = row.value ? row.findings : [lack.missing];
    return { location: lack, market: lack, findings: [...rate.findings, ...told] };
  }
  // that no row answers is no lack where the supplier does
  const remarks = row.findings.filter(({ code }) => code !== 'ACC-NO-FACTOR');
  return { location, market, findings: [...rate.findings, ...remarks] };
}

function allOf(masses: readonly (Masses | Missing)[], where: string): Masses | Missing {
  const gap = masses.find(isMissing);
  if (gap) return gap;
  return addedMasses(
    masses.flatMap((each) => (isMissing(each) ? [] : [each])),
    where,
  );
}

function inOrder(records: readonly BoughtHeat[]): BoughtHeat[] {
  const key = ({ firstDay, kind, evidence }: BoughtHeat) =>
    [firstDay, kind, evidence.file, String(evidence.at.line ?? 0).padStart(9, '0')].join('\0');
  return [...records].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Heat, steam and cooling bought by a site, by month id; months without any are absent. */
export function boughtHeat(
  inputs: FootprintInputs,
  site: SiteInputs,
): Found<ReadonlyMap<string, BoughtHeatMonth>> {
  const records = inOrder(site.boughtHeat ?? []);
  const findings: Finding[] = records.flatMap((record) =>
    splitFindings(nameOf(record), record, site.calendar),
  );
  const parts = records.flatMap((record): Part[] => {
    const whole = activity(record.energyGj, 'GJ', nameOf(record), [record.evidence]);
    return splitByDays(record, whole, site.calendar).map(({ month, amount: energy }) => ({
      record,
      month,
      energy,
    }));
  });
  const months = site.calendar.months.flatMap((month): [string, BoughtHeatMonth][] => {
    const own = parts.filter((part) => part.month.id === month.id);
    if (own.length === 0) return [];
    const results = own.map((part) => resultsOf(part, inputs, site));
    findings.push(...results.flatMap((each) => each.findings));
    const where = `bought heat, ${site.site.id}, ${month.id}`;
    const value: BoughtHeatMonth = {
      parts: own.map(({ record: { kind }, energy }) => ({ kind, energy })),
      location: allOf(
        results.map(({ location }) => location),
        `location-based, ${where}`,
      ),
      market: allOf(
        results.map(({ market }) => market),
        `market-based, ${where}`,
      ),
    };
    return [[month.id, value]];
  });
  return found(new Map(months), findings);
}
