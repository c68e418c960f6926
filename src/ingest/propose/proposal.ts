import type { Finding } from '../../model/finding.ts';

/** What a person said, by the id of what was asked: `kind`, `column.energy`, `unit.energy`, `zone`, ... */
export type Answers = Readonly<Record<string, string>>;

/** `given`: a person said so. `certain`: the file or the workspace says so. `likely`: to be confirmed by a person. */
export type Confidence = 'given' | 'certain' | 'likely';

/** One part of the mapping, with the reason for it. */
export interface Settled {
  readonly id: string;
  /** What it is, in words of a person: `energy`, `time zone`. */
  readonly what: string;
  readonly value: string;
  readonly why: string;
  readonly confidence: Confidence;
  /** What else it could be, where that is a closed list. */
  readonly options: readonly Option[];
}

/** One thing that may be answered. */
export interface Option {
  readonly value: string;
  readonly why: string;
}

/** What the file does not say and nobody may guess. */
export interface Question {
  readonly id: string;
  readonly what: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** True where an answer beside the options may be written. */
  readonly isOpen: boolean;
}

/** The first rows of the file as they stand. */
export interface Preview {
  /** Header texts; empty where the file is no table. */
  readonly headers: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly headerLine: number;
  readonly rowCount: number;
}

/** How a file may be read, as far as it is known. */
export interface Proposal {
  /** The kind of input, or the name of the layout; null where nothing shows it. */
  readonly kind: string | null;
  /** The folder of a workspace in which such files are kept. */
  readonly folder: string;
  readonly preview: Preview | null;
  readonly settled: readonly Settled[];
  readonly questions: readonly Question[];
  /** Why the file cannot be imported as it is. */
  readonly findings: readonly Finding[];
  /** The entry of `inputs` without `files`; null while a question is open. */
  readonly entry: Readonly<Record<string, unknown>> | null;
  /** Numbers that meters of the workspace receive, by the meter's id. */
  readonly meterNumbers: Readonly<Record<string, string>>;
  /** Answers to nothing that was asked, once nothing else is open. */
  readonly unused: readonly string[];
}
