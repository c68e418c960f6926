import { Command } from 'commander';
import { trendJson } from '../app/trend-text.ts';
import { trend } from '../app/trend.ts';
import { type Done, EXIT } from './exit.ts';
import { printTrend } from './print-trend.ts';
import type { Terminal } from './terminal.ts';

export function trendCommand(terminal: Terminal, done: Done): Command {
  return new Command('trend')
    .argument('<prior>', 'JSON disclosure of the earlier period')
    .argument('<current>', 'JSON disclosure of the later period')
    .description(
      'split what changed between two disclosures into the effects of hashrate, efficiency, grid and procurement',
    )
    .option('--json', 'print the figures as JSON, exact, as fractions')
    .action(async (prior: string, current: string, { json }: { json?: boolean }) => {
      const result = await trend(prior, current);
      if (json) terminal.out(JSON.stringify(trendJson(result), null, 2));
      else printTrend(terminal, result);
      done(EXIT.fine);
    });
}
