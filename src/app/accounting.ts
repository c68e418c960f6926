import { join } from 'node:path';
import type { Attachment } from '../disclosure/facts.ts';
import { computeFootprint } from '../kernel/compute-footprint.ts';
import type { Footprint } from '../kernel/footprint.ts';
import type { FootprintInputs } from '../kernel/inputs.ts';
import type { HourColumn } from '../model/column.ts';
import type { Disclosure, EvidenceInput } from '../model/documents/disclosure.ts';
import { finding, type Finding } from '../model/finding.ts';
import { factorSetPath, type StoredFactorSet } from '../store/factors.ts';
import { exists, readStored } from '../store/files.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import type { Days } from './calendar.ts';
import { evidenceOfEntry, locatedFinding } from './locate.ts';
import { type PriorDisclosure, priorDisclosures } from './filed/prior-disclosures.ts';
import { rollForwardFindings } from './filed/roll-forward.ts';
import { hashLimits } from './hash-limits.ts';
import { qualityInputs } from './quality-inputs.ts';
import { type Progress, readInputs } from './read-inputs.ts';
import { scope3Inputs } from './scope3-inputs.ts';
import { type PreparedSites, prepareSites } from './site-inputs.ts';
import { sitesByFile, subjectOf } from './subjects.ts';

/** The accounting of a workspace over a period, whatever template it is put into. */
export interface Accounting {
  readonly open: OpenWorkspace;
  readonly factors: readonly StoredFactorSet[];
  readonly days: Days;
  readonly footprint: Footprint;
  readonly columns: readonly HourColumn[];
  readonly boundary: Disclosure['boundary'];
  readonly inputs: readonly EvidenceInput[];
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** What was filed for earlier periods. */
  readonly prior: readonly PriorDisclosure[];
  readonly findings: readonly Finding[];
  /** The site that a finding is about, where it is about one. */
  readonly subjects: ReadonlyMap<Finding, string>;
  /** The sites that a file speaks of. */
  readonly sitesOf: (file: string) => readonly string[];
}

/** Reads the inputs and does the accounting. */
export async function account(
  open: OpenWorkspace,
  factors: readonly StoredFactorSet[],
  days: Days,
  progress: Progress,
): Promise<Accounting> {
  const inputs = await readInputs(open, progress);
  const prior = await priorDisclosures(open, days);
  progress('reducing readings to hours');
  const prepared = prepareSites(open, inputs, days);
  progress('computing');
  const attached = await attachmentsOf(open);
  const footprint = computeFootprint({
    ...footprintInputs(open, factors, days, prepared, attached.attachments),
    retirements: inputs.retirements,
    ...(prior.usedSerials.length > 0 && { usedSerials: prior.usedSerials }),
  });
  const files = sitesByFile(open.workspace, inputs);
  const told = [
    ...open.findings,
    ...inputs.findings,
    ...prepared.findings,
    ...footprint.findings,
    ...attached.findings,
    ...prior.findings,
    ...rollForwardFindings(prior.filed, footprint),
  ];
  const located = told.map((one) => ({
    one: locatedFinding(open, one),
    site: subjectOf(open.workspace, files, one),
  }));
  return {
    open,
    factors,
    days,
    footprint,
    columns: [...prepared.columns, ...footprint.sites.flatMap(({ columns = [] }) => columns)],
    boundary: prepared.boundary,
    inputs: [...inputs.evidence, ...prior.evidence],
    prior: prior.filed,
    attachments: attached.attachments,
    findings: located.map(({ one }) => one),
    subjects: new Map(
      located.flatMap(({ one, site }) => (site === undefined ? [] : [[one, site]])),
    ),
    sitesOf: (file) => files.get(file) ?? [],
  };
}

/** What the accounting rests on, out of a workspace and its prepared sites. */
export function footprintInputs(
  open: OpenWorkspace,
  factors: readonly StoredFactorSet[],
  days: Days,
  prepared: PreparedSites,
  attachments: FootprintInputs['attachments'] = new Map(),
): FootprintInputs {
  const { workspace } = open;
  const scope3 = scope3Inputs(open, days, prepared);
  return {
    entity: workspace.entity,
    period: days,
    factors: workspace.factors,
    factorSets: factors.map(({ set }) => set),
    factorFiles: new Map(
      factors.map(({ set, sha256 }) => [set, { file: factorSetPath(set), sha256 }]),
    ),
    decisions: (workspace.decisions ?? []).map((decision, i) => ({
      decision,
      evidence: evidenceOfEntry(open, `decisions.${String(i)}`),
    })),
    ...(workspace.programmes && { programmes: workspace.programmes }),
    parties: workspace.boundary.parties.flatMap(({ name }) => name ?? []),
    ...(scope3 && { scope3 }),
    quality: qualityInputs(open),
    attachments,
    difficulty: prepared.difficulty,
    ...hashLimits(open),
    sites: prepared.sites,
  };
}

/** The files under `attachments`, with their hashes; one that is not there is a finding. */
async function attachmentsOf({
  workspace,
  folder,
  placeOf,
}: OpenWorkspace): Promise<{ attachments: Map<string, Attachment>; findings: Finding[] }> {
  const attachments = new Map<string, Attachment>();
  const findings: Finding[] = [];
  for (const [id, path] of Object.entries(workspace.attachments ?? {})) {
    if (await exists(join(folder, path))) {
      attachments.set(id, await readStored(join(folder, path), path));
    } else {
      const message = `The attachment ${id} is not at ${path}; add the file or correct the path.`;
      findings.push(finding('WS-NO-FILE', 'critical', message, placeOf(`/attachments/${id}`)));
    }
  }
  return { attachments, findings };
}
