import { type Finding, hasCritical, sortedFindings } from '../model/finding.ts';
import { loadFactors } from '../store/factors.ts';
import { openWorkspace } from '../store/workspace.ts';
import { daysOf } from './calendar.ts';
import { type CoverageRow, coverageOf } from './coverage.ts';
import { type Progress, readInputs } from './read-inputs.ts';
import { type Served, servedBy } from './served-by.ts';
import { prepareSites } from './site-inputs.ts';

/** What a workspace holds and lacks. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly coverage: readonly CoverageRow[];
  /** Which factor will serve each site and method, and what would change with a newer edition. */
  readonly served_by: readonly Served[];
}

/** Reads everything and computes nothing that is filed. */
export async function checkWorkspace(folder: string, progress: Progress): Promise<CheckResult> {
  const open = await openWorkspace(folder);
  if (!open.workspace || hasCritical(open.findings))
    return { findings: sortedFindings(open.findings), coverage: [], served_by: [] };
  const inputs = await readInputs(open, progress);
  const days = daysOf(open.workspace.period);
  const prepared = prepareSites(open, inputs, days);
  return {
    findings: sortedFindings([...open.findings, ...inputs.findings, ...prepared.findings]),
    coverage: coverageOf(open.workspace, inputs, days),
    served_by: servedBy({
      entity: open.workspace.entity,
      period: days,
      factors: open.workspace.factors,
      factorSets: loadFactors().map(({ set }) => set),
      decisions: [],
      sites: prepared.sites,
    }),
  };
}
