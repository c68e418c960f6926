// Generated from schemas/bill-template.schema.json by `npm run types`. Do not edit.

/**
 * A page by its number, the last one, or any.
 *
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "page".
 */
export type PageRule = string;
/**
 * Every place at which the value stands. Each must be found, and all must agree.
 *
 * @minItems 1
 *
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "field".
 */
export type BillField = [FieldPlace, ...FieldPlace[]];
/**
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "fieldOrConstant".
 */
export type FieldOrConstant = BillField | StatedField;
/**
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "check".
 */
export type Check = SumCheck | RegisterCheck;
/**
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "decimal".
 */
export type Decimal = string;

/**
 * Where each value of one utility's PDF bill stands. Written by people, kept in the workspace and named by the input. Every place must match exactly once; on any doubt the bill is refused.
 */
export interface BillTemplate {
  /**
   * Version of this document's form.
   */
  hashprint: 1;
  /**
   * Lower-case letters, digits and hyphens.
   */
  id: string;
  utility: string;
  /**
   * Texts that stand on every bill of this form. A document that lacks one is another bill.
   *
   * @minItems 1
   */
  recognise: [KnownText, ...KnownText[]];
  /**
   * Whether the day that ends the period belongs to the bill.
   */
  end_date: 'inclusive' | 'exclusive';
  /**
   * Form of dates on the bill, such as MM/dd/yyyy or d MMMM yyyy (Unicode pattern letters).
   */
  date_format: string;
  /**
   * Absent: a point.
   */
  decimal?: '.' | ',';
  /**
   * Absent: none.
   */
  thousands?: ',' | '.' | ' ' | "'";
  fields: BillFields;
  /**
   * What must hold on every bill. A bill on which one fails is refused.
   */
  checks?: Check[];
}
export interface KnownText {
  text: string;
  page: PageRule;
}
/**
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "fields".
 */
export interface BillFields {
  account: BillField;
  meter: BillField;
  invoice?: BillField;
  start: BillField;
  end: BillField;
  energy: BillField;
  unit: FieldOrConstant;
  demand?: BillField;
  demand_unit?: FieldOrConstant;
  cost?: BillField;
  currency?: FieldOrConstant;
  begin_register?: BillField;
  end_register?: BillField;
  multiplier?: FieldOrConstant;
}
/**
 * A text that names the value, and where the value stands from it.
 *
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "place".
 */
export interface FieldPlace {
  /**
   * The text as it stands on the bill; for the relation same, the beginning of it.
   */
  anchor: string;
  /**
   * In the same text after the anchor; in the same line to its right; or under it.
   */
  relation: 'same' | 'right-of' | 'below';
  /**
   * How far from the anchor's edge at most, in points (1/72 inch). Needed but for the relation same.
   */
  within?: string;
  /**
   * Regular expression that the whole text must match, with a group named value: (?<value>[\d,]+) kWh
   */
  pattern: string;
  page: PageRule;
}
/**
 * A value that no bill of this form prints, or that is always the same.
 *
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "stated".
 */
export interface StatedField {
  constant: string;
}
/**
 * The values that stand at a place, as many as there are, add up to a field.
 *
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "sumCheck".
 */
export interface SumCheck {
  kind: 'sum';
  lines: FieldPlace;
  equals: 'energy' | 'cost';
}
/**
 * end_register less begin_register, times multiplier where there is one, is the energy.
 *
 * This interface was referenced by `BillTemplate`'s JSON-Schema
 * via the `definition` "registerCheck".
 */
export interface RegisterCheck {
  kind: 'registers';
}
