import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../model/app-error.ts';
import type { Input } from '../../model/documents/workspace.ts';
import { type Finding, hasCritical } from '../../model/finding.ts';
import { readStored, writeAll } from '../../store/files.ts';
import { patternOf } from '../../store/path-pattern.ts';
import {
  type BrokenWorkspace,
  type OpenWorkspace,
  workspaceOf,
  WORKSPACE_FILE,
} from '../../store/workspace.ts';
import { editedWorkspace } from '../../store/workspace-edit.ts';
import { type Placement, placementOf, withoutFiles } from './placement.ts';
import {
  type Answers,
  type ImportProposal,
  type ImportSubject,
  openSubject,
  proposalFor,
} from './propose-import.ts';
import { type Trial, triedEntry } from './trial.ts';

/** How an import ended. */
export interface ImportResult {
  readonly proposal: ImportProposal;
  /**
   * `open`: something has still to be said. `refused`: critical findings. `tried`: it could be written, and a dry run was
   * asked for. `written`: it was.
   */
  readonly outcome: 'open' | 'refused' | 'tried' | 'written';
  /** The entry of the workspace, with its files; null while the proposal is open. */
  readonly entry: Input | null;
  readonly placement: Placement | null;
  readonly trial: Trial | null;
  readonly findings: readonly Finding[];
  readonly written: readonly string[];
}

/** How far an import goes. */
export interface ApplyOptions {
  /** Parts that are only likely count as confirmed. */
  readonly isLikelyAccepted?: boolean;
  readonly isDryRun?: boolean;
}

/**
 * Reads the file by the proposal that the answers complete, and, unless a finding is critical, adds the entry to
 * `workspace.yaml` and the file to the workspace: both or neither. Throws an AppError where a file stands in the way, or an
 * answer fits nothing.
 */
export async function applyImport(
  path: string,
  folder: string,
  answers: Answers,
  options: ApplyOptions = {},
): Promise<ImportResult> {
  const subject = await openSubject(path, folder, answers);
  const proposal = proposalFor(subject, path, answers);
  const { findings, entry } = proposal;
  if (!subject.workspace || hasCritical(findings)) return unread(proposal, 'refused');
  refuseUnused(proposal);
  if (entry === null || isOpen(proposal, options)) return unread(proposal, 'open');
  const placement = await placementOf(path, subject, proposal.folder, entry);
  const change = changed(subject, proposal, placement);
  const tried = await triedChange(subject, entry, placement, change.open);
  if (!tried) return { ...unread(proposal, 'refused'), findings: change.open.findings };
  const all = [...findings, ...tried.trial.findings];
  const done = { proposal, ...tried, placement, findings: all, written: [] };
  if (hasCritical(all)) return { ...done, outcome: 'refused' };
  if (options.isDryRun === true) return { ...done, outcome: 'tried' };
  return { ...done, outcome: 'written', written: await write(subject, placement, change.text) };
}

/** An answer to nothing that was asked is a slip: a misspelt role, or what another kind of file asks for. */
function refuseUnused({ unused, kind }: ImportProposal): void {
  if (unused.length === 0) return;
  const what = unused.join(', ');
  const message = `the answer ${what} fits nothing that ${kind ?? 'the file'} asks for; leave it out or correct its name`;
  throw new AppError('usage', message, { what });
}

function isOpen({ questions, open }: ImportProposal, { isLikelyAccepted }: ApplyOptions): boolean {
  return questions.length > 0 || (isLikelyAccepted !== true && open.length > 0);
}

function unread(proposal: ImportProposal, outcome: 'open' | 'refused'): ImportResult {
  const nothing = { entry: null, placement: null, trial: null, written: [] };
  return { proposal, outcome, ...nothing, findings: proposal.findings };
}

/** What the file gives in the workspace as it would be; undefined where that workspace is broken. */
async function triedChange(
  { parts }: ImportSubject,
  entry: Readonly<Record<string, unknown>>,
  { path, isReadAlready }: Placement,
  open: OpenWorkspace | BrokenWorkspace,
): Promise<{ readonly entry: Input; readonly trial: Trial } | undefined> {
  const inputs = open.workspace?.inputs ?? [];
  const input = isReadAlready
    ? inputs.find((one) => isDeepStrictEqual(withoutFiles(one), entry))
    : inputs.at(-1);
  if (!open.workspace || !input) return undefined;
  return { entry: input, trial: await triedEntry(parts, input, path, open) };
}

/** The workspace as it would be, checked like any other before it stands. */
function changed(
  { workspace: open }: ImportSubject,
  { entry, meterNumbers }: ImportProposal,
  { path, isReadAlready }: Placement,
) {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(open.file.bytes);
  const { kind, profile, ...rest } = entry ?? {};
  const named = {
    kind,
    ...(profile !== undefined && { profile }),
    files: patternOf(path),
    ...rest,
  };
  const edited = editedWorkspace(text, {
    ...(!isReadAlready && { input: named }),
    meterNumbers,
  });
  const bytes = new TextEncoder().encode(edited);
  return { text: edited, open: workspaceOf(open.folder, { ...open.file, bytes }) };
}

/** Both files, or none. A workspace that somebody changed meanwhile is left alone. */
async function write(
  { workspace: open, stored }: ImportSubject,
  { path, isCopied }: Placement,
  text: string,
): Promise<readonly string[]> {
  const now = await readStored(join(open.folder, WORKSPACE_FILE), WORKSPACE_FILE);
  if (now.sha256 !== open.file.sha256) {
    const message = `${WORKSPACE_FILE} was changed while the file was read; nothing was written. Import the file again`;
    throw new AppError('not-writable', message, { path: WORKSPACE_FILE, why: 'changed meanwhile' });
  }
  const isChanged = text !== new TextDecoder('utf-8', { ignoreBOM: true }).decode(now.bytes);
  const files = new Map<string, Uint8Array | string>([
    ...(isCopied ? [[path, stored.bytes] as const] : []),
    ...(isChanged ? [[WORKSPACE_FILE, text] as const] : []),
  ]);
  return writeAll(open.folder, files);
}
