import {
  type Labelling,
  type Settled,
  settleLabels,
  type WallLabel,
  WITNESSES,
} from './wall-order.ts';
import type { ZoneClock } from './zone-clock.ts';

/** Labels of one series in the order of the file. */
export interface Labels {
  readonly length: number;
  wallAt(index: number): number;
  isBlank(index: number): boolean;
}

/** What stands in place of an instant. */
export const SKIPPED = Number.NEGATIVE_INFINITY;
export const UNSETTLED = Number.NaN;

/** Rows beside a run that settling it looks at. */
const BESIDE = WITNESSES + 1;

/** The instants of many labels as `settleLabels` gives them: away from changes of time each stands for itself. */
export function settleColumns(
  labels: Labels,
  clock: ZoneClock,
  labelling: Labelling,
): Float64Array {
  const instants = new Float64Array(labels.length);
  for (let i = 0; i < labels.length;) {
    const wall = labels.wallAt(i);
    if (!clock.changeNear(wall)) {
      instants[i] = clock.instantsOf(wall)[0] ?? SKIPPED;
      i += 1;
      continue;
    }
    let end = i + 1;
    while (end < labels.length && clock.changeNear(labels.wallAt(end))) end += 1;
    const from = Math.max(0, i - BESIDE);
    const settled = settleLabels(slice(labels, from, end + BESIDE), clock, labelling);
    for (let k = i; k < end; k += 1) instants[k] = instantOf(settled[k - from]);
    i = end;
  }
  return instants;
}

function slice(labels: Labels, from: number, to: number): WallLabel[] {
  const count = Math.min(to, labels.length) - from;
  return Array.from({ length: count }, (_, k) => ({
    wall: labels.wallAt(from + k),
    isBlank: labels.isBlank(from + k),
  }));
}

function instantOf(settled: Settled | undefined): number {
  if (typeof settled === 'number') return settled;
  return settled === 'skipped' ? SKIPPED : UNSETTLED;
}
