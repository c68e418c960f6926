import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isNode, isSeq, Pair, parseDocument, YAMLMap, YAMLSeq } from 'yaml';

/** What is added to a workspace. */
export interface WorkspaceEdit {
  /** The entry that is appended to `inputs`; absent: none. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** Numbers that meters receive, by the meter's id. */
  readonly meterNumbers: Readonly<Record<string, string>>;
}

/** A piece of text that takes the place of another. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const MARK = '\uFEFF';

/**
 * The text of a `workspace.yaml` with the additions. Every other byte stays: comments, blanks, quotes and the order of
 * keys. Where the text is written so that nothing can be put in between, the document is written anew, comments kept.
 */
export function editedWorkspace(text: string, edit: WorkspaceEdit): string {
  const mark = text.startsWith(MARK) ? MARK : '';
  const plain = text.slice(mark.length);
  const end = plain.includes('\r\n') ? '\r\n' : '\n';
  const wanted = wantedOf(plain, edit);
  const spliced = withSplices(plain, splicesOf(plain, edit), end);
  const read = parseDocument(spliced);
  const isRight = read.errors.length === 0 && isDeepStrictEqual(read.toJS(), wanted.toJS());
  return mark + (isRight ? spliced : String(wanted));
}

/** The document as it is to be. */
function wantedOf(text: string, { input, meterNumbers }: WorkspaceEdit): Document {
  const document = parseDocument(text);
  if (input) document.addIn(['inputs'], document.createNode(input));
  const meters = document.get('meters', true);
  const items = isSeq(meters) ? meters.items : [];
  items.forEach((item, i) => {
    const number = isMap(item) ? meterNumbers[String(item.get('id'))] : undefined;
    if (number !== undefined) document.setIn(['meters', i, 'number'], number);
  });
  return document;
}

function splicesOf(text: string, { input, meterNumbers }: WorkspaceEdit): readonly Splice[] {
  const document = parseDocument(text);
  const inputs = document.get('inputs', true);
  const meters = document.get('meters', true);
  return [
    ...(input && isSeq(inputs) ? inputSplices(text, inputs, input) : []),
    ...(isSeq(meters)
      ? meters.items.flatMap((item) => numberSplices(text, item, meterNumbers))
      : []),
  ];
}

function withSplices(text: string, splices: readonly Splice[], end: string): string {
  const fromTheEnd = [...splices].sort((a, b) => b.from - a.from);
  return fromTheEnd.reduce(
    (now, { from, to, text: added }) =>
      now.slice(0, from) + added.replaceAll('\n', end) + now.slice(to),
    text,
  );
}

function inputSplices(
  text: string,
  inputs: YAMLSeq,
  input: Readonly<Record<string, unknown>>,
): readonly Splice[] {
  const last = inputs.items.at(-1);
  const [start = 0, stop = 0] = inputs.range ?? [];
  if (last === undefined) {
    // `inputs: []` becomes a list of lines below its key
    const at = lineEnd(text, stop);
    const before = text.slice(0, start).trimEnd().length;
    return [
      { from: before, to: stop, text: '' },
      { from: at, to: at, text: `${lineBreak(text, at)}${itemText(input, 2)}` },
    ];
  }
  if (inputs.flow === true || !isNode(last) || !last.range) return [];
  const dash = columnOf(text, text.lastIndexOf('-', last.range[0]));
  const at = pastOwnComments(text, lineEnd(text, last.range[1]), dash);
  const gap = isSpaced(text, inputs) ? '\n' : '';
  return [{ from: at, to: at, text: `${lineBreak(text, at)}${gap}${itemText(input, dash)}` }];
}

/** Whether a blank line stands between the last two entries. */
function isSpaced(text: string, { items }: YAMLSeq): boolean {
  const [before, last] = items.slice(-2).map((item) => (isNode(item) ? item.range : undefined));
  return before && last ? /\n[ \r]*\n/.test(text.slice(before[1] - 1, last[0])) : false;
}

/** Where the line of the character before `at` ends, its break included. */
function lineEnd(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** A break where the text does not end with one. */
function lineBreak(text: string, at: number): string {
  return text[at - 1] === '\n' ? '' : '\n';
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at) + 1);
}

/** Past the comments that are indented deeper than the list, which belong to its last entry. */
function pastOwnComments(text: string, from: number, dash: number): number {
  let at = from;
  for (;;) {
    const end = lineEnd(text, at + 1);
    const [, blanks = ''] = /^( *)#/.exec(text.slice(at, end)) ?? [];
    if (at >= text.length || blanks.length <= dash) return at;
    at = end;
  }
}

/** The entry as lines: its mapping in a block, what stands deeper on one line each. */
function itemText(input: Readonly<Record<string, unknown>>, dash: number): string {
  const document = new Document<YAMLSeq, false>(new YAMLSeq());
  const item = new YAMLMap();
  document.contents.add(item);
  for (const [key, value] of Object.entries(input)) {
    if (key === 'map') item.add(new Pair(document.createNode(key), blockOf(document, value)));
    else item.add(document.createPair(key, value, { flow: true }));
  }
  const lines = document.toString({ lineWidth: 0 }).trimEnd().split('\n');
  return lines.map((line) => `${' '.repeat(dash)}${line}\n`).join('');
}

function blockOf(document: Document<YAMLSeq, false>, map: unknown): YAMLMap {
  const block = new YAMLMap();
  for (const [key, value] of Object.entries(map as Record<string, unknown>)) {
    block.add(document.createPair(key, value, { flow: true }));
  }
  return block;
}

function numberSplices(
  text: string,
  item: unknown,
  numbers: WorkspaceEdit['meterNumbers'],
): readonly Splice[] {
  if (!isMap(item)) return [];
  const number = numbers[String(item.get('id'))];
  const end = number === undefined ? undefined : valueEnd(item);
  if (number === undefined || end === undefined) return [];
  const pair = `number: ${JSON.stringify(number)}`;
  if (item.flow === true) return [{ from: end, to: end, text: `, ${pair}` }];
  const [start = 0] = item.range ?? [];
  const at = lineEnd(text, end);
  const indent = ' '.repeat(columnOf(text, start));
  return [{ from: at, to: at, text: `${lineBreak(text, at)}${indent}${pair}\n` }];
}

/** Where the value of the last key ends. */
function valueEnd({ items }: YAMLMap): number | undefined {
  const value = items.at(-1)?.value;
  return isNode(value) ? value.range?.[1] : undefined;
}
