import { isUtf8 } from 'node:buffer';
import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { binaryKind } from '../table/binary-kind.ts';
import { certainEncoding } from '../table/certain-encoding.ts';
import { decodeAs, type Encoding, markedEncoding } from '../table/encoding.ts';
import { declaredAsUtf8, xmlEncoding } from '../table/xml-declaration.ts';
import { quoted } from '../wording.ts';
import type { Opened } from './opened.ts';
import { beginsWith } from './signature.ts';

/** `<?xml`. */
const XML = [0x3c, 0x3f, 0x78, 0x6d, 0x6c];

/**
 * The file with its text in UTF-8, as every reader expects it; its hash stays that of the bytes that were given.
 * The encoding is the declared one, or one that the bytes show beyond doubt, which a finding then tells. A file that
 * contradicts its declaration is refused; one that shows nothing certain is left to its reader, which refuses it.
 */
export function withText(file: InputFile, declared: Encoding | undefined): Opened {
  const { bytes } = file;
  if (bytes.length === 0 || binaryKind(bytes)) return { files: [file], findings: [] };
  const xml = xmlEncoding(bytes);
  if (xml)
    return xml.encoding ? asXmlSays(file, xml.name, xml.encoding) : unknownXml(file, xml.name);
  if (declared) return asDeclared(file, declared);
  const marked = markedEncoding(bytes);
  if (marked) return asMarked(file, marked);
  // XML that names no encoding is UTF-8 by its own rules
  const isUndeclaredXml = beginsWith(bytes, XML);
  if (isUndeclaredXml || (isUtf8(bytes) && !bytes.includes(0))) {
    return { files: [file], findings: [] };
  }
  return asCertain(file);
}

function asDeclared(file: InputFile, encoding: Encoding): Opened {
  const { path } = file;
  const decoded = decodeAs(file.bytes, encoding);
  if (!decoded.fault) return { files: [inUtf8(file, encoding, decoded.text)], findings: [] };
  const message = `${path} is declared as ${encoding}, but ${decoded.fault.why}. Correct csv: { encoding } in workspace.yaml, or export the file again.`;
  return refused(file, message);
}

function asXmlSays(file: InputFile, name: string, encoding: Encoding): Opened {
  const { path } = file;
  const decoded = decodeAs(file.bytes, encoding);
  if (!decoded.fault) return { files: [inUtf8(file, encoding, decoded.text)], findings: [] };
  const message = `${path} declares itself as XML in ${quoted(name)}, but ${decoded.fault.why}. Nothing of it was read; export it again.`;
  return refused(file, message);
}

function unknownXml(file: InputFile, name: string): Opened {
  const message = `${file.path} declares itself as XML in the encoding ${quoted(name)}, which is not read here. Export it as UTF-8.`;
  return refused(file, message);
}

function asMarked(file: InputFile, encoding: Encoding): Opened {
  const { path } = file;
  const decoded = decodeAs(file.bytes, encoding);
  if (!decoded.fault) {
    const why = 'it begins with the byte order mark of that encoding';
    return { files: [inUtf8(file, encoding, decoded.text)], findings: [told(path, encoding, why)] };
  }
  const message = `${path} begins with the byte order mark of ${encoding}, but ${decoded.fault.why}. Nothing of it was read; export it again.`;
  return refused(file, message);
}

function asCertain(file: InputFile): Opened {
  const certain = certainEncoding(file.bytes);
  if (!certain) return { files: [file], findings: [] };
  const { encoding, text, why } = certain;
  return { files: [inUtf8(file, encoding, text)], findings: [told(file.path, encoding, why)] };
}

function told(path: string, encoding: Encoding, why: string): Finding {
  const message = `${path} was read as ${encoding}: ${why}. Declare csv: { encoding: ${encoding} } in workspace.yaml, or save it as UTF-8.`;
  return finding('IN-ENCODING', 'info', message, { file: path });
}

function refused({ path }: InputFile, message: string): Opened {
  return { files: [], findings: [finding('IN-ENCODING', 'critical', message, { file: path })] };
}

function inUtf8(file: InputFile, encoding: Encoding, text: string): InputFile {
  if (encoding === 'utf-8') return file;
  return { ...file, bytes: new TextEncoder().encode(declaredAsUtf8(text)) };
}
