import type { FootprintInputs, SiteInputs } from '../../../src/kernel/inputs.ts';
import type { Contract, Meter, Site } from '../../../src/model/documents/workspace.ts';
import type { GranularCertificate, StorageFlow } from '../../../src/model/source-records.ts';
import type { Calendar } from '../../../src/model/time.ts';
import { calendar, column, contract, evidence, inputs, MAIN, site } from '../sample.ts';

/*
 * A site whose connection is read by the hour and whose wind contract feeds into its grid. Energy is given in
 * watt-hours, hour by hour from the first of January.
 */

const WH = 3600n;

const { start, zone } = calendar('2025-01-01', '2025-01-01');
const BARE = site({ meters: [MAIN], bills: [] });
const BASE = inputs({ sites: [BARE] });

export const HOURS = (count: number): Calendar => {
  const end = start + count * 3600;
  return { zone, start, end, months: [{ id: '2025-01', start, end }] };
};

export const WIND: Contract = contract({ grid: 'test:GRID' });

export function wattHours(id: string, span: Calendar, cells: readonly (bigint | undefined)[]) {
  return column(id, span, (hour) => {
    const cell = cells[hour];
    return cell === undefined ? undefined : cell * WH;
  });
}

/** One bundle for each hour that has energy, each of an issuance of its own. */
export function bundles(
  span: Calendar,
  cells: readonly bigint[],
  more: Partial<GranularCertificate> = {},
): GranularCertificate[] {
  return cells.flatMap((energyWh, hour) =>
    energyWh === 0n
      ? []
      : [bundle(span, hour, energyWh, { issuance: `i-${String(hour)}`, ...more })],
  );
}

/** A bundle of certificates of one watt-hour each. */
export function bundle(
  { start }: Calendar,
  hour: number,
  energyWh: bigint,
  more: Partial<GranularCertificate> = {},
): GranularCertificate {
  return {
    site: 'alpha',
    contract: 'wind-deal',
    issuance: 'i',
    rangeStart: '1',
    rangeEnd: String(energyWh),
    energyWh,
    technology: 'wind',
    technologyText: 'wind',
    country: 'US',
    isStorage: false,
    start: start + hour * 3600,
    end: start + (hour + 1) * 3600,
    evidence: evidence('granular.csv', hour + 2),
    ...more,
  };
}

export const PLANT: Meter = {
  id: 'park',
  site: 'alpha',
  measures: 'contracted-generation',
  contract: 'wind-deal',
};

type More = Partial<Omit<SiteInputs, 'site'>> & { site?: Partial<Site> };

/** A site with a load, without bills; `made` is metered generation of the wind contract. */
export function hourlySite(
  load: readonly (bigint | undefined)[],
  { made, ...more }: More & { made?: readonly (bigint | undefined)[] } = {},
): SiteInputs {
  const span = HOURS(load.length);
  const plant = made && {
    plantMeters: [PLANT],
    generationColumns: new Map([['park', wattHours('park.generation', span, made)]]),
  };
  const { site: siteMore, ...rest } = more;
  return {
    ...BARE,
    calendar: span,
    contracts: [WIND],
    energyColumns: new Map([['main', wattHours('main.energy', span, load)]]),
    ...plant,
    ...rest,
    site: { ...BARE.site, ...siteMore },
  };
}

/** Charge below zero, discharge above, one record for each hour that has one. */
export function flows(span: Calendar, cells: readonly bigint[]): StorageFlow[] {
  return cells.flatMap((energyWh, hour): StorageFlow[] =>
    energyWh === 0n
      ? []
      : [
          {
            site: 'alpha',
            validator: `v-${String(hour)}`,
            start: span.start + hour * 3600,
            end: span.start + (hour + 1) * 3600,
            energyWh,
            evidence: evidence('storage.csv', hour + 2),
          },
        ],
  );
}

export function ofSite(one: SiteInputs, more: Partial<FootprintInputs> = {}): FootprintInputs {
  return { ...BASE, sites: [one], ...more };
}
