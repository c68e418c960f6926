import type { factorList, factorRowsOf, factorSetsOf } from '../app/factors/catalogue.ts';
import { aligned, styled, type Terminal, widthOf, wrapped } from './terminal.ts';

type FactorLine = ReturnType<typeof factorList>[number];
type NamedSet = ReturnType<typeof factorSetsOf>[number];
type Detail = ReturnType<typeof factorRowsOf>[number];
type Row = Detail['row'];
type Quantity = NonNullable<Row['quantities']>[number];

const OWN = 'of this workspace';

/** Evidence grades in words. */
const GRADES = {
  V: 'read in the source',
  S: 'read in a secondary source',
  C: 'computed from values that were read',
  M: 'from memory, unverified',
} as const;

const VALUES = {
  co2_kg: 'kg CO2',
  ch4_kg: 'kg CH4',
  n2o_kg: 'kg N2O',
  co2e_kg: 'kg CO2e',
  renewable: 'renewable',
  carbon_free: 'carbon-free',
  loss_fraction: 'loss',
} as const;

const FIELDS = Object.keys(VALUES) as (keyof typeof VALUES)[];

/** `2019-2024`, with a star where years between are not held. */
function yearsText(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '-';
  if (first === last) return String(first);
  return `${String(first)}-${String(last)}${last - first + 1 === years.length ? '' : '*'}`;
}

function ageText({ age_months: months }: FactorLine): string {
  return months === null ? '-' : `${String(months)} mo`;
}

function lineCells(line: FactorLine): string[] {
  return [
    line.publisher,
    line.edition,
    yearsText(line.years),
    line.rows === 0 ? 'none' : String(line.rows),
    Object.keys(line.grades).join(' ') || '-',
    ageText(line),
  ];
}

function hoursOfSet({ hourly }: FactorLine): string {
  if (!hourly) return '';
  return `; ${String(hourly.rows)} rows by the hour, ${hourly.from} to ${hourly.to}`;
}

/** Prints the factor sets, each with its title on a line of its own, since titles are long. */
export function printFactorList(terminal: Terminal, all: readonly FactorLine[]): void {
  const head = ['PUBLISHER', 'EDITION', 'YEARS', 'ROWS', 'GRADE', 'AGE'];
  const [top = '', ...lines] = aligned([head, ...all.map(lineCells)], [3, 5]).split('\n');
  const title = (text: string) => `  ${wrapped(terminal, text, 2)}`;
  terminal.out(styled(terminal, 'bold', top));
  terminal.out(title('TITLE'));
  for (const [i, line] of all.entries()) {
    terminal.out(lines[i] ?? '');
    const own = line.is_of_workspace ? ` (${OWN})` : '';
    terminal.out(styled(terminal, 'dim', title(`${line.title}${own}${hoursOfSet(line)}`)));
  }
  terminal.out('');
  terminal.out(
    wrapped(
      terminal,
      'AGE: whole months since it was published. *: not every year. GRADE: V read in the source, S secondary source, C computed, M from memory and unverified.',
    ),
  );
}

/** The key that a row answers for, with what it names beside. */
function keyOf({ answers }: Row): string {
  const { grid, fuel, energy, gas, part, device, technology } = answers;
  return [grid ?? fuel ?? gas, energy, part, device, technology]
    .filter((each) => each !== undefined)
    .join(' ');
}

function valueText(value: string | null | undefined): string {
  return value === null ? 'NA' : (value ?? '');
}

/** Quantities that their unit names. */
const BY_UNIT = ['hashrate', 'power', 'efficiency', 'mass'];
/** Units that go without saying: of a year, and of a bare number. */
const UNSAID = ['year', '1'];

/** `200`, `31-33`, `13 M`, `138 TWh`: the unit where it is not the head, the grade where it is not that of the row. */
function quantityText({ of, value, to, unit, grade }: Quantity): string {
  const range = to === undefined ? value : `${value}-${to}`;
  const isBare = BY_UNIT.includes(of) || UNSAID.includes(unit);
  return [range, isBare ? undefined : unit, grade].filter((part) => part !== undefined).join(' ');
}

function quantityName({ of, unit, case: estimate }: Quantity): string {
  if (BY_UNIT.includes(of)) return unit;
  return estimate === undefined ? of : `${estimate} ${of}`;
}

/** True where the key tells more than the id of the row. */
function hasKey(row: Row): boolean {
  const key = keyOf(row);
  return key !== '' && !key.endsWith(row.id);
}

/** What a row states, by the head of its column. */
function statedIn(row: Row): ReadonlyMap<string, string> {
  const values = FIELDS.flatMap((field) =>
    row[field] === undefined ? [] : [[VALUES[field], valueText(row[field])] as const],
  );
  const quantities = (row.quantities ?? []).map(
    (each) => [quantityName(each), quantityText(each)] as const,
  );
  return new Map([...values, ...quantities, ...statedByHour(row)]);
}

/** By the list: `8760, 12 NA`, how many hours a row states and how many of them are not available. */
function statedByHour({ hourly }: Row): [string, string][] {
  if (!hourly) return [];
  const { start: _, ...lists } = hourly;
  return Object.entries(lists).map(([field, values]) => {
    const missing = values.filter((value) => value === null).length;
    const text = `${String(values.length)}${missing === 0 ? '' : `, ${String(missing)} NA`}`;
    return [`${VALUES[field as keyof typeof lists]} by hour`, text];
  });
}

