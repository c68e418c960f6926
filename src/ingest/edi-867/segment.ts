import type { Evidence } from '../../model/records.ts';
import type { InputFile } from '../input-file.ts';

/** A segment of an interchange. */
export interface Segment {
  readonly id: string;
  /** The elements after the id; `at(1)` is the first, as the standard counts them. Blank where there is none. */
  readonly at: (element: number) => string;
  readonly line: number;
  /** Which of its kind in the file, from 1. */
  readonly nth: number;
}

/** The place of a segment as it is told: `QTY[3]` is the third of the file. */
export function elementOf({ id, nth }: Segment): string {
  return `${id}[${String(nth)}]`;
}

/** The place of a segment as evidence. */
export function evidenceAt({ path, sha256 }: InputFile, segment: Segment): Evidence {
  return { file: path, sha256, at: { line: segment.line, element: elementOf(segment) } };
}
