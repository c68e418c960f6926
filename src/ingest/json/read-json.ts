import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { decodedText } from '../table/text.ts';
import type { JsonValue } from './json-value.ts';
import { JsonFault, JsonScanner } from './scan-json.ts';

/** Several layouts look at one file: what its bytes hold is found out once. */
const KNOWN = new WeakMap<Uint8Array, Outcome<JsonValue>>();
const OPENS = /^\uFEFF?\s*[[{]/;

/**
 * The document of a file, strictly by RFC 8259: numbers stay as written, each value knows its line and JSON pointer, and
 * a name that stands twice in one object, more than 64 levels, or anything after the end refuses the file.
 */
export function readJson(file: InputFile): Outcome<JsonValue> {
  const known = KNOWN.get(file.bytes) ?? documentOf(file);
  KNOWN.set(file.bytes, known);
  return known;
}

/** Whether the file begins like a JSON object or list. Costs nothing, and promises nothing of the rest. */
export function looksLikeJson({ bytes }: InputFile): boolean {
  return OPENS.test(new TextDecoder().decode(bytes.subarray(0, 64)));
}

function documentOf(file: InputFile): Outcome<JsonValue> {
  const decoded = decodedText(file, 'JSON');
  if (decoded.refused) return decoded;
  try {
    return { value: new JsonScanner(decoded.value).document() };
  } catch (fault) {
    if (fault instanceof JsonFault) return { refused: refusal(file.path, fault) };
    throw fault;
  }
}

function refusal(path: string, { message: why, line, column }: JsonFault): Finding {
  const message = `${path} cannot be read as JSON at line ${String(line)}, column ${String(column)}: ${why}. Nothing of it is counted; export it again.`;
  return finding('IN-JSON', 'critical', message, { file: path, line });
}
