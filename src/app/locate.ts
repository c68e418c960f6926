import type { Evidence } from '../model/documents/ledger.ts';
import type { Workspace } from '../model/documents/workspace.ts';
import type { Finding } from '../model/finding.ts';
import type { OpenWorkspace } from '../store/workspace.ts';

const LISTS = ['sites', 'meters', 'contracts'] as const;

/** The JSON Pointer of an entry such as `sites.pecos.grid`; that of what stands above it where it is absent. */
function pointerOf(workspace: Workspace, entry: string): string {
  const [head = '', id = '', ...rest] = entry.split('.');
  const list = LISTS.find((name) => name === head);
  if (list === undefined) return `/${[head, id, ...rest].filter((part) => part !== '').join('/')}`;
  const index = (workspace[list] ?? []).findIndex((one) => one.id === id);
  return index < 0 ? `/${list}` : `/${[list, String(index), ...rest].join('/')}`;
}

/** A finding with the entry that it names looked up as a line of workspace.yaml. */
export function locatedFinding({ workspace, placeOf }: OpenWorkspace, finding: Finding): Finding {
  const { entry, ...at } = finding.at;
  return entry === undefined
    ? finding
    : { ...finding, at: { ...at, ...placeOf(pointerOf(workspace, entry)) } };
}

/** The same of several. */
export function located(open: OpenWorkspace, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => locatedFinding(open, finding));
}

/** An entry of the workspace as evidence: its line, and the hash of the file. */
export function evidenceOfEntry(open: OpenWorkspace, entry: string): Evidence {
  const { line } = open.placeOf(pointerOf(open.workspace, entry));
  return { file: open.file.path, sha256: open.file.sha256, at: line === undefined ? {} : { line } };
}
