import type { Profile } from './profile.ts';

/** The named layouts of certificates, storage and other energy sources. */
export const SOURCE_PROFILES: readonly Profile[] = [];
