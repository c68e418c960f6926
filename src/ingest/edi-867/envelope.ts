import { type Finding, finding } from '../../model/finding.ts';
import { quoted } from '../wording.ts';
import { elementOf, type Segment } from './segment.ts';

/** A transaction set that its envelope vouches for. */
export interface Message {
  /** ST up to SE. */
  readonly segments: readonly Segment[];
  /** ST01: `867`. */
  readonly kind: string;
  /** The sender marks the interchange as a test (ISA15). */
  readonly isTest: boolean;
}

/** What an interchange holds once its counts are checked. */
export interface Checked {
  readonly messages: readonly Message[];
  readonly findings: readonly Finding[];
  /** Messages that were refused. */
  readonly refused: number;
}

/** An opening segment, what stands between, and the closing one. */
interface Envelope {
  readonly open: Segment;
  readonly inner: readonly Segment[];
  readonly close: Segment | undefined;
}

/**
 * The messages whose counts and control numbers hold: segments of a message (SE), messages of a group (GE), groups of
 * an interchange (IEA). A wrong count refuses what the envelope holds as a whole.
 */
export function checkedMessages(segments: readonly Segment[], file: string): Checked {
  return together(
    envelopes(segments, 'ISA', 'IEA').map((interchange) => {
      const groups = envelopes(interchange.inner, 'GS', 'GE');
      const fault = faultOf(interchange, groups.length, 13, stray(interchange.inner, 'GS', 'GE'));
      const isTest = interchange.open.at(15) === 'T';
      if (fault) return refusal(interchange, fault, file);
      return together(groups.map((group) => ofGroup(group, isTest, file)));
    }),
  );
}

function ofGroup(group: Envelope, isTest: boolean, file: string): Checked {
  const sets = envelopes(group.inner, 'ST', 'SE');
  const fault = faultOf(group, sets.length, 6, stray(group.inner, 'ST', 'SE'));
  if (fault) return refusal(group, fault, file);
  return together(
    sets.map((set) => {
      const own = faultOf(set, set.inner.length + 2, 2, undefined);
      if (own) return refusal(set, own, file);
      const segments = [set.open, ...set.inner, ...(set.close ? [set.close] : [])];
      return {
        messages: [{ segments, kind: set.open.at(1), isTest }],
        findings: [],
        refused: 0,
      };
    }),
  );
}

function together(parts: readonly Checked[]): Checked {
  return {
    messages: parts.flatMap(({ messages }) => messages),
    findings: parts.flatMap(({ findings }) => findings),
    refused: parts.reduce((sum, { refused }) => sum + refused, 0),
  };
}

/** Each stretch from an opening to the closing segment, or to the next opening one where the closing one is missing. */
function envelopes(segments: readonly Segment[], open: string, close: string): Envelope[] {
  const starts = segments.flatMap(({ id }, i) => (id === open ? [i] : []));
  return starts.flatMap((from, k) => {
    const stretch = segments.slice(from + 1, starts[k + 1]);
    const end = stretch.findIndex(({ id }) => id === close);
    const opening = segments[from];
    if (!opening) return [];
    return [
      { open: opening, inner: end < 0 ? stretch : stretch.slice(0, end), close: stretch[end] },
    ];
  });
}

/** A segment that stands between two envelopes. */
function stray(segments: readonly Segment[], open: string, close: string): Segment | undefined {
  let isInside = false;
  return segments.find(({ id }) => {
    if (id === open) isInside = true;
    const isStray = !isInside;
    if (id === close) isInside = false;
    return isStray;
  });
}

/** What is wrong with the count, the control number or the end of an envelope; undefined when all holds. */
function faultOf(
  { open, close }: Envelope,
  count: number,
  control: number,
  strayed: Segment | undefined,
): string | undefined {
  if (strayed) return `${elementOf(strayed)} stands where it does not belong`;
  if (!close) return `${elementOf(open)} is never closed`;
  if (Number(close.at(1)) !== count || !/^\d+$/.test(close.at(1))) {
    return `${elementOf(close)} states ${quoted(close.at(1))} where ${String(count)} were counted`;
  }
  if (close.at(2) !== open.at(control)) {
    return `${elementOf(close)} names the control number ${quoted(close.at(2))} and ${elementOf(open)} ${quoted(open.at(control))}`;
  }
  return undefined;
}

function refusal({ open, inner }: Envelope, fault: string, file: string): Checked {
  const within = open.id === 'ST' ? 'this message' : 'all that it encloses';
  const message = `In ${file} ${fault}. Nothing of ${within} is counted; ask for it again.`;
  const at = { file, line: open.line, element: elementOf(open) };
  const refused = [open, ...inner].filter(({ id }) => id === 'ST').length;
  return { messages: [], findings: [finding('IN-EDI', 'critical', message, at)], refused };
}
