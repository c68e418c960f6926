import type { HashrateMap } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Interval } from '../../model/time.ts';
import { type Rational, ratio } from '../../units/rational.ts';
import { unitFactor } from '../columns.ts';

/** Units of count; those of a rate times hours would be taken for them too easily. */
const COUNTED = new Set(['h', 'gh', 'th', 'ph', 'eh']);

/** The column that says how much was computed, and what a number of it means. */
export interface AmountColumn {
  readonly column: string;
  /** The gigahashes of an interval. */
  readonly gigahashes: (value: Rational, interval: Interval) => Rational;
}

/** What the mapping says of rates or hashes; or why that cannot be read. */
export function amountColumn({ rate, hashes }: HashrateMap, file: string): AmountColumn | Finding {
  if (rate && !hashes) return rateColumn(rate, file);
  if (hashes && !rate) return hashesColumn(hashes, file);
  const named = rate ? 'both rate and hashes' : 'neither rate nor hashes';
  const message = `The mapping of ${file} names ${named}. Name the one column that says how much was computed.`;
  return finding('IN-NO-HEADER', 'critical', message, { file });
}

function rateColumn(rate: NonNullable<HashrateMap['rate']>, file: string): AmountColumn | Finding {
  const unit = unitFactor(rate, [{ kind: 'hashrate', to: 'GH/s' }], file);
  if ('severity' in unit) return unit;
  return {
    column: rate.column,
    gigahashes: (value, { start, end }) => value.mul(unit.factor).mul(ratio(BigInt(end - start))),
  };
}

function hashesColumn(
  hashes: NonNullable<HashrateMap['hashes']>,
  file: string,
): AmountColumn | Finding {
  const kinds = [{ kind: 'hashes', to: 'GH' }] as const;
  const isCounted = COUNTED.has(hashes.unit.trim().toLowerCase());
  const unit = unitFactor(isCounted ? hashes : { ...hashes, unit: '' }, kinds, file);
  if ('severity' in unit) {
    const message = `The unit "${hashes.unit}" of column "${hashes.column}" in ${file} counts no hashes. Use one of H, GH, TH, PH, EH, or name a rate.`;
    return finding('IN-UNIT', 'critical', message, { file, column: hashes.column });
  }
  return { column: hashes.column, gigahashes: (value) => value.mul(unit.factor) };
}
