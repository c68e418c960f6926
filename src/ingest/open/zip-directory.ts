import { type Entry, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { quoted } from '../wording.ts';
import { ArchiveFault } from './archive-fault.ts';
import type { Budget } from './archive-limits.ts';
import { isPassedOver, memberPath } from './member-name.ts';

/** A file that the directory of a zip archive names. */
export interface Member {
  readonly path: string;
  readonly entry: Entry;
}

/** Bytes before the data of a member, its name aside. */
const LOCAL_HEADER = 30;
const STORED = 0;
const DEFLATED = 8;
/** The kinds of file that Unix keeps in the upper half of the attributes. */
const KIND = 0xf000;
const REGULAR = 0x8000;
const FOLDER = 0x4000;
const LINK = 0xa000;
/** Members by which documents of office programs are known. */
const OFFICE = ['[Content_Types].xml', 'mimetype'];

/** What a zip archive holds by its directory, before anything is unpacked. Throws an ArchiveFault. */
export async function directoryOf(
  zip: ZipFile,
  size: number,
  budget: Budget,
): Promise<{ members: Member[]; passedOver: string[] }> {
  budget.take(zip.entryCount);
  const all = await entriesOf(zip);
  refuseOverlaps(all, size);
  for (const { path, entry } of all) {
    refuseUnfit(path, entry);
    budget.unpack(entry.uncompressedSize, entry.compressedSize, `its member ${quoted(path)}`);
  }
  const members = all.filter(({ name }) => !isPassedOver(name));
  refuseTwice(members);
  return {
    members,
    passedOver: all.filter(({ name }) => isPassedOver(name)).map(({ name }) => name),
  };
}

interface NamedEntry extends Member {
  /** As written: a folder ends in a slash. */
  readonly name: string;
}

async function entriesOf(zip: ZipFile): Promise<NamedEntry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ArchiveFault(`its directory is broken (${why})`);
  }
  return entries.map((entry) => {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
    return { name, path: memberPath(name), entry };
  });
}

function refuseUnfit(path: string, entry: Entry): void {
  const refuse = (what: string) => {
    throw new ArchiveFault(`its member ${quoted(path)} ${what}`);
  };
  const kind = (entry.externalFileAttributes >>> 16) & KIND;
  if (kind === LINK) refuse('is a symbolic link');
  if (![0, REGULAR, FOLDER].includes(kind)) refuse('is no regular file');
  if (entry.isEncrypted()) refuse('is encrypted');
  const { compressionMethod: method } = entry;
  if (method !== STORED && method !== DEFLATED) {
    refuse(`is packed by method ${String(method)}, where deflate or none is read`);
  }
  if (OFFICE.includes(path)) refuse('shows that it is a document of an office program');
}

function refuseTwice(members: readonly Member[]): void {
  const seen = new Set<string>();
  for (const { path } of members) {
    const key = path.normalize();
    if (seen.has(key)) throw new ArchiveFault(`its member ${quoted(path)} stands in it twice`);
    seen.add(key);
  }
}

/** Members that share their data are how a small archive unpacks without end. */
function refuseOverlaps(entries: readonly NamedEntry[], size: number): void {
  const sorted = [...entries].sort((a, b) => beginOf(a) - beginOf(b));
  sorted.forEach((one, i) => {
    const end = beginOf(one) + LOCAL_HEADER + one.entry.fileNameLength + one.entry.compressedSize;
    const next = sorted[i + 1];
    const limit = next ? beginOf(next) : size;
    if (end <= limit) return;
    const past = next ? `overlaps its member ${quoted(next.path)}` : 'goes on past its end';
    throw new ArchiveFault(`its member ${quoted(one.path)} ${past}`);
  });
}

function beginOf({ entry }: NamedEntry): number {
  return entry.relativeOffsetOfLocalHeader;
}
