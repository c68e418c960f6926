import { join } from 'node:path';
import type { BillTemplate } from '../model/documents/bill-template.ts';
import { type Finding, finding } from '../model/finding.ts';
import { matching, readStored, type StoredFile } from './files.ts';
import { validated } from './schemas.ts';

/** A template of PDF bills with the file that holds it; or why there is none. */
export type BillTemplateRead =
  | { readonly template: BillTemplate; readonly file: StoredFile }
  | { readonly findings: readonly Finding[] };

/** Reads and checks the template of a bill at a path within a workspace. */
export async function readBillTemplate(folder: string, path: string): Promise<BillTemplateRead> {
  const found = await matching(folder, path);
  if (!found.includes(path)) {
    return refused(path, `The template ${path} does not exist; add it or correct template.`);
  }
  const file = await readStored(join(folder, path), path);
  const value = parsed(file.bytes);
  if ('fault' in value) return refused(path, `${path} is not valid JSON: ${value.fault}.`);
  const result = validated('bill-template', value.document);
  if ('document' in result) return { template: result.document, file };
  return {
    findings: result.faults.map(({ pointer, message }) => {
      const where = pointer.slice(1).replaceAll('/', '.') || 'document';
      return fault(path, `${path}: ${where}: ${message}`);
    }),
  };
}

function parsed(bytes: Uint8Array): { readonly document: unknown } | { readonly fault: string } {
  try {
    return { document: JSON.parse(new TextDecoder().decode(bytes)) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function refused(path: string, message: string): BillTemplateRead {
  return { findings: [fault(path, message)] };
}

function fault(path: string, message: string): Finding {
  return finding('IN-BILL-TEMPLATE', 'critical', message, { file: path });
}
