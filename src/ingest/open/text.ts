import { isUtf8 } from 'node:buffer';
import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { binaryKind } from '../table/binary-kind.ts';
import { certainEncoding } from '../table/certain-encoding.ts';
import {
  byteText,
  decodeAs,
  type Encoding,
  invalidUtf8,
  markedEncoding,
} from '../table/encoding.ts';
import { decodedText } from '../table/text.ts';
import { declaredAsUtf8, xmlEncoding } from '../table/xml-declaration.ts';
import { quoted } from '../wording.ts';
import { longLine } from './long-line.ts';
import type { Opened } from './opened.ts';
import { beginsWith } from './signature.ts';

/** `<?xml`. */
const XML = [0x3c, 0x3f, 0x78, 0x6d, 0x6c];

/**
 * The file with its text in UTF-8, as every reader expects it; its hash stays that of the bytes that were given.
 * The encoding is the declared one, or one that the bytes show beyond doubt, which a finding then tells. A file that
 * contradicts its declaration, or shows no encoding for certain, is refused.
 */
export function withText(file: InputFile, declared: Encoding | undefined): Opened {
  // what is no text at all is refused by its reader, which says what it reads
  if (file.bytes.length === 0 || binaryKind(file.bytes)) return { files: [file], findings: [] };
  const opened = inItsEncoding(file, declared);
  const long = opened.files.map(longLine).find((one) => one !== undefined);
  return long ? { files: [], findings: [...opened.findings, long] } : opened;
}

function inItsEncoding(file: InputFile, declared: Encoding | undefined): Opened {
  const { bytes } = file;
  const xml = xmlEncoding(bytes);
  if (xml) {
    const { name, encoding } = xml;
    const how = `declares itself as XML in ${quoted(name)}`;
    return encoding ? readAs(file, encoding, how) : refused(file, how, 'that is not read here');
  }
  if (declared) return readAs(file, declared, `is declared as ${declared}`);
  const marked = markedEncoding(bytes);
  if (marked) return asMarked(file, marked);
  // XML that names no encoding is UTF-8 by its own rules
  const isUndeclaredXml = beginsWith(bytes, XML);
  if (isUndeclaredXml || (isUtf8(bytes) && !bytes.includes(0))) {
    return { files: [file], findings: [] };
  }
  return asCertain(file);
}

function readAs(file: InputFile, encoding: Encoding, how: string): Opened {
  const { bytes } = file;
  if (encoding === 'utf-8') {
    if (isUtf8(bytes)) return { files: [file], findings: [] };
    return refused(file, how, `${byteText(bytes, invalidUtf8(bytes))}, which is not UTF-8 there`);
  }
  const decoded = decodeAs(bytes, encoding);
  if (decoded.fault) return refused(file, how, decoded.fault.why);
  return { files: [inUtf8(file, decoded.text)], findings: [] };
}

function asMarked(file: InputFile, encoding: 'utf-16le' | 'utf-16be'): Opened {
  const { files, findings } = readAs(file, encoding, `begins with the mark of ${encoding}`);
  if (files.length === 0) return { files, findings };
  return { files, findings: [told(file, encoding, 'it begins with the byte order mark of it')] };
}

function asCertain(file: InputFile): Opened {
  const certain = certainEncoding(file.bytes);
  if (certain) {
    const { encoding, text, why } = certain;
    return { files: [inUtf8(file, text)], findings: [told(file, encoding, why)] };
  }
  const { refused: why } = decodedText(file, 'CSV');
  return why ? { files: [], findings: [why] } : { files: [file], findings: [] };
}

function told({ path }: InputFile, encoding: Encoding, why: string): Finding {
  const message = `${path} was read as ${encoding}: ${why}. Declare csv: { encoding: ${encoding} } in workspace.yaml, or save it as UTF-8.`;
  return finding('IN-ENCODING', 'info', message, { file: path });
}

function refused({ path }: InputFile, how: string, why: string): Opened {
  const message = `${path} ${how}, but ${why}. Nothing of it was read; correct the declaration, or export the file again.`;
  return { files: [], findings: [finding('IN-ENCODING', 'critical', message, { file: path })] };
}

function inUtf8(file: InputFile, text: string): InputFile {
  return { ...file, bytes: new TextEncoder().encode(declaredAsUtf8(text)) };
}
