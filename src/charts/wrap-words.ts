/** The text in lines no wider than the width; a word that is wider than a line is parted. */
export function wrapWords(
  text: string,
  width: number,
  measure: (line: string) => number,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => fitting(one, width, measure))) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** The word, or its parts where it is wider than a line. */
function fitting(word: string, width: number, measure: (line: string) => number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part && measure(part + character) > width) {
      parts.push(part);
      part = character;
    } else part += character;
  }
  return part ? [...parts, part] : parts;
}
