import { account, type Accounting } from '../../src/app/accounting.ts';
import { daysOf } from '../../src/app/calendar.ts';
import { closeLedger, recompute } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import { HOURLY_METRICS } from '../../src/kernel/metrics/hourly.ts';
import { instantText } from '../../src/model/time.ts';
import { hoursCsv, readHoursCsv } from '../../src/series/hours-csv.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { loadTemplates } from '../../src/store/templates.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { type Changes, removeFolders, smallWorkspace } from '../support/small-workspace.ts';

/*
 * A day of a site that uses 1 MWh in each hour. A wind park made 3 MWh in each of the first 12 hours; a solar contract
 * has certificates of 500 kWh in the 13th; a store on the grid took in 2 MWh in the first hour and gave out 1.7 MWh in
 * the 15th, at an efficiency of 0.85.
 */

const FIRST = Date.UTC(2023, 0, 1, 6) / 1000;
const at = (hour: number) => instantText(FIRST + hour * 3600);
const table = (kwh: (hour: number) => number) =>
  ['start,kwh', ...Array.from({ length: 24 }, (_, i) => `${at(i)},${String(kwh(i))}`), ''].join(
    '\n',
  );

const READINGS = (meter: string) =>
  `  - { kind: readings, files: ${meter}.csv, meter: ${meter}, map: { time: start, label: start, interval_minutes: 60, zone: offset, date_format: "yyyy-MM-dd'T'HH:mm:ssXXX", energy: { column: kwh, unit: kWh } } }\n`;

const met = '{ met: "yes", evidence: a.pdf, by: A. Tester, on: 2024-01-31 }';
const CRITERIA = `criteria: { emission_rate: ${met}, sole_claim: ${met}, utility_rate: ${met}, direct_transfer: ${met} }`;
const contract = (id: string, technology: string) =>
  `  - { id: ${id}, site: home, kind: ppa, technology: ${technology}, attributes: retained, grid: egrid:ERCT, ${CRITERIA} }\n`;

const PROFILES = `  - { kind: profile, profile: energytag-gc, files: gc.csv, site: home, contract: sun, zone: UTC }
  - { kind: profile, profile: energytag-storage, files: flows.csv, site: home, zone: UTC }
`;
const CERTIFICATES = [
  'issuance_id,bundle_quantity,certificate_bundle_id_range_start,certificate_bundle_id_range_end,energy_carrier,energy_source,face_value,production_starting_interval,production_ending_interval,local_timezone,is_storage,country_of_issuance',
  '7,500,1,500,electricity,solar,1000,01/01/2023 18:00,01/01/2023 19:00,UTC,False,US',
  '',
].join('\n');
const FLOWS = [
  'flow_start_datetime,flow_end_datetime,flow_energy,validator_id',
  `${at(0)},${at(1)},-2000000,v1`,
  `${at(14)},${at(15)},1700000,v2`,
  '',
].join('\n');

const BASE: Changes = {
  workspace: [
    ['period: 2023', 'period: { start: 2023-01-01, end: 2023-01-01 }'],
    ['use: mining }', 'use: mining, energy_from: readings }'],
    [
      'role: own }',
      'role: own, storage: { connection: grid, efficiency: { fraction: "0.85", source: data sheet } } }',
    ],
    [
      'inputs:\n',
      `  - { id: park, site: home, measures: contracted-generation, contract: wind }\ncontracts:\n${contract('wind', 'wind')}${contract('sun', 'solar')}inputs:\n${READINGS('main')}${READINGS('park')}${PROFILES}`,
    ],
  ],
  files: {
    'main.csv': table(() => 1000),
    'park.csv': table((hour) => (hour < 12 ? 3000 : 0)),
    'gc.csv': CERTIFICATES,
    'flows.csv': FLOWS,
  },
};

async function accountOf(changes: Changes): Promise<Accounting> {
  const folder = smallWorkspace(changes);
  const open = await openWorkspace(folder);
  if (!open.workspace) throw new Error(JSON.stringify(open.findings));
  return account(open, loadFactors(folder), daysOf(open.workspace.period), () => undefined);
}

const valuesIn = ({ footprint }: Accounting) =>
  Object.fromEntries(
    Object.keys(HOURLY_METRICS).flatMap((metric) =>
      measure(footprint, { metric }).measurements.map(({ step }) => [
        metric,
        decimalText(step.value),
      ]),
    ),
  );

