import { locationAgainstMarket } from '../../src/charts/location-against-market.ts';
import type { Scene, ScenePath, SceneText } from '../../src/charts/scene.ts';
import type { LocationAgainstMarket } from '../../src/model/sheet.ts';

type Place = LocationAgainstMarket['places'][number];

function place(name: string, location: string | null, market: string | null): Place {
  return { name, sub: 'US-TX', location, market, isTotal: false };
}

const TOTAL: Place = { ...place('All sites', '300', '150'), isTotal: true };

/** Every character is half its size wide. */
function draw(places: readonly Place[], part?: { from: number; to: number }): Scene {
  return locationAgainstMarket(
    { unit: 't CO₂e', places },
    {
      width: 480,
      alt: 'Bars.',
      measure: (text, size) => text.length * size * 0.5,
      format: (value) => value,
      noFactor: 'no factor',
      ...(part ? { part } : {}),
    },
  );
}

function paths({ items }: Scene, filter: (path: ScenePath) => boolean): ScenePath[] {
  return items.filter((item): item is ScenePath => item.kind === 'path' && filter(item));
}

function texts({ items }: Scene): SceneText[] {
  return items.filter((item): item is SceneText => item.kind === 'text');
}

/** Boxes with the fill as [x, y, width, height]. */
function boxes(scene: Scene, fill: string): number[][] {
  return paths(scene, (path) => path.fill === fill).map(({ d }) =>
    (/M(\S+) (\S+)h(\S+)v(\S+)h/.exec(d) ?? []).slice(1).map(Number),
  );
}

const solid = (scene: Scene) => boxes(scene, 'scope.two.fill');
const tinted = (scene: Scene) => boxes(scene, 'scope.two.soft');

test('both bars begin at one zero and are as long as their values', () => {
  const scene = draw([place('A', '200', '100'), place('B', '50', '25')]);
  const [first = [], second = []] = solid(scene);
  const [below = [], belowSecond = []] = tinted(scene);
  const starts = [first, second, below, belowSecond].map(([x]) => x);
  // names take 5 × 3.5 (the region, at 7 points), and 1.6 × 7 stand between them and zero
  for (const x of starts) expect(x).toBeCloseTo(17.5 + 11.2, 1);
  const unit = (first[2] ?? 0) / 200;
  expect(below[2]).toBeCloseTo(100 * unit, 1);
  expect(second[2]).toBeCloseTo(50 * unit, 1);
  expect(belowSecond[2]).toBeCloseTo(25 * unit, 1);
  // solid over hatched, without touching
  expect((first[1] ?? 0) + (first[3] ?? 0)).toBeLessThan(below[1] ?? 0);
});

test('market-based bars are hatched on their tint in the same hue, with an edge', () => {
  const scene = draw([place('A', '200', '100')]);
  const edges = paths(scene, ({ stroke }) => stroke === 'scope.two.edge');
  expect(edges.some(({ d }) => d.split('L').length > 5)).toBe(true);
  expect(edges.some(({ d }) => /h\S+v\S+h/.test(d))).toBe(true);
  const hues = scene.items.flatMap((item) =>
    item.kind === 'path' && item.fill ? [item.fill.replace(/\.\w+$/, '')] : [],
  );
  expect(new Set(hues)).toEqual(new Set(['scope.two']));
});

test('the total stands last under the only strong rule between places', () => {
  const scene = draw([TOTAL, place('A', '200', '100'), place('B', '100', '50')]);
  const names = texts(scene).filter(
    ({ size, weight, x }) => size === 7.5 && weight === 600 && x === 0,
  );
  expect(names.map(({ text }) => text)).toEqual(['A', 'B', 'All sites']);
  const across = paths(scene, ({ d }) => /^M0 (\S+)L480 \1$/.test(d));
  expect(across.map(({ stroke }) => stroke)).toEqual(['rule.hair', 'rule.strong']);
});

test('figures stand at the ends of their bars and within the drawing', () => {
  const scene = draw([place('A', '123456789.5', '1'), TOTAL]);
  for (const [value, bar] of [
    ['123456789.5', solid(scene)[0]],
    ['1', tinted(scene)[0]],
  ] as const) {
    const figure = texts(scene).find(({ text }) => text === value);
    const [x = 0, y = 0, width = 0, height = 0] = bar ?? [];
    expect(figure?.x).toBeCloseTo(x + width + 4.2, 1);
    expect(figure?.y).toBeGreaterThan(y);
    expect(figure?.y).toBeLessThan(y + height);
    expect((figure?.x ?? 0) + value.length * 3.5).toBeLessThanOrEqual(480.01);
  }
});

test('what has no factor is said in place of its bar', () => {
  const scene = draw([place('A', '200', null), place('B', null, null)]);
  expect(solid(scene)).toHaveLength(1);
  expect(tinted(scene)).toHaveLength(0);
  expect(texts(scene).filter(({ text }) => text === 'no factor')).toHaveLength(3);
});

test('zero has a figure and no bar; a trace has a bar that can be seen', () => {
  const scene = draw([place('A', '0', '0'), place('B', '1000000', '0.001')]);
  expect(solid(scene)).toHaveLength(1);
  expect(tinted(scene)).toHaveLength(1);
  expect(tinted(scene)[0]?.[2]).toBeGreaterThan(0.5);
  expect(texts(scene).filter(({ text }) => text === '0')).toHaveLength(2);
});

test('without any value there is no bar', () => {
  const scene = draw([place('A', null, null)]);
  expect(JSON.stringify(scene)).not.toContain('NaN');
  expect(solid(scene)).toEqual([]);
});

test('the height follows the number of places and the lines of their names', () => {
  const [one, three, eight] = [1, 3, 8].map(
    (count) => draw(Array.from({ length: count }, () => place('A', '1', '1'))).height,
  );
  const each = ((three ?? 0) - (one ?? 0)) / 2;
  expect(eight).toBeCloseTo((one ?? 0) + 7 * each, 5);
  const long = draw([place('A name of several words '.repeat(10), '1', '1')]);
  expect(long.height).toBeGreaterThan((one ?? 0) * 2);
  for (const { x, y, text, size } of texts(long)) {
    expect(y).toBeLessThanOrEqual(long.height);
    expect(x === 0 ? text.length * size * 0.5 : 0).toBeLessThanOrEqual(144);
  }
});

test('a part is drawn on the scale and in the columns of the whole', () => {
  const places = [place('A', '200', '100'), place('A longer name', '50', '25'), TOTAL];
  const whole = solid(draw(places));
  const parts = [
    ...solid(draw(places, { from: 0, to: 1 })),
    ...solid(draw(places, { from: 1, to: 3 })),
  ];
  const across = (bars: number[][]) => bars.map(([x, , width]) => [x, width]);
  expect(across(parts)).toEqual(across(whole));
});
