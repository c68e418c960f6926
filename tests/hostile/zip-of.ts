import { crc32, deflateRawSync } from 'node:zlib';

/** A member as it is to stand in an archive; what a sound one would have stands in place of what is left out. */
export interface MemberOfZip {
  readonly name: string;
  readonly data?: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  /** Mode of Unix, as in `0o120777` for a link. */
  readonly mode?: number;
  readonly crc?: number;
  readonly size?: number;
  /** Name, size and offset as told elsewhere than in the directory. */
  readonly localName?: string;
  readonly localSize?: number;
  readonly offset?: number;
}

const u16 = (n: number) => [n & 0xff, (n >> 8) & 0xff];
const u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)];
const signature = (a: number, b: number) => [0x50, 0x4b, a, b];

/** The bytes of a zip archive with whatever its members claim, which no writer of archives would write. */
export function zipOf(...members: readonly MemberOfZip[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const member of members) {
    const data = Buffer.from(member.data ?? 'a,b\n1,2\n');
    const method = member.method ?? 8;
    const packed = method === 8 ? deflateRawSync(data) : data;
    const { size = data.length, crc = crc32(data), flags = 0x800 } = member;
    const about = (told: number) =>
      [u16(flags), u16(method), u32(0x58210000), u32(crc), u32(packed.length), u32(told)].flat();
    const localName = Buffer.from(member.localName ?? member.name);
    const name = Buffer.from(member.name);
    const local = [
      ...signature(3, 4),
      ...u16(20),
      ...about(member.localSize ?? size),
      ...u16(localName.length),
      ...u16(0),
    ];
    const central = [
      ...signature(1, 2),
      ...u16(member.mode === undefined ? 20 : 0x314),
      ...u16(20),
      ...about(size),
      ...u16(name.length),
      ...[0, 0, 0, 0, 0, 0, 0, 0],
      ...u32(((member.mode ?? 0) << 16) >>> 0),
      ...u32(member.offset ?? at),
    ];
    parts.push(Buffer.from(local), localName, packed);
    directory.push(Buffer.from(central), name);
    at += local.length + localName.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = u16(members.length);
  const end = [...signature(5, 6), 0, 0, 0, 0, ...count, ...count, ...u32(listed.length)];
  return Buffer.concat([...parts, listed, Buffer.from([...end, ...u32(at), 0, 0])]);
}
