import type { Meter } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { instantText, type Interval } from '../../model/time.ts';
import { sumOf } from '../../units/rational.ts';
import { gapText } from '../energy/uncovered-days.ts';
import { found, type Found } from '../found.ts';
import type { DecisionRecord, FootprintInputs, SiteInputs } from '../inputs.ts';
import type { Step } from '../ledger.ts';
import { listText, numberText } from '../wording.ts';
import type { EstimatedGap } from './estimate.ts';
import { estimatedBills } from './estimate-bills.ts';
import { estimatedReadings } from './estimate-readings.ts';

function decisionFor(site: string, decisions: readonly DecisionRecord[]) {
  const fitting = decisions.filter(
    ({ decision: { id, value, site: of } }) =>
      id === 'estimate-missing' && value === 'yes' && (of ?? site) === site,
  );
  return fitting.find(({ decision }) => decision.site === site) ?? fitting[0];
}

/** The sites, each with the decision that energy without a record is estimated, where somebody decided that. */
export function estimatedWhereDecided({ sites, decisions }: FootprintInputs): SiteInputs[] {
  return sites.map((site) => {
    const estimates = decisionFor(site.site.id, decisions);
    return estimates ? { ...site, estimates } : site;
  });
}

/** How many stretches a finding names; more are counted. */
const NAMED = 6;

function stretchText({ start, end }: Interval, way: EstimatedGap['way']): string {
  return way === 'by hours'
    ? `${instantText(start)} to ${instantText(end)}`
    : gapText({ start, end });
}

function straddles({ parts }: EstimatedGap): boolean {
  return new Set(parts.map(({ month }) => month.id.slice(0, 4))).size > 1;
}

function said(
  { id }: Meter,
  gaps: readonly EstimatedGap[],
  { decision, evidence }: DecisionRecord,
): Finding[] {
  if (gaps.length === 0) return [];
  const ways = [...new Set(gaps.map(({ way }) => way))];
  const named = gaps.slice(0, NAMED).map(({ gap, way }) => stretchText(gap, way));
  const more = gaps.length > NAMED ? [`${String(gaps.length - NAMED)} more`] : [];
  const energy = sumOf(gaps.flatMap(({ parts }) => parts.map((part) => part.energy.value)));
  const years = gaps.some(straddles)
    ? ', cut at the turn of the year so that each part has the factors of its own year'
    : '';
  const message = `The energy of ${id} was estimated ${listText(ways)} where no record holds it, ${listText([...named, ...more])}: ${numberText(energy, 3)} MWh${years}, as ${decision.by} decided on ${decision.on}; replace the estimate when the records are there.`;
  const { file, at } = evidence;
  return [
    finding('ACC-ESTIMATED', 'quality', message, {
      file,
      ...(at.line !== undefined && { line: at.line }),
    }),
  ];
}

/** Only energy that was drawn is estimated: what nobody showed to have made is not claimed. */
function isLoad({ measures }: Meter): boolean {
  return measures === 'grid-import' || measures === 'it-load';
}

/**
 * Estimates of the energy of a meter that no record holds, by month id, each tagged. Undefined where nobody decided to
 * estimate, or where there is no value beside a stretch to estimate it by: then it stays missing.
 *
 * @see 40 CFR 98.35
 */
export function missingEstimates(
  meter: Meter,
  source: 'bills' | 'readings',
  { bills, energyColumns, calendar, estimates }: SiteInputs,
): Found<ReadonlyMap<string, readonly Step<'MWh'>[]>> | undefined {
  if (!estimates || !isLoad(meter)) return undefined;
  const column = energyColumns.get(meter.id);
  const tried =
    source === 'readings' && column
      ? estimatedReadings(meter.id, column, calendar)
      : estimatedBills(meter.id, bills, column, calendar);
  const gaps = tried.filter((gap) => gap !== undefined);
  if (gaps.length < tried.length) return undefined;
  const byMonth = new Map<string, Step<'MWh'>[]>();
  for (const { month, energy } of gaps.flatMap(({ parts }) => parts)) {
    byMonth.set(month.id, [...(byMonth.get(month.id) ?? []), energy]);
  }
  return found(byMonth, said(meter, gaps, estimates));
}
