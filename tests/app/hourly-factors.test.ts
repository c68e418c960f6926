import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { account } from '../../src/app/accounting.ts';
import { daysOf } from '../../src/app/calendar.ts';
import { checkWorkspace } from '../../src/app/check.ts';
import { computeDisclosure } from '../../src/app/compute-disclosure.ts';
import { importFactors } from '../../src/app/import-factors.ts';
import { recompute } from '../../src/kernel/ledger.ts';
import { instantText } from '../../src/model/time.ts';
import { readHoursCsv } from '../../src/series/hours-csv.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { loadTemplates } from '../../src/store/templates.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { exact } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { present } from '../support/present.ts';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

/*
 * A site in Texas with bills of 1,000 MWh a month in 2023, whose connection was read by the hour in January. The grid
 * gave half coal and half wind in every hour of January but the last, of which nothing is known.
 */

const HOUR = 3600;
const FIRST = Date.UTC(2023, 0, 1, 6) / 1000;
const HOURS = 31 * 24;

const readings = [
  'start,kwh',
  ...Array.from({ length: HOURS }, (_, i) => `${instantText(FIRST + i * HOUR)},1000`),
  '',
].join('\n');

const bulk = [
  ',EBA.ERCO-ALL.NG.COL.H,EBA.ERCO-ALL.NG.WND.H',
  ...Array.from({ length: HOURS }, (_, i) => {
    const end = instantText(FIRST + (i + 1) * HOUR)
      .replace('T', ' ')
      .replace('Z', '+00:00');
    return i === HOURS - 1 ? `${end},,` : `${end},20000,20000`;
  }),
  '',
].join('\n');

const INPUT = `inputs:
  - kind: readings
    files: readings.csv
    meter: main
    map: { time: start, label: start, interval_minutes: 60, zone: offset, date_format: "yyyy-MM-dd'T'HH:mm:ssXXX", energy: { column: kwh, unit: kWh } }
`;

async function workspace(factors: string): Promise<string> {
  const folder = smallWorkspace({
    workspace: [
      ['inputs:\n', INPUT],
      ['grid: egrid:ERCT,', 'grid: egrid:ERCT, hourly_grid: eia-930:ERCO,'],
      ['location: [epa-egrid], mix: [electricity-maps],', factors],
    ],
    files: { 'readings.csv': readings },
  });
  writeFileSync(join(folder, 'bulk.csv'), bulk);
  const { outcome, findings } = await importFactors(join(folder, 'bulk.csv'), {
    publisher: 'eia-930',
    edition: '2023-01',
    workspace: folder,
    published: '2023-07-01',
  });
  expect([outcome, findings.map(({ code }) => code)]).toEqual(['written', ['IN-NULL', 'IN-NULL']]);
  return folder;
}

const USED =
  'location: [epa-egrid, eia-930], mix: [electricity-maps, eia-930], hourly: use, hourly_boundary: generation,';

const noProgress = () => undefined;

async function disclosureOf(folder: string, isAllowed: boolean) {
  const open = await openWorkspace(folder);
  if (!open.workspace) throw new Error('the workspace is not sound');
  const days = daysOf(open.workspace.period);
  const accounting = await account(open, loadFactors(folder), days, noProgress);
  const stored = present(loadTemplates().find(({ template }) => template.id === 'int-ifrs-s2'));
  const template = {
    ...stored.template,
    hourly_factors: isAllowed ? ('allowed' as const) : ('not-allowed' as const),
  };
  return computeDisclosure({
    accounting,
    stored: { ...stored, template },
    site: undefined,
    isDraft: true,
  });
}

afterAll(removeFolders);

