import fc from 'fast-check';
import { spreadLabels } from '../../src/charts/spread-labels.ts';

test('labels that have room stay where they are', () => {
  const labels = [
    { centre: 80, height: 10 },
    { centre: 20, height: 10 },
  ];
  expect(spreadLabels(labels, 0, 100)).toEqual([80, 20]);
});

test('labels that meet are moved apart, within the range', () => {
  const labels = [
    { centre: 50, height: 10 },
    { centre: 52, height: 20 },
    { centre: 99, height: 10 },
  ];
  expect(spreadLabels(labels, 0, 100)).toEqual([50, 65, 95]);
});

test('no two overlap and none leaves the range while there is room', () => {
  const label = fc.record({
    centre: fc.integer({ min: 0, max: 200 }),
    height: fc.integer({ min: 5, max: 30 }),
  });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 6 }), (labels) => {
      const at = spreadLabels(labels, 0, 200);
      const spans = labels
        .map(({ height }, i) => ({
          top: (at[i] ?? 0) - height / 2,
          bottom: (at[i] ?? 0) + height / 2,
        }))
        .sort((a, b) => a.top - b.top);
      expect(spans[0]?.top).toBeGreaterThanOrEqual(0);
      expect(spans.at(-1)?.bottom).toBeLessThanOrEqual(200);
      spans.slice(1).forEach(({ top }, i) => {
        expect(top).toBeGreaterThanOrEqual(spans[i]?.bottom ?? 0);
      });
    }),
  );
});
