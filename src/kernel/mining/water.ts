import { type Finding, finding } from '../../model/finding.ts';
import type { WaterUse } from '../../model/source-records.ts';
import { type Calendar, type Month, overlapOf } from '../../model/time.ts';
import { splitByDays, splitFindings } from '../energy/split-by-days.ts';
import type { Figure } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { activity, type Step, sum } from '../ledger.ts';

type Kind = WaterUse['kind'];
type OfMonth = ReadonlyMap<Kind, Figure<'m3'>>;

function nameOf({ kind, source, firstDay, lastDay }: WaterUse): string {
  const from = source === undefined ? '' : ` (${source})`;
  return `Water ${kind}${from}, ${firstDay} to ${lastDay}`;
}

/** True where records follow one another over the whole month. */
function isCovered(records: readonly WaterUse[], month: Month): boolean {
  let reached = month.start;
  for (const { start, end } of [...records].sort((a, b) => a.start - b.start)) {
    if (start <= reached) reached = Math.max(reached, end);
  }
  return reached >= month.end;
}

function uncovered(site: string, kind: Kind, months: readonly Month[]): Finding {
  const ids = months.map(({ id }) => id).join(', ');
  const message = `Water ${kind} at ${site} is not recorded for the whole of ${ids}, so no figure that rests on it is given; add the records.`;
  return finding('ACC-WATER', 'completeness', message, { entry: `sites.${site}` });
}

function ofKind(
  kind: Kind,
  all: readonly WaterUse[],
  site: string,
  calendar: Calendar,
): Found<ReadonlyMap<string, Figure<'m3'>>> {
  const records = all.filter((record) => record.kind === kind);
  const findings: Finding[] = [];
  const volumes = new Map<string, Step<'m3'>[]>();
  for (const record of records) {
    const name = nameOf(record);
    findings.push(...splitFindings(name, record, calendar));
    const whole = activity(record.volumeM3, 'm3', name, [record.evidence]);
    for (const { month, amount } of splitByDays(record, whole, calendar)) {
      volumes.set(month.id, [...(volumes.get(month.id) ?? []), amount]);
    }
  }
  const open = calendar.months.filter((month) => !isCovered(records, month));
  const gap = open.length > 0 ? uncovered(site, kind, open) : undefined;
  const months = calendar.months.flatMap((month): [string, Figure<'m3'>][] => {
    const parts = volumes.get(month.id);
    if (gap && open.includes(month)) return [[month.id, { missing: gap }]];
    return parts ? [[month.id, sum(parts, `Water ${kind}, ${site}, ${month.id}`)]] : [];
  });
  return found(new Map(months), findings, gap ?? []);
}

/** Water by month and kind; withdrawn, consumed and discharged are kept apart and none is taken from another. */
export function waterOf({
  water = [],
  site,
  calendar,
}: SiteInputs): Found<ReadonlyMap<string, OfMonth>> {
  const inside = water.filter((record) => overlapOf(record, calendar));
  const kinds = [...new Set(inside.map(({ kind }) => kind))].sort();
  const each = kinds.map((kind) => [kind, ofKind(kind, inside, site.id, calendar)] as const);
  const months = calendar.months.map(({ id }): [string, OfMonth] => {
    const own = each.flatMap(([kind, { value }]): [Kind, Figure<'m3'>][] => {
      const figure = value.get(id);
      return figure ? [[kind, figure]] : [];
    });
    return [id, new Map(own)];
  });
  return found(
    new Map(months),
    each.flatMap(([, { findings }]) => findings),
  );
}
