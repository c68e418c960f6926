import type { Finding } from '../../model/finding.ts';
import { addedMasses } from '../factors/masses.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { BurnedFuel } from '../footprint.ts';
import type { Gas, Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { constant, difference } from '../ledger.ts';
import { capturedAt } from './capture.ts';
import { gasEmissions } from './flare-gas.ts';
import { type Fugitives, fugitives, outsideFinding, unstatedRefrigerants } from './fugitives.ts';
import { isSmall, screeningRule, type ScreeningRule } from './screening.ts';
import type { Captured, DirectParts, DirectSource, SourceKind } from './source.ts';
import { isMontreal } from './substances.ts';

/** The figures of a site that sources of its direct emissions are held against. */
export interface BesideDirect {
  readonly fuels: readonly BurnedFuel[];
  /** Location-based emissions, month by month. */
  readonly location: () => readonly (Masses | Missing)[];
}

const ORDER: readonly SourceKind[] = ['stationary', 'mobile', 'flare', 'vent', 'fugitive'];

function knownOf(all: readonly (Masses | Missing)[]): Masses[] {
  return all.flatMap((masses) => (isMissing(masses) ? [] : [masses]));
}

/** The screened losses that count: all of them where they are small, else none, which keeps them from a figure. */
function screenedOf(
  inputs: FootprintInputs,
  rule: ScreeningRule | undefined,
  { measured, screened }: Fugitives,
  others: readonly (Masses | Missing)[],
): Found<readonly (Masses | Missing)[]> {
  if (!rule || screened.length === 0) return found(screened);
  const rest = [...measured, ...others];
  const small = isSmall(inputs, rule, knownOf(screened), knownOf(rest));
  const [finding] = small.findings;
  return found(small.value || !finding ? screened : [{ missing: finding }], small.findings);
}

function withGases(masses: Masses, passes: (gas: Gas) => boolean): Masses {
  return new Map([...masses].filter(([gas]) => passes(gas)));
}

interface Lost {
  readonly sources: readonly DirectSource[];
  readonly outside: Masses;
}

/** Losses of refrigerants within the scopes, and those of gases that stand outside. */
function lostOf(site: SiteInputs, all: readonly (Masses | Missing)[]): Lost {
  const id = site.site.id;
  const none = constant('0', 'kg CO2', `No gas lost at ${id} stands within the scopes`);
  const sources = all.map((masses): DirectSource => {
    if (isMissing(masses)) return { source: 'fugitive', masses };
    const inside = withGases(masses, (gas) => !isMontreal(gas));
    return { source: 'fugitive', masses: inside.size > 0 ? inside : new Map([['CO2', none]]) };
  });
  const beyond = knownOf(all).map((masses) => withGases(masses, isMontreal));
  return { sources, outside: addedMasses(beyond, `outside the scopes, ${id}`) };
}

function merged(site: string, sources: readonly DirectSource[]): DirectSource[] {
  const kinds = ORDER.filter((kind) => sources.some(({ source }) => source === kind));
  const isOne = kinds.length === 1;
  return kinds.map((kind) => {
    const own = sources.flatMap(({ source, masses }) => (source === kind ? [masses] : []));
    const label = isOne ? `direct emissions, ${site}` : `${kind} emissions, ${site}`;
    const gap = own.find(isMissing);
    return { source: kind, masses: gap ?? addedMasses(knownOf(own), label) };
  });
}

/** What is taken off again: a source of its own, below zero. */
function takenOff(site: string, { counted }: Captured): DirectSource {
  if (isMissing(counted)) return { source: 'capture', masses: counted };
  const none = constant('0', 'kg CO2', 'Nothing');
  const name = `CO2 captured at ${site} and stored, taken off`;
  return {
    source: 'capture',
    masses: new Map([['CO2', difference<'kg CO2'>(none, counted, name)]]),
  };
}

function ofFuels(fuels: readonly BurnedFuel[]): DirectSource[] {
  return fuels.map(({ purpose, masses }) => ({ source: purpose ?? 'stationary', masses }));
}

/** Direct emissions of a site by source, and what stands beside them. */
export function directParts(
  inputs: FootprintInputs,
  site: SiteInputs,
  { fuels, location }: BesideDirect,
): Found<DirectParts> {
  const { id } = site.site;
  const gas = gasEmissions(inputs, site);
  const burned = [...ofFuels(fuels), ...gas.value.sources];
  const rule = screeningRule(inputs, id);
  const lost = fugitives(inputs, site, rule !== undefined);
  const others = [...burned.map(({ masses }) => masses), ...location()];
  const screened = screenedOf(inputs, rule, lost.value, others);
  const leaked = lostOf(site, [...lost.value.measured, ...screened.value]);
  const sources = merged(id, [...burned, ...leaked.sources]);
  const capture = capturedAt(site, sources);
  const findings: Finding[] = [
    ...gas.findings,
    ...lost.findings,
    ...screened.findings,
    ...outsideFinding(site, [...leaked.outside.keys()]),
    ...capture.findings,
    ...unstatedRefrigerants(site),
  ];
  const value: DirectParts = {
    sources: capture.value ? [...sources, takenOff(id, capture.value)] : sources,
    outside: leaked.outside,
    ...(capture.value && { capture: capture.value }),
    mitigation: gas.value.mitigation,
  };
  return found(value, findings);
}
