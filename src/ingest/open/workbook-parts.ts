/** A part of a workbook as the directory at the end of its zip states it. */
export interface Part {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  /** Its sizes are stated once more behind its data, and some readers believe those. */
  readonly isStreamed: boolean;
}

const DIRECTORY_END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Length of the end record without comment, and of the longest with one. */
const END_LENGTH = 22;
const END_REACH = END_LENGTH + 65_535;
const ENTRY_LENGTH = 46;
const STREAMED = 0x08;
/** Packed length of nothing. */
const EMPTY = 2;

/** The parts of a zip in their order; undefined where its directory is cut off or broken. */
export function partsOf(bytes: Uint8Array): readonly Part[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = directoryEnd(view);
  if (end === undefined) return undefined;
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const begins = at + ENTRY_LENGTH;
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(begins, begins + nameLength)),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      isStreamed: (view.getUint16(at + 8, true) & STREAMED) !== 0,
    });
    at = begins + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

function directoryEnd(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - END_REACH);
  for (let at = view.byteLength - END_LENGTH; at >= least; at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  return undefined;
}

/** Bytes that the parts may unpack to. A million filled rows of ten columns take about half of it. */
const LARGEST = 768 * 1024 * 1024;
/** Below this size a workbook may be packed as tightly as it likes. */
const SMALL = 32 * 1024 * 1024;
/** How many times its packed size a workbook may unpack to; sheets of real data reach about 40. */
const RATIO = 200;

/** Why the parts should not be unpacked; undefined where nothing stands against it. */
export function partsFault(parts: readonly Part[]): string | undefined {
  const files = parts.filter(({ name }) => !name.endsWith('/'));
  // a reader without a stated size would unpack such a part without end
  const unstated = files.find(
    ({ packed, unpacked, isStreamed }) => unpacked === 0 && (packed > EMPTY || isStreamed),
  );
  if (unstated) return `its part ${unstated.name} states no size`;
  const packed = files.reduce((sum, part) => sum + part.packed, 0);
  const unpacked = files.reduce((sum, part) => sum + part.unpacked, 0);
  if (unpacked > LARGEST || (unpacked > SMALL && unpacked > RATIO * packed)) {
    return `${megabytes(packed)} in it unpack to ${megabytes(unpacked)}, more than is taken from one workbook`;
  }
  return undefined;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
