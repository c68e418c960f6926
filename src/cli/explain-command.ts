import { Command } from 'commander';
import { explain } from '../app/explain.ts';
import { type Done, EXIT } from './exit.ts';
import { printExplanation } from './print-trace.ts';
import type { Terminal } from './terminal.ts';

export function explainCommand(terminal: Terminal, done: Done): Command {
  return new Command('explain')
    .argument('<disclosure>', 'JSON disclosure that `report` wrote')
    .argument('<fact>', 'id of a figure, such as s2.29.a.i.2 or "x.energy[quarter=2025-Q1]"')
    .description('print the trace of one figure, down to evidence lines and factor rows')
    .option('--ledger <file>', 'the ledger, when it is not beside the disclosure')
    .option('--json', 'print the tree as JSON')
    .action(async (path: string, fact: string, options: { ledger?: string; json?: boolean }) => {
      const explanation = await explain(path, fact, options.ledger);
      if (options.json) terminal.out(JSON.stringify(explanation, null, 2));
      else printExplanation(terminal, explanation);
      done(EXIT.fine);
    });
}
