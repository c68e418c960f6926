import type { Profile } from './profile.ts';

/** The named layouts of grid data. */
export const GRID_PROFILES: readonly Profile[] = [];
