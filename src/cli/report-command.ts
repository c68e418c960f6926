import { relative } from 'node:path';
import { Command, Option } from 'commander';
import { type DisclosureResult, report, type ReportResult } from '../app/report.ts';
import { AppError } from '../model/app-error.ts';
import { hasCritical } from '../model/finding.ts';
import { type Done, EXIT } from './exit.ts';
import { printFindings } from './print-findings.ts';
import { progressOf } from './progress.ts';
import { aligned, styled, type Terminal, wrapped } from './terminal.ts';

interface Options {
  readonly template: string;
  readonly edition?: string;
  readonly period?: string;
  readonly site?: string;
  readonly out: string;
  readonly formats: string;
  readonly draft?: boolean;
  readonly templates?: string;
  readonly json?: boolean;
  readonly verbose?: boolean;
}

const FORMATS = ['pdf', 'json'] as const;

export function reportCommand(terminal: Terminal, done: Done): Command {
  return new Command('report')
    .argument('<workspace>', 'folder that holds workspace.yaml')
    .requiredOption('--template <id>', 'what is filed; `hashprint templates` lists them')
    .option('--edition <edition>', 'edition of the template; absent: the latest')
    .option(
      '--period <period>',
      '2025, or first and last day: 2025-07-01/2026-06-30; absent: the workspace’s',
    )
    .option('--site <id>', 'for a template of sites: one site; absent: each')
    .requiredOption('--out <dir>', 'folder to write into')
    .option('--formats <list>', 'pdf, json or both', 'pdf,json')
    .option('--draft', 'write even with critical findings: watermarked, with the gaps named')
    .addOption(
      new Option('--templates <dir>', 'folder of further templates (ID/EDITION/template.json)'),
    )
    .option('--json', 'print the result as JSON')
    .option('--verbose', 'print notes too')
    .description('compute a disclosure and write it as PDF and JSON, with the ledger of every step')
    .action(async (folder: string, options: Options) => {
      const result = await report(
        folder,
        { ...options, formats: formatsOf(options.formats) },
        progressOf(terminal),
      );
      if (options.json) terminal.out(JSON.stringify(result, null, 2));
      else printReport(terminal, result, options.verbose === true);
      done(hasCritical(result.findings) ? EXIT.critical : EXIT.fine);
    });
}

function formatsOf(text: string): ReadonlySet<(typeof FORMATS)[number]> {
  const wanted = text.split(',').map((part) => part.trim());
  const unknown = wanted.find((format) => !FORMATS.some((known) => known === format));
  if (unknown !== undefined) {
    throw new AppError('usage', `there is no format "${unknown}"; write pdf, json or pdf,json`, {
      what: unknown,
    });
  }
  return new Set(FORMATS.filter((format) => wanted.includes(format)));
}

function printReport(terminal: Terminal, result: ReportResult, isVerbose: boolean): void {
  const { id, edition } = result.template;
  for (const one of result.disclosures) {
    const site = one.site === null ? '' : `, ${one.site}`;
    const title = `${id}, edition ${edition}${site}: ${one.outcome}${one.isDraft ? ', draft' : ''}`;
    terminal.out(styled(terminal, 'bold', title));
    terminal.out(wrapped(terminal, becauseText(one)));
    terminal.out('');
    printFigures(terminal, one);
  }
  printFindings(terminal, result.findings, isVerbose);
  terminal.out('');
  if (result.written.length === 0) {
    const isStopped = hasCritical(result.findings);
    terminal.out(
      isStopped
        ? 'Nothing was written: mend the critical findings, or ask for a draft with --draft.'
        : 'Nothing was written: there is nothing to file.',
    );
  }
  for (const path of result.written) terminal.out(`wrote ${relative(process.cwd(), path)}`);
}

/** Why the outcome is what it is, with the numbers that were looked at. */
function becauseText({ because, applicability: { citation, numbers } }: DisclosureResult): string {
  const seen = numbers.map(({ fact, value }) => `${fact} ${value ?? 'not stated'}`);
  const detail = [...(citation === null ? [] : [citation]), ...seen].join('; ');
  return detail === '' ? because : `${because} (${detail})`;
}

function printFigures(
  terminal: Terminal,
  { outcome, keyFigures, isDraft }: DisclosureResult,
): void {
  const isPrinted = isDraft || outcome === 'REPORT' || outcome === 'VOLUNTARY';
  if (!isPrinted || keyFigures.length === 0) return;
  const rows = keyFigures.map(({ label, printed, unit, fact }) => [
    `  ${label}`,
    printed,
    unit,
    styled(terminal, 'dim', fact),
  ]);
  terminal.out(aligned(rows, [1]));
  terminal.out('');
}
