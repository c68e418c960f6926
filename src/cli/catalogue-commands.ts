import { Command } from 'commander';
import {
  factorSetOf,
  factorSets,
  metrics,
  templateDetail,
  templateList,
} from '../app/catalogue.ts';
import { type Done, EXIT } from './exit.ts';
import { aligned, styled, type Terminal, wrapped } from './terminal.ts';

interface JsonOption {
  readonly json?: boolean;
}

/** The commands that list what ships: templates, factors, metrics. */
export function catalogueCommands(terminal: Terminal, done: Done): Command[] {
  return [
    templatesCommand(terminal, done),
    factorsCommand(terminal, done),
    metricsCommand(terminal, done),
  ];
}

function list(
  terminal: Terminal,
  done: Done,
  { json }: JsonOption,
  value: unknown,
  print: () => void,
): void {
  if (json) terminal.out(JSON.stringify(value, null, 2));
  else print();
  done(EXIT.fine);
}

function templatesCommand(terminal: Terminal, done: Done): Command {
  const command = new Command('templates')
    .description('list the templates; `show` prints what one asks for')
    .option('--json', 'print as JSON')
    .action((options: JsonOption) => {
      const all = templateList();
      list(terminal, done, options, all, () => {
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
    .action((id: string, options: JsonOption & { edition?: string }) => {
      const detail = templateDetail(id, options.edition);
      list(terminal, done, options, detail, () => {
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
      });
    });
  return command;
}

function factorsCommand(terminal: Terminal, done: Done): Command {
  const command = new Command('factors')
    .description('list the factor sets; `show` prints the rows of one')
    .option('--json', 'print as JSON')
    .action((options: JsonOption) => {
      const all = factorSets();
      list(terminal, done, options, all, () => {
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
      list(terminal, done, options, set, () => {
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
      });
    });
  return command;
}

type Row = ReturnType<typeof factorSetOf>['rows'][number];

function valuesText(row: Row): string {
  const fields = ['co2_kg', 'ch4_kg', 'n2o_kg', 'co2e_kg', 'renewable', 'carbon_free'] as const;
  return fields
    .flatMap((field) => {
      const value = row[field];
      return value === undefined ? [] : [`${field} ${value ?? 'not available'}`];
    })
    .join(', ');
}

function metricsCommand(terminal: Terminal, done: Done): Command {
  return new Command('metrics')
    .description('list the quantities that a template can ask for')
    .option('--json', 'print as JSON')
    .action((options: JsonOption) => {
      const all = metrics();
      list(terminal, done, options, all, () => {
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
