import { numberReader } from '../table/number.ts';

/** How numbers are written. */
export interface NumberForm {
  readonly decimal: '.' | ',';
  /** Empty where no mark groups thousands. */
  readonly thousands: '' | ',' | '.' | ' ' | "'";
}

/** From the plainest on: the first of those that read a file alike is taken. */
const FORMS: readonly NumberForm[] = [
  { decimal: '.', thousands: '' },
  { decimal: ',', thousands: '' },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: '.' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: ' ' },
  { decimal: '.', thousands: "'" },
  { decimal: ',', thousands: "'" },
];

const readers = FORMS.map((form) => ({ form, regex: regexOf(form) }));
const isNumberOrNull = numberReader(undefined);
/** Cells of a column of numbers that may be none: a mistyped one does not make it a column of texts. */
const TOLERANCE = 0.8;

function regexOf({ decimal, thousands }: NumberForm): RegExp {
  const group = thousands === '' ? '' : `\\d{1,3}(?:${mark(thousands)}\\d{3})+|`;
  return new RegExp(
    `^[+-]?(?:(?:${group}\\d+)(?:${mark(decimal)}\\d+)?|${mark(decimal)}\\d+)(?:[eE][+-]?\\d{1,3})?$`,
  );
}

function mark(text: string): string {
  return text === "'" ? "['\u2019]" : `\\${text}`.replace('\\ ', ' ');
}

/** True where the cell states that there is no value. */
export function isNull(cell: string): boolean {
  return isNumberOrNull(cell) === 'null';
}

/** The amount without its currency. */
export function amountIn(cell: string): string {
  return cell
    .replace(/^(-?)\s*(?:US)?[$\u20ac\u00a3]\s*/, '$1')
    .replace(/\s*(?:[A-Z]{3}|[$\u20ac\u00a3])$/, '');
}

/** True where nearly every cell is a number in one and the same form, and one at least is. */
export function areNumbers(cells: Iterable<string>): boolean {
  const stated = [...cells].filter((cell) => !isNull(cell));
  if (stated.length === 0) return false;
  return readers.some(
    ({ regex }) => stated.filter((cell) => regex.test(cell)).length >= stated.length * TOLERANCE,
  );
}

/** One way to read the numbers of a file, and what it makes of the cell that tells it from the first way. */
export interface NumberReading {
  readonly form: NumberForm;
  readonly cell: string;
  readonly value: string;
}

/**
 * The ways in which the numbers can be read: one where every form that fits gives the same values, several where a cell
 * is a number in two forms, such as `1,234`. Empty without numbers.
 */
export function numberReadings(cells: Iterable<string>): readonly NumberReading[] {
  const stated = [...new Set(cells)].filter((cell) => !isNull(cell));
  const marked = stated.filter((cell) => /\D/.test(cell.replace(/^[+-]/, '')));
  const fits = readers.map(({ form, regex }) => ({
    form,
    count: marked.filter((cell) => regex.test(cell)).length,
  }));
  const most = Math.max(...fits.map(({ count }) => count));
  if (stated.length === 0 || (marked.length > 0 && most === 0)) return [];
  const fitting = fits.filter(({ count }) => count === most).map(({ form }) => form);
  return withExample(distinctForms(marked, fitting), marked, marked[0] ?? stated[0] ?? '');
}

/** The forms without those that read every cell as one before them does. */
function distinctForms(cells: readonly string[], forms: readonly NumberForm[]): NumberForm[] {
  const distinct: NumberForm[] = [];
  for (const form of forms) {
    const isNew = distinct.every((other) => differing(cells, other, form) !== undefined);
    if (isNew) distinct.push(form);
  }
  return distinct;
}

/** Each form with what it makes of the cell that tells the first two apart; of `plain` where there is only one. */
function withExample(
  forms: readonly NumberForm[],
  cells: readonly string[],
  plain: string,
): readonly NumberReading[] {
  const [first, second] = forms;
  const mark = first?.thousands ?? '';
  const marked = mark === '' ? undefined : cells.find((text) => text.includes(mark));
  const apart = first && second && differing(cells, first, second);
  const cell = apart ?? marked ?? plain;
  return forms.map((form) => ({ form, cell, value: valueOf(cell, form) }));
}

/** The first cell that two forms read differently. */
function differing(cells: readonly string[], a: NumberForm, b: NumberForm): string | undefined {
  return cells.find((cell) => valueOf(cell, a) !== valueOf(cell, b));
}

/** The number as it would be written with a point and nothing else; blank where the cell is none in this form. */
function valueOf(cell: string, form: NumberForm): string {
  const { regex } = readers.find((one) => one.form === form) ?? {};
  if (!regex?.test(cell)) return '';
  const plain =
    form.thousands === '' ? cell : cell.replace(new RegExp(mark(form.thousands), 'g'), '');
  return plain.replace(form.decimal, '.');
}
