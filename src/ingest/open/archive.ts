import { createHash } from 'node:crypto';
import { type Finding, finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { counted, listed } from '../wording.ts';
import { ArchiveFault } from './archive-fault.ts';
import { Budget, DEPTH } from './archive-limits.ts';
import { gunzipped } from './gzip.ts';
import type { Opened } from './opened.ts';
import { beginsWith } from './signature.ts';
import { type UnpackedFile, unzipped } from './zip.ts';

/** A member, the end of an empty directory, and the mark of a part of several. */
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];
const GZIP = [0x1f, 0x8b];

/** How deep a file lies in archives, and what may still come out of the outermost. */
export interface Nesting {
  readonly depth: number;
  readonly budget: Budget;
}

/** Opens a member of an archive. */
export type OpenMember = (file: InputFile, within: Nesting) => Promise<Opened>;

/** True for a zip or gzip archive. */
export function isArchive({ bytes }: InputFile): boolean {
  return ZIP.some((head) => beginsWith(bytes, head)) || beginsWith(bytes, GZIP);
}

/**
 * The members of an archive, each opened in turn; all of them or none. What is refused within it refuses it whole: an
 * archive of which one part cannot be trusted was not made by the program that made the others.
 */
export async function membersOf(
  file: InputFile,
  open: OpenMember,
  within: Nesting = { depth: 0, budget: new Budget(file.bytes.length) },
): Promise<Opened> {
  const nesting = { ...within, depth: within.depth + 1 };
  try {
    const { files, findings } = await unpacked(file, nesting);
    const opened: Opened[] = [];
    for (const member of files) opened.push(await open(member, nesting));
    const told = [...findings, ...opened.flatMap((one) => one.findings)];
    return {
      files: told.some(isRefusal) ? [] : opened.flatMap((one) => one.files),
      findings: told,
    };
  } catch (fault) {
    if (!(fault instanceof ArchiveFault)) throw fault;
    return { files: [], findings: [refusal(file, fault)] };
  }
}

async function unpacked(file: InputFile, { depth, budget }: Nesting): Promise<Opened> {
  if (depth > DEPTH) throw new ArchiveFault('it stands in an archive within an archive');
  const { files, passedOver } = beginsWith(file.bytes, GZIP)
    ? { files: [await onlyFile(file, budget)], passedOver: [] }
    : await unzipped(file.bytes, budget);
  if (files.length === 0) throw new ArchiveFault('it holds no file');
  return {
    files: files.map(({ path, bytes }) => ({
      path: `${file.path}/${path}`,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes,
    })),
    findings: passedOver.length === 0 ? [] : [told(file, passedOver)],
  };
}

/** Named by its archive: the name that gzip may keep is not that of the file that a person sees. */
async function onlyFile({ path, bytes }: InputFile, budget: Budget): Promise<UnpackedFile> {
  const name = path.split('/').at(-1) ?? path;
  return { path: name.replace(/\.gz$/i, ''), bytes: await gunzipped(bytes, budget) };
}

function told({ path }: InputFile, names: readonly string[]): Finding {
  const are = names.length === 1 ? 'was' : 'were';
  const message = `${counted(names.length, 'member')} of ${path} ${are} passed over, as folders or additions of macOS: ${listed(names)}.`;
  return finding('IN-ARCHIVE', 'info', message, { file: path });
}

function refusal({ path }: InputFile, { message: why }: ArchiveFault): Finding {
  const message = `The archive ${path} was refused: ${why}. Nothing of it was read; pack the exports again as a plain zip, or give them unpacked.`;
  return finding('IN-ARCHIVE', 'critical', message, { file: path });
}

function isRefusal({ code, severity }: Finding): boolean {
  return code === 'IN-ARCHIVE' && severity === 'critical';
}
