import { computeFootprint } from '../kernel/compute-footprint.ts';
import { type Finding, hasCritical, sortedFindings } from '../model/finding.ts';
import { loadFactors } from '../store/factors.ts';
import { openWorkspace } from '../store/workspace.ts';
import { footprintInputs } from './accounting.ts';
import { daysOf } from './calendar.ts';
import { type CoverageRow, coverageOf } from './coverage.ts';
import { priorDisclosures } from './filed/prior-disclosures.ts';
import { type HourlyServed, hourlyServed } from './hourly-served.ts';
import { locatedFinding } from './locate.ts';
import { type Progress, readInputs } from './read-inputs.ts';
import { type Served, servedBy } from './served-by.ts';
import { prepareSites } from './site-inputs.ts';

/** What a workspace holds and lacks. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly coverage: readonly CoverageRow[];
  /** Which factor will serve each site and method, and what would change with a newer edition. */
  readonly served_by: readonly Served[];
  /** Which sites hourly factors will serve; none where they are neither at hand nor asked for. */
  readonly served_by_hour: readonly HourlyServed[];
}

/** What the accounting says of factors, with the weight that it has in a report. */
const OF_FACTORS = /^ACC-(FACTOR|NO-FACTOR|NO-RESIDUAL|NO-LOSS)/;

/** Reads everything and does the accounting for what it says of factors; nothing is filed. */
export async function checkWorkspace(folder: string, progress: Progress): Promise<CheckResult> {
  const open = await openWorkspace(folder);
  if (!open.workspace || hasCritical(open.findings))
    return {
      findings: sortedFindings(open.findings),
      coverage: [],
      served_by: [],
      served_by_hour: [],
    };
  const inputs = await readInputs(open, progress);
  const days = daysOf(open.workspace.period);
  const prior = await priorDisclosures(open, days);
  const prepared = prepareSites(open, inputs, days);
  const accounted = footprintInputs(open, loadFactors(folder), days, prepared);
  progress('computing');
  const footprint = computeFootprint(accounted);
  const ofFactors = [
    ...footprint.findings.filter(({ code }) => OF_FACTORS.test(code)),
    ...footprint.sites.flatMap(({ atHourlyFactors }) => atHourlyFactors?.findings ?? []),
  ];
  return {
    findings: sortedFindings([
      ...open.findings,
      ...inputs.findings,
      ...prepared.findings,
      ...prior.findings,
      ...ofFactors.map((one) => locatedFinding(open, one)),
    ]),
    coverage: coverageOf(open.workspace, inputs, days),
    served_by: servedBy(accounted),
    served_by_hour: hourlyServed(accounted),
  };
}
