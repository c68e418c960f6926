import { Command } from 'commander';
import { initWorkspace } from '../app/init.ts';
import { type Done, EXIT } from './exit.ts';
import type { Terminal } from './terminal.ts';

export function initCommand(terminal: Terminal, done: Done): Command {
  return new Command('init')
    .argument('<dir>', 'folder of the new workspace; made when absent')
    .description('write a commented workspace to start from')
    .option('--json', 'print the written paths as JSON')
    .action(async (dir: string, { json }: { json?: boolean }) => {
      const written = await initWorkspace(dir, new Date().getUTCFullYear() - 1);
      if (json) {
        terminal.out(JSON.stringify({ written }, null, 2));
      } else {
        for (const path of written) terminal.out(`wrote ${path}`);
        terminal.out(
          `Put your files beside it, edit workspace.yaml, then run: hashprint check ${dir}`,
        );
      }
      done(EXIT.fine);
    });
}
