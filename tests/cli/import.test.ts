import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { askingOn } from '../../src/cli/asking.ts';
import { importCommand } from '../../src/cli/import-command.ts';
import { flagText } from '../../src/cli/import-flags.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { emptyFolder, removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const WIDTH = 80;
const textOf = (folder: string) => readFileSync(join(folder, 'workspace.yaml'), 'utf8');

function written(name: string, text: string): string {
  const path = join(emptyFolder(), name);
  writeFileSync(path, text);
  return path;
}

const BILLS = [
  'Llano Basin Retail Energy',
  'Account Number,Service Address of the Customer,Invoice,From,To,Usage,Amount Due',
  '0012,"1 Specimen Road, Reeves County, Texas",B1,01/02/2024,01/03/2024,"1,200",$9.00',
  '0012,"1 Specimen Road, Reeves County, Texas",B2,01/03/2024,01/04/2024,"1,300",$9.50',
  '',
].join('\n');

/** Runs the command within this process: what is printed, and the status. */
async function run(args: readonly string[], typed?: string) {
  const out: string[] = [];
  let status: number | undefined;
  const input = new PassThrough();
  const screen = new PassThrough();
  const terminal: Terminal = {
    out: (text) => out.push(...text.split('\n')),
    err: (text) => out.push(text),
    width: WIDTH,
    hasColour: false,
    isWatched: false,
    ...(typed !== undefined && { asking: () => askingOn(input, screen) }),
  };
  if (typed !== undefined) input.end(typed);
  const command = importCommand(terminal, (ended) => {
    status = ended;
  }).exitOverride();
  await command.parseAsync([...args], { from: 'user' });
  return { out, text: out.join('\n'), status };
}

const ANSWERS = [
  '--meter',
  'main',
  '--unit',
  'kWh',
  '--thousands',
  'comma',
  '--date-format',
  'dd/MM/yyyy',
];

describe('without a person at the terminal', () => {
  test('it lists the flags that are missing, and writes nothing', async () => {
    const folder = smallWorkspace();
    const before = textOf(folder);
    const { text, status } = await run([written('b.csv', BILLS), folder]);
    expect(status).toBe(1);
    expect(text).toContain('--unit energy=kWh   or MWh, ');
    expect(text).toContain('--date-format MM/dd/yyyy   or dd/MM/yyyy');
    expect(text).toContain('--meter main');
    expect(text).toContain('Nothing was written.');
    expect(textOf(folder)).toBe(before);
  });

  test('with exactly these flags it writes', async () => {
    const folder = smallWorkspace();
    const { text, status } = await run([written('b.csv', BILLS), folder, ...ANSWERS]);
    expect([status, text.split('\n').at(-1)]).toEqual([
      0,
      `wrote ${join(folder, 'workspace.yaml')}`,
    ]);
    expect(text).toContain('2,500 kWh');
    // each bill begins on the day on which the one before ends
    expect(textOf(folder)).toContain('end_date: exclusive');
    expect(textOf(folder)).toContain('csv: { thousands: "," }');
  });

  test('its lines fit the terminal', async () => {
    const folder = smallWorkspace();
    const path = written('b.csv', BILLS);
    const asked = await run([path, folder]);
    const done = await run([path, folder, ...ANSWERS, '--dry-run']);
    // paths of the machine are as long as they are
    const lines = [...asked.out, ...done.out].filter((line) => !line.includes(path));
    expect(lines.filter((line) => line.length > WIDTH)).toEqual([]);
  });

  test('--dry-run shows all and writes nothing', async () => {
    const folder = smallWorkspace();
    const before = textOf(folder);
    const { text, status } = await run([written('b.csv', BILLS), folder, ...ANSWERS, '--dry-run']);
    expect(status).toBe(0);
    expect(text).toContain('this was a dry run');
    expect(textOf(folder)).toBe(before);
    expect(existsSync(join(folder, 'bills'))).toBe(false);
  });

  test('--json gives the proposal and the result', async () => {
    const folder = smallWorkspace();
    const { text, status } = await run([written('b.csv', BILLS), folder, '--json']);
    const result = JSON.parse(text) as { outcome: string; proposal: { open: string[] } };
    expect(status).toBe(1);
    expect(result.outcome).toBe('open');
    expect(result.proposal.open.sort()).toEqual(['date-format', 'meter', 'unit.energy']);
  });

  test('--accept-likely confirms what is likely, and answers no question', async () => {
    const folder = smallWorkspace();
    const args = [written('b.csv', BILLS), folder, '--accept-likely'];
    expect((await run([...args, '--unit', 'kWh'])).status).toBe(1);
    const { status } = await run([...args, '--unit', 'kWh', '--date-format', 'dd/MM/yyyy']);
    expect(status).toBe(0);
  });

  test.each([
    [['--label', 'end'], /label fits nothing/],
    [['--column', 'energy'], /names no value/],
  ])('%j is misuse', async (flags, message) => {
    const args = [written('b.csv', BILLS), smallWorkspace(), ...ANSWERS, ...flags];
    await expect(run(args)).rejects.toThrow(message);
  });
});

