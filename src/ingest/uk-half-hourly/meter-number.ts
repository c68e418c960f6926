import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { Finding } from '../../model/finding.ts';
import type { IngestContext } from '../input-file.ts';
import { bare, type MeterOf, meterResolver, onlyMeter } from '../meters.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** What a spreadsheet makes of a long number: digits are lost, so no meter is named any more. */
const MANGLED = /^\d+(\.\d+e\+?\d+|e\+\d+)$/i;

/** The meters of a workspace: by `meter` where the input names one, else by the numbers in the file. */
export function workspaceMeters(
  { meter }: ProfileInput,
  column: string,
  context: IngestContext,
  file: string,
  notes: RowNotes,
): MeterOf | Finding {
  const known =
    meter === undefined
      ? meterResolver({ map: { meter: column } }, context, file, notes)
      : onlyMeter(meter, 'meter number', context, notes);
  return typeof known === 'function' ? whole(known, notes) : known;
}

/** The numbers of the file themselves. */
export function fileMeters(notes: RowNotes): MeterOf {
  return whole(bare, notes);
}

/** Sets rows aside whose meter number is missing or was cut by a spreadsheet. */
function whole(meterOf: MeterOf, notes: RowNotes): MeterOf {
  return (text, at) => {
    const number = bare(text);
    if (number !== '' && !MANGLED.test(number)) return meterOf(text, at);
    const what =
      number === ''
        ? 'no meter number stands in it. The row was set aside; add the number.'
        : `the meter number ${quoted(number)} was shortened by a spreadsheet and names no meter. The row was set aside; write the number in full.`;
    notes.row('IN-METER', 'critical', at, what);
    return undefined;
  };
}
