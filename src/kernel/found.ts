import type { Finding } from '../model/finding.ts';

/** A result and what a person should know of how it came about. */
export interface Found<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** A result with its findings. */
export function found<T>(
  value: T,
  ...findings: readonly (Finding | readonly Finding[])[]
): Found<T> {
  return { value, findings: findings.flat() };
}
