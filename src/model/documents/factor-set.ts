// Generated from schemas/factor-set.schema.json by `npm run types`. Do not edit.

/**
 * V read in the source, S secondary source, C computed, M from memory and unverified.
 *
 * This interface was referenced by `FactorSet`'s JSON-Schema
 * via the `definition` "grade".
 */
export type Grade = 'V' | 'S' | 'M' | 'C';
/**
 * A decimal, or null where the publisher states that the value is not available. Null is never zero.
 *
 * This interface was referenced by `FactorSet`'s JSON-Schema
 * via the `definition` "value".
 */
export type Value = Decimal | null;
/**
 * This interface was referenced by `FactorSet`'s JSON-Schema
 * via the `definition` "decimal".
 */
export type Decimal = string;
/**
 * One value for each hour; null where none is available, which is not zero.
 *
 * This interface was referenced by `FactorSet`'s JSON-Schema
 * via the `definition` "hours".
 */
export type Hours = (string | null)[];

/**
 * One publisher's named edition: emission factors, warming potentials or physical mixes, each row with its source and evidence grade.
 */
export interface FactorSet {
  publisher: string;
  edition: string;
  title: string;
  licence: string;
  attribution?: string;
  /**
   * Date on which the publisher released the edition.
   */
  published?: string;
  workbook?: {
    name: string;
    sha256: string;
  };
  notes?: string[];
  /**
   * Editions of the same publisher that hold what this one leaves out, such as the potentials of fluorinated gases of the same assessment report and horizon.
   *
   * @minItems 1
   */
  with?: [string, ...string[]];
  /**
   * The edition is published, but its rows are not here.
   */
  not_shipped?: {
    use: 'residual';
    market: string;
    because: string;
    grade: Grade;
  };
  valid?: Validity;
  rows: FactorRow[];
}
/**
 * Days on which the publisher means the values to be used: the first, and the last.
 *
 * This interface was referenced by `FactorSet`'s JSON-Schema
 * via the `definition` "valid".
 */
export interface Validity {
  from: string;
  to?: string;
}
/**
 * This interface was referenced by `FactorSet`'s JSON-Schema
 * via the `definition` "row".
 */
