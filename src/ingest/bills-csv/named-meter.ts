import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { IngestContext } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { listed, quoted } from '../wording.ts';

/** The meter of a bill by the names it goes by, the first of them its own; undefined where a finding says that none is known. */
export type MeterByNames = (names: readonly string[], line: number) => string | undefined;

/** The names that a file gives its meters. */
export const BY_OWN_NAME: MeterByNames = ([name]) => name;

/**
 * Resolves meters by `usage_points`, or by the number that the workspace gives a meter. An input for one meter takes the
 * bills of one meter of the file only.
 */
export function meterByNames(
  input: ProfileInput,
  { meters }: IngestContext,
  notes: RowNotes,
): MeterByNames {
  const known = new Map(
    meters.flatMap(({ id, number }) => (number === undefined ? [] : [[number, id] as const])),
  );
  const numberOf = meters.find(({ id }) => id === input.meter)?.number;
  let only: string | undefined;
  return (names, line) => {
    const { meter } = input;
    if (meter !== undefined) {
      only ??= names[0];
      const isIt = only === names[0] && (numberOf === undefined || names.includes(numberOf));
      if (!isIt) noteOther(names, meter, line, notes);
      return isIt ? meter : undefined;
    }
    const id = names
      .map((name) => input.usage_points?.[name] ?? known.get(name))
      .find((found) => found !== undefined);
    if (id === undefined) noteUnknown(names, [...known.keys()], line, notes);
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
