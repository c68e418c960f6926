import { dirname, relative } from 'node:path';
import { Command } from 'commander';
import { workpaper } from '../app/workpaper.ts';
import { type Done, EXIT } from './exit.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  readonly out?: string;
  readonly ledger?: string;
  readonly json?: boolean;
}

export function workpaperCommand(terminal: Terminal, done: Done): Command {
  return new Command('workpaper')
    .argument('<disclosure>', 'JSON disclosure that `report` wrote')
    .description(
      'write the audit workpaper: one row for each step, with live formulas (XLSX) and with exact values (CSV)',
    )
    .option('--out <folder>', 'where to write (default: beside the disclosure)')
    .option('--ledger <file>', 'the ledger, when it is not beside the disclosure')
    .option('--json', 'print what was written as JSON')
    .action(async (path: string, { out, ledger, json }: Options) => {
      const result = await workpaper(path, out ?? dirname(path), ledger);
      if (json) {
        terminal.out(JSON.stringify(result, null, 2));
      } else {
        const { steps, figures } = result;
        terminal.out(
          `${String(steps)} steps of ${String(figures)} facts, computed again and equal.`,
        );
        for (const file of result.written) terminal.out(`wrote ${relative(process.cwd(), file)}`);
      }
      done(EXIT.fine);
    });
}
