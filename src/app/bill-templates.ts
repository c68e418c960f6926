import type { IngestContext } from '../ingest/input-file.ts';
import type { EvidenceInput } from '../model/documents/disclosure.ts';
import type { BillTemplate } from '../model/documents/bill-template.ts';
import type { Finding } from '../model/finding.ts';
import { readBillTemplate } from '../store/bill-templates.ts';
import type { OpenWorkspace } from '../store/workspace.ts';

/** What inputs are read with: the workspace, and the templates of PDF bills that its inputs name. */
export interface Reading {
  readonly context: IngestContext;
  readonly findings: readonly Finding[];
  /** The templates, which say what was read of a bill and so are evidence as well. */
  readonly evidence: readonly EvidenceInput[];
}

/** The workspace with every template that it names. */
export async function readingOf({ folder, workspace }: OpenWorkspace): Promise<Reading> {
  const paths = new Set(
    workspace.inputs.flatMap((input) =>
      input.kind === 'profile' && input.template !== undefined ? [input.template] : [],
    ),
  );
  const billTemplates = new Map<string, BillTemplate>();
  const findings: Finding[] = [];
  const evidence: EvidenceInput[] = [];
  for (const path of [...paths].sort()) {
    const read = await readBillTemplate(folder, path);
    if ('findings' in read) findings.push(...read.findings);
    else {
      billTemplates.set(path, read.template);
      evidence.push({ path, sha256: read.file.sha256, reader: 'bill-template@1', records: 0 });
    }
  }
  return { context: { ...workspace, billTemplates }, findings, evidence };
}
