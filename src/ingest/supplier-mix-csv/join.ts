import { type Finding, finding } from '../../model/finding.ts';
import type { SupplierMix } from '../../model/source-records.ts';
import { ONE, sumOf } from '../../units/rational.ts';
import { byKey } from '../by-key.ts';
import type { Extraction } from '../input-file.ts';
import { joinSpans } from '../join-spans.ts';
import { percentText } from '../shares.ts';

/** The parts of all files, each once; a year whose parts are more than the whole is critical, less is told. */
export function joinSupplierMix(
  extractions: readonly Extraction<SupplierMix>[],
): Extraction<SupplierMix> {
  const spans = extractions.map((extraction) => ({
    ...extraction,
    // a year is its own stretch of time here
    records: extraction.records.map((mix) => ({ mix, ...yearSpan(mix) })),
  }));
  const joined = joinSpans(spans, {
    of: ({ mix }) => `${mix.technologyText} in the mix of ${mix.contract}`,
    when: ({ mix }) => String(mix.year),
    says: ({ mix }) => [mix.share.toFraction(), mix.technology].join('\0'),
  });
  const records = joined.records.map(({ mix }) => mix);
  return { ...joined, records, findings: [...joined.findings, ...incomplete(records)] };
}

function yearSpan({ year, evidence }: SupplierMix) {
  return { start: year, end: year + 1, evidence };
}

function incomplete(records: readonly SupplierMix[]): Finding[] {
  const years = byKey(records, ({ contract, year }) => `${String(year)}\0${contract}`);
  return [...years.values()].flatMap((parts) => {
    const sum = sumOf(parts.map(({ share }) => share));
    const [first] = parts;
    if (!first || sum.equals(ONE)) return [];
    const { contract, year, evidence } = first;
    const which = `The parts of the mix of ${contract} for ${String(year)} add up to ${percentText(sum)}`;
    const at = { file: evidence.file, ...(evidence.at.line && { line: evidence.at.line }) };
    return sum.gt(ONE)
      ? [finding('IN-CHECK-SUM', 'critical', `${which}, more than the whole; correct them.`, at)]
      : [
          finding(
            'IN-CHECK-SUM',
            'completeness',
            `${which}; what makes up the rest is not stated. Add it, or leave it as of unknown source.`,
            at,
          ),
        ];
  });
}
