import type { LedgerStep } from '../../model/documents/ledger.ts';
import type { WorkpaperInputs } from './inputs.ts';
import { STEP_COLUMNS } from './step-table.ts';

const COMMAND = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A text that a spreadsheet would take for a formula is led by an apostrophe; numbers stay as they are. */
function cell(text: string): string {
  const safe = COMMAND.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function rowOf(step: LedgerStep): string {
  const texts = STEP_COLUMNS.map(({ text }) => text(step));
  return [step.id, step.name, step.value, step.unit, ...texts].map(cell).join(',');
}

/** Every step as one line of CSV, inputs before the steps that use them; values are exact decimals. */
export function workpaperCsv({ ledger }: WorkpaperInputs): string {
  const headings = ['Step', 'What it is', 'Value', 'Unit', ...STEP_COLUMNS.map((c) => c.heading)];
  return `${[headings.map(cell).join(','), ...ledger.steps.map(rowOf)].join('\n')}\n`;
}
