import { createHash } from 'node:crypto';
import type { Place } from '../../model/finding.ts';

/** Bytes of a block header. */
export const HEADER_BYTES = 80;

/** A block header with the place where it stands; hashes as nodes print them. */
export interface BlockHeader {
  readonly hash: string;
  readonly previous: string;
  readonly time: number;
  /** The target in its compact form. */
  readonly bits: string;
  readonly place: Pick<Place, 'line' | 'element'>;
  /** Where the file states it. */
  readonly height?: number;
  /** Work of the chain up to this block, where the file states it. */
  readonly chainWork?: bigint;
}

/** The header that 80 bytes hold. */
export function headerOf(
  bytes: Buffer,
  stated: Pick<BlockHeader, 'place' | 'height' | 'chainWork'>,
): BlockHeader {
  return {
    ...stated,
    hash: printed(sha256(sha256(bytes))),
    previous: printed(bytes.subarray(4, 36)),
    time: bytes.readUInt32LE(68),
    bits: bytes.readUInt32LE(72).toString(16).padStart(8, '0'),
  };
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** Nodes print hashes with the last byte first. */
function printed(bytes: Uint8Array): string {
  return Buffer.from(bytes).reverse().toString('hex');
}

/** The bytes of a hash that a node printed. */
export function hashBytes(text: string): Buffer {
  return Buffer.from(text, 'hex').reverse();
}
