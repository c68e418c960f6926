import { Command } from 'commander';
import {
  factorDiffOf,
  factorList,
  factorRowsOf,
  type FactorScope,
  factorSetsOf,
} from '../app/factors/catalogue.ts';
import type { Done } from './exit.ts';
import { factorsImportCommand } from './factors-import-command.ts';
import { type JsonOption, printListing } from './listing.ts';
import { printFactorDiff } from './print-factor-diff.ts';
import { printFactorList, printFactorRow, printFactorSet } from './print-factors.ts';
import type { Terminal } from './terminal.ts';

const SET = 'publisher, publisher/edition, or name@year such as egrid@2023';
const WORKSPACE =
  'count the sets of this workspace too; absent: of the one in which the command is called';

interface FactorsOptions extends JsonOption {
  readonly workspace?: string;
}

/** The installed sets, and those of the workspace that is named or in which the command is called. */
function scopeOf({ workspace }: FactorsOptions): FactorScope {
  return { folder: process.cwd(), ...(workspace !== undefined && { workspace }) };
}

/** `factors`, `factors show`, `factors diff` and `factors import`. */
export function factorsCommand(terminal: Terminal, done: Done): Command {
  const command = new Command('factors')
    .description(
      'list the factor sets with years, grade and age; `show` prints the rows of one, `diff` what an update changes',
    )
    .option('--workspace <folder>', WORKSPACE)
    .option('--json', 'print as JSON')
    .action((options: FactorsOptions) => {
      const all = factorList(scopeOf(options), new Date().toISOString().slice(0, 10));
      printListing(terminal, done, options, all, () => {
        printFactorList(terminal, all);
      });
    });
  addShow(command, terminal, done);
  addDiff(command, terminal, done);
  command.addCommand(factorsImportCommand(terminal, done));
  return command;
}

/** The options of a command and of the one above it, which takes its own wherever they stand. */
function asked(command: Command): FactorsOptions {
  return command.optsWithGlobals<FactorsOptions>();
}

function addShow(command: Command, terminal: Terminal, done: Done): void {
  command
    .command('show')
    .argument('<set>', SET)
    .argument('[row]', 'id of a row, or the key that it answers for; prints it whole')
    .option('--workspace <folder>', WORKSPACE)
    .option('--json', 'print as JSON')
    .description('print the rows of a factor set with source and evidence grade')
    .action((name: string, row: string | undefined, _: FactorsOptions, self: Command) => {
      const options = asked(self);
      if (row === undefined) showSets(terminal, done, name, options);
      else showRows(terminal, done, { name, row }, options);
    });
}

function showSets(terminal: Terminal, done: Done, name: string, options: JsonOption): void {
  const sets = factorSetsOf(scopeOf(options), name);
  const documents = sets.map(({ set }) => set);
  // a year may be held by several editions; a name without one is of a single set
  const value = name.includes('@') ? documents : documents[0];
  printListing(terminal, done, options, value, () => {
    for (const set of sets) printFactorSet(terminal, set);
  });
}

function showRows(
  terminal: Terminal,
  done: Done,
  { name, row }: { readonly name: string; readonly row: string },
  options: FactorsOptions,
): void {
  const rows = factorRowsOf(scopeOf(options), name, row);
  printListing(terminal, done, options, rows, () => {
    for (const each of rows) printFactorRow(terminal, each);
  });
}

function addDiff(command: Command, terminal: Terminal, done: Done): void {
  command
    .command('diff')
    .argument('<a>', SET)
    .argument('<b>', 'the set to change to, named alike')
    .option('--workspace <folder>', WORKSPACE)
    .option('--json', 'print as JSON')
    .description('print what changes from one factor set to another, the largest change first')
    .action((a: string, b: string, _: FactorsOptions, self: Command) => {
      const options = asked(self);
      const diff = factorDiffOf(scopeOf(options), a, b);
      printListing(terminal, done, options, diff, () => {
        printFactorDiff(terminal, diff);
      });
    });
}
