import { Command } from 'commander';
import { metrics } from '../app/catalogue.ts';
import type { Done } from './exit.ts';
import { type JsonOption, printListing } from './listing.ts';
import { styled, type Terminal, wrapped } from './terminal.ts';

/** `metrics`. */
export function metricsCommand(terminal: Terminal, done: Done): Command {
  return new Command('metrics')
    .description('list the quantities that a template can ask for')
    .option('--json', 'print as JSON')
    .action((options: JsonOption) => {
      const all = metrics();
      printListing(terminal, done, options, all, () => {
        for (const metric of all) {
          terminal.out(`${styled(terminal, 'bold', metric.id)}  ${metric.title}, ${metric.unit}`);
          terminal.out(`  ${wrapped(terminal, metric.formula, 2)}`);
          terminal.out(
            `  by ${metric.dimensions.join(', ')}; ${metric.aggregates}; after ${metric.citation}`,
          );
        }
      });
    });
}
