import type { Rational } from '../../units/rational.ts';
import { scaled } from '../scale.ts';

const FIRST = 1024;
const LIMIT = 1n << 63n;

/** Exact values as integers at one scale, which grows with what is added. Held in 64 bits while they fit. */
export class ScaledIntegers {
  #scale = 1n;
  #cells: BigInt64Array | bigint[] = new BigInt64Array(FIRST);
  #length = 0;

  /** What each integer is divided by. */
  get scale(): bigint {
    return this.#scale;
  }

  push(value: Rational): void {
    if (this.#scale % value.d !== 0n)
      this.#raise((this.#scale / gcd(this.#scale, value.d)) * value.d);
    this.#set(this.#length, scaled(value, this.#scale));
    this.#length += 1;
  }

  at(index: number): bigint {
    return this.#cells[index] ?? 0n;
  }

  #raise(scale: bigint): void {
    const factor = scale / this.#scale;
    this.#scale = scale;
    for (let i = 0; i < this.#length; i += 1) this.#set(i, this.at(i) * factor);
  }

  #set(index: number, cell: bigint): void {
    if (Array.isArray(this.#cells)) {
      this.#cells[index] = cell;
      return;
    }
    if (cell >= LIMIT || cell < -LIMIT) {
      this.#cells = Array.from(this.#cells.subarray(0, this.#length));
      this.#cells[index] = cell;
      return;
    }
    if (index >= this.#cells.length) {
      const larger = new BigInt64Array(this.#cells.length * 2);
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[index] = cell;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
