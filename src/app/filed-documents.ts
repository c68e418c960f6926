import { join } from 'node:path';
import { AppError } from '../model/app-error.ts';
import type { Disclosure } from '../model/documents/disclosure.ts';
import type { LedgerDocument } from '../model/documents/ledger.ts';
import type { HourColumn } from '../model/column.ts';
import { canonicalText, hashOf } from '../seal/canonical.ts';
import { readHoursCsv } from '../series/hours-csv.ts';
import { exists, readText, sha256 } from '../store/files.ts';
import { type DocumentName, validated } from '../store/schemas.ts';

/** Where a disclosure's ledger lies: in the folder beside it that carries its name. */
export function ledgerBeside(path: string): string {
  return join(path.replace(/\.json$/, ''), 'ledger.json');
}

/** The disclosure of a JSON file. Throws an AppError where it is none. */
export function disclosureAt(path: string): Promise<Disclosure> {
  return documentAt('disclosure', path);
}

async function documentAt<N extends DocumentName>(name: N, path: string) {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError('not-readable', `${path} is not JSON: ${why}`, { path, why });
  }
  const result = validated(name, value);
  if ('document' in result) return result.document;
  const why = result.faults
    .map((fault) => `${fault.pointer} ${fault.message}`)
    .slice(0, 3)
    .join('; ');
  throw new AppError('not-readable', `${path} is no ${name}: ${why}`, { path, why });
}

/** The ledger of a disclosure, beside it or at the file that is given. Throws an AppError where its hash is another. */
export async function ledgerOf(
  path: string,
  disclosure: Disclosure,
  given: string | undefined,
): Promise<LedgerDocument> {
  const beside = ledgerBeside(path);
  const file = given ?? beside;
  if (given === undefined && !(await exists(beside))) {
    throw new AppError('not-found', `the ledger is not at ${beside}; name it with --ledger FILE`, {
      path: beside,
    });
  }
  const ledger = await documentAt('ledger', file);
  const hash = hashOf(canonicalText(ledger));
  if (hash !== disclosure.evidence.ledger) {
    const why = `its SHA-256 is ${hash}, the disclosure names ${disclosure.evidence.ledger}: one of the two was changed`;
    throw new AppError('not-readable', `${file} is not the ledger of this disclosure: ${why}`, {
      path: file,
      why,
    });
  }
  return ledger;
}

/** The hourly columns that a ledger reads, from the files beside it. Throws an AppError where a hash is another. */
export async function columnsOf(
  ledgerFile: string,
  { columns }: LedgerDocument,
): Promise<HourColumn[]> {
  const files = [...new Set(columns.map(({ file }) => file))].sort();
  const read: HourColumn[] = [];
  for (const file of files) {
    const path = join(ledgerFile, '..', file);
    const own = columns.filter((column) => column.file === file);
    const text = await readText(path);
    const hash = sha256(text);
    if (own.some(({ file_sha256: stated }) => stated !== hash)) {
      const why = `its SHA-256 is ${hash}, which is not the one that the ledger names: one of the two was changed`;
      throw new AppError('not-readable', `${path} is not of this ledger: ${why}`, { path, why });
    }
    read.push(...readHoursCsv(text, own));
  }
  return read;
}
