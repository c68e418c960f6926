import type { GranularCertificate, StorageFlow } from '../../model/source-records.ts';
import { instantText } from '../../model/time.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { byKey } from '../by-key.ts';
import { joinSpans } from '../join-spans.ts';
import { rangeOverlaps } from '../serial-ranges.ts';

/** The bundles that lie wholly within a larger one: parts of it, on which the accounting decides. */
function partsOf(records: readonly GranularCertificate[]): ReadonlySet<GranularCertificate> {
  const parts = new Set<GranularCertificate>();
  for (const bundles of byKey(records, ({ issuance }) => issuance).values()) {
    const ranges = bundles
      .map((bundle) => ({
        bundle,
        first: BigInt(bundle.rangeStart),
        last: BigInt(bundle.rangeEnd),
      }))
      .sort((a, b) =>
        a.first !== b.first ? (a.first < b.first ? -1 : 1) : a.last > b.last ? -1 : 1,
      );
    let outer: (typeof ranges)[number] | undefined;
    for (const range of ranges) {
      const isSame = range.first === outer?.first && range.last === outer.last;
      if (outer && range.last <= outer.last && !isSame) parts.add(range.bundle);
      if (!outer || range.last > outer.last) outer = range;
    }
  }
  return parts;
}

/**
 * The bundles of all files, with a finding for each pair of one issuance that holds one certificate twice. A bundle that
 * was split may stand beside its parts: the accounting counts one of the two.
 */
export function joinGranular(
  extractions: readonly Extraction<GranularCertificate>[],
): Extraction<GranularCertificate> {
  const records = extractions.flatMap((extraction) => extraction.records);
  const parts = partsOf(records);
  const whole = records.filter((bundle) => !parts.has(bundle));
  const spans = whole.map(({ issuance, rangeStart, rangeEnd, evidence }) => ({
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
