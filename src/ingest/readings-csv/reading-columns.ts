import type { Listed, Quality } from '../../model/records.ts';
import type { RevisedReading } from './revised-reading.ts';

/** Where the parts of a reading stand. */
export interface ReadingSource {
  readonly meter: string;
  readonly seconds: number;
  readonly length: number;
  startAt(index: number): number;
  energyAt(index: number): bigint;
  qualityAt(index: number): Quality;
  lineAt(index: number): number;
  revisionAt(index: number): number | undefined;
}

/** Readings held in columns; each is made when it is asked for. */
export class ReadingColumns implements Listed<RevisedReading> {
  readonly #source: ReadingSource;

  constructor(source: ReadingSource) {
    this.#source = source;
  }

  get length(): number {
    return this.#source.length;
  }

  at(index: number): RevisedReading | undefined {
    const i = index < 0 ? this.length + index : index;
    return i >= 0 && i < this.length ? this.#reading(i) : undefined;
  }

  map<U>(of: (reading: RevisedReading, index: number) => U): U[] {
    return Array.from({ length: this.length }, (_, i) => of(this.#reading(i), i));
  }

  *[Symbol.iterator](): Generator<RevisedReading> {
    for (let i = 0; i < this.length; i += 1) yield this.#reading(i);
  }

  #reading(i: number): RevisedReading {
    const source = this.#source;
    const start = source.startAt(i);
    const revision = source.revisionAt(i);
    const reading = {
      meter: source.meter,
      start,
      end: start + source.seconds,
      energy: source.energyAt(i),
      quality: source.qualityAt(i),
      line: source.lineAt(i),
    };
    return revision === undefined ? reading : { ...reading, revision };
  }
}
