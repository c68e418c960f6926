import { resolve } from 'node:path';
import { printedNumber } from '../disclosure/format.ts';
import { factOf } from '../disclosure/sheet-inputs.ts';
import { templateFindings } from '../disclosure/template-check.ts';
import { ENGLISH } from '../disclosure/words/en.ts';
import { AppError } from '../model/app-error.ts';
import type { Disclosure } from '../model/documents/disclosure.ts';
import { type Finding, hasCritical, sortedFindings } from '../model/finding.ts';
import { type StoredFactorSet, loadFactors } from '../store/factors.ts';
import { writeAll } from '../store/files.ts';
import { loadTemplates, type StoredTemplate, templateOf } from '../store/templates.ts';
import { openWorkspace } from '../store/workspace.ts';
import { type Days, daysOf, parsePeriod } from './calendar.ts';
import { computeDisclosure, type ComputedDisclosure } from './compute-disclosure.ts';
import { documentsOf } from './disclosure-documents.ts';
import type { Progress } from './read-inputs.ts';

/** What is asked of a report. */
export interface ReportOptions {
  readonly template: string;
  readonly edition?: string;
  readonly period?: string;
  readonly out: string;
  readonly formats: ReadonlySet<'pdf' | 'json'>;
  readonly draft?: boolean;
  /** A folder of further templates. */
  readonly templates?: string;
}

/** One figure of the summary, as it is printed. */
export interface KeyFigure {
  readonly fact: string;
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  /** The value as a person reads it, with thousands apart. */
  readonly printed: string;
}

/** What a report came to. */
export interface ReportResult {
  readonly template: { readonly id: string; readonly edition: string };
  readonly outcome: Disclosure['outcome'];
  readonly isDraft: boolean;
  readonly keyFigures: readonly KeyFigure[];
  readonly findings: readonly Finding[];
  /** Absolute paths; empty when nothing was written. */
  readonly written: readonly string[];
}

/**
 * Computes a disclosure and writes it. With critical findings nothing is written, unless a draft is asked for, which is
 * marked on every page and names its gaps.
 */
export async function report(
  folder: string,
  options: ReportOptions,
  progress: Progress,
): Promise<ReportResult> {
  const stored = chosenTemplate(options);
  const factors = loadFactors();
  const nothing = (findings: readonly Finding[]): ReportResult => ({
    template: { id: stored.template.id, edition: stored.template.edition },
    outcome: 'UNDETERMINED',
    isDraft: false,
    keyFigures: [],
    findings: sortedFindings(findings),
    written: [],
  });
  const faults = templateFindings(stored.template, stored.labels, setsOf(factors));
  if (hasCritical(faults)) return nothing(faults);
  const open = await openWorkspace(folder);
  if (!open.workspace || hasCritical(open.findings)) return nothing(open.findings);
  const days = periodOf(options.period) ?? daysOf(open.workspace.period);
  const computed = await computeDisclosure(
    { open, stored, factors, days, isDraft: options.draft === true },
    progress,
  );
  const { disclosure } = computed;
  const isFiled = options.draft === true || !hasCritical(computed.findings);
  const written = isFiled ? await write(computed, options, progress) : [];
  return {
    ...nothing(computed.findings),
    outcome: disclosure.outcome,
    isDraft: disclosure.draft,
    keyFigures: keyFiguresOf(computed),
    written,
  };
}

function chosenTemplate({ template, edition, templates }: ReportOptions): StoredTemplate {
  const all = [
    ...loadTemplates(),
    ...(templates === undefined ? [] : loadTemplates(resolve(templates))),
  ];
  return templateOf(all, template, edition);
}

function setsOf(factors: readonly StoredFactorSet[]) {
  return factors.map(({ set }) => set);
}

function periodOf(text: string | undefined): Days | undefined {
  if (text === undefined) return undefined;
  const days = parsePeriod(text);
  if (days) return days;
  throw new AppError('usage', `"${text}" is no period; write 2025, or 2025-07-01/2026-06-30`, {
    what: text,
  });
}

async function write(
  computed: ComputedDisclosure,
  { formats, out }: ReportOptions,
  progress: Progress,
): Promise<string[]> {
  const files = await documentsOf(computed, formats, progress);
  return writeAll(resolve(out), files);
}

function keyFiguresOf({
  disclosure,
  stored: { template, labels },
}: ComputedDisclosure): KeyFigure[] {
  const block = template.sections
    .flatMap(({ blocks }) => blocks)
    .find((b) => b.kind === 'key-figures');
  return (block?.facts ?? []).map((id) => {
    const fact = factOf(disclosure, id);
    const hasValue = fact?.value != null;
    return {
      fact: id,
      label: labels.facts[id] ?? id,
      value: hasValue ? (fact.value ?? '') : 'no value',
      unit: hasValue ? (fact.unit ?? '') : '',
      printed: hasValue ? printedNumber(fact.value ?? '', ENGLISH.numbers) : 'no value',
    };
  });
}
