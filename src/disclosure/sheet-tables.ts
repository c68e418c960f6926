import type { Fact } from '../model/documents/disclosure.ts';
import type { TableBlock, TemplateFact } from '../model/documents/template.ts';
import type { SheetColumn, SheetNote, SheetRow, SheetTable } from '../model/sheet.ts';
import { decimalsOf, printedNumber, printedUnit } from './format.ts';
import { factOf, printedPeriod, type SheetInputs, valuesOf } from './sheet-inputs.ts';
import { nameOf } from './sheet-names.ts';

type Dimensions = Readonly<Record<string, string>>;

/** A table in the making: where its columns and rows come from. */
interface Plan {
  readonly inputs: SheetInputs;
  readonly block: TableBlock;
  /** Dimensions of each number column; the total has none. */
  readonly slots: readonly Dimensions[];
  readonly hasUnitColumn: boolean;
  /** Anchors of notes by fact id. */
  readonly marks: ReadonlyMap<string, string>;
}

/** The table of a block, numbered; `firstMark` is the letter that its first note takes. */
export function tableOf(
  inputs: SheetInputs,
  block: TableBlock,
  number: number,
  firstMark: number,
): SheetTable {
  const notes = notesOf(inputs, block, firstMark);
  const plan = planOf(inputs, block, notes);
  const rows = block.facts.flatMap((id) => rowsOf(plan, id));
  return {
    kind: 'table',
    number: `${inputs.words.table} ${String(number)}`,
    title: inputs.labels.tables[block.id] ?? block.id,
    unit: plan.hasUnitColumn ? '' : printedUnit(commonUnit(inputs, block) ?? null),
    columns: columnsOf(plan, rows),
    rows,
    notes: [
      ...notes.map(({ mark, text }) => ({ mark, text })),
      ...(number === 1 ? [{ mark: '', text: inputs.words.mayNotSum }] : []),
    ],
    hasGradeKey: number === 1,
  };
}

function notesOf(
  inputs: SheetInputs,
  block: TableBlock,
  firstMark: number,
): (SheetNote & { fact: string })[] {
  return (block.notes ?? [])
    .flatMap(({ fact, finding }) => {
      const texts = inputs.disclosure.findings
        .filter(({ code }) => code === finding)
        .map(({ message }) => message);
      return texts.length === 0 ? [] : [{ fact, text: texts.join(' ') }];
    })
    .map((note, i) => ({ ...note, mark: String.fromCharCode(97 + firstMark + i) }));
}

function commonUnit({ disclosure }: SheetInputs, block: TableBlock): string | null | undefined {
  const units = new Set(
    disclosure.facts.filter(({ id }) => block.facts.includes(id)).map(({ unit }) => unit),
  );
  return units.size === 1 ? [...units][0] : undefined;
}

function planOf(
  inputs: SheetInputs,
  block: TableBlock,
  notes: readonly (SheetNote & { fact: string })[],
): Plan {
  const { columns } = block;
  const values =
    columns === 'value' ? [] : valuesOf(inputs.disclosure, block.facts, columns).sort();
  const hasTotal = block.facts.some((id) => factOf(inputs.disclosure, id));
  return {
    inputs,
    block,
    slots: [
      ...values.map((value) => ({ [columns]: value })),
      ...(hasTotal || values.length === 0 ? [{}] : []),
    ],
    hasUnitColumn: commonUnit(inputs, block) === undefined,
    marks: new Map(notes.map(({ fact, mark }) => [fact, mark])),
  };
}

function rowsOf(plan: Plan, id: string): SheetRow[] {
  const { inputs, block } = plan;
  const definition = inputs.template.facts.find((fact) => fact.id === id);
  if (!definition) return [];
  const dimension = block.rows;
  if (dimension === undefined) return [factRow(plan, definition, {}, 'head')];
  const values = valuesOf(inputs.disclosure, [id], dimension).sort();
  return [
    ...values.map((value) => factRow(plan, definition, { [dimension]: value }, 'normal')),
    factRow(plan, definition, {}, 'total'),
  ];
}

function labelOf(
  { inputs, marks, block }: Plan,
  definition: TemplateFact,
  own: Dimensions,
): string {
  const [named] = Object.entries(own);
  if (named) return nameOf(inputs, named[0], named[1]).head;
  const label = inputs.labels.facts[definition.id] ?? definition.id;
  const mark = marks.get(definition.id);
  return (mark === undefined ? label : `${label}^{${mark}}`) + (block.rows === undefined ? '' : '');
}

function factRow(
  plan: Plan,
  definition: TemplateFact,
  own: Dimensions,
  weight: SheetRow['weight'],
): SheetRow {
  const { inputs, slots, hasUnitColumn } = plan;
  const facts = slots.map((slot) => factOf(inputs.disclosure, definition.id, { ...slot, ...own }));
  const total = facts.at(-1) ?? facts.find((fact) => fact !== undefined);
  // where the total is missing, a part without a value is missing too, and does not merely not apply
  const isGap = factOf(inputs.disclosure, definition.id)?.value === null;
  const numbers = facts.map((fact) => cellOf(inputs, fact, isGap));
  const isSingle = plan.block.columns === 'value' && plan.block.rows === undefined;
  return {
    item: weight === 'normal' ? '' : (definition.item ?? ''),
    label: labelOf(plan, definition, own),
    weight: isSingle ? 'normal' : weight,
    cells: [
      ...(hasUnitColumn ? [printedUnit(definition.unit)] : []),
      ...numbers,
      total?.value == null ? '' : total.grade,
    ],
  };
}

function cellOf({ words }: SheetInputs, fact: Fact | undefined, isGap: boolean): string {
  if (!fact) return isGap ? words.noData : '–';
  return fact.value === null ? words.noData : printedNumber(fact.value, words.numbers);
}

function columnsOf(plan: Plan, rows: readonly SheetRow[]): SheetColumn[] {
  const { inputs, block, slots, hasUnitColumn } = plan;
  const { words } = inputs;
  const offset = hasUnitColumn ? 1 : 0;
  const decimals = (i: number) =>
    Math.max(0, ...rows.map((row) => decimalsOf(row.cells[i + offset] ?? '')));
  const total = {
    head: printedPeriod(inputs.disclosure.period),
    sub: { site: words.allSites, quarter: words.year }[block.columns as string] ?? '',
  };
  const heads = slots.map((slot) => {
    const [named] = Object.entries(slot);
    return named ? nameOf(inputs, named[0], named[1]) : total;
  });
  return [
    ...(hasUnitColumn ? [{ head: words.unit, sub: '', align: 'text' as const, decimals: 0 }] : []),
    ...heads.map((head, i) => ({ ...head, align: 'number' as const, decimals: decimals(i) })),
    { head: words.furniture.grade, sub: '', align: 'grade', decimals: 0 },
  ];
}
