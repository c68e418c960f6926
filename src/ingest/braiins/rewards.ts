import type { Payout } from '../../model/source-records.ts';
import { type Rational, sumOf } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { DAY, dayText } from '../clock/calendar.ts';
import type { Extraction, InputFile } from '../input-file.ts';
import { evidenceOf, type JsonValue, memberOf } from '../json/json-value.ts';
import { amountIn, instantIn } from '../pool-answer/amount.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';

/** What is paid for hashes: the reward itself, and the pool's fee where it is given back. */
const FOR_WORK = ['mining_reward', 'bos_plus_reward'];
/** What is paid for having brought others. */
const FOR_OTHERS = ['referral_bonus', 'referral_reward'];

/** The coins that were credited for the work of each day. */
export function payoutsOf(
  days: readonly JsonValue[],
  site: string,
  file: InputFile,
): Extraction<Payout> {
  const notes = rowNotes(file.path);
  const records = days.flatMap((day) => payoutOf(day, site, file, notes));
  const rows = { read: days.length, rejected: days.length - records.length, duplicate: 0 };
  return { records, findings: notes.findings(), rows };
}

function payoutOf(day: JsonValue, site: string, file: InputFile, notes: RowNotes): Payout[] {
  const start = instantIn(day, 'date', notes);
  const coins = coinsOf(day, notes);
  if (start === undefined || !coins) return [];
  // the first second of a day, in whatever zone: its middle tells which day is meant
  const date = dayText(Math.floor((start + DAY / 2) / DAY));
  const days = { start, end: start + DAY, firstDay: date, lastDay: date };
  const stated = memberOf(day, 'mining_reward') ?? memberOf(day, 'total_reward') ?? day;
  return [{ site, coins, ...days, evidence: evidenceOf(file, stated) }];
}

function coinsOf(day: JsonValue, notes: RowNotes): Rational | undefined {
  if (memberOf(day, 'mining_reward') === undefined) return amountIn(day, 'total_reward', notes);
  const work = amountsIn(day, FOR_WORK, notes);
  const others = amountsIn(day, FOR_OTHERS, notes);
  if (!work || !others) return undefined;
  const total = amountIn(day, 'total_reward', notes);
  const sum = work.add(others);
  if (total && !total.equals(sum)) {
    const what = `${day.pointer} states a total_reward of ${decimalText(total)}, and its parts add up to ${decimalText(sum)}. The parts count; correct the one that is wrong.`;
    notes.row(
      'IN-CHECK-SUM',
      'quality',
      { line: day.line, column: `${day.pointer}/total_reward` },
      what,
    );
  }
  return work;
}

/** The sum of those that are stated; undefined where one of them cannot be read. */
function amountsIn(
  day: JsonValue,
  names: readonly string[],
  notes: RowNotes,
): Rational | undefined {
  const stated = names.filter((name) => memberOf(day, name) !== undefined);
  const amounts = stated.map((name) => amountIn(day, name, notes));
  return amounts.includes(undefined)
    ? undefined
    : sumOf(amounts.filter((one) => one !== undefined));
}
