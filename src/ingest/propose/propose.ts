import type { CsvLayout } from '../../model/documents/workspace.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { rankedKinds } from './choose-kind.ts';
import {
  type Delimiter,
  DELIMITERS,
  fittingDelimiters,
  gridOf,
  sheetGrids,
  textOfGrid,
} from './grid.ts';
import type { ProposeContext } from './job.ts';
import { type Mapped, NOTHING, settleMapping } from './mapped.ts';
import { profileOf, settleProfile } from './profile.ts';
import type { Answers, Preview, Proposal } from './proposal.ts';
import { settling, type Settling } from './settling.ts';
import { headedTable, type HeadedTable } from './sheet-table.ts';

const ROWS = 5;
const ENCODINGS: readonly NonNullable<CsvLayout['encoding']>[] = [
  'utf-8',
  'windows-1252',
  'iso-8859-1',
  'shift_jis',
  'utf-16le',
  'utf-16be',
];
const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '\t': 'a tab',
  '|': 'a bar',
};

/**
 * How a file may be read, for what the workspace knows and a person has answered. The same answers give the same
 * proposal; a proposal without questions whose likely parts were answered can be applied.
 */
export function propose(file: InputFile, context: ProposeContext, answers: Answers): Proposal {
  const desk = settling(answers);
  const profile = profileOf(file, desk);
  if (profile !== undefined) {
    const found = settleProfile(file, profile, context, desk);
    return proposalOf(desk, found, rawPreview(file), []);
  }
  const located = tableOf(file, desk);
  if (!('table' in located)) {
    return proposalOf(desk, NOTHING, null, located);
  }
  const { table, csv } = located;
  const mapped = settleMapping(file, table, csv, context, desk);
  return proposalOf(desk, mapped, previewOf(table), []);
}

function proposalOf(
  desk: Settling,
  { kind, folder, entry, meterNumbers }: Mapped,
  preview: Preview | null,
  findings: readonly Finding[],
): Proposal {
  const isOpen = desk.questions.length > 0 || findings.length > 0 || kind === null;
  return {
    kind,
    folder,
    preview,
    settled: desk.settled,
    questions: desk.questions,
    findings,
    entry: isOpen ? null : entry,
    meterNumbers,
    unused: isOpen ? [] : desk.unused(),
  };
}

interface Located {
  readonly table: HeadedTable;
  readonly csv: Readonly<Record<string, string>>;
}

function tableOf(file: InputFile, desk: Settling): Located | readonly Finding[] {
  return file.sheets ? sheetTable(file, desk) : textTable(file, desk);
}

/** The sheet that holds a table; asked for where several do and one does not fit better than the rest. */
function sheetTable(file: InputFile, desk: Settling): Located | readonly Finding[] {
  const tables = sheetGrids(file).flatMap((grid) => headedTable(grid) ?? []);
  const fits = tables.map((table) => ({ table, best: rankedKinds(file, table)[0]?.score ?? 0 }));
  const [first, second] = [...fits].sort((a, b) => b.best - a.best);
  if (!first) return [noTable(file)];
  const isAlone = second === undefined;
  const sheet = desk.settle({
    id: 'sheet',
    what: 'sheet',
    options: tables.map(({ grid, rows }) => ({
      value: grid.sheet ?? '',
      why: `${String(rows.length)} rows`,
    })),
    ...(isAlone || first.best - second.best >= 0.3
      ? {
          value: first.table.grid.sheet ?? '',
          why: isAlone ? 'the only sheet that holds a table' : 'the sheet whose columns fit best',
          isLikely: !isAlone,
        }
      : { why: 'Several sheets hold a table. Which one counts?' }),
  });
  const chosen = tables.find(({ grid }) => grid.sheet === sheet);
  return chosen ? { table: chosen, csv: isAlone ? {} : { sheet: chosen.grid.sheet ?? '' } } : [];
}

function textTable(file: InputFile, desk: Settling): Located | readonly Finding[] {
  const begin = textOfGrid(file);
  if (begin.refused) return undecoded(begin.refused, desk);
  const encoding = desk.answer('encoding');
  if (encoding !== undefined) settleEncoding(desk, 'In which encoding is the text?');
  const { text, said } = begin.value;
  const delimiter = said ?? settleDelimiter(text, desk);
  const table = delimiter && tableIn(text, delimiter);
  if (!table) return desk.questions.length > 0 ? [] : [noTable(file)];
  const declared = said === undefined && delimiter !== ',' ? { delimiter } : {};
  return { table, csv: encoding === undefined ? declared : { encoding, ...declared } };
}

/** Text that nothing decodes for certain is asked about; what is no text is refused. */
function undecoded(refused: Finding, desk: Settling): readonly Finding[] {
  if (refused.code !== 'IN-ENCODING' || desk.answer('encoding') !== undefined) return [refused];
  settleEncoding(desk, refused.message);
  return [];
}

/** The text is decoded when the file is opened; here is only said, or asked, what it was. */
function settleEncoding(desk: Settling, why: string): void {
  const options = ENCODINGS.map((value) => ({ value, why: value }));
  desk.settle({ id: 'encoding', what: 'encoding of the text', options, why });
}

function tableIn(text: string, delimiter: Delimiter): HeadedTable | undefined {
  const grid = gridOf(text, delimiter);
  return grid && headedTable(grid);
}

function settleDelimiter(text: string, desk: Settling): Delimiter | undefined {
  const fitting = fittingDelimiters(text);
  const [best, ...others] = fitting;
  if (best === undefined && desk.answer('delimiter') === undefined) return undefined;
  const options = DELIMITERS.map((value) => ({ value, why: DELIMITER_NAMES[value] }));
  const offer = { id: 'delimiter', what: 'divides cells', options };
  const value = desk.settle(
    best === undefined
      ? { ...offer, why: 'What divides the cells of a line?' }
      : {
          ...offer,
          value: best,
          why: `${DELIMITER_NAMES[best]} divides most lines alike`,
          isLikely: others.some((other) => tableIn(text, other) !== undefined),
        },
  );
  return DELIMITERS.find((delimiter) => delimiter === value);
}

function noTable({ path }: InputFile): Finding {
  const message = `${path} holds no line of column names with rows of data below it. Export it with its header, or name its layout with a profile.`;
  return finding('IN-NO-HEADER', 'critical', message, { file: path });
}

function previewOf({ headers, rows, headerLine }: HeadedTable): Preview {
  return { headers, rows: rows.slice(0, ROWS), headerLine, rowCount: rows.length };
}

/** The beginning of a file that is read by name: its table where it is one, else its first lines. */
function rawPreview(file: InputFile): Preview | null {
  const [grid] = sheetGrids(file);
  if (grid) return linesPreview(grid.rows);
  const text = textOfGrid(file);
  if (text.refused) return null;
  const { text: whole, said } = text.value;
  const delimiter = said ?? fittingDelimiters(whole)[0];
  const table = delimiter && tableIn(whole, delimiter);
  if (table) return previewOf(table);
  const lines = whole
    .split('\n', ROWS)
    .map((line, i) => ({ line: i + 1, cells: [line.slice(0, 200)] }));
  return linesPreview(lines);
}

function linesPreview(rows: Preview['rows']): Preview {
  return { headers: [], rows: rows.slice(0, ROWS), headerLine: 0, rowCount: rows.length };
}
