import type { Finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';

/** What a file holds once archives, workbooks and documents are opened. */
export interface Opened {
  /** The file itself, or the members of an archive. None where a finding says why. */
  readonly files: readonly InputFile[];
  readonly findings: readonly Finding[];
}
