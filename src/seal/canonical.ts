import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The canonical text of a JSON value (RFC 8785). Amounts are decimal strings, so no number is rewritten. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
}

/** The SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
