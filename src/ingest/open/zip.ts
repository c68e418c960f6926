import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type LocalFileHeader, type ZipFile } from 'yauzl';
import { quoted } from '../wording.ts';
import { ArchiveFault } from './archive-fault.ts';
import type { Budget } from './archive-limits.ts';
import { directoryOf, type Member } from './zip-directory.ts';

/** A file of an archive, unpacked, by its path within it. */
export interface UnpackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of a zip archive, and how many members are none. Throws an ArchiveFault: then nothing of it can be trusted. */
export async function unzipped(
  bytes: Uint8Array,
  budget: Budget,
): Promise<{ files: UnpackedFile[]; passedOver: string[] }> {
  const zip = await openZip(bytes);
  const { members, passedOver } = await directoryOf(zip, bytes.length, budget);
  const files: UnpackedFile[] = [];
  for (const member of members) {
    files.push({ path: member.path, bytes: await contentOf(zip, member) });
  }
  return { files, passedOver };
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // names are decoded and judged by memberPath, which names the member
    return await fromBufferPromise(buffer, { decodeStrings: false });
  } catch (error) {
    throw new ArchiveFault(`it is cut off or holds no directory (${whyOf(error)})`);
  }
}

async function contentOf(zip: ZipFile, { entry, path }: Member): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  try {
    refuseOther(entry, await zip.readLocalFileHeaderPromise(entry));
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  } catch (error) {
    throw new ArchiveFault(`its member ${quoted(path)} cannot be unpacked (${whyOf(error)})`);
  }
  const content = Buffer.concat(chunks);
  if (crc32(content) === entry.crc32) return content;
  throw new ArchiveFault(`its member ${quoted(path)} does not agree with its check sum`);
}

/** Sizes and check sum follow the data; what stands before it is blank. */
const FOLLOWS = 0x8;
const IN_64_BITS = 0xffffffff;

/** What stands before a member must be what the directory says of it: programs differ in which of them they believe. */
function refuseOther(entry: Entry, local: LocalFileHeader): void {
  const isSame =
    local.fileName.equals(entry.fileNameRaw) && local.compressionMethod === entry.compressionMethod;
  if (!isSame) throw new Error('another name or method stands before it than in the directory');
  if ((local.generalPurposeBitFlag & FOLLOWS) !== 0) return;
  const agrees = (here: number, there: number) => here === there || here === IN_64_BITS;
  const hasSizes =
    agrees(local.compressedSize, entry.compressedSize) &&
    agrees(local.uncompressedSize, entry.uncompressedSize);
  if (!hasSizes) throw new Error('another size stands before it than in the directory');
  if (local.crc32 !== entry.crc32) {
    throw new Error('another check sum stands before it than in the directory');
  }
}

function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
