import type { FindingCode } from './finding-codes.ts';

/** critical stops a final filing; quality and completeness are disclosed; info is for the reader. */
export type Severity = 'critical' | 'quality' | 'completeness' | 'info';

/** Where a finding stands: a place in a file, or a fact of a disclosure. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly element?: string;
  readonly page?: number;
  readonly fact?: string;
  /** An entry of the workspace, such as `sites.pecos.grid`, until its line is looked up. */
  readonly entry?: string;
}

/** One thing that a person should know or mend. Collected, never thrown. */
export interface Finding {
  /** A code of the registry, or a filing rule's own number. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what is, where, and what to do. The offending value stands in it. */
  readonly message: string;
  readonly at: Place;
  readonly cites?: readonly string[];
}

/** A finding of the registry. */
export function finding(
  code: FindingCode,
  severity: Severity,
  message: string,
  at: Place = {},
  cites?: readonly string[],
): Finding {
  return cites ? { code, severity, message, at, cites } : { code, severity, message, at };
}

/** True when any finding is critical. */
export function hasCritical(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'critical');
}

const ORDER: Readonly<Record<Severity, number>> = {
  critical: 0,
  quality: 1,
  completeness: 2,
  info: 3,
};

/** The findings by weight, code and place, each once. */
export function sortedFindings(findings: readonly Finding[]): Finding[] {
  const key = (f: Finding) =>
    [
      f.code,
      f.at.file ?? '',
      String(f.at.line ?? 0).padStart(9, '0'),
      f.at.column ?? '',
      f.at.sheet ?? '',
      f.at.cell ?? '',
      f.at.element ?? '',
      String(f.at.page ?? 0).padStart(6, '0'),
      f.at.fact ?? '',
      f.message,
    ].join('\0');
  const unique = new Map(findings.map((f) => [`${String(ORDER[f.severity])}\0${key(f)}`, f]));
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, f]) => f);
}
