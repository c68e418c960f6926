import type { HourColumn } from '../../model/column.ts';
import type { LedgerColumn, LedgerDocument, LedgerStep } from '../../model/documents/ledger.ts';
import { instantText } from '../../model/time.ts';
import { decimalText } from '../../units/rounding.ts';
import type { Step } from './step.ts';

/** The file that carries a column's cells. */
export interface ColumnFile {
  readonly file: string;
  readonly file_sha256: string;
}

/** A closed ledger, and the id that each of its steps was given. */
export interface ClosedLedger {
  readonly document: LedgerDocument;
  /** Throws a RangeError for a step that no root reaches. */
  readonly idOf: (step: Step) => string;
}

const COMMUTATIVE: ReadonlySet<Step['op']> = new Set(['sum', 'product', 'minimum', 'maximum']);

/** Every step that the roots reach, inputs before users. Iterative: a chain of allocations can be thousands deep. */
function reachable(roots: readonly Step[]): Step[] {
  const done = new Set<Step>();
  const stack = roots.map((step) => ({ step, isOpen: false }));
  while (stack.length > 0) {
    const { step, isOpen } = stack.pop() ?? { step: undefined, isOpen: false };
    if (!step || done.has(step)) continue;
    if (isOpen) {
      done.add(step);
      continue;
    }
    stack.push({ step, isOpen: true });
    for (const input of step.inputs) {
      if (!done.has(input)) stack.push({ step: input, isOpen: false });
    }
  }
  return [...done];
}

/** The steps by the longest way down to a leaf: leaves first. */
function byLevel(ordered: readonly Step[]): Step[][] {
  const levelOf = new Map<Step, number>();
  const levels: Step[][] = [];
  for (const step of ordered) {
    const level = step.inputs.reduce(
      (deepest, i) => Math.max(deepest, 1 + (levelOf.get(i) ?? 0)),
      0,
    );
    levelOf.set(step, level);
    (levels[level] ??= []).push(step);
  }
  return levels;
}

/** The step's form without its id: two steps with the same content are one. */
function contentOf(step: Step, numberOf: ReadonlyMap<Step, number>): Omit<LedgerStep, 'id'> {
  const numbers = step.inputs.map((input) => numberOf.get(input) ?? 0);
  if (COMMUTATIVE.has(step.op)) numbers.sort((a, b) => a - b);
  const { column } = step;
  return {
    op: step.op,
    inputs: numbers.map((n) => `s-${String(n)}`),
    value: decimalText(step.value),
    unit: step.unit,
    name: step.name,
    ...(step.formula !== undefined && { formula: step.formula }),
    ...(step.cites && { cites: [...step.cites] }),
    ...(step.factor && { factor: step.factor }),
    ...(step.evidence && {
      evidence: step.evidence.map(({ file, sha256, at }) => ({ file, sha256, at })),
    }),
    ...(column && {
      column: {
        id: column.id,
        from: instantText(column.start),
        to: instantText(column.end),
        ...(column.with && { with: [...column.with] }),
      },
    }),
  };
}

function columnsOf(
  columns: readonly HourColumn[],
  files: ReadonlyMap<string, ColumnFile>,
): LedgerColumn[] {
  return [...columns]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((column) => {
      const file = files.get(column.id);
      if (!file) throw new RangeError(`no file carries the column ${column.id}`);
      return {
        id: column.id,
        site: column.site,
        quantity: column.quantity,
        unit: column.unit,
        scale: column.scale.toString(),
        file: file.file,
        file_sha256: file.file_sha256,
        start: instantText(column.start),
        hours: column.cells.length,
        inputs: column.inputs.map(({ file: input, sha256 }) => ({ file: input, sha256 })),
        counts: column.counts,
        ...(column.derived && { derived: column.derived }),
      };
    });
}

/**
 * The ledger document of the steps that the roots reach, and of all columns handed in. Identical steps are one; ids are
 * given by content from the leaves up, so that neither the order of creation nor of the roots changes a byte.
 */
export function closeLedger(
  roots: readonly Step[],
  columns: readonly HourColumn[],
  columnFiles: ReadonlyMap<string, ColumnFile>,
): ClosedLedger {
  const numberOf = new Map<Step, number>();
  const steps: LedgerStep[] = [];
  for (const level of byLevel(reachable(roots))) {
    const contents = level.map((step) => {
      const content = contentOf(step, numberOf);
      return { step, content, key: sortKey(content) };
    });
    contents.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    let last: string | undefined;
    for (const { step, content, key } of contents) {
      if (key !== last) steps.push({ id: `s-${String(steps.length + 1)}`, ...content });
      last = key;
      numberOf.set(step, steps.length);
    }
  }
  const document: LedgerDocument = {
    hashprint: 1,
    columns: columnsOf(columns, columnFiles),
    steps,
  };
  const known = new Set(document.columns.map(({ id }) => id));
  for (const { column } of steps) {
    const strange = column && [column.id, ...(column.with ?? [])].find((id) => !known.has(id));
    if (strange !== undefined) throw new RangeError(`unknown column ${strange}`);
  }
  const idOf = (step: Step): string => {
    const number = numberOf.get(step);
    if (number === undefined) throw new RangeError(`${step.name} is not part of this ledger`);
    return `s-${String(number)}`;
  };
  return { document, idOf };
}

/** Sorts steps of one level: by operation and name first, so that ids read in an order that a person expects. */
function sortKey(content: Omit<LedgerStep, 'id'>): string {
  return JSON.stringify([
    content.op,
    content.name,
    content.unit,
    content.value,
    content.inputs,
    content.formula ?? null,
    content.cites ?? null,
    content.factor ? sortedEntries(content.factor) : null,
    content.evidence?.map(({ file, sha256, at }) => [file, sha256, sortedEntries(at)]) ?? null,
    content.column ? sortedEntries(content.column) : null,
  ]);
}

function sortedEntries(record: object): [string, unknown][] {
  return Object.entries(record as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
}
