import { type Finding, finding, type Severity } from '../model/finding.ts';
import type { FindingCode } from '../model/finding-codes.ts';
import { counted, linesText } from './wording.ts';

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
  /** Counts this row; one finding for each code and `topic` says how many there are and which come first. */
  tally(
    code: FindingCode,
    severity: Severity,
    at: RowPlace,
    topic: (rows: string, lines: string) => string,
  ): void;
  /** Adds a finding that speaks of the file. */
  add(...findings: readonly Finding[]): void;
  findings(): Finding[];
}

interface Tally {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly first: RowPlace;
  readonly lines: number[];
  readonly topic: (rows: string, lines: string) => string;
  count: number;
}

/** A collector for one file. */
export function rowNotes(file: string): RowNotes {
  const named: Finding[] = [];
  const beyond = new Map<string, Tally>();
  const tallies = new Map<string, Tally>();

  const count = (into: Map<string, Tally>, key: string, fresh: Omit<Tally, 'lines' | 'count'>) => {
    const tally = into.get(key) ?? { ...fresh, lines: [], count: 0 };
    tally.count += 1;
    if (tally.lines.length < FIRST) tally.lines.push(fresh.first.line);
    into.set(key, tally);
  };
  const written = new Map<string, number>();

  return {
    row(code, severity, at, what) {
      const key = `${code} ${severity}`;
      const before = written.get(key) ?? 0;
      written.set(key, before + 1);
      if (before < CAP) {
        const message = `Line ${String(at.line)} of ${file}: ${what}`;
        named.push(finding(code, severity, message, { file, ...at }));
        return;
      }
      const topic = (rows: string, lines: string) =>
        `The kind of fault named for ${String(CAP)} rows stands in ${rows} more (${lines}).`;
      count(beyond, key, { code, severity, first: at, topic });
    },
    tally(code, severity, at, topic) {
      const key = `${code} ${severity} ${at.column ?? ''} ${topic('', '')}`;
      count(tallies, key, { code, severity, first: at, topic });
    },
    add(...findings) {
      named.push(...findings);
    },
    findings() {
      const sums = [...tallies.values(), ...beyond.values()].map((t) =>
        finding(
          t.code,
          t.severity,
          t.topic(counted(t.count, 'row'), `${linesText(t.lines, t.count)} of ${file}`),
          {
            file,
            ...t.first,
          },
        ),
      );
      return [...named, ...sums];
    },
  };
}
