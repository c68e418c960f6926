import type { Direction } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { conversionFactor } from '../../units/unit.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import type { ChannelRecord, DayRecord } from './records.ts';

/** A channel of electrical energy. */
export interface Channel {
  readonly line: number;
  readonly nmi: string;
  readonly suffix: string;
  readonly direction: Direction;
  /** Joules of one unit of the values. */
  readonly joules: Rational;
  readonly minutes: number;
  readonly days: readonly DayRecord[];
}

const ENERGY: ReadonlyMap<string, Rational> = new Map(
  (['Wh', 'kWh', 'MWh', 'GWh'] as const).map((unit) => [
    unit.toLowerCase(),
    conversionFactor(unit, 'J'),
  ]),
);
/** Reactive and apparent energy and power, voltage, current and power factor: nothing of it is energy. */
const NO_ENERGY = /^([kmg]?(va|var)h?|k?[va]|pf)$/i;
const MINUTES: readonly string[] = ['5', '15', '30'];

type Fault = readonly [code: 'IN-UNIT' | 'IN-INTERVAL' | 'IN-DIRECTION' | 'IN-METER', what: string];

/** The channel of a 200 record; undefined where a finding says why its values are not counted. */
export function channelOf(
  { line, fields, days }: ChannelRecord,
  notes: RowNotes,
): Channel | undefined {
  const [, nmi = '', , , suffix = '', , , unit = '', length = ''] = fields;
  if (isSetAside(suffix, unit)) {
    notes.tally('IN-NOT-COUNTED', 'info', { line }, (n, lines) => {
      return `Channel ${nmi} ${suffix} is in ${quoted(unit)}, which is no energy, in ${n} (${lines}). It was read and set aside.`;
    });
    return undefined;
  }
  const channel = countedChannel(nmi, suffix, unit, length);
  if ('joules' in channel) return { ...channel, line, days };
  const [code, what] = channel;
  notes.row(code, 'critical', { line }, `${what} The channel is not counted; correct its record.`);
  return undefined;
}

/** True for a unit of reactive or apparent energy, power, voltage, current or power factor. */
export function isNoEnergy(unit: string): boolean {
  return NO_ENERGY.test(unit);
}

/** Reactive energy and the like, whatever the suffix, and channels that are neither E nor B in no unit of energy. */
function isSetAside(suffix: string, unit: string): boolean {
  const isEnergy = ENERGY.has(unit.toLowerCase());
  return NO_ENERGY.test(unit) || (!isEnergy && directionOf(suffix) === undefined);
}

function countedChannel(
  nmi: string,
  suffix: string,
  unit: string,
  length: string,
): Omit<Channel, 'line' | 'days'> | Fault {
  const joules = ENERGY.get(unit.toLowerCase());
  if (!joules) return ['IN-UNIT', `the unit ${quoted(unit)} of ${nmi} ${suffix} is not energy.`];
  if (nmi === '') return ['IN-METER', 'the 200 record names no NMI.'];
  const direction = directionOf(suffix);
  if (!direction) {
    return ['IN-DIRECTION', `the suffix ${quoted(suffix)} of ${nmi} is neither E nor B.`];
  }
  if (!MINUTES.includes(length)) {
    const what = `the interval length ${quoted(length)} of ${nmi} ${suffix} is none of 5, 15 and 30.`;
    return ['IN-INTERVAL', what];
  }
  return { nmi, suffix, direction, joules, minutes: Number(length) };
}

/** E1, E2 ... is what the site took, B1, B2 ... what it gave. */
function directionOf(suffix: string): Direction | undefined {
  if (/^E\w?$/i.test(suffix)) return 'import';
  return /^B\w?$/i.test(suffix) ? 'export' : undefined;
}
