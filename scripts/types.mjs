// Writes src/model/documents/*.ts from schemas/*.schema.json. `--check` changes nothing and fails on a difference.
import { readdir, readFile, writeFile, mkdir } from 'node:fs/promises';
import { compile } from 'json-schema-to-typescript';
import prettier from 'prettier';

const root = new URL('..', import.meta.url);
const target = new URL('src/model/documents/', root);

export async function generatedTypes() {
  const names = (await readdir(new URL('schemas/', root)))
    .filter((name) => name.endsWith('.schema.json'))
    .sort();
  const files = new Map();
  for (const name of names) {
    const schema = JSON.parse(await readFile(new URL(`schemas/${name}`, root), 'utf8'));
    const text = await compile(schema, schema.title, {
      additionalProperties: false,
      bannerComment: `// Generated from schemas/${name} by \`npm run types\`. Do not edit.`,
      format: false,
      unreachableDefinitions: true,
    });
    const options = {
      ...(await prettier.resolveConfig(new URL('x.ts', root).pathname)),
      parser: 'typescript',
    };
    files.set(name.replace('.schema.json', '.ts'), await prettier.format(text, options));
  }
  return files;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const files = await generatedTypes();
  const isCheck = process.argv.includes('--check');
  await mkdir(target, { recursive: true });
  for (const [name, text] of files) {
    const current = await readFile(new URL(name, target), 'utf8').catch(() => '');
    if (current === text) continue;
    if (isCheck) {
      process.stderr.write(
        `src/model/documents/${name} differs from its schema: run \`npm run types\`\n`,
      );
      process.exitCode = 1;
    } else {
      await writeFile(new URL(name, target), text);
    }
  }
}
