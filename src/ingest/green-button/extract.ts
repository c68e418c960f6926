import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { ExtractedBill } from '../bills-csv/extract.ts';
import type { Extraction, Identification, IngestContext, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import type { ExtractedSeries } from '../readings-csv/extract.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { counted } from '../wording.ts';
import { billsOf } from './bills.ts';
import { pointMeters } from './points.ts';
import { readingsOf } from './readings.ts';
import type { FeedSeries } from './feed-series.ts';
import { feedContents } from './series.ts';

/** What a feed gives: readings of an hour at most, bills of days and months, and what counts as neither. */
export interface FeedExtraction {
  readonly readings: Extraction<ExtractedSeries>;
  readonly bills: Extraction<ExtractedBill>;
  /** Gas, heat, water; electricity that flowed another way or whose length is neither. Never added to electricity. */
  readonly others: readonly FeedSeries[];
  /** Meters by the names of the electricity series that have one. */
  readonly meters: ReadonlyMap<string, string>;
}

const SNIFFED = 65_536;

/** How far the file looks like a Green Button feed, by its namespace or its elements. */
export function identify({ bytes }: InputFile): Identification {
  const head = new TextDecoder().decode(bytes.subarray(0, SNIFFED)).trimStart();
  if (!head.startsWith('<')) return { confidence: 0, why: 'The file is not XML.' };
  if (head.includes('http://naesb.org/espi')) {
    return {
      confidence: 1,
      why: 'It names the namespace of Green Button (http://naesb.org/espi).',
    };
  }
  if (/<(IntervalBlock|UsagePoint|MeterReading)\b/.test(head)) {
    return { confidence: 0.7, why: 'It holds elements of Green Button without their namespace.' };
  }
  return { confidence: 0, why: 'It is XML without a part of a Green Button feed.' };
}

/** Electricity of a feed as readings and bills of the workspace's meters. */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): FeedExtraction {
  const notes = rowNotes(file.path);
  const contents = feedContents(file, notes);
  if (contents.refused) {
    const refused = refusedFile<never>(contents.refused);
    return { readings: refused, bills: refusedFile(), others: [], meters: new Map() };
  }
  const { series, read, rejected } = contents.value;
  const { meterOf, findings } = pointMeters(series, input, context, file.path);
  notes.add(...findings);
  const usable = series.flatMap((one) => {
    const meter = one.commodity === 'electricity' ? meterOf(one) : undefined;
    return meter === undefined ? [] : [{ ...one, meter }];
  });
  const single = withoutRivals(usable, file.path, notes);
  const readings = single.flatMap((one) => readingsOf(one, file, notes));
  const bills = single.flatMap((one) => billsOf(one, context, file, notes));
  const others = series.filter(({ commodity, direction, kept }) => {
    return commodity !== 'electricity' || direction !== 'import' || kept.some(isNeither);
  });
  for (const other of others) noteNotCounted(other, file.path, notes);
  const duplicate = series.reduce((sum, { duplicates }) => sum + duplicates, 0);
  return {
    readings: {
      records: readings,
      findings: notes.findings(),
      rows: { read, rejected, duplicate },
    },
    bills: { records: bills, findings: [], rows: { read: 0, rejected: 0, duplicate: 0 } },
    others,
    meters: new Map(usable.map(({ name, meter }) => [name, meter])),
  };
}

/** Longer than an hour and shorter than the shortest day. */
function isNeither({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end - start > 3600 && end - start < 82_800;
}

/** Two meter readings that tell of one meter, direction and time may be the same energy twice: none of them is counted. */
function withoutRivals(
  usable: readonly (FeedSeries & { readonly meter: string })[],
  file: string,
  notes: RowNotes,
): readonly (FeedSeries & { readonly meter: string })[] {
  const rivals = new Set<FeedSeries>();
  usable.forEach((one, i) => {
    for (const other of usable.slice(i + 1)) {
      if (one.meter !== other.meter || one.direction !== other.direction) continue;
      if (!share(one, other)) continue;
      rivals.add(one).add(other);
      const message = `${one.name} (line ${String(one.line)}) and ${other.name} (line ${String(other.line)}) of ${file} both meter ${one.meter} at the same time, and may be the same energy twice. Neither is counted; keep one of them in the file, or give them meters of their own.`;
      notes.add(finding('IN-CONFLICT', 'critical', message, { file, line: other.line }));
    }
  });
  return usable.filter((one) => !rivals.has(one));
}

/** Whether the two series have time in common; each stands in order of time. */
function share({ kept: a }: FeedSeries, { kept: b }: FeedSeries): boolean {
  for (let i = 0, k = 0; i < a.length && k < b.length;) {
    const [one, other] = [a[i], b[k]];
    if (!one || !other) return false;
    if (one.end <= other.start) i += 1;
    else if (other.end <= one.start) k += 1;
    else return true;
  }
  return false;
}

function noteNotCounted(series: FeedSeries, file: string, notes: RowNotes): void {
  const { name, line, commodity, direction, kept } = series;
  const what = `${name} in line ${String(line)} of ${file} holds ${counted(kept.length, 'interval')}`;
  const isOther = commodity !== 'electricity' || direction !== 'import';
  const why = isOther
    ? `of ${commodity}, ${direction}, which do not count as electricity bought`
    : 'of which some are longer than an hour and shorter than a day: neither readings nor bills, and not counted';
  const severity = isOther && direction !== 'net' ? 'info' : 'quality';
  notes.add(finding('IN-NOT-COUNTED', severity, `${what} ${why}.`, { file, line }));
}
