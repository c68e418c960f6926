import { type Finding, finding } from '../model/finding.ts';
import type { Month } from '../model/time.ts';
import { exact } from '../units/rational.ts';
import { combustion } from './combustion.ts';
import { curtailments } from './curtailment.ts';
import { siteEnergy, type SiteEnergy } from './energy/site-energy.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import { fleetGaps } from './fleet.ts';
import type {
  BurnedFuel,
  CertificateClaim,
  HashFill,
  HashMonth,
  MonthFootprint,
  SiteFootprint,
} from './footprint.ts';
import { found, type Found } from './found.ts';
import { hashFills } from './hash-fills/fill.ts';
import { coverageFindings, fillFindings, hashMonth, noHashes, ratedMonth } from './hash-volume.ts';
import { heatDelivered } from './heat.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { activity, convert, type Step } from './ledger.ts';
import { peakPower } from './peak-power.ts';
import { gridMixes, mixMonth } from './renewable-share.ts';
import { scope1 } from './scope1.ts';
import { gridAverages, locationMasses } from './scope2-location.ts';
import { marketMonths } from './scope2-market.ts';
import { gridLosses, includedLosses, lossMasses } from './scope3-losses.ts';
import { numberText } from './wording.ts';

const WHOLE = exact('100');

function reportedShare({ site, share }: SiteInputs): Found<Step<'1'> | undefined> {
  if (share.percent.equals(WHOLE)) return found(undefined);
  const name = `Part of ${site.id} that the entity reports`;
  const step = convert(activity(share.percent, '%', name, [share.evidence]), '1');
  const percent = numberText(share.percent, 4);
  const message = `Figures of ${site.id} were taken at ${percent}%, the entity’s share of it.`;
  return found(step, finding('ACC-SHARE', 'info', message, { file: share.evidence.file }));
}

/** True unless it is known that none of a site's energy served mining. */
function mines(months: readonly SiteEnergy[]): boolean {
  return months.some(({ uses }) => isMissing(uses) || uses.has('mining'));
}

type HashParts = Pick<MonthFootprint, 'hashes' | 'rated'>;

/** Hashes of each month of a site, and what its fleet could compute. */
function hashesOf(site: SiteInputs, isMining: boolean): (month: Month) => HashParts {
  const { hashes } = site;
  const fills = hashes ? hashFills(site, hashes) : new Map<string, readonly HashFill[]>();
  return (month) => {
    const rated = isMining ? { rated: ratedMonth(site, month) } : {};
    if (hashes) {
      return { hashes: hashMonth(hashes, site, month, fills.get(month.id) ?? []), ...rated };
    }
    return isMining ? { hashes: noHashes(site.site.id), ...rated } : {};
  };
}

function hashFindings(
  site: SiteInputs,
  hashes: readonly (HashMonth | Missing | undefined)[],
): Finding[] {
  const gap = hashes.find((month) => month !== undefined && isMissing(month));
  return [
    ...(gap && isMissing(gap) ? [gap.missing] : []),
    ...coverageFindings(site, hashes),
    ...fillFindings(site, hashes),
    ...fleetGaps(site),
  ];
}

/** Everything of a site that its months are made of, and what is to be said of it. */
function recordsOf(inputs: FootprintInputs, site: SiteInputs, claims: readonly CertificateClaim[]) {
  const energies = siteEnergy(site);
  const energy = new Map<string, Figure<'MWh'>>(
    [...energies.value].map(([month, each]) => [month, each.energy]),
  );
  const averages = gridAverages(inputs, site);
  const mixes = gridMixes(inputs, site);
  const accepted = claims.filter(({ outcome }) => outcome === 'accepted');
  const market = marketMonths({ inputs, site, energy, gridAverages: averages.value }, accepted);
  const losses = gridLosses(inputs, site);
  const heat = heatDelivered(site);
  const curtailed = curtailments(site);
  const all = { energies, averages, mixes, market, losses, heat, curtailed };
  const findings = [
    ...Object.values(all).flatMap((each): readonly Finding[] => each.findings),
    ...includedLosses(site, site.calendar.months, averages.value),
  ];
  return { all, findings };
}

type Records = ReturnType<typeof recordsOf>['all'];

/** What stands outside the scopes, or beside them, in a month. */
function besides({ heat, curtailed }: Records, fuels: readonly BurnedFuel[] | Missing, id: string) {
  return {
    fuels: isMissing(fuels) ? fuels : fuels.filter(({ month }) => month.id === id),
    heat: heat.value.get(id) ?? [],
    curtailed: curtailed.value.get(id) ?? [],
  };
}

/** Energy, and its emissions, month by month. */
function monthsOf(
  site: SiteInputs,
  records: Records,
  fuels: readonly BurnedFuel[] | Missing,
): readonly MonthFootprint[] {
  const { energies, averages, mixes, market, losses } = records;
  const hashes = hashesOf(site, mines([...energies.value.values()]));
  return site.calendar.months.flatMap((month): MonthFootprint[] => {
    const parts = energies.value.get(month.id);
    const average = averages.value.get(month.id);
    const mix = mixes.value.get(month.id);
    const waterfall = market.value.get(month.id);
    const loss = losses.value.get(month.id);
    if (!parts || !average || !mix || !waterfall || !loss) return [];
    const where = `${site.site.id}, ${month.id}`;
    return [
      {
        month,
        ...parts,
        location: locationMasses(parts.energy, average, where),
        market: waterfall,
        losses: lossMasses(parts.energy, loss, average, where),
        mix: mixMonth(parts.energy, mix, where),
        ...besides(records, fuels, month.id),
        ...hashes(month),
      },
    ];
  });
}

/** The accounting of one site: all its months, at 100 %, with the findings that belong to it. */
export function siteFootprint(
  inputs: FootprintInputs,
  site: SiteInputs,
  claims: readonly CertificateClaim[],
): Found<SiteFootprint> {
  const { all: records, findings } = recordsOf(inputs, site, claims);
  const burned = combustion(inputs, site);
  const direct = scope1(site.site.id, burned.value, inputs.decisions);
  const share = reportedShare(site);
  const months = monthsOf(site, records, direct.value.fuels);
  const value: SiteFootprint = {
    site: site.site,
    ...(share.value && { share: share.value }),
    ...(site.hashes && { algorithm: site.hashes.algorithm }),
    months,
    scope1: direct.value.masses,
    biogenic: direct.value.biogenic,
    certificates: claims,
    peak: peakPower(site),
  };
  const hashes = months.map((month) => month.hashes);
  return found(
    value,
    findings,
    share.findings,
    burned.findings,
    direct.findings,
    hashFindings(site, hashes),
  );
}
