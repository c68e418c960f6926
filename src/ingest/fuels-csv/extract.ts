import type { FuelsInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { FuelUse } from '../../model/records.ts';
import { canonicalUnit, unitsOf } from '../../units/unit.ts';
import { type SpanOf, spanReader } from '../day-spans.ts';
import {
  type Extraction,
  type Identification,
  type IngestContext,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';
import { quoted } from '../wording.ts';
import { heatingUnitOf, qualityOf, unusedColumns } from './fuel-quality.ts';

const KINDS = ['volume', 'mass', 'energy'] as const;
const SIGNS: readonly HeaderSign[] = [
  { what: 'fuel', spelled: /fuel|br\u00e4nsle|diesel|propane|natural gas/i },
  { what: 'quantity', spelled: /quantity|volume|litres?|liters?|gallons?|\bgal\b|scf|therms?/i },
  { what: 'period', spelled: /\b(start|end|from|to|through|period|date|delivered)\b/i },
];

/** How far the file looks like a list of fuel use. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The fuel use of a file by its mapping, in the unit in which it was written. */
export function extract(
  file: InputFile,
  input: FuelsInput,
  context: IngestContext,
): Extraction<FuelUse> {
  const { csv, map } = input;
  const layout = fuelLayout(input, context, file.path);
  if (!('spanOf' in layout)) return refusedFile(...layout);
  const columns = [
    ...[map.start, map.end, map.fuel, map.quantity.column, map.equipment],
    ...[map.moisture?.column, map.heating_value?.column, map.biogenic?.column],
  ];
  const notes = rowNotes(file.path);
  return readMapped(file, { csv, columns }, notes, (rows) => {
    const records = rows.flatMap((row) => fuelUse(row, input, layout));
    notes.add(...unusedColumns(records, map, file.path));
    return records;
  });
}

interface FuelLayout {
  readonly spanOf: SpanOf;
  readonly unit: string;
  readonly isEnergy: boolean;
  /** The unit of the heating value; undefined where none is stated. */
  readonly heatingUnit: string | undefined;
  /** Fuel ids by the texts of the fuel column, in lower case. */
  readonly fuels: ReadonlyMap<string, string>;
}

function fuelLayout(
  { site, map }: FuelsInput,
  context: IngestContext,
  file: string,
): FuelLayout | readonly Finding[] {
  const spanOf = spanReader(map, site, context, file);
  const unit = fuelUnit(map, file);
  const heatingUnit = heatingUnitOf(map, file);
  if (typeof spanOf !== 'function' || 'severity' in unit || typeof heatingUnit === 'object') {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    const others = [unit, heatingUnit].filter((part) => typeof part === 'object');
    return [...faults, ...others.filter((part) => 'severity' in part)];
  }
  const fuels = Object.entries(map.names).map(([text, id]) => [folded(text), id] as const);
  return { ...unit, spanOf, heatingUnit, fuels: new Map(fuels) };
}

function fuelUnit(
  { quantity: { column, unit }, heat_basis }: FuelsInput['map'],
  file: string,
): Pick<FuelLayout, 'unit' | 'isEnergy'> | Finding {
  for (const kind of KINDS) {
    const symbol = canonicalUnit(kind, unit);
    if (symbol === undefined) continue;
    if (kind !== 'energy' || heat_basis) return { unit: symbol, isEnergy: kind === 'energy' };
    const message = `Column ${quoted(column)} of ${file} gives fuel in ${symbol} and does not say on which heating value. Add map.heat_basis, HHV or LHV; the supplier's invoice says which.`;
    return finding('IN-HEAT-BASIS', 'critical', message, { file, column });
  }
  const accepted = KINDS.flatMap((kind) => unitsOf(kind)).join(', ');
  const message = `The unit ${quoted(unit)} of column ${quoted(column)} in ${file} is not accepted. Use one of ${accepted}.`;
  return finding('IN-UNIT', 'critical', message, { file, column });
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** What the mapping states of every row alike. */
function commonOf({ for: purpose, engine, map: { quantity } }: FuelsInput) {
  return {
    ...(purpose === 'mobile' ? { purpose } : {}),
    ...(engine && { engine }),
    ...(quantity.conditions && { conditions: quantity.conditions }),
  };
}

function fuelUse(row: MappedRow, input: FuelsInput, layout: FuelLayout): FuelUse[] {
  const { site, map } = input;
  const days = layout.spanOf(row);
  const fuel = fuelOf(row, map.fuel, layout.fuels);
  // below zero it is a correction, which must find its earlier row in the accounting
  const quantity = row.measured(map.quantity.column, 'any');
  const quality = qualityOf(row, map, layout.heatingUnit);
  if (!days || fuel === undefined || !quantity || !quality) return [];
  const equipment = row.text(map.equipment);
  return [
    {
      site,
      fuel,
      quantity,
      unit: layout.unit,
      ...(layout.isEnergy && map.heat_basis ? { heatBasis: map.heat_basis } : {}),
      ...quality,
      ...commonOf(input),
      ...(equipment === '' ? {} : { equipment }),
      ...days,
      evidence: row.evidence(map.quantity.column),
    },
  ];
}

function fuelOf(
  row: MappedRow,
  column: string,
  fuels: ReadonlyMap<string, string>,
): string | undefined {
  const text = row.text(column);
  const id = fuels.get(folded(text));
  if (id !== undefined) return id;
  const ids = [...new Set(fuels.values())].sort().join(', ');
  row.notes.tally(
    'IN-FUEL',
    'critical',
    { line: row.line, column },
    (n, lines) =>
      `The fuel ${quoted(text)} is not among map.names (they lead to: ${ids === '' ? 'none' : ids}), in ${n} (${lines}). Nothing of it is counted; name its fuel id.`,
  );
  return undefined;
}
