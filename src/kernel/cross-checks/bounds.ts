import { exact } from '../../units/rational.ts';

/** Bounds of plausibility, one table. Of SHA-256 where they speak of hashes. */
export const BOUNDS = {
  joulesPerTerahash: { hard: [exact('5'), exact('200')], soft: [exact('9'), exact('110')] },
  pue: { hard: exact('1'), soft: exact('1.35') },
  ratedHashrate: exact('1.15'),
  nameplate: [exact('0.80'), exact('1.35')],
  coinsAgainstHashes: {
    hard: [exact('0.8'), exact('1.25')],
    soft: [exact('0.97'), exact('1.03')],
  },
  billsAgainstReadings: exact('0.005'),
  hostingStatement: exact('0.01'),
} as const;
