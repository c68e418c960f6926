import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import type { TableRequest } from './importer.ts';

/** The data year of a table: as the file says, or as it is given where the file says none. Both must agree. */
export function yearOf(
  { path }: InputFile,
  { year }: TableRequest,
  stated: readonly number[],
): Outcome<number> {
  const years = [...new Set(stated)];
  const [first] = years;
  if (first === undefined) {
    if (year !== undefined) return { value: year };
    const message = `${path} does not say for which year its values are. Give it with --year.`;
    return { refused: fault(path, message) };
  }
  if (year !== undefined && years.includes(year)) return { value: year };
  if (year === undefined && years.length === 1) return { value: first };
  const names = years.map(String).join(', ');
  const message =
    year === undefined
      ? `${path} speaks of several years (${names}). Say which with --year.`
      : `${path} is for ${names}, and --year says ${String(year)}. Correct --year or bring the file of that year.`;
  return { refused: fault(path, message) };
}

function fault(file: string, message: string): Finding {
  return finding('IN-FACTOR-YEAR', 'critical', message, { file });
}
