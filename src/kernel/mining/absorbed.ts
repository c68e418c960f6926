import { type Finding, finding } from '../../model/finding.ts';
import type { AbsorbedEnergy } from '../../model/source-records.ts';
import { instantText, overlapOf } from '../../model/time.ts';
import { sumOf } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { type Figure, isMissing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { activity } from '../ledger.ts';
import { numberText } from '../wording.ts';
import type { Absorbed } from './outside.ts';
import { listsByMonth, splitByTime } from './part-of-time.ts';

const REASONS: Readonly<Record<AbsorbedEnergy['reason'], string>> = {
  'curtailment-order': 'ordered to curtail',
  'negative-price': 'priced below zero',
  'no-market': 'without a way to sell',
};

function nameOf({ plant, start, end, reason, measured }: AbsorbedEnergy): string {
  return `Energy of ${plant}, ${REASONS[reason]}, ${instantText(start)} to ${instantText(end)}, ${measured}`;
}

function unproven(record: AbsorbedEnergy): Finding {
  const { energyMwh, plant, start, site, evidence } = record;
  const message = `${numberText(energyMwh, 3)} MWh that ${site} took from ${plant} from ${instantText(start)} name no order, settlement or price, so they are not counted as absorbed; add the proof.`;
  return finding('ACC-ABSORBED', 'quality', message, placeOf(evidence));
}

/** Energy taken from plants while they would have been curtailed, by month. It is a part of the load and lowers no emission. */
export function absorbedEnergy(
  { absorbed = [], calendar, site }: SiteInputs,
  energy: ReadonlyMap<string, Figure<'MWh'>>,
): Found<ReadonlyMap<string, readonly Absorbed[]>> {
  const inside = absorbed.filter((record) => overlapOf(record, calendar));
  const proven = inside.filter(({ proof }) => proof !== '');
  const parts = proven.flatMap((record) => {
    const note = { name: nameOf(record), cites: [record.proof] };
    const whole = activity(record.energyMwh, 'MWh', note, [record.evidence]);
    return splitByTime(record, whole, calendar).map(({ month, amount }) => ({
      month: month.id,
      value: { plant: record.plant, energy: amount },
    }));
  });
  const byMonth = listsByMonth(parts);
  return found(
    byMonth,
    inside.filter(({ proof }) => proof === '').map(unproven),
    tooMuch(byMonth, energy, site.id),
  );
}

/** Months in which more was absorbed than the site used. */
function tooMuch(
  absorbed: ReadonlyMap<string, readonly Absorbed[]>,
  energy: ReadonlyMap<string, Figure<'MWh'>>,
  site: string,
): Finding[] {
  return [...absorbed].flatMap(([month, parts]) => {
    const used = energy.get(month);
    const total = sumOf(parts.map((part) => part.energy.value));
    if (!used || isMissing(used) || total.lte(used.value)) return [];
    const message = `${site} is stated to have absorbed ${numberText(total, 3)} MWh in ${month}, more than the ${numberText(used.value, 3)} MWh it used; correct the records of absorbed energy.`;
    return [finding('ACC-ABSORBED', 'critical', message, { entry: `sites.${site}` })];
  });
}
