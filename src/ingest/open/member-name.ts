import { ArchiveFault } from './archive-fault.ts';
import { quoted } from '../wording.ts';

const CONTROL = /\p{Cc}/u;

/** The path of a member within its archive. Throws an ArchiveFault for a name that could lead out of it. */
export function memberPath(name: string): string {
  const fault = faultOf(name);
  if (fault !== undefined)
    throw new ArchiveFault(`the name of its member ${quoted(name)} ${fault}`);
  return partsOf(name).join('/');
}

function faultOf(name: string): string | undefined {
  if (CONTROL.test(name)) return 'holds a control character';
  if (name.includes('\\')) return 'holds a backslash';
  if (name.startsWith('/')) return 'is an absolute path';
  if (/^[a-z]:/i.test(name)) return 'names a drive';
  if (name.split('/').includes('..')) return 'leads out of the archive';
  return partsOf(name).length === 0 ? 'names no file' : undefined;
}

function partsOf(name: string): string[] {
  return name.split('/').filter((part) => part !== '' && part !== '.');
}

/** Whether a member is a folder, or what macOS adds to an archive. */
export function isPassedOver(name: string): boolean {
  const parts = partsOf(name);
  const last = parts.at(-1) ?? '';
  const isOfMac = parts[0] === '__MACOSX' || last === '.DS_Store' || last.startsWith('._');
  return name.endsWith('/') || isOfMac;
}
