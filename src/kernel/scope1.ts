import { finding } from '../model/finding.ts';
import { ZERO } from '../units/rational.ts';
import type { Missing } from './figure.ts';
import type { Gas, Masses } from './footprint.ts';
import { found, type Found } from './found.ts';
import type { DecisionRecord } from './inputs.ts';
import { declared } from './ledger.ts';

const GASES: readonly Gas[] = ['CO2', 'CH4', 'N2O'];

/**
 * Direct emissions of a site: zero where a person decided that it has no sources of them, else missing. Fuels and
 * fugitive gases are not computed yet.
 */
export function scope1(
  site: string,
  decisions: readonly DecisionRecord[],
): Found<Masses | Missing> {
  const record = decisions.find(
    ({ decision }) =>
      decision.id === 'no-direct-emissions' &&
      decision.value === 'yes' &&
      (decision.site ?? site) === site,
  );
  if (!record) {
    const missing = finding(
      'ACC-NO-DIRECT-SOURCES',
      'completeness',
      `Nothing states whether ${site} burns fuel or leaks gases; state its fuels, or decide no-direct-emissions.`,
      { entry: `sites.${site}` },
    );
    return found({ missing }, missing);
  }
  const { decision, evidence } = record;
  const cites = [`decision of ${decision.by}, ${decision.on}: ${decision.because}`];
  return found(
    new Map(
      GASES.map((gas) => [
        gas,
        declared(
          ZERO,
          `kg ${gas}`,
          { name: `Direct emissions of ${gas} at ${site}, decided to be none`, cites },
          [evidence],
        ),
      ]),
    ),
  );
}
