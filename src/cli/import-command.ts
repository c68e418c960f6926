import { Command, Option } from 'commander';
import { applyImport, type ImportResult } from '../app/import/apply-import.ts';
import { askedImport, type ImportRequest } from './ask-import.ts';
import { type Done, EXIT } from './exit.ts';
import { answersIn, type ImportOptions } from './import-flags.ts';
import {
  printBeginning,
  printOpen,
  printOutcome,
  printSettled,
  printTrial,
} from './print-import.ts';
import { styled, type Terminal, wrapped } from './terminal.ts';

const collected = (value: string, all: readonly string[] = []) => [...all, value];

export function importCommand(terminal: Terminal, done: Done): Command {
  const command = new Command('import')
    .argument('<file>', 'a bill, a meter export, a certificate ledger, a hashrate export ...')
    .argument('<workspace>', 'folder that holds workspace.yaml')
    .description(
      'propose how a file is read, ask for what it does not say, and add it to workspace.yaml',
    )
    .option(
      '--kind <kind>',
      'what the file holds: bills, readings, certificates, hashrate, fleet ...',
    )
    .option('--profile <id>', 'read it by a named layout; `none` to map its columns instead')
    .option('--meter <id>', 'the meter that the file is for')
    .option('--site <id>', 'the site that the file is for')
    .option('--contract <id>', 'the contract of certificates or deliveries')
    .option('--zone <zone>', 'clock of the stamps: America/Chicago, UTC ...')
    .option('--unit <unit>', 'unit of the main column; of another one as power=kW', collected)
    .option('--label <start|end>', 'what a stamp names of its interval')
    .option('--date-format <form>', 'form of dates, such as dd.MM.yyyy')
    .option('--end-date <rule>', 'does the last day belong to its row: inclusive or exclusive')
    .option('--column <role=header>', 'the column of a role; once for each', collected)
    .addOption(new Option('--delimiter <mark>', 'comma, semicolon, tab or bar'))
    .option('--decimal <mark>', 'point or comma')
    .option('--thousands <mark>', 'comma, point, blank, apostrophe or none')
    .option('--encoding <name>', 'encoding of the text, such as windows-1252')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--answer <id=value>', 'any other answer that was asked for', collected)
    .option('--accept-likely', 'take what is only likely as confirmed')
    .option('--dry-run', 'show what would be read and written, and write nothing')
    .option('--json', 'print proposal and result as JSON, and ask nothing');
  command.addHelpText('after', () => `\n${wrapped(terminal, HELP)}`);
  return command.action(async (file: string, folder: string, options: ImportOptions) => {
    const request = {
      file,
      folder,
      answers: answersIn(options),
      isLikelyAccepted: options.acceptLikely === true,
      isDryRun: options.dryRun === true,
    };
    const result = await imported(terminal, request, options.json === true);
    done(result === undefined || isUnfinished(result) ? EXIT.critical : EXIT.fine);
  });
}

const HELP =
  'At a terminal it asks. Elsewhere it needs an answer for all that the file does not say, lists the flags that are missing, and ends with status 1 until they are given. Nothing is guessed: what is only likely counts when you confirm it, or with --accept-likely. The file is read before anything is written, and a critical finding stops it.';

function isUnfinished({ outcome }: ImportResult): boolean {
  return outcome === 'open' || outcome === 'refused';
}

async function imported(
  terminal: Terminal,
  request: ImportRequest,
  isJson: boolean,
): Promise<ImportResult | undefined> {
  if (terminal.asking && !isJson) return atTerminal(terminal, terminal.asking, request);
  const { file, folder, answers } = request;
  const result = await applyImport(file, folder, answers, request);
  if (isJson) terminal.out(JSON.stringify(result, null, 2));
  else printUnasked(terminal, result);
  return result;
}

async function atTerminal(
  terminal: Terminal,
  begin: NonNullable<Terminal['asking']>,
  request: ImportRequest,
): Promise<ImportResult | undefined> {
  const asking = begin();
  try {
    const result = await askedImport(terminal, asking, request);
    if (result) printOutcome(terminal, result);
    else terminal.out('Nothing was written.');
    return result;
  } finally {
    asking.close();
  }
}

function printUnasked(terminal: Terminal, result: ImportResult): void {
  const { proposal, outcome } = result;
  printBeginning(terminal, proposal);
  if (proposal.settled.length > 0) {
    terminal.out(styled(terminal, 'bold', 'What the file and the workspace say'));
    printSettled(terminal, proposal.settled);
    terminal.out('');
  }
  if (outcome === 'open') printOpen(terminal, proposal);
  else {
    printTrial(terminal, result);
    terminal.out('');
    printOutcome(terminal, result);
  }
}
