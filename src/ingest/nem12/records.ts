import type { RowNotes } from '../row-notes.ts';
import { firstRowOf } from '../table/cells.ts';
import { quoted } from '../wording.ts';

/** One record of the file: its line and its fields without the blanks around them. */
export interface NemRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A day of values (300) with the ranges of quality (400) that follow it. */
export interface DayRecord extends NemRecord {
  readonly ranges: readonly NemRecord[];
}

/** A channel (200) with the days that stand under it. */
export interface ChannelRecord extends NemRecord {
  readonly days: readonly DayRecord[];
}

/** The records of a file, joined as they stand under each other. */
export interface NemFile {
  readonly channels: readonly ChannelRecord[];
  /** Reads of registers (250). */
  readonly accumulations: readonly NemRecord[];
}

/** Characters in which the first record must begin and end. */
const HEAD = 65_536;

/** Puts a record where it belongs; what is wrong with its place, if anything. */
type Place = (record: NemRecord) => string | undefined;

interface OpenDay extends NemRecord {
  readonly ranges: NemRecord[];
}

/** A file in the making: each record is put in its place, and `isCut` says whether the end record is missing. */
function placing() {
  const channels: (NemRecord & { readonly days: OpenDay[] })[] = [];
  const accumulations: NemRecord[] = [];
  // no channel is open before the first one and after the end record
  let open: OpenDay[] | undefined;
  let isCut = false;
  const places: Readonly<Record<string, Place>> = {
    '100': () => {
      [open, isCut] = [undefined, true];
      return undefined;
    },
    '200': (record) => {
      open = [];
      channels.push({ ...record, days: open });
      return undefined;
    },
    '300': (record) => {
      open?.push({ ...record, ranges: [] });
      return open ? undefined : 'a 300 record stands under no 200 record.';
    },
    '400': (record) => {
      const day = open?.at(-1);
      day?.ranges.push(record);
      return day ? undefined : 'a 400 record stands under no 300 record.';
    },
    '250': (record) => {
      accumulations.push(record);
      open = undefined;
      return undefined;
    },
    // reads of the register at the meter repeat what the intervals say
    '500': () => undefined,
    '550': () => undefined,
    '900': () => {
      [open, isCut] = [undefined, false];
      return undefined;
    },
  };
  const place: Place = (record) => {
    const [kind = ''] = record.fields;
    const known = Object.hasOwn(places, kind) ? places[kind] : undefined;
    return known ? known(record) : `${quoted(kind)} is no record of NEM12 or NEM13.`;
  };
  return { file: { channels, accumulations }, place, isCut: () => isCut };
}

/** The records of a text, by line; lines of nothing but commas are none. */
export function recordsOf(text: string): NemRecord[] {
  return text.split('\n').flatMap((row, i) => {
    if (isBlank(row)) return [];
    const cells = row.includes('"') ? firstRowOf(row, ',') : undefined;
    const fields = (cells ?? row.split(',')).map((field) => field.trim());
    return [{ line: i + 1, fields }];
  });
}

/** The first record of a text, without a look at the rest; undefined where it is no line of fields. */
export function firstRecordOf(text: string): NemRecord | undefined {
  const head = text.slice(0, HEAD);
  const [first] = head
    .split('\n')
    .flatMap((row, i) => (isBlank(row) ? [] : [{ row, line: i + 1 }]));
  if (!first || !/^\s*"?(100|200|250)"?\s*,/.test(first.row)) return undefined;
  const [record] = recordsOf(first.row);
  return record && { ...record, line: first.line };
}

function isBlank(row: string): boolean {
  return /^[\s,]*$/.test(row);
}

/** The records joined; undefined where findings say why the file is refused. */
export function nemFile(records: readonly NemRecord[], notes: RowNotes): NemFile | undefined {
  const { file, place, isCut } = placing();
  const faults = records.flatMap((record) => {
    const what = place(record);
    return what === undefined ? [] : [{ line: record.line, what }];
  });
  if (isCut()) {
    const what = 'the file ends without its 900 record, so it was cut off.';
    faults.push({ line: records.at(-1)?.line ?? 1, what });
  }
  for (const { line, what } of faults) {
    notes.row('IN-STRUCTURE', 'critical', { line }, `${what} ${NOTHING_READ}`);
  }
  return faults.length === 0 ? file : undefined;
}

/** The end of each message that refuses the file. */
export const NOTHING_READ = 'Nothing of the file is counted; export it again.';
