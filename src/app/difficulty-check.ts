import { placeOf } from '../kernel/energy/split-by-days.ts';
import { countText, numberText } from '../kernel/wording.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { CoinProduction } from '../model/records.ts';
import type { DifficultyEpoch } from '../model/source-records.ts';
import { instantText, overlapOf } from '../model/time.ts';
import { isAsStated } from '../units/stated-digits.ts';
import type { InputRecords } from './read-inputs.ts';

/** A stretch of which the end is known. */
type ClosedEpoch = DifficultyEpoch & { readonly to: number };

/** What the difficulty of the chain says of the one that stands beside the coins of a site, period by period. */
export function difficultyFindings(
  { coins, difficulty }: Pick<InputRecords, 'coins' | 'difficulty'>,
  site: string,
): Finding[] {
  const own = coins.filter((period) => period.site === site);
  if (own.length === 0 || difficulty.length === 0) return [];
  const epochs = difficulty.flatMap((epoch) =>
    epoch.to === undefined ? [] : [{ ...epoch, to: epoch.to }],
  );
  const compared = own.map((period) => ({ period, during: epochsDuring(period, epochs) }));
  const open = compared.filter(({ during }) => during.length === 0);
  return [
    ...compared.flatMap(({ period, during }) => comparison(period, during)),
    ...open.slice(0, 1).map(({ period }) => uncovered(period, open.length, site)),
  ];
}

/** The stretches that together cover the whole period; none where a part of it is not covered. */
function epochsDuring(period: CoinProduction, epochs: readonly ClosedEpoch[]): ClosedEpoch[] {
  const during = epochs
    .filter((epoch) => overlapOf(period, { start: epoch.from, end: epoch.to }))
    .sort((a, b) => a.from - b.from);
  const first = during[0];
  const last = during.at(-1);
  const isJoined = during.every((epoch, i) => i === 0 || epoch.from === during[i - 1]?.to);
  const isWhole = first && last && first.from <= period.start && last.to >= period.end;
  return isWhole && isJoined ? during : [];
}

function comparison(period: CoinProduction, [first, ...later]: readonly ClosedEpoch[]): Finding[] {
  const { difficulty: stated, firstDay, lastDay, evidence } = period;
  if (!first) return [];
  const when = firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
  const last = later.at(-1);
  if (!last) {
    if (isAsStated(stated, first.difficulty)) return [];
    const message = `The difficulty stated for the coins of ${when} is ${numberText(stated, 3)}, and that of the blocks of these days is ${numberText(first.difficulty, 3)}. Correct it.`;
    return [finding('IN-DIFFICULTY', 'quality', message, placeOf(evidence))];
  }
  const all = [first, ...later];
  const isAmong = all.some(({ difficulty }) => isAsStated(stated, difficulty));
  const isBetween =
    all.some(({ difficulty }) => difficulty.lte(stated)) &&
    all.some(({ difficulty }) => difficulty.gte(stated));
  const changes = `changed from ${numberText(first.difficulty, 3)} to ${numberText(last.difficulty, 3)} (${instantText(last.from)})`;
  const message = `The difficulty stated for the coins of ${when} is ${numberText(stated, 3)}; in this time it ${changes}. Give the coins of each difficulty in a row of their own.`;
  const severity = isAmong || isBetween ? 'info' : 'quality';
  return [finding('IN-DIFFICULTY', severity, message, placeOf(evidence))];
}

function uncovered({ firstDay, evidence }: CoinProduction, n: number, site: string): Finding {
  const message = `${countText(n, 'period')} of coins of ${site}, the first from ${firstDay} on, lie outside the blocks of which the difficulty is known, so the difficulty stated for them was not checked. Add the blocks of these days.`;
  return finding('IN-DIFFICULTY', 'info', message, placeOf(evidence));
}
