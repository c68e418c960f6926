import type { Workspace } from '../model/documents/workspace.ts';
import type { Finding } from '../model/finding.ts';
import type { OpenWorkspace } from '../store/workspace.ts';

/** The JSON Pointer of an entry such as `sites.pecos.grid`; that of what stands above it where it is absent. */
function pointerOf(workspace: Workspace, entry: string): string {
  const [list = '', id = '', ...rest] = entry.split('.');
  if (list !== 'sites' && list !== 'meters' && list !== 'contracts')
    return `/${[list, id, ...rest].filter((p) => p !== '').join('/')}`;
  const index = (workspace[list] ?? []).findIndex((one) => one.id === id);
  return index < 0 ? `/${list}` : `/${[list, String(index), ...rest].join('/')}`;
}

/** The findings with the entries that they name looked up as lines of workspace.yaml. */
export function located(
  { workspace, placeOf }: OpenWorkspace,
  findings: readonly Finding[],
): Finding[] {
  return findings.map((finding) => {
    const { entry, ...at } = finding.at;
    return entry === undefined
      ? finding
      : { ...finding, at: { ...at, ...placeOf(pointerOf(workspace, entry)) } };
  });
}
