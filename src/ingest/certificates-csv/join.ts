import type { Certificate } from '../../model/records.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { serialOverlaps } from './serials.ts';

/** The certificate lines of all files, with a finding for each pair that holds one certificate twice. */
export function joinCertificates(
  extractions: readonly Extraction<Certificate>[],
): Extraction<Certificate> {
  const records = extractions.flatMap((extraction) => extraction.records);
  const findings = extractions.flatMap((extraction) => extraction.findings);
  return {
    records,
    findings: [...findings, ...serialOverlaps(records)],
    rows: sumRows(extractions),
  };
}
