import { numeratorOf, type Rational, ratio } from '../../units/rational.ts';

type Matrix = readonly (readonly bigint[])[];

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** What all cells are multiples of: megawatts of whole numbers are kept in finer parts. */
function commonDivisor(rows: Matrix): bigint {
  return rows.flat().reduce(divisor, 0n) || 1n;
}

function commonDenominator(values: readonly Rational[]): bigint {
  return values.reduce((all, { d }) => (all / divisor(all, d)) * d, 1n);
}

/** One step of elimination without fractions: every division leaves no rest. */
function eliminated(matrix: Matrix, k: number, before: bigint): Matrix {
  const pivotRow = matrix[k] ?? [];
  const pivot = pivotRow[k] ?? 0n;
  return matrix.map((row, i) => {
    if (i <= k) return row;
    const head = row[k] ?? 0n;
    return row.map((cell, j) =>
      j <= k ? 0n : (pivot * cell - head * (pivotRow[j] ?? 0n)) / before,
    );
  });
}

function triangular(matrix: Matrix, size: number): Matrix | undefined {
  let current = matrix;
  let before = 1n;
  for (let k = 0; k < size; k += 1) {
    const pivot = current[k]?.[k] ?? 0n;
    if (pivot === 0n) return undefined;
    current = eliminated(current, k, before);
    before = pivot;
  }
  return current;
}

/** The unknowns times the determinant, from the last to the first, for the right-hand side in a column. */
function substituted(matrix: Matrix, size: number, column: number, det: bigint): bigint[] {
  const values = Array.from({ length: size }, () => 0n);
  for (let i = size - 1; i >= 0; i -= 1) {
    const row = matrix[i] ?? [];
    let side = (row[column] ?? 0n) * det;
    for (let j = i + 1; j < size; j += 1) side -= (row[j] ?? 0n) * (values[j] ?? 0n);
    values[i] = side / (row[i] ?? 1n);
  }
  return values;
}

/**
 * The exact solutions of a square system of integers for several right-hand sides, row by row; undefined where it has
 * none. Rows are not exchanged, so leading minors must not be zero, as they are not where the diagonal outweighs its row.
 *
 * @see Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination, 1968
 */
export function solved(
  rows: Matrix,
  sides: readonly (readonly Rational[])[],
): Rational[][] | undefined {
  const size = rows.length;
  const whole = commonDivisor(rows);
  const columns = (sides[0] ?? []).map((_, q) => sides.map((side) => side[q] ?? ratio(0n)));
  const scales = columns.map(commonDenominator);
  const matrix = rows.map((row, i) => [
    ...row.map((cell) => cell / whole),
    ...columns.map((column, q) => {
      const { d } = column[i] ?? ratio(0n);
      return (numeratorOf(column[i] ?? ratio(0n)) * (scales[q] ?? 1n)) / d;
    }),
  ]);
  const reduced = triangular(matrix, size);
  const det = reduced?.[size - 1]?.[size - 1];
  if (!reduced || det === undefined) return undefined;
  const solutions = columns.map((_, q) => substituted(reduced, size, size + q, det));
  return rows.map((_, i) =>
    solutions.map((values, q) => ratio(values[i] ?? 0n, det * whole * (scales[q] ?? 1n))),
  );
}
