import { finding, type Finding } from '../../model/finding.ts';
import type { StorageFlow } from '../../model/source-records.ts';
import type { Interval } from '../../model/time.ts';
import { ratio, sumOf, ZERO } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { activity, convert, type Step } from '../ledger.ts';
import { numberText } from '../wording.ts';
import type { StorageMonth } from './outside.ts';

/** The flows of one direction in a month as one step with the first and the last record as evidence. */
function flowOf(flows: readonly StorageFlow[], name: string): Step<'MWh'> {
  const total = sumOf(flows.map(({ energyWh }) => ratio(energyWh < 0n ? -energyWh : energyWh)));
  const [first, last] = [flows[0], flows.at(-1)];
  const evidence = [first, last].flatMap((flow) => flow?.evidence ?? []);
  return convert(activity(total, 'Wh', name, evidence), 'MWh');
}

function within(flows: readonly StorageFlow[], { start, end }: Interval): StorageFlow[] {
  return flows.filter((flow) => flow.start >= start && flow.start < end);
}

/** Energy into and out of stores by month, by the beginning of each record. What stays in a store counts as lost until it is given out. */
export function storageMonths({
  storage = [],
  site,
  calendar,
}: SiteInputs): Found<ReadonlyMap<string, StorageMonth>> {
  const inside = within(storage, calendar).sort((a, b) => a.start - b.start);
  if (inside.length === 0) return found(new Map());
  const months = calendar.months.map((month): [string, StorageMonth] => {
    const own = within(inside, month);
    const where = `${site.id}, ${month.id}`;
    const taken = flowOf(
      own.filter(({ energyWh }) => energyWh < 0n),
      `Energy into stores, ${where}`,
    );
    const given = flowOf(
      own.filter(({ energyWh }) => energyWh >= 0n),
      `Energy out of stores, ${where}`,
    );
    return [month.id, { taken, given }];
  });
  return found(new Map(months), impossible(inside, site.id));
}

function impossible(flows: readonly StorageFlow[], site: string): Finding[] {
  const balance = sumOf(flows.map(({ energyWh }) => ratio(energyWh)));
  const [first] = flows;
  if (!first || balance.lte(ZERO)) return [];
  const message = `Stores of ${site} gave out ${numberText(balance.div(1_000_000), 3)} MWh more than they took in over the period; add what was stored before, or correct the records.`;
  return [finding('ACC-STORAGE-BALANCE', 'quality', message, placeOf(first.evidence))];
}
