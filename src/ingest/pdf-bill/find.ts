import type { FieldPlace } from '../../model/documents/bill-template.ts';
import { listed, quoted } from '../wording.ts';
import type { Pattern } from './pattern.ts';
import { type Segment, type SegmentedPage, tidy } from './segments.ts';

/** A value where it was found. */
export interface Match {
  readonly text: string;
  readonly segment: Segment;
}

/** What a place of a template gives on the pages of a document. */
export interface Found {
  readonly matches: readonly Match[];
  /** What was seen at the place, for a reader who has to mend it. */
  readonly seen: string;
}

/** Points by which boxes may reach into each other and still stand beside or below. */
const TOUCH = 1.5;

/** The pages that a rule names. */
export function pagesBy(rule: string, pages: readonly SegmentedPage[]): readonly SegmentedPage[] {
  if (rule === 'any') return pages;
  const number = rule === 'last' ? pages.at(-1)?.number : Number(rule);
  return pages.filter((page) => page.number === number);
}

/** Every text that stands where the place says and that its pattern matches, each once. */
export function findAll(
  place: FieldPlace,
  pattern: Pattern,
  pages: readonly SegmentedPage[],
): Found {
  const anchors = pagesBy(place.page, pages).flatMap(({ segments }) =>
    segments.filter(({ text }) => isAnchor(text, place)).map((anchor) => ({ anchor, segments })),
  );
  const anchor = tidy(place.anchor);
  const onPage = place.page === 'any' ? 'any page' : `page ${place.page}`;
  if (anchors.length === 0) {
    return { matches: [], seen: `the text ${quoted(anchor)} does not stand on ${onPage}` };
  }
  const near = anchors.flatMap((one) => candidates(one.anchor, one.segments, place));
  const matches = new Map<Segment, Match>();
  for (const { segment, text } of near) {
    const value = pattern.valueIn(text);
    if (value !== undefined && value !== '') matches.set(segment, { text: value, segment });
  }
  const where = place.relation === 'same' ? 'in the text of' : place.relation.replace('-', ' ');
  const on = [...new Set(anchors.map((one) => String(one.anchor.page)))].join(', ');
  const texts = listed(near.map(({ text }) => text));
  const seen = `${where} ${quoted(anchor)} on page ${on} stands ${texts === '' ? 'nothing' : texts}`;
  return { matches: [...matches.values()], seen };
}

function isAnchor(text: string, { anchor, relation }: FieldPlace): boolean {
  const wanted = tidy(anchor);
  return relation === 'same' ? text.startsWith(wanted) && text !== wanted : text === wanted;
}

interface Candidate {
  readonly segment: Segment;
  readonly text: string;
}

function candidates(
  anchor: Segment,
  segments: readonly Segment[],
  { relation, within, anchor: text }: FieldPlace,
): Candidate[] {
  if (relation === 'same') {
    return [{ segment: anchor, text: anchor.text.slice(tidy(text).length).trim() }];
  }
  const reach = Number(within);
  const isNear = relation === 'below' ? isBelow : isRightOf;
  return segments
    .filter((segment) => segment !== anchor && isNear(segment, anchor, reach))
    .map((segment) => ({ segment, text: segment.text }));
}

function isRightOf(segment: Segment, anchor: Segment, reach: number): boolean {
  const gap = segment.left - anchor.right;
  const shared = Math.min(segment.top, anchor.top) - Math.max(segment.bottom, anchor.bottom);
  const height = Math.min(segment.top - segment.bottom, anchor.top - anchor.bottom);
  return gap >= -TOUCH && gap <= reach && shared >= height / 2;
}

function isBelow(segment: Segment, anchor: Segment, reach: number): boolean {
  const gap = anchor.bottom - segment.top;
  const shared = Math.min(segment.right, anchor.right) - Math.max(segment.left, anchor.left);
  return gap >= -TOUCH && gap <= reach && shared > 0;
}
