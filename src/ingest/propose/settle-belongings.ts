import type { Meter } from '../../model/documents/workspace.ts';
import { bare } from '../meters.ts';
import { quoted } from '../wording.ts';
import type { Job } from './job.ts';
import type { Option } from './proposal.ts';
import { settleColumn } from './settle-columns.ts';

const ALGORITHMS = ['sha256', 'scrypt', 'etchash', 'kheavyhash', 'other'];

/** Settles to which meter, site or contract the rows belong, and by which algorithm hashes are counted. */
export function settleBelongings(job: Job): void {
  for (const what of job.spec.belongs) {
    if (what === 'meter') settleMeter(job);
    else if (what === 'site') settleSite(job);
    else if (what === 'contract') settleContract(job);
    else settleAlgorithm(job, job.spec.algorithm);
  }
}

function settleMeter(job: Job): void {
  const { candidates, columns, map } = job;
  const own = candidates.find(({ role }) => role.key === 'meter');
  const column = own && settleColumn(job, own);
  const identifiers = [...new Set(column?.texts.map(bare))];
  if (!column || identifiers.length === 0 || !settleIdentifiers(job, identifiers)) {
    settleOneMeter(job, 'No column names the meter. Which meter is the file for?');
    return;
  }
  columns.set('meter', column);
  map.set('meter', column.header);
}

/** Whether every identifier is that of a meter, or will be; false where the person leaves the one identifier aside. */
export function settleIdentifiers(job: MeterJob, identifiers: readonly string[]): boolean {
  const { context, desk, meterNumbers } = job;
  const isAlone = identifiers.length === 1;
  const meant = isAlone ? desk.answer('meter') : undefined;
  return identifiers.every((identifier) => {
    const known = context.meters.find(({ id, number }) => [id, number].includes(identifier));
    const free = context.meters.filter(
      (meter) => meter.number === undefined && !meterNumbers.has(meter.id),
    );
    if (known && meant !== undefined && meant !== known.id) {
      const why = `The file is for the meter ${quoted(identifier)}, which is ${known.id}.`;
      desk.settle({ id: 'meter', what: 'meter', options: [meterOption(known)], why });
      return true;
    }
    if (known) {
      desk.settle({
        id: `meter-of.${identifier}`,
        what: `meter ${identifier}`,
        options: [meterOption(known)],
        value: known.id,
        why: `the workspace gives ${known.id} this ${known.id === identifier ? 'name' : 'number'}`,
      });
      return true;
    }
    const said = free.find(({ id }) => id === meant);
    const value = desk.settle({
      id: `meter-of.${identifier}`,
      what: `meter ${identifier}`,
      options: [...free.map(meterOption), ...(isAlone ? [IGNORED] : [])],
      ...(said
        ? { value: said.id, why: `as answered; ${said.id} receives this number` }
        : { why: unknownText(identifier, context.meters) }),
    });
    if (value === 'ignore') return false;
    if (value !== undefined) meterNumbers.set(value, identifier);
    return true;
  });
}

/** What is needed to settle meters, for a table and for a named layout alike. */
export type MeterJob = Pick<Job, 'context' | 'desk' | 'entry' | 'meterNumbers'>;

const IGNORED: Option = {
  value: 'ignore',
  why: 'leave the number out: the whole file is for a meter that you name',
};

function unknownText(identifier: string, meters: readonly Meter[]): string {
  const known = meters.map(({ id, number }) => (number === undefined ? id : `${id} (${number})`));
  return `The file is for the meter ${quoted(identifier)}, which the workspace does not hold (it has ${known.join(', ') || 'none'}). Whose number is it? The meter receives it.`;
}

/** A meter as it is chosen. */
export function meterOption({ id, site, measures, part_of }: Meter): Option {
  const what = measures === 'grid-import' ? 'energy bought' : 'energy of equipment';
  return {
    value: id,
    why: `${what} at ${site}${part_of === undefined ? '' : `, behind ${part_of}`}`,
  };
}

/** Settles the one meter of a file that names none. */
export function settleOneMeter({ context, desk, entry }: MeterJob, question: string): void {
  const { meters } = context;
  const [only, ...others] = meters;
  const offer = { id: 'meter', what: 'meter', options: meters.map(meterOption) };
  const empty = only ? '' : ' The workspace has no meter yet; add one to workspace.yaml first.';
  const value = desk.settle(
    only && others.length === 0
      ? { ...offer, value: only.id, why: 'the only meter of the workspace', isLikely: true }
      : { ...offer, why: `${question}${empty}` },
  );
  if (value !== undefined) entry.set('meter', value);
}

/** Settles the site of records that no meter names. */
export function settleSite({ context, desk, entry }: MeterJob): void {
  const { sites } = context;
  const [only, ...others] = sites;
  const offer = {
    id: 'site',
    what: 'site',
    options: sites.map(({ id, name, country }) => ({ value: id, why: `${name}, ${country}` })),
  };
  const value = desk.settle(
    others.length === 0
      ? { ...offer, value: only.id, why: 'the only site of the workspace' }
      : { ...offer, why: 'Which site is the file for?' },
  );
  if (value !== undefined) entry.set('site', value);
}

/** Settles the contract: of the site, where that is known. */
export function settleContract({ context, desk, entry }: MeterJob): void {
  const site = entry.get('site');
  const contracts = (context.contracts ?? []).filter(
    (one) => site === undefined || one.site === site,
  );
  const [only, ...others] = contracts;
  const offer = {
    id: 'contract',
    what: 'contract',
    options: contracts.map(({ id, kind, technology }) => ({
      value: id,
      why: `${kind}, ${technology}`,
    })),
  };
  const empty = only
    ? ''
    : ` The workspace has no contract${typeof site === 'string' ? ` of ${site}` : ''} yet; add one to workspace.yaml first.`;
  const value = desk.settle(
    only && others.length === 0
      ? { ...offer, value: only.id, why: 'the only contract of the site', isLikely: true }
      : { ...offer, why: `Under which contract does the file stand?${empty}` },
  );
  if (value !== undefined) entry.set('contract', value);
}

/** Settles the algorithm of hashes. */
export function settleAlgorithm({ context, desk, entry }: MeterJob, only?: string): void {
  const options = (only === undefined ? ALGORITHMS : [only]).map((value) => ({
    value,
    why: value === 'sha256' ? 'Bitcoin and its kin' : value,
  }));
  const offer = { id: 'algorithm', what: 'algorithm', options };
  const known = only ?? context.algorithm;
  const value = desk.settle(
    known === undefined
      ? { ...offer, why: 'By which algorithm do the machines hash? The file does not say.' }
      : {
          ...offer,
          value: known,
          why:
            only === undefined
              ? 'as the hashrate that the workspace holds already'
              : 'this kind of file is read for no other',
          isLikely: only === undefined,
        },
  );
  if (value !== undefined) entry.set('algorithm', value);
}
