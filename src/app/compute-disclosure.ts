import { type Applied, applied } from '../disclosure/applicability.ts';
import { checkFindings, composeDisclosure } from '../disclosure/compose.ts';
import { type FactSources, resolveFacts } from '../disclosure/facts.ts';
import { jumpFindings, type YearOnYear } from '../disclosure/jumps.ts';
import { labelsFor } from '../disclosure/labels.ts';
import { lookupWithFacts } from '../disclosure/lookup.ts';
import type { OpenFact } from '../disclosure/open-fact.ts';
import { printedPeriod } from '../disclosure/sheet-inputs.ts';
import { uncertainties } from '../disclosure/uncertainties.ts';
import type { Footprint, SiteFootprint } from '../kernel/footprint.ts';
import { exclusionFindings } from '../kernel/quality/exclusion-findings.ts';
import { closeLedger, type ColumnFile } from '../kernel/ledger.ts';
import { warmingPotentials } from '../kernel/warming-potentials.ts';
import type { HourColumn } from '../model/column.ts';
import type { Disclosure, EvidenceFactorSet } from '../model/documents/disclosure.ts';
import type { LedgerDocument } from '../model/documents/ledger.ts';
import type { Site } from '../model/documents/workspace.ts';
import { finding, type Finding, sortedFindings } from '../model/finding.ts';
import type { Labels } from '../model/labels.ts';
import { canonicalText, hashOf } from '../seal/canonical.ts';
import { hoursCsv } from '../series/hours-csv.ts';
import type { StoredFactorSet } from '../store/factors.ts';
import { sha256 } from '../store/files.ts';
import type { StoredTemplate } from '../store/templates.ts';
import { priorFilings } from './filed/prior-disclosures.ts';
import { evidenceOfEntry, located } from './locate.ts';
import type { Accounting } from './accounting.ts';

/** What one disclosure is computed from: the accounting, a template, and the one site where it is of one. */
export interface DisclosureRequest {
  readonly accounting: Accounting;
  readonly stored: StoredTemplate;
  readonly site: Site | undefined;
  readonly isDraft: boolean;
}

