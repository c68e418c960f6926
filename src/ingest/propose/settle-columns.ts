import { listed, quoted } from '../wording.ts';
import { type Candidates, columnQuestion, whyColumn } from './assign-columns.ts';
import type { Job, ProposeContext } from './job.ts';
import type { Meaning, Role, TextMeanings } from './kind-spec.ts';
import type { Option } from './proposal.ts';
import type { Column, HeadedTable } from './sheet-table.ts';
import { unitOffer } from './units-of-columns.ts';

/** Texts that a person may be asked about before a column is taken for free text. */
const FEW = 40;

/** Settles the columns of all roles but time and meter, their units and the meanings of their texts. */
export function settleColumns(job: Job): void {
  for (const candidates of job.candidates) {
    const { role } = candidates;
    if (role.key === 'meter' || (role.key === 'time' && job.spec.times === 'intervals')) continue;
    const column = settleColumn(job, candidates);
    if (!column) continue;
    job.columns.set(role.key, column);
    settleMeaning(job, role, column);
  }
}

/** The column of a role; undefined where it is asked for, or left out. */
export function settleColumn(job: Job, candidates: Candidates): Column | undefined {
  const { table, desk } = job;
  const { role, columns } = candidates;
  const id = `column.${role.key}`;
  const said = desk.answer(id);
  if (!role.isNeeded && (said === '' || (said === undefined && isLeftOut(job, candidates)))) {
    return undefined;
  }
  const offered = columns.length > 1 && said === undefined ? columns : table.columns;
  const header = desk.settle({
    id,
    what: role.what,
    options: [...offered.map(columnOption), ...(role.isNeeded ? [] : [LEFT_OUT])],
    ...(said === undefined ? columnOffer(candidates, table) : { why: whyAsked(candidates, table) }),
  });
  return table.columns.find((column) => column.header === header);
}

function columnOffer(candidates: Candidates, table: HeadedTable) {
  const [only, ...rivals] = candidates.columns;
  if (!only || rivals.length > 0) return { why: whyAsked(candidates, table) };
  return {
    value: only.header,
    why: whyColumn(candidates, only, table.headerLine),
    isLikely: candidates.fit !== 'named',
  };
}

function whyAsked(candidates: Candidates, { columns }: HeadedTable): string {
  return columnQuestion(
    candidates,
    columns.map(({ header }) => header),
  );
}

const LEFT_OUT: Option = { value: '', why: 'leave it out' };

function columnOption({ header, texts }: Column): Option {
  return { value: header, why: `such as ${listed(texts.slice(0, 2))}` };
}

/** An optional column is asked for only where several may be it and it matters which. */
function isLeftOut({ context }: Job, { role, columns }: Candidates): boolean {
  const [only, ...rivals] = columns;
  if (!only) return true;
  return rivals.length > 0 ? role.isMinor === true : !hasKnownTexts(role, only, context);
}

/** A column whose texts have a meaning is taken of itself only where one of them is known. */
function hasKnownTexts(role: Role, { texts }: Column, context: ProposeContext): boolean {
  if (!role.texts || role.isNeeded) return true;
  const meanings = meaningsOf(role.texts, context);
  return texts.length <= FEW && texts.some((text) => meaningOf(text, meanings));
}

function settleMeaning(job: Job, role: Role, column: Column): void {
  const { map, desk, table } = job;
  if (role.measures || role.units) {
    const main = job.spec.roles.find(({ isNeeded, measures }) => isNeeded && measures);
    const alias = role === main ? { alias: 'unit' } : {};
    const unit = desk.settle({ ...unitOffer(role, column, table), ...alias });
    if (unit !== undefined) map.set(role.key, { column: column.header, unit });
  } else if (role.texts) {
    settleTexts(job, role, role.texts, column);
  } else map.set(role.key, column.header);
}

function meaningsOf({ meanings }: TextMeanings, { fuels }: ProposeContext): readonly Meaning[] {
  return meanings === 'fuels' ? fuels.map(fuelMeaning) : meanings;
}

/** A fuel whose text is its id is that fuel; every other text is asked for. */
function fuelMeaning(fuel: string): Meaning {
  return {
    value: fuel,
    why: `factors are looked up as ${fuel}`,
    certain: new RegExp(`^${fuel.replaceAll('-', '[- ]')}$`, 'i'),
  };
}

function meaningOf(text: string, meanings: readonly Meaning[]) {
  const certain = meanings.find((meaning) => meaning.certain?.test(text));
  if (certain) return { meaning: certain, isLikely: false };
  const likely = meanings.find((meaning) => meaning.likely?.test(text));
  return likely && { meaning: likely, isLikely: true };
}

/** Asks for the meaning of each text that does not say it. */
function settleTexts(job: Job, role: Role, { as, list, meanings }: TextMeanings, column: Column) {
  const { desk, map, context } = job;
  const known = meaningsOf({ as, meanings }, context);
  desk.allow(`${role.key}.`);
  const found = column.texts.slice(0, FEW).map((text) => {
    const meant = meaningOf(text, known);
    const value = desk.settle({
      id: `${role.key}.${text}`,
      what: `${quoted(text)} means`,
      options: known.map(({ value: one, why }) => ({ value: one, why })),
      ...(meant
        ? { value: meant.meaning.value, why: meant.meaning.why, isLikely: meant.isLikely }
        : { why: `What does ${quoted(text)} in column ${quoted(column.header)} mean?` }),
    });
    return [text, value] as const;
  });
  const named = (value: string) => found.flatMap(([text, is]) => (is === value ? [text] : []));
  const names = Object.fromEntries(
    found.flatMap(([text, is]) => (is === undefined ? [] : [[text, is]])),
  );
  if (as === 'read-types') {
    map.set(role.key, {
      column: column.header,
      actual: named('actual'),
      estimated: named('estimated'),
    });
  } else if (as === 'column-names') map.set(role.key, { column: column.header, names });
  else {
    map.set(role.key, column.header);
    if (as === 'list') map.set(list ?? 'retired', named('yes'));
    else map.set('names', names);
  }
}
