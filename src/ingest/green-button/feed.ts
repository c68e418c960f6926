import type { Finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { childOf, childrenOf, eachElement, textIn, type XmlElement } from '../xml/xml.ts';

/** An Atom entry as the parts in it are joined: by its links. */
export interface Linked {
  readonly line: number;
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly self: string | undefined;
  readonly up: readonly string[];
  readonly related: readonly string[];
}

export interface UsagePoint extends Linked {
  /** `ServiceCategory.kind` as written. */
  readonly kind: string | undefined;
}

/** Codes as written; absent where the element is absent or empty. */
export interface ReadingType extends Linked {
  readonly accumulation: string | undefined;
  readonly commodity: string | undefined;
  readonly qualifier: string | undefined;
  readonly defaultQuality: string | undefined;
  readonly flow: string | undefined;
  readonly intervalLength: string | undefined;
  readonly kind: string | undefined;
  readonly multiplier: string | undefined;
  readonly uom: string | undefined;
}

export interface RawReading {
  readonly line: number;
  readonly start: string | undefined;
  readonly duration: string | undefined;
  readonly value: string | undefined;
  readonly qualities: readonly string[];
}

export interface IntervalBlock extends Linked {
  /** Line of the block itself: an entry may hold several. */
  readonly blockLine: number;
  readonly declared: { readonly start: string | undefined; readonly duration: string | undefined };
  readonly readings: readonly RawReading[];
}

export interface MeterReading extends Linked {
  /** Parts that stand in the meter reading itself. */
  readonly types: readonly ReadingType[];
  readonly blocks: readonly IntervalBlock[];
}

export interface TimeParameters extends Linked {
  readonly tzOffset: string | undefined;
}

/** A quantity of a summary. */
export interface SummaryAmount {
  readonly value: string | undefined;
  readonly multiplier: string | undefined;
  readonly uom: string | undefined;
}

export interface Summary extends Linked {
  readonly start: string | undefined;
  readonly duration: string | undefined;
  readonly last: SummaryAmount | undefined;
  readonly current: SummaryAmount | undefined;
}

/** What a feed holds, in the order of the file, which means nothing. */
export interface Feed {
  readonly usagePoints: UsagePoint[];
  readonly meterReadings: MeterReading[];
  readonly readingTypes: ReadingType[];
  readonly blocks: IntervalBlock[];
  readonly timeParameters: TimeParameters[];
  readonly summaries: Summary[];
}

const ATOM = ['http://www.w3.org/2005/Atom', ''];
const ESPI = ['http://naesb.org/espi', ''];

/** The parts of a feed; or why the document cannot be trusted. */
export function readFeed(file: InputFile): Outcome<Feed> {
  const feed: Feed = {
    usagePoints: [],
    meterReadings: [],
    readingTypes: [],
    blocks: [],
    timeParameters: [],
    summaries: [],
  };
  const isEntry = (name: string, uri: string) => name === 'entry' && ATOM.includes(uri);
  const fault: Finding | undefined = eachElement(file, isEntry, (element, isRoot) => {
    // the rest of a feed, its own links and title, joins nothing
    if (!isRoot || element.name !== 'feed') takeParts(element, linksOf(element), feed);
  });
  return fault ? { refused: fault } : { value: feed };
}

const PARTS: Readonly<Record<string, (part: XmlElement, entry: Linked, feed: Feed) => void>> = {
  UsagePoint: (part, entry, feed) => {
    const kind = textIn(childOf(part, 'ServiceCategory'), 'kind');
    feed.usagePoints.push({ ...entry, kind });
  },
  MeterReading: (part, entry, feed) => {
    const types = childrenOf(part, 'ReadingType').map((type) => readingTypeOf(type, entry));
    const blocks = childrenOf(part, 'IntervalBlock').map((block) => blockOf(block, entry));
    feed.meterReadings.push({ ...entry, types, blocks });
  },
  ReadingType: (part, entry, feed) => feed.readingTypes.push(readingTypeOf(part, entry)),
  IntervalBlock: (part, entry, feed) => feed.blocks.push(blockOf(part, entry)),
  LocalTimeParameters: (part, entry, feed) => {
    feed.timeParameters.push({ ...entry, tzOffset: textIn(part, 'tzOffset') });
  },
  UsageSummary: (part, entry, feed) => feed.summaries.push(summaryOf(part, entry)),
  ElectricPowerUsageSummary: (part, entry, feed) => feed.summaries.push(summaryOf(part, entry)),
};

/** Parts stand in the entry's content, or deeper where a provider wraps them. */
function takeParts(element: XmlElement, entry: Linked, feed: Feed): void {
  const take = ESPI.includes(element.uri) ? PARTS[element.name] : undefined;
  if (take) take(element, entry, feed);
  else for (const child of element.children) takeParts(child, entry, feed);
}

function linksOf(entry: XmlElement): Linked {
  const links = childrenOf(entry, 'link');
  const hrefs = (rel: string) =>
    links
      .filter(({ attributes }) => attributes.get('rel') === rel)
      .flatMap(({ attributes }) => bareLink(attributes.get('href')));
  return {
    line: entry.line,
    id: textIn(entry, 'id'),
    title: textIn(entry, 'title'),
    self: hrefs('self')[0],
    up: hrefs('up'),
    related: hrefs('related'),
  };
}

function bareLink(href: string | undefined): string[] {
  const bare = href?.trim().replace(/\/+$/, '') ?? '';
  return bare === '' ? [] : [bare];
}

function readingTypeOf(part: XmlElement, entry: Linked): ReadingType {
  return {
    ...entry,
    line: part.line,
    accumulation: textIn(part, 'accumulationBehaviour'),
    commodity: textIn(part, 'commodity'),
    qualifier: textIn(part, 'dataQualifier'),
    defaultQuality: textIn(part, 'defaultQuality'),
    flow: textIn(part, 'flowDirection'),
    intervalLength: textIn(part, 'intervalLength'),
    kind: textIn(part, 'kind'),
    multiplier: textIn(part, 'powerOfTenMultiplier'),
    uom: textIn(part, 'uom'),
  };
}

function blockOf(part: XmlElement, entry: Linked): IntervalBlock {
  const interval = childOf(part, 'interval');
  return {
    ...entry,
    blockLine: part.line,
    declared: { start: textIn(interval, 'start'), duration: textIn(interval, 'duration') },
    readings: childrenOf(part, 'IntervalReading').map(rawReading),
  };
}

function rawReading(part: XmlElement): RawReading {
  const time = childOf(part, 'timePeriod');
  const qualities = childrenOf(part, 'ReadingQuality').flatMap(
    (quality) => textIn(quality, 'quality') ?? [],
  );
  return {
    line: part.line,
    start: textIn(time, 'start'),
    duration: textIn(time, 'duration'),
    value: textIn(part, 'value'),
    qualities,
  };
}

function summaryOf(part: XmlElement, entry: Linked): Summary {
  const period = childOf(part, 'billingPeriod');
  return {
    ...entry,
    line: part.line,
    start: textIn(period, 'start'),
    duration: textIn(period, 'duration'),
    last: amountOf(childOf(part, 'overallConsumptionLastPeriod')),
    current: amountOf(childOf(part, 'currentBillingPeriodOverAllConsumption')),
  };
}

function amountOf(part: XmlElement | undefined): SummaryAmount | undefined {
  if (!part) return undefined;
  return {
    value: textIn(part, 'value'),
    multiplier: textIn(part, 'powerOfTenMultiplier'),
    uom: textIn(part, 'uom'),
  };
}
