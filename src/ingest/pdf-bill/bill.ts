import type { BillTemplate } from '../../model/documents/bill-template.ts';
import type { Rational } from '../../units/rational.ts';
import { canonicalUnit, conversionFactor } from '../../units/unit.ts';
import type { Cost, RawBill, ReadValue } from '../bills-csv/bill.ts';
import type { DatePattern } from '../clock/date-pattern.ts';
import type { InputFile } from '../input-file.ts';
import { quoted } from '../wording.ts';
import { requireChecks } from './checks.ts';
import { pagesBy } from './find.ts';
import { Doubt, type FieldName, fieldReader, type FieldValue } from './reading.ts';
import { type SegmentedPage, tidy } from './segments.ts';

/** A bill that was read beyond doubt; its meter is not looked up yet. */
export interface ReadBill {
  readonly bill: Omit<RawBill, 'meter'>;
  /** The meter's number, and the account. */
  readonly names: readonly string[];
  /** Where its energy stands. */
  readonly page: number;
}

const FIELDS: readonly FieldName[] = [
  'account',
  'meter',
  'invoice',
  'start',
  'end',
  'energy',
  'unit',
  'demand',
  'demand_unit',
  'cost',
  'currency',
  'begin_register',
  'end_register',
  'multiplier',
];

/** The bill of a document by a template. Throws a Doubt where anything is not exactly as the template says. */
export function readBill(
  file: InputFile,
  pages: readonly SegmentedPage[],
  template: BillTemplate,
  dates: DatePattern,
): ReadBill {
  requireKnown(template, pages);
  const reader = fieldReader(file, pages, template, dates);
  const fields = new Map(
    FIELDS.flatMap((name) => {
      const value = reader.field(name);
      return value ? [[name, value] as const] : [];
    }),
  );
  const of = (name: FieldName) => fieldOf(name, fields);
  requireChecks(template.checks ?? [], reader);
  const [start, end, energy] = [of('start'), of('end'), of('energy')];
  if ((end.day ?? 0) < (start.day ?? 0)) {
    throw new Doubt(
      `the period ends on ${end.text} before it begins on ${start.text}`,
      end.evidence.at.page,
    );
  }
  return {
    names: [of('meter').text, of('account').text],
    page: energy.evidence.at.page ?? 1,
    bill: {
      startDay: start.day ?? 0,
      endDay: end.day ?? 0,
      energyKwh: inUnit(energy, of('unit'), 'energy', 'kWh'),
      quality: 'unstated',
      invoice: fields.get('invoice')?.text ?? '',
      replaces: '',
      peakDemandKw: demandOf(fields),
      cost: costOf(fields),
      evidence: energy.evidence,
      values: evidenceOf(fields),
    },
  };
}

/** The texts by which bills of this form are known. */
function requireKnown({ recognise, utility }: BillTemplate, pages: readonly SegmentedPage[]): void {
  for (const { text, page } of recognise) {
    const wanted = tidy(text);
    const isThere = pagesBy(page, pages).some(({ segments }) =>
      segments.some((segment) => segment.text.includes(wanted)),
    );
    if (isThere) continue;
    const where = page === 'any' ? 'any page' : `page ${page}`;
    throw new Doubt(
      `it is no bill of ${utility}, since ${quoted(wanted)} does not stand on ${where}`,
    );
  }
}

type Fields = ReadonlyMap<FieldName, FieldValue>;

function fieldOf(name: FieldName, fields: Fields): FieldValue {
  const value = fields.get(name);
  if (value) return value;
  throw new Doubt(`the template does not place the field ${name}`);
}

function inUnit(
  { number, text }: FieldValue,
  unit: FieldValue,
  kind: 'energy' | 'power',
  to: string,
): Rational {
  const symbol = canonicalUnit(kind, unit.text);
  if (symbol === undefined || !number) {
    const page = unit.evidence.at.page;
    throw new Doubt(`${quoted(unit.text)} beside ${quoted(text)} is no unit of ${kind}`, page);
  }
  return number.mul(conversionFactor(symbol, to));
}

function demandOf(fields: Fields): Rational | undefined {
  const demand = fields.get('demand');
  return demand && inUnit(demand, fieldOf('demand_unit', fields), 'power', 'kW');
}

function costOf(fields: Fields): Cost | undefined {
  const cost = fields.get('cost');
  if (!cost?.number) return undefined;
  const currency = currencyOf(cost, fields.get('currency')?.text);
  return { amount: cost.number, ...(currency !== undefined && { currency }) };
}

/** As the bill names it, or as the amount's own sign says. */
function currencyOf(
  { currency: signed, evidence }: FieldValue,
  named: string | undefined,
): string | undefined {
  if (named === undefined) return signed;
  if (!/^[A-Z]{3}$/.test(named)) {
    throw new Doubt(`the currency ${quoted(named)} is no ISO 4217 code`, evidence.at.page);
  }
  if (signed !== undefined && signed !== named) {
    throw new Doubt(`the currency is ${named}, and the cost is in ${signed}`, evidence.at.page);
  }
  return named;
}

function evidenceOf(fields: Fields): Record<string, ReadValue> {
  return Object.fromEntries(
    [...fields].map(([name, { text, evidence }]) => [name, { text, evidence }]),
  );
}
