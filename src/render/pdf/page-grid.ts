/** The A4 page in points: twelve columns of 29 with gutters of 12 on a measure of 480. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 57.64,
  right: 537.64,
  measure: 480,
  head: 44,
  headRule: 52,
  /** First section's baseline stands 14 under it. */
  top: 70,
  bottom: 790,
  foot: 814,
} as const;

/** Where content stands beside the item numbers. */
export const HANG = 82;
/** Room of an item number in the hang column. */
export const HANG_WIDTH = 70;
/** Running text: eight columns. */
export const TEXT_WIDTH = span(8);

/** Left edge of a column, counted from 1. */
export function columnLeft(column: number): number {
  return PAGE.left + 41 * (column - 1);
}

/** Width of so many columns with the gutters between them. */
export function span(columns: number): number {
  return 41 * columns - 12;
}
