import type { Hosting, HostingClient } from '../../model/documents/workspace.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Month } from '../../model/time.ts';
import { exact, ZERO } from '../../units/rational.ts';
import type { EnergyBalance } from '../balance/balance.ts';
import { meterEnergy, type MonthlyEnergy } from '../energy/meter-energy.ts';
import type { MonthlyAnswers } from '../factors/site-factors.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { constant, convert, declared, difference, product, type Step, sum } from '../ledger.ts';
import { locationMasses } from '../scope2-location.ts';
import { numberText } from '../wording.ts';
import type { HostedEnergy } from './part.ts';
import type { ResoldMonths } from './resold.ts';

interface Balanced {
  readonly energy: Figure<'MWh'>;
  readonly balance?: EnergyBalance;
}

/** Whose the energy of a site is. */
export interface HostedSite {
  /** Energy of Scope 2 of the entity, by month id. */
  readonly own: MonthlyEnergy;
  readonly hosted: readonly Omit<HostedEnergy, 'masses'>[];
}

const HUNDRED = exact('100');

function told({ site }: SiteInputs, severity: Finding['severity'], what: string): Finding {
  const entry = `sites.${site.id}.hosting`;
  return finding('ACC-HOSTING', severity, `Site ${site.id} ${what}.`, { entry });
}

/** Why the meters of a client cannot be taken; blank where they can. */
function meterFault(
  { id, meters }: HostingClient,
  site: SiteInputs,
  others: readonly HostingClient[],
): string {
  const taken = others.flatMap((one) => one.meters ?? []);
  const strange = meters?.find((meter) => !site.meters.some((own) => own.id === meter));
  if (strange !== undefined) {
    return `names meter ${strange} for the client ${id}, which no counted meter of the site is called; correct it`;
  }
  const shared = meters?.find((meter) => taken.includes(meter));
  return shared === undefined
    ? ''
    : `names meter ${shared} for two clients, so that its energy would count twice; keep one`;
}

/** Why the energy of a client cannot be taken; blank where it can. */
function faultOf(client: HostingClient, site: SiteInputs, all: readonly HostingClient[]): string {
  const { id, meters, share } = client;
  if ((meters === undefined) === (share === undefined)) {
    const both = share ? 'both meters and share' : 'neither meters nor share';
    return `names the client ${id} by ${both}; state one of the two`;
  }
  if (!share) {
    const others = all.filter((one) => one !== client);
    return meterFault(client, site, others);
  }
  const percent = exact(share.percent);
  return percent.lt(ZERO) || percent.gt(HUNDRED)
    ? `gives the client ${id} ${share.percent} percent of its energy; state 0 to 100`
    : '';
}

interface Clients {
  readonly site: SiteInputs;
  readonly clients: readonly HostingClient[];
  readonly energy: MonthlyEnergy;
}

function metered(client: HostingClient, { site }: Clients): (month: Month) => Figure<'MWh'> {
  const meters = site.meters.filter(({ id }) => client.meters?.includes(id));
  const energies = meters.map((meter) => meterEnergy(meter, site).value);
  return ({ id }) => {
    const steps: Step<'MWh'>[] = [];
    for (const energy of energies) {
      const figure = energy.get(id);
      if (!figure || isMissing(figure)) return figure ?? noEnergy(site);
      steps.push(figure);
    }
    return sum(steps, `Energy of the client ${client.id}, ${site.site.id}, ${id}`);
  };
}

function noEnergy(site: SiteInputs): Missing {
  const what = 'has no energy in a month, so no part of it is given to a client';
  return { missing: told(site, 'completeness', what) };
}

function ofShare(
  client: HostingClient,
  { site, energy }: Clients,
): (month: Month) => Figure<'MWh'> {
  const { percent, source } = client.share ?? { percent: '0', source: '' };
  const { file, sha256 } = site.share.evidence;
  const evidence = { file, sha256, at: { element: `sites.${site.site.id}.hosting` } };
  const note = { name: `Part of the energy of the client ${client.id}`, cites: [source] };
  const part = convert(declared(exact(percent), '%', note, [evidence]), '1');
  return ({ id }) => {
    const whole = energy.get(id) ?? noEnergy(site);
    const name = `Energy of the client ${client.id}, ${site.site.id}, ${id}`;
    return isMissing(whole) ? whole : product(whole, part, name);
  };
}

