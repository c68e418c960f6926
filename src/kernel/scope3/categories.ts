import type { Scope3 as Statement } from '../../model/documents/workspace.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import { listText } from '../wording.ts';
import { type CategoryState, gapOf } from './part.ts';

type Categories = NonNullable<Statement['categories']>;
type Key = keyof Categories;

/** Each of the fifteen, category 3 by its four parts. */
const CATEGORIES: readonly Key[] = [
  ...(['1', '2', '3a', '3b', '3c', '3d'] as const),
  ...(['4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'] as const),
];

const NAMES: Readonly<Record<Key, string>> = {
  '1': 'purchased goods and services',
  '2': 'capital goods',
  '3': 'fuel- and energy-related activities',
  '3a': 'upstream of fuels',
  '3b': 'upstream of bought energy',
  '3c': 'losses of transmission and distribution',
  '3d': 'power resold to end users',
  '4': 'upstream transport and distribution',
  '5': 'waste generated in operations',
  '6': 'business travel',
  '7': 'employee commuting',
  '8': 'upstream leased assets',
  '9': 'downstream transport and distribution',
  '10': 'processing of sold products',
  '11': 'use of sold products',
  '12': 'end of life of sold products',
  '13': 'downstream leased assets',
  '14': 'franchises',
  '15': 'investments',
};

/** Emissions of one category, wherever they stand. */
export interface Counted {
  readonly category: string;
  readonly masses: Masses | Missing;
}

/** Part 3a of category 3 may be stated by itself or with the whole. */
function statementOf(key: Key, categories: Categories) {
  return categories[key] ?? (key.startsWith('3') ? categories['3'] : undefined);
}

function stateOf(key: Key, counted: readonly Counted[], categories: Categories): CategoryState {
  const own = counted.filter(({ category }) => category === key);
  const stated = statementOf(key, categories);
  if (own.length === 0) {
    return stated
      ? { category: key, state: stated.relevance, because: stated.because }
      : { category: key, state: 'open' };
  }
  const gap = own.map(({ masses }) => gapOf(masses)).find((one) => one !== undefined);
  if (!gap) return { category: key, state: 'computed' };
  return stated
    ? { category: key, state: stated.relevance, because: stated.because }
    : { category: key, state: 'incomplete', because: gap.message };
}

const AT = { entry: 'scope3.categories' };

function openFinding(open: readonly CategoryState[]): Finding[] {
  if (open.length === 0) return [];
  const names = open.map(({ category }) => `${category} (${NAMES[category as Key]})`);
  const message = `Nothing is computed for and nothing is said of ${listText(names)} of Scope 3; add records, or state relevance and reason under scope3.categories.`;
  return [finding('ACC-SCOPE3-CATEGORY', 'completeness', message, AT)];
}

function incompleteFinding({ category, because = '' }: CategoryState): Finding {
  const message = `Category ${category} (${NAMES[category as Key]}) is not in the total of Scope 3, since part of it has no figure: ${because}`;
  return finding('ACC-SCOPE3-CATEGORY', 'completeness', message, AT);
}

/** What was stated of a category that has figures all the same. */
function contradictions(states: readonly CategoryState[], categories: Categories): Finding[] {
  return states.flatMap(({ category, state }) => {
    const stated = categories[category as Key];
    if (state !== 'computed' || !stated) return [];
    const message = `Category ${category} (${NAMES[category as Key]}) is stated as ${stated.relevance}, and has figures, which were counted; withdraw one of the two.`;
    return [finding('ACC-SCOPE3-CATEGORY', 'quality', message, AT)];
  });
}

/**
 * The state of every category: computed, stated with its reason as not applicable or not computed, incomplete, or open.
 * What is open or incomplete is said.
 *
 * @see GHG Protocol Scope 3 Standard, chapter 11
 */
export function categoryStates(
  counted: readonly Counted[],
  { categories = {} }: Statement,
): Found<readonly CategoryState[]> {
  const states = CATEGORIES.map((key) => stateOf(key, counted, categories));
  return found(
    states,
    openFinding(states.filter(({ state }) => state === 'open')),
    states.filter(({ state }) => state === 'incomplete').map(incompleteFinding),
    contradictions(states, categories),
  );
}
