import type { Rational } from '../../units/rational.ts';
import type { RawBill } from './bill.ts';

/** A row of a bill as its cells give it. Days and energy are undefined where a finding says why. */
export interface BillRow extends Omit<RawBill, 'startDay' | 'endDay' | 'energyKwh'> {
  readonly line: number;
  readonly startDay: number | undefined;
  readonly endDay: number | undefined;
  /** `null` where the cell states no value: of that nothing has been said yet. */
  readonly energyKwh: Rational | 'null' | undefined;
  readonly energyText: string;
}
