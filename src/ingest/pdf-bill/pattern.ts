/** A text longer than this is no value of a bill, and no pattern is tried on it. */
export const LONGEST = 300;
/** Ways in which a pattern may go about one text; three free repetitions fit in, four do not. */
const WAYS = 1e9;
const ESCAPED = /^\\(?:[dDwWsSbB.\\/*+?()[\]{}|^$-]|u[\da-fA-F]{4})/;
const CLASS = /^\[(?:\\.|[^\]\\])+\]/;
const GROUP = /^\((?:\?<value>|\?:|\?=|\?!)?/;
const REPEAT = /^(?:([*+?])|\{(\d{1,3})(?:(,)(\d{0,3}))?\})\??/;

/** A pattern that may be tried on a text. */
export interface Pattern {
  /** What the group `value` holds where the whole text matches. */
  readonly valueIn: (text: string) => string | undefined;
}

/**
 * A pattern of a template made ready, or what is wrong with it. What could take a machine for ever is refused before it
 * is tried: repetitions within repetitions, references back, and more ways to match one text than can be gone through.
 */
export function patternOf(source: string): Pattern | { readonly fault: string } {
  const fault = faultIn(source);
  if (fault !== undefined) return { fault };
  try {
    const expression = new RegExp(`^(?:${source})$`, 'u');
    return {
      valueIn: (text) =>
        text.length > LONGEST ? undefined : expression.exec(text)?.groups?.['value']?.trim(),
    };
  } catch (error) {
    return {
      fault: `it is no regular expression (${error instanceof Error ? error.message : ''})`,
    };
  }
}

function faultIn(source: string): string | undefined {
  if (source.split('(?<value>').length !== 2) return 'it does not name one group (?<value>...)';
  const tokens = tokensOf(source);
  if (!Array.isArray(tokens)) {
    return `it holds ${JSON.stringify(tokens.unknown)}, which is not accepted here`;
  }
  if (repeatsWithin(tokens)) return 'it repeats what repeats already';
  const ways = tokens.reduce((product, token) => product * waysOf(token), 1);
  return ways > WAYS ? 'it can match one text in too many ways' : undefined;
}

const ATOMS = [ESCAPED, CLASS, GROUP, REPEAT, /^[^\\[(]/];
/** Looking back, and groups of other names. */
const REFUSED = /^\(\?(?!<value>|:|=|!)/;

function tokensOf(source: string): string[] | { readonly unknown: string } {
  const tokens: string[] = [];
  for (let rest = source; rest !== '';) {
    const token = ATOMS.map((atom) => atom.exec(rest)?.[0]).find((found) => found !== undefined);
    if (token === undefined || REFUSED.test(rest)) return { unknown: rest.slice(0, 8) };
    tokens.push(token);
    rest = rest.slice(token.length);
  }
  return tokens;
}

/** Whether a group in which anything repeats, or which has branches, is itself repeated more than once. */
function repeatsWithin(tokens: readonly string[]): boolean {
  const open: boolean[] = [];
  let closed = false;
  return tokens.some((token) => {
    if (closed && mostOf(token) > 1) return true;
    closed = stepped(token, open);
    return false;
  });
}

/** Keeps of each open group whether it repeats; true where a group has just been closed that does. */
function stepped(token: string, open: boolean[]): boolean {
  if (token.startsWith('(')) {
    open.push(false);
    return false;
  }
  const isEnd = token === ')';
  const isRepeating = isEnd ? open.pop() === true : token === '|' || waysOf(token) > 1;
  if (isRepeating && open.length > 0) open.splice(-1, 1, true);
  return isEnd && isRepeating;
}

function mostOf(token: string): number {
  const [, mark, least, comma, most] = REPEAT.exec(token) ?? [];
  if (mark !== undefined) return mark === '?' ? 1 : LONGEST;
  if (comma === undefined) return Number(least ?? 1);
  return most === undefined || most === '' ? LONGEST : Number(most);
}

/** In how many ways a token may go about one text. */
function waysOf(token: string): number {
  if (token === '|') return 2;
  const [, mark, least, comma] = REPEAT.exec(token) ?? [];
  if (mark === '?') return 2;
  if (mark === undefined && comma === undefined) return 1;
  return Math.max(1, mostOf(token) - Number(least ?? 0) + 1);
}
