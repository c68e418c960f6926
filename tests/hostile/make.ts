import { gzipSync } from 'node:zlib';
import { type MemberOfZip, zipOf } from './zip-of.ts';

/** A hostile file that is made when it is needed: too large to keep, or better read as what it is made of. */
export interface Made {
  readonly folder: string;
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

const TABLE = 'start,kWh\n2025-01-01T00:00:00Z,1\n2025-01-01T01:00:00Z,2\n';
const SOUND: MemberOfZip = { name: 'january.csv', data: TABLE };
const MIB = 2 ** 20;
const zeros = (size: number) => Buffer.alloc(size, 0x30);
/** Bytes that do not pack: those of a linear congruential generator. */
function noise(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let i = 0, x = 1; i < size; i += 1) {
    x = (Math.imul(x, 1103515245) + 12345) >>> 0;
    bytes[i] = x >>> 24;
  }
  return bytes;
}

/** A sound member beside each hostile one: an archive is read whole or not at all. */
const zip = (name: string, ...members: readonly MemberOfZip[]): Made => ({
  folder: 'bare',
  name,
  bytes: () => zipOf(SOUND, ...members),
});
const archive = (name: string, bytes: () => Uint8Array): Made => ({ folder: 'bare', name, bytes });
const gzipped = () => gzipSync(TABLE);
const flipped = (bytes: Uint8Array, at: number) => {
  const other = Uint8Array.from(bytes);
  other[at] = (other[at] ?? 0) ^ 0xff;
  return other;
};

const NAMES = [
  zip('IN-ARCHIVE.path-traversal.zip', { name: '../../evil.csv' }),
  zip('IN-ARCHIVE.path-traversal-within.zip', { name: 'a/../../evil.csv' }),
  zip('IN-ARCHIVE.absolute-path.zip', { name: '/tmp/evil.csv' }),
  zip('IN-ARCHIVE.backslash.zip', { name: '..\\evil.csv' }),
  zip('IN-ARCHIVE.drive-letter.zip', { name: 'C:/evil.csv' }),
  zip('IN-ARCHIVE.nul-in-a-name.zip', { name: 'a.csv\0.png' }),
  zip('IN-ARCHIVE.traversal-by-a-folder.zip', { name: '../', data: '', method: 0 }),
  zip('IN-ARCHIVE.member-twice.zip', { name: 'january.csv', data: 'other' }),
  zip('IN-ARCHIVE.member-twice-by-a-dot.zip', { name: './january.csv', data: 'other' }),
  zip('IN-ARCHIVE.another-name-before-the-data.zip', { name: 'b.csv', localName: 'c.csv' }),
];

const KINDS = [
  zip('IN-ARCHIVE.symbolic-link.zip', { name: 'b.csv', data: '/etc/passwd', mode: 0o120777 }),
  zip('IN-ARCHIVE.device.zip', { name: 'b.csv', data: '', mode: 0o020666 }),
  zip('IN-ARCHIVE.encrypted.zip', { name: 'b.csv', flags: 0x801 }),
  zip('IN-ARCHIVE.packed-by-another-method.zip', { name: 'b.csv', method: 12 }),
  zip('IN-ARCHIVE.office-document.zip', { name: '[Content_Types].xml' }, { name: 'word/a.xml' }),
  archive('IN-ARCHIVE.no-members.zip', () => zipOf()),
  archive('IN-ARCHIVE.folders-only.zip', () => zipOf({ name: 'a/', data: '', method: 0 })),
];

const BROKEN = [
  zip('IN-ARCHIVE.check-sum.zip', { name: 'b.csv', crc: 1 }),
  zip('IN-ARCHIVE.unpacks-to-less.zip', { name: 'b.csv', size: 100 }),
  zip('IN-ARCHIVE.unpacks-to-more.zip', { name: 'b.csv', size: 2 }),
  zip('IN-ARCHIVE.stored-to-less.zip', { name: 'b.csv', method: 0, size: 100 }),
  zip('IN-ARCHIVE.another-size-before-the-data.zip', { name: 'b.csv', localSize: 3 }),
  zip('IN-ARCHIVE.offset-past-the-end.zip', { name: 'b.csv', offset: 10_000 }),
  archive('IN-ARCHIVE.truncated.zip', () => zipOf(SOUND, { name: 'b.csv' }).subarray(0, 150)),
  archive('IN-ARCHIVE.truncated-by-a-byte.zip', () => zipOf(SOUND).subarray(0, -1)),
  archive('IN-ARCHIVE.header-alone.zip', () => Buffer.from('PK\x03\x04')),
  archive('IN-ARCHIVE.broken-directory.zip', () => flipped(zipOf(SOUND), zipOf(SOUND).length - 60)),
  archive('IN-ARCHIVE.truncated.csv.gz', () => gzipped().subarray(0, -9)),
  archive('IN-ARCHIVE.check-sum.csv.gz', () => flipped(gzipped(), gzipped().length - 6)),
  archive('IN-ARCHIVE.another-size.csv.gz', () => flipped(gzipped(), gzipped().length - 2)),
  archive('IN-ARCHIVE.broken-data.csv.gz', () => flipped(gzipped(), 14)),
  archive('IN-ARCHIVE.header-alone.csv.gz', () => Buffer.from([0x1f, 0x8b])),
  archive('IN-ARCHIVE.bytes-after-the-end.csv.gz', () => Buffer.concat([gzipped(), noise(40)])),
];

