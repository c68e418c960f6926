import type { Instant } from '../../model/time.ts';
import type { WallTime } from './calendar.ts';
import type { ZoneChange, ZoneClock } from './zone-clock.ts';

/** A row's label on the wall clock, and whether the row carries a value. */
export interface WallLabel {
  readonly wall: WallTime;
  readonly isBlank: boolean;
}

/** The instant of a label; `skipped`: that local time does not exist; `unsettled`: it occurs twice and order does not tell. */
export type Settled = Instant | 'skipped' | 'unsettled';

/** Whether labels name the start or the end of their intervals, and how long these are. */
export interface Labelling {
  readonly label: 'start' | 'end';
  readonly seconds: number;
}

/**
 * The instants of the labels of one meter, given in the order of the file. In the hour that occurs twice the order of
 * rows tells the first pass from the second; the label alone does not. An end label may stand at either edge of the
 * change: 02:00 before it and 01:00 after it name one instant, and sources write it both ways.
 */
export function settleLabels(
  labels: readonly WallLabel[],
  clock: ZoneClock,
  labelling: Labelling,
): Settled[] {
  const settled: Settled[] = [];
  for (let i = 0; i < labels.length;) {
    const { wall } = labels[i] ?? { wall: 0 };
    const change = clock.changeNear(wall);
    if (change && isRepeated(wall, change, labelling)) {
      const end = endOfRun(labels, i, change, labelling);
      settled.push(...settleRun(labels, i, end, change, labelling));
      i = end;
    } else {
      settled.push(change ? acrossGap(labels, i, change, labelling, clock) : once(wall, clock));
      i += 1;
    }
  }
  return settled;
}

function once(wall: WallTime, clock: ZoneClock): Settled {
  return clock.instantsOf(wall)[0] ?? 'skipped';
}

/** Start labels repeat from 01:00 up to 02:00; end labels at both of these as well. */
function isRepeated(wall: WallTime, change: ZoneChange, { label }: Labelling): boolean {
  const first = change.at + change.after;
  const last = change.at + change.before;
  return first < last && wall >= first && (label === 'end' ? wall <= last : wall < last);
}

function acrossGap(
  labels: readonly WallLabel[],
  i: number,
  change: ZoneChange,
  { label }: Labelling,
  clock: ZoneClock,
): Settled {
  const { wall, isBlank } = labels[i] ?? { wall: 0, isBlank: true };
  const from = change.at + change.before;
  const to = change.at + change.after;
  if (label === 'end' && wall === from) return change.at;
  // 03:00 as the last of the blank rows 02:15 to 03:00 stands for no interval; alone it names the change itself
  const isInGap = (at: number) => {
    const near = labels[at]?.wall ?? Number.NaN;
    return near >= from && near < to;
  };
  if (
    label === 'end' &&
    wall === to &&
    from < to &&
    isBlank &&
    (isInGap(i - 1) || isInGap(i + 1))
  ) {
    return 'skipped';
  }
  return once(wall, clock);
}

function endOfRun(
  labels: readonly WallLabel[],
  from: number,
  change: ZoneChange,
  labelling: Labelling,
): number {
  let end = from + 1;
  while (end < labels.length && isRepeated(labels[end]?.wall ?? 0, change, labelling)) end += 1;
  return end;
}

function settleRun(
  labels: readonly WallLabel[],
  from: number,
  end: number,
  change: ZoneChange,
  labelling: Labelling,
): Settled[] {
  const walls = labels.slice(from, end).map(({ wall }) => wall);
  const before = labels[from - 1]?.wall;
  const after = labels[end]?.wall;
  const isDescending = descends(before, after, change);
  const inOrder = isDescending === true ? [...walls].reverse() : walls;
  const [previous, next] = isDescending === true ? [after, before] : [before, after];
  const isBelieved =
    isDescending === undefined
      ? isEven(walls, labelling)
      : isBetween(previous, next, change) && isAmidOrder(labels, from, end, isDescending);
  const split = isBelieved ? secondPass(inOrder, isDescending !== undefined) : undefined;
  const instants =
    split === undefined
      ? edgeOnly(inOrder, change, previous, next, labelling)
      : inOrder.map((wall, k) => wall - (k < split ? change.before : change.after));
  return isDescending === true ? [...instants].reverse() : instants;
}

/** Whether the rows beside a run stand before and after the repeated hour. */
function isBetween(
  previous: WallTime | undefined,
  next: WallTime | undefined,
  change: ZoneChange,
): boolean {
  const isBefore = previous === undefined || previous < change.at + change.after;
  return isBefore && (next === undefined || next >= change.at + change.before);
}

/** Rows on either side of a run that must go its way before the order of rows is believed. */
export const WITNESSES = 4;

/** Whether the rows on both sides of a run go its way. */
function isAmidOrder(
  labels: readonly WallLabel[],
  from: number,
  end: number,
  isDescending: boolean,
): boolean {
  return isOneWay(labels, from, -1, isDescending) && isOneWay(labels, end - 1, 1, isDescending);
}

/** Whether the rows beside a run, as many as there are up to four, all go one way. */
function isOneWay(
  labels: readonly WallLabel[],
  edge: number,
  step: 1 | -1,
  isDescending: boolean,
): boolean {
  const first = step === 1 ? edge + 1 : edge - 1;
  const beside = Array.from({ length: WITNESSES }, (_, k) => labels[first + k * step]?.wall);
  const there = beside.filter((wall) => wall !== undefined);
  const isRising = (step === 1) !== isDescending;
  return there.every((wall, k) => {
    const nearer = there[k - 1];
    return nearer === undefined || (isRising ? wall > nearer : wall < nearer);
  });
}

/** Whether rows run from late to early, by the rows around the run; undefined where there are none. */
function descends(
  before: WallTime | undefined,
  after: WallTime | undefined,
  change: ZoneChange,
): boolean | undefined {
  if (before !== undefined && after !== undefined) return before > after;
  if (before !== undefined) return before >= change.at + change.before;
  if (after !== undefined) return after < change.at + change.after;
  return undefined;
}

/** Whether rows with nothing around them go on by intervals, but for the one place where labels fall back. */
function isEven(walls: readonly WallTime[], { seconds }: Labelling): boolean {
  const steps = walls.slice(1).map((wall, k) => wall - (walls[k] ?? 0));
  return steps.filter((step) => step !== seconds).length <= 1;
}

/** Index of the first row of the second pass: the one place where labels fall back. Undefined when there is no such place, or more than one. */
function secondPass(walls: readonly WallTime[], isDirectionKnown: boolean): number | undefined {
  const falls = walls.flatMap((wall, k) => (k > 0 && wall <= (walls[k - 1] ?? 0) ? [k] : []));
  if (falls.length !== 1 || (!isDirectionKnown && walls.length < 3)) return undefined;
  return falls[0];
}

/** A lone end label at the edge of the repeated hour is settled by the row that it continues. */
function edgeOnly(
  walls: readonly WallTime[],
  change: ZoneChange,
  previous: WallTime | undefined,
  next: WallTime | undefined,
  { label, seconds }: Labelling,
): Settled[] {
  const [wall] = walls;
  if (label === 'end' && walls.length === 1 && wall !== undefined) {
    if (wall === change.at + change.after && wall - seconds === previous)
      return [wall - change.before];
    if (wall === change.at + change.before && wall + seconds === next) return [wall - change.after];
  }
  return walls.map(() => 'unsettled' as const);
}
