import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small sound workspace: one site in Texas, twelve monthly bills of 1,000 MWh, no certificates, no hashrate. */
const WORKSPACE = `hashprint: 1
entity: { name: Small Mining Ltd, country: US }
boundary:
  approach: operational-control
  parties:
    - { id: self, share: "100", sites: [home] }
period: 2023
sites:
  - { id: home, name: Home, country: US, subdivision: US-TX, grid: egrid:ERCT, zone: America/Chicago, role: own }
meters:
  - { id: main, site: home, measures: grid-import, use: mining }
inputs:
  - kind: bills
    files: bills.csv
    meter: main
    map: { start: From, end: To, end_date: inclusive, date_format: yyyy-MM-dd, energy: { column: Usage, unit: kWh } }
factors: { location: [epa-egrid], mix: [electricity-maps], residual: [green-e], other_year: refuse }
statements:
  measurement_standard: GHG Protocol
  measurement_approach: Bills
  consolidated_and_other_investees: One group
  first_annual_period: "yes"
  transition_risk: none found
  physical_risk: none found
  opportunities: none found
  capital_deployment: none
  internal_carbon_price: none
  remuneration: none
  has_targets: "no"
decisions:
  - { id: no-direct-emissions, site: home, value: "yes", by: a person, on: 2024-01-31, because: no fuel is burned }
`;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number) => String(n).padStart(2, '0');
const BILLS = [
  'From,To,Usage',
  ...DAYS.map((days, i) => `2023-${two(i + 1)}-01,2023-${two(i + 1)}-${two(days)},1000000`),
  '',
].join('\n');

const folders: string[] = [];

/** Removes every folder that was made here. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** An empty folder that `removeFolders` takes away. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hashprint-'));
  folders.push(folder);
  return folder;
}

/** What a test changes of the small workspace: pairs of text and replacement, and files to add. */
export interface Changes {
  readonly workspace?: readonly (readonly [from: string, to: string])[];
  readonly bills?: readonly (readonly [from: string, to: string])[];
  readonly files?: Readonly<Record<string, string>>;
}

function changed(text: string, changes: Changes['bills'] = []): string {
  return changes.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`the workspace of the test holds no ${from}`);
    return now.replace(from, () => to);
  }, text);
}

/** Writes the small workspace, changed, into a folder of its own and returns that folder. */
export function smallWorkspace(changes: Changes = {}): string {
  const folder = emptyFolder();
  const files = {
    'workspace.yaml': changed(WORKSPACE, changes.workspace),
    'bills.csv': changed(BILLS, changes.bills),
    ...changes.files,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
