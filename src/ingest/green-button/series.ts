import { finding } from '../../model/finding.ts';
import { byKey } from '../by-key.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { counted } from '../wording.ts';
import { noteCoverage } from './coverage.ts';
import {
  type Feed,
  type IntervalBlock,
  type Linked,
  type MeterReading,
  readFeed,
  type ReadingType,
  type UsagePoint,
} from './feed.ts';
import type { FeedSeries } from './feed-series.ts';
import { intervalsIn } from './intervals.ts';
import { type Owners, ownersBy, shortLink } from './links.ts';
import { meaningOf } from './meaning.ts';
import { noteSummaries } from './summaries.ts';

/** The series of a feed, how many readings it holds in all, and how many were set aside. */
export interface FeedContents {
  readonly series: readonly FeedSeries[];
  readonly read: number;
  readonly rejected: number;
}

interface Group {
  readonly reading: Linked;
  readonly types: readonly ReadingType[];
  readonly blocks: readonly IntervalBlock[];
}

/** Everything that a feed meters, usage points and meter readings kept apart; refused where the XML cannot be trusted. */
export function feedContents(file: InputFile, notes: RowNotes): Outcome<FeedContents> {
  const parsed = readFeed(file);
  if (parsed.refused) return parsed;
  const feed = parsed.value;
  const pointOwners = ownersBy(feed.usagePoints, 'MeterReading');
  const groups = groupsOf(feed, file.path, notes);
  const series = groups.flatMap((group) => seriesOf(group, feed, pointOwners, file, notes) ?? []);
  const read = groups.reduce((sum, { blocks }) => sum + readingsIn(blocks), 0);
  if (read === 0) noteNoReadings(feed, file.path, notes);
  noteSummaries(feed, series, file.path, notes);
  const used = series.reduce((sum, one) => sum + one.read - one.rejected, 0);
  return { value: { series, read, rejected: read - used } };
}

function readingsIn(blocks: readonly IntervalBlock[]): number {
  return blocks.reduce((sum, { readings }) => sum + readings.length, 0);
}

/** The blocks of each meter reading; blocks that no meter reading holds go by their reading type. */
function groupsOf(feed: Feed, file: string, notes: RowNotes): Group[] {
  const meterReadings = ownersBy(feed.meterReadings, 'IntervalBlock');
  const types = ownersBy(feed.readingTypes, 'IntervalBlock');
  const blocksOf = new Map<Linked, IntervalBlock[]>();
  const add = (owner: Linked, blocks: readonly IntervalBlock[]) => {
    const known = blocksOf.get(owner) ?? [];
    for (const block of blocks) known.push(block);
    blocksOf.set(owner, known);
  };
  for (const reading of feed.meterReadings) {
    if (reading.blocks.length > 0) add(reading, reading.blocks);
  }
  for (const [key, blocks] of byKey(feed.blocks, linkKey)) {
    const [first] = blocks;
    if (!first) continue;
    const readings = distinct(meterReadings.ownersOf(first), ({ self }) => self ?? key);
    const owners = readings.length > 0 ? readings : types.ownersOf(first);
    const [owner] = owners;
    if (owner && owners.length === 1) add(owner, blocks);
    else noteUnlinked(first, blocks, owners.length, file, notes);
  }
  const typeOwners = ownersBy(feed.readingTypes, 'ReadingType');
  const readings = new Map<Linked, MeterReading>(feed.meterReadings.map((one) => [one, one]));
  return [...blocksOf].map(([owner, blocks]) => ({
    reading: owner,
    blocks,
    types: typesOf(owner, readings.get(owner), typeOwners),
  }));
}

function linkKey({ self, up, related }: Linked): string {
  return JSON.stringify([self, up, related]);
}

