import type { HeatReference } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Evidence, HeatDelivery } from '../../model/records.ts';
import type { Month } from '../../model/time.ts';
import { exact, ONE, ZERO } from '../../units/rational.ts';
import { splitByDays } from '../energy/split-by-days.ts';
import { massesOf } from '../factors/masses.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { activity, constant, declared, product, share, type Step, sum } from '../ledger.ts';
import type { HeatAvoided } from './outside.ts';

function lack(site: string, what: string): Missing {
  const message = `What the heat of ${site} avoids is not given: ${what}.`;
  const at = { entry: `sites.${site}.heat` };
  return { missing: finding('ACC-HEAT-REFERENCE', 'completeness', message, at) };
}

/** Why the site may not state what its heat avoids; undefined where it may. */
function hindrance(site: string, reference: HeatReference | undefined): Missing | undefined {
  if (!reference) {
    return lack(
      site,
      'nothing states what it displaces; add heat with displaces, efficiency, factor',
    );
  }
  const { efficiency, claim } = reference;
  if (exact(efficiency).lte(ZERO))
    return lack(site, `the efficiency ${efficiency} is not above zero`);
  if (!claim) return lack(site, 'no contract says who counts it; add heat.claim');
  if (claim.counted_by === 'supplier') return undefined;
  return lack(site, `the recipient counts it by ${claim.contract}`);
}

/** Evidence of an entry of the site in the workspace. */
export function siteEntry({ site, share: { evidence } }: SiteInputs, entry: string): Evidence {
  const { file, sha256 } = evidence;
  return { file, sha256, at: { element: `sites.${site.id}.${entry}` } };
}

/** Emissions of what would give one unit of heat otherwise. */
function referenceMass(heat: Step<'MWh'>, inputs: SiteInputs, reference: HeatReference): Step {
  const { displaces, efficiency, factor } = reference;
  const evidence = [siteEntry(inputs, 'heat')];
  const eta = declared(exact(efficiency), '1', `Efficiency of ${displaces}`, evidence);
  const inverse = share(constant(ONE, '1', 'One'), eta, {
    name: `Energy of ${displaces} per heat`,
    formula: '1 / efficiency',
  });
  if (!inverse) throw new RangeError(`the efficiency of ${displaces} is zero`);
  const displaced = product(heat, inverse, `Energy of ${displaces} displaced`);
  const note = { name: `Emissions of ${displaces}`, cites: [factor.source] };
  const rate = declared(exact(factor.co2e_kg_per_mwh), 'kg CO2e/MWh', note, evidence);
  return product(displaced, rate, {
    name: `Emissions of ${displaces} that the heat displaced`,
    formula: 'heat / efficiency x factor',
  });
}

interface Delivered {
  readonly heat: Step<'MWh'>;
  /** Undefined where nothing states it. */
  readonly auxiliary: Step<'MWh'> | undefined;
}

/** The deliveries of a month and the power that brought them. */
function deliveredIn(month: Month, deliveries: readonly HeatDelivery[], inputs: SiteInputs) {
  return deliveries.flatMap((delivery): Delivered[] => {
    const part = (value: HeatDelivery['energyMwh'], what: string) => {
      const name = `${what}, ${delivery.firstDay} to ${delivery.lastDay}`;
      const whole = activity(value, 'MWh', name, [delivery.evidence]);
      const parts = splitByDays(delivery, whole, inputs.calendar);
      return parts.find((each) => each.month.id === month.id)?.amount;
    };
    const heat = part(delivery.energyMwh, 'Heat delivered');
    const { auxiliaryMwh: drawn } = delivery;
    const auxiliary = drawn && part(drawn, 'Power of heat pumps and pumps');
    return heat ? [{ heat, auxiliary }] : [];
  });
}

function auxiliaryMasses(
  month: Month,
  delivered: readonly Delivered[],
  inputs: SiteInputs,
  average: ReturnType<MonthlyAnswers['get']>,
): Masses | Missing {
  const { id, heat } = inputs.site;
  const steps = delivered.flatMap(({ auxiliary }) => auxiliary ?? []);
  if (steps.length === 0 && heat?.auxiliary === 'none') return new Map();
  if (steps.length < delivered.length) {
    const what =
      'the power of heat pumps and pumps is not stated for every delivery; name map.auxiliary, or state auxiliary: none';
    return lack(id, what);
  }
  if (!average) return lack(id, 'the grid average is not known');
  if (isMissing(average)) return average;
  const label = `heat pumps and pumps, ${id}, ${month.id}`;
  return massesOf(sum(steps, `Power of ${label}`), average, label);
}

/**
 * What delivered heat avoided by month: heat / efficiency x factor of what it displaces, and the emissions of the power
 * that brought it. It stands apart and lowers no scope; one party counts it.
 */
export function heatAvoided(
  inputs: SiteInputs,
  averages: MonthlyAnswers,
): Found<ReadonlyMap<string, HeatAvoided | Missing>> {
  const { site, heat = [], calendar } = inputs;
  const { heat: reference } = site;
  const hindered = hindrance(site.id, reference);
  const months = calendar.months.flatMap((month): [string, HeatAvoided | Missing][] => {
    const delivered = deliveredIn(month, heat, inputs);
    if (delivered.length === 0) return [];
    if (hindered || !reference) return [[month.id, hindered ?? lack(site.id, 'no reference')]];
    const name = `Heat delivered, ${site.id}, ${month.id}`;
    const whole = sum(
      delivered.map((each) => each.heat),
      name,
    );
    const auxiliary = auxiliaryMasses(month, delivered, inputs, averages.get(month.id));
    return [[month.id, { reference: referenceMass(whole, inputs, reference), auxiliary }]];
  });
  return found(new Map(months), months.length > 0 ? told(site.id, reference) : []);
}

/** Who counts what the heat avoids, said once where it is declared. */
function told(site: string, reference: HeatReference | undefined): Finding[] {
  if (!reference?.claim) return [];
  const { counted_by: by, contract } = reference.claim;
  const message = `What the heat of ${site} avoids is counted by the ${by} (${contract}); it stands outside the scopes.`;
  return [finding('ACC-HEAT-REFERENCE', 'info', message, { entry: `sites.${site}.heat.claim` })];
}
