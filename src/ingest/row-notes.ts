import { type Finding, finding, type Place, type Severity } from '../model/finding.ts';
import type { FindingCode } from '../model/finding-codes.ts';
import { counted, linesText, quoted } from './wording.ts';

/** Problem rows of one code that are named one by one; the rest is counted. */
const CAP = 20;
/** Lines of a tally that are remembered. */
const FIRST = 5;

/** The place of a row, and of a cell in it. */
export interface RowPlace {
  readonly line: number;
  readonly column?: string;
}

/** Collects what is to be said of the rows of one file without ten thousand findings of one kind. */
export interface RowNotes {
  /** Names this row. After twenty of one code the rest is counted. `what` follows `Line 7 of file: `. */
  row(code: FindingCode, severity: Severity, at: RowPlace, what: string): void;
  /** Counts this row; one finding for each code and `topic`, up to twenty, says how many there are and which come first. */
  tally(
    code: FindingCode,
    severity: Severity,
    at: RowPlace,
    topic: (rows: string, lines: string) => string,
  ): void;
  /** How places of rows are told from here on: those of a workbook have a sheet and cells. */
  locate(place: (at: RowPlace) => RowPlace & Omit<Place, 'file'>): void;
  /** Adds a finding that speaks of the file. */
  add(...findings: readonly Finding[]): void;
  findings(): Finding[];
}

interface Tally {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly first: RowPlace & Omit<Place, 'file'>;
  readonly lines: number[];
  readonly topic: (rows: string, lines: string) => string;
  count: number;
}

/** A collector for one file. */
export function rowNotes(file: string): RowNotes {
  const named: Finding[] = [];
  const beyond = new Map<string, Tally>();
  const tallies = new Map<string, Tally>();
  const isNamed = upToCap();
  let place: (at: RowPlace) => RowPlace & Omit<Place, 'file'> = (at) => at;
  return {
    locate(told) {
      place = told;
    },
    row(code, severity, where, what) {
      const at = place(where);
      const message = `Line ${String(at.line)} of ${sourceOf(file, at)}: ${what}`;
      if (isNamed(`${code} ${severity}`, message)) {
        named.push(finding(code, severity, message, { file, ...at }));
      } else count(beyond, `${code} ${severity}`, { code, severity, first: at, topic: more });
    },
    tally(code, severity, where, topic) {
      const at = place(where);
      const key = `${code} ${severity} ${at.column ?? ''} ${topic('', '')}`;
      if (isNamed(`${code} ${severity}`, key))
        count(tallies, key, { code, severity, first: at, topic });
      else count(beyond, `${code} ${severity}`, { code, severity, first: at, topic: more });
    },
    add(...findings) {
      named.push(...findings);
    },
    findings: () => [
      ...named,
      ...[...tallies.values(), ...beyond.values()].map((tally) => summed(tally, file)),
    ],
  };
}

/** The same collector for a part of the file that begins `shift` lines further down. */
export function shiftedNotes(notes: RowNotes, shift: number): RowNotes {
  const moved = (at: RowPlace) => ({ ...at, line: at.line + shift });
  return {
    ...notes,
    row(code, severity, at, what) {
      notes.row(code, severity, moved(at), what);
    },
    tally(code, severity, at, topic) {
      notes.tally(code, severity, moved(at), topic);
    },
  };
}

/** The file, with the sheet where it has any. */
function sourceOf(file: string, { sheet }: Omit<Place, 'file'>): string {
  return sheet === undefined ? file : `sheet ${quoted(sheet)} of ${file}`;
}

/** Whether a text is among the first twenty distinct ones of its kind. */
function upToCap(): (kind: string, text: string) => boolean {
  const first = new Map<string, Set<string>>();
  return (kind, text) => {
    const known = first.get(kind) ?? new Set();
    first.set(kind, known);
    if (known.size < CAP) known.add(text);
    return known.has(text);
  };
}

function more(rows: string, lines: string): string {
  return `What was named ${String(CAP)} times of this kind holds for ${rows} more (${lines}).`;
}

function count(into: Map<string, Tally>, key: string, fresh: Omit<Tally, 'lines' | 'count'>): void {
  const tally = into.get(key) ?? { ...fresh, lines: [], count: 0 };
  tally.count += 1;
  if (tally.lines.length < FIRST) tally.lines.push(fresh.first.line);
  into.set(key, tally);
}

function summed({ code, severity, first, lines, count: n, topic }: Tally, file: string): Finding {
  const source = sourceOf(file, first);
  const message = topic(counted(n, 'row'), `${linesText(lines, n)} of ${source}`);
  return finding(code, severity, message, { file, ...first });
}
