import type { InputFile } from '../../src/ingest/input-file.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { given } from './given.ts';

export const GREEN_BUTTON: ProfileInput = {
  kind: 'profile',
  profile: 'green-button',
  files: '*.xml',
  meter: 'main',
};

/** Codes of a reading type; null leaves the element out, '' leaves it empty. */
export type TypeCodes = Readonly<Record<string, string | null>>;

const DELIVERED: TypeCodes = {
  accumulationBehaviour: '4',
  commodity: '1',
  flowDirection: '1',
  intervalLength: '3600',
  kind: '12',
  powerOfTenMultiplier: '0',
  uom: '72',
};

/** Start, duration and value of a reading, and its flags. */
export type Reading = readonly [
  start: number | string,
  duration: number | string | null,
  value: number | string | null,
  ...qualities: string[],
];

/** An Atom entry: one id for all of them, as some providers write it. */
export function entry(links: readonly string[], content: string): string {
  const written = links.map((link) => {
    const [rel = '', href = ''] = link.split(' ');
    return `<link rel="${rel}" href="${href}"/>`;
  });
  return `<entry>\n<id>urn:uuid:0</id>\n${written.join('\n')}\n<title>12 Elm</title>\n<content>\n${content}\n</content>\n</entry>`;
}

export function element(name: string, text: string | null): string {
  return text === null ? '' : `<${name}>${text}</${name}>`;
}

export function usagePoint(
  at: string,
  kind: string | null,
  related: readonly string[] = [],
): string {
  const service = `<ServiceCategory>${element('kind', kind)}</ServiceCategory>`;
  const links = [`self ${at}`, `related ${at}/MeterReading`, ...related.map((r) => `related ${r}`)];
  return entry(links, `<UsagePoint xmlns="http://naesb.org/espi">${service}</UsagePoint>`);
}

export function meterReading(at: string, type: string): string {
  const links = [`self ${at}`, `up ${at.replace(/\/[^/]*$/, '')}`];
  return entry(
    [...links, `related ${at}/IntervalBlock`, `related ${type}`],
    '<MeterReading xmlns="http://naesb.org/espi"/>',
  );
}

export function readingType(at: string, codes: TypeCodes = {}): string {
  const all = { ...DELIVERED, ...codes };
  const written = Object.entries(all).map(([name, code]) => element(name, code));
  return entry(
    [`self ${at}`],
    `<ReadingType xmlns="http://naesb.org/espi">${written.join('')}</ReadingType>`,
  );
}

export function block(
  at: string,
  readings: readonly Reading[],
  declared?: readonly [number, number],
): string {
  const interval = declared
    ? `<interval><duration>${String(declared[1])}</duration><start>${String(declared[0])}</start></interval>`
    : '';
  const written = readings.map(([start, duration, value, ...qualities]) => {
    const flags = qualities.map((q) => `<ReadingQuality><quality>${q}</quality></ReadingQuality>`);
    const length = element('duration', duration === null ? null : String(duration));
    const time = `<timePeriod>${length}<start>${String(start)}</start></timePeriod>`;
    const amount = element('value', value === null ? null : String(value));
    return `<IntervalReading>${flags.join('')}${time}${amount}</IntervalReading>`;
  });
  return entry(
    [`self ${at}/1`, `up ${at}`],
    `<IntervalBlock xmlns="http://naesb.org/espi">${interval}\n${written.join('\n')}\n</IntervalBlock>`,
  );
}

export function atom(...entries: readonly string[]): InputFile {
  const text = `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n${entries.join('\n')}\n</feed>\n`;
  return given(text, 'feed.xml');
}

/** A feed of one meter reading; the order of entries is not the one in which they belong together. */
export function feed(
  readings: readonly Reading[],
  codes: TypeCodes = {},
  kind: string | null = '0',
): InputFile {
  return atom(
    block('u/1/MeterReading/1/IntervalBlock', readings),
    readingType('t/1', codes),
    meterReading('u/1/MeterReading/1', 't/1'),
    usagePoint('u/1', kind),
  );
}

/** 2025-01-01T06:00:00Z, midnight in Chicago. */
export const JANUARY = 1_735_711_200;
