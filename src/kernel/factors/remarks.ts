import type { FactorRow } from '../../model/documents/factor-set.ts';
import { type Finding, finding, type Place } from '../../model/finding.ts';
import { listText } from '../wording.ts';
import { type Way, wayOf } from './fuel-ways.ts';
import { type Answer, isStated, type Question, statesEachGas, SUBJECT } from './question.ts';

/** For what a row was used. */
export interface Usage {
  readonly site: string;
  readonly use: keyof typeof SUBJECT;
  readonly year: number;
  readonly at: Place;
  /** The row of the year itself that states no value, where an earlier one was used in its place. */
  readonly silent?: Answer | undefined;
  /** Of fuels: the quantity at hand. */
  readonly quantity?: Question['quantity'];
}

const GASES = ['CO2', 'CH4', 'N2O'] as const;

/** What a row that does not state all three gases leaves out. */
function leftOut({ states = [], co2e_kg: whole }: FactorRow): string {
  if (isStated(whole)) {
    return 'the sum of gases as CO2e, with the warming potentials of its publisher';
  }
  const absent = GASES.filter((gas) => !states.includes(gas));
  return `${listText(states)} alone, so ${listText(absent)} of this energy ${absent.length === 1 ? 'is' : 'are'} not in its CO2e`;
}

/** True where a row says which gases it states, or states their sum in place of one that it leaves open. */
function isPartial(row: FactorRow): boolean {
  const { states, co2e_kg: whole } = row;
  if (states !== undefined) return !GASES.every((gas) => states.includes(gas));
  return isStated(whole) && !statesEachGas(row);
}

function whyOther({ use, year, silent }: Usage): string {
  if (!silent) return `since none of ${String(year)} is at hand`;
  return `since ${silent.set.title}, row ${silent.row.id}, states that the ${SUBJECT[use]} of ${String(year)} is not available`;
}

/** What is to be said of a row that was used: of another year, from memory, or of some gases only. */
export function remarksOn({ set, row }: Answer, usage: Usage): Finding[] {
  const { site, use, year, at } = usage;
  const name = `${set.title}, row ${row.id}`;
  const otherYear = finding(
    'ACC-FACTOR-OTHER-YEAR',
    'quality',
    `For ${String(year)} the ${SUBJECT[use]} of ${String(row.answers.year)} was used at ${site} (${name}), ${whyOther(usage)}.`,
    at,
  );
  const unverified = finding(
    'ACC-FACTOR-UNVERIFIED',
    'quality',
    `The ${SUBJECT[use]} of ${site} (${name}) stands from memory; check it against ${row.source.document}.`,
    at,
  );
  const gases = finding(
    'ACC-FACTOR-GASES',
    'quality',
    `The ${SUBJECT[use]} of ${site} (${name}) states ${leftOut(row)}.`,
    at,
  );
  return [
    ...((row.answers.year ?? year) === year ? [] : [otherYear]),
    ...(row.grade === 'M' ? [unverified] : []),
    ...(isPartial(row) ? [gases] : []),
  ];
}

function editionText({ edition, published }: Answer['set']): string {
  return published === undefined ? edition : `${edition} of ${published}`;
}

function remarkOnEditions({ set, row }: Answer, older: readonly Answer[], usage: Usage): Finding {
  const { site, use, year, at } = usage;
  const others = [...new Set(older.map((each) => editionText(each.set)))];
  const dated = row.answers.year ?? year;
  return finding(
    'ACC-FACTOR-SEVERAL',
    'info',
    `Editions ${listText([editionText(set), ...others])} of ${set.publisher} each hold the ${SUBJECT[use]} of ${site} for ${String(dated)}; the newest, ${set.edition}, was used.`,
    at,
  );
}

/** Why a way to a row goes before another. */
const WAYS: Readonly<Record<Way, string>> = {
  measured: 'by the heating value that is stated for the fuel',
  'same-unit': 'which is per the unit of the quantity and needs no heat content',
  'same-kind': 'which is per a unit of the kind of the quantity and needs no heat content',
  'heat-content': 'by its heat content',
};

function nearerWay(
  quantity: Question['quantity'],
  row: FactorRow,
  other: FactorRow,
): string | undefined {
  if (!quantity || quantity === 'any') return undefined;
  const way = wayOf(quantity, row);
  return way === undefined || way === wayOf(quantity, other) ? undefined : WAYS[way];
}

/** Why one row of an edition goes before another; undefined where nothing but their order tells them apart. */
function whyBefore(
  row: FactorRow,
  other: FactorRow,
  { quantity }: Pick<Usage, 'quantity'>,
): string | undefined {
  if (statesEachGas(row) && !statesEachGas(other)) return 'which states each gas';
  if (other.basis?.losses === 'included' && row.basis?.losses !== 'included')
    return 'which leaves losses out';
  return nearerWay(quantity, row, other);
}

function remarkOnRows({ set, row }: Answer, others: readonly Answer[], usage: Usage): Finding {
  const { site, use, at } = usage;
  const reasons = others.map((each) => whyBefore(row, each.row, usage));
  const isOpen = reasons.includes(undefined);
  const why = isOpen
    ? 'the first of them; check which of them is meant'
    : listText([...new Set(reasons.flatMap((reason) => reason ?? []))]);
  return finding(
    'ACC-FACTOR-SEVERAL',
    isOpen ? 'quality' : 'info',
    `${set.title} holds the ${SUBJECT[use]} of ${site} in rows ${listText([row, ...others.map((each) => each.row)].map(({ id }) => id))}; row ${row.id} was used, ${why}.`,
    at,
  );
}

/** That further rows of the same publisher speak of the same key and year, and why this one was used. */
export function remarkOnSeveral(
  answer: Answer,
  rivals: readonly Answer[],
  usage: Usage,
): Finding[] {
  const older = rivals.filter(({ set }) => set !== answer.set);
  const beside = rivals.filter(({ set }) => set === answer.set);
  return [
    ...(older.length === 0 ? [] : [remarkOnEditions(answer, older, usage)]),
    ...(beside.length === 0 ? [] : [remarkOnRows(answer, beside, usage)]),
  ];
}
