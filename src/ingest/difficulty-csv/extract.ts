import type { DifficultyInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { DifficultyEpoch } from '../../model/source-records.ts';
import { difficultyOf } from '../../units/chain-work.ts';
import { numeratorOf, type Rational } from '../../units/rational.ts';
import { isAsStated } from '../../units/stated-digits.ts';
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
import { difficultyText, EPOCH } from './join.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'height', spelled: /height|block/i },
  { what: 'difficulty', spelled: /difficulty|\bbits\b/i },
  { what: 'time', spelled: /time|date/i },
];
/** Blocks are some ten minutes apart. */
const BLOCK_SECONDS = 600;
const BITS = /^(?:0x)?([0-9a-f]{8})$/i;

/** How far the file looks like a list of difficulties. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The stretches of one difficulty of a file by its mapping. */
export function extract(
  file: InputFile,
  { csv, map }: DifficultyInput,
): Extraction<DifficultyEpoch> {
  const { height, time, zone, date_format, bits, difficulty } = map;
  if (bits === undefined && difficulty === undefined) {
    const message = `The mapping of ${file.path} names neither bits nor difficulty. Name the column of one of them, or of both.`;
    return refusedFile(finding('IN-NO-HEADER', 'critical', message, { file: file.path }));
  }
  const layout = { label: 'start', seconds: BLOCK_SECONDS, date_format, zone, columns: [time] };
  const stamps = stampReader({ ...layout, label: 'start' }, file.path);
  if ('severity' in stamps) return refusedFile(stamps);
  const notes = rowNotes(file.path);
  const columns = [height, time, bits, difficulty];
  return readMapped(file, { csv, columns }, notes, (rows) => {
    const stamped = rows.map((row) => ({
      line: row.line,
      series: '',
      text: row.stampText(time, stamps.pattern),
      isBlank: false,
    }));
    const intervals = intervalsOf(stamps, stamped, notes);
    return rows.flatMap((row, i): DifficultyEpoch[] => {
      const from = intervals[i]?.start;
      const first = heightIn(row, height);
      const stated = difficultyIn(row, map);
      if (from === undefined || first === undefined || !stated) return [];
      const evidence = row.evidence(bits ?? difficulty ?? height);
      return [{ firstHeight: first, lastHeight: first + EPOCH - 1, from, ...stated, evidence }];
    });
  });
}

function heightIn(row: MappedRow, column: string): number | undefined {
  const height = row.needed(column, 'not-negative');
  if (!height) return undefined;
  const first = Number(numeratorOf(height));
  if (height.d === 1n && first % EPOCH === 0 && Number.isSafeInteger(first)) return first;
  const what = `column ${quoted(column)} holds ${quoted(row.text(column))}, and the difficulty changes at heights that 2,016 divides. The row was set aside; give the first block of each stretch.`;
  row.notes.row('IN-NUMBER', 'critical', { line: row.line, column }, what);
  return undefined;
}

/** The difficulty of a row, exact where its bits are given; undefined where a finding says why there is none. */
function difficultyIn(
  row: MappedRow,
  { bits, difficulty: column }: DifficultyInput['map'],
): Pick<DifficultyEpoch, 'difficulty' | 'bits'> | undefined {
  const stated = column === undefined ? undefined : row.needed(column, 'positive');
  if (bits === undefined) return stated && { difficulty: stated };
  const meant = meantBy(row, bits);
  if (column === undefined || !meant) return meant;
  return stated && agreed(row, column, stated, meant);
}

function meantBy(
  row: MappedRow,
  column: string,
): Required<Pick<DifficultyEpoch, 'difficulty' | 'bits'>> | undefined {
  const bits = BITS.exec(row.text(column))?.[1]?.toLowerCase() ?? '';
  try {
    return { difficulty: difficultyOf(bits), bits };
  } catch {
    const what = `${quoted(row.text(column))} in column ${quoted(column)} is no target in compact form, such as 17050f7b. The row was set aside; correct it.`;
    row.notes.row('IN-NUMBER', 'critical', { line: row.line, column }, what);
    return undefined;
  }
}

function agreed<M extends Required<Pick<DifficultyEpoch, 'difficulty' | 'bits'>>>(
  row: MappedRow,
  column: string,
  stated: Rational,
  meant: M,
): M | undefined {
  if (isAsStated(stated, meant.difficulty)) return meant;
  const what = `column ${quoted(column)} states a difficulty of ${row.text(column)}, and the bits ${meant.bits} mean ${difficultyText(meant.difficulty)}. The row was set aside; correct the one that is wrong.`;
  row.notes.row('IN-DIFFICULTY', 'critical', { line: row.line, column }, what);
  return undefined;
}
