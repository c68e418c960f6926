import type { Restatement, ScopeFigures } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { exact, type Rational, ZERO } from '../../units/rational.ts';
import { constant, declared, difference, share, type Step, sum } from '../ledger.ts';
import { listText, numberText, percentText } from '../wording.ts';
import type { Quality } from './quality.ts';

/** Keys under which a base year states scopes, and what they are called. */
const SCOPES = [
  ['scope1', 'scope1', 'Scope 1'],
  ['scope2_location', 'scope2-location', 'location-based Scope 2'],
  ['scope2_market', 'scope2-market', 'market-based Scope 2'],
  ['scope3', 'scope3', 'Scope 3'],
] as const satisfies readonly (readonly [keyof ScopeFigures, string, string])[];

/** What calls for a recalculation; organic growth, machines that move and a new edition of a factor do not. */
const TRIGGERS: ReadonlySet<Restatement['trigger']> = new Set<Restatement['trigger']>([
  'structural',
  'method',
  'error',
  'boundary',
  'gwp',
]);

/** One scope of the base year, both as filed and as restated. */
export interface BaseYearScope {
  readonly scope: string;
  readonly name: string;
  readonly filed: Step<'t CO2e'>;
  /** The same as `filed` where the threshold is not reached. */
  readonly restated: Step<'t CO2e'>;
  /** Effects by their size, so that none hides another; absent where there are none. */
  readonly changed?: Step<'t CO2e'>;
  readonly isRestated: boolean;
}

function sizeOf(effect: Step<'t CO2e'>): Step<'t CO2e'> {
  if (effect.value.gte(ZERO)) return effect;
  const none = constant(ZERO, 't CO2e', 'No change');
  return difference(none, effect, `${effect.name}, by its size`);
}

function hasReached(changed: Step<'t CO2e'>, filed: Step<'t CO2e'>, threshold: Rational): boolean {
  if (filed.value.n === 0n) return changed.value.n !== 0n;
  return changed.value.gte(filed.value.abs().mul(threshold));
}

function scopeOf(
  { statements: { base_year: base }, evidenceAt }: Quality,
  [key, scope, name]: (typeof SCOPES)[number],
): BaseYearScope[] {
  const filedText = base?.filed[key];
  if (!base || filedText === undefined) return [];
  const note = { name: `${name} of the base year as filed`, cites: [base.evidence] };
  const filed = declared(exact(filedText), 't CO2e', note, [evidenceAt('base_year')]);
  const effects = (base.restatements ?? []).flatMap(({ trigger, effect, date, because }, i) => {
    const text = effect[key];
    if (text === undefined || !TRIGGERS.has(trigger)) return [];
    const entry = `base_year.restatements.${String(i)}`;
    const what = { name: `Effect on ${name}, ${trigger}, ${date}`, cites: [because] };
    return [declared(exact(text), 't CO2e', what, [evidenceAt(entry)])];
  });
  if (effects.length === 0) return [{ scope, name, filed, restated: filed, isRestated: false }];
  const changed = sum(effects.map(sizeOf), `Cumulative size of effects on ${name}`);
  const isRestated = hasReached(changed, filed, exact(base.threshold_percent).div(100));
  const after = sum([filed, ...effects], `${name} of the base year as restated`);
  return [{ scope, name, filed, restated: isRestated ? after : filed, changed, isRestated }];
}

/** The base year by scope, as filed and as restated. Empty where none is declared. */
export function baseYearScopes(quality: Quality): BaseYearScope[] {
  return SCOPES.flatMap((scope) => scopeOf(quality, scope));
}

function said(scope: BaseYearScope, threshold: string): Finding[] {
  const { name, filed, restated, changed, isRestated } = scope;
  if (!changed) return [];
  const part = share(changed, filed, name);
  const size = part
    ? percentText(part.value.lt(ZERO) ? part.value.neg() : part.value, 2)
    : 'more than nothing';
  const tonnes = (step: Step) => `${numberText(step.value, 3)} t CO2e`;
  const outcome = isRestated
    ? `which reaches the threshold of ${threshold}%; it is restated from ${tonnes(filed)} to ${tonnes(restated)}`
    : `below the threshold of ${threshold}%; it stays as filed, ${tonnes(filed)}`;
  const message = `Effects on ${name} of the base year add up to ${size} of it, ${outcome}.`;
  return [
    finding('ACC-BASE-YEAR', isRestated ? 'quality' : 'info', message, { entry: 'base_year' }),
  ];
}

/** Why a change calls for no recalculation. */
const NO_TRIGGER: Readonly<Record<string, string>> = {
  organic: 'organic growth',
  relocation: 'machines that move between sites',
  'factor-edition': 'a new edition of a factor, since each year keeps the factor of its own year',
};

function uncounted({ date, trigger }: Restatement, index: number): Finding[] {
  const what = NO_TRIGGER[trigger];
  if (what === undefined) return [];
  const message = `The change of ${date} is no reason to recalculate the base year: ${what}; it was not counted.`;
  const entry = `base_year.restatements.${String(index)}`;
  return [finding('ACC-BASE-YEAR', 'info', message, { entry })];
}

/** Effects on scopes of which no figure was filed. */
function unfiled({ statements: { base_year: base } }: Quality): Finding[] {
  const names = SCOPES.filter(
    ([key]) =>
      base?.filed[key] === undefined &&
      base?.restatements?.some(({ effect }) => effect[key] !== undefined),
  ).map(([, , name]) => name);
  if (names.length === 0) return [];
  const message = `Effects are stated on ${listText(names)} of the base year, of which nothing was filed; state it under base_year.filed.`;
  return [finding('ACC-BASE-YEAR', 'completeness', message, { entry: 'base_year' })];
}

/** What is to be said of the base year: the test of each scope, and changes that call for no recalculation. */
export function baseYearFindings(quality: Quality): Finding[] {
  const { base_year: base } = quality.statements;
  if (!base) return [];
  return [
    ...baseYearScopes(quality).flatMap((scope) => said(scope, base.threshold_percent)),
    ...(base.restatements ?? []).flatMap(uncounted),
    ...unfiled(quality),
  ];
}
