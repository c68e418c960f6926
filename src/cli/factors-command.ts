import { Command } from 'commander';
import { factorSetOf, factorSets } from '../app/catalogue.ts';
import type { Done } from './exit.ts';
import { factorsImportCommand } from './factors-import-command.ts';
import { type JsonOption, printListing } from './listing.ts';
import { aligned, styled, type Terminal, wrapped } from './terminal.ts';

/** `factors` and `factors show`. */
export function factorsCommand(terminal: Terminal, done: Done): Command {
  const command = new Command('factors')
    .description('list the factor sets; `show` prints the rows of one')
    .option('--json', 'print as JSON')
    .action((options: JsonOption) => {
      const all = factorSets();
      printListing(terminal, done, options, all, () => {
        terminal.out(
          aligned([
            ['PUBLISHER', 'EDITION', 'ROWS', 'TITLE'],
            ...all.map((s) => [
              s.publisher,
              s.edition,
              s.rows === 0 ? 'none' : String(s.rows),
              s.title,
            ]),
          ]),
        );
      });
    });
  command
    .command('show')
    .argument('<set>', 'publisher, or publisher/edition')
    .option('--json', 'print as JSON')
    .description('print the rows of a factor set with source and evidence grade')
    .action((name: string, options: JsonOption) => {
      const set = factorSetOf(name);
      printListing(terminal, done, options, set, () => {
        printSet(terminal, set);
      });
    });
  command.addCommand(factorsImportCommand(terminal, done));
  return command;
}

function printSet(terminal: Terminal, set: FactorSet): void {
  terminal.out(styled(terminal, 'bold', `${set.publisher} ${set.edition}: ${set.title}`));
  terminal.out(wrapped(terminal, `Licence: ${set.licence}.`));
  for (const note of set.notes ?? []) terminal.out(wrapped(terminal, note));
  if (set.not_shipped)
    terminal.out(wrapped(terminal, `Rows are not here: ${set.not_shipped.because}.`));
  terminal.out('');
  terminal.out(
    aligned([
      ['ROW', 'KEY', 'YEAR', 'VALUES', 'PER', 'GRADE'],
      ...set.rows.map((row) => [
        row.id,
        row.answers.grid ?? row.answers.gas ?? '',
        String(row.answers.year ?? ''),
        valuesText(row),
        row.per,
        row.grade === 'M' ? 'M unverified' : row.grade,
      ]),
    ]),
  );
}

type FactorSet = ReturnType<typeof factorSetOf>;
type Row = FactorSet['rows'][number];

function valuesText(row: Row): string {
  const fields = ['co2_kg', 'ch4_kg', 'n2o_kg', 'co2e_kg', 'renewable', 'carbon_free'] as const;
  return fields
    .flatMap((field) => {
      const value = row[field];
      return value === undefined ? [] : [`${field} ${value ?? 'not available'}`];
    })
    .join(', ');
}
