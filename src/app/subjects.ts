import type { Input, Workspace } from '../model/documents/workspace.ts';
import type { Finding } from '../model/finding.ts';
import type { InputsRead } from './read-inputs.ts';

/** The sites that each file speaks of. */
export function sitesByFile(
  workspace: Workspace,
  inputs: InputsRead,
): ReadonlyMap<string, readonly string[]> {
  const siteOfMeter = new Map(workspace.meters.map(({ id, site }) => [id, site]));
  const siteOfContract = new Map((workspace.contracts ?? []).map(({ id, site }) => [id, site]));
  const byMeter = [
    ...inputs.bills.map(({ meter, evidence }) => ({ meter, file: evidence.file })),
    ...inputs.readings.map(({ meter, file }) => ({ meter, file })),
  ];
  const named = (file: string, input: Input): (string | undefined)[] => {
    const { site, contract, meter } = input as { site?: string; contract?: string; meter?: string };
    const direct =
      site ??
      (contract === undefined ? undefined : siteOfContract.get(contract)) ??
      (meter === undefined ? undefined : siteOfMeter.get(meter));
    return direct === undefined
      ? byMeter.filter((one) => one.file === file).map((one) => siteOfMeter.get(one.meter))
      : [direct];
  };
  return new Map(
    [...inputs.inputOf].map(([file, input]) => [
      file,
      [...new Set(named(file, input).filter((site) => site !== undefined))],
    ]),
  );
}

/** The one site that a finding is about; undefined when it is about none or several. */
export function subjectOf(
  workspace: Workspace,
  files: ReadonlyMap<string, readonly string[]>,
  { at }: Finding,
): string | undefined {
  const [list, id = ''] = at.entry?.split('.') ?? [];
  if (list === 'sites') return id;
  if (list === 'meters') return workspace.meters.find((meter) => meter.id === id)?.site;
  const sites = at.file === undefined ? [] : (files.get(at.file) ?? []);
  return sites.length === 1 ? sites[0] : undefined;
}
