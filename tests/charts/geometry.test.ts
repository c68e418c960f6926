import fc from 'fast-check';
import { boxPath, crossPath, hatchPath, insetBox } from '../../src/charts/geometry.ts';

const BOX = { x: 10, y: 20, width: 6, height: 4 };

test('paths of a box, its inset and its cross', () => {
  expect(boxPath(BOX)).toBe('M10 20h6v4h-6z');
  expect(insetBox(BOX, 1)).toEqual({ x: 11, y: 21, width: 4, height: 2 });
  expect(insetBox(BOX, 5)).toMatchObject({ width: 0, height: 0 });
  expect(crossPath(BOX)).toBe('M10 20L16 24M10 24L16 20');
});

test('hatches are cut to the box', () => {
  // lines x + y = 32, 36, 40 in steps of 4
  expect(hatchPath(BOX, 4, 'rising')).toBe('M10 22L12 20M12 24L16 20');
  expect(hatchPath(BOX, 4, 'falling')).toBe('M16 22L14 20M14 24L10 20');
});

test('no hatch leaves its box', () => {
  const boxes = fc.record({
    x: fc.double({ min: 0, max: 400, noNaN: true }),
    y: fc.double({ min: 0, max: 400, noNaN: true }),
    width: fc.double({ min: 1, max: 60, noNaN: true }),
    height: fc.double({ min: 1, max: 60, noNaN: true }),
  });
  fc.assert(
    fc.property(boxes, fc.constantFrom('rising', 'falling'), (box, slant) => {
      const points = [...hatchPath(box, 3.6, slant).matchAll(/(-?[\d.]+) (-?[\d.]+)/g)];
      for (const [, x, y] of points) {
        expect(Number(x)).toBeGreaterThanOrEqual(box.x - 0.01);
        expect(Number(x)).toBeLessThanOrEqual(box.x + box.width + 0.01);
        expect(Number(y)).toBeGreaterThanOrEqual(box.y - 0.01);
        expect(Number(y)).toBeLessThanOrEqual(box.y + box.height + 0.01);
      }
    }),
  );
});
