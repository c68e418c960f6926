import { Command } from 'commander';
import { inspectFile, type Inspection, profileList } from '../app/inspect.ts';
import { hasCritical } from '../model/finding.ts';
import { type Done, EXIT } from './exit.ts';
import { printFindings } from './print-findings.ts';
import { styled, type Terminal, wrapped } from './terminal.ts';

export function inspectCommand(terminal: Terminal, done: Done): Command {
  return new Command('inspect')
    .argument('<file>', 'one input file')
    .description('say what Hashprint sees in one input file')
    .option('--profile <id>', 'read it by a named profile')
    .option('--timezone <zone>', 'IANA zone of stamps that carry none')
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      () =>
        `\nA file within a workspace is read by that workspace’s mapping.\n\nProfiles:\n${profilesText(terminal)}`,
    )
    .action(
      async (path: string, options: { profile?: string; timezone?: string; json?: boolean }) => {
        const inspection = await inspectFile(path, options);
        if (options.json) terminal.out(JSON.stringify(inspection, null, 2));
        else printInspection(terminal, inspection);
        done(hasCritical(inspection.findings) ? EXIT.critical : EXIT.fine);
      },
    );
}

function profilesText(terminal: Terminal): string {
  const lines = profileList().map(({ id, description, isProven }) => {
    const proof = isProven ? '' : ' (unproven: made without a file of an issuer)';
    return `  ${id}\n    ${wrapped(terminal, `${description}${proof}`, 4)}`;
  });
  return lines.join('\n');
}

function printInspection(terminal: Terminal, inspection: Inspection): void {
  const { file, sha256, format, profile, series, records } = inspection;
  terminal.out(styled(terminal, 'bold', file));
  terminal.out(`  sha256   ${sha256}`);
  terminal.out(`  format   ${format}${profile === null ? '' : `, profile ${profile}`}`);
  terminal.out(`  records  ${String(records)}`);
  for (const one of series) {
    terminal.out('');
    terminal.out(
      `${styled(terminal, 'bold', one.meter ?? one.id)}  ${one.commodity}, ${one.direction}`,
    );
    terminal.out(`  ${one.start} to ${one.end}`);
    terminal.out(`  total ${one.total} ${one.unit} in ${String(one.intervals)} intervals`);
    terminal.out(
      `  ${String(one.gaps)} gaps, ${String(one.overlaps)} overlaps, ${String(one.duplicates)} duplicates, ${String(one.estimated)} estimated`,
    );
  }
  terminal.out('');
  printFindings(terminal, inspection.findings);
}
