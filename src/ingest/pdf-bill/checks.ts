import type { BillTemplate } from '../../model/documents/bill-template.ts';
import { ONE, type Rational, sumOf } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { Doubt, type FieldName, type FieldReader, type FieldValue } from './reading.ts';

type Check = NonNullable<BillTemplate['checks']>[number];

/** Throws a Doubt where a rule of the template does not hold on this bill. */
export function requireChecks(checks: readonly Check[], reader: FieldReader): void {
  for (const check of checks) {
    if (check.kind === 'sum') requireSum(check, reader);
    else requireRegisters(reader);
  }
}

function requireSum({ lines, equals }: Extract<Check, { kind: 'sum' }>, reader: FieldReader): void {
  const parts = reader.all(lines, `the sum of ${equals}`);
  const sum = sumOf(parts.map((part) => numberOf(part, equals)));
  const total = needed(equals, reader);
  if (sum.equals(numberOf(total, equals))) return;
  const said = `${String(parts.length)} lines add up to ${decimalText(sum)}, and ${equals} is ${total.text}`;
  throw new Doubt(said, total.evidence.at.page);
}

function requireRegisters(reader: FieldReader): void {
  const [begin, end, energy] = (['begin_register', 'end_register', 'energy'] as const).map((name) =>
    needed(name, reader),
  ) as [FieldValue, FieldValue, FieldValue];
  const multiplier = reader.field('multiplier')?.number ?? ONE;
  const difference = numberOf(end, 'end_register')
    .sub(numberOf(begin, 'begin_register'))
    .mul(multiplier);
  if (difference.equals(numberOf(energy, 'energy'))) return;
  const said = `the register went from ${begin.text} to ${end.text}, which gives ${decimalText(difference)} with its multiplier, and energy is ${energy.text}`;
  throw new Doubt(said, energy.evidence.at.page);
}

function needed(name: FieldName, reader: FieldReader): FieldValue {
  const value = reader.field(name);
  if (value) return value;
  throw new Doubt(`a check needs the field ${name}, which the template does not place`);
}

function numberOf({ number, text }: FieldValue, name: string): Rational {
  if (number) return number;
  throw new Doubt(`${name} reads "${text}", which is no number`);
}
