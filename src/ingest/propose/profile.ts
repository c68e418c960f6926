import * as greenButton from '../green-button/extract.ts';
import { feedContents } from '../green-button/series.ts';
import type { ProfileInput } from '../../model/documents/workspace.ts';
import type { Given } from '../extractions.ts';
import type { InputFile } from '../input-file.ts';
import { certainProfiles, namedProfile, PROFILES } from '../profile/profiles.ts';
import { readInput } from '../read.ts';
import { rowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import type { ProposeContext } from './job.ts';
import {
  type MeterJob,
  meterOption,
  settleAlgorithm,
  settleContract,
  settleIdentifiers,
  settleOneMeter,
  settleSite,
} from './settle-belongings.ts';
import type { Mapped } from './mapped.ts';
import type { Settling } from './settling.ts';

const GREEN_BUTTON = 'green-button';
/** The look at a table that no workspace describes: it is mapped here instead. */
const TABLE = 'interval-csv';
/** Names under which a look at a file without workspace keeps what bears no name. */
const UNNAMED = /^(|all|unnamed)$/;

/** The named layout of a file: as answered, or as the content shows beyond doubt. */
export function profileOf(file: InputFile, desk: Settling): ProfileInput['profile'] | undefined {
  const said = desk.answer('profile');
  const isFeed = greenButton.identify(file).confidence === 1;
  const [known] = isFeed ? [GREEN_BUTTON] : certainProfiles(file).map(({ id }) => id);
  if (said === 'none' || (said === undefined && known === undefined)) return undefined;
  const value = desk.settle({
    id: 'profile',
    what: 'layout',
    options: PROFILES.filter(({ id }) => id !== TABLE).map(({ id, description }) => ({
      value: id,
      why: description,
    })),
    ...(known === undefined
      ? { why: 'The content shows no layout that is known by name.' }
      : { value: known, why: whyProfile(file, known) }),
  });
  // an option is the id of a layout; the schema of the workspace is asked again before anything is written
  return value as ProfileInput['profile'] | undefined;
}

function whyProfile(file: InputFile, id: string): string {
  const seen = id === GREEN_BUTTON ? greenButton.identify(file) : namedProfile(id)?.identify(file);
  const why = seen?.why ?? '';
  return why.endsWith('.') ? `${why.slice(0, 1).toLowerCase()}${why.slice(1, -1)}` : why;
}

/** The entry of a named layout: what it needs beside the file follows from the records that the file holds. */
export function settleProfile(
  file: InputFile,
  profile: ProfileInput['profile'],
  context: ProposeContext,
  desk: Settling,
): Mapped {
  const job = {
    context,
    desk,
    entry: new Map<string, unknown>(),
    meterNumbers: new Map<string, string>(),
  };
  const zone = settleProfileZone(file, profile, job);
  const given = profile === GREEN_BUTTON ? {} : givenBy(file, profile, zone);
  if (profile === GREEN_BUTTON || (given.readings ?? given.bills)) {
    settleMeters(
      job,
      file,
      { kind: 'profile', profile, files: file.path, zone: zone ?? 'UTC' },
      given,
    );
  }
  settleOthers(job, given);
  return {
    kind: profile,
    folder: Object.keys(given)[0] ?? 'readings',
    entry: { kind: 'profile', profile, ...Object.fromEntries(job.entry) },
    meterNumbers: Object.fromEntries(job.meterNumbers),
  };
}

/** The meters of a layout: known by their numbers, or asked for. */
function settleMeters(job: MeterJob, file: InputFile, input: ProfileInput, given: Given): void {
  const found = metersFound(file, input, job.context);
  if (found.length > 0) {
    const ids = found.join(', ');
    const why = 'the workspace knows the numbers in the file';
    job.desk.settle({
      id: 'meter',
      what: 'meter',
      value: ids,
      why,
      options: [{ value: ids, why }],
    });
  } else if (input.profile === GREEN_BUTTON) settlePoints(job, feedPoints(file));
  else {
    const names = meterNames(given).filter((name) => name !== input.profile);
    if (names.length === 0 || !settleIdentifiers(job, names)) settleOneMeter(job, NO_NAME);
  }
}

const NO_NAME = 'The layout names no meter. Which meter is the file for?';

/** The meters of the workspace that the layout finds of itself; none where it leaves any out. */
function metersFound(file: InputFile, input: ProfileInput, context: ProposeContext): string[] {
  const { readings, bills } = readInput(file, input, context);
  const findings = [...(readings?.findings ?? []), ...(bills?.findings ?? [])];
  const isLacking = findings.some(
    ({ code, severity }) =>
      severity === 'critical' && (code === 'IN-METER' || code === 'WS-METER-NEEDED'),
  );
  const records = [...(readings?.records ?? []), ...(bills?.records ?? [])];
  return isLacking ? [] : [...new Set(records.map(({ meter }) => meter))].sort();
}

/** One usage point is that of a meter; several are told apart by their names. */
function settlePoints(job: MeterJob, points: readonly string[]): void {
  if (points.length < 2) {
    settleOneMeter(job, 'The feed names no meter of the workspace. Which meter is it for?');
    return;
  }
  const options = job.context.meters.map(meterOption);
  const found = points.flatMap((point) => {
    const why = `The feed holds ${String(points.length)} usage points. Which meter is ${quoted(point)}?`;
    const meter = job.desk.settle({
      id: `usage-point.${point}`,
      what: `point ${point}`,
      options,
      why,
    });
    return meter === undefined ? [] : [[point, meter] as const];
  });
  job.entry.set('usage_points', Object.fromEntries(found));
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

/** What records need that no meter names. */
function settleOthers(job: MeterJob, given: Given): void {
  const has = (...kinds: readonly (keyof Given)[]) =>
    kinds.some((kind) => given[kind] !== undefined);
  const isHashed = has('hashrate', 'shares', 'coins');
  if (isHashed || has('certificates', 'granular', 'storage', 'fleet')) settleSite(job);
  if (has('certificates', 'granular')) settleContract(job);
  if (isHashed) settleAlgorithm(job);
}
