// `npm test`: installs and builds what is needed, then runs jest; arguments go to jest.
import { ensure, run } from './ensure.mjs';

ensure();
run(process.execPath, [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  ...process.argv.slice(2),
]);
