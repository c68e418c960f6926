import { itemsOf, type JsonValue, memberOf, membersOf } from '../json/json-value.ts';

/**
 * What an answer of Braiins Pool is about.
 *
 * @see Braiins Pool monitoring, API configuration: Pool Stats, User Profile, Daily Reward, Daily Hashrate, Block Rewards,
 *   Worker and Payouts API
 */
export type BraiinsAnswer =
  | { readonly kind: 'workers'; readonly workers: readonly (readonly [string, JsonValue])[] }
  | { readonly kind: 'profile'; readonly profile: JsonValue }
  | { readonly kind: 'rewards'; readonly days: readonly JsonValue[] }
  | { readonly kind: 'days'; readonly days: readonly JsonValue[] }
  | { readonly kind: 'other'; readonly what: string };

/** What a document is about; undefined where it is no answer of Braiins Pool. */
export function answerOf(document: JsonValue): BraiinsAnswer | undefined {
  const btc = memberOf(document, 'btc');
  if (btc?.kind === 'list') return daysOf(itemsOf(btc));
  if (!btc) return undefined;
  return listed(btc) ?? stated(btc);
}

function daysOf(days: readonly JsonValue[]): BraiinsAnswer | undefined {
  const isDay = (day: JsonValue) =>
    memberOf(day, 'date') !== undefined && memberOf(day, 'hash_rate_24h') !== undefined;
  return days.length > 0 && days.every(isDay) ? { kind: 'days', days } : undefined;
}

function listed(btc: JsonValue): BraiinsAnswer | undefined {
  const rewards = memberOf(btc, 'daily_rewards');
  if (rewards?.kind === 'list') return { kind: 'rewards', days: itemsOf(rewards) };
  if (memberOf(btc, 'block_rewards')?.kind === 'list') {
    return { kind: 'other', what: 'rewards block by block' };
  }
  const workers = membersOf(memberOf(btc, 'workers'));
  const isWorker = ([, worker]: readonly [string, JsonValue]) =>
    memberOf(worker, 'hash_rate_24h') !== undefined;
  return workers.length > 0 && workers.every(isWorker) ? { kind: 'workers', workers } : undefined;
}

function stated(btc: JsonValue): BraiinsAnswer | undefined {
  const has = (name: string) => memberOf(btc, name) !== undefined;
  if (has('pool_scoring_hash_rate') || has('pool_24h_hash_rate')) {
    return { kind: 'other', what: 'the hashrate of the whole pool' };
  }
  const isProfile = has('hash_rate_unit') && has('hash_rate_24h');
  return isProfile ? { kind: 'profile', profile: btc } : undefined;
}
