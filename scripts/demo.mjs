// `npm run demo`: installs and builds what is needed, writes the bulky readings of the demo workspace, and reports it.
import { ensure, run } from './ensure.mjs';

ensure();
process.stderr.write('Writing a year of 15-minute readings ...\n');
run(process.execPath, ['fixtures/pecos/generate.mjs']);
run(
  process.execPath,
  [
    'dist/cli/main.js',
    'report',
    'fixtures/pecos',
    '--template',
    'int-ifrs-s2',
    '--period',
    '2025',
    '--out',
    'out',
  ],
  {
    env: { ...process.env, HASHPRINT_PROGRESS: '1' },
  },
);
