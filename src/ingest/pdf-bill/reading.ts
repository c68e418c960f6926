import type { BillTemplate, BillFields } from '../../model/documents/bill-template.ts';
import type { Evidence } from '../../model/records.ts';
import { type Rational, parseDecimal } from '../../units/rational.ts';
import type { ReadValue } from '../bills-csv/bill.ts';
import { DAY } from '../clock/calendar.ts';
import type { DatePattern } from '../clock/date-pattern.ts';
import type { InputFile } from '../input-file.ts';
import { type Amount, amountReader, numberReader } from '../table/number.ts';
import { listed, quoted } from '../wording.ts';
import { findAll, type Match } from './find.ts';
import { type Pattern, patternOf } from './pattern.ts';
import type { SegmentedPage } from './segments.ts';

/** A field of a bill. */
export type FieldName = keyof BillFields;
type Places = NonNullable<BillFields['energy']>;

/** A field that was read: its text as it stands, what it means, and where. */
export interface FieldValue extends ReadValue {
  readonly day?: number;
  readonly number?: Rational;
  readonly currency?: string;
}

/** Why a bill is refused, and the page to look at. */
export class Doubt extends Error {
  readonly page: number | undefined;

  constructor(why: string, page?: number) {
    super(why);
    this.page = page;
  }
}

const DAYS: readonly FieldName[] = ['start', 'end'];
const NUMBERS: readonly FieldName[] = ['energy', 'demand', 'begin_register', 'end_register'];

/** Reads the fields of one document by a template. */
export interface FieldReader {
  /** The field; undefined where the template has none of that name. Throws a Doubt. */
  field(name: FieldName): FieldValue | undefined;
  /** Every value at a place, which may be many. Throws a Doubt. */
  all(place: Places[0], what: string): readonly FieldValue[];
}

/** A reader of the fields of one document. */
export function fieldReader(
  file: InputFile,
  pages: readonly SegmentedPage[],
  template: BillTemplate,
  dates: DatePattern,
): FieldReader {
  const layout = layoutOf(template);
  const numbers = numberReader(layout);
  const amounts = amountReader(layout);
  const valued = (name: FieldName, match: Match): FieldValue => {
    const { text, segment } = match;
    const read = { text, evidence: evidenceOf(file, match) };
    if (DAYS.includes(name)) {
      const stamp = dates.parse(text);
      if (stamp) return { ...read, day: Math.floor(stamp.wall / DAY) };
      throw new Doubt(
        `${name} reads ${quoted(text)}, which is no day of the form ${dates.format}`,
        segment.page,
      );
    }
    if (name === 'cost') return { ...read, ...asNumber(name, amounts(text), match) };
    if (NUMBERS.includes(name) || name === 'multiplier') {
      return { ...read, ...asNumber(name, { value: numbers(text) }, match) };
    }
    return read;
  };
  return {
    field(name) {
      const places = template.fields[name];
      if (places === undefined) return undefined;
      if (!Array.isArray(places)) return constantOf(name, places.constant, file);
      const found = places.map((place) => valued(name, onlyMatch(name, place, pages)));
      const [first, ...others] = found;
      const other = others.find((one) => keyOf(one) !== keyOf(first));
      if (other === undefined) return first;
      const texts = listed(found.map(({ text }) => text));
      throw new Doubt(`the places of ${name} do not agree: they read ${texts}`, pageOf(other));
    },
    all(place, what) {
      const { matches, seen } = findAll(place, patternIn(what, place.pattern), pages);
      if (matches.length === 0) throw new Doubt(`no line of ${what} is found: ${seen}`);
      return matches.map((match) => valued('cost', match));
    },
  };
}

function layoutOf({ decimal, thousands }: BillTemplate) {
  return {
    ...(decimal !== undefined && { decimal }),
    ...(thousands !== undefined && { thousands }),
  };
}

function onlyMatch(name: FieldName, place: Places[0], pages: readonly SegmentedPage[]): Match {
  const { matches, seen } = findAll(place, patternIn(name, place.pattern), pages);
  const [match, other] = matches;
  if (match && !other) return match;
  if (!match) throw new Doubt(`${name} is not found: ${seen}`, matches[0]?.segment.page);
  const texts = listed(matches.map(({ text }) => text));
  throw new Doubt(
    `${name} is found ${String(matches.length)} times (${texts}): ${seen}`,
    match.segment.page,
  );
}

/** Patterns are checked before a document is read, so one that is none is a fault of the program. */
function patternIn(name: string, source: string): Pattern {
  const pattern = patternOf(source);
  if ('fault' in pattern)
    throw new Doubt(`the pattern of ${name} cannot be used: ${pattern.fault}`);
  return pattern;
}

function asNumber(
  name: FieldName,
  { value, currency }: Amount,
  { text, segment }: Match,
): Pick<FieldValue, 'number' | 'currency'> {
  if (typeof value !== 'string')
    return { number: value, ...(currency !== undefined && { currency }) };
  throw new Doubt(
    `${name} reads ${quoted(text)}, which is no number in the declared form`,
    segment.page,
  );
}

function constantOf(name: FieldName, text: string, file: InputFile): FieldValue {
  const evidence = { file: file.path, sha256: file.sha256, at: {} };
  const value = name === 'multiplier' ? parseDecimal(text) : undefined;
  if (name === 'multiplier' && !value)
    throw new Doubt(`the constant ${quoted(text)} of ${name} is no number`);
  return { text, evidence, ...(value && { number: value }) };
}

/** Equal for values that say the same, however they are written. */
function keyOf(value: FieldValue | undefined): string {
  if (value?.day !== undefined) return String(value.day);
  return value?.number?.toFraction() ?? value?.text ?? '';
}

function pageOf({ evidence }: FieldValue): number | undefined {
  return evidence.at.page;
}

/** Page, and left, bottom, right and top in points. */
function evidenceOf({ path, sha256 }: InputFile, { segment }: Match): Evidence {
  const { page, left, bottom, right, top } = segment;
  const point = (value: number) => value.toFixed(2);
  return {
    file: path,
    sha256,
    at: { page, box: [point(left), point(bottom), point(right), point(top)] },
  };
}
