import type { Finding } from '../model/finding.ts';
import type { HeatDelivery } from '../model/records.ts';
import { splitByDays, splitFindings } from './energy/split-by-days.ts';
import { found, type Found } from './found.ts';
import type { SiteInputs } from './inputs.ts';
import { activity, type Step } from './ledger.ts';

function nameOf({ recipient, firstDay, lastDay }: HeatDelivery): string {
  const to = recipient === undefined ? '' : ` to ${recipient}`;
  return `Heat delivered${to}, ${firstDay} to ${lastDay}`;
}

/**
 * Heat delivered to others by month id. It lowers no emission.
 *
 * @see ISO/IEC 30134-6
 */
export function heatDelivered({
  heat = [],
  calendar,
}: SiteInputs): Found<ReadonlyMap<string, readonly Step<'MWh'>[]>> {
  const findings: Finding[] = [];
  const byMonth = new Map<string, Step<'MWh'>[]>();
  for (const delivery of heat) {
    const name = nameOf(delivery);
    findings.push(...splitFindings(name, delivery, calendar));
    const whole = activity(delivery.energyMwh, 'MWh', name, [delivery.evidence]);
    for (const { month, amount } of splitByDays(delivery, whole, calendar)) {
      byMonth.set(month.id, [...(byMonth.get(month.id) ?? []), amount]);
    }
  }
  return found(byMonth, findings);
}
