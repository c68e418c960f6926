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
export function isNullText(text: string): boolean {
  return NULLS.has(text.toLowerCase()) || NOT_APPLICABLE.test(text);
}

const ACCOUNTING = /^\(([^()+-].*)\)$/;

/**
 * Reads trimmed cells in the declared form: `csv.decimal` (a point by default) and `csv.thousands` (none by default).
 * A negative number may be written `-5`, `\u22125`, `5-` or `(5)`.
 */
export function numberReader(layout: CsvLayout | undefined): (text: string) => Numeric {
  const comma = layout?.decimal === ',';
  const thousands = layout?.thousands;
  return (text) => {
    if (isNullText(text)) return 'null';
    const signed = withLeadingSign(text);
    const plain = thousands === undefined ? signed : withoutGroups(signed, thousands);
    if (comma && plain.includes('.')) return 'not-a-number';
    const pointed = comma ? plain.replace(',', '.') : plain;
    return parseDecimal(pointed.replace(/^([+-]?)\./, '$10.')) ?? 'not-a-number';
  };
}

/** The minus in front, however the accountant or the spreadsheet wrote it. */
function withLeadingSign(text: string): string {
  const bracketed = ACCOUNTING.exec(text)?.[1] ?? /^([^+-].*)-$/.exec(text)?.[1];
  return bracketed === undefined ? text.replace(/^\u2212/, '-') : `-${bracketed.trim()}`;
}

/** What a cell of a cost column says; the currency where the cell names it beyond doubt. */
export interface Amount {
  readonly value: Numeric;
  /** ISO 4217. */
  readonly currency?: string;
}

/** A bare `$` or `kr` is the sign of several currencies, so it names none. */
const SIGNS: Readonly<Record<string, string>> = {
  US$: 'USD',
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  NZ$: 'NZD',
  '\u20ac': 'EUR',
  '\u00a3': 'GBP',
};
const SIGN = '(?:US|CA|C|AU|A|NZ)?\\$|[\u20ac\u00a3\u00a5]|kr\\.?|[A-Z]{3}';
const AMOUNT = new RegExp(
  [
    `^(?<first>[(+\u2212-]?)\\s*(?<before>${SIGN})?\\s*(?<second>[(+\u2212-]?)`,
    `\\s*(?<digits>[\\d.,'\u2019 ]+?)`,
    `\\s*(?<closed>\\)?)\\s*(?<after>(?!CR$)(?:${SIGN}))?\\s*(?<last>\\)?|-|CR)$`,
  ].join(''),
);

/** Reads trimmed cells of a cost column: a number as `numberReader` reads it, with a currency before or after it. */
export function amountReader(layout: CsvLayout | undefined): (text: string) => Amount {
  const read = numberReader(layout);
  return (text) => {
    const bare = read(text);
    if (bare !== 'not-a-number') return { value: bare };
    const { before, after, digits, ...marks } = AMOUNT.exec(text)?.groups ?? {};
    const minus = minusOf([marks['first'], marks['second'], marks['closed'], marks['last']]);
    if (minus === undefined || digits === undefined || (before && after)) {
      return { value: 'not-a-number' };
    }
    const value = read(`${minus}${digits}`);
    const currency = currencyOf(before, after);
    return currency === undefined || typeof value === 'string' ? { value } : { value, currency };
  };
}

function currencyOf(before: string | undefined, after: string | undefined): string | undefined {
  const sign = before ?? after ?? '';
  return SIGNS[sign] ?? (/^[A-Z]{3}$/.test(sign) ? sign : undefined);
}

/** One minus, one pair of brackets or a credit mark makes an amount negative; undefined where the marks contradict. */
function minusOf(marks: readonly (string | undefined)[]): string | undefined {
  const text = marks.join('').replace(/\u2212/g, '-');
  if (text === '' || text === '+') return '';
  return text === '-' || text === '()' || text === 'CR' ? '-' : undefined;
}

/** Removes group marks where they stand between groups of three; elsewhere they stay and the text is no number. */
function withoutGroups(text: string, thousands: keyof typeof GROUPS): string {
  const grouped = GROUPS[thousands].exec(text)?.[0];
  if (grouped === undefined) return text;
  return grouped.replace(/[,.' \u2019]/g, '') + text.slice(grouped.length);
}

/** What to declare so that a refused number could be read; empty when nothing is known. */
export function numberHint(text: string, layout: CsvLayout | undefined): string {
  if (/[$\u20ac\u00a3\u00a5]/.test(text)) {
    return ' An amount of money stands where a quantity is expected; map another column.';
  }
  if (text.endsWith('%')) return ' A percentage is no quantity; map another column.';
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) && layout?.thousands === undefined) {
    return ' Declare csv.thousands "," if the comma groups thousands.';
  }
  if (/^[+-]?\d+,\d+$/.test(text) && layout?.decimal !== ',') {
    return ' Declare csv.decimal "," if the comma is the decimal mark.';
  }
  return '';
}
