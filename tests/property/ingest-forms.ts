import { createHash } from 'node:crypto';
import type fc from 'fast-check';
import { addGiven, noExtractions } from '../../src/ingest/extractions.ts';
import type { InputFile } from '../../src/ingest/input-file.ts';
import { joinAll, type Records } from '../../src/ingest/join.ts';
import { readInput } from '../../src/ingest/read.ts';
import type { Input } from '../../src/model/documents/workspace.ts';
import type { Finding } from '../../src/model/finding.ts';
import { CONTEXT } from '../ingest/given.ts';

/** What a record says, each part as plain text or number; `undefined` parts are left out. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** A part of a file that can stand at another place: a line, or some lines that belong together. */
export interface Row {
  readonly text: string;
  readonly says: readonly Facts[];
}

/** A file of a layout that has been written from records. */
export interface Sample {
  readonly input: Input;
  readonly rows: readonly Row[];
  /** The file of some of the rows, in the order given. */
  readonly write: (rows: readonly string[]) => string;
  /** Whether every row can be read where the rows stand in order: none falls into an hour that is left open. */
  readonly isSettled: boolean;
  /** Whether the order of rows tells what their labels do not: in an hour that the clock repeats. */
  readonly dependsOnOrder: boolean;
  /** The row beside an end at midnight tells which midnight is meant: rows may be turned round and no more. */
  readonly hasMidnight?: boolean;
  /** Rows follow on one another without a gap that might be taken for a longer interval. */
  readonly isComplete: boolean;
  /** Whether a part of the rows can be read alone; absent: it can. */
  readonly isOfManyFiles?: boolean;
}

/** A layout that can be written. */
export interface Form {
  readonly name: string;
  readonly sample: fc.Arbitrary<Sample>;
}

/** What files give together. */
export interface Said {
  readonly facts: readonly string[];
  readonly findings: readonly Finding[];
}

function fileOf(text: string, path: string): InputFile {
  const bytes = new TextEncoder().encode(text);
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** What the files of an input give after the joins. */
export function read({ input, write }: Sample, ...parts: readonly (readonly Row[])[]): Said {
  const all = noExtractions();
  parts.forEach((rows, i) => {
    const file = fileOf(write(rows.map(({ text }) => text)), `part-${String(i + 1)}.csv`);
    addGiven(all, readInput(file, input, CONTEXT));
  });
  const { records, findings } = joinAll(all);
  const kinds = Object.keys(records) as (keyof Records)[];
  const facts = kinds.flatMap((kind) => records[kind].flatMap((one) => factsOf(kind, one)));
  return { facts: facts.map(textOf).sort(), findings };
}

/** What was written. */
export function written({ rows }: Sample): readonly string[] {
  return rows.flatMap(({ says }) => says.map(textOf)).sort();
}

function textOf(facts: Facts): string {
  const parts = Object.entries(facts).filter(([, value]) => value !== undefined);
  return JSON.stringify(Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** The facts of one record; a series has those of each of its readings. */
function factsOf(kind: keyof Records, record: object): Facts[] {
  const one = { ...record } as Readonly<Record<string, unknown>>;
  if (kind === 'readings') {
    return readingsOf(one).map(({ meter, start, end, energy, quality }) => ({
      kind,
      ...{ meter: String(meter), direction: String(one['direction']) },
      ...{ start: Number(start), end: Number(end), quality: String(quality) },
      joules: fraction(energy as bigint, one['scale'] as bigint),
    }));
  }
  if (kind === 'hashrate') {
    return readingsOf(one).map(({ device, start, end, hashes }) => ({
      kind,
      ...{ site: String(one['site']), algorithm: String(one['algorithm']), device: String(device) },
      ...{ start: Number(start), end: Number(end) },
      gigahashes: fraction(hashes as bigint, one['scale'] as bigint),
    }));
  }
  const parts = Object.entries(one).filter(([key]) => key !== 'evidence' && key !== 'duplicates');
  return [{ kind, ...Object.fromEntries(parts.map(([key, value]) => [key, plain(value)])) }];
}

function readingsOf({ readings }: Readonly<Record<string, unknown>>) {
  return readings as readonly Readonly<Record<string, unknown>>[];
}

function plain(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'object' && value !== null && 'd' in value) {
    const { s, n, d } = value as { readonly s: bigint; readonly n: bigint; readonly d: bigint };
    return fraction(s * n, d);
  }
  return value as string | number | boolean | undefined;
}

/** A quotient in lowest terms, by arithmetic of this file's own. */
export function fraction(n: bigint, d = 1n): string {
  const divisor = greatest(n < 0n ? -n : n, d);
  return d === divisor ? String(n / divisor) : `${String(n / divisor)}/${String(d / divisor)}`;
}

function greatest(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : greatest(b, a % b);
}
