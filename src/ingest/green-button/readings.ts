import { conversionFactor } from '../../units/unit.ts';
import { byKey } from '../by-key.ts';
import type { InputFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import type { RevisedReading } from '../readings-csv/revised-reading.ts';
import { noteSpacing } from '../readings-csv/spacing.ts';
import type { RowNotes } from '../row-notes.ts';
import { commonScale, scaled } from '../scale.ts';
import type { MeteredInterval } from './intervals.ts';
import type { FeedSeries } from './feed-series.ts';

const HOUR = 3600;

/** The intervals of an hour at most as reading series, one for each length. */
export function readingsOf(
  series: FeedSeries & { readonly meter: string },
  { path, sha256 }: InputFile,
  notes: RowNotes,
): ExtractedSeries[] {
  const { meter, direction, duplicates } = series;
  const isShort = ({ start, end }: MeteredInterval) => end - start <= HOUR;
  const short = series.kept.filter(isShort);
  const disputed = series.disputed.filter(isShort);
  const perUnit = conversionFactor(series.unit, 'J');
  const joules = (one: MeteredInterval) => one.quantity.mul(perUnit);
  const scale = commonScale([...short, ...disputed].map(joules));
  const readingOf = (one: MeteredInterval): RevisedReading => {
    const { start, end, quality, line } = one;
    return { meter, start, end, energy: scaled(joules(one), scale), quality, line };
  };
  if (short.length > 0) noteSpacing({ readings: short, intervalSeconds: HOUR }, notes, series.name);
  const lengthOf = ({ start, end }: MeteredInterval) => end - start;
  const disputedOf = byKey(disputed, lengthOf);
  const lengths = byKey([...short, ...disputed], lengthOf);
  const isKept = new Set(short);
  return [...lengths].map(([seconds, own], i) => ({
    meter,
    direction,
    file: path,
    sha256,
    scale,
    intervalSeconds: seconds,
    readings: own.filter((one) => isKept.has(one)).map(readingOf),
    duplicates: i === 0 ? duplicates : 0,
    disputed: (disputedOf.get(seconds) ?? []).map(readingOf),
  }));
}
