import type { Finding } from '../../model/finding.ts';
import type { Certificate } from '../../model/records.ts';
import { ratio } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import type { RowNotes } from '../row-notes.ts';
import { rangeOverlaps, serialRange } from '../serial-ranges.ts';
import { quoted } from '../wording.ts';

/** Notes a line whose whole MWh are not as many as its serials, where the serials plainly count. */
export function noteSerialCount(certificate: Certificate, notes: RowNotes): void {
  const { serialStart, serialEnd, energyMwh, evidence } = certificate;
  const range = serialRange(serialStart, serialEnd);
  if (!range || energyMwh.d !== 1n) return;
  const count = range.last - range.first + 1n;
  if (energyMwh.equals(ratio(count))) return;
  const what = `the serials ${quoted(serialStart)} to ${quoted(serialEnd)} are ${String(count)}, the quantity is ${decimalText(energyMwh)} MWh. Correct the range or the quantity.`;
  notes.row('IN-SERIAL-COUNT', 'critical', { line: evidence.at.line ?? 0 }, what);
}

/** One finding for each pair of lines, over all files, that hold one certificate twice. */
export function serialOverlaps(certificates: readonly Certificate[]): Finding[] {
  return rangeOverlaps(
    certificates.map(({ registry, serialStart, serialEnd, evidence }) => ({
      series: registry.toLowerCase(),
      name: registry,
      start: serialStart,
      end: serialEnd,
      evidence,
    })),
  );
}
