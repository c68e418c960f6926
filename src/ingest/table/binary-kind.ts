/** First bytes, or bytes at a place, of formats that are often saved under a name that ends in .csv. */
const SIGNATURES: readonly (readonly [string, string | readonly number[], at?: number])[] = [
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', 'GIF89a'],
  ['a PDF document', '%PDF'],
  ['a spreadsheet or zip archive', 'PK\x03\x04'],
  ['a zip archive without members', 'PK\x05\x06'],
  ['a spreadsheet of the older binary form', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['a RAR archive', 'Rar!\x1a\x07'],
  ['a bzip2 archive', '1AY&SY', 4],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a tar archive', 'ustar', 257],
  ['a Parquet table', 'PAR1\x15'],
  ['an SQLite database', 'SQLite format 3\0'],
];

/** What the bytes are by their signature, where they are no text: `a PNG image`. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([, head, at = 0]) => holdsAt(bytes, head, at))?.[0];
}

function holdsAt(bytes: Uint8Array, head: string | readonly number[], at: number): boolean {
  const wanted = typeof head === 'string' ? Array.from(Buffer.from(head, 'latin1')) : head;
  return wanted.every((byte, i) => bytes[at + i] === byte);
}
