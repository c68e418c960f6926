import type { InputFile } from '../input-file.ts';
import { kindCandidates, rankedKinds, settleKind } from './choose-kind.ts';
import type { Job, ProposeContext } from './job.ts';
import type { KindSpec } from './kind-spec.ts';
import { settleBelongings } from './settle-belongings.ts';
import { settleColumns } from './settle-columns.ts';
import { settleDates } from './settle-dates.ts';
import { settleDays, shapeOf } from './settle-days.ts';
import { settleIntervals } from './settle-intervals.ts';
import { settleNumbers } from './settle-numbers.ts';
import { settleZone } from './settle-zone.ts';
import type { Settling } from './settling.ts';
import type { HeadedTable } from './sheet-table.ts';

/** What is known of a table once its columns were looked at. */
export interface Mapped {
  readonly kind: string | null;
  readonly folder: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly meterNumbers: Readonly<Record<string, string>>;
}

/** Of a file that shows nothing yet. */
export const NOTHING: Mapped = { kind: null, folder: '', entry: {}, meterNumbers: {} };

/** Settles the mapping of a table. `csv` holds what is known of its layout already. */
export function settleMapping(
  file: InputFile,
  table: HeadedTable,
  csv: Readonly<Record<string, string>>,
  context: ProposeContext,
  desk: Settling,
): Mapped {
  const spec = settleKind(desk, rankedKinds(file, table), table);
  if (!spec) return NOTHING;
  const said = saidColumns(desk, spec);
  const job: Job = {
    file,
    context,
    spec,
    table,
    desk,
    candidates: kindCandidates(spec, table, said),
    columns: new Map(),
    entry: new Map(),
    map: new Map(),
    meterNumbers: new Map(),
  };
  settleColumns(job);
  settleBelongings(job);
  settleTimes(job);
  const form = settleNumbers(job);
  return {
    kind: spec.kind,
    folder: spec.kind,
    entry: entryOf(job, {
      ...csv,
      ...(form?.decimal === ',' && { decimal: ',' }),
      ...(form !== undefined && form.thousands !== '' && { thousands: form.thousands }),
    }),
    meterNumbers: Object.fromEntries(job.meterNumbers),
  };
}

function saidColumns(desk: Settling, { roles }: KindSpec): ReadonlyMap<string, string> {
  return new Map(
    roles.flatMap(({ key }) => {
      const said = desk.answer(`column.${key}`);
      return said === undefined ? [] : [[key, said] as const];
    }),
  );
}

function settleTimes(job: Job): void {
  switch (job.spec.times) {
    case 'days':
      settleDays(job);
      return;
    case 'intervals':
      settleIntervals(job);
      return;
    case 'events':
      settleEvents(job);
      return;
    case 'service':
      settleForm(job, ['from', 'to'], 'date_format');
      return;
    case 'vintage':
      settleForm(job, ['vintage'], 'vintage_format');
      return;
    case 'retired-on':
      settleForm(job, ['retired_on'], 'date_format');
      return;
    case 'stamps':
      settleEvents(job, ['time']);
      return;
    case 'none':
  }
}

function columnsOf({ columns }: Job, keys: readonly string[]) {
  return keys.flatMap((key) => columns.get(key) ?? []);
}

/** The form of dates that stand for days or months. */
function settleForm(job: Job, keys: readonly string[], key: string): void {
  const columns = columnsOf(job, keys);
  if (columns.length === 0) return;
  const isMonth = columns.every((column) => column.dates('month').length > 0);
  const shape = key === 'vintage_format' && isMonth ? 'month' : shapeOf(columns);
  const texts = columns.flatMap((column) => column.texts);
  const headers = columns.map(({ header }) => header);
  if (settleDates(job, texts, shape, headers)) job.map.set(key, job.desk.settled.at(-1)?.value);
}

/** Instants: their form and the clock that they show. */
function settleEvents(job: Job, keys: readonly string[] = ['start', 'end']): void {
  const columns = columnsOf(job, keys);
  if (columns.length < keys.length) return;
  const texts = columns.flatMap((column) => column.texts);
  const headers = columns.map(({ header }) => header);
  const parse = settleDates(job, texts, 'stamp', headers);
  if (!parse) return;
  job.map.set('date_format', job.desk.settled.at(-1)?.value);
  settleZone(job, texts.map(parse), columns);
}

/** The entry with its keys in the order in which people write them. */
function entryOf({ spec, entry, map }: Job, csv: Readonly<Record<string, string>>) {
  const order = ['meter', ...spec.roles.map(({ key }) => key)];
  const rank = (key: string) => (order.indexOf(key) + order.length + 1) % (order.length + 1);
  const sorted = [...map].sort(([a], [b]) => rank(a) - rank(b));
  return {
    kind: spec.kind,
    ...Object.fromEntries(entry),
    ...(Object.keys(csv).length > 0 && { csv }),
    map: Object.fromEntries(sorted),
  };
}
