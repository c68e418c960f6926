import { finding } from '../../model/finding.ts';
import type { Outcome } from '../input-file.ts';
import { listed, quoted } from '../wording.ts';
import { firstRowOf } from './cells.ts';

/** Lines that may stand before the header. */
export const PREAMBLE = 60;
/** Characters in which a header, quoted line breaks included, must end. */
const REACH = 16_384;

/** Where the header stands in the text, and its cells. */
export interface Header {
  readonly cells: readonly string[];
  readonly line: number;
  /** Index in the text at which the header's line begins. */
  readonly offset: number;
}

/** Header texts as they are compared: without case, with every run of blanks as one and `CO₂` as `CO2`. */
export function headerKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

interface Candidate extends Header {
  readonly matched: number;
}

/** The first line that names every wanted column, each once. */
export function findHeader(
  text: string,
  delimiter: string,
  wanted: readonly string[],
  file: string,
): Outcome<Header> {
  let best: Candidate | undefined;
  for (const { line, offset } of lineStarts(text)) {
    const cells = firstRowOf(text.slice(offset, offset + REACH), delimiter);
    if (!cells) continue;
    const keys = new Set(cells.map(headerKey));
    const matched = wanted.filter((column) => keys.has(headerKey(column))).length;
    const candidate = { cells, line, offset, matched };
    if (matched === wanted.length) return uniquelyNamed(candidate, wanted, file);
    if (isNearer(candidate, best)) best = candidate;
  }
  return { refused: noHeader(best, wanted, file) };
}

function isNearer(candidate: Candidate, best: Candidate | undefined): boolean {
  if (!best) return true;
  if (candidate.matched !== best.matched) return candidate.matched > best.matched;
  return best.cells.length < 2 && candidate.cells.length >= 2;
}

function* lineStarts(text: string): Generator<{ line: number; offset: number }> {
  let offset = 0;
  for (let line = 1; line <= PREAMBLE && offset < text.length; line += 1) {
    const end = text.indexOf('\n', offset);
    const next = end < 0 ? text.length : end + 1;
    if (text.slice(offset, next).trim() !== '') yield { line, offset };
    offset = next;
  }
}

function uniquelyNamed(header: Header, wanted: readonly string[], file: string): Outcome<Header> {
  const keys = header.cells.map(headerKey);
  const twice = wanted.find((column) => {
    const key = headerKey(column);
    return keys.indexOf(key) !== keys.lastIndexOf(key);
  });
  if (twice === undefined) return { value: header };
  const message = `Line ${String(header.line)} of ${file} names the column ${quoted(twice)} twice (headers: ${listed(header.cells)}). Rename one of them.`;
  return {
    refused: finding('IN-NO-HEADER', 'critical', message, {
      file,
      line: header.line,
      column: twice,
    }),
  };
}

function noHeader(best: Candidate | undefined, wanted: readonly string[], file: string) {
  const seen = new Set(best?.cells.map(headerKey));
  const missing = wanted.filter((column) => !seen.has(headerKey(column)));
  const headers =
    best === undefined
      ? 'no line can be read as a header'
      : `line ${String(best.line)} comes nearest, with the headers ${listed(best.cells)}`;
  const message = `No line of ${file} names the mapped ${missing.length === 1 ? 'column' : 'columns'} ${listed(missing)}; ${headers}. Correct the mapping or the file.`;
  return finding('IN-NO-HEADER', 'critical', message, best ? { file, line: best.line } : { file });
}
