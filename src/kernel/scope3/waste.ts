import type { WasteTreatment } from '../../model/documents/workspace.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { WasteDisposal } from '../../model/source-records.ts';
import { placeOf, splitByDays, splitFindings } from '../energy/split-by-days.ts';
import { yearOfMonth } from '../factors/site-factors.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { activity } from '../ledger.ts';
import { causedBy } from './declared-factor.ts';
import { gapsOf, NOTHING, type Scope3, type Scope3Part, together } from './part.ts';

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}

function nameOf({ waste, route, firstDay, lastDay, site }: WasteDisposal): string {
  return `Waste of ${site}, ${waste} by ${route}, ${firstDay} to ${lastDay}`;
}

function treatmentOf(
  { waste, route }: WasteDisposal,
  { scope3 }: FootprintInputs,
): WasteTreatment | undefined {
  return scope3?.statement.waste?.find(
    (one) => folded(one.waste) === folded(waste) && folded(one.route) === folded(route),
  );
}

function told(record: WasteDisposal, severity: Finding['severity'], what: string): Finding {
  const { site, waste, route, evidence } = record;
  const message = `Waste of ${site} (${waste} by ${route}): ${what}.`;
  return finding('ACC-WASTE', severity, message, placeOf(evidence));
}

function ofTreatment(
  record: WasteDisposal,
  { becomes, electronic: isElectronic, factor }: WasteTreatment,
  site: SiteInputs,
  inputs: FootprintInputs,
): Found<Scope3> {
  if (becomes === 'resale') {
    return found(NOTHING, told(record, 'info', 'resold, which is not waste; it is in no mass'));
  }
  const { evidence } = record;
  const whole = activity(record.massKg, 'kg', nameOf(record), [evidence]);
  const portions = splitByDays(record, whole, site.calendar);
  const parts = portions.map(({ month, amount }): Found<Scope3Part> => {
    if (factor === undefined) {
      const what = `no factor is declared for it, so its emissions are not given; add factor under scope3.waste`;
      return found({
        category: '5',
        month,
        masses: { missing: told(record, 'completeness', what) },
      });
    }
    const what = `${nameOf(record)}, ${month.id}`;
    const applied = { factor, amount, year: yearOfMonth(month.id), what, evidence };
    const caused = causedBy(applied, inputs);
    return found({ category: '5', month, ...caused.value }, caused.findings);
  });
  const waste = portions.map(({ month, amount: mass }) => ({
    ...{ month, isElectronic, mass },
    route: becomes,
  }));
  const emitted = parts.map(({ value }) => value);
  return found(
    { ...NOTHING, parts: emitted, waste },
    gapsOf(emitted),
    splitFindings(nameOf(record), record, site.calendar),
    parts.flatMap(({ findings }) => findings),
  );
}

/** Waste of which nothing says what becomes of it, each text of the records once. */
function untreated(records: readonly WasteDisposal[]): Finding[] {
  const first = new Map<string, WasteDisposal>();
  for (const record of records) {
    const key = `${folded(record.waste)}\0${folded(record.route)}`;
    if (!first.has(key)) first.set(key, record);
  }
  const what =
    'nothing under scope3.waste says what becomes of it, so neither its mass nor its emissions are given; add it there';
  return [...first.values()].map((record) => told(record, 'completeness', what));
}

function inOrder(records: readonly WasteDisposal[]): WasteDisposal[] {
  const key = ({ waste, route, firstDay, lastDay, evidence }: WasteDisposal) =>
    [waste, route, firstDay, lastDay, evidence.file, String(evidence.at.line ?? 0)].join('\0');
  return [...records].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Waste that a site gave away: its mass by route, and its emissions where a factor is declared. What is resold is not
 * waste. No average of a network or a country stands in for a record.
 *
 * @see GHG Protocol Scope 3 Standard, category 5
 */
export function wasteEmissions(site: SiteInputs, inputs: FootprintInputs): Found<Scope3> {
  const records = inOrder(site.waste ?? []);
  const known = records.map((record) => ({ record, treatment: treatmentOf(record, inputs) }));
  const each = known.flatMap(({ record, treatment }) =>
    treatment ? [ofTreatment(record, treatment, site, inputs)] : [],
  );
  const open = known.flatMap(({ record, treatment }) => (treatment ? [] : [record]));
  return found(
    each.reduce((all, { value }) => together(all, value), NOTHING),
    each.flatMap(({ findings }) => findings),
    untreated(open),
  );
}
