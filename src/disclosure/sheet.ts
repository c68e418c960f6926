import type { Block, KeyFiguresBlock, Section } from '../model/documents/template.ts';
import type {
  KeyFigures,
  Sheet,
  SheetBlock,
  SheetChart,
  SheetSection,
  SheetTable,
} from '../model/sheet.ts';
import { printedNumber, printedUnit } from './format.ts';
import { chartOf } from './sheet-chart.ts';
import { comparisonOf } from './sheet-comparison.ts';
import { coverOf, evidenceOf, formCoverOf } from './sheet-cover.ts';
import { attestationOf, formOf } from './sheet-form.ts';
import { factOf, type SheetInputs } from './sheet-inputs.ts';
import { nameOf } from './sheet-names.ts';
import { methodsTable, registerOf, statementsOf } from './sheet-registers.ts';
import { tableOf } from './sheet-tables.ts';

/** Running numbers of tables, figures and note anchors through the document, in reading order. */
class Numbering {
  #tables = 0;
  #figures = 0;
  #notes = 0;

  get tables(): number {
    return this.#tables;
  }

  nextTable(compose: (number: number, firstMark: number) => SheetTable): SheetTable {
    this.#tables += 1;
    const table = compose(this.#tables, this.#notes);
    this.#notes += table.notes.filter(({ mark }) => mark !== '').length;
    return table;
  }

  nextFigure(compose: (number: number) => SheetChart | undefined): SheetChart[] {
    const chart = compose(this.#figures + 1);
    if (!chart) return [];
    this.#figures += 1;
    return [chart];
  }
}

/** The disclosure set in order for reading, as the template lays it out. Formats facts; computes no figure of its own. */
export function composeSheet(inputs: SheetInputs): Sheet {
  const { disclosure, labels, words, hash } = inputs;
  const { title } = labels;
  const numbering = new Numbering();
  const { layout = 'report', confidential } = inputs.template;
  const isForm = layout === 'form';
  const sections = inputs.template.sections.map((section) => sectionOf(inputs, section, numbering));
  return {
    language: words.language,
    layout,
    ...(confidential === true && { mark: words.confidential }),
    entity: disclosure.entity.name,
    status: disclosure.draft
      ? { kind: 'draft', text: words.status.draft }
      : { kind: 'final', text: words.status.final },
    standard: labels.standard,
    title,
    lead: words.lead(disclosure.boundary.sites.map(({ id }) => siteText(inputs, id))),
    runningTitle: title,
    cover: isForm ? formCoverOf(inputs) : coverOf(inputs),
    sections: [...gapSection(inputs), ...sections].map((section, i) => ({
      ...section,
      number: isForm ? '' : String(i + 1),
    })),
    evidence: evidenceOf(inputs),
    words: words.furniture,
    hash,
    created: dayAfter(disclosure.period.end),
  };
}

function siteText(inputs: SheetInputs, id: string): string {
  const { head, sub } = nameOf(inputs, 'site', id);
  return `${head} (${sub})`;
}

/** The document's date is fixed by its data: the end of the period. */
function dayAfter(day: string): string {
  return `${day}T23:59:59Z`;
}

function gapSection(inputs: SheetInputs): Omit<SheetSection, 'number'>[] {
  const { disclosure, words } = inputs;
  const critical = disclosure.findings.filter(({ severity }) => severity === 'critical');
  if (!disclosure.draft || critical.length === 0) return [];
  const entries = critical.map(({ code, severity, message, at }) => {
    const { file, line } = at as { file?: string; line?: number };
    const small = [file, line === undefined ? undefined : `line ${String(line)}`].filter(
      (part) => part !== undefined,
    );
    return { severity, head: code, isMono: true, text: message, small: small.join(', ') };
  });
  return [
    {
      title: words.gaps.title,
      blocks: [
        { kind: 'text', items: [], paragraphs: [words.gaps.text(critical.length)] },
        { kind: 'list', entries },
      ],
    },
  ];
}

function sectionOf(
  inputs: SheetInputs,
  section: Section,
  numbering: Numbering,
): Omit<SheetSection, 'number'> {
  return {
    title: inputs.labels.sections[section.id] ?? section.id,
    ...(section.id === 'key' ? { aside: inputs.labels.disclaimer } : {}),
    blocks: section.blocks.flatMap((block, i) =>
      blockOf(inputs, block, section.blocks.slice(i + 1), numbering),
    ),
  };
}

function blockOf(
  inputs: SheetInputs,
  block: Block,
  following: readonly Block[],
  numbering: Numbering,
): SheetBlock[] {
  if (isPlain(block)) return [plainBlockOf(inputs, block)];
  switch (block.kind) {
    case 'table':
      return [
        numbering.nextTable((number, firstMark) => tableOf(inputs, block, number, firstMark)),
      ];
    case 'chart': {
      const tableNumber =
        numbering.tables + (following.some(({ kind }) => kind === 'table') ? 1 : 0);
      const compose = block.chart === 'energy-by-month' ? chartOf : comparisonOf;
      return numbering.nextFigure((number) => compose(inputs, block, number, tableNumber));
    }
    case 'register':
      return block.of === 'methods'
        ? [numbering.nextTable((number) => methodsTable(inputs, number))]
        : [registerOf(inputs, block.of)];
  }
}

/** Blocks that bear no number. */
type PlainBlock = Exclude<Block, { kind: 'table' | 'chart' | 'register' }>;

function isPlain(block: Block): block is PlainBlock {
  return block.kind !== 'table' && block.kind !== 'chart' && block.kind !== 'register';
}

function plainBlockOf(inputs: SheetInputs, block: PlainBlock): SheetBlock {
  switch (block.kind) {
    case 'key-figures':
      return keyFiguresOf(inputs, block);
    case 'statements':
      return statementsOf(inputs, block);
    case 'text':
      return { kind: 'text', items: [], paragraphs: [inputs.labels.texts[block.id] ?? block.id] };
    case 'form':
      return formOf(inputs, block);
    case 'attestation':
      return attestationOf(inputs, block);
  }
}

function keyFiguresOf(
  { disclosure, labels, words, template }: SheetInputs,
  block: KeyFiguresBlock,
): KeyFigures {
  const last = String(Number(disclosure.period.start.slice(0, 4)) - 1);
  return {
    kind: 'key-figures',
    figures: block.facts.map((id) => {
      const fact = factOf(disclosure, id);
      const definition = template.facts.find((f) => f.id === id);
      const hasValue = fact?.value != null;
      return {
        label: labels.facts[id] ?? id,
        value: hasValue ? printedNumber(fact.value ?? '', words.numbers) : words.noData,
        unit: hasValue ? printedUnit(fact.unit) : '',
        note: words.noPrior(last),
        citation: definition?.item ?? '',
      };
    }),
  };
}