afterAll(removeFolders);

describe('a workspace with generation, certificates and a store by the hour', () => {
  const accounted = accountOf(BASE);

  test('matches them with its load', async () => {
    const values = valuesIn(await accounted);
    expect(values).toMatchObject({
      'hourly.load': '24',
      // 36 + 0.5 + 1.7 - 2
      'hourly.contracted': '36.2',
      // 12 + 0.5 + 1, since only 1 MWh was used in the hour of release
      'hourly.matched': '13.5',
      'hourly.surplus': '22.7',
      'hourly.leftover': '10.5',
      'hourly.share': '0.5625',
      'hourly.hours-matched': '13',
      'hourly.annual.share': '1',
      'hourly.storage.cancelled': '2',
      'hourly.storage.released': '1.7',
      'hourly.storage.efficiency': '0.85',
    });
  });

  test('says nothing of what counts, and of each certificate without a statement nothing more', async () => {
    const { findings } = await accounted;
    const told = findings.filter(({ code }) =>
      /^(WS-NOT-COUNTED|ACC-HOURLY|ACC-STORAGE)/.test(code),
    );
    expect(told.map(({ message }) => message)).toEqual([]);
  });

  test('the ledger and the hours as they are written give every value again', async () => {
    const { footprint, columns } = await accounted;
    const steps = Object.keys(HOURLY_METRICS).flatMap((metric) =>
      measure(footprint, { metric }).measurements.map(({ step }) => step),
    );
    const files = new Map(columns.map(({ id }) => [id, { file: 'h.csv', file_sha256: '0' }]));
    const { document } = closeLedger(steps, columns, files);
    const back = readHoursCsv(hoursCsv(columns), document.columns);
    const again = recompute(document, back);
    expect([again.differences, again.columns, again.unchecked]).toEqual([[], [], []]);
  });
});

test('retirement statements are held against the ids of an issuance', async () => {
  const statement = `Registry,First,Last,MWh,For,On\n7,1,500,0.5,Another Ltd,2023-02-01\n`;
  const input =
    '  - { kind: retirements, files: statement.csv, map: { registry: Registry, serial_start: First, serial_end: Last, quantity: { column: MWh, unit: MWh }, beneficiary: For, retired_on: On, date_format: yyyy-MM-dd } }\n';
  const accounting = await accountOf({
    workspace: [...(BASE.workspace ?? []), ['inputs:\n', `inputs:\n${input}`]],
    files: { ...BASE.files, 'statement.csv': statement },
  });
  expect(valuesIn(accounting)['hourly.matched']).toBe('13');
  const refused = accounting.findings.filter(({ code }) => code === 'ACC-CERTIFICATE-REFUSED');
  expect(refused.map(({ message }) => message)).toEqual([
    'Granular certificates of sun, 1 bundle (0.5 MWh), were refused, not counted; criterion 3: the retirement statements of its issuance name Another Ltd, not Small Mining Ltd.',
  ]);
});

test('bills of a contracted plant show no hour, and that is said', async () => {
  const bills =
    '  - { kind: bills, files: bills.csv, meter: park, map: { start: From, end: To, end_date: inclusive, date_format: yyyy-MM-dd, energy: { column: Usage, unit: kWh } } }\n';
  const { findings } = await accountOf({
    ...BASE,
    workspace: [
      ...(BASE.workspace ?? []).map(
        ([from, to]) => [from, to.replace(READINGS('park'), bills)] as const,
      ),
      ['    files: bills.csv\n    meter: main\n', '    files: b2.csv\n    meter: main\n'],
    ],
  });
  const told = findings.filter(({ code }) => code === 'WS-NOT-COUNTED');
  expect(told.map(({ message }) => message)).toEqual([
    'Meter park of home measures contracted-generation and has bills, which do not show what its plant made in an hour: not part of any figure.',
  ]);
});

test('no regime’s template binds a figure of a draft; the voluntary account calls it one and may leave it out', () => {
  const bound = loadTemplates().flatMap(({ template }) =>
    template.facts
      .filter(({ value }) => 'metric' in value && value.metric.startsWith('draft.'))
      .map(({ id, obligation }) => [template.id, id, obligation]),
  );
  expect(bound).toEqual([['int-mining-account', 'account.draft.mbm-2027.co2e', 'optional']]);
});
