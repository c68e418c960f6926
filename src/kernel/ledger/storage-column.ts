import { numeratorOf, type Rational } from '../../units/rational.ts';

/** What flowed into and out of a store, hour by hour, in one unit of energy. */
export interface StoreFlows {
  /** Energy that could be charged: certificates or generation that the load left over. */
  readonly available: readonly bigint[];
  readonly charge: readonly bigint[];
  readonly discharge: readonly bigint[];
}

/** How a store answers for what it gives out. */
export interface Store {
  /** Energy given out per energy taken in, round trip. */
  readonly efficiency: Rational;
  /** A watt-hour in the unit of the flows. */
  readonly wattHour: bigint;
}

/** Discharge linked to charge, both in the unit of the flows. */
export interface StoreLinks {
  /** The part of each hour's discharge that goes back to covered charge: whole watt-hours. */
  readonly released: readonly bigint[];
  /** The covered part of each hour's charge that was given out later or lost on the way. */
  readonly cancelled: readonly bigint[];
}

interface Parcel {
  readonly hour: number;
  uncovered: bigint;
  covered: bigint;
}

function roundedUp(amount: bigint, unit: bigint): bigint {
  return ((amount + unit - 1n) / unit) * unit;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The whole watt-hours for which certificates must be cancelled to give out an energy: loss and all, rounded up. */
export function neededCharge(discharge: bigint, { efficiency, wattHour }: Store): bigint {
  const given = numeratorOf(efficiency);
  return roundedUp((discharge * efficiency.d + given - 1n) / given, wattHour);
}

/**
 * Discharge linked to charge, charged first discharged first. Each hour's charge joins the end of a queue, covered as
 * far as energy was available in that hour; then the hour's discharge, divided by the efficiency and rounded up to whole
 * watt-hours, is taken from its front, of one hour's charge the uncovered part first. The covered part taken, times the
 * efficiency, rounded down to whole watt-hours, is released in the hour of discharge. What was in the store before the
 * first hour is not known to be covered, so it releases nothing. The loss counts in the hour of charge.
 *
 * @see Granular Foundation, storage charge, discharge and allocation records
 */
export function linkedStorage(flows: StoreFlows, store: Store): StoreLinks {
  const { available, charge, discharge } = flows;
  const queue: Parcel[] = [];
  const cancelled = charge.map(() => 0n);
  let front = 0;
  const take = (needed: bigint): bigint => {
    let [open, covered] = [needed, 0n];
    for (let parcel = queue[front]; parcel && open > 0n; parcel = queue[front]) {
      const plain = smaller(open, parcel.uncovered);
      const part = smaller(open - plain, parcel.covered);
      parcel.uncovered -= plain;
      parcel.covered -= part;
      cancelled[parcel.hour] = (cancelled[parcel.hour] ?? 0n) + part;
      covered += part;
      open -= plain + part;
      if (parcel.uncovered + parcel.covered === 0n) front += 1;
    }
    return covered;
  };
  const released = charge.map((amount, hour) => {
    const covered = smaller(amount, available[hour] ?? 0n);
    queue.push({ hour, covered, uncovered: amount - covered });
    const given = discharge[hour] ?? 0n;
    return releasedOf(take(neededCharge(given, store)), given, store);
  });
  return { released, cancelled };
}

/** Certificates of a release are whole watt-hours, and never more than was given out. */
function releasedOf(covered: bigint, discharge: bigint, { efficiency, wattHour }: Store): bigint {
  const amount = smaller((covered * numeratorOf(efficiency)) / efficiency.d, discharge);
  return (amount / wattHour) * wattHour;
}
