import { account } from '../../src/app/accounting.ts';
import { daysOf } from '../../src/app/calendar.ts';
import { measure } from '../../src/kernel/measure.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

const TIMES = 'start: From, end: To, zone: UTC, date_format: yyyy-MM-dd HH:mm';
const INPUTS = `  - kind: absorbed
    files: absorbed.csv
    site: home
    plant: Caney Wind
    map: { ${TIMES}, energy: { column: E, unit: MWh }, reason: negative-price, measured: metered, proof: P }
  - kind: credits
    files: credits.csv
    site: home
    map: { registry: R, project: P, serial_start: A, serial_end: Z, vintage: V, quantity: { column: Q, unit: t }, type: removal, retired_on: D, date_format: yyyy-MM-dd, beneficiary: B }
  - kind: curtailment
    files: events.csv
    site: home
    currency: USD
    baseline_rule: { id: CBL, source: "Protocols, section 8" }
    map: { ${TIMES}, baseline: { column: MW, unit: MW }, revenue: Paid }
  - kind: water
    files: water.csv
    site: home
    map: { start: From, end: To, end_date: inclusive, date_format: yyyy-MM-dd, kind: withdrawn, volume: { column: V, unit: m3 } }
factors: {`;
const SITING =
  'role: own, siting: { connection: direct-line, plant: Caney Wind, evidence: { diagram: diagram, metering: metering } } }';
const FILES = {
  'absorbed.csv': 'From,To,E,P\n2023-03-01 01:00,2023-03-01 04:00,12.5,RT price\n',
  'credits.csv': 'R,P,A,Z,V,Q,D,B\nPuro,P-1,1,7,2022,7,2023-06-01,Small Mining Ltd\n',
  'events.csv': 'From,To,MW,Paid\n2023-03-01 01:00,2023-03-01 04:00,2,"700.25"\n',
  'water.csv': 'From,To,V\n2023-01-01,2023-12-31,365\n',
  'files/diagram.pdf': 'a diagram',
  'files/metering.pdf': 'a protocol',
};

async function accounted(files: Readonly<Record<string, string>>) {
  const folder = smallWorkspace({
    workspace: [
      ['factors: {', INPUTS],
      ['role: own }', SITING],
      [
        'decisions:\n',
        'attachments: { diagram: files/diagram.pdf, metering: files/metering.pdf }\ndecisions:\n',
      ],
    ],
    files,
  });
  const open = await openWorkspace(folder);
  if (!open.workspace) throw new Error(JSON.stringify(open.findings));
  const days = daysOf(open.workspace.period);
  const { footprint, findings } = await account(open, loadFactors(folder), days, () => undefined);
  const value = (metric: string) => {
    const { measurements, missing } = measure(footprint, { metric });
    const [first] = measurements;
    return first ? `${decimalText(first.step.value)} ${first.step.unit}` : missing?.code;
  };
  return { value, codes: findings.map(({ code }) => code), footprint };
}

test('what a workspace states beside the scopes is read, shown and told', async () => {
  const { value, codes, footprint } = await accounted(FILES);
  expect(value('absorbed.energy')).toBe('12.5 MWh');
  expect(value('credits.removal')).toBe('7 t CO2e');
  expect(value('curtailment.revenue')).toBe('700.25 USD');
  expect(value('water.withdrawn')).toBe('365 m3');
  expect(value('siting.direct-energy')).toBe('12000 MWh');
  const [losses] = measure(footprint, {
    metric: 'siting.direct-energy',
    by: ['site'],
  }).measurements;
  expect(losses?.dimensions).toEqual({ site: 'home' });
  expect(codes).toContain('ACC-SITING');
  expect(codes).not.toContain('WS-NOT-COUNTED');
});

test('an attachment that is not there leaves the loss of the grid', async () => {
  const { 'files/metering.pdf': _, ...rest } = FILES;
  const { value, codes } = await accounted(rest);
  expect(value('siting.direct-energy')).toBe('ACC-NO-ENERGY');
  expect(codes).toEqual(expect.arrayContaining(['WS-NO-FILE', 'ACC-SITING']));
});
