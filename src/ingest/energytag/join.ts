import type { GranularCertificate, StorageFlow } from '../../model/source-records.ts';
import { instantText } from '../../model/time.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';
import { rangeOverlaps } from '../serial-ranges.ts';

/** The bundles of all files, with a finding for each pair of one issuance that holds one certificate twice. */
export function joinGranular(
  extractions: readonly Extraction<GranularCertificate>[],
): Extraction<GranularCertificate> {
  const records = extractions.flatMap((extraction) => extraction.records);
  const spans = records.map(({ issuance, rangeStart, rangeEnd, evidence }) => ({
    series: issuance,
    name: `the issuance ${issuance}`,
    start: rangeStart,
    end: rangeEnd,
    evidence,
  }));
  const findings = extractions.flatMap((extraction) => extraction.findings);
  return {
    records,
    findings: [...findings, ...rangeOverlaps(spans)],
    rows: sumRows(extractions),
  };
}

/** The flows of all files, each record once; what one record says twice and differently is set aside. */
export function joinStorage(
  extractions: readonly Extraction<StorageFlow>[],
): Extraction<StorageFlow> {
  return joinSpans(extractions, {
    of: ({ site, validator }) => `storage record ${validator} of ${site}`,
    when: ({ start, end }) => `${instantText(start)} to ${instantText(end)}`,
    says: ({ energyWh }) => String(energyWh),
  });
}
