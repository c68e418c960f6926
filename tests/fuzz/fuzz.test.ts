import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { addGiven, noExtractions } from '../../src/ingest/extractions.ts';
import type { InputFile } from '../../src/ingest/input-file.ts';
import { joinAll } from '../../src/ingest/join.ts';
import { openFile } from '../../src/ingest/open/open.ts';
import { readInput } from '../../src/ingest/read.ts';
import { inspectInput, inspectReadings, PROFILES } from '../../src/ingest/recognise/inspect.ts';
import type { Finding } from '../../src/model/finding.ts';
import { CONTEXT } from '../ingest/given.ts';
import { KIND_SEEDS, type Seed } from './kind-seeds.ts';
import { type Chance, chance, mutated } from './mutate.ts';
import { PACKED_SEEDS, PROFILE_SEEDS } from './profile-seeds.ts';
import { changedWorkbook, zipOf } from './workbook.ts';

/** `FUZZ_SEED=7 FUZZ_RUNS=5000` look further than the tests do each time. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_250_309);
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 40);
/** Milliseconds that one small file may take. */
const LIMIT = 2000;
/** Milliseconds for all files of a test. */
const TIMEOUT = 60_000 + RUNS * 200;

const SEEDS: readonly (readonly [string, Seed])[] = [
  ...Object.entries(KIND_SEEDS),
  ...PROFILES.flatMap(({ id }) => {
    const seed = PROFILE_SEEDS[id];
    return seed ? [[id, seed] as const] : [];
  }),
];
const ALL = SEEDS.map(([, { bytes }]) => bytes);

function fileOf(bytes: Uint8Array): InputFile {
  return { path: 'data', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function refuseEndless(value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a number is endless');
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  const parts: Iterable<unknown> = Symbol.iterator in value ? (value as []) : Object.values(value);
  for (const part of parts) refuseEndless(part);
}

function refuseUnplaced(findings: readonly Finding[]): void {
  for (const { at, message } of findings) {
    const isPlaced = at.file?.startsWith('data') === true;
    if (!isPlaced || /\bundefined\b|\bNaN\b|\[object/.test(message)) {
      throw new Error(`a finding is not sound: ${message} ${JSON.stringify(at)}`);
    }
  }
}

/** Everything that the program makes of one file: by the workspace where there is an input, and by recognition. */
async function recordsOf(
  bytes: Buffer,
  { input, context = CONTEXT }: Partial<Seed> = {},
): Promise<number> {
  const { files, findings } = await openFile(fileOf(bytes));
  refuseUnplaced(findings);
  let records = 0;
  for (const file of files) {
    if (input) {
      const all = noExtractions();
      addGiven(all, readInput(file, input, context));
      const joined = joinAll(all);
      refuseEndless(joined.records);
      refuseUnplaced(joined.findings);
    }
    const timezone = bytes.length % 2 === 0 ? { timezone: 'Europe/London' } : {};
    const seen = input ? inspectInput(file, input, context) : inspectReadings(file, timezone);
    refuseEndless(seen.series);
    refuseUnplaced(seen.findings);
    records += seen.records;
  }
  return records;
}

function shown(bytes: Buffer): string {
  return `${String(bytes.length)} bytes: ${JSON.stringify(bytes.toString('latin1').slice(0, 3000))}`;
}

/** What went wrong with changed files, each with the seed that makes it again. */
async function faultsOf(
  name: string,
  change: (by: Chance) => Buffer,
  read: (bytes: Buffer) => Promise<number>,
): Promise<readonly string[]> {
  const from = SEED + parseInt(createHash('sha256').update(name).digest('hex').slice(0, 6), 16);
  const faults: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const bytes = change(chance(from + run));
    const told = `${name}, FUZZ_SEED=${String(SEED)}, run ${String(run)}, ${shown(bytes)}`;
    const started = performance.now();
    try {
      await read(bytes);
      const taken = performance.now() - started;
      if (taken > LIMIT) faults.push(`${taken.toFixed(0)} ms for ${told}`);
    } catch (error) {
      faults.push(`${error instanceof Error ? (error.stack ?? '') : String(error)} for ${told}`);
    }
  }
  return faults;
}

test('every kind of input and every profile has a seed: add one where this fails', () => {
  const schema = JSON.parse(readFileSync('schemas/workspace.schema.json', 'utf8')) as {
    $defs: Record<string, { properties?: { kind?: { const?: string } } }>;
  };
  const kinds = Object.entries(schema.$defs)
    .filter(([name]) => name.endsWith('Input'))
    .map(([, { properties }]) => properties?.kind?.const)
    .filter((kind) => kind !== 'profile');
  expect(kinds.length).toBeGreaterThan(10);
  expect(Object.keys(KIND_SEEDS).sort()).toEqual(kinds.sort());
  const without = PROFILES.map(({ id }) => id).filter((id) => PROFILE_SEEDS[id] === undefined);
  expect(without).toEqual([]);
});

test.each(SEEDS)('the seed of %s is read', async (_, seed) => {
  expect(await recordsOf(seed.bytes, seed)).toBeGreaterThan(0);
});

test.each(SEEDS)(
  '%s reads or refuses whatever it is given',
  async (name, seed) => {
    const change = (by: Chance) => mutated(seed.bytes, by, by.pick(ALL));
    expect(await faultsOf(name, change, (file) => recordsOf(file, seed))).toEqual([]);
  },
  TIMEOUT,
);

test.each(SEEDS)(
  'a changed %s is recognised or refused',
  async (name, { bytes }) => {
    const change = (by: Chance) => mutated(bytes, by, by.pick(ALL));
    expect(await faultsOf(`recognised ${name}`, change, (file) => recordsOf(file))).toEqual([]);
  },
  TIMEOUT,
);

const PACKED = Object.entries({
  ...PACKED_SEEDS,
  archive: zipOf({ 'a.csv': ALL[0] ?? '', 'folder/b.zip': zipOf({ 'c.csv': ALL[1] ?? '' }) }),
});

test.each(PACKED)(
  'the bytes of a changed %s are opened or refused',
  async (name, bytes) => {
    const change = (by: Chance) => mutated(bytes, by, by.pick(ALL));
    expect(await faultsOf(name, change, (file) => recordsOf(file))).toEqual([]);
  },
  TIMEOUT,
);

test(
  'the sheet of a workbook is read or refused, whatever it says',
  async () => {
    const seed = PROFILE_SEEDS['portfolio-manager'];
    const change = (by: Chance) => changedWorkbook((sheet) => mutated(sheet, by, by.pick(ALL)));
    const read = (file: Buffer) => recordsOf(file, seed);
    expect(await faultsOf('sheet', change, read)).toEqual([]);
    expect(await faultsOf('sheet recognised', change, (file) => recordsOf(file))).toEqual([]);
  },
  TIMEOUT,
);

test(
  'changed files within an archive are recognised or refused',
  async () => {
    const member = (by: Chance) => mutated(by.pick(ALL), by, by.pick(ALL));
    const change = (by: Chance) => zipOf({ 'a.csv': member(by), 'b/c.xml': member(by) });
    expect(await faultsOf('members', change, (file) => recordsOf(file))).toEqual([]);
  },
  TIMEOUT,
);
