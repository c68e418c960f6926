import { type Finding, finding } from '../../model/finding.ts';
import type { PoolShares } from '../../model/records.ts';
import { exact, type Rational, ratio, sumOf } from '../../units/rational.ts';
import { isOnHours } from '../hash-fills/by-coins.ts';
import { isWholeHour } from '../hash-fills/gaps.ts';
import { HOUR } from '../../model/column.ts';
import type { HashColumns, SiteInputs } from '../inputs.ts';
import { columnSum, convert, inUnit } from '../ledger.ts';
import { countText, numberText, percentText } from '../wording.ts';

/** A pool sees what devices computed less what was stale or rejected; more than this beyond them is no chance of reading. */
const TOLERANCE = exact('1.01');
const PER_DIFFICULTY = ratio(2n ** 32n, 10n ** 12n);

function isWhole(hashes: HashColumns, { start, end }: PoolShares): boolean {
  for (let at = start; at < end; at += HOUR) if (!isWholeHour(hashes, at)) return false;
  return true;
}

function ofPool({ shares, difficulty }: PoolShares): Rational {
  return difficulty.mul(shares).mul(PER_DIFFICULTY);
}

function ofDevices({ volume }: HashColumns, span: PoolShares): Rational {
  return convert(inUnit(columnSum(volume, span, 'Hashes observed'), 'GH'), 'TH').value;
}

/**
 * Hashes of the shares that a pool accepted against those that devices report, over the hours of which both are known.
 * The side of the devices is at least that of the pool.
 */
export function poolAgainstDevices({ site, hashes, shares = [] }: SiteInputs): Finding[] {
  if (hashes?.algorithm !== 'sha256') return [];
  const both = shares.filter((one) => isOnHours(hashes, one) && isWhole(hashes, one));
  const [first] = both;
  const devices = sumOf(both.map((one) => ofDevices(hashes, one)));
  if (!first || devices.n === 0n) return [];
  const pool = sumOf(both.map(ofPool));
  const times = pool.div(devices);
  const isFar = times.gt(TOLERANCE);
  const count = both.reduce((all, one) => all + one.shares, 0n);
  const verdict = isFar
    ? `${percentText(times.sub(1n), 2)} more than machines can have sent; find which of them is wrong, or whether machines are missing`
    : 'not above it by more than 1%';
  const message = `The pool accepted ${countText(Number(count), 'share')} of ${site.id} that stand for ${numberText(pool, 0)} TH, and the hashrate of its machines gives ${numberText(devices, 0)} TH for the same hours: ${verdict}.`;
  return [
    finding('ACC-POOL-DEVICE', isFar ? 'quality' : 'info', message, { file: first.evidence.file }),
  ];
}
