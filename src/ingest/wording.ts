/** Lines named in a message before the rest is only counted. */
const NAMED = 5;

/** `1 row`, `35,040 rows`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** `35,040`. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `line 3`, `lines 3, 4 and 9`, `lines 3, 4, 5, 6, 7 and 12 more`. */
export function linesText(lines: readonly number[], total = lines.length): string {
  const named = lines.slice(0, NAMED).map(String);
  const rest = total - named.length;
  const tail = rest > 0 ? `${grouped(rest)} more` : (named.pop() ?? '');
  if (named.length === 0) return `line ${tail}`;
  return `${total === 1 ? 'line' : 'lines'} ${named.join(', ')} and ${tail}`;
}

/** The text as it stands in a message: in quotes, cut to a length that a person reads. */
export function quoted(text: string): string {
  const cut = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return `"${cut.replace(/[\p{Cc}\p{Cf}]/gu, '\u00b7')}"`;
}

/** The texts in quotes, separated by commas; at most a dozen. */
export function listed(texts: readonly string[]): string {
  const named = texts.slice(0, 12).map(quoted).join(', ');
  return texts.length > 12 ? `${named} and ${grouped(texts.length - 12)} more` : named;
}
