import type { MappedRow } from '../mapped-rows.ts';
import { quoted } from '../wording.ts';

const DESIGNATION = /^R[- ]?(\d{2,4})([A-Za-z]{0,4})(\([EZ]\))?$/i;

/**
 * The designation of a refrigerant as ASHRAE writes it (`R-410A`, `R-134a`); other texts as they stand. Letters of the
 * 400 and 500 series, which are blends, are capitals; those of isomers are small.
 *
 * @see ANSI/ASHRAE Standard 34, section 4
 */
export function designationOf(row: MappedRow, column: string): string | undefined {
  const text = row.text(column);
  if (text === '') {
    const what = `column ${quoted(column)} names no refrigerant. The row was set aside; add it.`;
    row.notes.row('IN-NULL', 'critical', { line: row.line, column }, what);
    return undefined;
  }
  const designation = normalised(text);
  if (designation !== text) {
    row.notes.tally('IN-IDENTIFIER', 'info', { line: row.line, column }, (n, lines) => {
      return `The refrigerant ${quoted(text)} was read as ${designation}, in ${n} (${lines}).`;
    });
  }
  return designation;
}

function normalised(text: string): string {
  const [, number, letters = '', isomer = ''] = DESIGNATION.exec(text) ?? [];
  if (number === undefined) return text;
  const isBlend = /^[45]\d\d$/.test(number);
  return `R-${number}${isBlend ? letters.toUpperCase() : letters.toLowerCase()}${isomer.toUpperCase()}`;
}
