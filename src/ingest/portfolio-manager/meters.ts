import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { Finding } from '../../model/finding.ts';
import { byKey } from '../by-key.ts';
import type { IngestContext } from '../input-file.ts';
import { meterResolver, onlyMeter } from '../meters.ts';
import type { RowNotes } from '../row-notes.ts';
import { ENTRY } from './columns.ts';
import type { Entry } from './entry.ts';

/** The meter of an entry; undefined where a finding says that none is known by its id or name. */
export type MeterOfEntry = (entry: Entry) => string | undefined;

/**
 * Meters of a workspace by the input's own `meter`, by `usage_points`, or by the number that is the id in the file. The
 * name of a meter serves as well, where one grid meter of the file alone bears it.
 */
export function meterOfEntry(
  input: ProfileInput,
  entries: readonly Entry[],
  context: IngestContext,
  file: string,
  notes: RowNotes,
): MeterOfEntry | Finding {
  const { meter, usage_points: named = {} } = input;
  const column = ENTRY.meter;
  const known =
    meter === undefined
      ? meterResolver({ map: { meter: column } }, context, file, notes)
      : onlyMeter(meter, column, context, notes);
  if (typeof known !== 'function') return known;
  const numbers = new Set(context.meters.flatMap(({ id, number }) => [id, number ?? id]));
  const isAlone = aloneNames(entries);
  return (entry) => {
    const names = [entry.meter, ...(isAlone(entry.name) ? [entry.name] : [])];
    const point = names.map((name) => named[name]).find((id) => id !== undefined);
    if (point !== undefined) return point;
    const text = meter === undefined ? names.find((name) => numbers.has(name)) : undefined;
    return known(text ?? entry.meter, { line: entry.line, column });
  };
}

function aloneNames(entries: readonly Entry[]): (name: string) => boolean {
  const grid = entries.filter(({ kind }) => kind.isGrid);
  const meters = byKey(grid, ({ name }) => name);
  return (name) => new Set(meters.get(name)?.map(({ meter }) => meter)).size === 1;
}
