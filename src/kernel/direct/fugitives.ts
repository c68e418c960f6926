import { type Finding, finding } from '../../model/finding.ts';
import type { RefrigerantUse } from '../../model/source-records.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import type { Step } from '../ledger.ts';
import { byMassBalance, bySimplified, lacking, saidOf } from './refrigerant-balance.ts';
import { flowOf, ofKind, type RefrigerantRecords } from './refrigerant-records.ts';
import { notScreened, screenedLoss } from './screening.ts';
import { gasesOf, type Substance, substanceOf } from './substances.ts';

/** What was lost of the refrigerants and fluids of a site, each refrigerant apart. */
export interface Fugitives {
  readonly measured: readonly (Masses | Missing)[];
  /** By charge, rate and time: they count where they are small. */
  readonly screened: readonly (Masses | Missing)[];
}

type Kind = RefrigerantUse['kind'];

/** Kinds of which a mass balance is made. */
const BALANCED: readonly Kind[] = ['stock', 'capacity', 'acquired', 'disbursed'];
/** Kinds that tell what equipment lost by what was done to it. */
const SERVICE: readonly Kind[] = [
  'charged',
  'topped-up',
  'recovered',
  'capacity-installed',
  'capacity-retired',
];

interface Losses {
  readonly measured: readonly Figure<'kg'>[];
  readonly screened: readonly Figure<'kg'>[];
}

/** Equipment whose loss is told by records of some kinds: its further records say the same again. */
function toldBy(records: RefrigerantRecords, kinds: readonly Kind[]): ReadonlySet<string> {
  return new Set(ofKind(records, ...kinds).map(({ equipment = '' }) => equipment));
}

function leaksOf(records: RefrigerantRecords): Found<readonly Step<'kg'>[]> {
  const serviced = toldBy(records, SERVICE);
  const leaks = ofKind(records, 'leaked');
  const own = leaks.filter(({ equipment = '' }) => !serviced.has(equipment));
  const text =
    'leaks of equipment that was topped up are not added to what was topped up, which replaces them';
  return found(
    own.length === 0 ? [] : [flowOf(records, own, 'leaked')],
    own.length < leaks.length ? [saidOf(records, 'info', text)] : [],
  );
}

function screeningOf(
  records: RefrigerantRecords,
  isDecided: boolean,
): Found<readonly Figure<'kg'>[]> {
  const told = toldBy(records, [...SERVICE, 'leaked']);
  const charges = ofKind(records, 'in-service').filter(
    ({ equipment = '' }) => !told.has(equipment),
  );
  const [first] = charges;
  if (!first) return found([]);
  if (!isDecided) return found([], notScreened(records, first));
  const loss = screenedLoss(charges, records);
  return found(loss ? [loss] : [], loss && isMissing(loss) ? [loss.missing] : []);
}

function byEquipment(records: RefrigerantRecords, isDecided: boolean): Found<Losses> {
  const isServiced = ofKind(records, ...SERVICE).length > 0;
  const service = isServiced ? bySimplified(records) : undefined;
  const leaks = leaksOf(records);
  const screening = screeningOf(records, isDecided);
  const measured = [...(service ? [service.value] : []), ...leaks.value];
  const isOpen = measured.length + ofKind(records, 'in-service').length === 0;
  const gap = isOpen
    ? lacking(
        records,
        'what is stated does not tell what was lost; state stocks, or what was topped up',
      )
    : undefined;
  return found(
    { measured: gap ? [gap] : measured, screened: screening.value },
    service?.findings ?? [],
    leaks.findings,
    screening.findings,
    gap ? gap.missing : [],
  );
}

function lossesOf(records: RefrigerantRecords, isDecided: boolean): Found<Losses> {
  if (ofKind(records, ...BALANCED).length === 0) return byEquipment(records, isDecided);
  const { value, findings } = byMassBalance(records);
  const isDouble = ofKind(records, ...SERVICE, 'leaked', 'in-service').length > 0;
  const text =
    'its loss was taken by mass balance; what was charged, topped up, recovered or leaked is within it';
  return found(
    { measured: [value], screened: [] },
    findings,
    isDouble ? [saidOf(records, 'info', text)] : [],
  );
}

function recordsByName({ refrigerants = [], calendar }: SiteInputs): RefrigerantRecords[] {
  const own = refrigerants
    .filter(({ start, end }) => start <= calendar.end && end >= calendar.start)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return [...new Set(own.map(({ refrigerant }) => refrigerant))].sort().map((refrigerant) => ({
    refrigerant,
    calendar,
    all: own.filter((use) => use.refrigerant === refrigerant),
  }));
}

function orderOf({ kind, firstDay, lastDay, equipment = '', evidence }: RefrigerantUse): string {
  const line = String(evidence.at.line ?? 0).padStart(9, '0');
  return [kind, firstDay, lastDay, equipment, evidence.file, line].join('\0');
}

function massesOf(
  figure: Figure<'kg'>,
  substance: Substance | Missing,
  label: string,
): Masses | Missing {
  if (isMissing(figure)) return figure;
  return isMissing(substance) ? substance : gasesOf(figure, substance, label);
}

/** What was lost of refrigerants, SF6 and heat-transfer fluids of a site. */
export function fugitives(
  inputs: FootprintInputs,
  site: SiteInputs,
  isDecided: boolean,
): Found<Fugitives> {
  const findings: Finding[] = [];
  const measured: (Masses | Missing)[] = [];
  const screened: (Masses | Missing)[] = [];
  for (const records of recordsByName(site)) {
    const [first] = records.all;
    if (!first) continue;
    const losses = lossesOf(records, isDecided);
    const substance = substanceOf(inputs, first);
    const label = `loss of ${records.refrigerant}, ${site.site.id}`;
    findings.push(
      ...losses.findings,
      ...(isMissing(substance) ? [substance.missing] : substance.findings),
    );
    measured.push(...losses.value.measured.map((loss) => massesOf(loss, substance, label)));
    screened.push(...losses.value.screened.map((loss) => massesOf(loss, substance, label)));
  }
  return found({ measured, screened }, findings);
}

/** That cooling of a site holds gases, and nothing is stated of them. */
export function unstatedRefrigerants({ site, refrigerants = [] }: SiteInputs): Finding[] {
  const holds = (site.cooling ?? []).filter(
    (kind) => kind === 'chiller' || kind === 'two-phase-immersion',
  );
  const [kind] = holds;
  if (kind === undefined || refrigerants.length > 0) return [];
  const message = `${site.id} declares cooling by ${holds.join(' and ')}, and nothing states what of its refrigerants or fluids was lost; add an input of refrigerants.`;
  return [finding('ACC-NO-REFRIGERANTS', 'completeness', message, { entry: `sites.${site.id}` })];
}

/** The place of the first record of a gas outside the scopes. */
export function outsideFinding(site: SiteInputs, gases: readonly string[]): Finding[] {
  const [first] = site.refrigerants ?? [];
  if (gases.length === 0 || !first) return [];
  const message = `${gases.join(', ')} of ${site.site.id} ${gases.length === 1 ? 'is a gas' : 'are gases'} of the Montreal Protocol: the mass is given apart, outside the scopes.`;
  return [finding('ACC-OUTSIDE-GASES', 'info', message, placeOf(first.evidence))];
}
