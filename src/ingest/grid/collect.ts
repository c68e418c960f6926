import { instantText } from '../../model/time.ts';
import type { GridPoint, GridSeries } from '../../model/source-records.ts';
import { uniqueRows } from '../duplicates.ts';
import type { InputFile } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { linesText } from '../wording.ts';

/** What a point belongs to. */
export type GridKey = Pick<GridSeries, 'area' | 'quantity' | 'of' | 'status'>;

/** A point with the line that states it. */
export type LinedPoint = GridPoint & { readonly line: number };

/** The points of one file by series. */
export interface GridCollection {
  add(key: GridKey, point: LinedPoint): void;
  /** The series in order of their names, each in order of time with one point for each start. */
  series(): GridSeries[];
}

/** A collection for one file. */
export function gridCollection({ path, sha256 }: InputFile, notes: RowNotes): GridCollection {
  const all = new Map<string, { readonly key: GridKey; readonly points: LinedPoint[] }>();
  return {
    add(key, point) {
      const id = [key.area, key.quantity, key.of ?? '', key.status].join('\0');
      const known = all.get(id);
      if (known) known.points.push(point);
      else all.set(id, { key, points: [point] });
    },
    series: () =>
      [...all]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { key, points }]) => {
          const kept = isAscending(points) ? points : distinct(key, points, notes);
          return { ...key, file: path, sha256, points: kept };
        }),
  };
}

/** The name of a series as it stands in a message. */
export function gridName({ area, quantity, of, status }: GridKey): string {
  return [area, quantity, ...(of === undefined ? [] : [of]), status].join(' ');
}

function isAscending(points: readonly LinedPoint[]): boolean {
  return points.every(({ start }, i) => i === 0 || start > (points[i - 1]?.start ?? 0));
}

function distinct(key: GridKey, points: readonly LinedPoint[], notes: RowNotes) {
  const isSame = (a: LinedPoint, b: LinedPoint) =>
    a.end === b.end && a.megawatts.equals(b.megawatts);
  const { kept, duplicates, conflicts } = uniqueRows(points, isSame);
  for (const { row } of duplicates) {
    notes.tally('IN-DUPLICATE', 'info', { line: row.line }, (n, lines) => {
      return `Identical values of ${gridName(key)} count once: ${n} dropped (${lines}).`;
    });
  }
  for (const [first, ...others] of conflicts) {
    if (!first) continue;
    const lines = linesText(others.map(({ line }) => line));
    const what = `${gridName(key)} has another value for ${instantText(first.start)} in ${lines}. Neither is counted; remove the wrong one.`;
    notes.row('IN-CONFLICT', 'critical', { line: first.line }, what);
  }
  return kept;
}
