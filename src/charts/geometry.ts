export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Path data of the box. */
export function boxPath({ x, y, width, height }: Box): string {
  return `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`;
}

/** The box made smaller by the same inset on every side. */
export function insetBox({ x, y, width, height }: Box, inset: number): Box {
  return {
    x: x + inset,
    y: y + inset,
    width: Math.max(0, width - 2 * inset),
    height: Math.max(0, height - 2 * inset),
  };
}

/** Path data of a straight line. */
export function linePath(x1: number, y1: number, x2: number, y2: number): string {
  return `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`;
}

/** Path data of both diagonals of the box: something is missing here. */
export function crossPath({ x, y, width, height }: Box): string {
  return linePath(x, y, x + width, y + height) + linePath(x, y + height, x + width, y);
}

/**
 * Path data of diagonal lines cut to the box. One path instead of a tiling pattern prints the same everywhere. The slants
 * mirror each other, so that hatched neighbours are told apart.
 */
export function hatchPath(
  { x, y, width, height }: Box,
  step: number,
  slant: 'rising' | 'falling',
): string {
  const mirrored = (at: number) => n(slant === 'rising' ? at : 2 * x + width - at);
  let d = '';
  // lines on which x + y is a multiple of the step, so that hatches of neighbouring boxes continue each other
  for (let c = Math.ceil((x + y) / step) * step; c < x + width + y + height; c += step) {
    const left = Math.max(x, c - y - height);
    const right = Math.min(x + width, c - y);
    if (right - left > 0.05) {
      d += `M${mirrored(left)} ${n(c - left)}L${mirrored(right)} ${n(c - right)}`;
    }
  }
  return d;
}

/** The coordinate to two decimals, which no eye tells apart and which keeps files small. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
