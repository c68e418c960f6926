import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url).pathname;
const textOf = (path: string) => readFileSync(root + path, 'utf8');

test('the generated pages are those that the program gives', () => {
  expect(() =>
    execFileSync(process.execPath, ['scripts/docs.mjs', '--check'], { cwd: root, stdio: 'pipe' }),
  ).not.toThrow();
});

interface Schema {
  properties?: Record<string, Schema>;
  oneOf?: Schema[];
  items?: Schema;
  enum?: string[];
  const?: string;
}

function keysOf(schema: Schema): string[] {
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, value]) => [key, ...keysOf(value)]),
    ...(schema.oneOf ?? []).flatMap(keysOf),
    ...(schema.items ? keysOf(schema.items) : []),
  ];
}

test('every field of a template is documented', () => {
  const { $defs, ...rest } = JSON.parse(textOf('schemas/template.schema.json')) as Schema & {
    $defs: Record<string, Schema>;
  };
  const keys = new Set([...keysOf(rest), ...Object.values($defs).flatMap(keysOf)]);
  const page = textOf('docs/templates.md');
  const missing = [...keys].filter((key) => !page.includes(`\`${key}\``));
  expect(missing).toEqual([]);
});

test('every operation of the ledger is documented, and no other', () => {
  const { $defs } = JSON.parse(textOf('schemas/ledger.schema.json')) as {
    $defs: { step: { properties: { op: { enum: string[] } } } };
  };
  const documented = [...textOf('docs/ledger.md').matchAll(/^\| (`.*?`) +\|/gm)].flatMap(
    ([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, op]) => op),
  );
  expect(documented.sort()).toEqual([...$defs.step.properties.op.enum].sort());
});

test('every command that the README and the guides name exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const commands = textOf('docs/commands.md');
  const pages = ['README.md', 'docs/templates.md', 'docs/ledger.md'].map(textOf).join('\n');
  for (const [, script = ''] of pages.matchAll(/npm run ([a-z:]+)/g))
    expect(Object.keys(scripts)).toContain(script);
  for (const [, verb = ''] of pages.matchAll(/^(?:npx )?hashprint ([a-z]+)/gm))
    expect(commands).toContain(`## hashprint ${verb}`);
});
