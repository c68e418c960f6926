import type { KindSpec } from '../kind-spec.ts';
import { FURTHER_KINDS } from './further-kinds.ts';
import { INTERVAL_KINDS } from './interval-kinds.ts';
import { PERIOD_KINDS } from './period-kinds.ts';
import { RECORD_KINDS } from './record-kinds.ts';

/** Every kind of table that can be mapped. */
export const KINDS: readonly KindSpec[] = [
  ...PERIOD_KINDS,
  ...INTERVAL_KINDS,
  ...RECORD_KINDS,
  ...FURTHER_KINDS,
];
