import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { decodedText } from '../table/text.ts';
import { quoted } from '../wording.ts';
import type { Segment } from './segment.ts';

/** ISA is the one segment of fixed length: its marks stand at the 4th and at the 106th character. */
const ISA = 106;
/** Elements of ISA. */
const FIELDS = 16;

/** Whether a text begins with a whole ISA segment. */
export function beginsInterchange(text: string): boolean {
  const head = text.trimStart().slice(0, ISA);
  return head.startsWith('ISA') && head.split(head[3] ?? '*').length === FIELDS + 1;
}

/**
 * The segments of an X12 file, by the separators that its own ISA segment names. Line breaks after a segment are none
 * of it; where the break itself ends the segments, it is the separator.
 */
export function readSegments(file: InputFile): Outcome<readonly Segment[]> {
  const decoded = decodedText(file, 'EDI');
  if (decoded.refused) return decoded;
  const text = decoded.value.replace(/^\uFEFF/, '');
  const lead = text.length - text.trimStart().length;
  if (!beginsInterchange(text)) {
    const message = `${file.path} does not begin with an ISA segment of ${String(ISA)} characters, so its separators are not known. Ask for the interchange as it was sent.`;
    return { refused: finding('IN-EDI', 'critical', message, { file: file.path }) };
  }
  const separator = text[lead + 3] ?? '*';
  const terminator = text[lead + ISA - 1] ?? '~';
  if (/[A-Za-z0-9 ]/.test(separator + terminator) || separator === terminator) {
    const message = `${file.path} names ${quoted(separator)} and ${quoted(terminator)} as its separators, which cannot be. Ask for the interchange as it was sent.`;
    return { refused: finding('IN-EDI', 'critical', message, { file: file.path }) };
  }
  const { parts, rest } = partsOf(text, terminator);
  if (rest.trim() !== '') {
    const message = `${file.path} ends within a segment (${quoted(rest.trim())}): it is cut off. Nothing of it is counted; ask for it again.`;
    return { refused: finding('IN-EDI', 'critical', message, { file: file.path }) };
  }
  return { value: segmentsOf(parts, separator) };
}

interface Part {
  readonly text: string;
  readonly line: number;
}

function partsOf(text: string, terminator: string): { parts: Part[]; rest: string } {
  const parts: Part[] = [];
  let line = 1;
  const pieces = text.split(terminator);
  const rest = pieces.pop() ?? '';
  const step = terminator === '\n' ? 1 : 0;
  for (const piece of pieces) {
    const lead = piece.length - piece.trimStart().length;
    const begins = line + breaksIn(piece.slice(0, lead));
    if (piece.trim() !== '') parts.push({ text: piece.trim(), line: begins });
    line += breaksIn(piece) + step;
  }
  return { parts, rest };
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

function segmentsOf(parts: readonly Part[], separator: string): Segment[] {
  const counts = new Map<string, number>();
  return parts.map(({ text, line }) => {
    const elements = text.split(separator).map((element) => element.trim());
    const id = elements[0] ?? '';
    const nth = (counts.get(id) ?? 0) + 1;
    counts.set(id, nth);
    return { id, line, nth, at: (element) => elements[element] ?? '' };
  });
}
