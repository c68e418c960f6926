import type { ZoneClock } from '../clock/zone-clock.ts';
import type { WallTime } from '../clock/calendar.ts';
import { type Extraction, type InputFile, sumRows } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Row } from '../table/cells.ts';

/** The same file as a plain table of the rows, with semicolons; rows stand in the lines where they stood. */
export function asTable({ path, sha256 }: InputFile, header: Row, rows: readonly Row[]): InputFile {
  const lines: string[] = [];
  for (const { line, cells } of [header, ...rows]) {
    while (lines.length < line - 1) lines.push('');
    lines.push(cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'));
  }
  return { path, sha256, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

/** The parts of one file together, with what was said and how many rows were set aside before they were read. */
export function gathered(
  parts: readonly Extraction<ExtractedSeries>[],
  notes: RowNotes,
  setAside: number,
): Extraction<ExtractedSeries> {
  const records = parts.flatMap((part) => part.records);
  const said = parts.flatMap(({ findings }) => findings);
  // a part without reading does not mean that the file has none
  const holds = said.filter(({ code }) => records.length === 0 || code !== 'IN-NO-READINGS');
  const { read, rejected, duplicate } = sumRows(parts);
  return {
    records,
    findings: [...notes.findings(), ...holds],
    rows: { read: read + setAside, rejected: rejected + setAside, duplicate },
  };
}

/** Whether two wall times stand one interval apart, as written or across a change of time. */
export function areApart(
  start: WallTime,
  end: WallTime,
  seconds: number,
  clock: ZoneClock,
): boolean {
  if (end - start === seconds) return true;
  const ends = clock.instantsOf(end);
  return clock.instantsOf(start).some((instant) => ends.includes(instant + seconds));
}
