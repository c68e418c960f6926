import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkspace } from '../../src/app/check.ts';
import { report } from '../../src/app/report.ts';
import type { Disclosure } from '../../src/model/documents/disclosure.ts';
import {
  type Changes,
  emptyFolder,
  removeFolders,
  smallWorkspace,
} from '../support/small-workspace.ts';

afterAll(removeFolders);

const INPUTS = 'factors: { location';

/** The small workspace with further meters and inputs. */
function extended(meters: string, inputs: string, files: Changes['files'] = {}): string {
  return smallWorkspace({
    workspace: [
      ['inputs:\n', `${meters}inputs:\n`],
      [INPUTS, `${inputs}${INPUTS}`],
    ],
    files,
  });
}

const checked = async (folder: string) => (await checkWorkspace(folder, () => undefined)).findings;

async function factsOf(folder: string) {
  const out = emptyFolder();
  const options = {
    template: 'int-ifrs-s2',
    out,
    formats: new Set(['json'] as const),
    draft: true,
  };
  await report(folder, options, () => undefined);
  const text = readFileSync(join(out, 'int-ifrs-s2-2023.json'), 'utf8');
  return (JSON.parse(text) as Disclosure).facts.map(({ id, value }) => [id, value]);
}

const HOURS = ['start,kwh', '2023-01-01T06:00:00Z,500', '2023-01-01T07:00:00Z,500', ''].join('\n');
const READINGS = (meter: string) =>
  `  - { kind: readings, files: ${meter}.csv, meter: ${meter}, map: { time: start, label: start, interval_minutes: 60, zone: offset, date_format: "yyyy-MM-dd'T'HH:mm:ss", energy: { column: kwh, unit: kWh } } }\n`;
const METER = (id: string, measures: string) =>
  `  - { id: ${id}, site: home, measures: ${measures}, part_of: main, use: compute }\n`;

test.each([
  ['on-site-generation', true],
  // what a store moves within the site changes nothing that was bought
  ['storage', false],
])('a meter of %s is read and part of the accounting', async (measures, isMoved) => {
  const folder = extended(METER('plant', measures), READINGS('plant'), { 'plant.csv': HOURS });
  expect((await checked(folder)).map(({ code }) => code)).not.toContain('WS-NOT-COUNTED');
  const [facts, without] = [await factsOf(folder), await factsOf(smallWorkspace())];
  expect(JSON.stringify(facts) !== JSON.stringify(without)).toBe(isMoved);
});

test('bills of a store show no charge and are told', async () => {
  const bills =
    '  - { kind: bills, files: store.csv, meter: plant, map: { start: S, end: E, end_date: inclusive, date_format: yyyy-MM-dd, energy: { column: kwh, unit: kWh } } }\n';
  const folder = extended(METER('plant', 'storage'), bills, {
    'store.csv': 'S,E,kwh\n2023-01-01,2023-12-31,10\n',
  });
  const told = (await checked(folder)).filter(({ code }) => code === 'WS-NOT-COUNTED');
  expect(told.map(({ message }) => message)).toEqual([
    'Meter plant of home has bills, which show no charge or discharge, beside what storage counts: it is read, and not part of any figure yet.',
  ]);
});

test('an it-load meter of the same readings is part of the accounting', async () => {
  const folder = extended(METER('plant', 'it-load'), READINGS('plant'), { 'plant.csv': HOURS });
  expect((await checked(folder)).map(({ code }) => code)).not.toContain('WS-NOT-COUNTED');
});

test('generation at the meter of the connection is told and moves no figure', async () => {
  const inputs =
    '  - { kind: profile, profile: energytag-readings, files: made.csv, meter: main }\n';
  const made = [
    'interval_start_datetime,interval_end_datetime,interval_usage,gross_net_indicator',
    '2023-01-01T06:00:00Z,2023-01-01T07:00:00Z,1000,NET',
    '',
  ].join('\n');
  const folder = extended('', inputs, { 'made.csv': made });
  const told = (await checked(folder)).filter(({ code }) => code === 'WS-NOT-COUNTED');
  expect(told.map(({ message }) => message)).toEqual([
    'Meter main of home has generation beside what grid-import counts: it is read, and not part of any figure yet.',
  ]);
});

const LEDGER = [
  'Registry,First,Last,MWh,Vintage,Country,Status,For,On',
  'M,A-1,A-10,10,2023-03,US,Retired,small mining ltd,2023-12-01',
  '',
].join('\n');
const CERTIFICATES =
  '  - { kind: certificates, files: ledger.csv, site: home, contract: wind, map: { registry: Registry, serial_start: First, serial_end: Last, quantity: { column: MWh, unit: MWh }, vintage: Vintage, vintage_format: yyyy-MM, country: Country, status: Status, retired: [Retired], retired_on: On, beneficiary: For } }\n';
const STATEMENTS =
  '  - { kind: retirements, files: statement.csv, map: { registry: Registry, serial_start: First, serial_end: Last, quantity: { column: MWh, unit: MWh }, beneficiary: For, retired_on: On, date_format: yyyy-MM-dd } }\n';

async function claims(statement?: string) {
  const inputs = statement === undefined ? CERTIFICATES : CERTIFICATES + STATEMENTS;
  const files = { 'ledger.csv': LEDGER, ...(statement && { 'statement.csv': statement }) };
  const contract =
    'contracts:\n  - { id: wind, site: home, kind: unbundled-certificates, technology: wind, attributes: retained }\n';
  const found = await checked(extended(contract, inputs, files));
  // of the records alone: factors are told by check as well
  const ofRecords = found.filter(({ code }) => !code.startsWith('ACC-'));
  return ofRecords.map(({ code, severity, at }) => `${code} ${severity} ${at.file ?? ''}`);
}

test('a claim of retirement is held against the statement of its registry', async () => {
  const head = 'Registry,First,Last,MWh,For,On';
  expect(await claims()).toEqual(['IN-RETIREMENT info ledger.csv']);
  expect(await claims(`${head}\nM,A-1,A-10,10,Small Mining Ltd,2023-12-01\n`)).toEqual([]);
  expect(await claims(`${head}\nM,A-1,A-9,9,Small Mining Ltd,2023-12-01\n`)).toEqual([
    'IN-NOT-RETIRED critical ledger.csv',
  ]);
  expect(await claims(`${head}\nM,A-1,A-10,10,Another Ltd,2023-12-01\n`)).toEqual([
    'IN-NOT-RETIRED critical ledger.csv',
  ]);
});

test('a supplier mix counts, or says why it does not', async () => {
  const contract =
    'contracts:\n  - { id: power, site: home, kind: green-tariff, technology: wind, attributes: none }\n';
  const inputs =
    '  - { kind: supplier-mix, files: mix.csv, contract: power, map: { year: Y, technology: T, names: { Wind: wind }, share: { column: S, unit: percent } } }\n';
  const folder = extended(contract, inputs, { 'mix.csv': 'Y,T,S\n2023,Wind,100\n' });
  expect((await checked(folder)).map(({ code }) => code)).not.toContain('WS-NOT-COUNTED');
});
