import { type Finding, finding } from '../../model/finding.ts';
import { byKey } from '../by-key.ts';
import { quoted } from '../wording.ts';
import type { ExtractedBill } from './bill.ts';
import { placeOf, where } from './place.ts';

/** Bills, and which of them are credits that lower another one. */
export interface Settled {
  readonly bills: readonly ExtractedBill[];
  readonly credits: ReadonlySet<ExtractedBill>;
  readonly findings: readonly Finding[];
}

/**
 * The bills without those that a credit takes back in full. A credit is a bill of negative energy that names another
 * one's invoice, or that covers the same days; a cancellation takes back what it names, whatever amount it states. Where it takes back a part only, both are kept, and together they give
 * what was billed.
 */
export function settledCredits(all: readonly ExtractedBill[]): Settled {
  const cancelled = new Set<ExtractedBill>();
  const credits = new Set<ExtractedBill>();
  const findings: Finding[] = [];
  const sorted = all.toSorted(byContent);
  for (const own of byKey(sorted, ({ meter }) => meter).values()) {
    for (const credit of own.filter(isTakingBack)) {
      const lowered = own.filter((bill) => !cancelled.has(bill) && isLoweredBy(credit, bill));
      const whole = lowered.find((bill) => isTakenBack(bill, credit));
      const [partly] = lowered;
      if (whole) {
        cancelled.add(whole).add(credit);
        findings.push(cancels(credit, whole));
      } else if (credit.isCancellation) {
        cancelled.add(credit);
        findings.push(cancelsNothing(credit));
      } else if (partly) {
        credits.add(credit);
        findings.push(lowers(credit, partly));
      }
    }
  }
  return { bills: all.filter((bill) => !cancelled.has(bill)), credits, findings };
}

/** The same order whatever files the bills lie in, so that the same ones cancel. */
function byContent(a: ExtractedBill, b: ExtractedBill): number {
  const key = ({ invoice, replaces, quality }: ExtractedBill) =>
    [invoice ?? '', replaces ?? '', quality].join('\0');
  const [one, other] = [key(a), key(b)];
  if (one !== other) return one < other ? -1 : 1;
  return a.energyKwh.compare(b.energyKwh) || a.start - b.start || a.end - b.end;
}

function isTakingBack({ energyKwh, isCancellation }: ExtractedBill): boolean {
  return isCancellation === true || (energyKwh.s < 0n && energyKwh.n > 0n);
}

function isLoweredBy(credit: ExtractedBill, bill: ExtractedBill): boolean {
  return (
    !isTakingBack(bill) &&
    (isNamedBy(credit, bill) ||
      (credit.firstDay === bill.firstDay && credit.lastDay === bill.lastDay))
  );
}

function isNamedBy({ replaces }: ExtractedBill, { invoice }: ExtractedBill): boolean {
  return replaces !== undefined && replaces === invoice;
}

function isTakenBack(bill: ExtractedBill, credit: ExtractedBill): boolean {
  if (credit.isCancellation) return isNamedBy(credit, bill);
  return bill.energyKwh.equals(credit.energyKwh.neg());
}

function named({ invoice, evidence }: ExtractedBill): string {
  return invoice === undefined ? where(evidence) : `${quoted(invoice)} (${where(evidence)})`;
}

function cancels(credit: ExtractedBill, bill: ExtractedBill): Finding {
  const message = `The credit ${named(credit)} takes back the bill ${named(bill)} of ${bill.meter} in full, and neither is counted.`;
  return finding('IN-SUPERSEDED', 'info', message, placeOf(credit));
}

function lowers(credit: ExtractedBill, bill: ExtractedBill): Finding {
  const message = `The credit ${named(credit)} lowers the bill ${named(bill)} of ${bill.meter}, and both are counted. Remove the credit if the bill is already net of it.`;
  return finding('IN-CREDIT', 'quality', message, placeOf(credit));
}

function cancelsNothing(credit: ExtractedBill): Finding {
  const message = `The cancellation ${named(credit)} of ${credit.meter} names ${quoted(credit.replaces ?? '')}, which no file holds. It is not counted; add what it cancels if that was counted before.`;
  return finding('IN-SUPERSEDED', 'info', message, placeOf(credit));
}
