import { ACCOUNTING_CODES } from './codes/accounting.ts';
import { DISCLOSURE_CODES } from './codes/disclosure.ts';
import { INPUT_CODES } from './codes/input.ts';
import { WORKSPACE_CODES } from './codes/workspace.ts';

/** Every finding code with what it means and what to do. Codes are stable: they are never renamed or reused. */
export const FINDING_CODES = {
  ...WORKSPACE_CODES,
  ...INPUT_CODES,
  ...ACCOUNTING_CODES,
  ...DISCLOSURE_CODES,
} as const;

export type FindingCode = keyof typeof FINDING_CODES;
