import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { priorDisclosures, priorFilings } from '../../../src/app/filed/prior-disclosures.ts';
import { checkWorkspace } from '../../../src/app/check.ts';
import { report } from '../../../src/app/report.ts';
import { filedFacts, yearBefore } from '../../../src/disclosure/prior-facts.ts';
import { lookupIn } from '../../../src/disclosure/lookup.ts';
import type { TemplateFact } from '../../../src/model/documents/template.ts';
import { loadTemplates } from '../../../src/store/templates.ts';
import { openWorkspace } from '../../../src/store/workspace.ts';
import { filedOf, HALVES } from '../../support/filed-halves.ts';
import { type Changes, removeFolders, smallWorkspace } from '../../support/small-workspace.ts';

afterAll(removeFolders);

const LEDGER = [
  'Registry,First,Last,MWh,Vintage,Country,Status,For,On',
  'M-RETS,A-1,A-10,10,2023-03,US,Retired,small mining ltd,2023-05-01',
  '',
].join('\n');
const MET = '{ met: "yes", evidence: attestation.pdf, by: a person, on: 2023-12-31 }';
const CONTRACT = `contracts:
  - id: wind
    site: home
    kind: unbundled-certificates
    technology: wind
    attributes: retained
    criteria: { emission_rate: ${MET}, sole_claim: ${MET}, utility_rate: ${MET}, direct_transfer: ${MET} }
`;
const CERTIFICATES =
  '  - { kind: certificates, files: ledger.csv, site: home, contract: wind, map: { registry: Registry, serial_start: First, serial_end: Last, quantity: { column: MWh, unit: MWh }, vintage: Vintage, vintage_format: yyyy-MM, country: Country, status: Status, retired: [Retired], retired_on: On, beneficiary: For } }\n';

function withCertificates({ workspace = [], ...rest }: Changes = {}): string {
  return smallWorkspace({
    ...rest,
    workspace: [
      ['inputs:\n', `${CONTRACT}inputs:\n`],
      ['factors: { location', `${CERTIFICATES}factors: { location`],
      ...workspace,
    ],
    files: { 'ledger.csv': LEDGER },
  });
}

/** A workspace of the second half that names what was filed for the first one. */
async function secondYear(folder: string, changes: Changes = {}, make = smallWorkspace) {
  const path = await filedOf(folder, HALVES[0]);
  const name = basename(path);
  const next = make({
    ...changes,
    workspace: [
      ['factors: { location', `prior: [filed/${name}]\nfactors: { location`],
      ...(changes.workspace ?? []),
    ],
  });
  mkdirSync(join(next, 'filed'));
  cpSync(path, join(next, 'filed', name));
  cpSync(path.replace(/\.json$/, ''), join(next, 'filed', name.replace(/\.json$/, '')), {
    recursive: true,
  });
  return { next, filed: join(next, 'filed', name) };
}

const DAYS = { start: '2023-07-01', end: '2023-12-31' };

async function prior(folder: string) {
  const open = await openWorkspace(folder);
  if (!open.workspace) throw new Error(JSON.stringify(open.findings));
  return priorDisclosures(open, DAYS);
}

const messages = async (folder: string) =>
  (await prior(folder)).findings.map(({ severity, message }) => `${severity}: ${message}`);

describe('a disclosure of the period before', () => {
  let next = '';
  beforeAll(async () => {
    ({ next } = await secondYear(smallWorkspace()));
  });

  test('is proven, and is part of the evidence', async () => {
    const { filed, evidence, findings } = await prior(next);
    expect(filed.map(({ isYearBefore }) => isYearBefore)).toEqual([true]);
    expect(evidence.map(({ reader }) => reader)).toEqual(['disclosure@1']);
    // the halves of the test are drafts
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'quality WS-PRIOR',
    ]);
    expect(findings[0]?.message).toMatch(/is a draft; name the one that was filed/);
  });

  test('its facts are taken as filed, with its own period and file as evidence', async () => {
    const filings = priorFilings({ prior: (await prior(next)).filed }, 'int-ifrs-s2', null);
    const template = loadTemplates().find((one) => one.template.id === 'int-ifrs-s2')?.template;
    const location = template?.facts.find(
      ({ value }) => 'metric' in value && value.metric === 'scope2.location.co2e',
    );
    const filed = filings[0]?.facts.find(
      ({ id, dimensions }) => id === location?.id && Object.keys(dimensions).length === 0,
    );
    expect(filed?.exact).not.toBeNull();
    const definition: TemplateFact = {
      id: 'before',
      value: { filed: location?.id ?? '', of: 'prior-year' },
      unit: location?.unit ?? null,
      obligation: 'mandatory',
      citation: 'test',
      grade: 'V',
    };
    const value = { filed: location?.id ?? '', of: 'prior-year' as const };
    const facts = filedFacts({ prior: filings }, definition, 'Before', value);
    if (typeof facts === 'string') throw new Error(facts);
    const total = facts.find(({ dimensions }) => Object.keys(dimensions).length === 0);
    expect(total?.value).toBe(filed?.value);
    expect(total?.period).toEqual({ start: '2023-01-01', end: '2023-06-30' });
    expect(total?.step?.op).toBe('activity');
    expect(total?.step?.evidence?.[0]?.file).toMatch(/^filed\/int-ifrs-s2-/);
    // by year, for the history of a threshold
    const years = filedFacts({ prior: filings }, definition, 'Before', {
      ...value,
      of: 'prior-years',
    });
    expect(typeof years === 'string' ? years : years.map((one) => one.dimensions)).toContainEqual({
      year: '2023',
    });
    expect(yearBefore(filings, location?.id ?? '')).toBe(filed?.exact);
    const { workspace } = await openWorkspace(next);
    if (!template || !workspace) throw new Error('no template');
    const lookup = lookupIn({ template, workspace, site: undefined, prior: filings });
    expect(lookup(`prior.${location?.id ?? ''}`)).toBe(filed?.exact);
  });

  test('of another unit, or of no such fact, there is none, and it is said why', async () => {
    const filings = priorFilings({ prior: (await prior(next)).filed }, 'int-ifrs-s2', null);
    const definition: TemplateFact = {
      id: 'before',
      value: { filed: 'x.nothing', of: 'prior-year' },
      unit: 'MWh',
      obligation: 'mandatory',
      citation: 'test',
      grade: 'V',
    };
    const asked = { filed: 'x.nothing', of: 'prior-year' as const };
    expect(filedFacts({ prior: filings }, definition, 'Before', asked)).toMatch(
      /holds no value of x.nothing in this unit/,
    );
    expect(filedFacts({ prior: [] }, definition, 'Before', asked)).toMatch(/named under prior/);
    expect(priorFilings({ prior: (await prior(next)).filed }, 'another-template', null)).toEqual(
      [],
    );
  });
});

