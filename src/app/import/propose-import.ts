import { basename, resolve } from 'node:path';
import type { InputFile } from '../../ingest/input-file.ts';
import { openFile } from '../../ingest/open/open.ts';
import type { ProposeContext } from '../../ingest/propose/job.ts';
import type { Answers, Proposal } from '../../ingest/propose/proposal.ts';
import { propose } from '../../ingest/propose/propose.ts';
import type { CsvLayout } from '../../model/documents/workspace.ts';
import { type Finding, hasCritical } from '../../model/finding.ts';
import { loadFactors } from '../../store/factors.ts';
import { readStored, type StoredFile } from '../../store/files.ts';
import { openWorkspace, type OpenWorkspace } from '../../store/workspace.ts';

export type { Answers, Option, Preview, Proposal, Settled } from '../../ingest/propose/proposal.ts';

/** What is proposed for one file, and how far it has come. */
export interface ImportProposal extends Proposal {
  readonly file: string;
  readonly sha256: string;
  /** Of an archive: how many files it holds; the proposal is made from the largest. */
  readonly memberCount: number;
  /** What a person has still to say: ids of open questions, and of likely parts. */
  readonly open: readonly string[];
}

/** A file beside the workspace that is to hold it. */
export interface ImportSubject {
  readonly workspace: OpenWorkspace;
  readonly stored: StoredFile;
  /** The file, or the members of an archive. */
  readonly parts: readonly InputFile[];
  readonly findings: readonly Finding[];
}

/** A workspace in which nothing can be imported, and why. */
export interface BrokenSubject {
  readonly workspace: undefined;
  readonly findings: readonly Finding[];
}

/** Opens the file and the workspace. Throws an AppError when either is not there. */
export async function openSubject(
  path: string,
  folder: string,
  answers: Answers,
): Promise<ImportSubject | BrokenSubject> {
  const workspace = await openWorkspace(folder);
  if (!workspace.workspace || hasCritical(workspace.findings)) {
    return { workspace: undefined, findings: workspace.findings };
  }
  const stored = await readStored(resolve(path), basename(path));
  const { files, findings } = await openFile(stored, encodingIn(answers));
  return { workspace, stored, parts: files, findings };
}

const ENCODINGS: readonly NonNullable<CsvLayout['encoding']>[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-1',
  'shift_jis',
];

function encodingIn(answers: Answers): CsvLayout['encoding'] {
  return ENCODINGS.find((encoding) => encoding === answers['encoding']);
}

/**
 * What a file is, how it would be read, and what only a person can say, for the workspace in `folder`. Nothing is
 * written. The answers are the whole state: ask again with more of them until nothing is open.
 */
export async function proposeImport(
  path: string,
  folder: string,
  answers: Answers = {},
): Promise<ImportProposal> {
  return proposalFor(await openSubject(path, folder, answers), path, answers);
}

/** The same for a file that is open. */
export function proposalFor(
  subject: ImportSubject | BrokenSubject,
  path: string,
  answers: Answers,
): ImportProposal {
  const part = subject.workspace && (largest(subject.parts) ?? undecoded(subject, answers));
  if (!subject.workspace || !part) return refusedProposal(path, subject);
  const proposal = propose(part, contextOf(subject.workspace), answers);
  const likely = proposal.settled.filter(({ confidence }) => confidence === 'likely');
  return {
    ...proposal,
    file: path,
    sha256: subject.stored.sha256,
    memberCount: subject.parts.length,
    // what nothing decodes is asked about instead
    findings: [...(subject.parts.length > 0 ? subject.findings : []), ...proposal.findings],
    open: [...proposal.questions, ...likely].map(({ id }) => id),
  };
}

/** A text that nothing decodes for certain, which a person may know. */
function undecoded({ stored, findings }: ImportSubject, answers: Answers): InputFile | undefined {
  const isOpen = findings.some(({ code }) => code === 'IN-ENCODING');
  return isOpen && answers['encoding'] === undefined ? stored : undefined;
}

function largest(parts: readonly InputFile[]): InputFile | undefined {
  return [...parts].sort((a, b) => b.bytes.length - a.bytes.length)[0];
}

function refusedProposal(
  file: string,
  { findings, ...subject }: ImportSubject | BrokenSubject,
): ImportProposal {
  return {
    file,
    sha256: 'stored' in subject ? subject.stored.sha256 : '',
    memberCount: 0,
    kind: null,
    folder: '',
    preview: null,
    settled: [],
    questions: [],
    findings,
    entry: null,
    meterNumbers: {},
    unused: [],
    open: [],
  };
}

/** What the workspace and the factor sets know that a proposal needs. */
function contextOf({ folder, workspace }: OpenWorkspace): ProposeContext {
  const fuels = loadFactors(folder).flatMap(({ set }) =>
    set.rows.flatMap(({ answers: { fuel } }) => (fuel === undefined ? [] : [fuel])),
  );
  const algorithms = workspace.inputs.flatMap((input) =>
    'algorithm' in input ? [input.algorithm] : [],
  );
  const [algorithm, ...others] = new Set(algorithms);
  return {
    ...workspace,
    fuels: [...new Set(fuels)],
    algorithm: others.length > 0 ? undefined : algorithm,
  };
}
