import type { FlareInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { FlareGas, GasDeclaration } from '../../model/source-records.ts';
import type { Rational } from '../../units/rational.ts';
import { canonicalUnit } from '../../units/unit.ts';
import { type SpanOf, spanReader } from '../day-spans.ts';
import { type Extraction, type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { columnOf, type NameOf, nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';
import { shareOf } from '../shares.ts';
import { isNullText } from '../table/number.ts';
import { quoted } from '../wording.ts';
import { compositionOf } from './composition.ts';

/** Units of gas volume. Which amount of gas they hold, the declared conditions say. */
const UNITS = ['scf', 'm3'];

/** The flare gas of a file by its mapping, in the unit in which it was measured. */
export function extract(
  file: InputFile,
  input: FlareInput,
  context: IngestContext,
): Extraction<FlareGas> {
  const { site, csv, map } = input;
  const spanOf = spanReader(map, site, context, file.path);
  const unit = gasUnit(map.volume, file.path);
  if (typeof spanOf !== 'function' || typeof unit !== 'string') {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    return refusedFile(...faults, ...(typeof unit === 'string' ? [] : [unit]));
  }
  const declared = declarationOf(input);
  const layout = { unit, spanOf, destinationOf: nameReader(map.destination), declared };
  const species = Object.values(map.composition.columns);
  const others = [columnOf(map.destination), map.efficiency?.column];
  const columns = [map.start, map.end, map.volume.column, ...species, ...others];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => flareGas(row, input, layout)),
  );
}

interface FlareLayout {
  readonly unit: string;
  readonly spanOf: SpanOf;
  readonly destinationOf: NameOf<FlareGas['destination']>;
  readonly declared: GasDeclaration | undefined;
}

function flareGas(
  row: MappedRow,
  { site, map }: FlareInput,
  { unit, spanOf, destinationOf, declared }: FlareLayout,
): FlareGas[] {
  const days = spanOf(row);
  const volume = row.measured(map.volume.column, 'not-negative');
  const composition = compositionOf(row, map.composition);
  const efficiency = efficiencyOf(row, map.efficiency);
  const destination = destinationOf(row);
  if (!days || !volume || !composition || !destination || efficiency === 'refused') return [];
  const { conditions } = map;
  return [
    {
      site,
      volume,
      unit,
      conditions,
      composition,
      ...(efficiency ? { efficiency } : {}),
      destination,
      ...(declared && { declared }),
      ...days,
      evidence: row.evidence(map.volume.column),
    },
  ];
}

/** What the input states of all its gas; undefined where it states nothing. */
function declarationOf(input: FlareInput): GasDeclaration | undefined {
  const { tier, engine, equipment, fuel, heating_value: heat, baseline } = input;
  const stated = {
    ...(tier && { tier }),
    ...(engine && { engine }),
    ...(equipment !== undefined && { equipment }),
    ...(fuel !== undefined && { fuel }),
    ...(heat && { heating_value: heat }),
    ...(baseline && { baseline }),
  };
  return Object.keys(stated).length > 0 ? stated : undefined;
}

/** Undefined where none is stated. */
function efficiencyOf(
  row: MappedRow,
  column: FlareInput['map']['efficiency'],
): Rational | undefined | 'refused' {
  if (!column || isNullText(row.text(column.column))) return undefined;
  return shareOf(row, column) ?? 'refused';
}

function gasUnit({ column, unit }: FlareInput['map']['volume'], file: string): string | Finding {
  const symbol = canonicalUnit('volume', unit);
  if (symbol !== undefined && UNITS.includes(symbol)) return symbol;
  const message = `The unit ${quoted(unit)} of column ${quoted(column)} in ${file} is not one in which gas is read. Use one of ${UNITS.join(', ')}, with the conditions at which it is stated.`;
  return finding('IN-UNIT', 'critical', message, { file, column });
}