describe('what cannot be trusted is not used', () => {
  test('a figure that was changed', async () => {
    const { next, filed } = await secondYear(smallWorkspace());
    const text = readFileSync(filed, 'utf8');
    const [exact = ''] = /"exact":"[1-9][0-9.]+"/.exec(text) ?? [];
    writeFileSync(filed, text.replace(exact, '"exact":"1"'));
    expect((await messages(next))[0]).toMatch(/^critical: .* was not used: .* says 1, its ledger/);
  });

  test('is told by check as well', async () => {
    const { next } = await secondYear(smallWorkspace());
    const { findings } = await checkWorkspace(next, () => undefined);
    // check takes the year of the workspace, which the half lies in
    const told = findings.filter(({ code }) => code === 'WS-PRIOR');
    expect(told.map(({ severity, at }) => `${severity} ${at.file ?? ''}`)).toEqual([
      'critical workspace.yaml',
    ]);
  });

  test('a ledger that was changed', async () => {
    const { next, filed } = await secondYear(smallWorkspace());
    const ledger = join(filed.replace(/\.json$/, ''), 'ledger.json');
    writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('"value":"', '"value":"1'));
    expect((await messages(next))[0]).toMatch(/^critical: .* one of the two was changed/);
  });

  test('another entity', async () => {
    const { next } = await secondYear(smallWorkspace(), {
      workspace: [['name: Small Mining Ltd', 'name: Other Mining Ltd']],
    });
    expect(await messages(next)).toEqual([
      expect.stringMatching(/^critical: .* is of Small Mining Ltd, and this workspace of Other/),
    ]);
  });

  test('a file that is not there, and one outside of the workspace', async () => {
    const folder = smallWorkspace({
      workspace: [['factors: { location', 'prior: [gone.json]\nfactors: { location']],
    });
    expect((await messages(folder))[0]).toMatch(/^critical: .*gone.json does not exist/);
  });

  test('a later period, and the same one twice', async () => {
    const { next } = await secondYear(smallWorkspace());
    const open = await openWorkspace(next);
    if (!open.workspace) throw new Error('no workspace');
    const early = await priorDisclosures(open, { start: '2023-06-01', end: '2023-12-31' });
    expect(early.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/ends on 2023-06-30, and this period begins on 2023-06-01/),
    ]);
    const [path = ''] = open.workspace.prior ?? [];
    const twice = {
      ...open,
      workspace: { ...open.workspace, prior: [path, path] satisfies [string, ...string[]] },
    };
    const { findings, filed } = await priorDisclosures(twice, DAYS);
    expect(filed).toHaveLength(1);
    expect(findings.map(({ severity }) => severity)).toEqual(['quality', 'critical']);
  });
});

test('serials that the year before counted are not counted again', async () => {
  const { next } = await secondYear(withCertificates(), {}, withCertificates);
  const { usedSerials } = await prior(next);
  expect(
    usedSerials.map(({ registry, serialStart, serialEnd }) => [registry, serialStart, serialEnd]),
  ).toEqual([['M-RETS', 'A-1', 'A-10']]);
  const options = {
    template: 'int-ifrs-s2',
    out: join(next, 'out'),
    formats: new Set(['json'] as const),
    draft: true,
    period: HALVES[1],
  };
  const { findings } = await report(next, options, () => undefined);
  expect(findings.map(({ code }) => code)).toContain('WS-PRIOR');
  const text = findings.map(({ code, message }) => `${code} ${message}`).join('\n');
  expect(text).toMatch(
    /ACC-SERIAL-TWICE .*A-1 to A-10, which count in the disclosure of 2023-01-01 to 2023-06-30/,
  );
});