function typesOf(
  owner: Linked,
  reading: MeterReading | undefined,
  owners: Owners<ReadingType>,
): readonly ReadingType[] {
  // a block without a meter reading stands under its type itself
  if (!reading) return 'uom' in owner ? [owner as ReadingType] : [];
  const types = reading.types.length > 0 ? reading.types : owners.ownersOf(reading);
  return distinct(types, (type) => {
    const { accumulation, commodity, flow, kind, multiplier, uom, intervalLength } = type;
    return JSON.stringify([accumulation, commodity, flow, kind, multiplier, uom, intervalLength]);
  });
}

/** One of each: feeds that were put together repeat their entries. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...byKey(items, keyOf).values()].flatMap(([first]) => (first ? [first] : []));
}

function noteUnlinked(
  { blockLine }: IntervalBlock,
  blocks: readonly IntervalBlock[],
  owners: number,
  file: string,
  notes: RowNotes,
): void {
  const why =
    owners === 0
      ? 'no meter reading and no reading type by its links, so that its unit is not known'
      : `${counted(owners, 'meter reading')} by its links`;
  const message = `The interval block in line ${String(blockLine)} of ${file} belongs to ${why}. Its ${counted(readingsIn(blocks), 'reading')} are not counted; ask the provider for a feed with its links.`;
  notes.add(finding('IN-LINK', 'critical', message, { file, line: blockLine }));
}

function seriesOf(
  { reading, types, blocks }: Group,
  feed: Feed,
  pointOwners: Owners<UsagePoint>,
  file: InputFile,
  notes: RowNotes,
): FeedSeries | undefined {
  const at = { file: file.path, line: reading.line };
  const points = distinct(pointOwners.ownersOf(reading), ({ self, line }) => self ?? String(line));
  const [type] = types;
  const name = nameOf(reading);
  if (!type || types.length > 1 || points.length > 1) {
    notes.add(unsettled(types.length, points.length, name, at));
    return undefined;
  }
  const [point] = points;
  const meaning = meaningOf(type, point, reading, file.path);
  if (meaning.refused) {
    notes.add(meaning.refused);
    return undefined;
  }
  notes.add(...meaning.value.findings);
  const raw = blocks.flatMap(({ readings }) => readings);
  const intervals = intervalsIn(raw, meaning.value, name, notes);
  if (!meaning.value.isRegister) for (const block of blocks) noteCoverage(block, type, notes);
  const { commodity, direction, unit } = meaning.value;
  const tzOffset = offsetOf(point, feed);
  return { name, point, line: reading.line, tzOffset, commodity, direction, unit, ...intervals };
}

function nameOf({ self, line }: Linked): string {
  return self === undefined ? `line ${String(line)}` : shortLink(self);
}

function unsettled(
  types: number,
  points: number,
  name: string,
  at: { readonly file: string; readonly line: number },
) {
  const where = `The meter reading ${name} in line ${String(at.line)} of ${at.file}`;
  if (types === 0) {
    const message = `${where} links to no reading type that the file holds, so that its unit is not known. Its readings are not counted; ask the provider for the whole feed.`;
    return finding('IN-UNIT', 'critical', message, at);
  }
  const what =
    points > 1 ? counted(points, 'usage point') : `${counted(types, 'reading type')} that differ`;
  const message = `${where} is linked to ${what}. Its readings are not counted; ask the provider which holds.`;
  return finding('IN-LINK', 'critical', message, at);
}

function offsetOf(point: UsagePoint | undefined, feed: Feed): number | undefined {
  if (!point) return undefined;
  const [one] = ownersBy(feed.timeParameters, 'UsagePoint').ownersOf(point);
  const text = one?.tzOffset;
  return text !== undefined && /^[+-]?\d{1,5}$/.test(text) ? Number(text) : undefined;
}

function noteNoReadings(feed: Feed, file: string, notes: RowNotes): void {
  const parts = counted(feed.usagePoints.length, 'usage point');
  const message = `${file} holds ${parts} and no interval data. Nothing is counted from it; ask the provider for a feed with readings if there should be any.`;
  notes.add(finding('IN-NO-READINGS', 'info', message, { file }));
}
