import { headerKey } from '../table/header.ts';

/** Header text as words in lower case: `interval_start (UTC)` is `interval start utc`, `readType` is `read type`. */
export function wordsOf(header: string): string {
  const parted = header.replace(/(\p{Ll}{3})(\p{Lu})/gu, '$1 $2');
  return headerKey(parted.replace(/[_\-.,()[\]:#]/g, ' '));
}

/** A cell without runs of blanks, as the readers compare it. */
export function tidy(cell: string): string {
  return cell.replace(/\s+/gu, ' ').trim();
}

/** A pattern that finds any of the words, each whole: letters of every language count as letters. */
export function anyWord(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'u');
}
