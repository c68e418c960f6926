/** A source of chance that gives the same numbers for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, not including, a bound. */
  below(bound: number): number;
  pick<T>(all: readonly T[]): T;
}

/** Mulberry32, by Tommy Ettinger: 32 bits of state, enough to vary files. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    pick: (all) => {
      const one = all[below(all.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
}

type Mutation = (bytes: Buffer, by: Chance, other: Buffer) => Buffer;

/** Texts that stand where nobody expects them. */
const ODD = [
  '',
  ' ',
  '-',
  'NA',
  'nan',
  'Infinity',
  '-0',
  '1e308',
  '1e999',
  '1e-999',
  '0x10',
  '00000000000000000000001',
  '9'.repeat(400),
  `0.${'0'.repeat(300)}1`,
  '1,234,567.89',
  '1.234.567,89',
  '٣٤',
  '１２',
  '½',
  '\u2028',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\u202e',
  '🏭',
  'é',
  '"',
  '""',
  "'",
  '<',
  '&amp;',
  '&#0;',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '{',
  '}',
  '[[[[',
  '\\u0000',
  '__proto__',
  'constructor',
  'toString',
  '0000-00-00',
  '9999-12-31',
  '1900-02-29',
  '2025-03-09 02:30',
  '2025-11-02 01:30',
  '24:00',
  '25:61',
  '275760-09-13',
  '-99',
  '=1+1',
  '~',
  '*',
];

function cut(bytes: Buffer, by: Chance): Buffer {
  return bytes.subarray(0, by.below(bytes.length + 1));
}

function noise(_: Buffer, by: Chance): Buffer {
  return Buffer.from(Array.from({ length: by.below(300) }, () => by.below(256)));
}

function flips(bytes: Buffer, by: Chance): Buffer {
  const flipped = Buffer.from(bytes);
  for (let n = by.below(12) + 1; n > 0 && flipped.length > 0; n -= 1) {
    const at = by.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << by.below(8));
  }
  return flipped;
}

function spliced(bytes: Buffer, by: Chance, other: Buffer): Buffer {
  return Buffer.concat([cut(bytes, by), other.subarray(by.below(other.length + 1))]);
}

function without(bytes: Buffer, by: Chance): Buffer {
  const from = by.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + by.below(40))]);
}

function twice(bytes: Buffer, by: Chance): Buffer {
  return Buffer.concat(Array.from({ length: by.below(4) + 2 }, () => bytes));
}

/** A change of the lines of a text. */
function ofLines(change: (lines: string[], by: Chance) => readonly string[]): Mutation {
  return (bytes, by) => {
    const lines = bytes.toString('utf8').split('\n');
    return Buffer.from(change(lines, by).join('\n'));
  };
}

const CELL = /[^,;|\t<>"~*:\n]+/g;

/** A change of one of the texts that stand between marks. */
function ofCells(change: (cells: string[], by: Chance) => void): Mutation {
  return (bytes, by) => {
    const text = bytes.toString('utf8');
    const cells = [...text.matchAll(CELL)].map(([cell]) => cell);
    if (cells.length === 0) return bytes;
    change(cells, by);
    let place = 0;
    return Buffer.from(text.replace(CELL, () => cells[place++] ?? ''));
  };
}

const MUTATIONS: readonly Mutation[] = [
  cut,
  noise,
  flips,
  flips,
  spliced,
  without,
  twice,
  ofLines((lines, by) => lines.toSpliced(by.below(lines.length), 0, by.pick(lines))),
  ofLines((lines, by) => lines.toSpliced(by.below(lines.length), by.below(3) + 1)),
  ofLines((lines, by) =>
    lines
      .map((line) => ({ line, by: by.below(1000) }))
      .sort((a, b) => a.by - b.by)
      .map(({ line }) => line),
  ),
  ofLines((lines, by) =>
    lines.map((line) =>
      by.below(6) === 0 ? `${line}${by.pick([',', ';', '\t', '\r', '"'])}` : line,
    ),
  ),
  ofCells((cells, by) => {
    const [a, b] = [by.below(cells.length), by.below(cells.length)];
    [cells[a], cells[b]] = [cells[b] ?? '', cells[a] ?? ''];
  }),
  ofCells((cells, by) => {
    cells[by.below(cells.length)] = by.pick(ODD);
  }),
  ofCells((cells, by) => {
    for (let n = 0; n < 4; n += 1) cells[by.below(cells.length)] = by.pick(ODD);
  }),
  ofCells((cells, by) => {
    const at = by.below(cells.length);
    cells[at] = (cells[at] ?? 'x').repeat(by.below(20_000) + 1).slice(0, 60_000);
  }),
  ofCells((cells, by) => {
    const odd = by.pick(ODD);
    const from = by.below(cells.length);
    cells.forEach((_, i) => {
      if (i >= from && (i - from) % 7 === 0) cells[i] = odd;
    });
  }),
];

/** The bytes changed in one to three ways. */
export function mutated(bytes: Buffer, by: Chance, other: Buffer): Buffer {
  let changed = bytes;
  for (let n = by.below(3) + 1; n > 0; n -= 1) changed = by.pick(MUTATIONS)(changed, by, other);
  return changed.subarray(0, 400_000);
}
