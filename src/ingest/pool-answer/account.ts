import type { ProfileInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Interval } from '../../model/time.ts';
import { DAY } from '../clock/calendar.ts';
import type { InputFile } from '../input-file.ts';
import type { JsonValue } from '../json/json-value.ts';

/** What is known of an answer of a pool besides its content. */
export interface Account {
  readonly site: string;
  /** The 24 hours up to the moment of the answer; undefined where nobody says when that was. */
  readonly lastDay: Interval | undefined;
}

/** The account that a workspace names for a file; or why it cannot be used. */
export function accountOf({ site, taken }: ProfileInput, file: string): Account | Finding {
  if (site === undefined) {
    const message = `The input for ${file} names no site, and the answer of a pool does not either. Add site to the input.`;
    return finding('IN-NO-READINGS', 'critical', message, { file });
  }
  const at = taken === undefined ? NaN : Date.parse(taken) / 1000;
  return { site, lastDay: Number.isFinite(at) ? { start: at - DAY, end: at } : undefined };
}

/** Why an answer that says how things stand cannot be placed in time. */
export function snapshot(
  { path: file }: InputFile,
  { line, pointer }: JsonValue,
  instead: string,
): Finding {
  const message = `${file} says how things stood over the 24 hours before it was asked for, and not when that was. ${instead}, or state the moment as \`taken\` in its input.`;
  return finding('IN-SNAPSHOT', 'critical', message, { file, line, element: pointer });
}
