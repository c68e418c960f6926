import { gunzip, type InputType, type Zlib, type ZlibOptions } from 'node:zlib';
import { grouped } from '../wording.ts';
import { ArchiveFault } from './archive-fault.ts';
import { type Budget, RATIO } from './archive-limits.ts';

/** What was unpacked, and how many bytes of the input were used for it. */
interface Unpacked {
  readonly buffer: Uint8Array;
  readonly engine: Zlib & { readonly bytesWritten: number };
}
type Informed = (
  input: InputType,
  options: ZlibOptions,
  done: (error: Error | null, result: unknown) => void,
) => void;

const FAULTS: Readonly<Record<string, string>> = {
  Z_BUF_ERROR: 'it is cut off',
  Z_DATA_ERROR: 'its check sum or its packed data are wrong',
  ERR_BUFFER_TOO_LARGE: `it unpacks to more than 2 GiB, or to more than ${String(RATIO)} times its size, as no table does`,
};

/** The one file in a gzip archive, which keeps check sum and size of what it packs. Throws an ArchiveFault. */
export async function gunzipped(bytes: Uint8Array, budget: Budget): Promise<Uint8Array> {
  budget.take(1);
  const { buffer, engine } = await unpack(bytes, budget.room(bytes.length));
  const rest = bytes.subarray(engine.bytesWritten);
  // tapes and block devices pad with zeros
  if (rest.some((byte) => byte !== 0)) {
    throw new ArchiveFault(`${grouped(rest.length)} bytes that are not packed follow its end`);
  }
  budget.unpack(buffer.length, bytes.length, 'its file');
  return buffer;
}

function unpack(bytes: Uint8Array, maxOutputLength: number): Promise<Unpacked> {
  return new Promise((resolve, reject) => {
    const options = { maxOutputLength, info: true };
    (gunzip as Informed)(bytes, options, (error, result) => {
      if (!error) resolve(result as Unpacked);
      else
        reject(
          new ArchiveFault(FAULTS[codeOf(error)] ?? `it cannot be unpacked (${error.message})`),
        );
    });
  });
}

function codeOf(error: NodeJS.ErrnoException): string {
  return error.code ?? '';
}
