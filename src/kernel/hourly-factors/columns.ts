import { HOUR, type ColumnUnit, type HourColumn } from '../../model/column.ts';
import type { Calendar } from '../../model/time.ts';
import { conversionFactor } from '../../units/unit.ts';
import { derivedColumn } from '../ledger.ts';
import { instantOf } from '../../model/instant.ts';
import type { HourlyAnswer, HourlyField } from './rows.ts';

/** The file of a factor set, with its hash. */
export interface FactorFile {
  readonly file: string;
  readonly sha256: string;
}

/** The hours that one row serves, as columns. */
export interface ServedHours {
  readonly answer: HourlyAnswer;
  /** By field of the row; a mass per joule, or a share. */
  readonly columns: ReadonlyMap<HourlyField, HourColumn>;
  /** 1 in the hours that the row serves, 0 elsewhere. */
  readonly mask: HourColumn;
}

/** What hours are asked for, and how their columns are called. */
export interface HoursAsked {
  readonly site: string;
  readonly calendar: Calendar;
  /** Columns are called `<site>.<name>-<number>.<field>`. */
  readonly name: 'rate' | 'mix-renewable' | 'mix-carbon-free' | 'marginal';
  /** The fields that an hour must state to be served. */
  readonly fieldsOf: (answer: HourlyAnswer) => readonly HourlyField[];
  readonly fileOf: (answer: HourlyAnswer) => FactorFile | undefined;
}

/** How many hours a calendar holds. */
export function hoursOf({ start, end }: Calendar): number {
  return Math.floor((end - start) / HOUR);
}

/** The hours of the calendar that a row states whole and that are still free, with their places in its lists. */
function takenHours(
  { hourly }: HourlyAnswer,
  fields: readonly HourlyField[],
  { start }: Calendar,
  free: Readonly<Uint8Array>,
): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  const first = instantOf(hourly.start);
  const shift = first === undefined ? Number.NaN : (start - first) / HOUR;
  // hours that begin at other minutes than those of the row do not meet
  if (!Number.isInteger(shift)) return taken;
  const lists = fields.map((field) => hourly[field] ?? []);
  for (let hour = Math.max(0, -shift); hour < free.length; hour += 1) {
    const place = hour + shift;
    if (free[hour] !== 1 || !lists.every((list) => typeof list[place] === 'string')) continue;
    taken.set(hour, place);
  }
  return taken;
}

function decimalsIn(values: readonly string[]): number {
  return values.reduce((most, text) => Math.max(most, text.split('.')[1]?.length ?? 0), 0);
}

/** `12.5` in thousandths is 12500. */
function scaledInteger(text: string, decimals: number): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

function gasOf(field: HourlyField): string {
  return { co2_kg: 'CO2', ch4_kg: 'CH4', n2o_kg: 'N2O', co2e_kg: 'CO2e' }[field as string] ?? '';
}

/** In what the cells are kept: a share as it is, a mass per the row's unit as one per joule. */
function meaningOf(field: HourlyField, per: string) {
  if (field === 'renewable' || field === 'carbon_free') {
    return { quantity: 'share', unit: '1', n: 1n, d: 1n } as const;
  }
  const { n, d } = conversionFactor(per, 'J');
  const unit: ColumnUnit = `kg ${gasOf(field)}/J`;
  return { quantity: 'rate', unit, n, d } as const;
}

function fieldColumn(
  asked: HoursAsked,
  answer: HourlyAnswer,
  field: HourlyField,
  id: string,
  taken: ReadonlyMap<number, number>,
): HourColumn {
  const list = answer.hourly[field] ?? [];
  const texts = [...taken.values()].map((place) => list[place] ?? '0');
  const decimals = decimalsIn(texts);
  const { quantity, unit, n, d } = meaningOf(field, answer.row.per);
  const hours = hoursOf(asked.calendar);
  const cells = new BigInt64Array(hours);
  const known = new Uint8Array(hours);
  for (const [hour, place] of taken) {
    cells[hour] = scaledInteger(list[place] ?? '0', decimals) * d;
    known[hour] = 1;
  }
  const file = asked.fileOf(answer);
  return {
    id,
    site: asked.site,
    quantity,
    unit,
    scale: 10n ** BigInt(decimals) * n,
    start: asked.calendar.start,
    cells,
    known,
    inputs: file ? [file] : [],
    counts: { readings: taken.size, estimated: 0, missing: hours - taken.size, duplicate: 0 },
  };
}

/** The hours of a period row by row: each hour by the first row that states all that is asked of it. */
export function servedHours(rows: readonly HourlyAnswer[], asked: HoursAsked): ServedHours[] {
  const { site, calendar, name, fieldsOf } = asked;
  const hours = hoursOf(calendar);
  const free = new Uint8Array(hours).fill(1);
  const served: ServedHours[] = [];
  for (const answer of rows) {
    const fields = fieldsOf(answer);
    const taken = takenHours(answer, fields, calendar, free);
    if (taken.size === 0) continue;
    for (const hour of taken.keys()) free[hour] = 0;
    const stem = `${site}.${name}-${String(served.length + 1)}`;
    const columns = new Map(
      fields.map((field) => {
        const id = `${stem}.${field.replace(/_/g, '-')}`;
        return [field, fieldColumn(asked, answer, field, id, taken)] as const;
      }),
    );
    const mask = derivedColumn('known', [...columns.values()], {
      id: `${stem}.known`,
      site,
      quantity: 'share',
      unit: '1',
      start: calendar.start,
      hours,
    });
    served.push({ answer, columns, mask });
  }
  return served;
}
