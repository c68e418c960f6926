import { Command } from 'commander';
import { checkWorkspace } from '../app/check.ts';
import { hasCritical } from '../model/finding.ts';
import { type Done, EXIT } from './exit.ts';
import { printCoverage } from './print-coverage.ts';
import { printFindings } from './print-findings.ts';
import { printHourlyServed } from './print-hourly-served.ts';
import { printServedBy } from './print-served-by.ts';
import { progressOf } from './progress.ts';
import type { Terminal } from './terminal.ts';

export function checkCommand(terminal: Terminal, done: Done): Command {
  return new Command('check')
    .argument('<workspace>', 'folder that holds workspace.yaml')
    .description(
      'read every input and report coverage, the factors that will serve, and findings; nothing is computed that is filed',
    )
    .option('--json', 'print as JSON')
    .option('--verbose', 'print notes too')
    .action(async (folder: string, options: { json?: boolean; verbose?: boolean }) => {
      const result = await checkWorkspace(folder, progressOf(terminal));
      if (options.json) {
        terminal.out(JSON.stringify(result, null, 2));
      } else {
        printCoverage(terminal, result.coverage);
        printServedBy(terminal, result);
        printHourlyServed(terminal, result.served_by_hour);
        printFindings(terminal, result.findings, options.verbose === true);
      }
      done(hasCritical(result.findings) ? EXIT.critical : EXIT.fine);
    });
}
