import type { FilingDocument } from './filing-document.ts';

/** A file that the PDF carries. */
export interface Attachment {
  readonly name: string;
  /** Media type: `application/json`. */
  readonly type: string;
  /** What the file is to the document, as PDF/A-3 names it. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** Embeds the files, dated as the sheet is. */
export function attach(
  document: FilingDocument,
  attachments: readonly Attachment[],
  created: Date,
): void {
  for (const { bytes, ...about } of attachments) {
    document.file(bytes, { ...about, creationDate: created, modifiedDate: created });
  }
}
