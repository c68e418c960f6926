import type { CurtailmentInput } from '../../model/documents/workspace.ts';
import type { CurtailmentEvent, Money } from '../../model/records.ts';
import type { Interval } from '../../model/time.ts';
import type { Rational } from '../../units/rational.ts';
import { costReader } from '../bills-csv/cost.ts';
import { eventReaders, eventTimes } from '../clock/event-times.ts';
import { unitFactor } from '../columns.ts';
import {
  type Extraction,
  type Identification,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'start', spelled: /\b(start|begin|from)/i },
  { what: 'end', spelled: /\b(end|to|until|stop)/i },
  { what: 'baseline', spelled: /baseline/i },
  { what: 'event', spelled: /event|program|curtail|deploy|dispatch/i },
];

/** How far the file looks like a list of curtailment events. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The curtailment events of a file by its mapping. The zone is the mapping's own, since the grid dispatches by its clock. */
export function extract(file: InputFile, input: CurtailmentInput): Extraction<CurtailmentEvent> {
  const { csv, map } = input;
  const readers = eventReaders(map, file.path);
  const unit = unitFactor(map.baseline, [{ kind: 'power', to: 'MW' }], file.path);
  if (!('start' in readers) || 'severity' in unit) {
    const faults = 'start' in readers ? [] : [readers];
    return refusedFile(...faults, ...('severity' in unit ? [unit] : []));
  }
  const notes = rowNotes(file.path);
  const columns = [map.start, map.end, map.baseline.column, map.programme, map.method];
  const wanted = [...columns, map.revenue, map.currency];
  return readMapped(file, { csv, columns: wanted }, notes, (rows) => {
    const spans = eventTimes(rows, map, readers, notes);
    const revenueOf = revenueReader(input, notes);
    return rows.flatMap((row, i) => {
      const revenue = revenueOf(row);
      return eventOf(row, spans[i], input, unit.factor).map((event) =>
        revenue ? { ...event, revenue } : event,
      );
    });
  });
}

/** What was paid for the event of a row, in the currency of its column, its sign or the input, in this order. */
function revenueReader(
  { csv, map, currency }: CurtailmentInput,
  notes: RowNotes,
): (row: MappedRow) => Money | undefined {
  const columns = { cost: map.revenue, currency: map.currency };
  const lack = 'what was paid for this event is not known';
  const read = costReader({ csv, currency, map: columns }, notes, lack);
  return (row) => read(row.text(map.revenue), row.text(map.currency), row.line);
}

function eventOf(
  row: MappedRow,
  span: Interval | undefined,
  { site, map, baseline_rule: rule }: CurtailmentInput,
  megawatts: Rational,
): CurtailmentEvent[] {
  const baseline = row.measured(map.baseline.column, 'not-negative');
  if (!span || !baseline) return [];
  const programme = row.text(map.programme);
  const named = row.text(map.method);
  const method = named === '' ? (rule?.id ?? '') : named;
  return [
    {
      site,
      ...span,
      baselineMw: baseline.mul(megawatts),
      ...(programme === '' ? {} : { programme }),
      ...(method === '' ? {} : { method }),
      ...(method === rule?.id ? { baselineSource: rule.source } : {}),
      evidence: row.evidence(map.baseline.column),
    },
  ];
}
