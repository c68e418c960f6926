import { type Finding, finding } from '../model/finding.ts';
import { ZERO } from '../units/rational.ts';
import { type BesideDirect, directParts } from './direct/direct-parts.ts';
import type { DirectParts, DirectSource } from './direct/source.ts';
import { addedMasses } from './factors/masses.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import type { BurnedFuel } from './footprint.ts';
import { found, type Found } from './found.ts';
import type { Gas, Masses } from './gases.ts';
import type { DecisionRecord, FootprintInputs, SiteInputs } from './inputs.ts';
import { constant, declared, inUnit, type Step } from './ledger.ts';
import { listText } from './wording.ts';

const GASES: readonly Gas[] = ['CO2', 'CH4', 'N2O'];

/** Direct emissions of a site, with biogenic CO2 apart, which stands outside the scopes. */
export interface DirectEmissions {
  readonly masses: Masses | Missing;
  readonly biogenic: Figure<'kg CO2-biogenic'>;
  /** Missing where nothing states whether fuel is burned. */
  readonly fuels: readonly BurnedFuel[] | Missing;
  /** Absent where no source is stated. */
  readonly parts?: DirectParts;
}

function zero(site: string, gas: Gas, { decision, evidence }: DecisionRecord): Step {
  const cites = [`decision of ${decision.by}, ${decision.on}: ${decision.because}`];
  const name = `Direct emissions of ${gas} at ${site}, decided to be none`;
  return declared(ZERO, `kg ${gas}`, { name, cites }, [evidence]);
}

function decidedNone(site: string, record: DecisionRecord): DirectEmissions {
  return {
    masses: new Map(GASES.map((gas) => [gas, zero(site, gas, record)])),
    biogenic: inUnit(zero(site, 'CO2-biogenic', record), 'kg CO2-biogenic'),
    fuels: [],
  };
}

function withoutBiogenic(source: DirectSource): DirectSource {
  const { masses } = source;
  if (isMissing(masses) || !masses.has('CO2-biogenic')) return source;
  return { ...source, masses: new Map([...masses].filter(([gas]) => gas !== 'CO2-biogenic')) };
}

function biogenicOf(site: string, all: readonly Masses[]): Figure<'kg CO2-biogenic'> {
  const own = all.flatMap((masses) => {
    const figure = masses.get('CO2-biogenic');
    return figure ? [new Map<Gas, Figure>([['CO2-biogenic', figure]])] : [];
  });
  const figure = addedMasses(own, `direct emissions, ${site}`).get('CO2-biogenic');
  if (!figure) return constant(ZERO, 'kg CO2-biogenic', `No fuel of ${site} is biogenic`);
  return isMissing(figure) ? figure : inUnit(figure, 'kg CO2-biogenic');
}

function ofParts(
  site: string,
  parts: DirectParts,
  fuels: readonly BurnedFuel[] | Missing,
): DirectEmissions {
  const gap = parts.sources.map(({ masses }) => masses).find(isMissing);
  const sources = parts.sources.map(withoutBiogenic);
  const own = { fuels, parts: { ...parts, sources } };
  if (gap) return { masses: gap, biogenic: gap, ...own };
  const known = (all: readonly DirectSource[]) =>
    all.flatMap(({ masses }) => (isMissing(masses) ? [] : [masses]));
  return {
    masses: addedMasses(known(sources), `direct emissions, ${site}`),
    biogenic: biogenicOf(site, known(parts.sources)),
    ...own,
  };
}

/** What of its direct emissions a site states. */
function statedOf(
  { flare = [], refrigerants = [], capture = [] }: SiteInputs,
  fuels: readonly BurnedFuel[],
): string[] {
  return [
    ...(fuels.length > 0 ? ['fuels'] : []),
    ...(flare.length > 0 ? ['gas flows'] : []),
    ...(refrigerants.length > 0 ? ['refrigerants'] : []),
    ...(capture.length > 0 ? ['captures'] : []),
  ];
}

function contradicts(site: string, record: DecisionRecord, stated: readonly string[]): Finding {
  const what = listText(stated);
  const message = `${what.charAt(0).toUpperCase()}${what.slice(1)} are stated for ${site}, and ${record.decision.by} decided that it has no direct emissions; the ${what} were counted. Withdraw the decision, or the ${what}.`;
  return finding('ACC-DIRECT-CONTRADICTION', 'critical', message, { entry: `sites.${site}` });
}

function noSources(site: string, hasOthers: boolean): Finding {
  const what = hasOthers ? 'burns fuel' : 'burns fuel or leaks gases';
  const then = hasOthers
    ? 'state its fuels, or that none were burned by a line of 0'
    : 'state its fuels, or decide no-direct-emissions';
  return finding(
    'ACC-NO-DIRECT-SOURCES',
    'completeness',
    `Nothing states whether ${site} ${what}; ${then}.`,
    { entry: `sites.${site}` },
  );
}

/**
 * Direct emissions of a site: the sum over its fuels, its gas that is flared or vented and what was lost of its
 * refrigerants, less what was captured and stored; zero where a person decided that it has no sources of them; else
 * missing.
 *
 * @see GHG Protocol Corporate Standard, chapter 4
 */
export function scope1(
  inputs: FootprintInputs,
  site: SiteInputs,
  beside: BesideDirect,
): Found<DirectEmissions> {
  const { id } = site.site;
  const record = inputs.decisions.find(
    ({ decision }) =>
      decision.id === 'no-direct-emissions' &&
      decision.value === 'yes' &&
      (decision.site ?? id) === id,
  );
  const parts = directParts(inputs, site, beside);
  const { fuels } = beside;
  if (parts.value.sources.length > 0) {
    const lack = fuels.length > 0 ? undefined : { missing: noSources(id, true) };
    const contradiction = record ? [contradicts(id, record, statedOf(site, fuels))] : [];
    return found(
      ofParts(id, parts.value, lack ?? fuels),
      parts.findings,
      contradiction,
      lack ? lack.missing : [],
    );
  }
  if (record) return found(decidedNone(id, record), parts.findings);
  const missing = noSources(id, false);
  const gap = { missing };
  return found({ masses: gap, biogenic: gap, fuels: gap }, parts.findings, missing);
}
