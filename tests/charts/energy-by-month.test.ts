import { energyByMonth } from '../../src/charts/energy-by-month.ts';
import type { Scene, ScenePath } from '../../src/charts/scene.ts';
import type { EnergyByMonth } from '../../src/model/sheet.ts';

type Series = EnergyByMonth['series'][number];

function series(one: Partial<Series>): Series {
  return { name: 'Wind', detail: '30 GWh', source: 'wind', isBacked: true, values: [], ...one };
}

function draw(all: readonly Series[], months = ['Jan', 'Feb', 'Mar']): Scene {
  return energyByMonth(
    { unit: 'GWh', months, series: all },
    {
      width: 480,
      height: 158,
      alt: 'Columns.',
      measure: (text, size) => text.length * size * 0.5,
      format: String,
      emptyText: 'No month has data.',
    },
  );
}

function texts({ items }: Scene): string[] {
  return items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
}

function paths({ items }: Scene): ScenePath[] {
  return items.filter((item): item is ScenePath => item.kind === 'path');
}

/** Boxes of a path as [x, y, width, height]. */
function boxes({ d }: ScenePath): number[][] {
  return [...d.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h\S+z/g)].map((box) => box.slice(1).map(Number));
}

const WIND = series({ values: ['10', '20', '30'] });
const GRID = series({ name: 'Grid', source: 'grid', isBacked: false, values: ['10', '10', '10'] });
const HYDRO = series({
  name: 'Hydro',
  source: 'hydro',
  isBacked: false,
  values: ['20', '10', '0'],
});

test('columns stack from zero, their heights in proportion', () => {
  const scene = draw([WIND, GRID]);
  const wind = paths(scene).find(({ fill }) => fill === 'source.wind.fill');
  const [jan, feb, mar] = wind ? boxes(wind) : [];
  // the axis ends at 40: 158 less 13.3 above and 14.7 below is 130
  expect(jan?.[3]).toBeCloseTo(130 / 4, 1);
  expect(feb?.[3]).toBeCloseTo(130 / 2, 1);
  expect(mar?.[3]).toBeCloseTo((130 * 3) / 4, 1);
  for (const box of [jan, feb, mar])
    expect((box?.[1] ?? 0) + (box?.[3] ?? 0)).toBeCloseTo(143.3, 1);
});

test('what is not backed is hatched on its tint with an edge, neighbours slanting opposite ways', () => {
  const scene = draw([GRID, HYDRO, WIND]);
  const fills = paths(scene).flatMap(({ fill }) => (fill?.startsWith('source') ? [fill] : []));
  // backed first, then in the order of the sources
  expect(fills).toEqual(['source.wind.fill', 'source.hydro.soft', 'source.grid.soft']);
  const hatches = paths(scene).filter(
    ({ d, fill }) => !fill && d.includes('L') && !d.includes('H'),
  );
  const slants = ['source.hydro.edge', 'source.grid.edge'].map((stroke) => {
    const hatch = hatches.find((path) => path.stroke === stroke && path.d.split('M').length > 4);
    const [, x1, y1, x2, y2] = /M(\S+) (\S+)L(\S+) (\S+?)M/.exec(hatch?.d ?? '') ?? [];
    return Math.sign((Number(x2) - Number(x1)) * (Number(y2) - Number(y1)));
  });
  expect(slants).toEqual([-1, 1]);
});

test('pale fills have an edge also where they are backed', () => {
  const solar = series({ source: 'solar', values: ['1', '1', '1'] });
  expect(paths(draw([solar])).filter(({ stroke }) => stroke === 'source.solar.edge')).toHaveLength(
    2,
  );
  expect(paths(draw([WIND])).filter(({ stroke }) => stroke === 'source.wind.edge')).toHaveLength(1);
});

test('a series under half a per cent stands in the table only', () => {
  const diesel = series({ name: 'Diesel', source: 'oil', values: ['0.1', '0.1', '0.09'] });
  expect(texts(draw([WIND, diesel]))).not.toContain('Diesel');
  const more = series({ name: 'Diesel', source: 'oil', values: ['0.2', '0.2', '0.2'] });
  expect(texts(draw([WIND, more]))).toContain('Diesel');
});

test('a month without data is a crossed frame as high as the median month', () => {
  const values = ['10', null, '30', '20'];
  const scene = draw([series({ values })], ['Jan', 'Feb', 'Mar', 'Apr']);
  const frames = paths(scene).filter(({ stroke }) => stroke === 'status.critical.ink');
  expect(frames).toHaveLength(2);
  const [frame] = boxes(frames[0] ?? { kind: 'path', d: '' });
  const wind = paths(scene).find(({ fill }) => fill === 'source.wind.fill');
  const april = wind ? boxes(wind)[2] : undefined;
  // drawn within half its line
  expect((frame?.[3] ?? 0) + 0.6).toBeCloseTo(april?.[3] ?? 0, 1);
  expect(wind ? boxes(wind) : []).toHaveLength(3);
});

test('a month with part of its data shows that part and a crossed frame on it', () => {
  const scene = draw([series({ values: ['10', null, '30'] }), GRID]);
  const [frame] = paths(scene).filter(({ stroke }) => stroke === 'status.critical.ink');
  expect(boxes(frame ?? { kind: 'path', d: '' })).toHaveLength(1);
  const grid = paths(scene).find(({ fill }) => fill === 'source.grid.soft');
  expect(grid ? boxes(grid) : []).toHaveLength(3);
});

test('without any data a frame says so', () => {
  const scene = draw([series({ values: [null, null, null] })]);
  expect(texts(scene)).toEqual(['0', 'GWh', 'No month has data.', 'Jan', 'Feb', 'Mar']);
  expect(paths(scene).some(({ stroke }) => stroke === 'status.critical.ink')).toBe(false);
});

test.each(['7', '95', '130', '1461', '987654'])(
  'a column of %s has four gridlines at most',
  (value) => {
    const lines = paths(draw([series({ values: [value] })], ['Jan'])).filter(
      ({ stroke }) => stroke === 'rule.hair',
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(4);
  },
);

test('every label is tied to its series and stays within the drawing', () => {
  const many = (['hydro', 'wind', 'solar', 'nuclear', 'gas', 'coal'] as const).map((source, i) =>
    series({
      source,
      name: `Supply ${source} with a name of several words`,
      values: ['1', '1', i === 5 ? '90' : '1'],
    }),
  );
  const scene = draw(many);
  const labels = scene.items.flatMap((item) =>
    item.kind === 'text' && item.weight === 600 ? [item] : [],
  );
  expect(labels.length).toBeGreaterThanOrEqual(6);
  for (const { x, y, text, size } of labels) {
    expect(x + text.length * size * 0.5).toBeLessThanOrEqual(480.01);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThanOrEqual(158);
  }
  const leaders = paths(scene).filter(({ d }) => /L\S+ \S+?H/.test(d));
  expect(leaders).toHaveLength(6);
});

test('month names that would touch are thinned out', () => {
  const months = Array.from({ length: 36 }, (_, i) => `Month ${String(i + 1)}`);
  const names = texts(draw([series({ values: months.map(() => '1') })], months)).filter((text) =>
    text.startsWith('Month'),
  );
  expect(names.length).toBeLessThan(20);
  expect(names[0]).toBe('Month 1');
});
