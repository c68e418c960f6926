import fc from 'fast-check';
import { fleetCount } from '../../src/kernel/fleet-count.ts';
import { calendar, fleet, footprintOf, midnight, site, valueOf } from './sample.ts';

const at = (day: string) => midnight(day, 'UTC');

test('100 at the beginning, 30 added, 20 removed, 110 at the end', () => {
  const machines = [
    fleet({ count: 80n, from: at('2024-05-01') }),
    fleet({ count: 20n, from: at('2024-05-01'), to: at('2025-07-01') }),
    fleet({ count: 30n, from: at('2025-03-01') }),
    // left with the last day of the year before, and came with the first of the next
    fleet({ count: 7n, from: at('2024-01-01'), to: at('2025-01-01') }),
    fleet({ count: 9n, from: at('2026-01-01') }),
  ];
  const footprint = footprintOf({ sites: [site({ fleet: machines })] });
  expect(
    ['opening', 'added', 'removed', 'closing'].map((line) =>
      valueOf(footprint, `fleet.machines.${line}`),
    ),
  ).toEqual(['100', '30', '20', '110']);
});

test('without a fleet there is no count', () => {
  expect(fleetCount(site())).toBeUndefined();
});

const day = fc.integer({ min: at('2023-01-01') / 86_400, max: at('2028-01-01') / 86_400 });
const unit = fc
  .tuple(fc.bigInt(1n, 500n), day, fc.option(fc.integer({ min: 1, max: 900 })))
  .map(([count, from, days]) =>
    fleet({
      count,
      from: from * 86_400,
      ...(days !== null && { to: (from + days) * 86_400 }),
    }),
  );

test('each year begins with what the one before ended with (1,000 runs)', () => {
  const years = ['2024', '2025', '2026'].map((year) => calendar(`${year}-01-01`, `${year}-12-31`));
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (machines) => {
      const counts = years.map((own) => fleetCount(site({ fleet: machines, calendar: own })));
      counts.slice(1).forEach((count, i) => {
        expect(count?.opening.value.toFraction()).toBe(counts[i]?.closing.value.toFraction());
      });
      expect(counts.every((count) => count && count.closing.value.s >= 0n)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
