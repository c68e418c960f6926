import type { HourColumn } from '../model/column.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { Month } from '../model/time.ts';
import { exact } from '../units/rational.ts';
import { fromGridOf } from './balance/balance.ts';
import { boughtPlants } from './balance/bought-plants.ts';
import { hasNoGrid, noMasses, ofGrid } from './balance/off-grid.ts';
import { boughtHeat } from './bought-heat.ts';
import { combustion } from './combustion.ts';
import { curtailments } from './curtailment.ts';
import { siteEnergy, type SiteEnergy } from './energy/site-energy.ts';
import type { Answer } from './factors/choose.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import { expectedHashes } from './expected-hashes/expected-hashes.ts';
import { fleetCount } from './fleet-count.ts';
import { fleetGaps } from './fleet.ts';
import type {
  BurnedFuel,
  CertificateClaim,
  HashFill,
  HashMonth,
  Masses,
  MonthFootprint,
  SiteFootprint,
} from './footprint.ts';
import { found, type Found } from './found.ts';
import { hashFills } from './hash-fills/fill.ts';
import { coverageFindings, fillFindings, hashMonth, noHashes, ratedMonth } from './hash-volume.ts';
import { heatDelivered } from './heat.ts';
import { hourlyFactors } from './hourly-factors/hourly-factors.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { activity, convert, type Step } from './ledger.ts';
import { withoutInstruments } from './market/no-instruments.ts';
import { outsideScopes } from './mining/outside-scopes.ts';
import { sitedLosses } from './mining/siting.ts';
import { peakPower } from './peak-power.ts';
import { gridMixes, mixMonth } from './renewable-share.ts';
import { scope1 } from './scope1.ts';
import { gridAverages, locationMonths } from './scope2-location.ts';
import { marketMonths } from './scope2-market.ts';
import { hosting, resoldIn } from './scope3/hosting.ts';
import { lossRows, withLossRow } from './scope3/loss-rows.ts';
import { siteScope3 } from './scope3/site-scope3.ts';
import { gridLosses, includedLosses } from './scope3/losses.ts';
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
  { hashCoverage }: FootprintInputs,
  site: SiteInputs,
  hashes: readonly (HashMonth | Missing | undefined)[],
): Finding[] {
  const gap = hashes.find((month) => month !== undefined && isMissing(month));
  return [
    ...(gap && isMissing(gap) ? [gap.missing] : []),
    ...coverageFindings(site, hashes, hashCoverage),
    ...fillFindings(site, hashes),
    ...fleetGaps(site),
  ];
}

/** Everything of a site that its months are made of, and what is to be said of it. */
function recordsOf(inputs: FootprintInputs, site: SiteInputs, claims: readonly CertificateClaim[]) {
  const energies = siteEnergy(site, inputs.decisions);
  const used = new Map<string, Figure<'MWh'>>(
    [...energies.value].map(([month, each]) => [month, fromGridOf(each)]),
  );
  const hosted = hosting(site, used);
  const energy = hosted.value.own;
  const averages = ofGrid(site, () => gridAverages(inputs, site));
  const mixes = ofGrid(site, () => gridMixes(inputs, site));
  const bought = boughtPlants(inputs, site, energies.value);
  const accepted = claims.filter(({ outcome }) => outcome === 'accepted');
  const given = { energy, gridAverages: averages.value, bought: bought.value };
  const locations = locationMonths(site, given);
  const market =
    site.site.instruments === false
      ? withoutInstruments(site, energy, locations)
      : marketMonths({ inputs, site, ...given, balances: energies.value }, accepted);
  const losses = gridLosses(inputs, site);
  const byRow = lossRows(inputs, site, losses.value);
  const heat = heatDelivered(site);
  const warmth = boughtHeat(inputs, site);
  const curtailed = curtailments(site);
  const outside = outsideScopes(inputs, site, {
    energy,
    averages: averages.value,
    losses: losses.value,
    curtailed: curtailed.value,
  });
  const chain = siteScope3(inputs, site, {
    hosting: hosted.value,
    averages: averages.value,
    losses: losses.value,
    lossRows: byRow.value,
    resold: resoldIn(energies.value),
  });
  const emitted = { averages, mixes, bought, warmth, market, losses, byRow, hosted, chain };
  const all = { energies, ...emitted, heat, curtailed, outside };
  const findings = [
    ...Object.values(all).flatMap((each): readonly Finding[] => each.findings),
    ...includedLosses(site, site.calendar.months, averages.value),
  ];
  return { all, locations, findings };
}

type Records = ReturnType<typeof recordsOf>['all'];

