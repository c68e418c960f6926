import type { Step } from '../kernel/ledger.ts';
import type { Grade } from '../model/documents/factor-set.ts';
import type { TemplateFact } from '../model/documents/template.ts';
import type { Finding } from '../model/finding.ts';

/** A fact before the ledger is closed: its step has no id yet. */
export interface OpenFact {
  readonly definition: TemplateFact;
  readonly label: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: string | null;
  readonly step?: Step;
  readonly grade: Grade;
  readonly reason?: string;
  readonly source?: string;
  /** Absent: the period of the disclosure. */
  readonly period?: { readonly start: string; readonly end: string };
}

/** Facts and what is to be said of them. */
export interface ResolvedFacts {
  readonly facts: readonly OpenFact[];
  readonly findings: readonly Finding[];
}

const STRENGTH: readonly Grade[] = ['V', 'C', 'S', 'M'];

/** The weakest of some evidence grades. */
export function weakestGrade(...grades: readonly Grade[]): Grade {
  return STRENGTH[Math.max(...grades.map((grade) => STRENGTH.indexOf(grade)))] ?? 'M';
}
