const WORD = 0xffffffffffffffffn;

/** The numbers that SplitMix64 gives for a seed: the start of a longer generator. */
export function splitMix64(seed: bigint): () => bigint {
  let state = seed & WORD;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & WORD;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & WORD;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & WORD;
    return z ^ (z >> 31n);
  };
}

type State = [number, number, number, number];

function rotated(x: number, by: number): number {
  return ((x << by) | (x >>> (32 - by))) >>> 0;
}

/**
 * The 32-bit numbers of xoshiro128** from a state.
 *
 * @see Blackman and Vigna, Scrambled linear pseudorandom number generators, 2021
 */
export function xoshiro128(start: Readonly<State>): () => number {
  let [a, b, c, d] = start;
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

/** Draws of the standard normal distribution, by the method of Box and Muller. */
export function normalDraws(seed: bigint): () => number {
  const split = splitMix64(seed);
  const [x, y] = [split(), split()];
  const low = (word: bigint) => Number(word & 0xffffffffn);
  const next = xoshiro128([low(x), low(x >> 32n), low(y), low(y >> 32n)]);
  // never 0, of which there is no logarithm
  const unit = () => (next() + 1) / 4_294_967_296;
  return () => Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit());
}
