import { parseDecimal, type Rational } from '../../units/rational.ts';
import type { Message } from './envelope.ts';
import type { Segment } from './segment.ts';

/** A quantity of a loop with the segments that belong to it. */
export interface Quantity {
  readonly segment: Segment;
  /** QTY01: `QD` delivered and actual, `KA` estimated. */
  readonly qualifier: string;
  readonly text: string;
  readonly value: Rational | undefined;
  /** `KH` is kWh; blank where neither QTY03 nor MEA04 names one. */
  readonly unit: string;
  /** MEA07, the significance of the measurement: 51 is the total of the registers. Never a quantity. */
  readonly significance: string;
  /** MEA05 and MEA06: the register at the beginning and at the end. */
  readonly begin: Rational | undefined;
  readonly end: Rational | undefined;
  /** A date of its own, as the quantities of an interval have (DTM 582). */
  readonly isInterval: boolean;
}

/** A PTD loop: what is reported of one meter, or in sum. */
export interface Loop {
  readonly segment: Segment;
  /** PTD01. */
  readonly kind: string;
  /** The number of the meter (MG); blank in sums. */
  readonly meterNumber: string;
  /** REF*JH: how the meter enters the sum; blank or `A`: added. */
  readonly role: string;
  /** REF*4P: what a difference of its registers is multiplied with. */
  readonly multiplier: Rational | undefined;
  /** DTM 150 and 151, as written; blank where there is none. */
  readonly begins: string;
  readonly ends: string;
  readonly quantities: readonly Quantity[];
}

/** A report of usage. */
export interface UsageReport {
  readonly first: Segment;
  /** BPT01. */
  readonly purpose: string;
  /** BPT02, and BPT09: the report that this one cancels or replaces. */
  readonly reference: string;
  readonly original: string;
  /** The service point: its ESI ID (REF*Q5), else the account (REF*12). */
  readonly names: readonly string[];
  readonly loops: readonly Loop[];
  readonly isTest: boolean;
}

/** What a message of kind 867 says, without judging it. */
export function usageReport({ segments, isTest }: Message): UsageReport | undefined {
  const [first] = segments;
  if (!first) return undefined;
  const starts = segments.flatMap(({ id }, i) => (id === 'PTD' ? [i] : []));
  const header = segments.slice(0, starts[0]);
  const loops = starts.flatMap((from, k) => loopOf(segments.slice(from, starts[k + 1]), header));
  const bpt = header.find(({ id }) => id === 'BPT');
  const numbers = loops.map(({ meterNumber }) => meterNumber);
  return {
    first,
    purpose: bpt?.at(1) ?? '',
    reference: bpt?.at(2) ?? '',
    original: bpt?.at(9) ?? '',
    names: [reference(header, 'Q5'), reference(header, '12'), ...numbers].filter(
      (name) => name !== '',
    ),
    loops,
    isTest,
  };
}

/** REF02, or REF03 where the sender puts the value there. */
function reference(segments: readonly Segment[], qualifier: string): string {
  const ref = segments.find(({ id, at }) => id === 'REF' && at(1) === qualifier);
  return ref?.at(2) !== '' ? (ref?.at(2) ?? '') : ref.at(3);
}

function dated(segments: readonly Segment[], qualifier: string): string {
  return segments.find(({ id, at }) => id === 'DTM' && at(1) === qualifier)?.at(2) ?? '';
}

function loopOf(segments: readonly Segment[], header: readonly Segment[]): Loop[] {
  const [segment] = segments;
  if (!segment) return [];
  const starts = segments.flatMap(({ id }, i) => (id === 'QTY' ? [i] : []));
  const own = segments.slice(0, starts[0]);
  const number = segment.at(4) === 'MG' ? segment.at(5) : reference(own, 'MG');
  return [
    {
      segment,
      kind: segment.at(1),
      meterNumber: number,
      role: reference(own, 'JH'),
      multiplier: parseDecimal(reference(own, '4P')),
      begins: dated(own, '150') || dated(header, '150'),
      ends: dated(own, '151') || dated(header, '151'),
      quantities: starts.flatMap((from, k) => quantityOf(segments.slice(from, starts[k + 1]))),
    },
  ];
}

function quantityOf(segments: readonly Segment[]): Quantity[] {
  const [segment] = segments;
  if (!segment) return [];
  const mea = segments.find(({ id }) => id === 'MEA');
  const measured = (element: number) => mea?.at(element) ?? '';
  const text = segment.at(2);
  return [
    {
      segment,
      qualifier: segment.at(1),
      text,
      value: numberIn(text),
      unit: segment.at(3) || measured(4),
      significance: measured(7),
      begin: numberIn(measured(5)),
      end: numberIn(measured(6)),
      isInterval: segments.some(({ id, at }) => id === 'DTM' && at(1) === '582'),
    },
  ];
}

/** X12 writes `.5` for a half. */
function numberIn(text: string): Rational | undefined {
  return parseDecimal(text.replace(/^([+-]?)\./, '$10.'));
}
