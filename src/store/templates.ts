import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../model/app-error.ts';
import type { Labels } from '../model/labels.ts';
import type { Template } from '../model/documents/template.ts';
import { sha256 } from './files.ts';
import { packagePath } from './installation.ts';
import { validated } from './schemas.ts';

/** A template edition with its labels and the hash of its file. */
export interface StoredTemplate {
  readonly template: Template;
  readonly labels: Labels;
  readonly sha256: string;
}

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Every template edition under `folder` (`<id>/<edition>/template.json`), sorted. */
export function loadTemplates(folder: string = packagePath('templates')): StoredTemplate[] {
  if (!existsSync(folder))
    throw new AppError('not-found', `${folder} does not exist`, { path: folder });
  return folders(folder).flatMap((id) =>
    folders(join(folder, id)).map((edition) =>
      loadEdition(join(folder, id, edition), `${id}/${edition}`),
    ),
  );
}

/** One template; without an edition the latest. Throws an AppError `unknown-id` that names what exists. */
export function templateOf(
  all: readonly StoredTemplate[],
  id: string,
  edition?: string,
): StoredTemplate {
  const editions = all.filter(({ template }) => template.id === id);
  const found =
    edition === undefined ? editions.at(-1) : editions.find((t) => t.template.edition === edition);
  if (found) return found;
  const isKnown = editions.length > 0;
  const known = isKnown ? editions.map((t) => t.template.edition) : all.map((t) => t.template.id);
  const what = isKnown ? `edition ${edition ?? ''} of template ${id}` : `template ${id}`;
  throw new AppError('unknown-id', `there is no ${what}; known: ${known.join(', ')}`, {
    kind: 'template',
    id,
    known,
  });
}

function parsed(path: string, name: string): { value: unknown; text: string } {
  try {
    const text = readFileSync(path, 'utf8');
    return { value: JSON.parse(text), text };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError('broken-installation', `${name} cannot be read: ${why}`, {
      path: name,
      why,
    });
  }
}

function loadEdition(folder: string, name: string): StoredTemplate {
  const { value, text } = parsed(join(folder, 'template.json'), `${name}/template.json`);
  const result = validated('template', value);
  if ('faults' in result) {
    const why = result.faults.map((f) => `${f.pointer}: ${f.message}`).join('; ');
    throw new AppError('broken-installation', `template ${name} is not well-formed: ${why}`, {
      path: name,
      why,
    });
  }
  const labels = parsed(join(folder, 'labels.en.json'), `${name}/labels.en.json`).value as Labels;
  return { template: result.document, labels, sha256: sha256(text) };
}
