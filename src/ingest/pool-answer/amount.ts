import { parseDecimal, type Rational } from '../../units/rational.ts';
import { noteNull } from '../columns.ts';
import { type JsonValue, memberOf, textIn } from '../json/json-value.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/** An amount of zero or more under a name, written as a number or as a text; undefined where a finding says why not. */
export function amountIn(parent: JsonValue, name: string, notes: RowNotes): Rational | undefined {
  const value = memberOf(parent, name);
  const at = { line: (value ?? parent).line, column: `${parent.pointer}/${name}` };
  if (value === undefined || value.kind === 'null' || textIn(value) === '') {
    noteNull(notes, at, value === undefined ? '' : 'null');
    return undefined;
  }
  const amount = parseDecimal(textIn(value) ?? '');
  if (amount && amount.s >= 0n) return amount;
  const what = `${at.column} holds ${quoted(textIn(value) ?? value.kind)} where a number of zero or more is needed. It was set aside; correct it.`;
  notes.row('IN-NUMBER', 'critical', at, what);
  return undefined;
}

/** An instant in seconds since 1970 under a name; undefined where a finding says why there is none. */
export function instantIn(parent: JsonValue, name: string, notes: RowNotes): number | undefined {
  const text = textIn(memberOf(parent, name)) ?? '';
  if (/^\d{9,10}$/.test(text)) return Number(text);
  const what = `${parent.pointer}/${name} holds ${quoted(text)} where seconds since 1970 are needed. It was set aside; correct it.`;
  notes.row(
    'IN-DATE',
    'critical',
    { line: parent.line, column: `${parent.pointer}/${name}` },
    what,
  );
  return undefined;
}
