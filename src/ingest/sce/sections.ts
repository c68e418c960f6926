import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { headerKey } from '../table/header.ts';
import { textOf } from '../table/text.ts';
import { quoted } from '../wording.ts';

/** The line that opens a section of one day. */
const SECTION = /^[\s"]*Data for period starting:/i;
/** The first cell of a header, whatever the section counts. */
const HEADER = /^[\s"]*(Energy[^",]*time period)[\s"]*,/i;

/**
 * The file with plain blanks, and with blank lines where its sections open, so that their repeated headers are one table.
 * A section of other energy, such as received, is another series under the same columns: the file is refused.
 */
export function plainText(file: InputFile, period: string): Outcome<InputFile> {
  const text = textOf(file);
  if (text.refused) return text;
  const lines = text.value.split('\n').map((line) => line.replace(/[^\S ]/gu, ' '));
  const others = lines.flatMap((line, i) => {
    const named = HEADER.exec(line)?.[1];
    return named === undefined || headerKey(named) === headerKey(period) ? [] : [{ named, i }];
  });
  const [other] = others;
  if (other) return { refused: otherEnergy(other.named, other.i + 1, file.path, period) };
  const kept = lines.map((line) => (SECTION.test(line) ? '' : line));
  return { value: { ...file, bytes: new TextEncoder().encode(kept.join('\n')) } };
}

function otherEnergy(named: string, line: number, file: string, period: string) {
  const message = `Line ${String(line)} of ${file} heads a section by ${quoted(named)}, where ${quoted(period)} is read; which way that energy flowed is not known here. Map the file in workspace.yaml, one direction at a time.`;
  return finding('IN-DIRECTION', 'critical', message, { file, line });
}
