// `npm run demo`: installs and builds what is needed, writes the bulky inputs of the demo workspaces, and reports each for
// its templates.
import { ensure, run } from './ensure.mjs';

/** Workspaces, each with the templates for which it is reported. */
const DEMO = [
  ['fixtures/aurora', ['int-ifrs-s2', 'us-tx-puct-25-114']],
  ['fixtures/borealis', ['int-mining-account']],
];

ensure();
process.stderr.write('Writing the hours of meters and hashrate ...\n');
for (const [workspace] of DEMO) run(process.execPath, [`${workspace}/generate.mjs`]);
for (const [workspace, templates] of DEMO) {
  for (const template of templates) {
    process.stderr.write(`\nReporting ${workspace} for ${template} ...\n`);
    run(
      process.execPath,
      ['dist/cli/main.js', 'report', workspace, '--template', template, '--out', 'out'],
      { env: { ...process.env, HASHPRINT_PROGRESS: '1' } },
    );
  }
}
