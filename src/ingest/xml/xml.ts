import { SaxesParser } from 'saxes';
import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { decodedText } from '../table/text.ts';
import { quoted } from '../wording.ts';

/** An element with what stands in it; attributes by their local names. */
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  /** Line at which the element begins. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Feeds are some ten levels deep. */
const DEPTH = 100;
const CHUNK = 65_536;
/** Shared: most elements of a feed have none, and there are millions of them. */
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Hands over every element that `isWanted`, or else the root, when it ends, and forgets it; wanted elements within a
 * wanted one stay in it. The finding says why the document cannot be trusted: what was handed over is then void.
 */
export function eachElement(
  file: InputFile,
  isWanted: (name: string, uri: string) => boolean,
  take: (element: XmlElement, isRoot: boolean) => void,
): Finding | undefined {
  const decoded = decodedText(file, 'XML');
  if (decoded.refused) return decoded.refused;
  const reading = readingOf(file.path, isWanted, take);
  const text = decoded.value;
  for (let at = 0; at < text.length && !reading.fault(); at += CHUNK) {
    reading.write(text.slice(at, at + CHUNK));
  }
  reading.close();
  return reading.fault();
}

interface Reading {
  readonly write: (text: string) => void;
  readonly close: () => void;
  readonly fault: () => Finding | undefined;
}

function readingOf(
  path: string,
  isWanted: (name: string, uri: string) => boolean,
  take: (element: XmlElement, isRoot: boolean) => void,
): Reading {
  const parser = new SaxesParser({ xmlns: true });
  let fault: Finding | undefined;
  const refuse = (why: string) => {
    const at = { file: path, line: parser.line };
    const message = `${path} cannot be read as XML at line ${String(parser.line)}: ${why}. Nothing of it is counted; export it again.`;
    fault ??= finding('IN-XML', 'critical', message, at);
  };
  refuseUnsafe(parser, refuse);
  const build = builder(isWanted, take);
  let line = 1;
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const named = Object.values(attributes).map((one) => [one.local, one.value] as const);
    const depth = build.begin({
      name: local,
      uri,
      line,
      attributes: named.length === 0 ? NO_ATTRIBUTES : new Map(named),
    });
    if (depth > DEPTH) refuse(`its elements are nested more than ${String(DEPTH)} deep`);
  });
  parser.on('text', build.add);
  parser.on('cdata', build.add);
  parser.on('closetag', () => {
    if (!fault) build.end();
  });
  return {
    write: (text) => parser.write(text),
    close: () => {
      if (!fault) parser.close();
    },
    fault: () => fault,
  };
}

/** Malformed documents, those that define entities, and those in another encoding than their bytes were read in. */
function refuseUnsafe(parser: SaxesParser<{ xmlns: true }>, refuse: (why: string) => void): void {
  parser.on('error', ({ message }) => {
    refuse(message.replace(/^\S*?\d+:\d+: /, '').replace(/\.$/, ''));
  });
  parser.on('doctype', () => {
    refuse('a document type declaration, which could define entities, is not accepted');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
      refuse(`it declares the encoding ${quoted(encoding)}, and only UTF-8 is accepted`);
    }
  });
}

/** Puts elements together and hands over the wanted ones. */
function builder(
  isWanted: (name: string, uri: string) => boolean,
  take: (element: XmlElement, isRoot: boolean) => void,
) {
  const open: OpenElement[] = [];
  let wanted: OpenElement | undefined;
  return {
    begin: (head: Omit<XmlElement, 'children' | 'text'>): number => {
      const begun: OpenElement = { ...head, children: [], text: '' };
      if (!wanted && isWanted(head.name, head.uri)) wanted = begun;
      return open.push(begun);
    },
    add: (text: string) => {
      const inner = open.at(-1);
      if (inner) inner.text += text;
    },
    end: () => {
      const ended = open.pop();
      const outer = open.at(-1);
      if (!ended) return;
      // blanks between elements
      if (ended.children.length > 0) ended.text = '';
      if (ended === wanted) wanted = undefined;
      else if (outer) {
        outer.children.push(ended);
        return;
      }
      take(ended, !outer);
    },
  };
}

/** The first child by a local name, whatever its prefix. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The children by a local name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text of the first child by a local name; undefined where there is none, or a blank one. */
export function textIn(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim();
  return text === '' ? undefined : text;
}
