/** Where a strip is drawn. */
export interface Placement {
  /** Top of the strip. */
  readonly y: number;
  /** Nothing but a repeated head stands above it on the page. */
  readonly isFirst: boolean;
}

/** A slice of content as wide as the page that no page break parts. */
export interface Strip {
  readonly height: number;
  /** White above, dropped at the head of a page. */
  readonly before: number;
  /** Whether a page may begin with this strip. */
  readonly mayBreak: boolean;
  /** Repeated above it when a page begins with it. */
  readonly head?: { readonly height: number; readonly draw: (y: number) => void };
  /** Drawn under it when a page ends with it. */
  readonly close?: (y: number) => void;
  readonly draw: (at: Placement) => void;
}

/** A strip of one line in a text. */
export interface LineStrip {
  readonly height: number;
  readonly draw: (y: number) => void;
}

/** Lines that keep together by two at least on either side of a break, and by `first` before it. */
export function lineStrips(
  lines: readonly LineStrip[],
  { before, mayBreak, first = 2 }: { before: number; mayBreak: boolean; first?: number },
): Strip[] {
  return lines.map(({ height, draw }, i) => ({
    height,
    before: i === 0 ? before : 0,
    mayBreak: i === 0 ? mayBreak : i >= first && lines.length - i >= 2,
    draw: ({ y }) => {
      draw(y);
    },
  }));
}
