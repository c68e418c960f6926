import type { FuelsInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { FuelUse } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { canonicalUnit } from '../../units/unit.ts';
import type { MappedRow } from '../mapped-rows.ts';
import { shareOf } from '../shares.ts';
import { isNullText } from '../table/number.ts';
import { quoted } from '../wording.ts';

type FuelsMap = FuelsInput['map'];

/** What the supplier states of the fuel besides its quantity. */
export type FuelQuality = Pick<FuelUse, 'moisture' | 'heatingValue' | 'biogenic'>;

const BASES = ['volume', 'mass'] as const;

/** The unit of the heating value as the registry spells it; undefined where no such column is mapped. */
export function heatingUnitOf(map: FuelsMap, file: string): string | undefined | Finding {
  const { heating_value: heat, quantity } = map;
  if (!heat) return undefined;
  const [top = '', bottom = '', ...more] = heat.unit.split('/');
  const energy = canonicalUnit('energy', top);
  const kind = BASES.find((each) => canonicalUnit(each, quantity.unit) !== undefined);
  const per = kind && canonicalUnit(kind, bottom);
  if (energy !== undefined && per !== undefined && more.length === 0) return `${energy}/${per}`;
  const message = `The heating value in column ${quoted(heat.column)} of ${file} is in ${quoted(heat.unit)}, and the quantity is in ${quoted(quantity.unit)}. Give the heating value in energy per unit of ${kind ?? 'volume or mass'}, such as ${kind === 'volume' ? 'Btu/scf' : 'GJ/t'}.`;
  return finding('IN-UNIT', 'critical', message, { file, column: heat.column });
}

/** Moisture, heating value and biogenic part of a row, where stated; undefined where a finding says that one is wrong. */
export function qualityOf(
  row: MappedRow,
  { moisture, heating_value: heat, biogenic }: FuelsMap,
  unit: string | undefined,
): FuelQuality | undefined {
  const water = partOf(row, moisture, (column) => shareOf(row, column));
  const value = partOf(row, heat, ({ column }) => row.measured(column, 'positive'));
  const part = partOf(row, biogenic, (column) => shareOf(row, column));
  if (water === 'refused' || value === 'refused' || part === 'refused') return undefined;
  const heatingValue = heat && unit && value && { value, unit, basis: heat.basis };
  return {
    ...(water && { moisture: water }),
    ...(heatingValue && { heatingValue }),
    ...(part && { biogenic: part }),
  };
}

/** The value of an optional column: undefined where it is not mapped or its cell states none. */
function partOf<C extends { readonly column: string }>(
  row: MappedRow,
  column: C | undefined,
  read: (column: C) => Rational | undefined,
): Rational | undefined | 'refused' {
  if (!column || isNullText(row.text(column.column))) return undefined;
  return read(column) ?? 'refused';
}

/** A finding where moisture is kept and not part of a figure. */
export function unusedColumns(
  records: readonly FuelUse[],
  { moisture }: FuelsMap,
  file: string,
): Finding[] {
  if (!moisture || !records.some((fuel) => fuel.moisture)) return [];
  const { column } = moisture;
  const message = `The moisture in column ${quoted(column)} of ${file} is kept with its rows and not used in any figure: heating values are taken as they are stated.`;
  return [finding('IN-NOT-COUNTED', 'info', message, { file, column })];
}
