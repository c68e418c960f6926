import fc from 'fast-check';
import { components } from '../../../src/ingest/grid-hours/components.ts';
import { solved } from '../../../src/ingest/grid-hours/linear.ts';
import { mixedHour, type ZoneHour } from '../../../src/ingest/grid-hours/mixing.ts';
import { exact, ratio, sumOf } from '../../../src/units/rational.ts';
import { decimalText } from '../../../src/units/rounding.ts';

/** A zone that generates an amount at a CO2 per MWh, all of it of one kind. */
function zone(
  area: string,
  generated: bigint,
  co2: string,
  imports: ZoneHour['imports'] = [],
  isClean = false,
): ZoneHour {
  const share = ratio(isClean ? 1n : 0n);
  const mix = { co2: exact(co2), renewable: share, carbonFree: share };
  return { area, own: generated === 0n ? { generated } : { generated, mix }, imports };
}

const from = (area: string, amount: bigint) => ({ from: area, amount });
const co2Of = (zones: readonly ZoneHour[]) =>
  Object.fromEntries([...mixedHour(zones)].map(([area, { co2 }]) => [area, decimalText(co2)]));

describe('what zones consume', () => {
  test('a zone without imports consumes what it generates', () => {
    expect(co2Of([zone('a', 7n, '500')])).toEqual({ a: '500' });
  });

  test('a chain: each import at what its zone consumes itself', () => {
    // b: (200 x 400 + 50 x 500) / 250 = 420; c: (100 x 0 + 100 x 420) / 200 = 210
    const zones = [
      zone('c', 100n, '0', [from('b', 100n)], true),
      zone('a', 200n, '500'),
      zone('b', 200n, '400', [from('a', 50n)]),
    ];
    expect(co2Of(zones)).toEqual({ a: '500', b: '420', c: '210' });
    expect(mixedHour(zones).get('c')?.renewable.equals(exact('0.5'))).toBe(true);
  });

  test('a ring is solved together: x_b = 15000 / 37', () => {
    /*
     * a 200 at 500, b 200 at 400, c 100 at 0, and 50 round the ring:
     * x_a = 400 + x_c / 5, x_b = 320 + x_a / 5, x_c = x_b / 3, so 74/75 x_b = 400
     */
    const mixes = mixedHour([
      zone('a', 200n, '500', [from('c', 50n)]),
      zone('b', 200n, '400', [from('a', 50n)]),
      zone('c', 100n, '0', [from('b', 50n)], true),
    ]);
    expect(mixes.get('b')?.co2.equals(ratio(15_000n, 37n))).toBe(true);
    expect(mixes.get('a')?.co2.equals(ratio(15_800n, 37n))).toBe(true);
    expect(mixes.get('c')?.co2.equals(ratio(5_000n, 37n))).toBe(true);
  });

  test('a zone that generates nothing consumes its imports; one without either is left out', () => {
    const zones = [
      zone('a', 10n, '300'),
      zone('b', 0n, '0', [from('a', 5n)]),
      zone('none', 0n, '0'),
    ];
    expect(co2Of(zones)).toEqual({ a: '300', b: '300' });
  });

  test('an import of a zone that is not there leaves its zone out, and whoever is fed by it', () => {
    const zones = [
      zone('a', 10n, '300', [from('abroad', 1n)]),
      zone('b', 10n, '300', [from('a', 1n)]),
      zone('c', 10n, '300', [from('d', 1n)]),
      zone('d', 10n, '200'),
    ];
    expect(Object.keys(co2Of(zones)).sort()).toEqual(['c', 'd']);
  });

  test('generation or a border that is not known leaves a zone out, and its ring', () => {
    const unknown = { area: 'x', own: undefined, imports: [] };
    const open = { ...zone('y', 10n, '1'), imports: undefined };
    const ring = [
      zone('a', 10n, '1', [from('b', 1n)]),
      zone('b', 10n, '1', [from('a', 1n), from('x', 1n)]),
    ];
    expect(co2Of([unknown, open, ...ring, zone('z', 1n, '5')])).toEqual({ z: '5' });
  });

  test('a ring that only passes energy round has no value', () => {
    const ring = [zone('a', 0n, '0', [from('b', 1n)]), zone('b', 0n, '0', [from('a', 1n)])];
    expect(co2Of(ring)).toEqual({});
  });

  test('whatever flows: each equation holds exactly, and no mix lies outside those that feed it', () => {
    const drawn = fc.integer({ min: 1, max: 7 }).chain((n) =>
      fc.record({
        own: fc.array(fc.tuple(fc.nat(900), fc.nat(1200)), { minLength: n, maxLength: n }),
        flows: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.integer({ min: 1, max: 500 })), {
          maxLength: 14,
        }),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ own, flows }) => {
        const zones = own.map(([amount, co2], i) =>
          zone(
            String(i),
            BigInt(amount),
            String(co2),
            flows
              .filter(([a, b]) => b === i && a !== i)
              .map(([a, , mw]) => from(String(a), BigInt(mw))),
          ),
        );
        const mixes = mixedHour(zones);
        for (const { area, own: generation, imports = [] } of zones) {
          const mix = mixes.get(area);
          if (!mix || !generation) continue;
          const all = imports.reduce((sum, { amount }) => sum + amount, generation.generated);
          const inflow = sumOf(
            imports.map((one) => (mixes.get(one.from)?.co2 ?? ratio(-1n)).mul(ratio(one.amount))),
          );
          const made = generation.mix?.co2.mul(ratio(generation.generated)) ?? ratio(0n);
          expect(mix.co2.mul(ratio(all)).equals(made.add(inflow))).toBe(true);
          expect(mix.co2.gte(ratio(0n)) && mix.co2.lte(ratio(1200n))).toBe(true);
        }
        // every zone that generates and is fed by such zones alone has a value
        const isFed = own.every(([amount]) => amount > 0);
        expect(isFed ? mixes.size : own.length).toBe(own.length);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a system of three, by hand: 2x + y = 5, x + 3y + z = 11, y + 4z = 15', () => {
  const rows = [
    [2n, 1n, 0n],
    [1n, 3n, 1n],
    [0n, 1n, 4n],
  ];
  // x = 21/19 ... checked by putting it back
  const [x = [], y = [], z = []] = solved(rows, [[exact('5')], [exact('11')], [exact('15')]]) ?? [];
  const [a, b, c] = [x[0] ?? ratio(0n), y[0] ?? ratio(0n), z[0] ?? ratio(0n)];
  expect(decimalText(a.mul(2).add(b))).toBe('5');
  expect(decimalText(a.add(b.mul(3)).add(c))).toBe('11');
  expect(decimalText(b.add(c.mul(4)))).toBe('15');
  expect(solved([[0n]], [[exact('1')]])).toBeUndefined();
});

test('groups of zones that feed one another, suppliers first', () => {
  const next: Record<string, string[]> = { a: ['b'], b: ['c', 'a'], c: ['d'], d: [], e: ['a'] };
  const groups = components(['e', 'a', 'b', 'c', 'd'], (node) => next[node] ?? []);
  expect(groups.map((group) => [...group].sort().join(''))).toEqual(['d', 'c', 'ab', 'e']);
});
