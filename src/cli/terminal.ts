import { stripVTControlCharacters, styleText } from 'node:util';
import type { Severity } from '../model/finding.ts';
import { type Asking, askingOn } from './asking.ts';

/** Where a command writes: results to `out`, progress and errors to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly width: number;
  readonly hasColour: boolean;
  /** Progress lines appear only where a person watches. */
  readonly isWatched: boolean;
  /** Begins to ask, where a person sits at the terminal; absent elsewhere. */
  readonly asking?: () => Asking;
}

/** The terminal of this process. Colour only on a terminal, and never with NO_COLOR. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    width: Math.min(100, Math.max(40, stdout.isTTY ? stdout.columns : 80)),
    hasColour: stdout.isTTY && (env['NO_COLOR'] ?? '') === '',
    isWatched: stderr.isTTY || env['HASHPRINT_PROGRESS'] === '1',
    ...(stdin.isTTY && stdout.isTTY && { asking: () => askingOn(stdin, stdout) }),
  };
}

type Style = Parameters<typeof styleText>[0];

/** The text in a style, where the terminal has colour. */
export function styled({ hasColour }: Terminal, style: Style, text: string): string {
  return hasColour ? styleText(style, text, { validateStream: false }) : text;
}

/** Columns that a text takes. */
export function widthOf(text: string): number {
  return Array.from(stripVTControlCharacters(text)).length;
}

/** The text broken at blanks so that no line is wider than the terminal; lines after the first are indented. */
export function wrapped({ width }: Pick<Terminal, 'width'>, text: string, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = width - indent;
    const next = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(next) > room) {
      lines.push(line);
      line = word;
    } else {
      line = next;
    }
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

/** Rows of cells in columns: the first left-aligned, those named in `right` right-aligned. */
export function aligned(
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const widths =
    rows[0]?.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? '')))) ?? [];
  const cell = (text: string, i: number) => {
    const pad = ' '.repeat((widths[i] ?? 0) - widthOf(text));
    return right.includes(i) ? pad + text : text + pad;
  };
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n');
}

const MARKS: Readonly<Record<Severity, { readonly word: string; readonly style: Style }>> = {
  critical: { word: 'critical', style: 'red' },
  quality: { word: 'quality', style: 'yellow' },
  completeness: { word: 'missing', style: 'cyan' },
  info: { word: 'note', style: 'dim' },
};

/** The word for a severity, in its colour. */
export function severityWord(terminal: Terminal, severity: Severity): string {
  const { word, style } = MARKS[severity];
  return styled(terminal, style, word);
}
