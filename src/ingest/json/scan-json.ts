import { grouped, quoted } from '../wording.ts';
import type { JsonValue } from './json-value.ts';

/** Answers of pools, meters and nodes are some six levels deep. */
const DEPTH = 64;
const VALUES = 5_000_000;
/** Longer ones are no amounts. */
const DIGITS = 400;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[^\s,:[\]{}"]+/y;
const ESCAPE = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
const ESCAPED: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Why a text is no JSON document, or none that can be trusted; columns count from 1. */
export class JsonFault extends Error {
  readonly line: number;
  readonly column: number;

  constructor(why: string, line: number, column: number) {
    super(why);
    this.line = line;
    this.column = column;
  }
}

/** Reads one document from a text whose lines end in `\n`. */
export class JsonScanner {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The whole text as one value. Throws a JsonFault. */
  document(): JsonValue {
    const value = this.#value('', 0);
    this.#skipBlanks();
    if (this.#at < this.#text.length) this.#refuse('something follows the end of the document');
    return value;
  }

  #value(pointer: string, depth: number): JsonValue {
    this.#skipBlanks();
    this.#values += 1;
    if (this.#values > VALUES) this.#refuse(`it holds more than ${grouped(VALUES)} values`);
    if (depth > DEPTH) this.#refuse(`it is nested more than ${String(DEPTH)} levels deep`);
    const place = { pointer, line: this.#line };
    switch (this.#text[this.#at]) {
      case undefined:
        return this.#refuse('it ends before the document is complete');
      case '{':
        return { kind: 'object', ...place, members: this.#members(pointer, depth) };
      case '[':
        return { kind: 'list', ...place, items: this.#items(pointer, depth) };
      case '"':
        return { kind: 'text', ...place, text: this.#string() };
      default:
        return this.#scalar(place);
    }
  }

  #members(pointer: string, depth: number): Map<string, JsonValue> {
    const members = new Map<string, JsonValue>();
    this.#each('}', () => {
      if (this.#text[this.#at] !== '"') this.#refuse('a name in quotes is missing');
      const key = this.#string();
      if (members.has(key)) this.#refuse(`the name ${quoted(key)} stands twice in one object`);
      this.#skipBlanks();
      if (this.#text[this.#at] !== ':') this.#refuse('a colon is missing after a name');
      this.#at += 1;
      const escaped = key.replaceAll('~', '~0').replaceAll('/', '~1');
      members.set(key, this.#value(`${pointer}/${escaped}`, depth + 1));
    });
    return members;
  }

  #items(pointer: string, depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.#each(']', () => {
      items.push(this.#value(`${pointer}/${String(items.length)}`, depth + 1));
    });
    return items;
  }

  /** Reads what stands between an opening mark and `end`, separated by commas. */
  #each(end: string, read: () => void): void {
    this.#at += 1;
    this.#skipBlanks();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#skipBlanks();
      read();
      this.#skipBlanks();
      const mark = this.#text[this.#at];
      if (mark !== ',' && mark !== end) {
        this.#refuse(mark === undefined ? 'it ends too early' : `a comma or ${end} is missing`);
      }
      this.#at += 1;
      if (mark === end) return;
    }
  }

  #string(): string {
    const parts: string[] = [];
    let from = this.#at + 1;
    for (let at = from; ; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code >= SPACE && code !== QUOTE && code !== BACKSLASH) continue;
      this.#at = at;
      if (code === BACKSLASH) {
        parts.push(this.#text.slice(from, at), this.#escape());
        from = this.#at;
        at = from - 1;
      } else if (code === QUOTE) {
        this.#at += 1;
        return parts.join('') + this.#text.slice(from, at);
      } else this.#refuse('a text in quotes does not end on its line');
    }
  }

  #escape(): string {
    const mark = this.#match(ESCAPE, this.#at + 1);
    if (mark === undefined) this.#refuse('a backslash is followed by what JSON does not know');
    this.#at += 1 + mark.length;
    if (mark.length > 1) return String.fromCharCode(parseInt(mark.slice(1), 16));
    return ESCAPED[mark] ?? mark;
  }

  #scalar(place: { readonly pointer: string; readonly line: number }): JsonValue {
    const text = this.#match(WORD, this.#at) ?? this.#text.slice(this.#at, this.#at + 1);
    const isNumber = this.#match(NUMBER, this.#at) === text;
    if (isNumber && text.length > DIGITS) {
      this.#refuse(`a number has more than ${String(DIGITS)} digits`);
    }
    const value = isNumber ? ({ kind: 'number', text, ...place } as const) : named(text, place);
    if (!value) this.#refuse(`${quoted(text)} is no value of JSON`);
    this.#at += text.length;
    return value;
  }

  #match(pattern: RegExp, at: number): string | undefined {
    const sticky = pattern;
    sticky.lastIndex = at;
    return sticky.exec(this.#text)?.[0];
  }

  #skipBlanks(): void {
    for (; ; this.#at += 1) {
      const mark = this.#text[this.#at];
      if (mark === '\n') {
        this.#line += 1;
        this.#lineStart = this.#at + 1;
      } else if (mark !== ' ' && mark !== '\t') return;
    }
  }

  #refuse(why: string): never {
    throw new JsonFault(why, this.#line, this.#at - this.#lineStart + 1);
  }
}

function named(
  text: string,
  place: { readonly pointer: string; readonly line: number },
): JsonValue | undefined {
  if (text === 'null') return { kind: 'null', ...place };
  if (text === 'true' || text === 'false') return { kind: 'flag', is: text === 'true', ...place };
  return undefined;
}
