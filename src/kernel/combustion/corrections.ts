import { type Finding, finding } from '../../model/finding.ts';
import type { FuelUse } from '../../model/records.ts';
import { ZERO } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { found, type Found } from '../found.ts';
import { activity, type Step, sum } from '../ledger.ts';
import { type FuelLine, lineName } from './part.ts';

function wholeOf(use: FuelUse): Step {
  return activity(use.quantity, use.unit, lineName(use), [use.evidence]);
}

/** What a correction must share with the line that it corrects. */
function kindKey(use: FuelUse): string {
  const { fuel, unit, equipment, purpose, heatBasis, conditions } = use;
  return [fuel, unit, equipment, purpose, heatBasis, conditions].join('\0');
}

function isSameSpan(a: FuelUse, b: FuelUse): boolean {
  return a.start === b.start && a.end === b.end;
}

/**
 * The line that a correction is of: of the same fuel, not later, with at least its quantity left. That of the same days
 * goes before others, then the latest.
 */
function corrects(correction: FuelUse, lines: readonly FuelLine[]): number {
  const fitting = lines.flatMap(({ use, whole }, i) =>
    kindKey(use) === kindKey(correction) &&
    use.start <= correction.start &&
    whole.value.add(correction.quantity).gte(ZERO)
      ? [i]
      : [],
  );
  const same = fitting.find((i) => {
    const line = lines[i];
    return line !== undefined && isSameSpan(line.use, correction);
  });
  return same ?? fitting.at(-1) ?? -1;
}

function unpaired(use: FuelUse): Finding {
  const message = `${lineName(use)}, is below zero and corrects no earlier line of that fuel, unit and equipment of at least its quantity; it was not counted. State the line that it corrects, or remove it.`;
  return finding('ACC-FUEL-CORRECTION', 'critical', message, placeOf(use.evidence));
}

function paired({ use }: FuelLine, correction: FuelUse): Finding {
  const message = `${lineName(correction)}, is below zero and was taken off ${lineName(use)}, over the days of the latter.`;
  return finding('ACC-FUEL-CORRECTION', 'info', message, placeOf(correction.evidence));
}

/** The lines of fuel in their order, each less what later lines below zero correct of it. */
export function correctedLines(fuels: readonly FuelUse[]): Found<readonly FuelLine[]> {
  const lines = fuels
    .filter(({ quantity }) => quantity.gte(ZERO))
    .map((use): FuelLine => ({ use, whole: wholeOf(use) }));
  const findings: Finding[] = [];
  for (const correction of fuels.filter(({ quantity }) => quantity.lt(ZERO))) {
    const at = corrects(correction, lines);
    const line = lines[at];
    if (!line) {
      findings.push(unpaired(correction));
      continue;
    }
    findings.push(paired(line, correction));
    const name = `${lineName(line.use)}, corrected`;
    lines[at] = { ...line, whole: sum<string>([line.whole, wholeOf(correction)], name) };
  }
  return found(lines, findings);
}
