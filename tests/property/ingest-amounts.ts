import fc from 'fast-check';
import { fraction } from './ingest-forms.ts';

/** A decimal: digits times a power of ten. */
export interface Amount {
  readonly digits: bigint;
  readonly decimals: number;
}

/** Amounts of up to seven digits and four decimals. */
export function amounts(min = 0n): fc.Arbitrary<Amount> {
  return fc.record({
    digits: fc.bigInt({ min, max: 9_999_999n }),
    decimals: fc.integer({ min: 0, max: 4 }),
  });
}

/** As a file writes it. */
export function amountText({ digits, decimals }: Amount, mark: '.' | ',' = '.'): string {
  const size = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const whole = size.slice(0, size.length - decimals);
  const part = decimals === 0 ? '' : `${mark}${size.slice(size.length - decimals)}`;
  return `${digits < 0n ? '-' : ''}${whole}${part}`;
}

/** The amount times n/d, in lowest terms. */
export function times({ digits, decimals }: Amount, n = 1n, d = 1n): string {
  return fraction(digits * n, 10n ** BigInt(decimals) * d);
}

/** Joules in a unit of energy, as a fraction. */
export const JOULES: Readonly<Record<string, readonly [bigint, bigint]>> = {
  Wh: [3600n, 1n],
  kWh: [3_600_000n, 1n],
  MWh: [3_600_000_000n, 1n],
  MJ: [1_000_000n, 1n],
};

/** Watts in a unit of power. */
export const WATTS: Readonly<Record<string, bigint>> = { W: 1n, kW: 1000n, MW: 1_000_000n };
