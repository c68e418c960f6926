import { resolve } from 'node:path';
import { isFiled } from '../disclosure/applicability.ts';
import { printedNumber } from '../disclosure/format.ts';
import { factOf } from '../disclosure/sheet-inputs.ts';
import { templateFindings } from '../disclosure/template-check.ts';
import { ENGLISH } from '../disclosure/words/en.ts';
import { AppError } from '../model/app-error.ts';
import type { Applicability, Disclosure } from '../model/documents/disclosure.ts';
import type { Site } from '../model/documents/workspace.ts';
import { type Finding, hasCritical, sortedFindings } from '../model/finding.ts';
import { loadFactors } from '../store/factors.ts';
import { writeAll } from '../store/files.ts';
import { loadTemplates, type StoredTemplate, templateOf } from '../store/templates.ts';
import { openWorkspace } from '../store/workspace.ts';
import { account, type Accounting } from './accounting.ts';
import { type Days, daysOf, parsePeriod } from './calendar.ts';
import { computeDisclosure, type ComputedDisclosure } from './compute-disclosure.ts';
import { documentsOf } from './disclosure-documents.ts';
import type { Progress } from './read-inputs.ts';

/** What is asked of a report. */
export interface ReportOptions {
  readonly template: string;
  readonly edition?: string;
  readonly period?: string;
  /** For a template of sites: the one site; absent: every site of the boundary. */
  readonly site?: string;
  readonly out: string;
  readonly formats: ReadonlySet<'pdf' | 'json'>;
  readonly draft?: boolean;
  /** A folder of further templates. */
  readonly templates?: string;
}

/** One figure of the summary. */
export interface KeyFigure {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  /** The value as a person reads it, with thousands apart. */
  readonly printed: string;
}

/** What one disclosure came to. */
export interface DisclosureResult {
  /** Null for the entity. */
  readonly site: string | null;
  readonly outcome: Disclosure['outcome'];
  /** Why, in words, with the numbers that were looked at. */
  readonly because: string;
  readonly applicability: Applicability;
  readonly isDraft: boolean;
  readonly keyFigures: readonly KeyFigure[];
  readonly findings: readonly Finding[];
  /** Absolute paths; empty when nothing was written. */
  readonly written: readonly string[];
}

/** What a report came to: one disclosure of the entity, or one for each site. */
export interface ReportResult {
  readonly template: { readonly id: string; readonly edition: string };
  readonly disclosures: readonly DisclosureResult[];
  /** Of all disclosures, each once. */
  readonly findings: readonly Finding[];
  readonly written: readonly string[];
}

/**
 * Computes the disclosures of a template and writes those that are to be filed. With critical findings nothing is
 * written, unless a draft is asked for, which is marked on every page and names its gaps.
 */
export async function report(
  folder: string,
  options: ReportOptions,
  progress: Progress,
): Promise<ReportResult> {
  const stored = chosenTemplate(options);
  const factors = loadFactors(folder);
  const { id, edition } = stored.template;
  const template = { id, edition };
  const nothing = (findings: readonly Finding[]): ReportResult => ({
    template,
    disclosures: [],
    findings: sortedFindings(findings),
    written: [],
  });
  const faults = templateFindings(
    stored.template,
    stored.labels,
    factors.map(({ set }) => set),
  );
  if (hasCritical(faults)) return nothing(faults);
  const open = await openWorkspace(folder);
  if (!open.workspace || hasCritical(open.findings)) return nothing(open.findings);
  const days = periodOf(options.period) ?? daysOf(open.workspace.period);
  const accounting = await account(open, factors, days, progress);
  const disclosures: DisclosureResult[] = [];
  for (const site of sitesAsked(accounting, stored, options)) {
    const computed = computeDisclosure({
      accounting,
      stored,
      site,
      isDraft: options.draft === true,
    });
    disclosures.push(await written(computed, options, progress));
  }
  return {
    template,
    disclosures,
    findings: sortedFindings(disclosures.flatMap(({ findings }) => findings)),
    written: disclosures.flatMap((one) => one.written),
  };
}

function chosenTemplate({ template, edition, templates }: ReportOptions): StoredTemplate {
  const all = [
    ...loadTemplates(),
    ...(templates === undefined ? [] : loadTemplates(resolve(templates))),
  ];
  return templateOf(all, template, edition);
}

function periodOf(text: string | undefined): Days | undefined {
  if (text === undefined) return undefined;
  const days = parsePeriod(text);
  if (days) return days;
  throw new AppError('usage', `"${text}" is no period; write 2025, or 2025-07-01/2026-06-30`, {
    what: text,
  });
}

function sitesAsked(
  { open, boundary }: Accounting,
  { template }: StoredTemplate,
  { site }: ReportOptions,
): (Site | undefined)[] {
  if (template.per === 'entity') return [undefined];
  const inside = open.workspace.sites.filter(({ id }) =>
    boundary.sites.some((one) => one.id === id),
  );
  const asked = inside.filter(({ id }) => site === undefined || id === site);
  if (asked.length > 0) return asked;
  const known = inside.map(({ id }) => id);
  const message = `there is no site "${site ?? ''}" in the boundary; known: ${known.join(', ')}`;
  throw new AppError('unknown-id', message, { kind: 'site', id: site ?? '', known });
}

/** A draft may be written of whatever can be rendered; a final one only where it is to be filed and nothing stops it. */
function mayBeWritten({ disclosure, findings, isDraft, stored }: ComputedDisclosure): boolean {
  if (stored.template.sections.length === 0) return false;
  return isDraft || (isFiled(disclosure.outcome) && !hasCritical(findings));
}

async function written(
  computed: ComputedDisclosure,
  { formats, out }: ReportOptions,
  progress: Progress,
): Promise<DisclosureResult> {
  const { disclosure, labels, findings } = computed;
  const isStopped = !mayBeWritten(computed);
  const files = isStopped
    ? new Map<string, string>()
    : await documentsOf(computed, formats, progress);
  const isAsked = isFiled(disclosure.outcome) || computed.isDraft;
  return {
    site: disclosure.site,
    outcome: disclosure.outcome,
    because: labels.applicability[disclosure.applicability.rule ?? 'otherwise'] ?? '',
    applicability: disclosure.applicability,
    isDraft: disclosure.draft,
    keyFigures: keyFiguresOf(computed),
    // what is missing from a disclosure that nobody files is no finding; that nobody can tell is one
    findings: isAsked ? findings : findings.filter(({ code }) => code === 'DIS-UNDETERMINED'),
    written: files.size === 0 ? [] : await writeAll(resolve(out), files),
  };
}

function keyFiguresOf({
  disclosure,
  labels,
  stored: { template },
}: ComputedDisclosure): KeyFigure[] {
  const blocks = template.sections.flatMap((section) => section.blocks);
  const block = blocks.find((one) => one.kind === 'key-figures');
  const totals = disclosure.facts.filter(
    ({ step, dimensions }) => step !== null && Object.keys(dimensions).length === 0,
  );
  const ids = block?.facts ?? totals.map(({ id }) => id);
  return ids.map((id) => {
    const fact = factOf(disclosure, id);
    const value = fact?.value ?? undefined;
    return {
      fact: id,
      label: labels.facts[id] ?? id,
      value: value ?? 'no value',
      unit: value === undefined ? '' : (fact?.unit ?? ''),
      printed: value === undefined ? 'no value' : printedNumber(value, ENGLISH.numbers),
    };
  });
}
