/** The library's public surface: the use cases behind each command, and the documents they work on. */
export { checkWorkspace, type CheckResult } from './app/check.ts';
export { explain, type Explanation, type TraceNode } from './app/explain.ts';
export { initWorkspace } from './app/init.ts';
export { inspectFile, type Inspection, type InspectOptions } from './app/inspect.ts';
export { report, type ReportOptions, type ReportResult } from './app/report.ts';
export { AppError, isAppError } from './model/app-error.ts';
export type { Disclosure, Fact } from './model/documents/disclosure.ts';
export type { FactorSet } from './model/documents/factor-set.ts';
export type { LedgerDocument, LedgerStep } from './model/documents/ledger.ts';
export type { Template } from './model/documents/template.ts';
export type { Workspace } from './model/documents/workspace.ts';
export type { Finding, Severity } from './model/finding.ts';
