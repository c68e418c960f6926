import type { InspectOptions } from '../../src/app/inspect.ts';

/** How the files of one folder are looked at. */
export interface Mapping {
  /** What the workspace says of the file beside its name; absent: there is no workspace. */
  readonly input?: string;
  readonly options?: InspectOptions;
}

type Columns = readonly [string, string, string];
const bills = (csv: string, [start, end, usage]: Columns = ['From', 'To', 'Usage']) => ({
  input: `kind: bills
    meter: main
    ${csv}
    map: { start: ${start}, end: ${end}, end_date: inclusive, date_format: MM/dd/yyyy, energy: { column: ${usage}, unit: kWh } }`,
});
const encoded = (encoding: string, columns?: Columns) =>
  bills(`csv: { encoding: ${encoding} }`, columns);
const FRENCH = ['Début', 'Fin', 'Énergie'] as const;
const readings = (whose: string, column: string) => ({
  input: `kind: readings
    ${whose}
    map: { ${column} time: ts, label: start, interval_minutes: 60, zone: America/Chicago, date_format: yyyy-MM-dd HH:mm, energy: { column: kwh, unit: kWh } }`,
});

/** By the folder under `files/`. */
export const MAPPINGS: Readonly<Record<string, Mapping>> = {
  bare: {},
  bills: bills(''),
  'bills-utf-8': encoded('utf-8'),
  'bills-utf-16le': encoded('utf-16le'),
  'bills-windows-1252': encoded('windows-1252', FRENCH),
  'bills-iso-8859-1': encoded('iso-8859-1', FRENCH),
  'bills-shift-jis': encoded('shift_jis', ['開始', '終了', '使用量']),
  'readings-local': readings('meter: main', ''),
  'readings-meters': readings('', 'meter: meter,'),
  certificates: {
    input: `kind: certificates
    site: pecos
    contract: caney
    map: { registry: Registry, serial_start: First, serial_end: Last, quantity: { column: MWh, unit: MWh }, vintage: Vintage, vintage_format: yyyy-MM, technology: Fuel, country: Country, status: Status, retired: [Retired], beneficiary: For }`,
  },
  fuels: {
    input: `kind: fuels
    site: pecos
    map: { start: From, end: To, end_date: inclusive, date_format: yyyy-MM-dd, fuel: Fuel, names: { Diesel: distillate-2 }, quantity: { column: Qty, unit: L } }`,
  },
  'profile-nem12': { options: { profile: 'nem12' } },
};

/** A workspace that names one file. */
export function workspaceFor(file: string, input: string): string {
  return `hashprint: 1
entity: { name: Small Mining Ltd, country: US }
boundary:
  approach: operational-control
  parties:
    - { id: self, share: "100", sites: [pecos] }
period: 2025
sites:
  - { id: pecos, name: Pecos, country: US, grid: egrid:ERCT, zone: America/Chicago, role: own }
meters:
  - { id: main, site: pecos, measures: grid-import, number: "007" }
contracts:
  - { id: caney, site: pecos, kind: ppa, technology: wind, attributes: retained }
factors: { location: [epa-egrid], other_year: refuse }
inputs:
  - files: ${file}
    ${input}
`;
}
