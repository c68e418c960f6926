import { type Finding, finding } from '../../model/finding.ts';
import type { CoinProduction } from '../../model/records.ts';
import type { DifficultyEpoch, Payout } from '../../model/source-records.ts';
import { type Month, overlapOf } from '../../model/time.ts';
import { hashesPaid } from '../coins.ts';
import { placeOf, splitByDays } from '../energy/split-by-days.ts';
import type { Figure } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, Rewards, SiteInputs } from '../inputs.ts';
import { type Step, sum } from '../ledger.ts';
import { countText } from '../wording.ts';
import { hashesOfPayout } from './by-payout.ts';
import type { ExpectedHashes, ExpectedPayout } from './result.ts';
import { termsOf } from './segments.ts';

const DAY = 86_400;

/** A record over days, and its hashes or what is missing for them. */
interface Paid {
  readonly record: Payout | CoinProduction;
  readonly hashes: Step<'TH'> | string;
}

function monthly(paid: readonly Paid[], { id, start, end }: Month, site: SiteInputs) {
  const own = paid.filter(({ record }) => overlapOf(record, { start, end }));
  const lacking = own.find(({ hashes }) => typeof hashes === 'string');
  if (own.length === 0) return undefined;
  if (lacking) return lack(lacking, site);
  const calendar = { ...site.calendar, months: [{ id, start, end }] };
  const parts = own.flatMap(({ record, hashes }) =>
    typeof hashes === 'string'
      ? []
      : splitByDays(record, hashes, calendar).map(({ amount }) => amount),
  );
  return sum(parts, `Hashes paid, ${site.site.id}, ${id}`);
}

function lack({ record, hashes }: Paid, { site }: SiteInputs): { missing: Finding } {
  const why = typeof hashes === 'string' ? hashes : '';
  const when =
    record.firstDay === record.lastDay
      ? record.firstDay
      : `${record.firstDay} to ${record.lastDay}`;
  return {
    missing: finding(
      'ACC-EXPECTED-HASHES',
      'completeness',
      `The hashes that the coins of ${site.id} of ${when} pay for are not given: ${why}.`,
      placeOf(record.evidence),
    ),
  };
}

function byPayouts(
  { payouts = [], site }: SiteInputs,
  rewards: Rewards,
  difficulty: readonly DifficultyEpoch[],
): { readonly paid: readonly Paid[]; readonly payouts: readonly ExpectedPayout[] } {
  const own = payouts.filter((payout) => payout.site === site.id);
  const paid = own.map((payout) => ({
    payout,
    result: hashesOfPayout(payout, rewards, difficulty),
  }));
  return {
    paid: paid.map(({ payout: record, result }) => ({
      record,
      hashes: 'lack' in result ? result.lack : result.hashes,
    })),
    payouts: paid.flatMap(({ payout, result }): ExpectedPayout[] => {
      const terms = termsOf(payout, rewards.terms);
      return 'hashes' in result && terms
        ? [{ payout, scheme: terms.scheme, hashes: result.hashes }]
        : [];
    }),
  };
}

function byCoins(coins: readonly CoinProduction[]): Paid[] {
  return coins.map((record) => ({
    record,
    hashes: hashesPaid(record) ?? 'a block pays nothing by its row',
  }));
}

/** Days of the period without a payout are told: what they were paid is in no figure. */
function gaps(paid: readonly Paid[], { site, calendar }: SiteInputs): Finding[] {
  const open = calendar.months.filter(({ start, end }) => {
    const inside = paid.flatMap(({ record }) => overlapOf(record, { start, end }) ?? []);
    const covered = inside.reduce((all, part) => all + part.end - part.start, 0);
    // days of a pool may begin in another zone than those of the site
    return covered < end - start - DAY;
  });
  const [first] = open;
  if (!first || paid.length === 0) return [];
  const message = `Coins of ${site.id} are not recorded for every day of ${countText(open.length, 'month')}, the first of them ${first.id}; the hashes that they pay for are less than those computed. Add the missing days.`;
  return [finding('ACC-EXPECTED-HASHES', 'completeness', message, { entry: `sites.${site.id}` })];
}

/** Coins with their difficulty stand in where the payouts alone do not suffice. */
function chosen(ofPayouts: readonly Paid[], coins: readonly CoinProduction[]): readonly Paid[] {
  const isWhole = ofPayouts.every(({ hashes }) => typeof hashes !== 'string');
  return coins.length === 0 || (ofPayouts.length > 0 && isWhole) ? ofPayouts : byCoins(coins);
}

function byMonth(paid: readonly Paid[], site: SiteInputs): ReadonlyMap<string, Figure<'TH'>> {
  const months = new Map<string, Figure<'TH'>>();
  for (const month of site.calendar.months) {
    const figure = monthly(paid, month, site);
    if (figure) months.set(month.id, figure);
  }
  return months;
}

function isBitcoin({ hashes }: SiteInputs): boolean {
  return hashes === undefined || hashes.algorithm === 'sha256';
}

/**
 * The hashes for which coins were paid, by month: of payouts and the difficulty of the chain, fees included, else of
 * coins whose difficulty and fees are stated beside them. Undefined where a site has neither. Bitcoin alone.
 */
export function expectedHashes(
  { difficulty = [] }: Pick<FootprintInputs, 'difficulty'>,
  site: SiteInputs,
): Found<ExpectedHashes | undefined> {
  const rewards = site.rewards ?? { terms: [], evidence: site.share.evidence };
  const { paid: ofPayouts, payouts } = byPayouts(site, rewards, difficulty);
  const paid = chosen(ofPayouts, site.coins ?? []);
  if (!isBitcoin(site) || paid.length === 0) return found(undefined);
  const lacking = paid.find(({ hashes }) => typeof hashes === 'string');
  return found(
    { months: byMonth(paid, site), payouts },
    lacking ? lack(lacking, site).missing : [],
    ofPayouts.length > 0 ? gaps(paid, site) : [],
  );
}
