import { readFileSync, writeFileSync } from 'node:fs';
import { trend } from '../../src/app/trend.ts';
import { exact, type Rational, sumOf } from '../../src/units/rational.ts';
import { roundedText } from '../../src/units/rounding.ts';
import { filedOf, HALVES, hashingWorkspace } from '../support/filed-halves.ts';
import { removeFolders } from '../support/small-workspace.ts';

afterAll(removeFolders);

let paths: readonly string[] = [];

beforeAll(async () => {
  const folder = hashingWorkspace();
  paths = [await filedOf(folder, HALVES[0]), await filedOf(folder, HALVES[1])];
}, 60_000);

const [a, b] = [() => paths[0] ?? '', () => paths[1] ?? ''];
const whole = (value: Rational | undefined, decimals = 0) =>
  value && roundedText(value, { decimals, mode: 'half-even' });

test('energy of 6,000 MWh in each half at twice the hashrate', async () => {
  const { groups, notes } = await trend(a(), b());
  expect(groups.map(({ site }) => site)).toEqual([null]);
  const energy = groups[0]?.trends.find(({ what }) => what === 'Energy of mining');
  expect(whole(energy?.before)).toBe('6000');
  expect(whole(energy?.change)).toBe('0');
  // the clock moves within the first half: 4,343 h at 10 PH/s, then 1 h at 10 and 4,416 h at 20 PH/s
  const [hashrate, efficiency] = energy?.effects ?? [];
  expect(hashrate?.value.equals(efficiency?.value.neg() ?? exact('0'))).toBe(true);
  const [h0, h1] = [exact('43430'), exact('88330')];
  const [e0, e1] = [exact('6000').div(h0), exact('6000').div(h1)];
  const expected = h1.sub(h0).mul(e0.add(e1)).div(2n);
  expect(whole(hashrate?.value, 6)).toBe(whole(expected, 6));
  expect(notes).toContain('The periods differ in length, so amounts differ by that as well.');
});

test('effects add up to the change exactly, by both methods', async () => {
  const { groups } = await trend(a(), b());
  const split = (groups[0]?.trends ?? []).filter(({ effects }) => effects.length > 0);
  expect(split.map(({ effects }) => effects.map(({ of }) => of))).toEqual([
    ['hashrate', 'efficiency', 'grid'],
    ['hashrate', 'efficiency', 'grid', 'procurement'],
    ['hashrate', 'efficiency'],
  ]);
  for (const { effects, change, before, after } of split) {
    expect(sumOf(effects.map(({ value }) => value)).equals(change)).toBe(true);
    expect(after.sub(before).equals(change)).toBe(true);
  }
});

test('the later one first is refused, and so is a figure that was changed', async () => {
  await expect(trend(b(), a())).rejects.toThrow('name the earlier one first');
  const text = readFileSync(a(), 'utf8');
  const [fact = ''] = /"exact":"[0-9.]+"/.exec(text) ?? [];
  writeFileSync(a(), text.replace(fact, '"exact":"1"'));
  await expect(trend(a(), b())).rejects.toThrow(/cannot be trusted: .* says 1, its ledger gives/);
  writeFileSync(a(), text);
});

test('without hashrate nothing is split, and it is said what is missing', async () => {
  const { smallWorkspace } = await import('../support/small-workspace.ts');
  const folder = smallWorkspace();
  const earlier = await filedOf(folder, HALVES[0]);
  const { groups } = await trend(earlier, await filedOf(folder, HALVES[1]));
  expect(groups[0]?.trends).toEqual([]);
  expect(groups[0]?.missing[0]).toMatch(
    /gives no hash.volume, efficiency.facility, intensity.location.exact, intensity.market.exact; /,
  );
});
