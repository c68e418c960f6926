// Installs the project's packages when they are absent or stale, and builds when the sources are newer than the build.
// Needs nothing but Node and npm; used by `npm test` and `npm run demo`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command with its output on this terminal; ends this process when the command fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

/** True when what is installed is what the lock file asks for. */
function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, dev, devOptional }]) =>
      path === '' || optional || (devOptional && !dev) || present[path]?.version === version,
  );
}

/** Installs packages when needed, then builds. */
export function ensure({ build = true } = {}) {
  if (!isInstalled()) {
    say('Installing packages (npm ci), about a minute ...');
    run('npm', ['ci', '--no-audit', '--no-fund']);
  }
  if (build) {
    say('Building ...');
    run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
  }
}