export interface FactorRow {
  id: string;
  name?: string;
  /**
   * The question that this row answers.
   */
  answers: {
    /**
     * fossil: of the plants of a grid that burn fossil fuel alone; for the draft market-based method alone. technology: of one kind of plant per energy that it generates, of which the factors of a grid's hours are made; it answers for no scope. wtt: emissions upstream of a fuel or of bought energy. td: emissions of what is lost in transmission and distribution. heat: bought steam and heat. slip: fuel that leaves an engine unburnt. device: the rating of a model of machine. network: figures of the whole network; both hold quantities. flare: how much of its gas a flare burns, and what else it emits. gas-density: mass of a volume of gas. blend: the gases of a refrigerant, by mass. marginal: of the plant that answers for a little more or less load; for consequential figures alone. cross-check: a figure that others are held against; it answers for no scope.
     */
    use:
      | 'location'
      | 'residual'
      | 'mix'
      | 'gwp'
      | 'combustion'
      | 'loss'
      | 'wtt'
      | 'td'
      | 'heat'
      | 'slip'
      | 'device'
      | 'network'
      | 'flare'
      | 'gas-density'
      | 'blend'
      | 'marginal'
      | 'fossil'
      | 'technology'
      | 'cross-check';
    grid?: string;
    year?: number;
    gas?: string;
    /**
     * For combustion: the fuel's id, such as distillate-2.
     */
    fuel?: string;
    /**
     * For wtt, td and heat: electricity, a kind of heat, or the fuel's id.
     */
    energy?: string;
    /**
     * For wtt of bought energy: upstream of what arrives, or of what is lost on the way.
     */
    part?: 'generation' | 'losses';
    /**
     * For slip: the kind of engine. For flare: the tier.
     */
    device?: string;
    /**
     * For technology: the kind of plant, such as coal.
     */
    technology?: string;
  };
  basis?: {
    boundary?: 'generation' | 'consumption';
    losses?: 'included' | 'excluded';
    /**
     * direct: of burning alone. upstream: of all before it. life-cycle: of both.
     */
    cycle?: 'direct' | 'life-cycle' | 'upstream';
    /**
     * Heating value in which a quantity of energy of fuel is stated.
     */
    calorific?: 'gross' | 'net';
  };
  /**
   * Unit of the quantity that the values are for.
   */
  per: string;
  co2_kg?: Value;
  ch4_kg?: Value;
  n2o_kg?: Value;
  co2e_kg?: Value;
  /**
   * A decimal, or null where the publisher states that the value is not available. Null is never zero.
   */
  renewable?: Decimal | null;
  /**
   * A decimal, or null where the publisher states that the value is not available. Null is never zero.
   */
  carbon_free?: Decimal | null;
  source: {
    document: string;
    table?: string;
    cell?: string;
    /**
     * The copy in which the value was read, where that was not the publisher's own document.
     */
    via?: string;
    date?: string;
  };
  grade: Grade;
  note?: string;
  heat_content?: HeatContent;
  /**
   * The gases that the publisher states, where these are not all three: CO2e is then that of these gases alone, and the disclosure says so.
   */
  states?: ('CO2' | 'CH4' | 'N2O' | 'CO2e')[];
  /**
   * A decimal, or null where the publisher states that the value is not available. Null is never zero.
   */
  loss_fraction?: Decimal | null;
  /**
   * The fuel is a blend with fuel of recent life, and its CO2 here is that of the fossil part alone.
   */
  blend?: 'fossil-co2';
  /**
   * A decimal, or null where the publisher states that the value is not available. Null is never zero.
   */
  burned?: Decimal | null;
  /**
   * For blend: gases with a warming potential of their own, as fractions of the mass. What is left has none.
   */
  parts?: {
    [k: string]: Decimal;
  };
  /**
   * For device and network: what the source states.
   */
  quantities?: StatedQuantity[];
  /**
   * CO2 of this fuel is biogenic and stands outside the scopes.
   */
  biogenic?: boolean;
  valid?: Validity;
  hourly?: HourlyValues;
}
/**
 * Energy of one unit of the fuel.
 */
export interface HeatContent {
  per: string;
  mmbtu: Decimal;
  basis: 'HHV' | 'LHV';
}
/**
 * This interface was referenced by `FactorSet`'s JSON-Schema
 * via the `definition` "quantity".
 */
export interface StatedQuantity {
  /**
   * efficiency as the source lists it, whether or not power and hashrate give it. released: the year.
   */
  of:
    | 'hashrate'
    | 'power'
    | 'efficiency'
    | 'mass'
    | 'released'
    | 'electricity'
    | 'emissions'
    | 'sample-hashrate'
    | 'sample-share'
    | 'pue';
  value: Decimal;
  /**
   * Where the source states several estimates of one quantity.
   */
  case?: 'lowest' | 'best' | 'highest';
  /**
   * The upper end, where the source states a range.
   */
  to?: string;
  unit: string;
  /**
   * Tolerance, to either side.
   */
  within_percent?: string;
  grade?: Grade;
  /**
   * Where the value was read, where that is not the source of the row.
   */
  via?: string;
}
/**
 * Values hour by hour, of the same quantity as those of the row, beside or instead of them. All lists are of one length.
 *
 * This interface was referenced by `FactorSet`'s JSON-Schema
 * via the `definition` "hourly".
 */
export interface HourlyValues {
  /**
   * Beginning of the first hour.
   */
  start: string;
  co2_kg?: Hours;
  ch4_kg?: Hours;
  n2o_kg?: Hours;
  co2e_kg?: Hours;
  renewable?: Hours;
  carbon_free?: Hours;
}