/** What stands outside the scopes, or beside them, in a month. */
function besides(
  { heat, warmth, curtailed, outside }: Records,
  fuels: readonly BurnedFuel[] | Missing,
  id: string,
) {
  const beside = outside.value.months.get(id);
  const warm = warmth.value.get(id);
  return {
    fuels: isMissing(fuels) ? fuels : fuels.filter(({ month }) => month.id === id),
    heat: heat.value.get(id) ?? [],
    curtailed: curtailed.value.get(id) ?? [],
    ...(beside && { outside: beside }),
    ...(warm && { boughtHeat: warm }),
  };
}

/** The energy of a month, and what may say how much of it was lost on its way. */
interface LossOf {
  readonly energy: Figure<'MWh'>;
  readonly loss: Figure<'1'>;
  readonly average: Answer | Missing;
}

/** Category 3c of a month: by the line of a plant, by the loss of the grid, or by a row per energy delivered. */
function lossesOf(
  { outside, byRow }: Records,
  { id }: Month,
  { energy, loss, average }: LossOf,
  where: string,
): Masses | Missing {
  if (hasNoGrid(average)) return noMasses(where);
  const direct = outside.value.months.get(id)?.direct;
  const byLoss = sitedLosses(energy, direct, loss, average, where);
  return direct ? byLoss : withLossRow(byLoss, energy, byRow.value.get(id), where);
}

/** Energy, and its emissions, month by month. */
function monthsOf(
  site: SiteInputs,
  { all: records, locations }: ReturnType<typeof recordsOf>,
  fuels: readonly BurnedFuel[] | Missing,
): readonly MonthFootprint[] {
  const { energies, averages, mixes, market, losses, hosted } = records;
  const hashes = hashesOf(site, mines([...energies.value.values()]));
  return site.calendar.months.flatMap((month): MonthFootprint[] => {
    const parts = energies.value.get(month.id);
    const average = averages.value.get(month.id);
    const mix = mixes.value.get(month.id);
    const waterfall = market.value.get(month.id);
    const loss = losses.value.get(month.id);
    const location = locations.get(month.id);
    if (!parts || !average || !mix || !waterfall || !loss || !location) return [];
    const where = `${site.site.id}, ${month.id}`;
    const energy = hosted.value.own.get(month.id) ?? fromGridOf(parts);
    return [
      {
        month,
        ...parts,
        location,
        market: waterfall,
        losses: lossesOf(records, month, { energy, loss, average }, where),
        mix: mixMonth(fromGridOf(parts), mix, where),
        ...besides(records, fuels, month.id),
        ...hashes(month),
      },
    ];
  });
}

/** What is known of the machines of a site, and of what pools paid them for. */
function machineParts(
  site: SiteInputs,
  expected: SiteFootprint['expected'],
): Pick<SiteFootprint, 'expected' | 'fleet'> {
  const fleet = fleetCount(site);
  return { ...(expected && { expected }), ...(fleet && { fleet }) };
}

/** Hourly columns that the accounting of a site made of others; none where it made none. */
function columnsOf(
  { energies, outside }: Records,
  hourly: readonly HourColumn[] = [],
): Pick<SiteFootprint, 'columns'> {
  const columns = [...energies.columns, ...outside.value.columns, ...hourly];
  return columns.length > 0 ? { columns } : {};
}

/** The accounting of one site: all its months, at 100 %, with the findings that belong to it. */
export function siteFootprint(
  inputs: FootprintInputs,
  site: SiteInputs,
  claims: readonly CertificateClaim[],
): Found<SiteFootprint> {
  const parts = recordsOf(inputs, site, claims);
  const { all: records, findings, locations } = parts;
  const burned = combustion(inputs, site);
  const location = () => [...locations.values()];
  const direct = scope1(inputs, site, { fuels: burned.value, location });
  const share = reportedShare(site);
  const expected = expectedHashes(inputs, site);
  const months = monthsOf(site, parts, direct.value.fuels);
  const hourly = hourlyFactors(inputs, site, months, {
    averages: records.averages.value,
    mixes: records.mixes.value,
    energy: records.hosted.value.own,
    bought: records.bought.value,
  });
  const value: SiteFootprint = {
    site: site.site,
    ...(share.value && { share: share.value }),
    ...(site.hashes && { algorithm: site.hashes.algorithm }),
    months,
    scope1: direct.value.masses,
    ...(direct.value.parts && { direct: direct.value.parts }),
    biogenic: direct.value.biogenic,
    certificates: claims,
    peak: peakPower(site),
    ...machineParts(site, expected.value),
    ...(records.chain.value && { scope3: records.chain.value }),
    ...(hourly && { atHourlyFactors: hourly }),
    ...columnsOf(records, hourly?.columns),
  };
  const hashes = months.map((month) => month.hashes);
  return found(
    value,
    findings,
    share.findings,
    expected.findings,
    burned.findings,
    direct.findings,
    hashFindings(inputs, site, hashes),
  );
}
