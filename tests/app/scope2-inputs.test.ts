import { checkWorkspace } from '../../src/app/check.ts';
import { type Changes, removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

const METERS = 'inputs:\n';
const FACTORS = 'factors: { location';

/** Codes of the findings of the small workspace, with lines before its inputs and further inputs. */
async function told(before: string, further: string, files: Changes['files'] = {}) {
  const workspace: Changes['workspace'] = [
    [METERS, `${before}${METERS}`],
    [FACTORS, `${further}${FACTORS}`],
  ];
  const folder = smallWorkspace({ workspace, files });
  return (await checkWorkspace(folder, () => undefined)).findings;
}

const DAYS = 'start: S, end: E, end_date: inclusive, date_format: yyyy-MM-dd';

test('bought heat and resold power are read by their mappings, and sold power is told', async () => {
  const further = `  - { kind: bought-heat, files: heat.csv, site: home, rate: { co2e_kg_per_mwh: "120", year: 2023, source: statement }, map: { ${DAYS}, energy: { column: GJ, unit: GJ }, heat: cooling } }
  - { kind: resold-power, files: sold.csv, site: home, metered: false, map: { ${DAYS}, energy: { column: MWh, unit: MWh }, to: grid } }
`;
  const found = await told('', further, {
    'heat.csv': 'S,E,GJ\n2023-01-01,2023-12-31,100\n',
    'sold.csv': 'S,E,MWh\n2023-07-01,2023-07-31,11717\n',
  });
  expect(found.filter(({ severity }) => severity === 'critical')).toEqual([]);
  expect(found.map(({ code }) => code).filter((code) => /^WS-|^IN-/.test(code))).toEqual([]);
});

test('a contract that names no declared programme is a dangling reference', async () => {
  const contract = (programme: string) =>
    `contracts:\n  - { id: wind, site: home, kind: unbundled-certificates, technology: wind, attributes: retained, programme: ${programme} }\nprogrammes:\n  - { id: green, source: rules of the programme, vintage: { months_before: 6, months_after: 3 }, market: [US, CA] }\n`;
  const codes = async (programme: string) =>
    (await told(contract(programme), '')).map(({ code }) => code);
  expect(await codes('blue')).toContain('WS-REFERENCE');
  expect(await codes('green')).not.toContain('WS-REFERENCE');
});
