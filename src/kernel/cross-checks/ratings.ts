import type { FactorRow, FactorSet, StatedQuantity } from '../../model/documents/factor-set.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { FleetUnit } from '../../model/records.ts';
import { exact, type Rational } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { conversionFactor } from '../../units/unit.ts';
import { placeOf } from '../energy/split-by-days.ts';
import type { SiteInputs } from '../inputs.ts';
import { listText, numberText, percentText } from '../wording.ts';

/** The makers, whose names may stand before a model. */
const MAKERS = /\b(bitmain|antminer|microbt|whatsminer|canaan|avalonminer|avalon)\b/g;
/** A rating that stands behind a model: `104T`, `200TH/s`. */
const RATING = /\b\d+(\.\d+)?\s*th?(\/s)?$/;

/** A model as it is compared: `Antminer S19j Pro 104T` is `s19jpro`, and `Avalon A1466` is `a1466`. */
function keyOf(model: string): string {
  return model
    .normalize('NFKC')
    .toLowerCase()
    .replace(MAKERS, ' ')
    .trim()
    .replace(RATING, '')
    .replace(/[^a-z0-9+]/g, '');
}

/** A rating in the table of machines. */
interface Rated {
  readonly set: FactorSet;
  readonly row: FactorRow;
}

function ratedOf(sets: readonly FactorSet[], model: string): Rated[] {
  const key = keyOf(model);
  return sets.flatMap((set) =>
    set.rows
      .filter(({ answers: { use, device } }) => use === 'device' && keyOf(device ?? '') === key)
      .map((row) => ({ set, row })),
  );
}

/** A rating of the fleet beside that of the table. */
interface Compared {
  readonly what: string;
  readonly own: Rational;
  readonly listed: Rational;
  /** The part by which the own one differs. */
  readonly apart: Rational;
  readonly isBeyond: boolean;
}

const WHATS = [
  { of: 'hashrate', what: 'TH/s', own: (unit: FleetUnit) => unit.hashrateThs },
  { of: 'power', what: 'W', own: (unit: FleetUnit) => unit.powerW },
] as const;

function comparedTo({ row }: Rated, unit: FleetUnit): Compared[] {
  return WHATS.flatMap(({ of, what, own }) => {
    const stated = row.quantities?.find((each) => each.of === of);
    if (!stated) return [];
    const listed = exact(stated.value).mul(conversionFactor(stated.unit, what));
    return [againstListed(what, own(unit), listed, stated)];
  });
}

function againstListed(
  what: string,
  own: Rational,
  listed: Rational,
  { within_percent: within = '0' }: StatedQuantity,
): Compared {
  const apart = own.sub(listed).abs().div(listed);
  return { what, own, listed, apart, isBeyond: apart.gt(exact(within).div(100)) };
}

/** The rating of the table that is the nearest to the fleet's own: a model is sold in several. */
function nearest(
  all: readonly Rated[],
  unit: FleetUnit,
): (Rated & { parts: Compared[] }) | undefined {
  const weighed = all.map((rated) => ({ ...rated, parts: comparedTo(rated, unit) }));
  return weighed.reduce<(typeof weighed)[number] | undefined>((best, each) => {
    if (!best) return each;
    return furthest(each.parts).lt(furthest(best.parts)) ? each : best;
  }, undefined);
}

function furthest(parts: readonly Compared[]): Rational {
  return parts.reduce((most, { apart }) => (apart.gt(most) ? apart : most), exact('0'));
}

function remark(unit: FleetUnit, sets: readonly FactorSet[]): Finding[] {
  const rated = nearest(ratedOf(sets, unit.model), unit);
  const beyond = rated?.parts.filter(({ isBeyond }) => isBeyond) ?? [];
  if (!rated || beyond.length === 0) return [];
  const apart = beyond.map(
    ({ what, own, listed, apart: part }) =>
      `${numberText(own, 2)} ${what} where the table has ${numberText(listed, 2)} (${percentText(part)} apart)`,
  );
  return [
    finding(
      'ACC-FLEET-RATING',
      'info',
      `Machines of model ${unit.model} of ${unit.site} stand with ${listText(apart)}: ${rated.set.publisher}/${rated.set.edition}, row ${rated.row.id}, an unofficial list. The fleet’s own figures count; correct them where they are a slip.`,
      placeOf(unit.evidence),
    ),
  ];
}

function placeKey({ evidence: { file, at } }: FleetUnit): string {
  return `${file}\0${String(at.line ?? 0).padStart(9, '0')}`;
}

/**
 * Where a machine of the fleet is rated beyond the tolerance of the table of machines. A model that the table does not
 * hold is not remarked on, and the table overrides nothing.
 */
export function fleetRatings({ fleet }: SiteInputs, sets: readonly FactorSet[]): Finding[] {
  const ratings = new Map(
    [...fleet]
      .sort((a, b) => (placeKey(a) > placeKey(b) ? -1 : 1))
      .map((unit) => [
        [unit.model, decimalText(unit.hashrateThs), decimalText(unit.powerW)].join('\0'),
        unit,
      ]),
  );
  return [...ratings.values()].flatMap((unit) => remark(unit, sets));
}
