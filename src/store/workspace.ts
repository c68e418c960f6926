import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LineCounter, parseDocument, type Document, isNode } from 'yaml';
import { AppError } from '../model/app-error.ts';
import type { Workspace } from '../model/documents/workspace.ts';
import { finding, type Finding, type Place } from '../model/finding.ts';
import { readStored, type StoredFile } from './files.ts';
import { validated } from './schemas.ts';
import { referenceFindings } from './workspace-references.ts';

export const WORKSPACE_FILE = 'workspace.yaml';

/** The place of a value in workspace.yaml, by its JSON Pointer (`/sites/0/zone`). */
export type LineOf = (pointer: string) => Place;

/** A workspace that was read and is sound enough to work with, with the findings that are not critical. */
export interface OpenWorkspace {
  readonly folder: string;
  readonly workspace: Workspace;
  readonly file: StoredFile;
  readonly placeOf: LineOf;
  readonly findings: readonly Finding[];
}

/** A workspace that cannot be worked with, and why. */
export interface BrokenWorkspace {
  readonly folder: string;
  readonly workspace: undefined;
  readonly findings: readonly Finding[];
}

function placesIn(document: Document, lines: LineCounter): LineOf {
  return (pointer) => {
    const path = pointer
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node: unknown =
        depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) {
        return { file: WORKSPACE_FILE, line: lines.linePos(node.range[0]).line };
      }
    }
    return { file: WORKSPACE_FILE };
  };
}

/** The folder itself, or the nearest one above it, that holds a workspace; undefined where none does. */
export function workspaceAround(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, WORKSPACE_FILE))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The folder of a workspace that a person named. Throws an AppError where it holds none. */
export function workspaceNamed(folder: string): string {
  const root = resolve(folder);
  if (existsSync(join(root, WORKSPACE_FILE))) return root;
  const message = `${folder} holds no ${WORKSPACE_FILE}; name the workspace with --workspace`;
  throw new AppError('usage', message, { what: folder });
}

/** Reads and checks `workspace.yaml` of a folder. Throws an AppError when there is none. */
export async function openWorkspace(folder: string): Promise<OpenWorkspace | BrokenWorkspace> {
  const root = resolve(folder);
  return workspaceOf(root, await readStored(join(root, WORKSPACE_FILE), WORKSPACE_FILE));
}

/** Checks the bytes of a `workspace.yaml`, as they stand in a folder or are to stand there. */
export function workspaceOf(root: string, file: StoredFile): OpenWorkspace | BrokenWorkspace {
  const lines = new LineCounter();
  const document = parseDocument(new TextDecoder().decode(file.bytes), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const broken = (findings: readonly Finding[]): BrokenWorkspace => ({
    folder: root,
    workspace: undefined,
    findings,
  });
  if (document.errors.length > 0) {
    return broken(
      document.errors.map((error) =>
        finding('WS-SYNTAX', 'critical', `${WORKSPACE_FILE} is not valid YAML: ${error.message}`, {
          file: WORKSPACE_FILE,
          line: lines.linePos(error.pos[0]).line,
        }),
      ),
    );
  }
  const placeOf = placesIn(document, lines);
  const result = validated('workspace', document.toJS());
  if ('faults' in result) {
    return broken(
      result.faults.map(({ pointer, message }) =>
        finding(
          'WS-SCHEMA',
          'critical',
          `${WORKSPACE_FILE}: ${pointer.slice(1).replaceAll('/', '.') || 'document'}: ${message}`,
          placeOf(pointer),
        ),
      ),
    );
  }
  const findings = referenceFindings(result.document, placeOf);
  return { folder: root, workspace: result.document, file, placeOf, findings };
}
