/*
 * Numbers and dates as printed. They work on decimal texts, so no digit passes through a binary float. Further locales
 * come with further words files; the shape is that of `NumberStyle`.
 */

/** How a locale writes numbers. */
export interface NumberStyle {
  readonly group: string;
  readonly point: string;
}

const MINUS = '−';
const NBSP = ' ';

/** `-1234567.8` as `−1,234,567.8`. */
export function printedNumber(decimal: string, style: NumberStyle): string {
  const isNegative = decimal.startsWith('-');
  const [whole = '0', fraction] = (isNegative ? decimal.slice(1) : decimal).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group);
  return `${isNegative ? MINUS : ''}${grouped}${fraction === undefined ? '' : style.point + fraction}`;
}

/** A unit as printed: subscripts for the common gases, the bare unit 1 not at all. */
export function printedUnit(unit: string | null): string {
  if (unit === null || unit === '1') return '';
  return unit
    .replace(/CO2e/g, 'CO₂e')
    .replace(/CO2/g, 'CO₂')
    .replace(/CH4/g, 'CH₄')
    .replace(/N2O/g, 'N₂O');
}

/** A value and its unit with a no-break space between; the percent sign stands close, as in English. */
export function withUnit(value: string, unit: string): string {
  if (unit === '') return value;
  return unit === '%' ? `${value}%` : `${value}${NBSP}${unit}`;
}

/** Decimals of a decimal text. */
export function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** `2025-03-31` as `31 March 2025`. */
export function printedDay(day: string, months: readonly string[]): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${String(Number(date))} ${months[Number(month) - 1] ?? month} ${year}`;
}
