import type { Stamp } from '../clock/date-pattern.ts';
import { zoneClock } from '../clock/zone-clock.ts';
import { counted, grouped, quoted } from '../wording.ts';
import type { Job } from './job.ts';
import type { Option } from './proposal.ts';
import type { Column } from './sheet-table.ts';
import { anyWord } from './words.ts';

const UTC = anyWord('utc|gmt|zulu');

/** Settles what clock the stamps show. A zone of the workspace is a choice, never an assumption. */
export function settleZone(
  job: Job,
  stamps: readonly (Stamp | undefined)[],
  columns: readonly Column[],
): void {
  const read = stamps.filter((stamp) => stamp !== undefined);
  const withOffset = read.filter(({ offset }) => offset !== undefined).length;
  const options = zoneOptions(job);
  const offer = { id: 'zone', what: 'time zone', options, isOpen: true, accepts: isZone };
  const value = job.desk.settle(offerOf());
  if (value !== undefined) job.map.set('zone', value);

  function offerOf() {
    if (read.length > 0 && withOffset === read.length) {
      const why = `each of ${counted(read.length, 'stamp')} carries its own offset or Z`;
      return { ...offer, value: 'offset', why };
    }
    const named = columns.find(({ words }) => UTC.test(words));
    if (named && withOffset === 0) {
      const why = `the header ${quoted(named.header)} names UTC, and the stamps carry no offset`;
      return { ...offer, value: 'UTC', why, isLikely: true };
    }
    const some = withOffset === 0 ? '' : ` ${grouped(withOffset)} of ${grouped(read.length)} do.`;
    return {
      ...offer,
      why: `The stamps carry no offset, so the file does not say which clock they show.${some} Which is it?`,
    };
  }
}

function isZone(text: string): boolean {
  return text === 'UTC' || text === 'offset' || zoneClock(text) !== undefined;
}

function zoneOptions({ context, entry }: Job): readonly Option[] {
  const { sites, meters } = context;
  const site = entry.get('site') ?? meters.find(({ id }) => id === entry.get('meter'))?.site;
  const ordered = [...sites].sort((a, b) => Number(b.id === site) - Number(a.id === site));
  const zones = new Map(
    ordered.map(
      ({ id, zone }) => [zone, `local time of site ${id}, summer time included`] as const,
    ),
  );
  return [
    ...[...zones].map(([value, why]) => ({ value, why })),
    { value: 'UTC', why: 'universal time, without summer time' },
  ];
}
