import type { CsvLayout, ReadTypeColumn } from '../model/documents/workspace.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { Quality } from '../model/records.ts';
import type { Rational } from '../units/rational.ts';
import { canonicalUnit, conversionFactor, unitsOf } from '../units/unit.ts';
import type { RowNotes, RowPlace } from './row-notes.ts';
import { numberHint, numberReader } from './table/number.ts';
import { listed, quoted } from './wording.ts';

type Kind = Parameters<typeof canonicalUnit>[0];

/** The number of `to` in one of the column's unit; or the finding that names the units it may be in. */
export function unitFactor(
  { column, unit }: { readonly column: string; readonly unit: string },
  kinds: readonly { readonly kind: Kind; readonly to: string }[],
  file: string,
): { readonly factor: Rational; readonly kind: Kind } | Finding {
  for (const { kind, to } of kinds) {
    const symbol = canonicalUnit(kind, unit);
    if (symbol !== undefined) return { factor: conversionFactor(symbol, to), kind };
  }
  const accepted = kinds.flatMap(({ kind }) => unitsOf(kind)).join(', ');
  const message = `The unit ${quoted(unit)} of column ${quoted(column)} in ${file} is not accepted. Use one of ${accepted}.`;
  return finding('IN-UNIT', 'critical', message, { file, column });
}

/** What a numeric cell gives: a value, nothing stated, or a row that cannot be used. */
export type CellValue = Rational | 'null' | 'refused';

/** Reads the numbers of a column; what is no number is named and refused, what is null stays null. */
export function cellReader(
  layout: CsvLayout | undefined,
  notes: RowNotes,
): (text: string, at: RowPlace) => CellValue {
  const read = numberReader(layout);
  return (text, at) => {
    const value = read(text);
    if (value !== 'not-a-number') return value;
    const what = `${quoted(text)} in column ${quoted(at.column ?? '')} is not a number in the declared form. The row was set aside.${numberHint(text, layout)}`;
    notes.row('IN-NUMBER', 'critical', at, what);
    return 'refused';
  };
}

/** Reads a read type; without a column the quality is unstated. */
export function qualityReader(
  map: ReadTypeColumn | undefined,
  notes: RowNotes,
): (text: string, line: number) => Quality {
  if (!map) return () => 'unstated';
  const known = new Map<string, Quality>([
    ...map.actual.map((text) => [text.trim().toLowerCase(), 'actual'] as const),
    ...map.estimated.map((text) => [text.trim().toLowerCase(), 'estimated'] as const),
  ]);
  return (text, line) => {
    const quality = known.get(text.toLowerCase());
    if (quality) return quality;
    notes.tally(
      'IN-READ-TYPE',
      'quality',
      { line, column: map.column },
      (n, lines) =>
        `The read type ${quoted(text)} is neither among the actual (${listed(map.actual)}) nor the estimated ones (${listed(map.estimated)}), in ${n} (${lines}). Add it to the mapping.`,
    );
    return 'unstated';
  };
}

/** Notes a cell that states no value. */
export function noteNull(notes: RowNotes, at: RowPlace, text: string): void {
  const written = text === '' ? 'blank' : quoted(text);
  notes.tally(
    'IN-NULL',
    'completeness',
    at,
    (n, lines) =>
      `Column ${quoted(at.column ?? '')} states no value (${written}) in ${n} (${lines}). This counts as missing, not as zero.`,
  );
}

/** Notes a negative value, which is kept. */
export function noteNegative(notes: RowNotes, at: RowPlace): void {
  notes.tally(
    'IN-NEGATIVE',
    'quality',
    at,
    (n, lines) =>
      `Column ${quoted(at.column ?? '')} is negative in ${n} (${lines}). This is kept, as export or correction.`,
  );
}
