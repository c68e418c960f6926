import { type Finding, finding } from '../../model/finding.ts';
import { type DatePattern, datePattern } from '../clock/date-pattern.ts';
import { quoted } from '../wording.ts';

/** Forms in which stamps of granular certificates are written; the day stands before the month. */
const FORMS = [
  'yyyy-MM-ddTHH:mm:ss',
  'yyyy-MM-ddTHH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy HH:mm',
] as const;

/** How the stamps of a file are written, and what they mean: `offset`, `UTC` or an IANA zone. */
export interface StampForm {
  readonly format: string;
  readonly pattern: DatePattern;
  readonly zone: string;
}

/** What is known of the zone of stamps without offset. */
export interface ZoneRule {
  /** As declared for the input: `UTC` or an IANA zone. */
  readonly declared: string | undefined;
  /** As a column of the file names it, which does not settle whether the stamps are local. */
  readonly named?: string;
}

/** The form of the first stamp that has one; or the finding that none has, or that its zone is not known. */
export function stampForm(
  stamps: readonly string[],
  column: string,
  { declared, named }: ZoneRule,
  file: string,
): StampForm | Finding {
  const at = { file, column };
  for (const text of stamps) {
    const form = formOf(text);
    if (!form) continue;
    if (form.hasOffset) return { ...form, zone: 'offset' };
    if (declared !== undefined) return { ...form, zone: declared };
    const beside =
      named === undefined || named === ''
        ? ''
        : ` The column local_timezone says ${quoted(named)}, which does not settle whether the stamps are local time or UTC.`;
    const message = `The stamps of ${file}, such as ${quoted(text)}, carry no offset.${beside} Add zone: UTC, or zone: and the IANA zone in whose local time they are written.`;
    return finding('IN-ZONE', 'critical', message, at);
  }
  const message = `Column ${quoted(column)} of ${file} holds no stamp such as 2024-01-01T00:00:00Z or 31/01/2024 00:00${stamps[0] === undefined ? '' : `; the first is ${quoted(stamps[0])}`}. Export it again.`;
  return finding('IN-DATE', 'critical', message, at);
}

function formOf(text: string) {
  for (const format of FORMS) {
    const pattern = datePattern(format);
    const stamp = 'parse' in pattern ? pattern.parse(text) : undefined;
    if (stamp && 'parse' in pattern)
      return { format, pattern, hasOffset: stamp.offset !== undefined };
  }
  return undefined;
}
