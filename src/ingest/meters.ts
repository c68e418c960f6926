import { finding, type Finding } from '../model/finding.ts';
import { parseDecimal } from '../units/rational.ts';
import type { IngestContext } from './input-file.ts';
import type { RowNotes, RowPlace } from './row-notes.ts';
import { listed, quoted } from './wording.ts';

/** The meter that a row is for; undefined where a finding says that none is known by that text. */
export type MeterOf = (text: string, at: RowPlace) => string | undefined;

/** Resolves the meter of rows by the input's own `meter`, or by id or number in the mapped column. */
export function meterResolver(
  input: { readonly meter?: string; readonly map: { readonly meter?: string } },
  { meters }: IngestContext,
  file: string,
  notes: RowNotes,
): MeterOf | Finding {
  const { meter } = input;
  if (input.map.meter === undefined) {
    if (meter !== undefined) return () => meter;
    const message = `The input of ${file} does not say which meter it is for. Add meter, or map.meter.`;
    return finding('WS-METER-NEEDED', 'critical', message, { file });
  }
  const known = new Map([
    ...meters.flatMap(({ id, number }) => (number === undefined ? [] : [[number, id] as const])),
    ...meters.map(({ id }) => [id, id] as const),
  ]);
  return (text, at) => {
    const direct = known.get(text);
    const id = direct ?? known.get(normalised(text));
    if (id === undefined) {
      const ids = listed([...known.keys()]);
      notes.tally('IN-METER', 'critical', at, (n, lines) => {
        return `The meter ${quoted(text)} is not in the workspace (known: ${ids}), in ${n} (${lines}). Nothing of it is counted; add the meter or its number.`;
      });
    } else if (direct === undefined) noteNormalised(text, id, at, notes);
    return id;
  };
}

function noteNormalised(text: string, id: string, at: RowPlace, notes: RowNotes): void {
  notes.tally(
    'IN-IDENTIFIER',
    'info',
    at,
    (n, lines) => `The meter ${quoted(text)} was read as ${id}, in ${n} (${lines}).`,
  );
}

/** Without the spreadsheet's leading apostrophe; `8.1E8` and `810000000.0` written out. */
function normalised(text: string): string {
  const bare = text.replace(/^['\u2019]/, '').trim();
  if (!/[.eE]/.test(bare)) return bare;
  const value = parseDecimal(bare);
  return value?.d === 1n ? value.n.toString() : bare;
}

/** An identifier without the apostrophe that keeps spreadsheets from reading it as a number. */
export function bare(text: string): string {
  return text.replace(/^['\u2019]/, '').trim();
}

/**
 * One meter of the workspace for one identifier of the file: a second one is not the same meter. `what` names the
 * identifier, such as `ESI ID`.
 */
export function onlyMeter(
  meter: string,
  what: string,
  { meters }: IngestContext,
  notes: RowNotes,
): MeterOf {
  let expected = meters.find(({ id }) => id === meter)?.number;
  return (text, at) => {
    const found = bare(text);
    expected ??= found;
    if (found === expected) return meter;
    const other = expected;
    notes.tally('IN-METER', 'critical', at, (n, lines) => {
      return `The ${what} ${quoted(found)} is not the one of ${meter} (${quoted(other)}), in ${n} (${lines}). Nothing of it is counted; give the meters their numbers and leave out meter.`;
    });
    return undefined;
  };
}
