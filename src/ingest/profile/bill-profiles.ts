import type { Profile } from './profile.ts';

/** The named layouts of bills. */
export const BILL_PROFILES: readonly Profile[] = [];