/** A disclosure with all that it carries. */
export interface ComputedDisclosure extends DisclosureRequest {
  readonly labels: Labels;
  readonly disclosure: Disclosure;
  readonly ledger: LedgerDocument;
  /** Files of hourly columns by name. */
  readonly hours: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** Composes the disclosure of one template out of the accounting. */
export function computeDisclosure(request: DisclosureRequest): ComputedDisclosure {
  const { accounting, stored, site } = request;
  const { open, days } = accounting;
  const labels = labelsFor(stored.labels, printedPeriod(days));
  const sources = factSources(request, labels);
  const resolved = resolveFacts(sources);
  const outcome = applied(stored.template, lookupWithFacts(sources, resolved.facts));
  const columns = accounting.columns.filter(
    (column) => site === undefined || column.site === site.id,
  );
  const hours = hoursFiles(columns);
  const roots = resolved.facts.flatMap(({ step }) => step ?? []);
  const ledger = closeLedger(roots, columns, columnFiles(columns, hours));
  const uncertain = uncertainties(resolved.facts, sources.footprint.quality);
  const findings = sortedFindings([
    ...accounting.findings.filter((one) => concerns(request, one)),
    ...located(open, resolved.findings),
    ...located(open, checkFindings(sources, resolved.facts, labels)),
    ...unverifiedFindings(resolved.facts),
    ...undecidedFindings(request, labels, outcome),
    ...located(open, hourlyFindings(sources)),
    ...located(open, jumpFindings(yearOnYear(request, sources, resolved.facts))),
    ...located(open, uncertain.findings),
    ...located(open, exclusionsOf(sources)),
  ]);
  const disclosure = composeDisclosure({
    ...sources,
    templateSha256: stored.sha256,
    period: days,
    boundary: boundaryOf(request),
    facts: resolved.facts,
    ledger,
    findings,
    applied: outcome,
    isDraft: request.isDraft,
    uncertainty: uncertain.entries,
    evidence: evidenceOf(request, ledger.document, hours),
  });
  return { ...request, labels, disclosure, ledger: ledger.document, hours, findings };
}

/** What is held against the disclosures before. */
function yearOnYear(
  { accounting: { open, days }, stored }: DisclosureRequest,
  { prior = [] }: FactSources,
  facts: readonly OpenFact[],
): YearOnYear {
  const { jump_percent: bound, prior: named } = open.workspace;
  return {
    template: stored.template.id,
    period: days,
    facts,
    isNamed: named !== undefined,
    prior,
    bound,
  };
}

function factSources({ accounting, stored, site }: DisclosureRequest, labels: Labels): FactSources {
  const { open, factors, footprint, attachments } = accounting;
  const sets = factors.map(({ set }) => set);
  const sites = footprint.sites.filter((one) => site === undefined || one.site.id === site.id);
  return {
    template: stored.template,
    labels,
    footprint: site === undefined ? { ...footprint, sites } : ofOneSite(footprint, sites),
    workspace: open.workspace,
    site,
    gwp: warmingPotentials(stored.template.gwp, sets),
    attachments,
    prior: priorFilings(accounting, stored.template.id, site?.id ?? null),
    evidenceAt: (entry) => evidenceOfEntry(open, entry),
  };
}

/** What belongs to no site is in the disclosure of none. */
function ofOneSite({ scope3, ...all }: Footprint, sites: readonly SiteFootprint[]): Footprint {
  return { ...all, sites: sites.map(wholeSite) };
}

/** A site's own disclosure gives its figures whole, whatever part of them the entity reports. */
function wholeSite({ share, ...site }: SiteFootprint): SiteFootprint {
  return site;
}

/** Findings about emissions, which say nothing to a template that asks for none. */
const OF_EMISSIONS =
  /^ACC-(FACTOR|NO-FACTOR|NO-RESIDUAL|CERTIFICATE|SERIAL|NO-DIRECT|GAS|FLARE|ENGINE|REFRIGERANT|NO-REFRIGERANTS|SCREENING|OUTSIDE-GASES|CAPTURE)/;

/**
 * The findings of a per-site disclosure are those of its own files and entries, and those of no site at all; those of
 * emissions only where a template asks for them.
 */
function concerns({ accounting, stored, site }: DisclosureRequest, one: Finding): boolean {
  if (stored.template.gwp === null && OF_EMISSIONS.test(one.code)) return false;
  const of = accounting.subjects.get(one);
  return site === undefined || of === undefined || of === site.id;
}

function boundaryOf({ accounting, site }: DisclosureRequest): Disclosure['boundary'] {
  const { approach, sites } = accounting.boundary;
  return { approach, sites: sites.filter(({ id }) => site === undefined || id === site.id) };
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
  const hashes = new Map([...hours].map(([file, text]) => [file, sha256(text)]));
  return new Map(
    columns.map(({ id, site }) => {
      const file = `hours-${site}.csv`;
      return [id, { file, file_sha256: hashes.get(file) ?? '' }];
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

/** What was left out, where a template asks for emissions; it is of the entity, and not of one site. */
function exclusionsOf({ footprint, template, site, gwp }: FactSources): Finding[] {
  return template.gwp === null || site !== undefined ? [] : exclusionFindings(footprint, gwp);
}

/** How far figures rest on hourly factors, where the workspace takes them and the template asks for emissions. */
function hourlyFindings({ footprint, template, workspace }: FactSources): Finding[] {
  if (workspace.factors.hourly !== 'use' || template.gwp === null) return [];
  if (template.hourly_factors === 'allowed') {
    return footprint.sites.flatMap(({ atHourlyFactors }) => atHourlyFactors?.findings ?? []);
  }
  const message = `The workspace takes hourly factors, and ${template.id} does not allow them; its figures rest on annual factors.`;
  return [finding('DIS-HOURLY-NOT-ALLOWED', 'info', message, { entry: 'factors.hourly' })];
}

/** Where nothing states what a rule of applicability rests on, that is a gap like any other. */
function undecidedFindings(
  { stored, site }: DisclosureRequest,
  labels: Labels,
  { outcome, applicability }: Applied,
): Finding[] {
  if (outcome !== 'UNDETERMINED') return [];
  const lacking = applicability.numbers
    .filter(({ value }) => value === null)
    .map(({ fact }) => labels.facts[fact] ?? fact);
  const where = site === undefined ? 'the entity' : `site ${site.id}`;
  const message = `Whether ${stored.template.id} applies to ${where} cannot be told: nothing states ${lacking.join(', ')}; add it to workspace.yaml.`;
  return [finding('DIS-UNDETERMINED', 'critical', message)];
}

function evidenceOf(
  { accounting, site }: DisclosureRequest,
  ledger: LedgerDocument,
  hours: ReadonlyMap<string, string>,
): Disclosure['evidence'] {
  const { path, sha256: hash } = accounting.open.file;
  const used = new Set(ledger.columns.map(({ file }) => file));
  const inputs = accounting.inputs.filter(
    (input) => site === undefined || accounting.sitesOf(input.path).includes(site.id),
  );
  return {
    inputs: [{ path, sha256: hash, reader: 'workspace@1', records: 1 }, ...inputs],
    factors: factorEvidence(ledger, accounting.factors),
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
