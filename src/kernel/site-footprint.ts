import { type Finding, finding } from '../model/finding.ts';
import { exact } from '../units/rational.ts';
import { siteEnergy, type SiteEnergy } from './energy/site-energy.ts';
import { type Figure, isMissing, type Missing } from './figure.ts';
import { fleetGaps } from './fleet.ts';
import type { CertificateClaim, HashMonth, MonthFootprint, SiteFootprint } from './footprint.ts';
import { found, type Found } from './found.ts';
import { coverageFindings, hashMonth, noHashes, ratedMonth } from './hash-volume.ts';
import type { FootprintInputs, SiteInputs } from './inputs.ts';
import { activity, convert, type Step } from './ledger.ts';
import { gridMixes, mixMonth } from './renewable-share.ts';
import { scope1 } from './scope1.ts';
import { gridAverages, locationMasses } from './scope2-location.ts';
import { marketMonths } from './scope2-market.ts';
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

function hashesOf(
  site: SiteInputs,
  isMining: boolean,
  month: MonthFootprint['month'],
): Pick<MonthFootprint, 'hashes' | 'rated'> {
  const rated = isMining ? { rated: ratedMonth(site, month) } : {};
  if (site.hashes) return { hashes: hashMonth(site.hashes, site, month), ...rated };
  return isMining ? { hashes: noHashes(site.site.id), ...rated } : {};
}

function hashFindings(
  site: SiteInputs,
  hashes: readonly (HashMonth | Missing | undefined)[],
): Finding[] {
  const gap = hashes.find((month) => month !== undefined && isMissing(month));
  return [
    ...(gap && isMissing(gap) ? [gap.missing] : []),
    ...coverageFindings(site, hashes),
    ...fleetGaps(site),
  ];
}

/** Energy, and Scope 2 by both methods, month by month. */
function monthsOf(
  inputs: FootprintInputs,
  site: SiteInputs,
  claims: readonly CertificateClaim[],
): Found<readonly MonthFootprint[]> {
  const energies = siteEnergy(site);
  const energy = new Map<string, Figure<'MWh'>>(
    [...energies.value].map(([month, each]) => [month, each.energy]),
  );
  const averages = gridAverages(inputs, site);
  const mixes = gridMixes(inputs, site);
  const accepted = claims.filter(({ outcome }) => outcome === 'accepted');
  const market = marketMonths({ inputs, site, energy, gridAverages: averages.value }, accepted);
  const isMining = mines([...energies.value.values()]);
  const months = site.calendar.months.flatMap((month): MonthFootprint[] => {
    const parts = energies.value.get(month.id);
    const average = averages.value.get(month.id);
    const mix = mixes.value.get(month.id);
    const waterfall = market.value.get(month.id);
    if (!parts || !average || !mix || !waterfall) return [];
    const where = `${site.site.id}, ${month.id}`;
    const location = locationMasses(parts.energy, average, where);
    const physical = mixMonth(parts.energy, mix, where);
    const hashes = hashesOf(site, isMining, month);
    return [{ month, ...parts, location, market: waterfall, mix: physical, ...hashes }];
  });
  return found(
    months,
    [energies, averages, mixes, market].flatMap(({ findings }) => findings),
  );
}

/** The accounting of one site: all its months, at 100 %, with the findings that belong to it. */
export function siteFootprint(
  inputs: FootprintInputs,
  site: SiteInputs,
  claims: readonly CertificateClaim[],
): Found<SiteFootprint> {
  const { value: months, findings } = monthsOf(inputs, site, claims);
  const share = reportedShare(site);
  const direct = scope1(site.site.id, inputs.decisions);
  const value: SiteFootprint = {
    site: site.site,
    ...(share.value && { share: share.value }),
    ...(site.hashes && { algorithm: site.hashes.algorithm }),
    months,
    scope1: direct.value,
    certificates: claims,
  };
  const hashes = months.map((month) => month.hashes);
  return found(value, findings, share.findings, direct.findings, hashFindings(site, hashes));
}
