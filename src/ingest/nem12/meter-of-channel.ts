import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { IngestContext } from '../input-file.ts';
import type { RowNotes } from '../row-notes.ts';
import { listed, quoted } from '../wording.ts';
import type { Channel } from './channel.ts';

/** A channel or a register by its name: one NMI has several, told apart by their suffixes. */
export type NamedChannel = Pick<Channel, 'line' | 'nmi' | 'suffix' | 'direction'>;

/** The meter of a channel; undefined where a finding says that it has none. */
export type MeterOfChannel = (channel: NamedChannel, notes: RowNotes) => string | undefined;

/** The NMI and suffix, by which a channel goes without a workspace. */
export function nameOf({ nmi, suffix }: NamedChannel): string {
  return `${nmi} ${suffix}`;
}

/** By the input's own meter, or by a meter's number: the NMI with the suffix, or the NMI alone. */
export function meterOfChannel(
  { meter }: Pick<ProfileInput, 'meter'>,
  { meters }: IngestContext,
): MeterOfChannel {
  if (meter !== undefined) {
    return onlyMeter(meter, meters.find(({ id }) => id === meter)?.number);
  }
  const known = new Map([
    ...meters.flatMap(({ id, number }) => (number === undefined ? [] : [[number, id] as const])),
    ...meters.map(({ id }) => [id, id] as const),
  ]);
  return (channel, notes) => {
    const id = known.get(nameOf(channel)) ?? known.get(channel.nmi);
    if (id !== undefined) return id;
    notes.tally('IN-METER', 'critical', { line: channel.line }, (n, lines) => {
      return `Neither ${quoted(nameOf(channel))} nor its NMI is the number of a meter of the workspace (known: ${listed([...known.keys()])}), in ${n} (${lines}). Nothing of it is counted; add the meter or its number.`;
    });
    return undefined;
  };
}

/** One meter for the file: a second NMI, or one that is not its number, is another meter. */
function onlyMeter(meter: string, number: string | undefined): MeterOfChannel {
  let expected = number;
  return (channel, notes) => {
    expected ??= channel.nmi;
    if (expected === channel.nmi || expected === nameOf(channel)) return meter;
    const other = expected;
    notes.tally('IN-METER', 'critical', { line: channel.line }, (n, lines) => {
      return `The channel ${quoted(nameOf(channel))} is not of ${meter} (${quoted(other)}), in ${n} (${lines}). Nothing of it is counted; give the meters their numbers and leave out meter.`;
    });
    return undefined;
  };
}

/** A channel with the meter that it is counted for. */
export interface MeteredChannel {
  readonly channel: NamedChannel;
  readonly meter: string;
}

/** Those of the channels whose meter no other channel of the same direction claims: two would count as one. */
export function unshared<C extends MeteredChannel>(channels: readonly C[], notes: RowNotes): C[] {
  const names = new Map<string, Set<string>>();
  const placeOf = ({ channel, meter }: MeteredChannel) => `${meter} ${channel.direction}`;
  for (const one of channels) {
    const known = names.get(placeOf(one)) ?? new Set();
    names.set(placeOf(one), known.add(nameOf(one.channel)));
  }
  return channels.filter((one) => {
    const claims = [...(names.get(placeOf(one)) ?? [])];
    if (claims.length < 2) return true;
    const { line, direction } = one.channel;
    notes.tally('IN-METER', 'critical', { line }, (n, lines) => {
      return `The channels ${listed(claims)} are all ${direction} of ${one.meter}, in ${n} (${lines}). None of them is counted; give each a meter whose number is the NMI, a space and the suffix, and leave out meter.`;
    });
    return false;
  });
}
