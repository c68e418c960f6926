import { hashprint } from '../../src/charts/hashprint.ts';

const HASH = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('a bar for each digit, (digit + 1)/16 high, on a common foot', () => {
  const { items, alt, width, height } = hashprint(HASH, { width: 64, height: 16 });
  expect({ alt, width, height }).toEqual({ alt: '', width: 64, height: 16 });
  expect(items).toHaveLength(1);
  const [path] = items;
  const bars = path?.kind === 'path' ? path.d.split('z').filter(Boolean) : [];
  expect(bars).toHaveLength(64);
  // b = 11: 12 high; a = 10: 11 high; 0 at place 26 is 1 high
  expect(bars[0]).toBe('M0 4h0.58v12h-0.58');
  expect(bars[1]).toBe('M1 5h0.58v11h-0.58');
  expect(HASH.charAt(11)).toBe('1');
  expect(bars[11]).toBe('M11 14h0.58v2h-0.58');
});

test('two hashes that differ in one digit differ in one bar', () => {
  const bars = (hash: string) => {
    const [path] = hashprint(hash, { width: 96, height: 8 }).items;
    return path?.kind === 'path' ? path.d.split('z') : [];
  };
  const other = bars(HASH.replace(/d$/, 'e'));
  expect(bars(HASH).filter((bar, i) => bar !== other[i])).toHaveLength(1);
});
