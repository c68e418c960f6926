import { publicationDays, type StatedDay } from '../../ingest/publication-day.ts';
import type { InputFile } from '../../ingest/input-file.ts';
import type { FactorSet } from '../../model/documents/factor-set.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { loadFactors } from '../../store/factors.ts';

/** When an edition was released, as far as that is known, and what is to be said of it. */
export interface Publication {
  readonly published?: string;
  readonly findings: readonly Finding[];
}

function note(severity: 'quality' | 'info', file: string, message: string): Finding {
  return finding('IN-FACTOR-DATE', severity, message, { file });
}

/** The date that a person states counts; else the one that the file states near the top of a table. */
export function publicationOf(
  file: InputFile | undefined,
  path: string,
  given: string | undefined,
): Publication {
  const stated = file ? publicationDays(file) : [];
  const days = stated.map(({ day }) => day).join(' and ');
  if (given !== undefined) {
    const agrees = stated.length === 0 || stated.some(({ day }) => given.startsWith(day));
    const message = `--published says ${given}, and ${path} states ${days}; ${given} was kept. Correct it where the file is right.`;
    return { published: given, findings: agrees ? [] : [note('quality', path, message)] };
  }
  const [only, ...others] = stated;
  if (!only) return { findings: [] };
  return others.length === 0 ? taken(only, path) : open(days, path);
}

function taken({ day, text }: StatedDay, path: string): Publication {
  const message = `The release of ${day} was taken from ${path}, which says "${text}"; state another with --published.`;
  return { published: day, findings: [note('info', path, message)] };
}

function open(days: string, path: string): Publication {
  const message = `${path} states several dates of release, ${days}. Say which holds with --published.`;
  return { findings: [note('quality', path, message)] };
}

/** That no date of release is known, which weighs more where a dated edition of the publisher then answers first. */
export function undatedFindings(set: FactorSet, workspace: string, path: string): Finding[] {
  if (set.published !== undefined) return [];
  const rival = datedRival(set, workspace);
  const state = `State the day on which ${set.edition} was released with --published.`;
  const message =
    rival === undefined
      ? `Neither ${path} nor --published says when ${set.edition} was released; its age is not known, and a dated edition of ${set.publisher} will answer before it. ${state}`
      : `Neither ${path} nor --published says when ${set.edition} was released, and ${rival} has a date: of one publisher the latest dated edition answers first, so this one will not. ${state}`;
  return [note(rival === undefined ? 'info' : 'quality', path, message)];
}

/** Another edition of the publisher with a date, which answers the same questions. */
function datedRival(
  { publisher, edition, rows }: FactorSet,
  workspace: string,
): string | undefined {
  const keys = new Set(rows.map(questionOf));
  const rival = loadFactors(workspace).find(
    ({ set }) =>
      set.publisher === publisher &&
      set.edition !== edition &&
      set.published !== undefined &&
      set.rows.some((row) => keys.has(questionOf(row))),
  );
  return rival && `${publisher}/${rival.set.edition}`;
}

function questionOf({ answers }: FactorSet['rows'][number]): string {
  return JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
}
