import { spawnSync } from 'node:child_process';

const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;

function examples(...args: string[]) {
  const all = [main, 'examples', ...args];
  return spawnSync(process.execPath, all, { encoding: 'utf8' });
}

test('every example is met, and the table fits 80 columns', () => {
  const { status, stdout } = examples();
  expect(status).toBe(0);
  expect(stdout).toContain('Within tolerance: 118 of 118 values of 31 examples.');
  expect(stdout).toContain('Wrong as published, and not reproduced: 4 of 4.');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('one example is printed with its values, and why it differs from what was published', () => {
  const { status, stdout } = examples('N2');
  expect(status).toBe(0);
  expect(stdout).toContain('must_not_equal_scope2_market_t');
  expect(stdout).toContain('published 183.60, computed 180, difference -1.9608%');
  expect(stdout).toContain('differs, as it must');
  expect(stdout).toContain('belongs to Scope 3, category 3c');
});

test('the JSON holds exact values', () => {
  const { stdout } = examples('s2-location-egrid2019-hims', '--json');
  const [only] = JSON.parse(stdout) as { values: { key: string; computed: string }[] }[];
  expect(only?.values[0]).toMatchObject({ key: 'CO2_lb', computed: '237120' });
});

test('an id that no example has is wrong usage', () => {
  const { status, stderr } = examples('nowhere');
  expect([status, stderr]).toEqual([2, expect.stringContaining('no worked example nowhere')]);
});
