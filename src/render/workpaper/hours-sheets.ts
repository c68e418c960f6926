import type { WriteSheet } from 'hucre/xlsx';
import { cellName } from '../../model/cell-name.ts';
import { HOUR, type HourColumn } from '../../model/column.ts';
import { instantText, type Interval } from '../../model/time.ts';

/** The hours of a workpaper: one sheet for each site, and where a column's cells stand. */
export interface Hours {
  readonly sheets: readonly WriteSheet[];
  /** The cells of a column that lie wholly within an interval, as a range; undefined where there are none. */
  readonly rangeOf: (id: string, interval: Interval) => HourRange | undefined;
}

/** A range of cells and the scale by which each is divided. */
export interface HourRange {
  readonly range: string;
  readonly scale: bigint;
}

interface Placed {
  readonly column: HourColumn;
  readonly sheet: string;
  readonly index: number;
  readonly from: number;
}

/** A name of a sheet holds at most 31 characters, and none of these signs. */
function sheetName(site: string, taken: ReadonlySet<string>): string {
  const plain = `Hours ${site.replace(/[[\]:*?/\\']/g, ' ')}`.slice(0, 31);
  for (let n = 2; ; n += 1) {
    const name = n === 2 ? plain : `${plain.slice(0, 28)} ${String(n - 1)}`;
    if (!taken.has(name)) return name;
  }
}

function rowsOf(columns: readonly HourColumn[], from: number, to: number) {
  const rows: (string | number | null)[][] = [
    ['Hour (UTC)', ...columns.map(({ id }) => id)],
    ['Divided by', ...columns.map(({ scale }) => Number(scale))],
    ['Unit then', ...columns.map(({ unit }) => unit)],
  ];
  for (let hour = from; hour < to; hour += HOUR) {
    rows.push([
      instantText(hour),
      ...columns.map(({ start, cells, known }) => {
        const i = (hour - start) / HOUR;
        return known[i] === 1 ? Number(cells[i] ?? 0n) : null;
      }),
    ]);
  }
  return rows;
}

/** Rows above the first hour: id, scale and unit. */
const HEAD = 3;

/** The hourly columns, a sheet for each site. */
export function hoursSheets(columns: readonly HourColumn[]): Hours {
  const placed = new Map<string, Placed>();
  const sheets: WriteSheet[] = [];
  const taken = new Set<string>();
  for (const site of [...new Set(columns.map((column) => column.site))].sort()) {
    const own = columns.filter((column) => column.site === site);
    const from = Math.min(...own.map(({ start }) => start));
    const to = Math.max(...own.map(({ start, cells }) => start + cells.length * HOUR));
    const sheet = sheetName(site, taken);
    taken.add(sheet);
    own.forEach((column, i) => {
      placed.set(column.id, { column, sheet, index: i + 1, from });
    });
    sheets.push({
      name: sheet,
      rows: rowsOf(own, from, to),
      columns: [{ width: 22 }, ...own.map(() => ({ width: 22 }))],
      freezePane: { rows: HEAD, columns: 1 },
    });
  }
  const rangeOf = (id: string, { start, end }: Interval): HourRange | undefined => {
    const place = placed.get(id);
    if (!place) return undefined;
    const first = Math.ceil((start - place.from) / HOUR);
    const last = Math.floor((end - place.from) / HOUR) - 1;
    if (last < first || first < 0) return undefined;
    const { index, sheet, column } = place;
    const cell = (hour: number) => cellName(hour + HEAD + 1, index);
    return { range: `'${sheet}'!${cell(first)}:${cell(last)}`, scale: column.scale };
  };
  return { sheets, rangeOf };
}
