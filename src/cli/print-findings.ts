import { type Finding, type Severity, sortedFindings } from '../model/finding.ts';
import { severityWord, styled, type Terminal, wrapped } from './terminal.ts';

/** Where a finding stands, as `file:line`. */
function placeText({ at }: Finding): string {
  const place =
    at.file === undefined
      ? (at.fact ?? '')
      : at.line === undefined
        ? at.file
        : `${at.file}:${String(at.line)}`;
  return at.column === undefined ? place : `${place} (${at.column})`;
}

/** Prints every finding: weight, code and place, then the sentence. Notes are counted unless `isVerbose`. */
export function printFindings(
  terminal: Terminal,
  findings: readonly Finding[],
  isVerbose = true,
): void {
  const shown = sortedFindings(findings).filter(({ severity }) => isVerbose || severity !== 'info');
  for (const item of shown) {
    const place = placeText(item);
    terminal.out(
      `${severityWord(terminal, item.severity)} ${styled(terminal, 'bold', item.code)}${place === '' ? '' : `  ${place}`}`,
    );
    terminal.out(`  ${wrapped(terminal, item.message, 2)}`);
  }
  terminal.out(countsText(findings, isVerbose));
}

function countsText(findings: readonly Finding[], isVerbose: boolean): string {
  const count = (severity: Severity) => findings.filter((f) => f.severity === severity).length;
  const notes = count('info');
  const more = !isVerbose && notes > 0 ? ' (shown by --verbose)' : '';
  return `${String(count('critical'))} critical, ${String(count('quality'))} quality, ${String(count('completeness'))} missing, ${String(notes)} ${notes === 1 ? 'note' : 'notes'}${more}`;
}
