import type { Instant } from '../../model/time.ts';
import type { Direction, Quality } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { byKey } from '../by-key.ts';
import { type Claim, type Unique, uniqueRows } from '../duplicates.ts';
import type { InputFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { noteGivenWay } from '../readings-csv/given-way.ts';
import type { RowNotes } from '../row-notes.ts';
import { commonScale, scaled } from '../scale.ts';
import type { Channel } from './channel.ts';
import type { Day, DayInterval } from './day.ts';

/** The days of a channel and the meter that they are counted for. */
export interface DaysOfMeter {
  readonly meter: string;
  readonly channel: Channel;
  readonly days: readonly Day[];
}

interface Claimed extends Claim {
  readonly end: Instant;
  /** Undefined: the file says that there is none. */
  readonly joules: Rational | undefined;
  readonly flag: DayInterval['flag'];
}

interface Valued extends Claimed {
  readonly joules: Rational;
  readonly flag: Quality;
}

/** What the days of one file become. */
export interface CountedSeries {
  readonly records: readonly ExtractedSeries[];
  readonly rejected: number;
  readonly duplicate: number;
}

/** One series for each meter, direction and interval length, free of duplicates, in order of time. */
export function seriesOfDays(
  all: readonly DaysOfMeter[],
  file: InputFile,
  notes: RowNotes,
): CountedSeries {
  const records: ExtractedSeries[] = [];
  let rejected = 0;
  let duplicate = 0;
  const keyOf = ({ meter, channel: { direction, minutes } }: DaysOfMeter) =>
    `${meter} ${direction} ${String(minutes)}`;
  for (const parts of byKey(all, keyOf).values()) {
    const [first] = parts;
    if (!first) continue;
    const unique = withoutRepeated(parts);
    noteGivenWay(unique, first.meter, notes);
    noteFlags(unique.kept, first.meter, notes);
    const forecasts = unique.kept.filter(({ flag }) => flag === 'forecast');
    rejected += unique.conflicts.flat().length + forecasts.length;
    duplicate += unique.duplicates.length;
    if (unique.kept.some(isValued) || unique.conflicts.flat().some(isValued)) {
      records.push(seriesOf(first, unique, file));
    }
  }
  return { records, rejected, duplicate };
}

/** Days in order of time share no interval, so that a file of years need not be grouped by it. */
function withoutRepeated(parts: readonly DaysOfMeter[]): Unique<Claimed> {
  const claims = parts.flatMap(claimsOf);
  const isAscending = claims.every(
    ({ start }, i) => i === 0 || start > (claims[i - 1]?.start ?? 0),
  );
  if (!isAscending) return uniqueRows(claims, isSame);
  return { kept: claims, duplicates: [], superseded: [], conflicts: [] };
}

function claimsOf({ channel, days }: DaysOfMeter): Claimed[] {
  const inJoules = once((value: Rational) => value.mul(channel.joules));
  return days.flatMap(({ line, intervals, revision }) =>
    intervals.map(({ start, end, value, flag }): Claimed => {
      const joules = flag === 'missing' || !value ? undefined : inJoules(value);
      return revision === undefined
        ? { start, end, line, joules, flag }
        : { start, end, line, joules, flag, revision };
    }),
  );
}

/** The function with each result kept: a file repeats its values, and equal texts share one number. */
function once<T>(of: (value: Rational) => T): (value: Rational) => T {
  const known = new Map<Rational, T>();
  return (value) => {
    const found = known.get(value) ?? of(value);
    known.set(value, found);
    return found;
  };
}

function isSame(a: Claimed, b: Claimed): boolean {
  if (a.flag !== b.flag) return false;
  return a.joules && b.joules ? a.joules.equals(b.joules) : a.joules === b.joules;
}

function isValued(claim: Claimed): claim is Valued {
  return claim.joules !== undefined && claim.flag !== 'missing' && claim.flag !== 'forecast';
}

function seriesOf(
  { meter, channel }: { meter: string; channel: { direction: Direction; minutes: number } },
  { kept, duplicates, conflicts }: Unique<Claimed>,
  { path, sha256 }: InputFile,
): ExtractedSeries {
  const held = kept.filter(isValued);
  const inDispute = conflicts.flat().filter(isValued);
  const values = new Set<Rational>();
  for (const { joules } of held) values.add(joules);
  for (const { joules } of inDispute) values.add(joules);
  const scale = commonScale(values);
  const energyOf = once((joules: Rational) => scaled(joules, scale));
  const readingOf = ({ start, end, joules, flag: quality, line, revision }: Valued) => {
    const energy = energyOf(joules);
    return revision === undefined
      ? { meter, start, end, energy, quality, line }
      : { meter, start, end, energy, quality, line, revision };
  };
  return {
    meter,
    direction: channel.direction,
    file: path,
    sha256,
    scale,
    intervalSeconds: channel.minutes * 60,
    readings: held.map(readingOf),
    duplicates: duplicates.length,
    disputed: inDispute.map(readingOf),
  };
}

/** Lines that hold a value flagged as estimated, as forecast or as missing, or a negative one. */
function flaggedLines(kept: readonly Claimed[]) {
  const lines = {
    estimated: new Set<number>(),
    forecast: new Set<number>(),
    missing: new Set<number>(),
    negative: new Set<number>(),
  };
  for (const { flag, joules, line } of kept) {
    if (flag === 'estimated') lines.estimated.add(line);
    if (flag === 'forecast') lines.forecast.add(line);
    else if (!joules) lines.missing.add(line);
    if (joules && joules.s < 0n) lines.negative.add(line);
  }
  return lines;
}

function noteFlags(kept: readonly Claimed[], meter: string, notes: RowNotes): void {
  const { estimated, forecast, missing, negative } = flaggedLines(kept);
  for (const line of estimated) {
    notes.tally('IN-ESTIMATED', 'quality', { line }, (n, lines) => {
      return `Reads of ${meter} are flagged as estimated or substituted in ${n} (${lines}).`;
    });
  }
  for (const line of forecast) {
    notes.tally('IN-QUALITY', 'quality', { line }, (n, lines) => {
      return `Values of ${meter} are forward estimates (E64), forecasts and no reads, in ${n} (${lines}). They are not counted.`;
    });
  }
  for (const line of missing) {
    notes.tally('IN-NULL', 'completeness', { line }, (n, lines) => {
      return `Intervals of ${meter} have no value (blank, or the quality N) in ${n} (${lines}). They count as missing, not as zero.`;
    });
  }
  for (const line of negative) {
    notes.tally('IN-NEGATIVE', 'quality', { line }, (n, lines) => {
      return `Values of ${meter} are negative in ${n} (${lines}). They are kept, as a correction.`;
    });
  }
}
