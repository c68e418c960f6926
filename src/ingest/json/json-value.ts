import type { Evidence } from '../../model/records.ts';
import type { InputFile } from '../input-file.ts';

interface Placed {
  /** JSON pointer (RFC 6901): `/workers/btc/rig.1/hash_rate_24h`; empty for the document itself. */
  readonly pointer: string;
  /** Line at which the value begins. */
  readonly line: number;
}

export interface JsonObject extends Placed {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, JsonValue>;
}

export interface JsonList extends Placed {
  readonly kind: 'list';
  readonly items: readonly JsonValue[];
}

export interface JsonText extends Placed {
  readonly kind: 'text';
  readonly text: string;
}

/** A number as it is written: no digit of it passes through binary floating point. */
export interface JsonNumber extends Placed {
  readonly kind: 'number';
  readonly text: string;
}

export interface JsonFlag extends Placed {
  readonly kind: 'flag';
  readonly is: boolean;
}

export interface JsonNull extends Placed {
  readonly kind: 'null';
}

/** A value of a JSON document with the place where it stands. */
export type JsonValue = JsonObject | JsonList | JsonText | JsonNumber | JsonFlag | JsonNull;

/** The value under the keys, one after the other; undefined where an object lacks one or there is no object. */
export function memberOf(
  value: JsonValue | undefined,
  ...keys: readonly string[]
): JsonValue | undefined {
  let found = value;
  for (const key of keys) found = found?.kind === 'object' ? found.members.get(key) : undefined;
  return found;
}

/** The members of an object in order; none for anything else. */
export function membersOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return value?.kind === 'object' ? [...value.members] : [];
}

/** The items of a list; none for anything else. */
export function itemsOf(value: JsonValue | undefined): readonly JsonValue[] {
  return value?.kind === 'list' ? value.items : [];
}

/** The text of a string, or a number as written, without blanks around; undefined for anything else. */
export function textIn(value: JsonValue | undefined): string | undefined {
  return value?.kind === 'text' || value?.kind === 'number' ? value.text.trim() : undefined;
}

/** The place of a value as evidence: file, line and pointer. */
export function evidenceOf({ path, sha256 }: InputFile, { line, pointer }: JsonValue): Evidence {
  return { file: path, sha256, at: { line, element: pointer } };
}
