import { parseDecimal, ratio, type Rational } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { canonicalUnit, conversionFactor } from '../../units/unit.ts';
import type { Quality } from '../../model/records.ts';
import { noteNegative } from '../columns.ts';
import type { Claim } from '../duplicates.ts';
import { isNoEnergy } from '../nem12/channel.ts';
import type { NemRecord } from '../nem12/records.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import { dayOfRead, startOfDay } from './read-time.ts';

/** What a register counted between two reads. */
export interface Accumulation extends Claim {
  readonly nmi: string;
  readonly suffix: string;
  readonly direction: 'import';
  /** Days, by number, of the read that begins it and of the one that ends it. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly energyKwh: Rational;
  readonly quality: Quality;
}

const QUALITY = /^([ASFEN])(\d\d)?$/i;
const FORWARD_ESTIMATE = /^E64$/i;

/** The fields of a 250 record that count. @see AEMO, Meter Data File Format Specification NEM12 and NEM13, 5 */
function fieldsOf({ fields }: NemRecord) {
  const at = (i: number) => fields[i] ?? '';
  return {
    nmi: at(1),
    suffix: at(4),
    flow: at(7),
    previous: { read: at(8), time: at(9), quality: at(10) },
    current: { read: at(13), time: at(14), quality: at(15) },
    quantity: at(18),
    unit: at(19),
    stamp: at(21),
  };
}

type Fields = ReturnType<typeof fieldsOf>;

/** The energy of a 250 record; undefined where a finding says why it is not counted. */
export function accumulationOf(record: NemRecord, notes: RowNotes): Accumulation | undefined {
  const fields = fieldsOf(record);
  const { line } = record;
  const factor = factorOf(fields, line, notes);
  if (!factor || !isDelivered(fields, line, notes) || isForecast(fields, line, notes)) {
    return undefined;
  }
  const days = daysOf(fields, line, notes);
  const quantity = quantityOf(fields, line, notes);
  if (!days || !quantity) return undefined;
  noteDifference(fields, quantity, line, notes);
  const { nmi, suffix, stamp } = fields;
  const energy = {
    line,
    nmi,
    suffix,
    direction: 'import' as const,
    start: startOfDay(days.fromDay),
    ...days,
    energyKwh: quantity.mul(factor),
    quality: qualityOf(fields, line, notes),
  };
  return /^\d{14}$/.test(stamp) ? { ...energy, revision: Number(stamp) } : energy;
}

function factorOf({ nmi, suffix, unit }: Fields, line: number, notes: RowNotes) {
  const symbol = canonicalUnit('energy', unit);
  if (nmi !== '' && symbol !== undefined) return conversionFactor(symbol, 'kWh');
  if (isNoEnergy(unit)) {
    notes.tally('IN-NOT-COUNTED', 'info', { line }, (n, lines) => {
      return `Register ${nmi} ${suffix} is in ${quoted(unit)}, which is no energy, in ${n} (${lines}). It was read and set aside.`;
    });
    return undefined;
  }
  const what =
    nmi === '' ? 'the record names no NMI.' : `the unit ${quoted(unit)} of ${nmi} is not energy.`;
  notes.row(
    nmi === '' ? 'IN-METER' : 'IN-UNIT',
    'critical',
    { line },
    `${what} It is not counted; correct the record.`,
  );
  return undefined;
}

/** Only what the site took from the grid is billed: the register counts export of the grid. */
function isDelivered({ nmi, suffix, flow }: Fields, line: number, notes: RowNotes): boolean {
  if (/^E$/i.test(flow)) return true;
  if (/^I$/i.test(flow)) {
    notes.tally('IN-NOT-COUNTED', 'info', { line }, (n, lines) => {
      return `Register ${nmi} ${suffix} counts what the site gave to the grid, in ${n} (${lines}). It does not count as electricity bought.`;
    });
    return false;
  }
  const what = `the direction ${quoted(flow)} of ${nmi} ${suffix} is neither E nor I. It is not counted; correct the record.`;
  notes.row('IN-DIRECTION', 'critical', { line }, what);
  return false;
}

function isForecast({ previous, current }: Fields, line: number, notes: RowNotes): boolean {
  const forecast = [previous, current].find(({ quality }) => FORWARD_ESTIMATE.test(quality));
  if (!forecast) return false;
  notes.tally('IN-QUALITY', 'quality', { line }, (n, lines) => {
    return `The quality ${quoted(forecast.quality)} is a forward estimate, a forecast and no read, in ${n} (${lines}). It is not counted; it will be when the register is read.`;
  });
  return true;
}

function daysOf({ previous, current }: Fields, line: number, notes: RowNotes) {
  const [fromDay, toDay] = [previous, current].map(({ time }) => dayOfRead(time));
  if (fromDay === undefined || toDay === undefined) {
    const text = fromDay === undefined ? previous.time : current.time;
    const what = `${quoted(text)} is no time of a read, such as 20040107100333. The record was set aside; correct it.`;
    notes.row('IN-DATE', 'critical', { line }, what);
    return undefined;
  }
  if (fromDay < toDay) return { fromDay, toDay };
  const what = `the period from ${previous.time} to ${current.time} holds no day. The record was set aside; correct its dates.`;
  notes.row('IN-PERIOD', 'critical', { line }, what);
  return undefined;
}

function quantityOf(
  { nmi, suffix, quantity: text, current }: Fields,
  line: number,
  notes: RowNotes,
): Rational | undefined {
  if (text === '' || /^N/i.test(current.quality)) {
    notes.tally('IN-NULL', 'completeness', { line }, (n, lines) => {
      return `Register ${nmi} ${suffix} has no quantity (blank, or the quality N) in ${n} (${lines}). This counts as missing, not as zero.`;
    });
    return undefined;
  }
  const quantity = parseDecimal(text);
  if (!quantity) {
    notes.row(
      'IN-NUMBER',
      'critical',
      { line },
      `the quantity ${quoted(text)} is not a number. The record was set aside; correct it.`,
    );
  } else if (quantity.s < 0n) noteNegative(notes, { line, column: 'Quantity' });
  return quantity;
}

/** Notes a quantity that is not what the register moved by; one that turned over its last digit moved on. */
function noteDifference(
  { nmi, suffix, previous, current, quantity: text, unit }: Fields,
  quantity: Rational,
  line: number,
  notes: RowNotes,
): void {
  const [from, to] = [previous, current].map(({ read }) => parseDecimal(read));
  if (!from || !to) return;
  const digits = Math.max(
    ...[previous, current].map(({ read }) => read.replace(/\..*$/, '').length),
  );
  const moved = to.sub(from);
  const over = moved.add(ratio(10n ** BigInt(digits)));
  if (quantity.equals(moved) || (moved.s < 0n && quantity.equals(over))) return;
  const what = `${nmi} ${suffix} states ${text} ${unit}, and its register moved by ${decimalText(moved)}, from ${previous.read} to ${current.read}. The quantity stated is counted; ask the provider which holds.`;
  notes.row('IN-CHECK-SUM', 'quality', { line }, what);
}

function qualityOf({ previous, current }: Fields, line: number, notes: RowNotes): Quality {
  const letters = [previous, current].map(({ quality }) => {
    const letter = QUALITY.exec(quality)?.[1]?.toUpperCase();
    if (letter !== undefined) return letter;
    notes.tally('IN-READ-TYPE', 'quality', { line }, (n, lines) => {
      return `The quality ${quoted(quality)} is none of A, S, F, E and N with a method, in ${n} (${lines}). The values are kept without one.`;
    });
    return '';
  });
  if (letters.some((letter) => /[SFEN]/.test(letter))) return 'estimated';
  return letters.includes('') ? 'unstated' : 'actual';
}
