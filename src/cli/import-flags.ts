import { AppError } from '../model/app-error.ts';
import type { Answers } from '../app/import/propose-import.ts';

/** What the command line says of an import. */
export interface ImportOptions {
  readonly kind?: string;
  readonly profile?: string;
  readonly meter?: string;
  readonly site?: string;
  readonly contract?: string;
  readonly zone?: string;
  readonly label?: string;
  readonly dateFormat?: string;
  readonly endDate?: string;
  readonly delimiter?: string;
  readonly decimal?: string;
  readonly thousands?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly unit?: readonly string[];
  readonly column?: readonly string[];
  readonly answer?: readonly string[];
  readonly acceptLikely?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Options that answer one question each, by its id. */
const PLAIN = {
  kind: 'kind',
  profile: 'profile',
  meter: 'meter',
  site: 'site',
  contract: 'contract',
  zone: 'zone',
  label: 'label',
  'date-format': 'dateFormat',
  'end-date': 'endDate',
  delimiter: 'delimiter',
  decimal: 'decimal',
  thousands: 'thousands',
  encoding: 'encoding',
  sheet: 'sheet',
} as const satisfies Record<string, keyof ImportOptions>;

/** Marks that a shell or an eye takes for nothing, by the words that stand for them. */
const MARKS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
  point: '.',
  blank: ' ',
  apostrophe: "'",
};
const MARKED = ['delimiter', 'decimal', 'thousands'];

/** The answers that the command line holds. */
export function answersIn(options: ImportOptions): Answers {
  const plain = Object.entries(PLAIN).flatMap(([id, key]) => {
    const value = options[key];
    if (value === undefined) return [];
    return [[id, MARKED.includes(id) ? (MARKS[value] ?? value) : value] as const];
  });
  const units = (options.unit ?? []).map((text): readonly [string, string] =>
    text.includes('=') ? pairIn(text, 'unit', 'unit.') : ['unit', text],
  );
  return Object.fromEntries([
    ...plain,
    ...units,
    ...(options.column ?? []).map((text) => pairIn(text, 'column', 'column.')),
    ...(options.answer ?? []).map((text) => pairIn(text, 'answer', '')),
  ]);
}

/** What stands before the first `=`, and what stands behind it. */
function pairIn(text: string, flag: string, prefix: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [`${prefix}${text.slice(0, at)}`, text.slice(at + 1)];
  const message = `--${flag} ${text} names no value; write it as --${flag} ${text}=VALUE`;
  throw new AppError('usage', message, { what: text });
}

/** The option that gives an answer, as it is typed. */
export function flagText(id: string, value: string): string {
  if (id in PLAIN) return `--${id} ${shellText(MARKED.includes(id) ? markWord(value) : value)}`;
  const [group = '', ...rest] = id.split('.');
  const part = rest.join('.');
  if (group === 'column' || group === 'unit') return `--${group} ${shellText(`${part}=${value}`)}`;
  return `--answer ${shellText(`${id}=${value}`)}`;
}

/** The word for a mark; the text itself where it is none. */
export function markWord(value: string): string {
  return Object.entries(MARKS).find(([, mark]) => mark === value)?.[0] ?? value;
}

function shellText(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
