import type { SharesInput } from '../../model/documents/workspace.ts';
import type { PoolShares } from '../../model/records.ts';
import { numeratorOf } from '../../units/rational.ts';
import { intervalsOf, stampReader } from '../clock/stamps.ts';
import {
  type Extraction,
  type Identification,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { quoted } from '../wording.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'time', spelled: /\b(time|timestamp|datetime|date|hour|start)|_(time|start|utc)\b/i },
  { what: 'shares', spelled: /shares|accepted/i },
  { what: 'difficulty', spelled: /difficulty|\bdiff\b/i },
];

/** How far the file looks like a pool's count of shares. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The shares of a file by its mapping: one record for each interval and difficulty. */
export function extract(file: InputFile, { site, csv, map }: SharesInput): Extraction<PoolShares> {
  const seconds = map.interval_minutes * 60;
  const { label, zone, date_format } = map;
  const stamps = stampReader({ label, seconds, date_format, zone, columns: [map.time] }, file.path);
  if ('severity' in stamps) return refusedFile(stamps);
  const notes = rowNotes(file.path);
  const columns = [map.time, map.shares, map.difficulty];
  return readMapped(file, { csv, columns }, notes, (rows) => {
    const stamped = rows.map((row) => ({
      line: row.line,
      // rows of one interval that differ in difficulty stand beside one another
      series: row.text(map.difficulty),
      text: row.stampText(map.time, stamps.pattern),
      isBlank: row.text(map.shares) === '',
    }));
    const intervals = intervalsOf(stamps, stamped, notes);
    return rows.flatMap((row, i) => {
      const interval = intervals[i];
      if (!interval) return [];
      const shares = wholeShares(row, map.shares);
      const difficulty = row.needed(map.difficulty, 'positive');
      if (shares === undefined || !difficulty) return [];
      return [{ site, ...interval, shares, difficulty, evidence: row.evidence(map.shares) }];
    });
  });
}

function wholeShares(row: MappedRow, column: string): bigint | undefined {
  const shares = row.measured(column, 'not-negative');
  if (!shares || shares.d === 1n) return shares && numeratorOf(shares);
  const what = `column ${quoted(column)} holds ${quoted(row.text(column))}, and shares are counted in whole numbers. The row was set aside; correct it.`;
  row.notes.row('IN-NUMBER', 'critical', { line: row.line, column }, what);
  return undefined;
}
