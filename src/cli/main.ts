#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { versionText } from '../app/catalogue.ts';
import { AppError } from '../model/app-error.ts';
import { checkCommand } from './check-command.ts';
import { examplesCommand } from './examples-command.ts';
import { EXIT, type ExitStatus } from './exit.ts';
import { explainCommand } from './explain-command.ts';
import { factorsCommand } from './factors-command.ts';
import { importCommand } from './import-command.ts';
import { initCommand } from './init-command.ts';
import { inspectCommand } from './inspect-command.ts';
import { metricsCommand } from './metrics-command.ts';
import { reportCommand } from './report-command.ts';
import { templatesCommand } from './templates-command.ts';
import { trendCommand } from './trend-command.ts';
import { workpaperCommand } from './workpaper-command.ts';
import { processTerminal, type Terminal, wrapped } from './terminal.ts';

/** Carries the exit status out of a command. */
let status: ExitStatus = EXIT.fine;

function program(terminal: Terminal): Command {
  const done = (result: ExitStatus) => {
    status = result;
  };
  const root = new Command('hashprint')
    .description(
      'Turns a proof-of-work miner’s bills, meter data, certificates and hashrate into disclosures whose every figure can be traced and computed again.',
    )
    .version(versionText())
    .exitOverride()
    .configureHelp({
      helpWidth: terminal.width,
      minWidthToWrap: 20,
      subcommandTerm: (command) =>
        [
          command.name(),
          ...command.registeredArguments.map((argument) => `<${argument.name()}>`),
        ].join(' '),
    })
    .configureOutput({ writeOut: (text) => void process.stdout.write(text) });
  const statuses =
    'Exit status: 0 fine, 1 critical findings, 2 wrong usage, 3 a file cannot be read or written.';
  root.addHelpText('after', `\n${wrapped(terminal, statuses)}`);
  const commands = [
    initCommand(terminal, done),
    inspectCommand(terminal, done),
    importCommand(terminal, done),
    checkCommand(terminal, done),
    reportCommand(terminal, done),
    explainCommand(terminal, done),
    workpaperCommand(terminal, done),
    trendCommand(terminal, done),
    templatesCommand(terminal, done),
    factorsCommand(terminal, done),
    metricsCommand(terminal, done),
    examplesCommand(terminal, done),
  ];
  for (const command of commands)
    root.addCommand(command.exitOverride().copyInheritedSettings(root));
  return root;
}

function statusOf(error: unknown, terminal: Terminal): ExitStatus {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof AppError) {
    terminal.err(`hashprint: ${error.message}`);
    return error.code === 'usage' || error.code === 'unknown-id' ? EXIT.usage : EXIT.io;
  }
  throw error;
}

// a reader such as `head` may close the pipe before all is written
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.fine);
});

const terminal = processTerminal();
try {
  await program(terminal).parseAsync();
} catch (error) {
  status = statusOf(error, terminal);
}
process.exitCode = status;
