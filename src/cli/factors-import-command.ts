import { Command } from 'commander';
import {
  factorImporters,
  type FactorsImport,
  type FactorsRequest,
  importFactors,
} from '../app/import-factors.ts';
import { AppError } from '../model/app-error.ts';
import { type Done, EXIT } from './exit.ts';
import { printFindings } from './print-findings.ts';
import { styled, type Terminal, wrapped } from './terminal.ts';

interface ImportFactorsOptions {
  readonly publisher: string;
  readonly edition: string;
  readonly workspace: string;
  readonly licence?: string;
  readonly year?: string;
  readonly zone?: readonly string[];
  readonly published?: string;
  readonly replace?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `factors import`: a publisher's own file becomes a factor set of the workspace. */
export function factorsImportCommand(terminal: Terminal, done: Done): Command {
  const command = new Command('import')
    .argument('<file>', 'the file as the publisher released it: workbook or CSV')
    .description("read a publisher's own file and add its factors to the workspace")
    .requiredOption('--publisher <id>', 'whose file it is; see below')
    .requiredOption('--edition <name>', 'the edition, such as 2023r2 or 2025-v1.0')
    .option('--workspace <folder>', 'folder that holds workspace.yaml', '.')
    .option('--licence <text>', 'the terms under which you hold it, where they are not known here')
    .option('--year <year>', 'the data year, where the file does not say it or holds several')
    .option('--zone <zone...>', 'of hourly data: the zones whose rows are wanted, such as ERCO')
    .option('--published <day>', 'the day on which the edition was released, such as 2025-06-12')
    .option('--replace', 'overwrite another set of the same publisher and edition')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--json', 'print as JSON');
  command.addHelpText('after', () => `\n${helpText(terminal)}`);
  return command.action(async (file: string) => {
    // the command above takes --json wherever it stands
    const options = command.optsWithGlobals<ImportFactorsOptions>();
    const result = await imported(terminal, file, options);
    if (options.json === true) terminal.out(JSON.stringify(result, null, 2));
    else printResult(terminal, result);
    done(result.outcome === 'refused' ? EXIT.critical : EXIT.fine);
  });
}

/** At a terminal the date of release is asked for where neither the file nor the command states it. */
async function imported(
  terminal: Terminal,
  file: string,
  options: ImportFactorsOptions,
): Promise<FactorsImport> {
  const request = requestOf(options);
  if (!terminal.asking || options.json === true || request.published !== undefined) {
    return importFactors(file, request);
  }
  const tried = await importFactors(file, { ...request, isDryRun: true });
  if (tried.outcome !== 'tried' || tried.set.published !== undefined) {
    return importFactors(file, request);
  }
  const published = await askedDay(terminal, terminal.asking, tried.set.edition);
  return importFactors(file, published === undefined ? request : { ...request, published });
}

async function askedDay(
  terminal: Terminal,
  begin: NonNullable<Terminal['asking']>,
  edition: string,
): Promise<string | undefined> {
  const asking = begin();
  try {
    const question = `Edition ${edition} states no day of release, by which the latest edition of a publisher is known. On which day was it released, such as 2025-06-12? Enter leaves it unknown.`;
    terminal.out(wrapped(terminal, question));
    const typed = await asking.ask('> ');
    return typed === undefined || typed === '' ? undefined : typed;
  } finally {
    asking.close();
  }
}

function helpText(terminal: Terminal): string {
  const each = factorImporters().map(({ publisher, description, isProven }) => {
    const proof = isProven ? '' : ' Unproven: made without a file of the publisher at hand.';
    return wrapped(terminal, `  ${publisher}: ${description}.${proof}`, 4);
  });
  return ['Publishers and what is read of them:', ...each].join('\n');
}

function requestOf(options: ImportFactorsOptions): FactorsRequest {
  const { publisher, edition, workspace, licence, year, published, zone } = options;
  if (year !== undefined && !/^(19|20)\d\d$/.test(year)) {
    throw new AppError('usage', `"${year}" is no year; write --year 2024`, { what: year });
  }
  return {
    publisher,
    edition,
    workspace,
    ...(licence !== undefined && { licence }),
    ...(year !== undefined && { year: Number(year) }),
    ...(published !== undefined && { published }),
    ...(zone && { zones: zone }),
    isReplaced: options.replace === true,
    isDryRun: options.dryRun === true,
  };
}

const OUTCOMES: Readonly<Record<FactorsImport['outcome'], (path: string) => string>> = {
  refused: () => 'Nothing was written.',
  tried: (path) => `A dry run: ${path} would be written.`,
  unchanged: (path) => `${path} holds this very set already; nothing was written.`,
  written: (path) => `${path} was written. Name its publisher under factors in workspace.yaml.`,
};

function printResult(terminal: Terminal, result: FactorsImport): void {
  const { set, findings, isProven, outcome, path } = result;
  terminal.out(styled(terminal, 'bold', `${set.publisher} ${set.edition}: ${set.title}`));
  terminal.out(wrapped(terminal, `Licence: ${set.licence}.`));
  if (!isProven) {
    const doubt =
      'This reader was made without a file of the publisher at hand. Check some values against it.';
    terminal.out(wrapped(terminal, doubt));
  }
  for (const line of readLines(set)) terminal.out(wrapped(terminal, line, 2));
  terminal.out('');
  if (findings.length > 0) printFindings(terminal, findings);
  terminal.out(wrapped(terminal, OUTCOMES[outcome](path)));
}

/** What was read, by use: how many rows, of which years, for which grids or fuels. */
function readLines({ rows }: FactorsImport['set']): string[] {
  const uses = [...new Set(rows.map(({ answers }) => answers.use))];
  return uses.map((use) => {
    const own = rows.filter(({ answers }) => answers.use === use).map(({ answers }) => answers);
    const years = own.flatMap(({ year }) => year ?? []);
    const keys = [...new Set(own.map(({ grid, fuel, energy }) => fuel ?? energy ?? grid ?? ''))];
    const span = years.length === 0 ? 'no year' : yearsText(years);
    return `${use}: ${String(own.length)} ${own.length === 1 ? 'row' : 'rows'}, ${span}, ${keysText(keys)}`;
  });
}

function yearsText(years: readonly number[]): string {
  const first = Math.min(...years);
  const last = Math.max(...years);
  return first === last ? String(first) : `${String(first)} to ${String(last)}`;
}

const NAMED = 12;

function keysText(keys: readonly string[]): string {
  const named = keys.slice(0, NAMED).join(', ');
  return keys.length > NAMED ? `${named} and ${String(keys.length - NAMED)} more` : named;
}
