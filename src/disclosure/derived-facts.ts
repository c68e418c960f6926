import { declared, maximum, minimum, share, type Step } from '../kernel/ledger.ts';
import type { Evidence } from '../model/documents/ledger.ts';
import type { TemplateFact } from '../model/documents/template.ts';
import type { Site } from '../model/documents/workspace.ts';
import { exact } from '../units/rational.ts';
import { numberFact } from './number-fact.ts';
import type { OpenFact } from './open-fact.ts';

/** Where declared numbers are read. */
interface Declaring {
  readonly site: Site | undefined;
  readonly evidenceAt: (entry: string) => Evidence;
}

type Declared = Extract<TemplateFact['value'], { declared: string }>['declared'];

/** One declared number, with the year that it is for where the site declares a list. */
function declaredNumbers(site: Site, what: Declared): { value: string; year?: string }[] {
  if (what === 'connected_mw')
    return site.connected_mw === undefined ? [] : [{ value: site.connected_mw }];
  const { forecast } = site;
  if (!forecast) return [];
  const list = what === 'forecast.peak_mw' ? forecast.peak_mw : forecast.interruptible_mw;
  const first = Number(forecast.from.slice(0, 4));
  return list.map((value, i) => ({ value, year: String(first + i) }));
}

/** The facts of what a site declares: a declaration, which no meter shows. */
export function declaredFacts(
  { site, evidenceAt }: Declaring,
  definition: TemplateFact,
  label: string,
  what: Declared,
): OpenFact[] {
  if (!site) return [];
  const evidence = [evidenceAt(`sites.${site.id}.${what}`)];
  return declaredNumbers(site, what).map(({ value, year }) => {
    const name = year === undefined ? `${label}, declared` : `${label} of ${year}, declared`;
    const step = declared(exact(value), 'MW', name, evidence);
    return numberFact(definition, label, {
      dimensions: year === undefined ? {} : { year },
      step,
      grade: 'V',
    });
  });
}

function sameDimensions(a: OpenFact, b: OpenFact): boolean {
  const [left, right] = [Object.entries(a.dimensions), Object.entries(b.dimensions)];
  return (
    left.length === right.length && left.every(([name, value]) => b.dimensions[name] === value)
  );
}

/** One fact by another, for each combination of dimensions that both have. */
export function ratioFacts(
  earlier: readonly OpenFact[],
  definition: TemplateFact,
  label: string,
  { of, to }: { readonly of: string; readonly to: string },
): OpenFact[] {
  const denominators = earlier.filter((fact) => fact.definition.id === to);
  return earlier
    .filter((fact) => fact.definition.id === of)
    .flatMap((fact) => {
      const below = denominators.find((other) => sameDimensions(fact, other));
      const step = fact.step && below?.step && share(fact.step, below.step, label);
      return step
        ? [numberFact(definition, label, { dimensions: fact.dimensions, step, grade: fact.grade })]
        : [];
    });
}

/** The largest or smallest value of a fact. */
export function extremeFacts(
  earlier: readonly OpenFact[],
  definition: TemplateFact,
  label: string,
  { extreme, of }: { readonly extreme: 'maximum' | 'minimum'; readonly of: string },
): OpenFact[] {
  const facts = earlier.filter((fact) => fact.definition.id === of && fact.step);
  const pick = extreme === 'maximum' ? maximum : minimum;
  const step = facts
    .map((fact) => fact.step)
    .reduce<Step | undefined>(
      (best, next) => (best && next ? pick(best, next, label) : (best ?? next)),
      undefined,
    );
  const [first] = facts;
  return step && first
    ? [numberFact(definition, label, { dimensions: {}, step, grade: first.grade })]
    : [];
}
