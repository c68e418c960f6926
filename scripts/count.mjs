// Prints jest's count as one plain line; fails when no test ran or a suite could not be loaded.
import { readFileSync } from 'node:fs';

const result = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = result;
const failed = numFailedTests + numRuntimeErrorTestSuites;
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
if (numPassedTests === 0 || failed > 0) process.exitCode = 1;
process.stdout.write(`${numPassedTests} passed, ${failed} failed${skipped}\n`);
