import type { Quality } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { ZERO } from '../../units/rational.ts';
import type { Stamp } from '../clock/date-pattern.ts';
import { ScaledIntegers } from './scaled-integers.ts';

const FIRST = 1024;
const QUALITIES: readonly Quality[] = ['unstated', 'actual', 'estimated'];
const BLANK = 4;
const END_OF_DAY = 8;

/** One row as it is added. */
export interface ColumnRow {
  readonly line: number;
  readonly stamp: Stamp;
  /** Undefined where the cell is blank. */
  readonly joules: Rational | undefined;
  readonly quality: Quality;
  readonly revision: number | undefined;
  /** The stamp as written, where it may have to be named. */
  readonly text: string | undefined;
}

/** Rows of one series in the order of the file, a few bytes each. */
export class RowColumns {
  readonly energies = new ScaledIntegers();
  /** Wall time of the stamp, in seconds. */
  walls = new Float64Array(FIRST);
  /** Offset that the stamp carries, in seconds. */
  offsets = new Int32Array(FIRST);
  lines = new Uint32Array(FIRST);
  /** NaN where there is none. */
  revisions = new Float64Array(FIRST);
  readonly #texts = new Map<number, string>();
  #flags = new Uint8Array(FIRST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push({ line, stamp, joules, quality, revision, text }: ColumnRow): void {
    const i = this.#length;
    if (i === this.walls.length) this.#grow();
    this.walls[i] = stamp.wall;
    this.offsets[i] = stamp.offset ?? 0;
    this.lines[i] = line;
    this.revisions[i] = revision ?? Number.NaN;
    this.#flags[i] =
      QUALITIES.indexOf(quality) +
      (joules === undefined ? BLANK : 0) +
      (stamp.isEndOfDay ? END_OF_DAY : 0);
    if (text !== undefined) this.#texts.set(i, text);
    this.energies.push(joules ?? ZERO);
    this.#length += 1;
  }

  isBlank(i: number): boolean {
    return ((this.#flags[i] ?? 0) & BLANK) !== 0;
  }

  isEndOfDay(i: number): boolean {
    return ((this.#flags[i] ?? 0) & END_OF_DAY) !== 0;
  }

  textAt(i: number): string {
    return this.#texts.get(i) ?? '';
  }

  qualityAt(i: number): Quality {
    return QUALITIES[(this.#flags[i] ?? 0) & 3] ?? 'unstated';
  }

  #grow(): void {
    this.walls = grown(this.walls, Float64Array);
    this.offsets = grown(this.offsets, Int32Array);
    this.lines = grown(this.lines, Uint32Array);
    this.revisions = grown(this.revisions, Float64Array);
    this.#flags = grown(this.#flags, Uint8Array);
  }
}

function grown<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(
  cells: T,
  make: new (length: number) => T,
): T {
  const larger = new make(cells.length * 2);
  larger.set(cells);
  return larger;
}