describe('a workspace that takes hourly factors', () => {
  const folder = workspace(USED);

  test('check says which hours are served', async () => {
    const { served_by_hour: served, findings } = await checkWorkspace(await folder, noProgress);
    const row = { publisher: 'eia-930', edition: '2023-01', grade: 'C', hours: HOURS - 1 };
    const common = {
      site: 'home',
      grid: 'eia-930:ERCO',
      boundary: 'generation',
      is_used: true,
      hours_of_period: 8760,
    };
    expect(served).toEqual([
      { ...common, use: 'location', by: [{ ...row, row: 'ERCO-generation' }] },
      { ...common, use: 'mix', by: [{ ...row, row: 'ERCO-mix-generation' }] },
    ]);
    const told = findings.filter(({ code }) => code === 'ACC-HOURLY-FACTORS');
    expect(told.map(({ message }) => message)).toEqual([
      'Of 12,000 MWh of home, 998.656 MWh (8.3%) were taken at emission factors of their hour, of generation, by eia-930/2023-01 row ERCO-generation; 11,001.344 MWh were taken at the annual factor, 11,000 MWh without readings of every hour of their month and 1.344 MWh in hours without an hourly factor.',
    ]);
  }, 60_000);

  test('a template that allows them gets January by the hour, and is told so', async () => {
    const { disclosure, ledger, hours, findings } = await disclosureOf(await folder, true);
    const fact = disclosure.facts.find(
      ({ id, dimensions }) => id === 's2.29.a.i.2' && Object.keys(dimensions).length === 0,
    );
    const sets = loadFactors().map(({ set }) => set);
    const row = present(
      sets
        .find(({ edition }) => edition === '2023r2')
        ?.rows.find(({ id, answers }) => id === 'ERCT' && answers.use === 'location'),
    );
    // the bill of January weighs 1000 / 744 on each hour; coal of eia-generation/2023 is half of them
    const january = exact('1000').mul(exact('743')).div(exact('744'));
    const rest = exact('12000').sub(january);
    const co2 = january.mul(exact('525.095')).add(rest.mul(exact(row.co2_kg ?? '')));
    const others = exact(row.ch4_kg ?? '')
      .mul(exact('27.9'))
      .add(exact(row.n2o_kg ?? '').mul(exact('273')));
    const tonnes = co2.add(rest.mul(others)).div(exact('1000'));
    expect(fact?.exact).toBe(decimalText(tonnes));
    expect(findings.map(({ code }) => code)).toContain('ACC-HOURLY-FACTORS');
    const publishers = disclosure.evidence.factors.map(({ publisher }) => publisher);
    expect(publishers).toContain('eia-930');
    const [text] = [...hours.values()];
    const { differences, columns, unchecked } = recompute(
      ledger,
      readHoursCsv(text ?? '', ledger.columns),
    );
    expect({ differences, columns, unchecked }).toEqual({
      differences: [],
      columns: [],
      unchecked: [],
    });
    const rate = ledger.columns.find(({ quantity }) => quantity === 'rate');
    expect(rate?.inputs.map(({ file }) => file)).toEqual(['factors/eia-930/2023-01.json']);
  }, 60_000);

  test('one that does not allow them gets the annual factor, and is told so', async () => {
    const { disclosure, findings } = await disclosureOf(await folder, false);
    const plain = await disclosureOf(
      await workspace('location: [epa-egrid], mix: [electricity-maps],'),
      false,
    );
    const figures = ({ facts }: typeof disclosure) =>
      facts.map(({ id, exact: value }) => [id, value]);
    expect(figures(disclosure)).toEqual(figures(plain.disclosure));
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain('DIS-HOURLY-NOT-ALLOWED');
    expect(codes).not.toContain('ACC-HOURLY-FACTORS');
    expect(plain.findings.map(({ code }) => code)).not.toContain('DIS-HOURLY-NOT-ALLOWED');
  }, 60_000);
});

test('hours at hand that the workspace does not take are told by check, and change nothing', async () => {
  const folder = await workspace('location: [epa-egrid, eia-930], mix: [electricity-maps],');
  const { served_by_hour: served, findings } = await checkWorkspace(folder, noProgress);
  // absent, hourly_boundary is consumption, of which the file gave none
  expect(served).toEqual([]);
  expect(findings.filter(({ code }) => code.startsWith('ACC-HOURLY'))).toEqual([]);
  const own = await workspace(
    'location: [epa-egrid, eia-930], mix: [electricity-maps], hourly_boundary: generation,',
  );
  const told = await checkWorkspace(own, noProgress);
  expect(told.served_by_hour).toMatchObject([{ use: 'location', is_used: false }]);
}, 60_000);

test('hourly factors that are asked for and not at hand are missed', async () => {
  const folder = await workspace(
    'location: [epa-egrid, eia-930], mix: [electricity-maps], hourly: use,',
  );
  const { served_by_hour: served, findings } = await checkWorkspace(folder, noProgress);
  expect(served).toMatchObject([{ use: 'location', is_used: true, by: [] }]);
  const told = findings.filter(({ code }) => code === 'ACC-HOURLY-NONE');
  expect(told.map(({ message }) => message)).toEqual([
    'The workspace takes hourly factors, and none serves home: no publisher under factors.location holds hourly factors of consumption for eia-930:ERCO; import them, or correct hourly_grid. The annual factor was used.',
  ]);
}, 60_000);
