import { checkFindings, composeDisclosure } from '../disclosure/compose.ts';
import { type OpenFact, resolveFacts } from '../disclosure/facts.ts';
import { computeFootprint } from '../kernel/compute-footprint.ts';
import type { FootprintInputs } from '../kernel/inputs.ts';
import { closeLedger, type ColumnFile } from '../kernel/ledger.ts';
import type { HourColumn } from '../model/column.ts';
import type { Disclosure, EvidenceFactorSet } from '../model/documents/disclosure.ts';
import type { LedgerDocument } from '../model/documents/ledger.ts';
import { finding, type Finding, sortedFindings } from '../model/finding.ts';
import { canonicalText, hashOf } from '../seal/canonical.ts';
import { hoursCsv } from '../series/hours-csv.ts';
import type { StoredFactorSet } from '../store/factors.ts';
import { sha256 } from '../store/files.ts';
import type { StoredTemplate } from '../store/templates.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import type { Days } from './calendar.ts';
import { located } from './locate.ts';
import { type InputsRead, type Progress, readInputs } from './read-inputs.ts';
import { type PreparedSites, prepareSites } from './site-inputs.ts';

/** What a disclosure is computed from. */
export interface DisclosureRequest {
  readonly open: OpenWorkspace;
  readonly stored: StoredTemplate;
  readonly factors: readonly StoredFactorSet[];
  readonly days: Days;
  readonly isDraft: boolean;
}

/** A disclosure with all that it carries. */
export interface ComputedDisclosure extends DisclosureRequest {
  readonly disclosure: Disclosure;
  readonly ledger: LedgerDocument;
  /** Files of hourly columns by name. */
  readonly hours: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** Reads the inputs, does the accounting, and composes the disclosure of one template. */
export async function computeDisclosure(
  request: DisclosureRequest,
  progress: Progress,
): Promise<ComputedDisclosure> {
  const { open, stored, factors, days } = request;
  const { template, labels } = stored;
  const inputs = await readInputs(open, progress);
  progress('reducing readings to hours');
  const prepared = prepareSites(open, inputs, days);
  progress('computing');
  const footprint = computeFootprint(footprintInputs(request, prepared));
  const sets = factors.map(({ set }) => set);
  const gwp = sets.find((set) => set.publisher === 'ipcc' && set.edition === template.gwp);
  const resolved = resolveFacts({ template, labels, footprint, workspace: open.workspace, gwp });
  const hours = hoursFiles(prepared.columns);
  const roots = resolved.facts.flatMap(({ step }) => step ?? []);
  const ledger = closeLedger(roots, prepared.columns, columnFiles(prepared.columns, hours));
  const findings = sortedFindings([
    ...open.findings,
    ...inputs.findings,
    ...prepared.findings,
    ...located(open, footprint.findings),
    ...located(open, resolved.findings),
    ...checkFindings({ template, workspace: open.workspace, facts: resolved.facts }, labels),
    ...unverifiedFindings(resolved.facts),
  ]);
  const disclosure = composeDisclosure({
    template,
    templateSha256: stored.sha256,
    workspace: open.workspace,
    period: days,
    boundary: prepared.boundary,
    facts: resolved.facts,
    ledger,
    findings,
    isDraft: request.isDraft,
    evidence: evidenceOf(request, inputs, ledger.document, hours),
  });
  return { ...request, disclosure, ledger: ledger.document, hours, findings };
}

function footprintInputs(
  { open, factors, days }: DisclosureRequest,
  { sites }: PreparedSites,
): FootprintInputs {
  const { workspace, file } = open;
  return {
    entity: workspace.entity,
    period: days,
    factors: workspace.factors,
    factorSets: factors.map(({ set }) => set),
    decisions: (workspace.decisions ?? []).map((decision, i) => {
      const { line } = open.placeOf(`/decisions/${String(i)}`);
      return {
        decision,
        evidence: { file: file.path, sha256: file.sha256, at: line === undefined ? {} : { line } },
      };
    }),
    sites,
  };
}

function hoursFiles(columns: readonly HourColumn[]): ReadonlyMap<string, string> {
  const sites = [...new Set(columns.map(({ site }) => site))].sort();
  return new Map(
    sites.map((site) => [
      `hours-${site}.csv`,
      hoursCsv(columns.filter((column) => column.site === site)),
    ]),
  );
}

function columnFiles(
  columns: readonly HourColumn[],
  hours: ReadonlyMap<string, string>,
): ReadonlyMap<string, ColumnFile> {
  return new Map(
    columns.map(({ id, site }) => {
      const file = `hours-${site}.csv`;
      return [id, { file, file_sha256: sha256(hours.get(file) ?? '') }];
    }),
  );
}

/** Items that stand from memory are said to, once for all. */
function unverifiedFindings(facts: readonly OpenFact[]): Finding[] {
  const ids = facts
    .filter(({ definition }) => definition.grade === 'M')
    .map(({ definition }) => definition.id);
  const items = [...new Set(ids)];
  if (items.length === 0) return [];
  const message = `These items of the template stand from memory and were not checked against the source: ${items.join(', ')}.`;
  return [finding('DIS-UNVERIFIED', 'quality', message)];
}

function evidenceOf(
  { open, factors }: DisclosureRequest,
  inputs: InputsRead,
  ledger: LedgerDocument,
  hours: ReadonlyMap<string, string>,
): Disclosure['evidence'] {
  const { path, sha256: hash } = open.file;
  const used = new Set(ledger.columns.map(({ file }) => file));
  return {
    inputs: [{ path, sha256: hash, reader: 'workspace@1', records: 1 }, ...inputs.evidence],
    factors: factorEvidence(ledger, factors),
    ledger: hashOf(canonicalText(ledger)),
    columns: [...hours]
      .filter(([file]) => used.has(file))
      .map(([file, text]) => ({ file, sha256: sha256(text) })),
  };
}

/** The factor sets that a figure rests on, and their rows. */
function factorEvidence(
  ledger: LedgerDocument,
  factors: readonly StoredFactorSet[],
): EvidenceFactorSet[] {
  const used = ledger.steps.flatMap(({ factor }) => factor ?? []);
  return factors.flatMap(({ set, sha256: hash }) => {
    const own = used.filter(
      (factor) => factor.publisher === set.publisher && factor.edition === set.edition,
    );
    if (own.length === 0) return [];
    const rows = [...new Set(own.map(({ row }) => row))].sort();
    return [
      { publisher: set.publisher, edition: set.edition, title: set.title, sha256: hash, rows },
    ];
  });
}
