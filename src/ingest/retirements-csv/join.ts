import { finding } from '../../model/finding.ts';
import type { RetirementStatement } from '../../model/source-records.ts';
import { byKey } from '../by-key.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { placeOf, rangeOverlaps } from '../serial-ranges.ts';
import { counted, linesText } from '../wording.ts';

/** The statements of all files, each once, with a finding for each pair that retires one certificate twice. */
export function joinRetirements(
  extractions: readonly Extraction<RetirementStatement>[],
): Extraction<RetirementStatement> {
  const all = extractions.flatMap(({ records }) => records);
  const same = [...byKey(all, said).values()];
  const records = same.flatMap((each) => each.slice(0, 1));
  const repeated = same.flatMap((each) => each.slice(1));
  const { read, rejected, duplicate } = sumRows(extractions);
  return {
    records,
    findings: [
      ...extractions.flatMap(({ findings }) => findings),
      ...[...byKey(repeated, ({ evidence }) => evidence.file).values()].flatMap(repeats),
      ...rangeOverlaps(
        records.map(({ registry, serialStart, serialEnd, evidence }) => ({
          series: registry.toLowerCase(),
          name: registry,
          start: serialStart,
          end: serialEnd,
          evidence,
        })),
      ),
    ],
    rows: { read, rejected, duplicate: duplicate + repeated.length },
  };
}

function said(statement: RetirementStatement): string {
  const { registry, serialStart, serialEnd, energyMwh, beneficiary, retiredOn } = statement;
  const texts = [registry.toLowerCase(), serialStart, serialEnd, beneficiary, retiredOn];
  return [...texts, energyMwh.toFraction()].join('\0');
}

function repeats(rows: readonly RetirementStatement[]) {
  const [first] = rows;
  if (!first) return [];
  const lines = rows.map(({ evidence }) => evidence.at.line ?? 0);
  const message = `${counted(rows.length, 'statement')} of ${first.evidence.file} (${linesText(lines)}) repeat another file and count once.`;
  return [finding('IN-DUPLICATE', 'info', message, placeOf(first.evidence))];
}
