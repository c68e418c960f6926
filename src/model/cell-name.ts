const LETTERS = 26;

/** The name of a cell, such as `AB7`: rows count from 1, columns from 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / LETTERS) - 1) {
    letters = String.fromCharCode(65 + (left % LETTERS)) + letters;
  }
  return `${letters}${String(row)}`;
}
