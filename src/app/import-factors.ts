import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { FACTOR_IMPORTERS } from '../ingest/factor-tables/importers.ts';
import type { FactorImporter, TableRows } from '../ingest/factor-tables/importer.ts';
import { openFile } from '../ingest/open/open.ts';
import { AppError } from '../model/app-error.ts';
import type { FactorSet } from '../model/documents/factor-set.ts';
import { type Finding, finding, hasCritical, sortedFindings } from '../model/finding.ts';
import { factorSetPath, factorSetText, loadFactors } from '../store/factors.ts';
import { readStored, readText, type StoredFile, writeAll } from '../store/files.ts';
import { workspaceNamed } from '../store/workspace.ts';
import { type Publication, publicationOf, undatedFindings } from './factors/publication.ts';

/** What a person says of the file that is imported. */
export interface FactorsRequest {
  readonly publisher: string;
  readonly edition: string;
  /** The folder of the workspace. */
  readonly workspace: string;
  readonly licence?: string;
  readonly year?: number;
  /** Zones whose rows are wanted. Absent: all of the file. */
  readonly zones?: readonly string[];
  /** The day on which the edition was released, `2025-06-12`. */
  readonly published?: string;
  readonly isReplaced?: boolean;
  readonly isDryRun?: boolean;
}

/** How an import of factors ended. */
export interface FactorsImport {
  /**
   * `refused`: critical findings, or no row. `tried`: a dry run. `unchanged`: the same set stands there already.
   * `written`: it was.
   */
  readonly outcome: 'refused' | 'tried' | 'unchanged' | 'written';
  readonly set: FactorSet;
  /** Where the set stands, within the workspace. */
  readonly path: string;
  readonly isProven: boolean;
  readonly findings: readonly Finding[];
  readonly written: readonly string[];
}

/** Publishers whose files can be imported, and how. */
export function factorImporters(): readonly Omit<FactorImporter, 'read' | 'readAll'>[] {
  return FACTOR_IMPORTERS;
}

/**
 * Reads a publisher's own file and adds the factor set to the workspace. Nothing is written where a finding is critical.
 * Throws an AppError where the request is wrong, or another set of the same name would be overwritten.
 */
export async function importFactors(path: string, request: FactorsRequest): Promise<FactorsImport> {
  const importer = importerOf(request.publisher);
  const terms = checkedTerms(importer, request);
  const workspace = workspaceNamed(request.workspace);
  const file = await readStored(resolve(path), basename(path));
  const read = await rowsOf(importer, file, request, workspace);
  const { rows, findings, publication, notes = [] } = read;
  const { workbook, ...rest } = headOf(importer, file, request);
  const { published } = publication;
  const set: FactorSet = {
    ...rest,
    ...terms,
    ...(published !== undefined && { published }),
    workbook,
    notes: [...importer.notes, ...notes],
    rows: [...rows],
  };
  const to = factorSetPath(set);
  const all = [
    ...findings,
    ...publication.findings,
    ...setFindings(set, workspace, file, hasCritical(findings)),
  ];
  const result = {
    set,
    path: to,
    isProven: importer.isProven,
    findings: sortedFindings(all),
    written: [],
  };
  if (rows.length === 0 || hasCritical(all)) return { ...result, outcome: 'refused' };
  const text = factorSetText(set);
  if (await isThere(workspace, to, text, request)) return { ...result, outcome: 'unchanged' };
  if (request.isDryRun === true) return { ...result, outcome: 'tried' };
  await writeAll(workspace, new Map([[to, text]]));
  return { ...result, outcome: 'written', written: [to] };
}

function importerOf(publisher: string): FactorImporter {
  const found = FACTOR_IMPORTERS.find((importer) => importer.publisher === publisher);
  if (found) return found;
  const known = FACTOR_IMPORTERS.map((importer) => importer.publisher);
  const message = `no file of ${publisher} can be imported; known: ${known.join(', ')}`;
  throw new AppError('unknown-id', message, { kind: 'publisher', id: publisher, known });
}

function usage(what: string, message: string): AppError {
  return new AppError('usage', message, { what });
}

function checkedTerms(
  { publisher, licence, attribution }: FactorImporter,
  { edition, licence: given, published }: FactorsRequest,
): Pick<FactorSet, 'licence' | 'attribution'> {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(edition)) {
    throw usage(edition, `"${edition}" is no name of an edition; use letters, digits, . _ and -`);
  }
  if (published !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(published)) {
    throw usage(published, `"${published}" is no day; write --published 2025-06-12`);
  }
  const terms = given ?? licence;
  if (terms === undefined || terms.trim() === '') {
    const message = `the terms of ${publisher} are not known; state with --licence under which you hold the file`;
    throw usage('licence', message);
  }
  return {
    licence: terms,
    ...(attribution !== undefined && { attribution }),
  };
}

function headOf(
  { publisher, title }: FactorImporter,
  { path, sha256 }: StoredFile,
  { edition }: FactorsRequest,
) {
  return { publisher, edition, title: `${title}, ${edition}`, workbook: { name: path, sha256 } };
}

/** What a file gave, and when its edition was released. */
interface ReadRows extends TableRows {
  readonly publication: Publication;
}

async function rowsOf(
  importer: FactorImporter,
  file: StoredFile,
  request: FactorsRequest,
  workspace: string,
): Promise<ReadRows> {
  const opened = await openFile(file);
  const [only, ...others] = opened.files;
  if (!only || (others.length > 0 && !importer.readAll)) {
    const names = opened.files.map((part) => part.path).join(', ');
    const several = `${file.path} is an archive of several files (${names}). Unpack it and bring the one that holds the table.`;
    const at = { file: file.path };
    const findings = only
      ? [...opened.findings, finding('IN-ARCHIVE', 'critical', several, at)]
      : opened.findings;
    return { rows: [], findings, publication: publicationOf(undefined, file.path, undefined) };
  }
  const { edition, year, zones } = request;
  const asked = {
    edition,
    document: `${importer.title}, ${edition}`,
    sets: loadFactors(workspace).map(({ set }) => set),
    ...(year !== undefined && { year }),
    ...(zones && { zones }),
  };
  const read = importer.readAll?.(opened.files, asked) ?? importer.read(only, asked);
  return {
    ...read,
    findings: [...opened.findings, ...read.findings],
    publication: publicationOf(importer.readAll ? undefined : only, file.path, request.published),
  };
}

/** What the set itself shows: no row, two rows of one id, or no date by which it stands among other editions. */
function setFindings(
  set: FactorSet,
  workspace: string,
  { path }: StoredFile,
  isRefused: boolean,
): Finding[] {
  const at = { file: path };
  const ids = set.rows.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  return [
    ...(set.rows.length === 0 && !isRefused
      ? [finding('IN-EMPTY', 'critical', `${path} gives no row of ${set.publisher}.`, at)]
      : []),
    ...(twice === undefined
      ? []
      : [
          finding('IN-CONFLICT', 'critical', `${path} holds ${twice} twice. Keep one of them.`, at),
        ]),
    ...(isRefused ? [] : undatedFindings(set, workspace, path)),
  ];
}

/** Whether the very set stands there. Throws where another one does and was not to be replaced. */
async function isThere(
  workspace: string,
  path: string,
  text: string,
  { isReplaced }: FactorsRequest,
): Promise<boolean> {
  if (!existsSync(join(workspace, path))) return false;
  if ((await readText(join(workspace, path))) === text) return true;
  if (isReplaced === true) return false;
  throw usage(path, `${path} stands there and differs; name another --edition or add --replace`);
}
