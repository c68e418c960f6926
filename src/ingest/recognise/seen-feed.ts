import { finding, type Finding } from '../../model/finding.ts';
import { sumOf } from '../../units/rational.ts';
import { shortLink } from '../green-button/links.ts';
import type { FeedSeries } from '../green-button/feed-series.ts';
import { feedContents } from '../green-button/series.ts';
import type { InputFile } from '../input-file.ts';
import { rowNotes } from '../row-notes.ts';
import { counted } from '../wording.ts';
import type { Seen } from './seen.ts';
import { type InspectedSeries, seriesCounts } from './series-counts.ts';

/** Everything that a Green Button feed meters, whatever its commodity; `meterOf` names meters of a workspace. */
export function seenFeed(
  file: InputFile,
  meterOf: (series: FeedSeries) => string | undefined = () => undefined,
): Seen {
  const notes = rowNotes(file.path);
  const contents = feedContents(file, notes);
  const base = { format: 'xml', profile: 'green-button' } as const;
  if (contents.refused) {
    return { ...base, series: [], records: 0, findings: [contents.refused] };
  }
  const ids = new Map<string, number>();
  const kept = contents.value.series.flatMap((one) => {
    const counts = countsOf(one, meterOf(one), ids);
    return counts ? [{ counts, one }] : [];
  });
  return {
    ...base,
    series: kept.map(({ counts }) => counts),
    records: kept.reduce((sum, { counts }) => sum + counts.intervals, 0),
    findings: [
      ...notes.findings(),
      ...kept.flatMap(({ counts, one }) => continuity(counts, one, file.path)),
    ],
  };
}

function countsOf(
  series: FeedSeries,
  known: string | undefined,
  ids: Map<string, number>,
): InspectedSeries | undefined {
  const { name, point, commodity, direction, unit, kept, duplicates, isFlagged } = series;
  const times = (ids.get(name) ?? 0) + 1;
  ids.set(name, times);
  const meter = known ?? (point?.self === undefined ? point?.title : shortLink(point.self));
  return seriesCounts({
    id: times === 1 ? name : `${name} (${String(times)})`,
    meter: meter ?? null,
    commodity,
    direction,
    unit,
    intervals: kept,
    total: sumOf(kept.map(({ quantity }) => quantity)),
    duplicates,
    isFlagged,
  });
}

function continuity(counts: InspectedSeries, { name, line }: FeedSeries, file: string): Finding[] {
  const at = { file, line };
  const { gaps, overlaps, start, end } = counts;
  const findings: Finding[] = [];
  if (gaps > 0) {
    const message = `${name} in ${file} has ${counted(gaps, 'gap')} between ${start} and ${end}. They count as missing, not as zero.`;
    findings.push(finding('IN-GAP', 'completeness', message, at));
  }
  if (overlaps > 0) {
    const message = `${counted(overlaps, 'pair')} of intervals of ${name} in ${file} share time, between ${start} and ${end}. Ask the provider which holds.`;
    findings.push(finding('IN-INTERVAL', 'critical', message, at));
  }
  return findings;
}
