import type { CsvLayout } from '../../model/documents/workspace.ts';
import { parseDecimal, type Rational } from '../../units/rational.ts';

/** What a numeric cell says: an exact value, "not available", or neither. */
export type Numeric = Rational | 'null' | 'not-a-number';

const NULLS = new Set([
  '',
  '-',
  '\u2013',
  '\u2014',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'not available',
]);
const NOT_APPLICABLE = /^not applicable\b/i;
const GROUPS = {
  ',': /^[+-]?\d{1,3}(,\d{3})+(?=\D|$)/,
  '.': /^[+-]?\d{1,3}(\.\d{3})+(?=\D|$)/,
  ' ': /^[+-]?\d{1,3}( \d{3})+(?=\D|$)/,
  "'": /^[+-]?\d{1,3}(['\u2019]\d{3})+(?=\D|$)/,
} as const;

/** True where the text stands for "no value". */
function isNullText(text: string): boolean {
  return NULLS.has(text.toLowerCase()) || NOT_APPLICABLE.test(text);
}

/** Reads trimmed cells in the declared form: `csv.decimal` (a point by default) and `csv.thousands` (none by default). */
export function numberReader(layout: CsvLayout | undefined): (text: string) => Numeric {
  const comma = layout?.decimal === ',';
  const thousands = layout?.thousands;
  return (text) => {
    if (isNullText(text)) return 'null';
    const plain = thousands === undefined ? text : withoutGroups(text, thousands);
    if (comma && plain.includes('.')) return 'not-a-number';
    const pointed = comma ? plain.replace(',', '.') : plain;
    return parseDecimal(pointed.replace(/^([+-]?)\./, '$10.')) ?? 'not-a-number';
  };
}

/** Removes group marks where they stand between groups of three; elsewhere they stay and the text is no number. */
function withoutGroups(text: string, thousands: keyof typeof GROUPS): string {
  const grouped = GROUPS[thousands].exec(text)?.[0];
  if (grouped === undefined) return text;
  return grouped.replace(/[,.' \u2019]/g, '') + text.slice(grouped.length);
}

/** What to declare so that a refused number could be read; empty when nothing is known. */
export function numberHint(text: string, layout: CsvLayout | undefined): string {
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) && layout?.thousands === undefined) {
    return ' Declare csv.thousands "," if the comma groups thousands.';
  }
  if (/^[+-]?\d+,\d+$/.test(text) && layout?.decimal !== ',') {
    return ' Declare csv.decimal "," if the comma is the decimal mark.';
  }
  return '';
}
