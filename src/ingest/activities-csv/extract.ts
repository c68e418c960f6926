import type { ActivitiesInput } from '../../model/documents/workspace.ts';
import type { Activity } from '../../model/source-records.ts';
import { type SpanOf, spanReader } from '../day-spans.ts';
import { type Extraction, type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { columnOf, nameReader } from '../named-cell.ts';
import { rowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import { activityUnit } from './units.ts';

type Map = ActivitiesInput['map'];

/** The activities of a file by its mapping, in the unit in which they were written. */
export function extract(
  file: InputFile,
  input: ActivitiesInput,
  context: IngestContext,
): Extraction<Activity> {
  const { csv, map } = input;
  const spanOf = spanReader(map, input.site, context, file.path);
  if (typeof spanOf !== 'function') return refusedFile(...spanOf);
  const columns = [
    ...[map.id, map.start, map.end, map.what, map.quantity.column, map.mass_each?.column],
    ...[columnOf(map.category), columnOf(map.factor), map.route && columnOf(map.route)],
  ];
  const activityOf = rowReader(input, spanOf);
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => activityOf(row) ?? []),
  );
}

type RowReader = (row: MappedRow) => Activity | undefined;

function rowReader({ site, map }: ActivitiesInput, spanOf: SpanOf): RowReader {
  const categoryOf = nameReader(map.category);
  const factorOf = nameReader(map.factor);
  const optionalOf = optionalReader(map);
  const unit = activityUnit(map.quantity.unit);
  return (row) => {
    const days = spanOf(row);
    const id = stated(row, map.id);
    const what = stated(row, map.what);
    const category = categoryOf(row);
    const factor = factorOf(row);
    const quantity = row.measured(map.quantity.column, 'not-negative');
    const optional = optionalOf(row);
    if (!days || id === undefined || what === undefined || !quantity || !optional) return undefined;
    if (category === undefined || factor === undefined) return undefined;
    return {
      id,
      ...(site !== undefined && { site }),
      ...{ category, what, quantity, unit, factor },
      ...optional,
      ...days,
      evidence: row.evidence(map.quantity.column),
    };
  };
}

type Optional = Pick<Activity, 'massEach' | 'route' | 'isElectronic' | 'amortisedOverYears'>;

/** What a mapping may leave out; undefined where it names a column that cannot be read. */
function optionalReader({
  mass_each: each,
  route: choice,
  electronic,
  amortised_over_years: years,
}: Map): (row: MappedRow) => Optional | undefined {
  const ofFile = {
    ...(electronic !== undefined && { isElectronic: electronic }),
    ...(years !== undefined && { amortisedOverYears: years }),
  };
  const routeOf = choice === undefined ? undefined : nameReader(choice);
  return (row) => {
    const kg = each && row.needed(each.column, 'positive');
    const route = routeOf?.(row);
    if ((each && !kg) || (routeOf && route === undefined)) return undefined;
    return {
      ...ofFile,
      ...(each && kg && { massEach: { kg, source: each.source } }),
      ...(route !== undefined && { route }),
    };
  };
}

function stated(row: MappedRow, column: string): string | undefined {
  const text = row.text(column);
  if (text !== '') return text;
  const what = `column ${quoted(column)} is blank, so the row cannot be told from others. It was set aside; fill the cell.`;
  row.notes.row('IN-NULL', 'critical', { line: row.line, column }, what);
  return undefined;
}
