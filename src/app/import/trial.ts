import { join } from 'node:path';
import { addGiven, type Extractions, noExtractions } from '../../ingest/extractions.ts';
import type { InputFile } from '../../ingest/input-file.ts';
import { joinAll, type Records } from '../../ingest/join.ts';
import { openFile } from '../../ingest/open/open.ts';
import { declaredEncoding, readInput } from '../../ingest/read.ts';
import type { Input } from '../../model/documents/workspace.ts';
import { finding, type Finding, sortedFindings } from '../../model/finding.ts';
import { matching, readStored } from '../../store/files.ts';
import type { OpenWorkspace } from '../../store/workspace.ts';
import { type ImportTotal, totalsOf } from './totals.ts';
import { readingOf } from '../bill-templates.ts';

/** What a file gives by its entry, before anything is written. */
export interface Trial {
  readonly read: number;
  readonly rejected: number;
  readonly duplicate: number;
  readonly totals: readonly ImportTotal[];
  /** What is to be said of the file, and of it beside what the workspace holds already. */
  readonly findings: readonly Finding[];
}

/**
 * Reads the parts of a file by an entry, joins them with what the workspace has of the same kind, and tells what is new:
 * findings that stand without the file are not told again. `path` is where the file will stand.
 */
export async function triedEntry(
  parts: readonly InputFile[],
  input: Input,
  path: string,
  open: OpenWorkspace,
): Promise<Trial> {
  const own = noExtractions();
  const { context } = await readingOf(open);
  const [first] = parts;
  const counts = { read: 0, rejected: 0, duplicate: 0 };
  const givens = parts.map((part) => {
    const inner = part.path.slice(first?.path.split('/')[0]?.length ?? 0);
    return readInput({ ...part, path: `${path}${inner}` }, input, context);
  });
  for (const given of givens) {
    for (const { rows } of addGiven(own, given)) {
      counts.read += rows.read;
      counts.rejected += rows.rejected;
      counts.duplicate += rows.duplicate;
    }
  }
  const alone = joinAll(own);
  const standing = await standingExtractions(open, input, path);
  const before = joinAll(standing);
  for (const given of givens) addGiven(standing, given);
  const after = joinAll(standing);
  const known = new Set(before.findings.map(keyOf));
  const fresh = after.findings.filter((one) => !known.has(keyOf(one)));
  return {
    ...counts,
    totals: totalsOf(alone.records),
    findings: sortedFindings([...alone.findings, ...fresh, ...bothKinds(open, after.records)]),
  };
}

function keyOf({ code, message, at }: Finding): string {
  return [code, message, at.file ?? '', at.line ?? ''].join('\0');
}

/** What the workspace holds of the kinds that the input may touch. */
async function standingExtractions(
  open: OpenWorkspace,
  input: Input,
  except: string,
): Promise<Extractions> {
  const all = noExtractions();
  const { context } = await readingOf(open);
  for (const other of open.workspace.inputs) {
    if (!isKin(other, input)) continue;
    for (const path of await matching(open.folder, other.files)) {
      if (path === except) continue;
      const file = await readStored(join(open.folder, path), path);
      const { files } = await openFile(file, declaredEncoding(other));
      for (const part of files) addGiven(all, readInput(part, other, context));
    }
  }
  return all;
}

const METERED: readonly Input['kind'][] = ['bills', 'readings'];

/** Inputs of one kind; bills and readings, which may be for one meter; layouts, which may hold anything. */
function isKin(a: Input, b: Input): boolean {
  if (a.kind === b.kind || a.kind === 'profile' || b.kind === 'profile') return true;
  return METERED.includes(a.kind) && METERED.includes(b.kind);
}

/** Meters that would have bills and readings, and do not say which of them counts. */
function bothKinds(open: OpenWorkspace, { bills, readings }: Records): readonly Finding[] {
  return open.workspace.meters.flatMap(({ id, energy_from }) => {
    const has = (list: readonly { readonly meter: string }[]) =>
      list.some(({ meter }) => meter === id);
    if (energy_from !== undefined || !has(bills) || !has(readings)) return [];
    const message = `Meter ${id} then has bills and readings; add energy_from: bills or energy_from: readings to it before you report.`;
    return [finding('WS-ENERGY-FROM', 'quality', message, { file: open.file.path })];
  });
}
