import { canonicalUnit, unitsOf } from '../../units/unit.ts';
import { quoted } from '../wording.ts';
import type { Role, UnitKind } from './kind-spec.ts';
import type { Option } from './proposal.ts';
import type { Offer } from './settling.ts';
import type { Column, HeadedTable } from './sheet-table.ts';
import { anyWord } from './words.ts';

/** Words that people write for units. */
const WORDS: Readonly<Record<string, string>> = {
  ths: 'TH/s',
  phs: 'PH/s',
  ehs: 'EH/s',
  ghs: 'GH/s',
  mhs: 'MH/s',
  watt: 'W',
  watts: 'W',
  kilowatt: 'kW',
  kilowatts: 'kW',
  liter: 'L',
  liters: 'L',
  litre: 'L',
  litres: 'L',
  gallon: 'gal',
  gallons: 'gal',
  therms: 'therm',
  tonnes: 't',
  'm³': 'm3',
  percent: 'percent',
  '%': 'percent',
};
const UNIT_COLUMN = anyWord(
  'unit|units|uom|unit of measure|units of measure|enhet|einheit|unité|yksikkötyyppi|usage units',
);

/** The unit that a text names by one of its words; undefined where it names none, or two. */
export function unitIn(
  text: string,
  kinds: readonly UnitKind[],
  units: readonly string[] = [],
): string | undefined {
  const tokens = text
    .replace(/[_\-,()[\]:#]/g, ' ')
    .split(/\s+/)
    .filter((token) => token !== '');
  const found = new Set(
    tokens.flatMap((token) => {
      const written = WORDS[token.toLowerCase()] ?? token;
      if (units.includes(written)) return [written];
      const all = kinds.map((kind) => canonicalUnit(kind, written));
      return all.filter((unit) => unit !== undefined);
    }),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

/** What the file says of the unit of a column: by its header, or by a column of units. */
export function unitOffer(role: Role, column: Column, table: HeadedTable): Offer {
  const kinds = role.measures ?? [];
  const base = { id: `unit.${role.key}`, what: `unit of ${role.what}`, options: unitOptions(role) };
  const named = unitIn(column.header, kinds, role.units);
  if (named !== undefined) {
    return { ...base, value: named, why: `the header ${quoted(column.header)} names it` };
  }
  const beside = unitBeside(role, table);
  if (beside?.unit !== undefined) {
    return {
      ...base,
      value: beside.unit,
      why: `every row of column ${quoted(beside.column.header)} says so`,
    };
  }
  const several = beside
    ? ` Column ${quoted(beside.column.header)} names ${beside.column.texts.slice(0, 4).map(quoted).join(', ')}; one file is read in one unit.`
    : '';
  const why = `Column ${quoted(column.header)} has no unit, such as ${sampleOf(column)}. In which unit is it?${several}`;
  return { ...base, why };
}

function sampleOf({ texts }: Column): string {
  return quoted(texts[0] ?? '');
}

function unitBeside(
  role: Role,
  { columns }: HeadedTable,
): { column: Column; unit: string | undefined } | undefined {
  const column = columns.find(
    ({ words, holdsNumbers, texts }) =>
      UNIT_COLUMN.test(words) && !holdsNumbers && texts.length > 0,
  );
  if (!column) return undefined;
  const units = new Set(column.texts.map((text) => unitIn(text, role.measures ?? [], role.units)));
  const isOne = units.size === 1 && column.cells.every((cell) => cell !== '');
  const [unit] = units;
  return unit === undefined && units.size === 1
    ? undefined
    : { column, unit: isOne ? unit : undefined };
}

/** The units that bills and exports mostly use, before the others. */
const USUAL = ['kWh', 'MWh', 'kW', 'MW', 'TH/s', 'PH/s', 'L', 'm3', 'gal', 'scf', 'kg', 't'];

function unitOptions({ measures = [], units = [] }: Role): readonly Option[] {
  const all = measures.flatMap((kind) => unitsOf(kind).map((value) => ({ value, why: kind })));
  const isUsual = ({ value }: Option) => USUAL.includes(value);
  return [
    ...units.map((value) => ({ value, why: value })),
    ...all.filter(isUsual),
    ...all.filter((option) => !isUsual(option)),
  ];
}
