import type { Evidence, LedgerStep } from '../../model/documents/ledger.ts';

/** One column of the table of steps: its heading, its width in characters, and the text of a step in it. */
export interface StepColumn {
  readonly heading: string;
  readonly width: number;
  readonly text: (step: LedgerStep) => string;
}

/** `bills.csv` of one source, `bills.csv and 3 more` of several. */
function filesOf({ evidence = [] }: LedgerStep): string {
  const files = [...new Set(evidence.map(({ file }) => file))];
  const [first = '', ...others] = files;
  return others.length === 0 ? first : `${first} and ${String(others.length)} more`;
}

/** `line 14, column Usage`; `sheet Meters, cell C4`; `page 2`. */
function placeOf({ at }: Evidence): string {
  const parts: [string, string | number | undefined][] = [
    ['sheet', at.sheet],
    ['line', at.line],
    ['column', at.column],
    ['cell', at.cell],
    ['element', at.element],
    ['page', at.page],
  ];
  return parts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

function hashesOf({ evidence = [] }: LedgerStep): string {
  return [...new Set(evidence.map(({ sha256 }) => sha256))].join(' ');
}

function columnOf({ column }: LedgerStep): string {
  if (!column) return '';
  const ids = [column.id, ...(column.with ?? [])].join(', ');
  return `${ids}: ${column.from} to ${column.to}`;
}

/** The texts that stand beside a step's value: how it was had, and from what. */
export const STEP_COLUMNS: readonly StepColumn[] = [
  { heading: 'Operation', width: 18, text: ({ op }) => op },
  { heading: 'Inputs', width: 22, text: ({ inputs }) => inputs.join(' ') },
  { heading: 'Hourly columns', width: 30, text: columnOf },
  { heading: 'Method', width: 34, text: ({ formula = '' }) => formula },
  { heading: 'Citation', width: 34, text: ({ cites = [] }) => cites.join('; ') },
  {
    heading: 'Factor set',
    width: 20,
    text: ({ factor }) => (factor ? `${factor.publisher}/${factor.edition}` : ''),
  },
  { heading: 'Factor row', width: 16, text: ({ factor }) => factor?.row ?? '' },
  { heading: 'Factor field', width: 12, text: ({ factor }) => factor?.field ?? '' },
  { heading: 'Grade', width: 7, text: ({ factor }) => factor?.grade ?? '' },
  { heading: 'File', width: 30, text: filesOf },
  {
    heading: 'Place',
    width: 24,
    text: ({ evidence = [] }) => [...new Set(evidence.map(placeOf))].join('; '),
  },
  { heading: 'SHA-256 of the file', width: 20, text: hashesOf },
  { heading: 'Exact value', width: 26, text: ({ value }) => value },
];
