import { HOUR, type HourColumn } from '../model/column.ts';
import type { Finding } from '../model/finding.ts';
import type { HashReading, HashSeries } from '../model/records.ts';
import type { Interval } from '../model/time.ts';
import { inputsOf, missingIntervals, within } from './coverage.ts';
import { cellsOf, hourWindow, sumByHour } from './hour-sums.ts';

/** Site and window of the two columns. */
export interface HashRequest {
  readonly site: string;
  readonly interval: Interval;
  /** An instant at which an hour begins: local midnight. Absent: hours of UTC. */
  readonly origin?: number;
}

/** The hashes of each hour, and the seconds for which they are known. */
export interface ReducedHashes {
  /** `<site>.hashes`, in gigahashes. */
  readonly volume: HourColumn;
  /** `<site>.hash-seconds`, in seconds. */
  readonly seconds: HourColumn;
  readonly findings: readonly Finding[];
}

/** Reduces the hashrate of one site to hours; a bulk engine is another function of this type. */
export type ReduceHashes = (series: readonly HashSeries[], request: HashRequest) => ReducedHashes;

/**
 * The hashes of all devices of a site for each hour, and the seconds of that hour for which the rate is known. With
 * several devices these are the seconds of the device that is known for the shortest time among those in operation
 * (from a device's first reading to its last): a device that is silent is not taken for one that stands still.
 */
export const reduceHashes: ReduceHashes = (series, { site, interval, origin = 0 }) => {
  const { start, hours } = hourWindow(interval, origin);
  const window = { start, end: start + hours * HOUR };
  const amounts = series.flatMap(({ readings, scale }) =>
    within(readings, window).map((r) => ({ ...r, amount: r.hashes, scale })),
  );
  const sums = sumByHour(amounts, interval, origin);
  const volume = cellsOf(sums, `${site}.hashes`);
  const shared = {
    site,
    start,
    inputs: inputsOf(series),
    counts: {
      readings: amounts.length,
      estimated: 0,
      missing: missing(amounts, interval, series[0]?.intervalSeconds ?? HOUR),
      duplicate: series.reduce((sum, { duplicates }) => sum + duplicates, 0),
    },
  };
  const seconds = knownSeconds(
    byDevice(series.flatMap(({ readings }) => readings)),
    window,
    volume.known,
  );
  return {
    volume: {
      ...shared,
      id: `${site}.hashes`,
      quantity: 'hashes',
      unit: 'GH',
      scale: sums.scale,
      cells: volume.cells,
      known: volume.known,
    },
    seconds: {
      ...shared,
      id: `${site}.hash-seconds`,
      quantity: 'seconds',
      unit: 's',
      scale: 1n,
      cells: seconds,
      known: Uint8Array.from(volume.known),
    },
    findings: volume.findings,
  };
};

function byDevice(readings: readonly HashReading[]): HashReading[][] {
  const devices = new Map<string, HashReading[]>();
  for (const reading of readings) {
    const known = devices.get(reading.device);
    if (known) known.push(reading);
    else devices.set(reading.device, [reading]);
  }
  return [...devices.values()];
}

/** For one device the whole window is asked for; of several, each only while it is in operation. */
function missing(readings: readonly HashReading[], interval: Interval, seconds: number): number {
  const devices = byDevice(readings);
  if (devices.length < 2) return missingIntervals(readings, interval, seconds);
  return devices.reduce((sum, own) => sum + missingIntervals(own, lifeOf(own), seconds), 0);
}

function lifeOf(readings: readonly HashReading[]): Interval {
  let [start, end] = [Infinity, -Infinity];
  for (const reading of readings) {
    start = Math.min(start, reading.start);
    end = Math.max(end, reading.end);
  }
  return { start, end };
}

function knownSeconds(
  devices: readonly (readonly HashReading[])[],
  window: Interval,
  known: Uint8Array,
): BigInt64Array {
  const least = new Float64Array(known.length).fill(Infinity);
  for (const readings of devices) {
    const { covered } = sumByHour(
      within(readings, window).map(({ start, end }) => ({ start, end, amount: 0n, scale: 1n })),
      window,
      window.start,
    );
    const life = lifeOf(readings);
    covered.forEach((seconds, i) => {
      const hour = window.start + i * HOUR;
      const isInOperation = hour < life.end && hour + HOUR > life.start;
      if (isInOperation) least[i] = Math.min(least[i] ?? Infinity, seconds);
    });
  }
  return BigInt64Array.from(known, (isKnown, i) => {
    const seconds = least[i] ?? Infinity;
    return isKnown === 1 && Number.isFinite(seconds) ? BigInt(seconds) : 0n;
  });
}
