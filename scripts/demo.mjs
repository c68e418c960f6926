// `npm run demo`: installs and builds what is needed, writes the bulky inputs of the demo workspace, and reports it for
// each template of the demo.
import { ensure, run } from './ensure.mjs';

const WORKSPACE = 'fixtures/aurora';
const TEMPLATES = ['int-ifrs-s2', 'us-tx-puct-25-114'];

ensure();
process.stderr.write('Writing a year of meter readings and hashrate ...\n');
run(process.execPath, [`${WORKSPACE}/generate.mjs`]);
for (const template of TEMPLATES) {
  process.stderr.write(`\nReporting ${WORKSPACE} for ${template} ...\n`);
  run(
    process.execPath,
    [
      'dist/cli/main.js',
      'report',
      WORKSPACE,
      '--template',
      template,
      '--period',
      '2025',
      '--out',
      'out',
    ],
    {
      env: { ...process.env, HASHPRINT_PROGRESS: '1' },
    },
  );
}
