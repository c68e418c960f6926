import * as greenButton from '../green-button/extract.ts';
import { feedContents } from '../green-button/series.ts';
import type { Given } from '../extractions.ts';
import type { InputFile } from '../input-file.ts';
import { certainProfiles, namedProfile, PROFILES } from '../profile/profiles.ts';
import { rowNotes } from '../row-notes.ts';
import type { ProposeContext } from './job.ts';
import {
  type MeterJob,
  settleAlgorithm,
  settleContract,
  settleIdentifiers,
  settleOneMeter,
  settleSite,
} from './settle-belongings.ts';
import type { Settling } from './settling.ts';

const GREEN_BUTTON = 'green-button';
/** Names under which a look at a file without workspace keeps what bears no name. */
const UNNAMED = /^(|all|unnamed)$/;

/** The named layout of a file: as answered, or as the content shows beyond doubt. */
export function profileOf(file: InputFile, desk: Settling): string | undefined {
  const said = desk.answer('profile');
  const isFeed = greenButton.identify(file).confidence === 1;
  const [known] = isFeed ? [GREEN_BUTTON] : certainProfiles(file).map(({ id }) => id);
  if (said === 'none' || (said === undefined && known === undefined)) return undefined;
  const value = desk.settle({
    id: 'profile',
    what: 'layout',
    options: PROFILES.map(({ id, description }) => ({ value: id, why: description })),
    ...(known === undefined
      ? { why: 'The content shows no layout that is known by name.' }
      : { value: known, why: whyProfile(file, known) }),
  });
  return value;
}

function whyProfile(file: InputFile, id: string): string {
  const seen = id === GREEN_BUTTON ? greenButton.identify(file) : namedProfile(id)?.identify(file);
  const why = seen?.why ?? '';
  return why.endsWith('.') ? `${why.slice(0, 1).toLowerCase()}${why.slice(1, -1)}` : why;
}

/** The entry of a named layout: what it needs beside the file follows from the records that the file holds. */
export function settleProfile(
  file: InputFile,
  profile: string,
  context: ProposeContext,
  desk: Settling,
) {
  const job = {
    context,
    desk,
    entry: new Map<string, unknown>(),
    meterNumbers: new Map<string, string>(),
  };
  const zone = settleProfileZone(file, profile, job);
  const given = profile === GREEN_BUTTON ? {} : givenBy(file, profile, zone);
  if (profile === GREEN_BUTTON) settleIdentifiersOrOne(job, feedPoints(file));
  else if (given.readings ?? given.bills) settleIdentifiersOrOne(job, meterNames(given));
  settleOthers(job, given);
  return {
    kind: profile,
    folder: Object.keys(given)[0] ?? 'readings',
    entry: { kind: 'profile', profile, ...Object.fromEntries(job.entry) },
    meterNumbers: Object.fromEntries(job.meterNumbers),
  };
}

function givenBy(file: InputFile, profile: string, timezone: string | undefined): Given {
  return namedProfile(profile)?.extractUnmapped(file, { timezone: timezone ?? 'UTC' }) ?? {};
}

/** The zone of a layout that leaves it open: one that refuses the file for want of it. */
function settleProfileZone(file: InputFile, profile: string, { context, desk, entry }: MeterJob) {
  const given = namedProfile(profile)?.extractUnmapped(file, {}) ?? {};
  const findings = Object.values(given).flatMap((part) => part.findings);
  const isOpen = findings.some(
    ({ code, severity }) => code === 'IN-ZONE' && severity === 'critical',
  );
  if (!isOpen && desk.answer('zone') === undefined) return undefined;
  const value = desk.settle({
    id: 'zone',
    what: 'time zone',
    options: context.sites.map(({ id, zone }) => ({
      value: zone,
      why: `local time of site ${id}`,
    })),
    isOpen: true,
    why: 'The layout does not say which clock the stamps show. Which is it?',
  });
  if (value !== undefined) entry.set('zone', value);
  return value;
}

/** Usage points of electricity in a feed, by the last part of their links. */
function feedPoints(file: InputFile): readonly string[] {
  const contents = feedContents(file, rowNotes(file.path));
  if (contents.refused) return [];
  const electric = contents.value.series.filter(({ commodity }) => commodity === 'electricity');
  const points = new Set(electric.map(({ point }) => point));
  const names = [...points].map((point) => point?.self?.split('/').at(-1) ?? point?.title);
  return names.filter((name) => name !== undefined);
}

function meterNames({ readings, bills }: Given): readonly string[] {
  const names = [...(readings?.records ?? []), ...(bills?.records ?? [])].map(({ meter }) => meter);
  return [...new Set(names)].filter((name) => !UNNAMED.test(name));
}

function settleIdentifiersOrOne(job: MeterJob, identifiers: readonly string[]): void {
  if (identifiers.length === 0 || !settleIdentifiers(job, identifiers)) {
    settleOneMeter(job, 'The layout names no meter. Which meter is the file for?');
  }
}

/** What records need that no meter names. */
function settleOthers(job: MeterJob, given: Given): void {
  const has = (...kinds: readonly (keyof Given)[]) =>
    kinds.some((kind) => given[kind] !== undefined);
  const isHashed = has('hashrate', 'shares', 'coins');
  if (isHashed || has('certificates', 'granular', 'storage', 'fleet')) settleSite(job);
  if (has('certificates', 'granular')) settleContract(job);
  if (isHashed) settleAlgorithm(job);
}
