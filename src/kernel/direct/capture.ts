import { type Finding, finding } from '../../model/finding.ts';
import type { CarbonCapture } from '../../model/source-records.ts';
import { ZERO } from '../../units/rational.ts';
import { placeOf, splitByDays, splitFindings } from '../energy/split-by-days.ts';
import { type Figure, isMissing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { activity, constant, difference, maximum, minimum, type Step, sum } from '../ledger.ts';
import { numberText } from '../wording.ts';
import type { Captured, DirectSource } from './source.ts';

const CITES = ['2006 IPCC Guidelines, volume 2, chapter 5'];

function nameOf({ site, massKg, firstDay, lastDay }: CarbonCapture): string {
  return `CO2 captured at ${site}, ${numberText(massKg, 1)} kg, ${firstDay} to ${lastDay}`;
}

function said(capture: CarbonCapture, text: string): Finding {
  return finding(
    'ACC-CAPTURE',
    'quality',
    `${nameOf(capture)} ${text}.`,
    placeOf(capture.evidence),
  );
}

/** What of a record is stored for good; undefined, with the finding, where that is not shown. */
function storedOf(capture: CarbonCapture, mass: Step<'kg CO2'>): Found<Step<'kg CO2'> | undefined> {
  const { storage, leakageKg, evidence } = capture;
  if (storage === undefined) {
    const text =
      'lowers no emission, since nothing shows that it was stored under ground; add the permit or certificate of its storage';
    return found(undefined, said(capture, text));
  }
  if (!leakageKg) {
    const text =
      'lowers no emission, since what leaked of it is not stated; state it, where it is none as 0';
    return found(undefined, said(capture, text));
  }
  const leaked = activity(leakageKg, 'kg CO2', `CO2 that left again, ${nameOf(capture)}`, [
    evidence,
  ]);
  const note = { name: `CO2 stored under ground, ${nameOf(capture)}`, cites: [storage, ...CITES] };
  const net = difference<'kg CO2'>(mass, leaked, note);
  if (net.value.gte(ZERO)) return found(net);
  const zero = constant('0', 'kg CO2', 'What is stored is not below zero');
  return found(
    maximum<'kg CO2'>(net, zero, `${note.name}, not below zero`),
    said(
      capture,
      `leaked ${numberText(leakageKg, 1)} kg, more than was captured; it lowers no emission`,
    ),
  );
}

interface CapturePart {
  readonly mass: readonly Step<'kg CO2'>[];
  readonly stored: readonly Step<'kg CO2'>[];
}

function partOf(capture: CarbonCapture, { calendar }: SiteInputs): Found<CapturePart> {
  const whole = activity(capture.massKg, 'kg CO2', nameOf(capture), [capture.evidence]);
  const within = (amount: Step<'kg CO2'>) =>
    splitByDays(capture, amount, calendar).map((part) => part.amount);
  const stored = storedOf(capture, whole);
  return found(
    { mass: within(whole), stored: stored.value ? within(stored.value) : [] },
    splitFindings(nameOf(capture), capture, calendar),
    stored.findings,
  );
}

/** CO2 of the stacks of a site: what is burned in equipment that stands, and in flares. */
function stackCo2(site: string, sources: readonly DirectSource[]): Figure<'kg CO2'> {
  const parts: Step<'kg CO2'>[] = [];
  for (const { source, masses } of sources) {
    if (source !== 'stationary' && source !== 'flare') continue;
    if (isMissing(masses)) return masses;
    const co2 = masses.get('CO2');
    if (co2 && isMissing(co2)) return co2;
    if (co2) parts.push(co2 as Step<'kg CO2'>);
  }
  return parts.length === 0
    ? constant('0', 'kg CO2', `No stack of ${site} emits CO2 that counts`)
    : sum(parts, `CO2 of the stacks of ${site}`);
}

function countedOf(
  { site }: SiteInputs,
  stored: readonly Step<'kg CO2'>[],
  sources: readonly DirectSource[],
): Found<Figure<'kg CO2'>> {
  const none = constant('0', 'kg CO2', `No CO2 captured at ${site.id} is shown to be stored`);
  if (stored.length === 0) return found(none);
  const total = sum(stored, `CO2 captured at ${site.id} and stored under ground`);
  const stacks = stackCo2(site.id, sources);
  if (isMissing(stacks)) return found(stacks);
  const counted = minimum<'kg CO2'>(total, stacks, {
    name: `CO2 captured at ${site.id} that lowers Scope 1`,
    formula: 'the smaller of what is stored and what the stacks emit',
    cites: CITES,
  });
  if (total.value.lte(stacks.value)) return found(counted);
  const message = `${numberText(total.value, 1)} kg of CO2 stored for ${site.id} are more than the ${numberText(stacks.value, 1)} kg of its stacks; what is above counts for nothing.`;
  return found(counted, finding('ACC-CAPTURE', 'quality', message, { entry: `sites.${site.id}` }));
}

/**
 * CO2 captured at the own stacks of a site: all of it, and what lowers Scope 1, which is what is shown to be stored under
 * ground less what leaked, and never more than the stacks emit. Undefined without records.
 */
export function capturedAt(
  site: SiteInputs,
  sources: readonly DirectSource[],
): Found<Captured | undefined> {
  const records = (site.capture ?? [])
    .filter(({ start, end }) => start < site.calendar.end && end > site.calendar.start)
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  if (records.length === 0) return found(undefined);
  const parts = records.map((capture) => partOf(capture, site));
  const captured = sum(
    parts.flatMap(({ value }) => value.mass),
    `CO2 captured at ${site.site.id}`,
  );
  const stored = parts.flatMap(({ value }) => value.stored);
  const counted = countedOf(site, stored, sources);
  return found(
    { captured, counted: counted.value },
    parts.flatMap(({ findings }) => findings),
    counted.findings,
  );
}
