import { basename, resolve } from 'node:path';
import { AppError } from '../model/app-error.ts';
import { recompute } from '../kernel/ledger.ts';
import type { WorkpaperInputs } from '../render/workpaper/inputs.ts';
import { workpaperCsv } from '../render/workpaper/workpaper-csv.ts';
import { workpaperXlsx } from '../render/workpaper/workpaper-xlsx.ts';
import { canonicalText, hashOf } from '../seal/canonical.ts';
import { writeAll } from '../store/files.ts';
import { columnsOf, disclosureAt, ledgerBeside, ledgerOf } from './filed-documents.ts';

/** What a workpaper came to. */
export interface WorkpaperResult {
  readonly steps: number;
  readonly figures: number;
  /** Absolute paths. */
  readonly written: readonly string[];
}

/**
 * Writes the audit workpaper of a filed disclosure: a workbook with live formulas, and the same steps as CSV. Everything
 * is computed again first; an AppError names the first step that does not follow from its inputs.
 */
export async function workpaper(
  path: string,
  out: string,
  ledgerPath?: string,
): Promise<WorkpaperResult> {
  const disclosure = await disclosureAt(path);
  const ledger = await ledgerOf(path, disclosure, ledgerPath);
  const columns = await columnsOf(ledgerPath ?? ledgerBeside(path), ledger);
  const [difference] = recompute(ledger, columns).differences;
  if (difference) {
    const { id, stated, computed } = difference;
    const why = `step ${id} says ${stated}, its inputs give ${computed}`;
    throw new AppError('not-readable', `${path} cannot be trusted: ${why}`, { path, why });
  }
  const inputs: WorkpaperInputs = {
    disclosure,
    sha256: hashOf(canonicalText(disclosure)),
    ledger,
    columns,
  };
  const base = `${basename(path).replace(/\.json$/, '')}-workpaper`;
  const files = new Map<string, Uint8Array | string>([
    [`${base}.xlsx`, await workpaperXlsx(inputs)],
    [`${base}.csv`, workpaperCsv(inputs)],
  ]);
  const written = await writeAll(resolve(out), files);
  return { steps: ledger.steps.length, figures: disclosure.facts.length, written };
}
