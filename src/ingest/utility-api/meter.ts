import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { IngestContext } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { listed, quoted } from '../wording.ts';
import type { Entry } from './entry.ts';

/** The meter of a bill; undefined where a finding says that none is known by its names. */
export type MeterOfEntry = (entry: Entry) => string | undefined;

/** The names that an export gives its meters. */
export function meterNames(): MeterOfEntry {
  return ({ meterUid }) => meterUid;
}

/**
 * Resolves meters by `usage_points`, or by the number that the workspace gives a meter: the export's id of it, the
 * service's id, or a number on the bill. An input of one meter takes the bills of one meter of the export only.
 */
export function meterOfEntry(
  input: ProfileInput,
  { meters }: IngestContext,
  notes: RowNotes,
): MeterOfEntry {
  const known = new Map(
    meters.flatMap(({ id, number }) => (number === undefined ? [] : [[number, id] as const])),
  );
  const numberOf = meters.find(({ id }) => id === input.meter)?.number;
  let only: string | undefined;
  return (entry) => {
    const names = [entry.meterUid, ...entry.otherNames];
    const { meter } = input;
    if (meter !== undefined) {
      only ??= entry.meterUid;
      const isIt = only === entry.meterUid && (numberOf === undefined || names.includes(numberOf));
      if (!isIt) noteOther(names, meter, entry.line, notes);
      return isIt ? meter : undefined;
    }
    const mapped = names.map((name) => input.usage_points?.[name] ?? known.get(name));
    const id = mapped.find((found) => found !== undefined);
    if (id === undefined) noteUnknown(names, [...known.keys()], entry.line, notes);
    return id;
  };
}

function noteOther(names: readonly string[], meter: string, line: number, notes: RowNotes): void {
  notes.tally('IN-METER', 'critical', { line }, (n, lines) => {
    return `A bill of the meter ${listed(names)} stands in a file for ${quoted(meter)} alone, in ${n} (${lines}). It is not counted; give the meters their numbers and leave out meter.`;
  });
}

function noteUnknown(
  names: readonly string[],
  known: readonly string[],
  line: number,
  notes: RowNotes,
): void {
  notes.tally('IN-METER', 'critical', { line }, (n, lines) => {
    return `The meter ${listed(names)} is not in the workspace (known: ${listed(known)}), in ${n} (${lines}). Nothing of it is counted; add its number, or usage_points.`;
  });
}
