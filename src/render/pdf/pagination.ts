import type { Placement, Strip } from './strip.ts';

/** Room for content on a page. */
export interface Room {
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedStrip {
  readonly strip: Strip;
  readonly at: Placement;
}

/**
 * The strips of each page, in order. A page ends at the last place where it may; where there is none, it ends where it is
 * full, except that the first page may stay empty under its cover.
 */
export function paginate(
  strips: readonly Strip[],
  first: Room,
  later: Room,
): readonly (readonly PlacedStrip[])[] {
  const pages: PlacedStrip[][] = [];
  let next = 0;
  do {
    const room = pages.length === 0 ? first : later;
    const placed = fill(strips, next, room);
    const end = next + placed.length;
    const kept = end === strips.length ? end : lastBreak(strips, next, end, pages.length === 0);
    pages.push(placed.slice(0, kept - next));
    next = kept;
  } while (next < strips.length);
  return pages;
}

/** As many strips as fit; on a later page at least one. */
function fill(strips: readonly Strip[], from: number, { top, bottom }: Room): PlacedStrip[] {
  const placed: PlacedStrip[] = [];
  let y = top + (strips[from]?.head?.height ?? 0);
  for (const strip of strips.slice(from)) {
    const isFirst = placed.length === 0;
    const start = y + (isFirst ? 0 : strip.before);
    if (start + strip.height > bottom && !isFirst) break;
    placed.push({ strip, at: { y: start, isFirst } });
    y = start + strip.height;
  }
  return placed;
}

function lastBreak(
  strips: readonly Strip[],
  from: number,
  end: number,
  mayStayEmpty: boolean,
): number {
  for (let at = end; at > from; at -= 1) if (strips[at]?.mayBreak) return at;
  return mayStayEmpty ? from : end;
}
