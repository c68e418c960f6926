import { HOUR, type HourColumn } from '../../model/column.ts';
import { type Interval, overlapOf } from '../../model/time.ts';
import type { HashColumns } from '../inputs.ts';
import {
  columnSum,
  constant,
  convert,
  inUnit,
  product,
  quotient,
  type Step,
  sum,
} from '../ledger.ts';
import { type Gap, isKnownHour, isWholeHour, ofMissingTime, spanText } from './gaps.ts';

/** Hours before and after a gap that show the energy per hash: three and a half days each, seven together. */
const REACH = 84 * HOUR;
const CITES = ['Hashprint method: meter proxy over the known hours of the surrounding seven days'];

/** Readings of mining energy beside hashes, and the stretches in which both are wholly known. */
export interface MeterProxy {
  readonly hashes: HashColumns;
  readonly energy: readonly HourColumn[];
  readonly known: readonly Interval[];
}

/** The proxy of a site; undefined where no readings stand for the energy of mining. */
export function meterProxy(
  hashes: HashColumns,
  energy: readonly HourColumn[],
): MeterProxy | undefined {
  if (energy.length === 0) return undefined;
  const { start, cells } = hashes.volume;
  const known: Interval[] = [];
  let from: number | undefined;
  for (let i = 0; i <= cells.length; i += 1) {
    const at = start + i * HOUR;
    const isKnown = i < cells.length && isWholeHour(hashes, at) && isKnownHour(energy, at);
    if (isKnown) from ??= at;
    else if (from !== undefined) {
      known.push({ start: from, end: at });
      from = undefined;
    }
  }
  return { hashes, energy, known };
}

function energyIn(columns: readonly HourColumn[], span: Interval, what: string): Step<'J'> {
  const name = `Energy of mining, ${what}`;
  return sum(
    columns.map((column) => inUnit(columnSum(column, span, name), 'J')),
    name,
  );
}

/** Hashes per joule over the known hours around a gap; undefined where there are none, or nothing was computed. */
function rollingRate({ hashes, energy, known }: MeterProxy, gap: Gap): Step<'TH/J'> | undefined {
  const window = { start: gap.start - REACH, end: gap.end + REACH };
  const spans = known.flatMap((span) => overlapOf(span, window) ?? []);
  if (spans.length === 0) return undefined;
  const joules = sum(
    spans.map((span) => energyIn(energy, span, spanText(span))),
    `Energy of mining in the known hours around ${spanText(gap)}`,
  );
  const volume = sum(
    spans.map((span) => inUnit(columnSum(hashes.volume, span, `Hashes, ${spanText(span)}`), 'GH')),
    `Hashes of the known hours around ${spanText(gap)}`,
  );
  if (volume.value.n === 0n) return undefined;
  return quotient(convert(volume, 'TH'), joules, {
    name: `Hashes per joule around ${spanText(gap)}`,
    formula: 'hashes / energy, over the known hours from 84 h before to 84 h after the gap',
    cites: CITES,
  });
}

/**
 * Hashes of a gap by the energy that was metered in it. No energy, no hashes, whatever the hours around it were like, so
 * outages and curtailment are not filled. Undefined where the energy or its hashes are not known.
 */
export function filledByMeter(proxy: MeterProxy | undefined, gap: Gap): Step<'TH'> | undefined {
  if (!proxy || !isKnownHour(proxy.energy, gap.start)) return undefined;
  const energy = energyIn(proxy.energy, gap, spanText(gap));
  const name = `Hashes by metered energy, ${spanText(gap)}`;
  if (energy.value.n === 0n) {
    const nothing = constant('0', 'TH/J', 'Hashes of no energy');
    return product(energy, nothing, { name, formula: 'no energy, no hashes', cites: CITES });
  }
  const rate = rollingRate(proxy, gap);
  if (!rate) return undefined;
  const part = ofMissingTime(gap, energy);
  const unseen = part
    ? product(energy, part, `Energy of mining in seconds without hashrate, ${spanText(gap)}`)
    : energy;
  return product(unseen, rate, { name, formula: 'energy x hashes per joule', cites: CITES });
}
