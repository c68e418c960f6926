import type { SiteInputs } from '../kernel/inputs.ts';
import { HOUR, type HourColumn } from '../model/column.ts';
import type { Disclosure } from '../model/documents/disclosure.ts';
import type { Meter, Site } from '../model/documents/workspace.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Evidence, HashSeries, ReadingSeries } from '../model/records.ts';
import type { Activity } from '../model/source-records.ts';
import type { Calendar, Interval } from '../model/time.ts';
import { reduceHashes } from '../series/reduce-hashes.ts';
import { reduceReadings } from '../series/reduce-readings.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import { decimalText } from '../units/rounding.ts';
import type { Days } from './calendar.ts';
import { evidenceOfEntry } from './locate.ts';
import { type Membership, membershipOf } from './membership.ts';
import { difficultyFindings } from './difficulty-check.ts';
import { furtherRecords } from './further-records.ts';
import { payoutFindings } from './payouts-check.ts';
import { plantColumns } from './plant-columns.ts';
import type { InputRecords } from './read-inputs.ts';
import { isCounted } from './uncounted.ts';

/** The sites of a workspace within the boundary, with their records reduced to columns. */
export interface PreparedSites {
  readonly sites: readonly SiteInputs[];
  /** Activities of the entity as a whole. */
  readonly activities: readonly Activity[];
  readonly difficulty: InputRecords['difficulty'];
  readonly columns: readonly HourColumn[];
  readonly boundary: Disclosure['boundary'];
  readonly findings: readonly Finding[];
}

/** Prepares each site that is in the boundary during the period. */
export function prepareSites(
  open: OpenWorkspace,
  records: InputRecords,
  days: Days,
): PreparedSites {
  const { workspace } = open;
  const members = workspace.sites.flatMap((site) => membershipOf(open, site, days));
  const inside = members.flatMap((one) => ('calendar' in one ? [one] : []));
  const prepared = inside.map((member) => prepareSite(open, records, member));
  return {
    sites: prepared.map(({ inputs }) => inputs),
    activities: records.activities.filter(({ site }) => site === undefined),
    difficulty: records.difficulty,
    columns: prepared.flatMap(({ columns }) => columns),
    boundary: {
      approach: workspace.boundary.approach,
      sites: prepared.map(({ inputs: { site }, percent }) => ({
        id: site.id,
        name: site.name,
        country: site.country,
        ...(site.subdivision !== undefined && { subdivision: site.subdivision }),
        ...(site.grid !== undefined && { grid: site.grid }),
        share: percent,
      })),
    },
    findings: [...members, ...prepared].flatMap(({ findings }) => findings),
  };
}

function prepareSite(
  open: OpenWorkspace,
  records: InputRecords,
  { site, percent, place, calendar }: Membership,
) {
  const meters = open.workspace.meters.filter(
    (meter) => meter.site === site.id && isCounted(meter),
  );
  const energy = meters.flatMap((meter) => energyColumn(site, meter, records.readings, calendar));
  const plant = plantColumns(site, open.workspace.meters, records.readings, calendar);
  const ids = new Set([...meters, ...(plant.inputs.plantMeters ?? [])].map(({ id }) => id));
  const hashes = hashColumns(site, records.hashrate, calendar);
  const contracts = (open.workspace.contracts ?? []).filter(
    (contract) => contract.site === site.id,
  );
  const inputs: SiteInputs = {
    site,
    share: { percent, evidence: partyEvidence(open, place) },
    calendar,
    meters,
    contracts,
    bills: records.bills.filter(({ meter }) => ids.has(meter)),
    energyColumns: new Map(energy.map(({ meter, column }) => [meter, column])),
    ...plant.inputs,
    hashes: hashes?.columns,
    ...rewardsOf(open, site),
    certificates: records.certificates.filter((certificate) => certificate.site === site.id),
    fleet: records.fleet.filter((unit) => unit.site === site.id),
    ...furtherRecords(records, site, { meters, contracts, calendar }),
  };
  return {
    inputs,
    percent: decimalText(percent),
    columns: [
      ...energy.map(({ column }) => column),
      ...plant.columns,
      ...(hashes ? [hashes.columns.volume, hashes.columns.seconds] : []),
    ],
    findings: [
      ...offGridFindings(open, site, calendar),
      ...energy.flatMap(({ findings }) => findings),
      ...plant.findings,
      ...(hashes?.findings ?? []),
      ...difficultyFindings(records, site.id),
      ...payoutFindings(records, site.id),
    ],
  };
}

/**
 * Months whose edges fall within an hour of the site's columns: a clock that moves by half an hour. Cells are whole
 * hours, so part of an hour at such an edge would be lost.
 */
function offGridFindings(open: OpenWorkspace, site: Site, calendar: Calendar): Finding[] {
  const isOff = calendar.months.some(({ start }) => (start - calendar.start) % HOUR !== 0);
  if (!isOff) return [];
  const i = open.workspace.sites.indexOf(site);
  const message = `The clock of ${site.zone} moves by less than an hour within the period, so its months do not end between whole hours; figures of ${site.id} cannot be given.`;
  return [finding('WS-ZONE', 'critical', message, open.placeOf(`/sites/${String(i)}/zone`))];
}

/** What the workspace states of how pools paid a site. */
function rewardsOf(open: OpenWorkspace, { id, rewards }: Site): Pick<SiteInputs, 'rewards'> {
  if (!rewards) return {};
  return { rewards: { terms: rewards, evidence: evidenceOfEntry(open, `sites.${id}.rewards`) } };
}

/** Where the workspace states a party's share. */
function partyEvidence(open: OpenWorkspace, place: number): Evidence {
  return {
    file: open.file.path,
    sha256: open.file.sha256,
    at: { ...lineAt(open, `/boundary/parties/${String(place)}`) },
  };
}

function lineAt(open: OpenWorkspace, pointer: string): { line?: number } {
  const { line } = open.placeOf(pointer);
  return line === undefined ? {} : { line };
}

/** The stretch from the first to the last of some intervals and the period: bills may reach over its edges. */
function spanOf(intervals: readonly Interval[], calendar: Calendar): Interval {
  return intervals.reduce<Interval>(
    (span, { start, end }) => ({
      start: Math.min(span.start, start),
      end: Math.max(span.end, end),
    }),
    calendar,
  );
}

function energyColumn(
  site: Site,
  meter: Meter,
  series: readonly ReadingSeries[],
  calendar: Calendar,
) {
  const own = series.filter((one) => one.meter === meter.id && one.direction === 'import');
  if (own.length === 0) return [];
  const ends = own.flatMap(({ readings }) =>
    [readings.at(0), readings.at(-1)].filter((r) => r !== undefined),
  );
  const interval = spanOf(ends, calendar);
  const { column, findings } = reduceReadings(own, {
    id: `${meter.id}.energy`,
    site: site.id,
    interval,
    origin: calendar.start,
  });
  return [{ meter: meter.id, column, findings }];
}

function hashColumns(site: Site, series: readonly HashSeries[], calendar: Calendar) {
  const own = series.filter((one) => one.site === site.id);
  const [first] = own;
  if (!first) return undefined;
  const { volume, seconds, findings } = reduceHashes(own, {
    site: site.id,
    interval: calendar,
    origin: calendar.start,
  });
  return {
    columns: {
      algorithm: first.algorithm,
      volume,
      seconds,
      intervalSeconds: first.intervalSeconds,
    },
    findings,
  };
}
