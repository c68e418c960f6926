import { type Finding, finding } from '../../model/finding.ts';
import type { ResoldPower } from '../../model/source-records.ts';
import { sumOf, ZERO } from '../../units/rational.ts';
import { splitByDays, splitFindings } from '../energy/split-by-days.ts';
import { type Figure, isMissing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { activity, convert, difference, type Step, sum } from '../ledger.ts';
import { numberText } from '../wording.ts';
import type { ResoldPart } from './balance.ts';
import type { Connection } from './connections.ts';

/** What was sold again by connection and month: `main 2025-07`. */
export type ResoldByMonth = ReadonlyMap<string, readonly ResoldPart[]>;

/** The key of a connection's month. */
export function keyOf(meter: string, month: string): string {
  return `${meter} ${month}`;
}

function nameOf({ to, firstDay, lastDay }: ResoldPower): string {
  const buyer = to === 'grid' ? 'the grid' : 'end users';
  return `Power sold again to ${buyer}, ${firstDay} to ${lastDay}`;
}

function notPlaced({ site, evidence }: ResoldPower): Finding {
  const message = `Power of ${site} that was sold again names no connection of it, and there is not just one; add meter to the input. It was not taken off.`;
  return finding('ACC-RESOLD', 'critical', message, { file: evidence.file });
}

const WHERE: Readonly<Record<ResoldPower['to'], string>> = {
  'end-user': 'was used by others: it is of Scope 3 category 3d, and not of Scope 2',
  grid: 'went back wholesale: it is of no scope, and stands in the energy balance',
};

/** Where power that was sold again is counted, once for each kind of buyer. */
function told(records: readonly ResoldPower[], site: string): Finding[] {
  return (['end-user', 'grid'] as const).flatMap((to) => {
    const own = records.filter((record) => record.to === to);
    const [first] = own;
    if (!first) return [];
    const sold = numberText(sumOf(own.map(({ energyKwh }) => energyKwh)).div(1000), 3);
    const message = `${site} sold ${sold} MWh again, which ${WHERE[to]}. What was paid for it is money, and lowers no emission.`;
    return [finding('ACC-RESOLD', 'info', message, { file: first.evidence.file })];
  });
}

function placeOf(
  { meter }: ResoldPower,
  connections: readonly Connection[],
): Connection | undefined {
  const [only, ...others] = connections.filter(({ isOfGrid }) => isOfGrid);
  if (meter === undefined) return others.length === 0 ? only : undefined;
  return connections.find(({ main }) => main.id === meter);
}

/** Power of a site that was bought and sold again, by connection and month. */
export function resoldPower(
  { site, resold = [], calendar }: SiteInputs,
  connections: readonly Connection[],
): Found<ResoldByMonth> {
  const findings: Finding[] = [];
  const byMonth = new Map<string, ResoldPart[]>();
  const ordered = [...resold].sort(
    (a, b) => a.start - b.start || (a.evidence.at.line ?? 0) - (b.evidence.at.line ?? 0),
  );
  for (const record of ordered) {
    const connection = placeOf(record, connections);
    if (!connection) {
      findings.push(notPlaced(record));
      continue;
    }
    const { to, isMetered } = record;
    findings.push(...splitFindings(nameOf(record), record, calendar));
    const whole = activity(record.energyKwh, 'kWh', nameOf(record), [record.evidence]);
    for (const { month, amount } of splitByDays(record, whole, calendar)) {
      const key = keyOf(connection.main.id, month.id);
      const part = { to, isMetered, energy: convert(amount, 'MWh') };
      byMonth.set(key, [...(byMonth.get(key) ?? []), part]);
    }
  }
  return found(byMonth, findings, told(ordered, site.id));
}

/** Bought less sold again: what the site drew for itself. Only what the records of the connection hold is taken off. */
export function lessResold(
  bought: Figure<'MWh'>,
  parts: readonly ResoldPart[],
  where: string,
): Figure<'MWh'> {
  const metered = parts.filter(({ isMetered }) => isMetered).map(({ energy }) => energy);
  if (isMissing(bought) || metered.length === 0) return bought;
  const sold: Step<'MWh'> = sum(metered, `Power sold again, ${where}`);
  const rest = difference(bought, sold, {
    name: `Power bought and used, ${where}`,
    formula: 'bought - sold again',
  });
  if (rest.value.gte(ZERO)) return rest;
  const message = `More power was sold again than bought, ${where}: ${numberText(sold.value, 3)} MWh of ${numberText(bought.value, 3)} MWh; correct one of the two, or set metered to false.`;
  return { missing: finding('ACC-RESOLD', 'critical', message) };
}
