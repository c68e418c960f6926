import type { Contract, Meter, Technology } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { SiteInputs } from '../inputs.ts';
import { contractFailuresOf, WITHOUT_FUEL } from '../market/criteria.ts';
import { CARBON_FREE } from '../technologies.ts';

/**
 * What may be said of a plant's energy. held: its attributes are the entity's, or nobody was given any. null: they are
 * sold, or nothing shows that they are not. emitting: it burns fuel of the entity, which counts in Scope 1.
 */
export type PlantClaim = 'held' | 'null' | 'emitting';

/** A plant behind the meter. */
export interface Plant {
  readonly meter: Meter;
  readonly technology: Technology;
  readonly isOwn: boolean;
  readonly claim: PlantClaim;
  /** Of somebody else's plant: the contract under which its energy is bought. */
  readonly contract?: Contract;
}

/** A plant with what is to be said of it. */
export interface ExaminedPlant {
  readonly plant: Plant;
  readonly findings: readonly Finding[];
}

function remark(
  meter: Meter,
  code: 'ACC-PLANT' | 'ACC-NULL-POWER',
  severity: Finding['severity'],
  text: string,
): Finding {
  const at = { entry: `meters.${meter.id}` };
  return finding(code, severity, `Meter ${meter.id} of ${meter.site} ${text}`, at, [
    'GHG Protocol Scope 2 Guidance, chapter 6',
  ]);
}

function noTechnology(meter: Meter): Finding[] {
  if (meter.technology !== undefined) return [];
  const text =
    'does not say what its plant makes power of, so none of it is renewable; add technology.';
  return [remark(meter, 'ACC-PLANT', 'completeness', text)];
}

function soldText(technology: Technology): string {
  return `measures ${technology} power whose attributes are sold: it has the residual mix in the market-based figure, and is not renewable.`;
}

/** Attributes of the entity's own plant. */
function ownClaim(meter: Meter, technology: Technology): { claim: PlantClaim; said: Finding[] } {
  if (!CARBON_FREE.has(technology)) return { claim: 'emitting', said: [] };
  const { attributes } = meter;
  if (attributes === 'retained' || attributes === 'not-issued') return { claim: 'held', said: [] };
  const unstated = `does not say who holds the attributes of its ${technology} power; they count as sold until attributes says otherwise.`;
  return {
    claim: 'null',
    said: [
      attributes === 'sold'
        ? remark(meter, 'ACC-NULL-POWER', 'info', soldText(technology))
        : remark(meter, 'ACC-NULL-POWER', 'completeness', unstated),
    ],
  };
}

/** Why power of somebody else's plant does not carry its own claim. */
function lacksOf(meter: Meter, contract: Contract | undefined): string[] {
  if (!contract) return ['it names no contract; add contract'];
  const failures = contractFailuresOf(contract);
  const isHeld = ['retained', 'not-issued'].includes(meter.attributes ?? contract.attributes);
  return [
    ...failures.map(({ criterion, because }) => `criterion ${String(criterion)}: ${because}`),
    ...(isHeld || contract.attributes === 'sold' ? [] : ['its attributes are not the entity’s']),
  ];
}

function boughtPlant(
  meter: Meter,
  technology: Technology,
  contract: Contract | undefined,
): ExaminedPlant {
  const lacks = lacksOf(meter, contract);
  const text = `measures a plant of somebody else, whose power has the residual mix in the market-based figure: ${lacks.join('; ')}.`;
  return {
    plant: {
      meter,
      technology,
      isOwn: false,
      claim: lacks.length === 0 ? 'held' : 'null',
      ...(contract && { contract }),
    },
    findings: lacks.length === 0 ? [] : [remark(meter, 'ACC-NULL-POWER', 'quality', text)],
  };
}

/** Plant behind the meters of a site, in order of their ids, with what is to be said of each. */
export function plantsOf({ plantMeters = [], contracts }: SiteInputs): ExaminedPlant[] {
  return plantMeters
    .filter(({ measures }) => measures === 'on-site-generation')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((meter): ExaminedPlant => {
      const technology = meter.technology ?? 'other';
      if (meter.owner === 'other') {
        const contract = contracts.find(({ id }) => id === meter.contract);
        const { plant, findings } = boughtPlant(meter, technology, contract);
        return { plant, findings: [...noTechnology(meter), ...findings] };
      }
      const { claim, said } = ownClaim(meter, technology);
      return {
        plant: { meter, technology, isOwn: true, claim },
        findings: [...noTechnology(meter), ...said],
      };
    });
}

/** `on-site:solar`, or `generator:gas` of a plant that burns fuel. */
export function sourceOf({ technology }: Plant): string {
  return WITHOUT_FUEL.has(technology) ? `on-site:${technology}` : `generator:${technology}`;
}
