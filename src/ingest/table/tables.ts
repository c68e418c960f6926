import type { CsvLayout } from '../../model/documents/workspace.ts';
import type { Finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { type RowNotes, shiftedNotes } from '../row-notes.ts';
import { lineEnds, piecesOf, startOfLine } from './pieces.ts';
import { readTable, type Table } from './table.ts';

/** A text up to this size is read in one go, a larger one in parts that the collector of memory hardly notices. */
const WHOLE = 8 << 20;
const PART = 1 << 20;
const DIRECTIVE = /^(?:\u00ef\u00bb\u00bf)?sep=.\r?\n/i;

/**
 * The table of a file in parts that fit in memory one after the other, with the line numbers of the whole. A refusal is
 * the last thing given. Quotes and delimiters are those of the first part.
 */
export function* tablesOf(
  file: InputFile,
  layout: CsvLayout | undefined,
  wanted: readonly string[],
  notes: RowNotes,
  size = file.bytes.length > WHOLE ? PART : WHOLE,
): Generator<Outcome<Table>> {
  const { bytes } = file;
  if (file.sheets || bytes.length <= size) {
    yield readTable(file, layout, wanted, notes);
    return;
  }
  const [first] = piecesOf(bytes, { offset: 0, line: 1 }, size);
  if (!first) return;
  const table = readTable({ ...file, bytes: first.bytes }, layout, wanted, notes);
  if (table.refused?.code === 'IN-EMPTY' && first.bytes.length < bytes.length) {
    // repeated headers and blank lines alone say nothing of the rest
    yield* tablesOf(file, layout, wanted, notes, size * 2);
    return;
  }
  yield table;
  if (table.refused) return;
  yield* laterParts(file, first.bytes, table.value, { layout, wanted, notes, size });
}

interface Reading {
  readonly layout: CsvLayout | undefined;
  readonly wanted: readonly string[];
  readonly notes: RowNotes;
  readonly size: number;
}

function* laterParts(
  file: InputFile,
  first: Uint8Array,
  { headers, headerLine }: Table,
  { layout, wanted, notes, size }: Reading,
): Generator<Outcome<Table>> {
  const head = headOf(first, headers, headerLine);
  const from = { offset: first.length, line: lineEnds(first) + 1 };
  for (const piece of piecesOf(file.bytes, from, size)) {
    const shift = piece.firstLine - 1 - head.lines;
    const part = { ...file, bytes: joined(head.bytes, piece.bytes) };
    const table = readTable(part, layout, wanted, shiftedNotes(notes, shift));
    if (table.refused?.code === 'IN-EMPTY') continue;
    if (table.refused) {
      yield { refused: shifted(table.refused, shift) };
      return;
    }
    yield {
      value: {
        ...table.value,
        headerLine,
        rows: table.value.rows.map((row) => ({ ...row, line: row.line + shift })),
      },
    };
  }
}

/** The directive and the header as they stand in the file, to be put before each later part. */
function headOf(
  bytes: Uint8Array,
  headers: readonly string[],
  headerLine: number,
): { readonly bytes: Uint8Array; readonly lines: number } {
  const begin = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const directive = DIRECTIVE.exec(begin)?.[0].length ?? 0;
  const height = 1 + headers.reduce((breaks, text) => breaks + text.split('\n').length - 1, 0);
  const header = bytes.subarray(
    startOfLine(bytes, headerLine),
    startOfLine(bytes, headerLine + height),
  );
  const head = joined(bytes.subarray(0, directive), header);
  return { bytes: head, lines: lineEnds(head) };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function shifted(finding: Finding, shift: number): Finding {
  const { line } = finding.at;
  if (line === undefined) return finding;
  return {
    ...finding,
    message: finding.message.replaceAll(`line ${String(line)}`, `line ${String(line + shift)}`),
    at: { ...finding.at, line: line + shift },
  };
}
