import type { Meter } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Use } from '../footprint.ts';
import { difference, product, share, type Step, sum } from '../ledger.ts';

/** Energy by what it served. */
export type ByUse = ReadonlyMap<Use, Step<'MWh'>>;

/** One metered part of a connection's energy. */
export interface Part {
  readonly meter: Meter;
  readonly energy: Figure<'MWh'>;
}

interface KnownPart {
  readonly use: Use;
  readonly energy: Step<'MWh'>;
}

/** The meters behind a connection that say what they serve; behind one that does not, those behind it. */
export function partsBehind(main: Meter, meters: readonly Meter[]): Meter[] {
  return meters
    .filter(({ part_of }) => part_of === main.id)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((part) => {
      const deeper = part.use === undefined ? partsBehind(part, meters) : [];
      return deeper.length > 0 ? deeper : [part];
    });
}

function noUse(site: string, meter: string): Missing {
  return {
    missing: finding(
      'ACC-NO-USE',
      'completeness',
      `Meter ${meter} of ${site} does not say what its energy serves, and no meter behind it does; add use to it or to its parts.`,
      { entry: `meters.${meter}` },
    ),
  };
}

function knownParts(main: Meter, parts: readonly Part[]): KnownPart[] | Missing {
  const known: KnownPart[] = [];
  for (const { meter, energy } of parts) {
    const use = meter.use ?? main.use;
    if (use === undefined) return noUse(main.site, meter.id);
    if (isMissing(energy)) return energy;
    known.push({ use, energy });
  }
  return known;
}

/** Parts of one use added up. */
function added(parts: readonly KnownPart[], name: (use: Use) => string): ByUse {
  const uses = [...new Set(parts.map(({ use }) => use))].sort();
  return new Map(
    uses.map((use) => [
      use,
      sum(
        parts.filter((part) => part.use === use).map(({ energy }) => energy),
        name(use),
      ),
    ]),
  );
}

/** A connection that states its use, less what parts of another use took. */
function lessOthers(
  main: Use,
  energy: Step<'MWh'>,
  parts: readonly KnownPart[],
  where: string,
): ByUse {
  const others = parts.filter(({ use }) => use !== main);
  if (others.length === 0) return new Map([[main, energy]]);
  const all = sum(
    others.map((part) => part.energy),
    `Energy that served another use than ${main}, ${where}`,
  );
  const rest = difference(energy, all, `Energy that served ${main}, ${where}`);
  return new Map([[main, rest], ...added(others, (use) => `Energy that served ${use}, ${where}`)]);
}

/** Overhead goes with the equipment: each use bears the energy of the connection in proportion to its equipment. */
function proRata(energy: Step<'MWh'>, parts: readonly KnownPart[], where: string): ByUse {
  const equipment = added(parts, (use) => `Energy of equipment for ${use}, ${where}`);
  const [only] = equipment.keys();
  if (equipment.size === 1 && only) return new Map([[only, energy]]);
  const all = sum([...equipment.values()], `Energy of all equipment, ${where}`);
  const entries = [...equipment].map(([use, part]): [Use, Step<'MWh'>] | undefined => {
    const portion = share(part, all, `Share of equipment for ${use}, ${where}`);
    return (
      portion && [
        use,
        product(energy, portion, {
          name: `Energy that served ${use}, ${where}`,
          formula: 'energy of the connection x equipment of the use / all equipment',
        }),
      ]
    );
  });
  const known = entries.filter((entry) => entry !== undefined);
  // no equipment ran: what the connection drew was overhead alone
  return known.length > 0 ? new Map(known) : new Map([['other', energy]]);
}

/** What the energy of one connection served in a month. */
export function usesOf(
  main: Meter,
  energy: Figure<'MWh'>,
  parts: readonly Part[],
  month: Month,
): ByUse | Missing {
  if (isMissing(energy)) return energy;
  const where = `${main.id}, ${month.id}`;
  if (main.use === undefined && parts.length === 0) return noUse(main.site, main.id);
  const known = knownParts(main, parts);
  if (isMissing(known))
    return main.use !== undefined && parts.every(serves(main.use))
      ? new Map([[main.use, energy]])
      : known;
  return main.use === undefined
    ? proRata(energy, known, where)
    : lessOthers(main.use, energy, known, where);
}

/** A part of the same use as its connection takes nothing away, known or not. */
function serves(use: Use): (part: Part) => boolean {
  return ({ meter }) => meter.use === undefined || meter.use === use;
}

/** What the computing equipment behind one connection used in a month, by what it served. */
export function equipmentOf(main: Meter, all: readonly Part[], month: Month): ByUse | Missing {
  const parts = all.filter(({ meter }) => meter.measures === 'it-load');
  if (parts.length === 0) {
    return {
      missing: finding(
        'ACC-NO-ENERGY',
        'completeness',
        `No it-load meter stands behind ${main.id}, so the energy of the equipment is not known apart from overhead; add the meter.`,
        { entry: `meters.${main.id}` },
      ),
    };
  }
  const known = knownParts(main, parts);
  if (isMissing(known)) return known;
  return added(known, (use) => `Energy of equipment for ${use}, ${main.id}, ${month.id}`);
}

/** The energy by use of several connections together. */
export function together(all: readonly (ByUse | Missing)[], where: string): ByUse | Missing {
  const parts: KnownPart[] = [];
  for (const uses of all) {
    if (isMissing(uses)) return uses;
    parts.push(...[...uses].map(([use, energy]) => ({ use, energy })));
  }
  return added(parts, (use) => `Energy for ${use}, ${where}`);
}
