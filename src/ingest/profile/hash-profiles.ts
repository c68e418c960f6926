import * as bitcoinHeaders from '../bitcoin-headers/extract.ts';
import * as braiins from '../braiins/extract.ts';
import * as f2pool from '../f2pool/extract.ts';
import type { Profile } from './profile.ts';

/** An account of which only the answer of its pool is known. */
const UNPLACED = { site: '', lastDay: undefined };

/** The named layouts of hashrate, production and the chain. */
export const HASH_PROFILES: readonly Profile[] = [
  {
    id: 'bitcoin-headers',
    description:
      'Block headers of Bitcoin, as hexadecimal lines or as the answers of a node to getblockheader: each is proved and follows the one before it; they give the difficulty',
    isProven: true,
    hasReadTypes: false,
    identify: bitcoinHeaders.identify,
    extract: (file) => ({ difficulty: bitcoinHeaders.extract(file) }),
    extractUnmapped: (file) => ({ difficulty: bitcoinHeaders.extract(file) }),
  },
  {
    id: 'braiins',
    description:
      'Answers of the interface of Braiins Pool: daily hashrate, daily rewards, and workers or profile with the moment they were taken; made from its published names',
    isProven: false,
    hasReadTypes: false,
    identify: braiins.identify,
    extract: braiins.extract,
    extractUnmapped: (file) => braiins.extractFor(file, UNPLACED),
  },
  {
    id: 'f2pool',
    description:
      'Answer of the interface of F2Pool on an account, with the moment it was taken: hashes and coins of the last 24 hours; made from its published names',
    isProven: false,
    hasReadTypes: false,
    identify: f2pool.identify,
    extract: f2pool.extract,
    extractUnmapped: (file) => f2pool.extractFor(file, UNPLACED, 'other'),
  },
];
