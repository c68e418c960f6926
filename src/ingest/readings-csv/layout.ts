import type { CsvLayout, ReadingsInput, ReadTypeColumn } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Direction } from '../../model/records.ts';
import type { Rational } from '../../units/rational.ts';
import { ratio } from '../../units/rational.ts';
import { unitsOf } from '../../units/unit.ts';
import { type StampReader, stampReader } from '../clock/stamps.ts';
import { unitFactor } from '../columns.ts';
import type { MeterOf } from '../meters.ts';
import { quoted } from '../wording.ts';

/** A column that says which way energy flowed, by its texts in lower case. */
export interface DirectionColumn {
  readonly column: string;
  readonly directions: ReadonlyMap<string, Direction>;
}

/** A mapping of interval data with everything resolved that does not depend on rows. */
export interface ReadingsLayout {
  readonly csv: CsvLayout | undefined;
  readonly meterColumn: string | undefined;
  readonly meterOf: MeterOf;
  readonly stamps: StampReader;
  readonly energyColumn: string;
  /** Joules in one of the column's unit; of power, over one interval. */
  readonly joules: Rational;
  readonly readType: ReadTypeColumn | undefined;
  readonly revision: string | undefined;
  /** Absent: all rows are import. */
  readonly direction?: DirectionColumn;
  /** Rows are in order of time only among those of one revision. */
  readonly isOrderedWithinRevision?: boolean;
}

/** The layout of a mapped input; or every reason why its rows cannot be read. */
export function readingsLayout(
  { csv, map }: ReadingsInput,
  meterOf: MeterOf | Finding,
  file: string,
): ReadingsLayout | readonly Finding[] {
  const columns = Array.isArray(map.time) ? map.time : [map.time];
  const seconds = map.interval_minutes * 60;
  const stamps = stampReader(
    { label: map.label, seconds, date_format: map.date_format, zone: map.zone, columns },
    file,
  );
  const joules = joulesOf(map.energy, seconds, file);
  const faults = [meterOf, stamps, joules].filter(isFinding);
  if (typeof meterOf !== 'function' || isFinding(stamps) || isFinding(joules)) return faults;
  return {
    csv,
    meterColumn: map.meter,
    meterOf,
    stamps,
    energyColumn: map.energy.column,
    joules,
    readType: map.read_type,
    revision: map.revision,
  };
}

/** Columns that the header must name. */
export function wantedColumns(layout: ReadingsLayout): readonly string[] {
  const { meterColumn, readType, revision, direction } = layout;
  const optional = [meterColumn, readType?.column, revision, direction?.column];
  return [
    ...layout.stamps.layout.columns,
    layout.energyColumn,
    ...optional.filter((column) => column !== undefined),
  ];
}

function joulesOf(
  energy: ReadingsInput['map']['energy'],
  seconds: number,
  file: string,
): Rational | Finding {
  const found = unitFactor(
    energy,
    [
      { kind: 'energy', to: 'J' },
      { kind: 'power', to: 'W' },
    ],
    file,
  );
  if ('factor' in found) {
    return found.kind === 'power' ? found.factor.mul(ratio(BigInt(seconds))) : found.factor;
  }
  if (!/var/i.test(energy.unit)) return found;
  const accepted = [...unitsOf('energy'), ...unitsOf('power')].join(', ');
  const message = `Column ${quoted(energy.column)} in ${file} is in ${energy.unit}: reactive energy is never energy. Map a column in one of ${accepted}.`;
  return finding('IN-UNIT', 'critical', message, { file, column: energy.column });
}

function isFinding(value: unknown): value is Finding {
  return typeof value === 'object' && value !== null && 'severity' in value;
}
