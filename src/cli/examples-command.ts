import { Command } from 'commander';
import { workedExamples } from '../app/examples/examples.ts';
import { type Done, EXIT } from './exit.ts';
import type { JsonOption } from './listing.ts';
import { printExamples } from './print-examples.ts';
import type { Terminal } from './terminal.ts';

/** `examples`. */
export function examplesCommand(terminal: Terminal, done: Done): Command {
  return new Command('examples')
    .argument('[id]', 'one example; absent: all of them')
    .description(
      'compute published calculations with this program and hold each figure against what was published; two of them are wrong as published and must not come out',
    )
    .option('--json', 'print as JSON, with exact values')
    .action((id: string | undefined, { json }: JsonOption) => {
      const results = workedExamples(id);
      if (json) terminal.out(JSON.stringify(results, null, 2));
      else printExamples(terminal, results);
      done(results.every((result) => result.is_met) ? EXIT.fine : EXIT.critical);
    });
}
