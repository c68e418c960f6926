import { grouped } from '../wording.ts';
import { ArchiveFault } from './archive-fault.ts';

/** Members of an archive, those of archives within it included. */
export const MEMBERS = 10_000;
/** Bytes that an archive may hold unpacked: 2 GiB. */
export const UNPACKED = 2 ** 31;
/** Times the packed size that may come out of an archive, once more than `FREE` bytes have. */
export const RATIO = 200;
/** 10 MiB: tables of zeros pack a thousandfold and do no harm while they are small. */
export const FREE = 10 * 2 ** 20;
/** Archives within one another: one within an archive, and none deeper. */
export const DEPTH = 2;

/** What may still come out of one file, through whatever archives stand in it. */
export class Budget {
  readonly #packed: number;
  #members = 0;
  #unpacked = 0;

  /** For a file of so many bytes. */
  constructor(packed: number) {
    this.#packed = packed;
  }

  /** Takes members before they are unpacked. Throws an ArchiveFault when there are too many. */
  take(members: number): void {
    this.#members += members;
    if (this.#members > MEMBERS) {
      throw new ArchiveFault(`it holds more than ${grouped(MEMBERS)} members`);
    }
  }

  /** Takes bytes before they are unpacked. Throws an ArchiveFault where that is too much. */
  unpack(bytes: number, packed: number, whose: string): void {
    this.#unpacked += bytes;
    if (this.#unpacked > UNPACKED) {
      throw new ArchiveFault(`${whose} brings it to more than 2 GiB unpacked`);
    }
    if (bytes > allowance(packed) || this.#unpacked > allowance(this.#packed)) {
      const ratio = `${String(RATIO)} times its size`;
      throw new ArchiveFault(`${whose} unpacks to more than ${ratio}, as no table does`);
    }
  }

  /** How many bytes so many packed ones may still become. */
  room(packed: number): number {
    const allowed = Math.min(UNPACKED, allowance(this.#packed)) - this.#unpacked;
    return Math.max(Math.min(allowed, allowance(packed)), 0);
  }
}

function allowance(packed: number): number {
  return Math.max(FREE, RATIO * packed);
}
