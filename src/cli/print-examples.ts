import type { workedExamples } from '../app/examples/examples.ts';
import { aligned, styled, type Terminal, widthOf, wrapped } from './terminal.ts';

type Result = ReturnType<typeof workedExamples>[number];
type Value = Result['values'][number];

/** Digits after which a computed value is cut; the JSON holds it exact. */
const DIGITS = 9;
/** Decimals that it has at least, beyond those of the published one. */
const BEYOND = 2;

function decimalsOf(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** The value to a few digits more than the published one, with a mark where there are others. */
function computedText({ computed, published }: Value): string {
  if (computed === null) return 'no value';
  const [whole = '', fraction = ''] = computed.split('.');
  const room = Math.max(DIGITS - whole.length, decimalsOf(published) + BEYOND);
  return fraction.length <= room ? computed : `${whole}.${fraction.slice(0, room)}..`;
}

function differenceText({ difference_percent: difference }: Value): string {
  if (difference === null) return '';
  if (/^-?0\.0*$/.test(difference)) return '0%';
  return `${difference.startsWith('-') ? '' : '+'}${difference}%`;
}

function verdict({ is_met: isMet, is_refused: isRefused }: Value): string {
  if (isRefused) return isMet ? 'differs, as it must' : 'comes out, and must not';
  return isMet ? 'met' : 'NOT MET';
}

function cellsOf(value: Value): string[] {
  return [
    `  ${value.key}`,
    value.published,
    computedText(value),
    differenceText(value),
    value.is_refused ? '' : value.tolerance,
    verdict(value),
  ];
}

/** A value on lines of its own, where the table is wider than the terminal. */
function stacked(terminal: Terminal, value: Value): string {
  const difference = differenceText(value);
  const parts = [
    `published ${value.published}`,
    `computed ${computedText(value)}`,
    ...(difference === '' ? [] : [`difference ${difference}`]),
    ...(value.is_refused ? [] : [value.tolerance]),
    verdict(value),
  ];
  return `  ${value.key}\n    ${wrapped(terminal, parts.join(', '), 4)}`;
}

function valuesText(terminal: Terminal, values: readonly Value[]): string {
  const table = aligned(values.map(cellsOf), [1, 2, 3]);
  const isNarrow = Math.max(...table.split('\n').map(widthOf)) <= terminal.width;
  return isNarrow ? table : values.map((value) => stacked(terminal, value)).join('\n');
}

function printExample(terminal: Terminal, { id, title, source, why, values }: Result): void {
  terminal.out(styled(terminal, 'bold', wrapped(terminal, `${id}: ${title}`)));
  terminal.out(styled(terminal, 'dim', `  ${wrapped(terminal, `${source}.`, 2)}`));
  terminal.out(valuesText(terminal, values));
  if (why !== undefined) terminal.out(`  ${wrapped(terminal, why, 2)}`);
  terminal.out('');
}

/** Prints each example with its values, and how many are within their tolerance. */
export function printExamples(terminal: Terminal, results: readonly Result[]): void {
  const head =
    'Each line: value, as published, as computed by this program, difference, tolerance, verdict.';
  terminal.out(wrapped(terminal, head));
  terminal.out('');
  for (const result of results) printExample(terminal, result);
  const values = results.flatMap((result) => result.values);
  const expected = values.filter((value) => !value.is_refused);
  const refused = values.filter((value) => value.is_refused);
  const met = expected.filter((value) => value.is_met).length;
  const differing = refused.filter((value) => value.is_met).length;
  const count = `${String(results.length)} ${results.length === 1 ? 'example' : 'examples'}`;
  const lines = [
    `Within tolerance: ${String(met)} of ${String(expected.length)} values of ${count}.`,
    ...(refused.length === 0
      ? []
      : [
          `Wrong as published, and not reproduced: ${String(differing)} of ${String(refused.length)}.`,
        ]),
  ];
  for (const line of lines) terminal.out(wrapped(terminal, line));
}