/** What is left of the energy of a month for the host. */
function leftOf(all: Clients, month: Month, taken: readonly Figure<'MWh'>[]): Figure<'MWh'> {
  const { site } = all;
  const whole = all.energy.get(month.id) ?? noEnergy(site);
  if (isMissing(whole)) return whole;
  const steps: Step<'MWh'>[] = [];
  for (const figure of taken) {
    if (isMissing(figure)) return figure;
    steps.push(figure);
  }
  const clients = sum(steps, `Energy of all clients, ${site.site.id}, ${month.id}`);
  if (clients.value.gt(whole.value)) {
    const what = `gives its clients ${numberText(clients.value)} MWh in ${month.id} and used ${numberText(whole.value)} MWh; correct meters or shares, since none may count twice`;
    return { missing: told(site, 'critical', what) };
  }
  return difference(whole, clients, `Energy of the host itself, ${site.site.id}, ${month.id}`);
}

type OfClients = Found<HostedSite>;

/** A host: what its clients use, and what is left for itself where they control their machines. */
function atHost(all: Clients, control: Hosting['control']): OfClients {
  const { site, clients, energy } = all;
  const whole: HostedSite = { own: energy, hosted: [] };
  if (clients.length === 0) {
    const what = `hosts machines and names no clients, so all of its energy stays in Scope 2; name them under hosting.clients`;
    return found(whole, told(site, 'completeness', what));
  }
  const fault = clients.map((client) => faultOf(client, site, clients)).find((text) => text !== '');
  if (fault !== undefined) {
    const gap = { missing: told(site, 'critical', fault) };
    const own = new Map([...energy.keys()].map((id) => [id, gap] as const));
    return found({ own: control === 'client' ? own : energy, hosted: [] }, gap.missing);
  }
  const { months } = site.calendar;
  const hosted = clients.flatMap((client) => {
    const energyOf = client.meters ? metered(client, all) : ofShare(client, all);
    return months.map((month) => ({
      party: client.id,
      month,
      energy: energyOf(month),
      ...(control === 'client' && { category: '13' as const }),
    }));
  });
  const left = months.map((month): [string, Figure<'MWh'>] => {
    const taken = hosted.filter((one) => one.month === month).map((one) => one.energy);
    return [month.id, leftOf(all, month, taken)];
  });
  const gap = left.map(([, figure]) => figure).find(isMissing)?.missing;
  const findings = gap?.code === 'ACC-HOSTING' ? [gap] : [];
  return found({ own: control === 'client' ? new Map(left) : energy, hosted }, findings);
}

/** A client: its energy is of its own Scope 2, or of that of its host. */
function atClient(
  site: SiteInputs,
  energy: MonthlyEnergy,
  control: Hosting['control'],
): HostedSite {
  if (control === 'client') return { own: energy, hosted: [] };
  const party = site.site.hosting_party ?? 'host';
  const months = site.calendar.months.filter(({ id }) => energy.has(id));
  const none = (id: string) =>
    constant(ZERO, 'MWh', `Energy of ${site.site.id} in ${id} is of Scope 2 of its host`);
  return {
    own: new Map(months.map(({ id }) => [id, none(id)])),
    hosted: months.map((month) => ({
      party,
      month,
      energy: energy.get(month.id) ?? noEnergy(site),
      category: '8',
    })),
  };
}

/**
 * Whose the energy of a site is, so that nobody's counts twice: who controls the machines has it in Scope 2, the other
 * in category 8 (a client) or 13 (a host). A client's energy is that of its sub-meters, else a declared part of the
 * site's; what no client is given stays with the host.
 *
 * @see GHG Protocol Scope 3 Standard, categories 8 and 13
 */
export function hosting(site: SiteInputs, energy: MonthlyEnergy): Found<HostedSite> {
  const { role, hosting: stated } = site.site;
  const whole: HostedSite = { own: energy, hosted: [] };
  if (role === 'own') {
    const what = 'states hosting, and its role is own; correct one of the two';
    return found(whole, stated ? [told(site, 'quality', what)] : []);
  }
  if (!stated) {
    const what = `has the role ${role}, and nothing says who controls the hosted machines, so all of its energy stays in Scope 2; state hosting.control`;
    return found(whole, told(site, 'completeness', what));
  }
  return role === 'client'
    ? found(atClient(site, energy, stated.control))
    : atHost({ site, clients: stated.clients ?? [], energy }, stated.control);
}

/** What a site sold again, by month id. */
export function resoldIn(energies: ReadonlyMap<string, Balanced>): ResoldMonths {
  return new Map(
    [...energies].flatMap(([month, { balance }]) =>
      balance && balance.resold.length > 0 ? [[month, balance.resold] as const] : [],
    ),
  );
}

/** The hosted energy with its emissions at the grid average of each month. */
export function hostedEmissions(
  { hosted }: HostedSite,
  site: SiteInputs,
  averages: MonthlyAnswers,
): HostedEnergy[] {
  return hosted.map((one) => {
    const average = averages.get(one.month.id) ?? noEnergy(site);
    const where = `${site.site.id}, ${one.party}, ${one.month.id}`;
    return { ...one, masses: locationMasses(one.energy, average, where) };
  });
}