function rowTable(rows: readonly Row[]): string {
  const stated = new Map(rows.map((row) => [row, statedIn(row)]));
  const used = [...new Set([...stated.values()].flatMap((each) => [...each.keys()]))];
  const hasKeys = rows.some(hasKey);
  const hasYears = rows.some(({ answers }) => answers.year !== undefined);
  const cells = (row: Row) => [
    row.id,
    ...(hasKeys ? [keyOf(row)] : []),
    ...(hasYears ? [String(row.answers.year ?? '')] : []),
    ...used.map((name) => stated.get(row)?.get(name) ?? ''),
    row.per,
    row.grade,
  ];
  const head = [
    'ROW',
    ...(hasKeys ? ['KEY'] : []),
    ...(hasYears ? ['YEAR'] : []),
    ...used,
    'PER',
    'GRADE',
  ];
  return aligned([head, ...rows.map(cells)]);
}

function stacked(terminal: Terminal, row: Row): string {
  const key = hasKey(row) ? keyOf(row) : '';
  const head = [row.id, key, String(row.answers.year ?? '')].filter((part) => part !== '');
  const values = [...statedIn(row)].map(([name, text]) => `${text} ${name}`);
  const text = `${values.join(', ')} per ${row.per}, grade ${row.grade}`;
  return `${wrapped(terminal, head.join('  '))}\n  ${wrapped(terminal, text, 2)}`;
}

/** The rows as a table, or each on lines of its own where the table is wider than the terminal. */
function rowsText(terminal: Terminal, rows: readonly Row[]): string {
  const table = rowTable(rows);
  const width = Math.max(...table.split('\n').map(widthOf));
  return width <= terminal.width ? table : rows.map((row) => stacked(terminal, row)).join('\n');
}

function isPartlyFromMemory({ grade, quantities = [] }: Row): boolean {
  return grade === 'M' || quantities.some((each) => each.grade === 'M');
}

function hasNull(row: Row): boolean {
  const { start: _, ...lists } = row.hourly ?? { start: '' };
  return (
    FIELDS.some((field) => row[field] === null) ||
    Object.values(lists).some((values) => values.includes(null))
  );
}

/** Prints a set and all its rows. */
export function printFactorSet(terminal: Terminal, { set, isOfWorkspace }: NamedSet): void {
  terminal.out(
    styled(terminal, 'bold', wrapped(terminal, `${set.publisher} ${set.edition}: ${set.title}`)),
  );
  const own = isOfWorkspace ? 'It stands in the folder of this workspace. ' : '';
  const published = set.published === undefined ? '' : `Published ${set.published}. `;
  terminal.out(wrapped(terminal, `${own}${published}Licence: ${set.licence}.`));
  for (const note of set.notes ?? []) terminal.out(wrapped(terminal, note));
  if (set.not_shipped)
    terminal.out(wrapped(terminal, `Rows are not here: ${set.not_shipped.because}.`));
  terminal.out('');
  if (set.rows.length > 0) terminal.out(rowsText(terminal, set.rows));
  if (set.rows.some(hasNull)) {
    terminal.out('NA: the publisher states that it is not available, which is not zero.');
  }
  if (set.rows.some(isPartlyFromMemory)) {
    terminal.out('M: from memory and unverified.');
  }
  terminal.out('');
}

function fieldText(value: unknown): string {
  if (value === null) return 'not available, says the publisher';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Every field of a row by its path, such as `source.document`. */
function fieldsOf(value: object, path = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) =>
    isBranch(each) ? fieldsOf(each, `${path}${name}.`) : [[`${path}${name}`, fieldText(each)]],
  );
}

/** True for what has fields of its own; a list of plain values stands on one line. */
function isBranch(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) || value.some((each) => typeof each === 'object');
}

/** The hours of a row in short: one line for each list. */
function hoursText(hours: Detail['hours']): [string, string][] {
  if (!hours) return [];
  const { from, to, hours: all, lists } = hours;
  return [
    ['hours', `${String(all)}, ${from} to ${to}`],
    ...lists.map(({ field, missing, least, most, mean }): [string, string] => [
      `hourly.${field}`,
      least === null || most === null || mean === null
        ? 'not available in any hour'
        : `${least} to ${most}, ${mean} on average of the hours, not available in ${String(missing)}`,
    ]),
  ];
}

/** Prints one row whole. */
export function printFactorRow(
  terminal: Terminal,
  { publisher, edition, title, licence, row: { hourly: _, ...row }, hours }: Detail,
): void {
  const head = `${publisher}/${edition}, row ${row.id}`;
  terminal.out(styled(terminal, 'bold', wrapped(terminal, head)));
  const fields = fieldsOf(row).map(([name, text]): [string, string] =>
    name === 'grade' ? [name, `${text}, ${GRADES[row.grade]}`] : [name, text],
  );
  const ofSet: [string, string][] = [
    ['set', title],
    ['licence', licence],
  ];
  const all = [...ofSet, ...fields.slice(1), ...hoursText(hours)];
  const left = Math.max(...all.map(([name]) => name.length)) + 2;
  for (const [name, text] of all) {
    terminal.out(name.padEnd(left) + wrapped(terminal, text, left));
  }
  terminal.out('');
}
