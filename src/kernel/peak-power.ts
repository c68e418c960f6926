import type { Meter } from '../model/documents/workspace.ts';
import { finding } from '../model/finding.ts';
import type { Bill, PeakReading } from '../model/records.ts';
import { instantText, overlapOf } from '../model/time.ts';
import type { Figure } from './figure.ts';
import { secondsOf } from './fleet.ts';
import type { SiteInputs } from './inputs.ts';
import { activity, convert, maximum, meanPower, type Step, sum } from './ledger.ts';

function ofReading({
  meter,
  start,
  end,
  energyKwh,
  evidence,
}: PeakReading): Step<'MW'> | undefined {
  const name = `Highest reading of ${meter}, ${instantText(start)}`;
  const energy = convert(activity(energyKwh, 'kWh', name, [evidence]), 'J');
  const power = meanPower(energy, secondsOf({ start, end }), {
    name: `Mean power of ${meter} over its highest reading`,
    formula: 'energy / duration',
  });
  return power && convert(power, 'MW');
}

function demandOf({ peakDemandKw, meter, firstDay, lastDay, evidence }: Bill): Step<'kW'>[] {
  if (!peakDemandKw) return [];
  const name = `Billed demand of ${meter}, ${firstDay} to ${lastDay}`;
  return [activity(peakDemandKw, 'kW', name, [evidence])];
}

/** The highest billed demand of one connection. */
function billed(meter: Meter, { bills, calendar }: SiteInputs): Step<'kW'> | undefined {
  const own = bills
    .filter((bill) => bill.meter === meter.id && overlapOf(bill, calendar))
    .sort((a, b) => a.start - b.start || (a.evidence.at.line ?? 0) - (b.evidence.at.line ?? 0));
  const [first, ...rest] = own.flatMap(demandOf);
  return (
    first &&
    rest.reduce((most, next) => maximum(most, next, `Highest billed demand of ${meter.id}`), first)
  );
}

/**
 * The highest power of a site: the mean power of the highest reading, else the highest billed demand. Demands of
 * several connections are added, though they may not fall together: the sum is an upper bound.
 */
export function peakPower(inputs: SiteInputs): Figure<'MW'> {
  const { site, meters, peak } = inputs;
  const read = peak && ofReading(peak);
  if (read) return read;
  const mains = meters
    .filter((m) => m.site === site.id && m.measures === 'grid-import' && m.part_of === undefined)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const demands = mains.flatMap((meter) => billed(meter, inputs) ?? []);
  if (demands.length > 0 && demands.length === mains.length) {
    return convert(sum(demands, `Highest billed demand of ${site.id}`), 'MW');
  }
  return {
    missing: finding(
      'ACC-NO-PEAK',
      'completeness',
      `The highest power of ${site.id} is not known; add readings of its connection, or map peak_demand of its bills.`,
      { entry: `sites.${site.id}` },
    ),
  };
}
