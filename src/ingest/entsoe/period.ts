import { instantText, type Interval } from '../../model/time.ts';
import { parseDecimal, type Rational } from '../../units/rational.ts';
import { datePattern } from '../clock/date-pattern.ts';
import type { LinedPoint } from '../grid/collect.ts';
import type { RowNotes } from '../row-notes.ts';
import { counted, quoted } from '../wording.ts';
import { childOf, childrenOf, textIn, type XmlElement } from '../xml/xml.ts';

/** How omitted positions are meant: `held` repeats the value before, `missing` is a gap. */
export type Omitted = 'held' | 'missing';

const SECONDS: Readonly<Record<string, number>> = {
  PT5M: 300,
  PT15M: 900,
  PT30M: 1800,
  PT60M: 3600,
  PT1H: 3600,
};
const STAMP = datePattern("yyyy-MM-dd'T'HH:mm");

interface Position {
  readonly place: number;
  readonly megawatts: Rational;
  readonly line: number;
}

/** The points of a period of a series; none where a finding says why. */
export function pointsOf(
  period: XmlElement,
  name: string,
  omitted: Omitted,
  notes: RowNotes,
): LinedPoint[] {
  const { line } = period;
  const span = spanOf(period);
  const resolution = textIn(period, 'resolution') ?? '';
  const seconds = SECONDS[resolution];
  const count = span && seconds !== undefined ? (span.end - span.start) / seconds : 0;
  if (!span || seconds === undefined || count < 1 || !Number.isInteger(count)) {
    const stated = ['start', 'end'].map((edge) => edgeText(period, edge)).join(' to ');
    const what = `the period of ${name} from ${stated} with the resolution ${quoted(resolution)} holds no whole number of intervals of 5, 15, 30 or 60 minutes in UTC. It is not counted; export it again.`;
    notes.row('IN-PERIOD', 'critical', { line }, what);
    return [];
  }
  const positions = positionsOf(period, count, name, notes);
  if (!positions) return [];
  return pointsAt(positions, { ...span, seconds, count, line }, name, omitted, notes);
}

function edgeText(period: XmlElement, edge: string): string {
  return quoted(textIn(childOf(period, 'timeInterval'), edge) ?? '');
}

function spanOf(period: XmlElement): Interval | undefined {
  const [start, end] = ['start', 'end'].map((edge) => {
    const text = textIn(childOf(period, 'timeInterval'), edge) ?? '';
    const stamp = 'parse' in STAMP ? STAMP.parse(text) : undefined;
    return stamp?.offset === undefined ? undefined : stamp.wall - stamp.offset;
  });
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The positions in order; undefined where one is none, stands twice or beyond the period. */
function positionsOf(
  period: XmlElement,
  count: number,
  name: string,
  notes: RowNotes,
): Position[] | undefined {
  const positions = childrenOf(period, 'Point').map((point) => ({
    place: Number(/^\d{1,6}$/.exec(textIn(point, 'position') ?? '')?.[0] ?? 0),
    megawatts: parseDecimal(textIn(point, 'quantity') ?? ''),
    line: point.line,
  }));
  const seen = new Set<number>();
  const sound = positions.flatMap(({ place, megawatts, line }): Position[] => {
    const isFree = place >= 1 && place <= count && !seen.has(place);
    seen.add(place);
    return megawatts && isFree ? [{ place, megawatts, line }] : [];
  });
  if (sound.length === positions.length) return sound.sort((a, b) => a.place - b.place);
  const wrong = positions.find(({ line }) => !sound.some((one) => one.line === line));
  const what = `a point of ${name} states no quantity, or its position ${String(wrong?.place ?? 0)} stands twice or is none of 1 to ${String(count)}. The period is not counted; export it again.`;
  notes.row('IN-STRUCTURE', 'critical', { line: wrong?.line ?? period.line }, what);
  return undefined;
}

interface Grid extends Interval {
  readonly seconds: number;
  readonly count: number;
  readonly line: number;
}

function pointsAt(
  positions: readonly Position[],
  { start, seconds, count, line }: Grid,
  name: string,
  omitted: Omitted,
  notes: RowNotes,
): LinedPoint[] {
  const at = new Map(positions.map((position) => [position.place, position]));
  const points: LinedPoint[] = [];
  let missing = 0;
  let before: Position | undefined;
  for (let place = 1; place <= count; place += 1) {
    const stated = at.get(place);
    const point = stated ?? (omitted === 'held' ? before : undefined);
    before = stated ?? before;
    if (point) {
      const from = start + (place - 1) * seconds;
      points.push({
        start: from,
        end: from + seconds,
        megawatts: point.megawatts,
        line: point.line,
      });
    } else missing += 1;
  }
  if (missing > 0) {
    const what = `${name} has no value for ${counted(missing, 'interval')} of ${String(count)} from ${instantText(start)} on. They count as missing, not as zero.`;
    notes.row('IN-GAP', 'completeness', { line }, what);
  }
  return points;
}
