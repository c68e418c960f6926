import type { ImportResult } from '../app/import/apply-import.ts';
import type { Trial } from '../app/import/trial.ts';
import type { ImportProposal, Option, Settled } from '../app/import/propose-import.ts';
import { flagText, markWord } from './import-flags.ts';
import { printFindings } from './print-findings.ts';
import { printPreview } from './print-preview.ts';
import { aligned, styled, type Terminal, widthOf, wrapped } from './terminal.ts';

/** Columns that the first two parts of a line may take. */
const WHAT = 24;
const VALUE = 20;
/** Options that are named on one line. */
const NAMED = 6;

/** Prints what the file is and its first rows. */
export function printBeginning(
  terminal: Terminal,
  { file, memberCount, preview }: ImportProposal,
): void {
  terminal.out(styled(terminal, 'bold', file));
  if (memberCount > 1) {
    terminal.out(`  an archive of ${String(memberCount)} files; the largest is shown`);
  }
  if (!preview) return;
  const { headers, headerLine, rowCount, rows } = preview;
  if (headers.length > 0) {
    const more = `${grouped(rowCount)} rows below the header in line ${String(headerLine)}`;
    terminal.out(`  ${more}; the first ${String(rows.length)}:`);
  }
  terminal.out('');
  printPreview(terminal, preview);
  terminal.out('');
}

/** Prints parts of the mapping in three columns: what, value, and why. */
export function printSettled(terminal: Terminal, settled: readonly Settled[]): void {
  const lines = settled.map(({ id, what, value, why, confidence }) => ({
    what,
    shown: valueText(id, value) || '(none)',
    why: confidence === 'likely' ? `likely: ${why}` : why,
    style: confidence === 'likely' ? ('yellow' as const) : ('bold' as const),
  }));
  const widest = (of: 'what' | 'shown', most: number) =>
    Math.min(most, Math.max(...lines.map((line) => widthOf(line[of]))));
  const whats = widest('what', WHAT);
  const indent = 2 + whats + 2 + widest('shown', VALUE) + 2;
  for (const { what, shown, why, style } of lines) {
    const head = `  ${padded(what, whats)}  ${shown}`;
    const gap = indent - widthOf(head);
    const rest = gap >= 2 ? ' '.repeat(gap) : `\n${' '.repeat(indent)}`;
    terminal.out(`${styled(terminal, style, head)}${rest}${wrapped(terminal, why, indent)}`);
  }
}

/** A value as a person reads it. */
export function valueText(id: string, value: string): string {
  const isMark = id === 'delimiter' || id === 'decimal' || id === 'thousands';
  return isMark ? markWord(value) : value;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Prints what is still to be said, with the flag for each. */
export function printOpen(terminal: Terminal, { questions, settled }: ImportProposal): void {
  const likely = settled.filter(({ confidence }) => confidence === 'likely');
  if (questions.length > 0) {
    terminal.out(styled(terminal, 'bold', 'To be said'));
    for (const { id, text, options } of questions) {
      terminal.out(`  ${wrapped(terminal, text, 2)}`);
      const choice = wrapped(terminal, choiceText(id, options), 10);
      terminal.out(`      ${styled(terminal, 'cyan', choice)}`);
    }
  }
  if (likely.length > 0) {
    if (questions.length > 0) terminal.out('');
    terminal.out(
      styled(terminal, 'bold', 'Likely, to be confirmed one by one, or all with --accept-likely'),
    );
    for (const { id, value } of likely)
      terminal.out(`      ${styled(terminal, 'cyan', flagText(id, value))}`);
  }
  terminal.out('');
  terminal.out('Nothing was written.');
}

function choiceText(id: string, options: readonly Option[]): string {
  const [first] = options;
  if (!first) return flagText(id, 'VALUE');
  const rest = options.slice(1, NAMED).map(({ value }) => valueText(id, value) || '(none)');
  const more = options.length > NAMED ? ', ...' : '';
  const or = rest.length === 0 ? '' : `   or ${rest.join(', ')}${more}`;
  return `${flagText(id, first.value)}${or}`;
}

/** Prints what the file gives by the entry: rows, totals, findings. */
export function printTrial(terminal: Terminal, { trial, findings, placement }: ImportResult): void {
  if (trial) printTotals(terminal, trial);
  printFindings(terminal, findings);
  if (!placement) return;
  const how = placement.isCopied ? 'is copied to' : 'stays where it lies,';
  terminal.out(`The file ${how} ${placement.path}.`);
}

function printTotals(terminal: Terminal, { read, rejected, duplicate, totals }: Trial): void {
  const dropped = duplicate > 0 ? `, ${grouped(duplicate)} repeated` : '';
  const aside = rejected > 0 ? `, ${grouped(rejected)} set aside` : '';
  terminal.out(styled(terminal, 'bold', 'What the file gives'));
  terminal.out(`  ${grouped(read)} rows read${dropped}${aside}`);
  const rows = totals.map(({ what, count, total, unit }) => [
    `  ${what}`,
    grouped(count),
    total === undefined ? '' : `${groupedDecimal(total)} ${unit ?? ''}`,
  ]);
  if (rows.length > 0) terminal.out(aligned(rows, [1, 2]));
  for (const { what, from, to } of totals) {
    if (from !== undefined && to !== undefined) terminal.out(`  ${what}: ${from} to ${to}`);
  }
  terminal.out('');
}

function groupedDecimal(text: string): string {
  const [whole = '', ...parts] = text.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...parts].join('.');
}

/** Prints how the import ended. */
export function printOutcome(
  terminal: Terminal,
  { outcome, written, placement }: ImportResult,
): void {
  if (outcome === 'refused') {
    terminal.out('Nothing was written: mend what is critical, or change the answers.');
  }
  if (outcome === 'tried') terminal.out('Nothing was written: this was a dry run.');
  for (const path of written) terminal.out(`wrote ${path}`);
  if (outcome === 'written' && placement?.isReadAlready === true) {
    terminal.out('An entry of workspace.yaml reads this file already; none was added.');
  }
}
