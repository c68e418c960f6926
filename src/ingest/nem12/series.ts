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
    const unique = uniqueRows(parts.flatMap(claimsOf), isSame);
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

function claimsOf({ channel, days }: DaysOfMeter): Claimed[] {
  return days.flatMap(({ line, intervals, revision }) =>
    intervals.map(({ start, end, value, flag }) => {
      const joules = flag === 'missing' ? undefined : value?.mul(channel.joules);
      const claim = { start, end, line, joules, flag };
      return revision === undefined ? claim : { ...claim, revision };
    }),
  );
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
  const scale = commonScale([...held, ...inDispute].map(({ joules }) => joules));
  const readingOf = ({ start, end, joules, flag: quality, line, revision }: Valued) => {
    const reading = { meter, start, end, energy: scaled(joules, scale), quality, line };
    return revision === undefined ? reading : { ...reading, revision };
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

/** Names the days that hold a value flagged as estimated, as forecast or as missing, or a negative one. */
function noteFlags(kept: readonly Claimed[], meter: string, notes: RowNotes): void {
  const linesOf = (which: (claim: Claimed) => boolean) =>
    new Set(kept.filter(which).map(({ line }) => line));
  for (const line of linesOf(({ flag }) => flag === 'estimated')) {
    notes.tally('IN-ESTIMATED', 'quality', { line }, (n, lines) => {
      return `Reads of ${meter} are flagged as estimated or substituted in ${n} (${lines}).`;
    });
  }
  for (const line of linesOf(({ flag }) => flag === 'forecast')) {
    notes.tally('IN-QUALITY', 'quality', { line }, (n, lines) => {
      return `Values of ${meter} are forward estimates (method 64), forecasts and no reads, in ${n} (${lines}). They are not counted.`;
    });
  }
  for (const line of linesOf(({ joules, flag }) => flag !== 'forecast' && joules === undefined)) {
    notes.tally('IN-NULL', 'completeness', { line }, (n, lines) => {
      return `Intervals of ${meter} have no value (blank, or the quality N) in ${n} (${lines}). They count as missing, not as zero.`;
    });
  }
  for (const line of linesOf(({ joules }) => joules !== undefined && joules.s < 0n)) {
    notes.tally('IN-NEGATIVE', 'quality', { line }, (n, lines) => {
      return `Values of ${meter} are negative in ${n} (${lines}). They are kept, as a correction.`;
    });
  }
}
