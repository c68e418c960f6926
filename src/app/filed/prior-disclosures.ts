import { join } from 'node:path';
import type { PriorFiling } from '../../disclosure/prior-facts.ts';
import type { UsedSerials } from '../../kernel/inputs.ts';
import { AppError } from '../../model/app-error.ts';
import type { EvidenceInput } from '../../model/documents/disclosure.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { readStored, requireInside } from '../../store/files.ts';
import type { OpenWorkspace } from '../../store/workspace.ts';
import type { Days } from '../calendar.ts';
import { type FiledDisclosure, filedDisclosure, nameOf } from './filed-disclosure.ts';
import { usedSerialsOf } from './used-serials.ts';

/** A filed disclosure of an earlier period, with the hash of its file. */
export interface PriorDisclosure extends FiledDisclosure {
  readonly fileSha256: string;
  readonly isYearBefore: boolean;
}

/** What was filed before, what it uses up, and what is to be said of it. */
export interface PriorDisclosures {
  /** Latest first. */
  readonly filed: readonly PriorDisclosure[];
  readonly usedSerials: readonly UsedSerials[];
  readonly evidence: readonly EvidenceInput[];
  readonly findings: readonly Finding[];
}

const DAY = 86_400_000;

function isDayBefore(end: string, start: string): boolean {
  return Date.parse(start) - Date.parse(end) === DAY;
}

/** Reads and proves the disclosures that a workspace names under prior. One that cannot be trusted is not used. */
export async function priorDisclosures(open: OpenWorkspace, days: Days): Promise<PriorDisclosures> {
  const read: PriorDisclosure[] = [];
  const findings: Finding[] = [];
  for (const [i, path] of (open.workspace.prior ?? []).entries()) {
    const at = open.placeOf(`/prior/${String(i)}`);
    const say = (severity: Finding['severity'], message: string) =>
      findings.push(finding('WS-PRIOR', severity, message, at));
    const one = await readOne(open, path, days);
    if (typeof one === 'string') {
      say('critical', one);
      continue;
    }
    const fault = faultOf(one, open, days) ?? twice(one, read);
    if (fault !== undefined) {
      say('critical', fault);
      continue;
    }
    for (const remark of remarksOn(one)) say('quality', remark);
    read.push(one);
  }
  const filed = read.sort((a, b) => (a.disclosure.period.end < b.disclosure.period.end ? 1 : -1));
  return {
    filed,
    usedSerials: filed.flatMap(usedSerialsOf),
    evidence: filed.map(({ path, fileSha256, disclosure }) => ({
      path,
      sha256: fileSha256,
      reader: 'disclosure@1',
      records: disclosure.facts.length,
    })),
    findings,
  };
}

/** The disclosure of a path, or why it cannot be used. */
async function readOne(
  { folder }: OpenWorkspace,
  path: string,
  days: Days,
): Promise<PriorDisclosure | string> {
  try {
    await requireInside(folder, path);
    const { sha256: fileSha256 } = await readStored(join(folder, path), path);
    const filed = await filedDisclosure(join(folder, path), path);
    const { end } = filed.disclosure.period;
    return { ...filed, fileSha256, isYearBefore: isDayBefore(end, days.start) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `The prior disclosure ${path} was not used: ${error.message}. Restore what was filed.`;
  }
}

function faultOf(
  { path, disclosure: { entity, period } }: PriorDisclosure,
  { workspace }: OpenWorkspace,
  days: Days,
): string | undefined {
  const { name, lei, also_known_as = [] } = workspace.entity;
  const isSame =
    entity.lei !== undefined && lei !== undefined
      ? entity.lei === lei
      : [name, ...also_known_as].includes(entity.name);
  if (!isSame) {
    return `The prior disclosure ${path} is of ${entity.name}, and this workspace of ${name}; name one of the same entity, or its former name under also_known_as.`;
  }
  return period.end < days.start
    ? undefined
    : `The prior disclosure ${path} ends on ${period.end}, and this period begins on ${days.start}; name disclosures of earlier periods alone.`;
}

function twice(one: PriorDisclosure, others: readonly PriorDisclosure[]): string | undefined {
  const key = ({ disclosure: { template, site, period } }: PriorDisclosure) =>
    JSON.stringify([template.id, site, period.start, period.end]);
  const other = others.find((each) => key(each) === key(one));
  return (
    other &&
    `The prior disclosures ${other.path} and ${one.path} are of one template and period; keep the one that was filed.`
  );
}

function remarksOn(one: PriorDisclosure): string[] {
  return [
    ...(one.disclosure.draft
      ? [`The prior disclosure ${nameOf(one)} is a draft; name the one that was filed.`]
      : []),
    ...(one.template
      ? []
      : [
          `The edition of the template of ${nameOf(one)} is not at hand, so every certificate of its ledger is taken as used by it.`,
        ]),
  ];
}

/** What was filed by one template for the entity, or for one of its sites. */
export function priorFilings(
  { prior }: { readonly prior: readonly PriorDisclosure[] },
  template: string,
  site: string | null,
): PriorFiling[] {
  return prior
    .filter(({ disclosure }) => disclosure.template.id === template && disclosure.site === site)
    .map(({ path, fileSha256, isYearBefore, disclosure: { period, facts } }) => ({
      path,
      sha256: fileSha256,
      period,
      isYearBefore,
      facts,
    }));
}
