import type { Profile } from './profile.ts';

/** The named layouts of hashrate, production and the chain. */
export const HASH_PROFILES: readonly Profile[] = [];