const BOMBS = [
  zip('IN-ARCHIVE.bomb.zip', { name: 'b.csv', data: zeros(11 * MIB) }),
  archive('IN-ARCHIVE.bomb.csv.gz', () => gzipSync(zeros(11 * MIB))),
  archive('IN-ARCHIVE.bomb-beside-noise.zip', () =>
    zipOf({ name: 'a.csv', data: noise(MIB) }, { name: 'b.csv', data: zeros(30 * MIB) }),
  ),
  archive('IN-ARCHIVE.bomb-in-many-members.zip', () =>
    zipOf(
      ...Array.from({ length: 12 }, (_, i) => ({ name: `${String(i)}.csv`, data: zeros(MIB) })),
    ),
  ),
  archive('IN-ARCHIVE.bomb-in-two-steps.zip', () =>
    zipOf({ name: 'inner.zip', data: zipOf({ name: 'a.csv', data: zeros(11 * MIB) }) }),
  ),
  zip('IN-ARCHIVE.bomb-that-lies.zip', { name: 'b.csv', data: zeros(11 * MIB), size: 8 }),
  zip('IN-ARCHIVE.more-than-2-gib.zip', { name: 'b.csv', size: 2 ** 31 }),
  archive('IN-ARCHIVE.shared-data.zip', () =>
    zipOf(SOUND, { name: 'b.csv', offset: 0, localName: 'january.csv' }),
  ),
  archive('IN-ARCHIVE.more-than-10000-members.zip', () =>
    zipOf(...Array.from({ length: 10_001 }, (_, i) => ({ name: String(i), data: '', method: 0 }))),
  ),
  archive('IN-ARCHIVE.three-deep.zip', () =>
    zipOf({ name: 'b.zip', data: zipOf({ name: 'c.zip', data: zipOf(SOUND) }) }),
  ),
  archive('IN-ARCHIVE.gzip-three-deep.zip', () =>
    zipOf({ name: 'b.zip', data: zipOf({ name: 'c.csv.gz', data: gzipped() }) }),
  ),
  zip('IN-ARCHIVE.hostile-within.zip', { name: 'b.zip', data: zipOf({ name: '../evil.csv' }) }),
];

const LINE = 10 * MIB;
const LONG = [
  archive('IN-STRUCTURE.line-1.long-line-alone.csv', () => zeros(LINE)),
  archive('IN-STRUCTURE.line-4.long-line.csv', () =>
    Buffer.concat([Buffer.from(TABLE), zeros(LINE)]),
  ),
  archive('IN-STRUCTURE.line-4.long-line-after-bare-cr.csv', () =>
    Buffer.concat([Buffer.from(TABLE.replaceAll('\n', '\r')), zeros(LINE)]),
  ),
  archive('IN-STRUCTURE.line-4.long-line-in-utf-16.csv', () =>
    Buffer.from(`\ufeff${TABLE}${'0'.repeat(LINE)}`, 'utf16le'),
  ),
  {
    folder: 'bills',
    name: 'IN-STRUCTURE.line-2.long-line.csv',
    bytes: () =>
      Buffer.concat([Buffer.from('From,To,Usage\n'), zeros(LINE), Buffer.from('\n1,2,3')]),
  },
];

const PASSED: readonly Made[] = [
  archive('sound.ZIP', () => zipOf(SOUND)),
  archive('sound-stored.zip', () => zipOf({ ...SOUND, method: 0 })),
  archive('sound-sizes-after-the-data.zip', () => zipOf({ ...SOUND, flags: 0x808 })),
  archive('sound-archive-as.csv', () => zipOf(SOUND)),
  archive('sound.csv.gz', gzipped),
  archive('sound-zip-within.zip', () => zipOf({ name: 'b.zip', data: zipOf(SOUND) })),
  archive('sound-gzip-within.zip', () => zipOf({ name: 'b.csv.gz', data: gzipped() })),
  archive('sound-padded-with-zeros.csv.gz', () => Buffer.concat([gzipped(), Buffer.alloc(512)])),
  zip(
    'IN-ARCHIVE.info.folders-and-macos.zip',
    { name: 'a/', data: '', method: 0 },
    { name: '__MACOSX/._january.csv', data: noise(80) },
    { name: 'a/.DS_Store', data: noise(80) },
  ),
  {
    folder: 'bills',
    name: 'sound.zip',
    bytes: () =>
      zipOf(
        { name: '1.csv', data: 'From,To,Usage\n01/01/2025,01/31/2025,1\n' },
        { name: '2.csv', data: 'From,To,Usage\n02/01/2025,02/28/2025,2\n' },
      ),
  },
];

export const MADE: readonly Made[] = [...NAMES, ...KINDS, ...BROKEN, ...BOMBS, ...LONG, ...PASSED];
