import { type Finding, finding } from '../../model/finding.ts';
import type { CarbonCredit } from '../../model/source-records.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import { activity } from '../ledger.ts';
import { rangeOf } from '../market/serials.ts';
import { numberText } from '../wording.ts';
import type { CreditClaim } from './outside.ts';

function described({ registry, serialStart, serialEnd, tonnes }: CarbonCredit): string {
  return `${registry} ${serialStart} to ${serialEnd} (${numberText(tonnes, 3)} t CO2e)`;
}

function refusal(credit: CarbonCredit, because: string): Finding {
  const message = `Credits ${described(credit)} are not in the schedule: ${because}.`;
  return finding('ACC-CREDIT-REFUSED', 'quality', message, placeOf(credit.evidence));
}

/** Why a credit is not one of the entity's of this period; undefined where it is. */
function objection(credit: CarbonCredit, inputs: FootprintInputs): string | undefined {
  const { retiredOn, beneficiary } = credit;
  const { entity, parties = [] } = inputs;
  if (retiredOn === undefined) return 'they are not retired';
  const names = [entity.name, ...(entity.also_known_as ?? []), ...parties];
  if (names.some((name) => name.toLowerCase() === beneficiary.toLowerCase())) {
    return ofOtherTime(credit, retiredOn, inputs);
  }
  return `they are retired for "${beneficiary}"; add the name under also_known_as if it is the entity`;
}

/** That a retirement is for another time than the period: by the year that the registry states, else by its day. */
function ofOtherTime(
  { forYear }: CarbonCredit,
  retiredOn: string,
  { period: { start, end } }: FootprintInputs,
): string | undefined {
  if (forYear === undefined) {
    return retiredOn >= start && retiredOn <= end
      ? undefined
      : `they were retired on ${retiredOn}, outside the period; name map.for_year if the registry states a year`;
  }
  const year = String(forYear);
  const isOfPeriod = year >= start.slice(0, 4) && year <= end.slice(0, 4);
  return isOfPeriod ? undefined : `they are retired for ${year}`;
}

/** The schedule of carbon credits by site: gross, each serial once, netted into no scope and added to nothing else. */
export function creditClaims(
  inputs: FootprintInputs,
): Found<ReadonlyMap<string, readonly CreditClaim[]>> {
  const all = inputs.sites.flatMap(({ credits = [] }) => credits);
  const objections = new Map(all.map((credit) => [credit, objection(credit, inputs)]));
  const own = all.filter((credit) => objections.get(credit) === undefined);
  for (const [credit, by] of sharingSerials(own)) {
    const { file, at } = by.evidence;
    const where = at.line === undefined ? file : `${file}, line ${String(at.line)}`;
    const because = `they share serials with ${described(by)} in ${where}; correct one of the two`;
    objections.set(credit, because);
  }
  const findings: Finding[] = [];
  const bySite = new Map<string, CreditClaim[]>();
  for (const credit of [...all].sort(byPlace)) {
    const because = objections.get(credit);
    if (because !== undefined) findings.push(refusal(credit, because));
    const name = `${credit.type === 'removal' ? 'Removal' : 'Avoidance'} credits ${described(credit)}, ${credit.project}`;
    const note = {
      name,
      ...(credit.permanence !== undefined && { cites: [`permanence: ${credit.permanence}`] }),
    };
    const mass = activity(credit.tonnes, 't CO2e', note, [credit.evidence]);
    const claim = { credit, mass, outcome: because === undefined ? 'counted' : 'refused' } as const;
    bySite.set(credit.site, [...(bySite.get(credit.site) ?? []), claim]);
  }
  return found(bySite, findings);
}

/** The credits that share a serial with one before them, and that one. */
function sharingSerials(credits: readonly CarbonCredit[]): [CarbonCredit, CarbonCredit][] {
  const ranges = [...credits].sort(byPlace).map((credit) => ({ credit, ...rangeOf(credit) }));
  const counting: typeof ranges = [];
  return ranges.flatMap((range): [CarbonCredit, CarbonCredit][] => {
    const before = counting.find(
      ({ series, first, last }) =>
        series === range.series && first <= range.last && range.first <= last,
    );
    if (before) return [[range.credit, before.credit]];
    counting.push(range);
    return [];
  });
}

function byPlace(a: CarbonCredit, b: CarbonCredit): number {
  const key = ({ registry, serialStart, serialEnd, evidence: { file, at } }: CarbonCredit) =>
    [registry, serialStart, serialEnd, file, String(at.line ?? 0).padStart(9, '0')].join('\0');
  return key(a) < key(b) ? -1 : 1;
}
