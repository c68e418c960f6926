import { type Finding, finding } from '../../model/finding.ts';
import type { RowNotes } from '../row-notes.ts';

/** Collects what is to be said of one bill that stands on a page, in the words that tables use for rows. */
export function pageNotes(file: string, page: number): RowNotes {
  const findings: Finding[] = [];
  const at = { file, page };
  const where = `page ${String(page)} of ${file}`;
  return {
    row(code, severity, _, what) {
      findings.push(finding(code, severity, `On ${where}: ${what}`, at));
    },
    tally(code, severity, _, topic) {
      findings.push(finding(code, severity, topic('1 bill', where), at));
    },
    locate: () => undefined,
    add(...more) {
      findings.push(...more);
    },
    findings: () => [...findings],
  };
}
