import type { Boundary, Day, Party } from '../model/documents/workspace.ts';
import { finding } from '../model/finding.ts';
import { instantOf } from '../model/instant.ts';
import { instantText } from '../model/time.ts';
import { exact, largerOf, type Rational, sumOf, ZERO } from '../units/rational.ts';
import { type HeldPart, heldBy } from './boundary.ts';
import { isMissing, type Missing } from './figure.ts';
import { numberText } from './wording.ts';

/** Days over which one part of a site is reported, first and last included. */
export interface HeldStretch {
  readonly from: Day;
  readonly to: Day;
  /** In percent, exact; more than nothing. */
  readonly percent: Rational;
  /** Place of the first of its parties in the boundary. */
  readonly place: number;
}

interface Days {
  readonly start: Day;
  readonly end: Day;
}

interface Holder {
  readonly place: number;
  readonly first: Day;
  readonly last: Day;
  readonly held: HeldPart;
}

const WHOLE = exact('100');

function moved(day: Day, by: number): Day {
  return instantText((instantOf(`${day}T00:00:00Z`) ?? 0) + by * 86_400).slice(0, 10);
}

function holderOf(party: Party, place: number, days: Days, held: HeldPart): Holder[] {
  const first = party.from !== undefined && party.from > days.start ? party.from : days.start;
  const last = party.to !== undefined && party.to < days.end ? party.to : days.end;
  return first <= last ? [{ place, first, last, held }] : [];
}

function holdersOf(boundary: Boundary, site: string, days: Days): Holder[] | Missing {
  const holders: Holder[] = [];
  for (const [place, party] of boundary.parties.entries()) {
    if (!party.sites.includes(site)) continue;
    const held = heldBy(party, boundary);
    if (isMissing(held)) return held;
    holders.push(...holderOf(party, place, days, held));
  }
  return holders;
}

/** By equity the parts of several lines add up; by control one that has it suffices. */
function percentOf(holders: readonly Holder[], approach: Boundary['approach']): Rational {
  const parts = holders.map(({ held }) => held.percent);
  return approach === 'equity-share' ? sumOf(parts) : parts.reduce(largerOf, ZERO);
}

function stretchFrom(
  from: Day,
  to: Day,
  holders: readonly Holder[],
  approach: Boundary['approach'],
): HeldStretch[] {
  const own = holders.filter(({ first, last }) => first <= from && from <= last);
  const percent = percentOf(own, approach);
  const [one] = own;
  return one && percent.n !== 0n ? [{ from, to, percent, place: one.place }] : [];
}

/** Stretches that follow one another with the same part are one. */
function joined(stretches: readonly HeldStretch[]): HeldStretch[] {
  const all: HeldStretch[] = [];
  for (const stretch of stretches) {
    const last = all.at(-1);
    const isSame = last?.percent.equals(stretch.percent) && moved(last.to, 1) === stretch.from;
    if (last && isSame) all.splice(-1, 1, { ...last, to: stretch.to });
    else all.push(stretch);
  }
  return all;
}

function tooMuch(site: string, { from, to, percent }: HeldStretch): Missing {
  const message = `The parties that hold site ${site} from ${from} to ${to} have ${numberText(percent, 4)} percent of it together, which is more than all; correct their shares or sites.`;
  return { missing: finding('ACC-BOUNDARY', 'critical', message, { entry: 'boundary.parties' }) };
}

/**
 * The stretches of days over which the entity reports a part of a site, in order: parties come and go, days on which
 * nothing is reported are left out. Missing where the parties do not lead to the entity, or hold more than all.
 *
 * @see GHG Protocol Corporate Standard, chapters 3 and 5
 */
export function heldStretches(
  boundary: Boundary,
  site: string,
  days: Days,
): readonly HeldStretch[] | Missing {
  const holders = holdersOf(boundary, site, days);
  if (isMissing(holders)) return holders;
  const firsts = [...new Set(holders.flatMap(({ first, last }) => [first, moved(last, 1)]))].sort();
  const stretches = joined(
    firsts.slice(0, -1).flatMap((from, i) => {
      const to = moved(firsts[i + 1] ?? from, -1);
      return stretchFrom(from, to, holders, boundary.approach);
    }),
  );
  const over = stretches.find(({ percent }) => percent.gt(WHOLE));
  return over ? tooMuch(site, over) : stretches;
}