describe('at a terminal', () => {
  test('it asks for what is open, confirms what is likely, and writes on yes', async () => {
    const folder = smallWorkspace();
    // the unit by its number in the list, the form of dates, Enter for the only meter
    const typed = ['1', 'dd/MM/yyyy', '', 'y', ''].join('\n');
    const { text, status } = await run([written('b.csv', BILLS), folder], typed);
    expect(status).toBe(0);
    expect(text).toContain('In which unit is it?');
    expect(text).toContain('"01/02/2024" is 1 February 2024');
    expect(text).toContain('meter: main is likely (the only meter of the workspace).');
    expect(textOf(folder)).toContain('energy: { column: Usage, unit: kWh }');
    expect(textOf(folder)).toContain('meter: main\n    csv');
  });

  test('it asks again where an answer is none', async () => {
    const folder = smallWorkspace();
    const typed = ['bushels', 'kWh', 'dd/MM/yyyy', '', 'n', ''].join('\n');
    const { text, status } = await run([written('b.csv', BILLS), folder], typed);
    expect(text).toContain('"bushels" is no answer for unit of energy');
    expect(status).toBe(1);
  });

  test('a part can be changed before it is written', async () => {
    const folder = smallWorkspace();
    const typed = ['kWh', 'dd/MM/yyyy', 'main', 'unit.energy=MWh', 'colour=red', 'y', ''].join(
      '\n',
    );
    const { text, status } = await run([written('b.csv', BILLS), folder], typed);
    expect(text).toContain('colour fits nothing that is asked for');
    expect(text).toContain('2,500,000 kWh');
    expect(status).toBe(0);
    expect(textOf(folder)).toContain('unit: MWh');
  });

  test.each([
    ['no', ['kWh', 'dd/MM/yyyy', '', 'n', '']],
    ['Ctrl-D at the last question', ['kWh', 'dd/MM/yyyy', '', '']],
    ['Ctrl-D in between', ['kWh', '']],
  ])('%s leaves workspace.yaml byte for byte as it was', async (_, typed) => {
    const folder = smallWorkspace();
    const before = textOf(folder);
    const { text, status } = await run([written('b.csv', BILLS), folder], typed.join('\n'));
    expect(status).toBe(1);
    expect(text.endsWith('Nothing was written.')).toBe(true);
    expect(textOf(folder)).toBe(before);
  });

  test('a critical finding stops it before the question whether to write', async () => {
    const folder = smallWorkspace();
    const before = textOf(folder);
    const bad = BILLS.replace('01/03/2024,01/04/2024', '01/02/2024,01/04/2024');
    const typed = ['kWh', 'dd/MM/yyyy', 'exclusive', '', 'y', ''].join('\n');
    const { text, status } = await run([written('b.csv', bad), folder], typed);
    expect(status).toBe(1);
    expect(text).toContain('IN-OVERLAP');
    expect(text).not.toContain('Write this');
    expect(textOf(folder)).toBe(before);
  });
});

test.each([
  ['zone', 'America/Chicago', '--zone America/Chicago'],
  ['delimiter', '\t', '--delimiter tab'],
  ['thousands', "'", '--thousands apostrophe'],
  ['column.energy', 'Usage (kWh)', "--column 'energy=Usage (kWh)'"],
  ['unit.power', 'kW', '--unit power=kW'],
  ["fuel.Driver's diesel", 'distillate-2', "--answer 'fuel.Driver'\\''s diesel=distillate-2'"],
])('the flag for %s is typed as %s', (id, value, flag) => {
  expect(flagText(id, value)).toBe(flag);
});

test('the built program imports, end to end', () => {
  const folder = smallWorkspace();
  const args = ['import', written('b.csv', BILLS), folder, ...ANSWERS];
  const { status, stdout } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });
  expect(stdout).toContain('wrote ');
  expect(status).toBe(0);
  const check = spawnSync(process.execPath, [main, 'check', folder], { encoding: 'utf8' });
  expect(check.stdout).toContain('0 critical');
  const help = spawnSync(process.execPath, [main, 'import', '--help'], { encoding: 'utf8' });
  expect(Math.max(...help.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
