import { numeratorOf, type Rational, ratio } from '../../units/rational.ts';

function common(sides: readonly Rational[]): bigint {
  return sides.reduce((all, { d }) => (all / divisor(all, d)) * d, 1n);
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** A row with its right-hand sides as integers: all times their common denominator. */
function integers(row: readonly bigint[], sides: readonly Rational[]): bigint[] {
  const factor = common(sides);
  return [
    ...row.map((cell) => cell * factor),
    ...sides.map((side) => (numeratorOf(side) * factor) / side.d),
  ];
}

/** One step of elimination without fractions: every division leaves no rest. */
function eliminated(
  matrix: readonly (readonly bigint[])[],
  k: number,
  before: bigint,
): readonly (readonly bigint[])[] {
  const pivotRow = matrix[k] ?? [];
  const pivot = pivotRow[k] ?? 0n;
  return matrix.map((row, i) => {
    if (i === k) return row;
    const head = row[k] ?? 0n;
    return row.map((cell, j) => (pivot * cell - head * (pivotRow[j] ?? 0n)) / before);
  });
}

/**
 * The exact solutions of a square system of integers for several right-hand sides, row by row; undefined where it has
 * none. Rows are not exchanged, so leading minors must not be zero, as they are not where the diagonal outweighs its row.
 *
 * @see Bareiss, Sylvester's identity and multistep integer-preserving Gaussian elimination, 1968
 */
export function solved(
  rows: readonly (readonly bigint[])[],
  sides: readonly (readonly Rational[])[],
): Rational[][] | undefined {
  let matrix: readonly (readonly bigint[])[] = rows.map((row, i) => integers(row, sides[i] ?? []));
  let before = 1n;
  for (let k = 0; k < rows.length; k += 1) {
    const pivot = matrix[k]?.[k] ?? 0n;
    if (pivot === 0n) return undefined;
    matrix = eliminated(matrix, k, before);
    before = pivot;
  }
  return matrix.map((row, i) => row.slice(rows.length).map((side) => ratio(side, row[i] ?? 1n)));
}
