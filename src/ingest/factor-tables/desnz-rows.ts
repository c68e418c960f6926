import type { FactorRow } from '../../model/documents/factor-set.ts';
import type { Row } from '../table/cells.ts';
import type { FoundTable } from './find-table.ts';

/** Columns of the flat file. */
export const DESNZ_COLUMNS = {
  scope: { names: ['scope'] },
  level1: { names: ['level 1'] },
  level2: { names: ['level 2'] },
  level3: { names: ['level 3'] },
  level4: { names: ['level 4'] },
  text: { names: ['column text'] },
  unit: { names: ['uom'] },
  gas: { names: ['ghg/unit'] },
  value: { names: /^ghg conversion factor 20\d\d$/, label: 'GHG Conversion Factor <year>' },
} as const;
export type DesnzColumn = keyof typeof DESNZ_COLUMNS;

/** What a row of the flat file answers, and of which gas. */
export interface DesnzQuestion extends Pick<
  FactorRow,
  'id' | 'answers' | 'basis' | 'per' | 'blend'
> {
  readonly name: string;
  readonly gas: 'CO2e' | 'CO2' | 'CH4' | 'N2O';
}

const GASES: Readonly<Record<string, DesnzQuestion['gas']>> = {
  'kg CO2e': 'CO2e',
  'kg CO2e of CO2 per unit': 'CO2',
  'kg CO2e of CH4 per unit': 'CH4',
  'kg CO2e of N2O per unit': 'N2O',
};

interface Unit {
  readonly per: string;
  readonly basis?: { readonly calorific: 'gross' | 'net' };
}

/** A kilowatt hour of fuel is no kilowatt hour unless its calorific value is named. */
const FUEL_UNITS: Readonly<Record<string, Unit>> = {
  'kWh (Gross CV)': { per: 'kWh', basis: { calorific: 'gross' } },
  'kWh (Net CV)': { per: 'kWh', basis: { calorific: 'net' } },
  tonnes: { per: 't' },
  litres: { per: 'L' },
  'cubic metres': { per: 'm3' },
};

type Known = Omit<DesnzQuestion, 'gas' | 'per'>;

/** What the row answers; or the kind of rows that it belongs to, of which none is taken. */
export function questionOf(
  table: FoundTable<DesnzColumn>,
  row: Row,
  year: number,
): DesnzQuestion | { readonly left: string } {
  const cell = (role: DesnzColumn) => table.cell(row, role);
  const gas = GASES[cell('gas').normalize('NFKC')];
  const unit = cell('unit');
  const kind = `${cell('scope')}, ${cell('level1')}`;
  const names = (['level3', 'level4', 'text'] as const).map(cell);
  const name = names.filter((text) => text !== '').join(', ');
  const left = { left: gas ? kind : `${kind}, ${cell('gas') || 'without GHG/Unit'}` };
  const { [unit]: fuelUnit } = FUEL_UNITS;
  if (!gas) return left;
  if (kind === 'Scope 1, Fuels' || kind === 'Scope 3, WTT- fuels') {
    if (!fuelUnit) return { left: `${kind} per ${unit}` };
    return { ...fuelOf(kind, name, unit, year, fuelUnit), per: fuelUnit.per, gas };
  }
  const known = electricityOf(kind, cell('level2'), year) ?? heatOf(kind, name, year);
  if (!known) return left;
  return unit === 'kWh' ? { ...known, per: 'kWh', gas } : { left: `${kind} per ${unit}` };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function fuelOf(kind: string, name: string, unit: string, year: number, { basis }: Unit): Known {
  const fuel = slug(name);
  const isBurnt = kind === 'Scope 1, Fuels';
  return {
    id: `${isBurnt ? 'fuels' : 'wtt-fuels'}/${fuel}/${slug(unit)}`,
    name,
    answers: isBurnt ? { use: 'combustion', fuel, year } : { use: 'wtt', energy: fuel, year },
    basis: { cycle: isBurnt ? 'direct' : 'upstream', ...basis },
    // the publisher states the biogenic CO2 of blends apart, outside of scopes
    ...(isBurnt && /average biofuel blend/i.test(name) ? { blend: 'fossil-co2' as const } : {}),
  };
}

function electricityOf(kind: string, level2: string, year: number): Known | undefined {
  const answers = { grid: 'national:GB', year } as const;
  const upstream = { energy: 'electricity', use: 'wtt', ...answers } as const;
  switch (`${kind}, ${level2}`) {
    case 'Scope 2, UK electricity, Electricity generated':
      return {
        id: 'electricity',
        name: 'electricity, United Kingdom',
        answers: { use: 'location', ...answers },
        basis: { boundary: 'generation', losses: 'excluded', cycle: 'direct' },
      };
    case 'Scope 3, Transmission and distribution, T&D- UK electricity':
      return {
        id: 'td-electricity',
        name: 'transmission and distribution, electricity',
        answers: { use: 'td', energy: 'electricity', ...answers },
        basis: { cycle: 'direct' },
      };
  }
  const [, of] = /^WTT- UK electricity \((generation|T&D)\)$/.exec(level2) ?? [];
  if (of === undefined || !kind.startsWith('Scope 3')) return undefined;
  const part = of === 'generation' ? 'generation' : 'losses';
  return {
    id: `wtt-electricity-${part}`,
    name: `well-to-tank, electricity, ${of === 'generation' ? of : 'transmission and distribution'}`,
    answers: { ...upstream, part },
    basis: { cycle: 'upstream' },
  };
}

function heatOf(kind: string, name: string, year: number): Known | undefined {
  if (kind !== 'Scope 2, Heat and steam' || name === '') return undefined;
  return {
    id: slug(name),
    name,
    answers: { use: 'heat', energy: slug(name), grid: 'national:GB', year },
    basis: { cycle: 'direct' },
  };
}
