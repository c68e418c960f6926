import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { itemsOf, type JsonValue, memberOf, membersOf } from '../json/json-value.ts';
import { looksLikeJson, readJson } from '../json/read-json.ts';

interface Known {
  readonly is: (document: JsonValue) => boolean;
  /** Follows the name of the file. */
  readonly says: string;
}

const KNOWN: readonly Known[] = [
  {
    is: (document) => {
      const pools = membersOf(document);
      const hasBlocks = pools.some(([, pool]) => memberOf(pool, 'lifetime_blocks') !== undefined);
      return hasBlocks && pools.every(([, pool]) => memberOf(pool, 'link') !== undefined);
    },
    says: 'lists mining pools with the blocks that each of them found, and not what a miner computed. Export the hashrate of your own account or machines.',
  },
  {
    is: (document) =>
      memberOf(document, 'coinbase_tags') !== undefined ||
      memberOf(document, 'payout_addresses') !== undefined,
    says: 'lists names and addresses of mining pools and holds no hashrate. Export the hashrate of your own account or machines.',
  },
  {
    is: (document) =>
      itemsOf(memberOf(document, 'STATUS')).length > 0 &&
      ['SUMMARY', 'STATS', 'DEVS', 'POOLS'].some((part) => memberOf(document, part) !== undefined),
    says: 'is the answer of one machine to a request (cgminer API): it gives the mean since the machine was started and does not name the machine, so several of them can be neither told apart nor added. Export rows with time, machine and mean hashrate from your monitoring, and map them as hashrate.',
  },
];

/** Why a JSON file that is known to be something else is no hashrate; undefined for any other file. */
export function knownJson(file: InputFile): Finding | undefined {
  if (!looksLikeJson(file)) return undefined;
  const document = readJson(file);
  if (document.refused) return document.refused;
  const known = KNOWN.find(({ is }) => is(document.value));
  const says =
    known?.says ??
    'is JSON, and no table. Name the profile of its source, or export the hashrate as CSV.';
  return finding('IN-NO-READINGS', 'critical', `${file.path} ${says}`, { file: file.path });
}
