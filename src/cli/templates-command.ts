import { Command } from 'commander';
import { templateDetail, templateList } from '../app/catalogue.ts';
import type { Done } from './exit.ts';
import { type JsonOption, printListing } from './listing.ts';
import { aligned, styled, type Terminal, wrapped } from './terminal.ts';

/** `templates` and `templates show`. */
export function templatesCommand(terminal: Terminal, done: Done): Command {
  const command = new Command('templates')
    .description('list the templates; `show` prints what one asks for')
    .option('--json', 'print as JSON')
    .action((options: JsonOption) => {
      const all = templateList();
      printListing(terminal, done, options, all, () => {
        terminal.out(
          aligned([
            ['ID', 'EDITION', 'STATUS', 'AS OF', 'ITEMS', 'UNVERIFIED'],
            ...all.map((t) => [
              t.id,
              t.edition,
              t.status,
              t.asOf,
              String(t.items),
              String(t.unverified),
            ]),
          ]),
        );
      });
    });
  command
    .command('show')
    .argument('<id>', 'template')
    .option('--edition <edition>', 'absent: the latest')
    .option('--json', 'print as JSON')
    .description(
      'print every item of a template: what it asks, under which citation, and how well that is known',
    )
    .action((id: string, _: unknown, show: Command) => {
      // the command above takes --json wherever it stands
      const options = show.optsWithGlobals<JsonOption & { edition?: string }>();
      const detail = templateDetail(id, options.edition);
      printListing(terminal, done, options, detail, () => {
        printTemplate(terminal, detail);
      });
    });
  return command;
}

function printTemplate(terminal: Terminal, detail: ReturnType<typeof templateDetail>): void {
  terminal.out(
    styled(terminal, 'bold', `${detail.id}, edition ${detail.edition}: ${detail.title}`),
  );
  terminal.out(
    wrapped(terminal, `${detail.disclaimer} Status ${detail.status}, as of ${detail.asOf}.`),
  );
  for (const item of detail.items) {
    const weak = item.grade === 'M' ? styled(terminal, 'yellow', '  unverified') : '';
    terminal.out(`\n${styled(terminal, 'bold', item.id)}  ${item.label}${weak}`);
    terminal.out(`  ${item.obligation}, ${item.unit ?? 'text'}, from ${item.from}`);
    terminal.out(`  ${item.citation}, grade ${item.grade}`);
  }
}
