import type { Cell, CellStyle, WriteSheet } from 'hucre';
import type { Fact } from '../../model/documents/disclosure.ts';
import type { LedgerStep } from '../../model/documents/ledger.ts';
import type { Hours } from './hours-sheets.ts';
import type { WorkpaperInputs } from './inputs.ts';
import { liveFormula } from './live-formula.ts';
import { STEP_COLUMNS } from './step-table.ts';

type Rows = (string | number | null)[][];
type Cells = Map<string, Partial<Cell>>;

/** Where the values of steps stand: sheet, letter of the column, and first row. */
const STEPS = { sheet: 'Steps', letter: 'C', index: 2, first: 2 } as const;

const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9E6DF' } },
  alignment: { vertical: 'top', wrapText: true },
};
const LEAF: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8E1' } },
};

function headed(headings: readonly string[], cells: Cells): Cells {
  headings.forEach((value, i) => cells.set(`0,${String(i)}`, { value, style: HEAD }));
  return cells;
}

function formulaCell(formula: string, result: number): Partial<Cell> {
  return { value: result, type: 'formula', formula, formulaResult: result };
}

/** Steps with live values: a changed leaf is followed by every step that rests on it. */
export function stepsSheet({ ledger }: WorkpaperInputs, hours: Hours): WriteSheet {
  const rowOf = new Map(ledger.steps.map(({ id }, i) => [id, i + STEPS.first]));
  const headings = [
    'Step',
    'What it is',
    'Value',
    'Unit',
    'As disclosed',
    'Change',
    ...STEP_COLUMNS.map(({ heading }) => heading),
  ];
  const rows: Rows = [headings];
  const cells = headed(headings, new Map());
  ledger.steps.forEach((step, i) => {
    const value = Number(step.value);
    const row = String(i + 1);
    const line = String(i + STEPS.first);
    const texts = STEP_COLUMNS.map(({ text }) => text(step));
    rows.push([step.id, step.name, value, step.unit, value, 0, ...texts]);
    const formula = liveFormula(step, (id) => rowOf.get(id) ?? 0, STEPS.letter, hours);
    cells.set(`${row},2`, formula ? formulaCell(formula, value) : { value, style: LEAF });
    cells.set(`${row},5`, formulaCell(`C${line}-E${line}`, 0));
  });
  const widths = [9, 60, 24, 18, 24, 14, ...STEP_COLUMNS.map(({ width }) => width)];
  return {
    name: STEPS.sheet,
    rows,
    cells,
    columns: widths.map((width) => ({ width })),
    freezePane: { rows: 1, columns: 2 },
  };
}

const FIGURES = [
  ['Fact', 22],
  ['Label', 56],
  ['Of', 26],
  ['Value', 22],
  ['Unit', 18],
  ['As disclosed', 22],
  ['Change', 14],
  ['Step', 9],
  ['Grade', 7],
  ['Citation', 40],
] as const;

function decimalsOf(text: string): number {
  return /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
}

function dimensionsOf({ dimensions }: Fact): string {
  return Object.entries(dimensions)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** Every figure of the disclosure, tied to its step and rounded as it was disclosed. */
export function figuresSheet({ disclosure, ledger }: WorkpaperInputs): WriteSheet {
  const lines = new Map(ledger.steps.map(({ id }: LedgerStep, i) => [id, i + STEPS.first]));
  const headings = FIGURES.map(([heading]) => heading);
  const rows: Rows = [[...headings]];
  const cells = headed(headings, new Map());
  for (const fact of disclosure.facts) {
    const line = fact.step === null ? undefined : lines.get(fact.step);
    const row = String(rows.length);
    const texts = [fact.id, fact.label, dimensionsOf(fact)];
    const after = [fact.step ?? '', fact.grade, fact.citation];
    if (line === undefined || fact.value === null) {
      const told = fact.value ?? fact.reason ?? 'not available';
      rows.push([...texts, told, fact.unit ?? '', told, null, ...after]);
      continue;
    }
    const value = Number(fact.value);
    rows.push([...texts, value, fact.unit ?? '', value, 0, ...after]);
    const step = `'${STEPS.sheet}'!${STEPS.letter}${String(line)}`;
    const rounded = `ROUND(${step},${String(decimalsOf(fact.value))})`;
    cells.set(`${row},3`, formulaCell(rounded, value));
    const at = String(rows.length);
    cells.set(`${row},6`, formulaCell(`D${at}-F${at}`, 0));
  }
  return {
    name: 'Figures',
    rows,
    cells,
    columns: FIGURES.map(([, width]) => ({ width })),
    freezePane: { rows: 1, columns: 1 },
  };
}

/** Files and factor sets with their hashes. */
export function evidenceSheet({ disclosure: { evidence } }: WorkpaperInputs): WriteSheet {
  const headings = ['What', 'Name', 'Read by', 'SHA-256'];
  const rows: Rows = [
    headings,
    ...evidence.inputs.map(({ path, reader, sha256 }) => ['input', path, reader, sha256]),
    ...evidence.factors.map(({ publisher, edition, sha256 }) => [
      'factor set',
      `${publisher}/${edition}`,
      '',
      sha256,
    ]),
    ['ledger', 'ledger.json', '', evidence.ledger],
  ];
  return {
    name: 'Evidence',
    rows,
    cells: headed(headings, new Map()),
    columns: [{ width: 12 }, { width: 50 }, { width: 28 }, { width: 68 }],
    freezePane: { rows: 1 },
  };
}

/** What the workbook is, of which disclosure, and how it is read. */
export function coverSheet({ disclosure, sha256, ledger }: WorkpaperInputs): WriteSheet {
  const { entity, site, period, template, assurance } = disclosure;
  const rows: Rows = [
    ['Audit workpaper'],
    ['Entity', entity.name],
    ...(site === null ? [] : [['Site', site]]),
    ['Period', `${period.start} to ${period.end}`],
    ['Template', `${template.id}, edition ${template.edition}`],
    ['Disclosure, SHA-256', sha256],
    ['Ledger, SHA-256', disclosure.evidence.ledger],
    ['Steps', ledger.steps.length],
    ['Assurance', assurance],
    [],
    ['How to read it'],
    ['Figures', 'Every figure as disclosed, tied to the step that yields it.'],
    ['Steps', 'One row for each step, inputs first. Shaded values are leaves: change one, and'],
    ['', 'every step and figure that rests on it follows; Change shows by how much.'],
    ['Hours', 'The hourly columns that steps add up, one sheet for each site.'],
    ['Evidence', 'Input files and factor sets with their hashes.'],
    ['Precision', 'A spreadsheet computes in binary with about 15 digits. The exact value of a'],
    ['', 'step stands as text in its last column; the disclosure rests on that one.'],
  ];
  const cells: Cells = new Map();
  rows.forEach(([first = null], row) => {
    if (first) cells.set(`${String(row)},0`, { value: first, style: { font: { bold: true } } });
  });
  return {
    name: 'Workpaper',
    rows,
    cells,
    columns: [{ width: 24 }, { width: 90 }],
  };
}
