import type { Instant } from '../../model/time.ts';
import type { Bill, Evidence, Money, Quality } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';

/** An amount of money as billed. */
export type Cost = Money;

/** A text as it was read, and where. */
export interface ReadValue {
  readonly text: string;
  readonly evidence: Evidence;
}

/** A bill that remembers which invoice it corrects, so that files can be joined. */
export interface ExtractedBill extends Bill {
  readonly replaces?: string;
  /** Rows dropped because they say the same as this one. */
  readonly duplicates: number;
  /** When the source last changed what it says of this invoice: of one invoice the latest holds. */
  readonly revised?: Instant;
  /** It only takes back the invoice that it names, whatever amount it states. */
  readonly isCancellation?: boolean;
  /** Every value that was read for the bill, where each stands at a place of its own. */
  readonly values?: Readonly<Record<string, ReadValue>>;
}

/** A bill as its source gives it: days by number, the end as written. */
export interface RawBill {
  readonly meter: string;
  readonly startDay: number;
  readonly endDay: number;
  readonly energyKwh: Rational;
  readonly quality: Quality;
  /** Blank where the source names none. */
  readonly invoice: string;
  readonly replaces: string;
  readonly peakDemandKw: Rational | undefined;
  readonly cost: Cost | undefined;
  readonly credit?: Cost | undefined;
  readonly evidence: Evidence;
  readonly revised?: Instant;
  readonly isCancellation?: boolean;
  readonly values?: Readonly<Record<string, ReadValue>>;
}

/** Equal for bills that say the same of energy and time. A cost may be split over several rows, so it does not count. */
export function identityOf(bill: RawBill): string {
  const { meter, startDay, endDay, energyKwh, quality, invoice, replaces, peakDemandKw } = bill;
  const demand = peakDemandKw?.toFraction() ?? '';
  const all = [meter, startDay, endDay, energyKwh.toFraction(), quality, invoice, replaces, demand];
  return all.join('\0');
}

/** The cost that several rows of one bill state; undefined where they differ. */
export function agreedCost(costs: readonly (Cost | undefined)[]): Cost | undefined {
  const [first] = costs;
  const isSame = (cost: Cost | undefined) =>
    cost !== undefined &&
    first !== undefined &&
    cost.amount.equals(first.amount) &&
    cost.currency === first.currency;
  return costs.every(isSame) ? first : undefined;
}
