import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { itemsOf, type JsonValue, memberOf, textIn } from '../json/json-value.ts';
import { looksLikeJson, readJson } from '../json/read-json.ts';
import { quoted } from '../wording.ts';
import { type BlockHeader, HEADER_BYTES, hashBytes, headerOf } from './header.ts';

const NAMES = ['hash', 'merkleroot', 'bits', 'chainwork', 'nonce'];
const HASH = /^[0-9a-f]{64}$/i;
const NOTHING_BEFORE = '0'.repeat(64);

/** Whether the file is an answer of a node to `getblockheader`, or a list of them. */
export function looksLikeAnswers(file: InputFile): boolean {
  if (!looksLikeJson(file)) return false;
  const document = readJson(file);
  if (document.refused) return false;
  const [first] = answersIn(document.value);
  return first !== undefined && NAMES.every((name) => memberOf(first, name) !== undefined);
}

/**
 * The headers of a list of answers of a node: the 80 bytes are put together again from their parts.
 *
 * @see Bitcoin Core, RPC getblockheader with verbose = true
 */
export function jsonHeaders(file: InputFile): Outcome<readonly BlockHeader[]> {
  const document = readJson(file);
  if (document.refused) return document;
  const headers: BlockHeader[] = [];
  for (const answer of answersIn(document.value)) {
    const header = headerIn(answer, file);
    if (header.refused) return header;
    headers.push(header.value);
  }
  return { value: headers };
}

function answersIn(value: JsonValue): readonly JsonValue[] {
  return value.kind === 'object' ? [value] : itemsOf(value);
}

/** The parts of a header that its bytes are made of, and the form of each. */
const PARTS = {
  version: /^-?\d{1,10}$/,
  merkleroot: HASH,
  time: /^\d{1,10}$/,
  bits: /^[0-9a-f]{8}$/i,
  nonce: /^\d{1,10}$/,
  hash: HASH,
  height: /^\d{1,8}$/,
};

function partOf(answer: JsonValue, name: string, form: RegExp): string | undefined {
  const text = textIn(memberOf(answer, name));
  return text !== undefined && form.test(text) ? text : undefined;
}

function headerIn(answer: JsonValue, file: InputFile): Outcome<BlockHeader> {
  const parts = new Map<string, string>();
  for (const [name, form] of Object.entries(PARTS)) {
    const text = partOf(answer, name, form);
    if (text === undefined) return refused(answer, file, `does not state its ${name}`);
    parts.set(name, text);
  }
  const previous = partOf(answer, 'previousblockhash', HASH) ?? NOTHING_BEFORE;
  const work = partOf(answer, 'chainwork', HASH);
  const header = headerOf(bytesOf(parts, previous), {
    place: { line: answer.line, element: answer.pointer },
    height: Number(parts.get('height')),
    ...(work === undefined ? {} : { chainWork: BigInt(`0x${work}`) }),
  });
  const hash = parts.get('hash') ?? '';
  if (header.hash === hash.toLowerCase()) return { value: header };
  const why = `has the hash ${header.hash} by its parts and ${quoted(hash)} as stated`;
  return refused(answer, file, why);
}

function bytesOf(parts: ReadonlyMap<string, string>, previous: string): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  const word = (name: string) => Number(parts.get(name)) >>> 0;
  bytes.writeUInt32LE(word('version'), 0);
  hashBytes(previous).copy(bytes, 4);
  hashBytes(parts.get('merkleroot') ?? '').copy(bytes, 36);
  bytes.writeUInt32LE(word('time'), 68);
  bytes.writeUInt32LE(parseInt(parts.get('bits') ?? '', 16), 72);
  bytes.writeUInt32LE(word('nonce'), 76);
  return bytes;
}

function refused(answer: JsonValue, { path: file }: InputFile, why: string): Outcome<never> {
  const height = textIn(memberOf(answer, 'height')) ?? 'unknown';
  const message = `The header of block ${height} (line ${String(answer.line)} of ${file}) ${why}. Nothing of the file is used; export it again.`;
  const at = { file, line: answer.line, element: answer.pointer };
  return { refused: finding('IN-HEADERS', 'critical', message, at) };
}
