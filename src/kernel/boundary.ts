import type { Boundary, Party } from '../model/documents/workspace.ts';
import { type Finding, finding } from '../model/finding.ts';
import { exact, type Rational } from '../units/rational.ts';
import type { Missing } from './figure.ts';

/** The part of a site that the entity reports, and the parties through which it holds the site. */
export interface HeldPart {
  /** In percent, exact. */
  readonly percent: Rational;
  /** Ids of parties, from the one that holds the site up to the entity. */
  readonly line: readonly string[];
}

const WHOLE = exact('100');
const NOTHING = exact('0');

function broken(message: string, entry: string): Finding {
  return finding('ACC-BOUNDARY', 'critical', message, { entry });
}

/** The parties from one up to the entity. */
function lineOf(party: Party, parties: readonly Party[]): readonly Party[] | Finding {
  const line = [party];
  for (let { parent } = party; parent !== undefined;) {
    const wanted = parent;
    const child = line.at(-1)?.id ?? '';
    const above = parties.find(({ id }) => id === wanted);
    if (!above) {
      const message = `Party ${child} names ${wanted} as its parent, and the boundary holds no such party; add it, or correct parent.`;
      return broken(message, 'boundary.parties');
    }
    if (line.includes(above)) {
      const circle = [...line, above].map(({ id }) => id).join(', ');
      const message = `The parties ${circle} hold one another in a circle; correct parent of one of them.`;
      return broken(message, 'boundary.parties');
    }
    line.push(above);
    parent = above.parent;
  }
  return line;
}

/** All or nothing by control; without a statement the entity controls itself and nobody else. */
function controlled({ name, operator, control }: Party, approach: Boundary['approach']): Rational {
  const isOwn = name === undefined;
  const stated = approach === 'operational-control' ? operator : control;
  return (stated ?? isOwn) ? WHOLE : NOTHING;
}

/** A party of whose shares one lies outside of what a share can be; undefined where all are sound. */
function unsound(line: readonly Party[]): Finding | undefined {
  const party = line.find(({ share }) => exact(share).lt(NOTHING) || exact(share).gt(WHOLE));
  return (
    party &&
    broken(
      `Party ${party.id} has a share of ${party.share} percent, which is not between 0 and 100; correct share.`,
      'boundary.parties',
    )
  );
}

/**
 * The part of the sites of one party that the entity reports: by equity the product of the shares from the party up to
 * the entity, by control all or nothing. Missing where the tree of parties does not lead to the entity.
 *
 * @see GHG Protocol Corporate Standard, chapter 3
 */
export function heldBy(party: Party, { approach, parties }: Boundary): HeldPart | Missing {
  const line = lineOf(party, parties);
  if ('code' in line) return { missing: line };
  const fault = unsound(line);
  if (fault) return { missing: fault };
  const percent =
    approach === 'equity-share'
      ? line.reduce<Rational>((part, { share }) => part.mul(exact(share)).div(WHOLE), WHOLE)
      : controlled(party, approach);
  return { percent, line: line.map(({ id }) => id) };
}

/** The same of a site, by the first party that holds it. Missing where none does. */
export function reportedShare(boundary: Boundary, siteId: string): HeldPart | Missing {
  const party = boundary.parties.find(({ sites }) => sites.includes(siteId));
  if (party) return heldBy(party, boundary);
  const message = `No party of the boundary holds site ${siteId}; add it to the sites of one.`;
  return { missing: broken(message, 'boundary.parties') };
}
