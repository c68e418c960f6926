import { finding } from '../model/finding.ts';
import { ZERO } from '../units/rational.ts';
import { addedMasses } from './factors/masses.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import type { BurnedFuel, Gas, Masses } from './footprint.ts';
import { found, type Found } from './found.ts';
import type { DecisionRecord } from './inputs.ts';
import { constant, declared, inUnit, type Step } from './ledger.ts';

const GASES: readonly Gas[] = ['CO2', 'CH4', 'N2O'];

/** Direct emissions of a site, with biogenic CO2 apart, which stands outside the scopes. */
export interface DirectEmissions {
  readonly masses: Masses | Missing;
  readonly biogenic: Figure<'kg CO2-biogenic'>;
  /** Missing where nothing states whether fuel is burned. */
  readonly fuels: readonly BurnedFuel[] | Missing;
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

function ofFuels(site: string, fuels: readonly BurnedFuel[]): DirectEmissions {
  const gap = fuels.map(({ masses }) => masses).find(isMissing);
  if (gap) return { masses: gap, biogenic: gap, fuels };
  const parts = fuels.flatMap(({ masses }) => (isMissing(masses) ? [] : [masses]));
  const all = addedMasses(parts, `direct emissions, ${site}`);
  const biogenic = all.get('CO2-biogenic');
  const none = constant(ZERO, 'kg CO2-biogenic', `No fuel of ${site} is biogenic`);
  return {
    masses: new Map([...all].filter(([gas]) => gas !== 'CO2-biogenic')),
    biogenic:
      biogenic && !isMissing(biogenic) ? inUnit(biogenic, 'kg CO2-biogenic') : (biogenic ?? none),
    fuels,
  };
}

/**
 * Direct emissions of a site: the sum over its fuels; zero where a person decided that it has no sources of them; else
 * missing. Fugitive gases and sources other than fuel are not computed.
 *
 * @see GHG Protocol Corporate Standard, chapter 4
 */
export function scope1(
  site: string,
  fuels: readonly BurnedFuel[],
  decisions: readonly DecisionRecord[],
): Found<DirectEmissions> {
  const record = decisions.find(
    ({ decision }) =>
      decision.id === 'no-direct-emissions' &&
      decision.value === 'yes' &&
      (decision.site ?? site) === site,
  );
  if (fuels.length > 0) {
    const by = record?.decision.by ?? '';
    const message = `Fuels are stated for ${site}, and ${by} decided that it has no direct emissions; the fuels were counted. Withdraw the decision, or the fuels.`;
    const contradiction = finding('ACC-DIRECT-CONTRADICTION', 'critical', message, {
      entry: `sites.${site}`,
    });
    return found(ofFuels(site, fuels), record ? [contradiction] : []);
  }
  if (record) return found(decidedNone(site, record));
  const missing = finding(
    'ACC-NO-DIRECT-SOURCES',
    'completeness',
    `Nothing states whether ${site} burns fuel or leaks gases; state its fuels, or decide no-direct-emissions.`,
    { entry: `sites.${site}` },
  );
  const gap = { missing };
  return found({ masses: gap, biogenic: gap, fuels: gap }, missing);
}
