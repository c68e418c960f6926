// Generated from schemas/workspace.schema.json by `npm run types`. Do not edit.

/**
 * Lower-case letters, digits and hyphens.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "id".
 */
export type Id = string;
/**
 * A calendar year, or first and last day, in each site's local time.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "period".
 */
export type ReportingPeriod =
  | number
  | {
      start: Day;
      /**
       * Last day, included.
       */
      end: string;
    };
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "day".
 */
export type Day = string;
/**
 * A decimal number, written as text so that no digit is lost.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "decimal".
 */
export type Decimal = string;
/**
 * What burns the gas, which decides how much methane leaves unburnt; none: a boiler or heater, no engine. Of an input it holds for all fuel of its files, except where the equipment is among the generators of the site.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "engineKind".
 */
export type EngineKind =
  | 'four-stroke-lean-burn'
  | 'four-stroke-rich-burn'
  | 'two-stroke-lean-burn'
  | 'gas-turbine'
  | 'none';
/**
 * credit-backed: power whose seller offsets its emissions by credits; it is neither renewable nor carbon-free.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "technology".
 */
export type Technology =
  | 'wind'
  | 'solar'
  | 'hydro'
  | 'geothermal'
  | 'biomass'
  | 'nuclear'
  | 'gas'
  | 'other'
  | 'credit-backed';
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "input".
 */
export type Input =
  | BillsInput
  | ReadingsInput
  | CertificatesInput
  | HashrateInput
  | FleetInput
  | FuelsInput
  | HeatInput
  | CurtailmentInput
  | DeliveriesInput
  | CoinsInput
  | SharesInput
  | PayoutsInput
  | DifficultyInput
  | RetirementsInput
  | SupplierMixInput
  | RefrigerantsInput
  | FlareInput
  | CaptureInput
  | WaterInput
  | WasteInput
  | ActivitiesInput
  | AbsorbedInput
  | CreditsInput
  | BoughtHeatInput
  | ResoldPowerInput
  | ProfileInput;
/**
 * Path or glob (`*` within a folder, `**` across folders), relative to the workspace.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "files".
 */
export type Files = string;
/**
 * ISO 4217, where no column and no sign names the currency.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "currency".
 */
export type Currency = string;
/**
 * Header text of a column.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "column".
 */
export type Column = string;
/**
 * Order and form of dates, such as yyyy-MM-dd, MM/dd/yyyy or dd.MM.yyyy HH:mm (Unicode pattern letters).
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "dateFormat".
 */
export type DateFormat = string;
/**
 * What the stamps mean: an IANA zone (local wall time), `UTC`, or `offset` when each stamp carries its own offset or Z.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "stampZone".
 */
export type StampZone = string;
/**
 * Temperature and pressure at which a volume of gas is stated. A volume in scf is at 60 F and 14.696 psia.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "gasConditions".
 */
export type GasConditions =
  | '60F-14.696psia'
  | '60F-14.73psia'
  | '68F-14.696psia'
  | '0C-101.325kPa'
  | '15C-101.325kPa'
  | '20C-101.325kPa';
/**
 * Category of the GHG Protocol Scope 3 Standard. Of category 3 only power resold (3d) stands in lines: fuels, bought energy and losses feed 3a, 3b and 3c by themselves.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "scope3Category".
 */
export type ActivityCategory =
  '1' | '2' | '3d' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15';
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "wasteRoute".
 */
export type WasteRoute = 'reuse' | 'refurbish' | 'recycle' | 'incineration' | 'landfill';
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "scope3Factor".
 */
export type Scope3Factor = RowFactor | SupplierFactor | ProxyFactor;
/**
 * 1: metered or verified. 2: invoiced. 3: sub-metered or of the device. 4: of nameplates. 5: a proxy.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "quality".
 */
export type DataQuality = 1 | 2 | 3 | 4 | 5;
/**
 * For categories 5 and 12: what becomes of it.
 */
export type WasteRoute1 = 'reuse' | 'refurbish' | 'recycle' | 'incineration' | 'landfill';

/**
 * A filer's workspace: who reports, for which period, on which sites and meters, and where the inputs lie. Written by people; unknown keys are refused.
 */
export interface Workspace {
  /**
   * Version of this document's form.
   */
  hashprint: 1;
  entity: Entity;
  boundary: Boundary;
  period: ReportingPeriod;
  /**
   * @minItems 1
   */
  sites: [Site, ...Site[]];
  meters: Meter[];
  contracts?: Contract[];
  /**
   * Rules of certificate programmes on age and place of certificates, where they differ from the calendar year and the country of the site.
   */
  programmes?: Programme[];
  inputs: Input[];
  factors: FactorChoice;
  /**
   * Narratives that a template asks for, by the id that the template names.
   */
  statements?: {
    [k: string]: string;
  };
  decisions?: Decision[];
  /**
   * Files that a template asks for, by the id that it names; paths within the workspace.
   */
  attachments?: {
    [k: string]: string;
  };
  /**
   * Scores that somebody else gave, stated as given and part of no figure.
   */
  external_scores?: ExternalScore[];
  scope3?: Scope3;
  /**
   * Data-quality tiers of records, where they differ from those of their kind: 1 revenue-grade interval meter, verified; 2 utility invoice; 3 sub-meter or telemetry of machines; 4 rating times time in service; 5 proxy.
   */
  data_quality?: QualityStatement[];
  /**
   * Half the 95 % range of records and factors, in percent. Nothing is taken for granted: a figure of which a record or factor is not declared here has no uncertainty.
   */
  uncertainty?: UncertaintyStatement[];
  materiality?: Materiality;
  /**
   * Sources that are left out of the figures, each with its size and its reason.
   */
  exclusions?: Exclusion[];
  base_year?: BaseYear;
  /**
   * By how many percent an energy, intensity or share may differ from that of the disclosure before (prior) without being told. Absent: the check has no bound.
   */
  jump_percent?: string;
  hash_coverage?: HashCoverage;
  /**
   * Disclosures that were filed for earlier periods, as paths of their JSON files within the workspace; the folder of the same name with the ledger lies beside each. Their figures are taken as filed, and never computed again.
   *
   * @minItems 1
   */
  prior?: [string, ...string[]];
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "entity".
 */
export interface Entity {
  name: string;
  /**
   * Legal Entity Identifier, ISO 17442.
   */
  lei?: string;
  /**
   * ISO 3166-1 alpha-2.
   */
  country: string;
  /**
   * Seat of the entity, as printed on the cover.
   */
  place?: string;
  /**
   * Other spellings of the entity's name, as they stand on certificates and bills.
   */
  also_known_as?: string[];
  /**
   * Name and role of the preparer, as printed on the cover.
   */
  prepared_by?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "boundary".
 */
export interface Boundary {
  approach: 'operational-control' | 'financial-control' | 'equity-share';
  /**
   * @minItems 1
   */
  parties: [Party, ...Party[]];
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "party".
 */
export interface Party {
  id: Id;
  /**
   * Absent: the reporting entity itself.
   */
  name?: string;
  /**
   * The share that its holder has in this party, in percent.
   */
  share: string;
  /**
   * True where the entity has operational control. Absent: true for the entity itself.
   */
  operator?: boolean;
  /**
   * True where the entity has financial control. Absent: true for the entity itself.
   */
  control?: boolean;
  sites: Id[];
  /**
   * First day in the boundary. Absent: the whole period.
   */
  from?: string;
  /**
   * Last day in the boundary.
   */
  to?: string;
  /**
   * Lower-case letters, digits and hyphens.
   */
  parent?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "site".
 */
export interface Site {
  id: Id;
  name: string;
  /**
   * ISO 3166-1 alpha-2.
   */
  country: string;
  /**
   * ISO 3166-2.
   */
  subdivision?: string;
  /**
   * Key under which grid factors are looked up, such as egrid:ERCT. `hashprint factors` lists the keys.
   */
  grid?: string;
  /**
   * Key under which hourly factors are looked up, such as eia-930:ERCO. Absent: grid.
   */
  hourly_grid?: string;
  /**
   * Market in which certificates are valid, an ISO 3166 code. Absent: the site's country.
   */
  market?: string;
  /**
   * False where the market of the site has no contractual instruments: neither certificates nor contracts nor rates of suppliers. Its market-based emissions are then the location-based ones.
   */
  instruments?: boolean;
  /**
   * Australia: the part of bought power that the supplier must cover with certificates, by year. Where it is stated, the market-based method of Australia is used.
   *
   * @minItems 1
   */
  renewable_power?: [RenewablePower, ...RenewablePower[]];
  /**
   * How pools paid the site, for hashes expected of payouts and the difficulty of the chain.
   *
   * @minItems 1
   */
  rewards?: [RewardTerms, ...RewardTerms[]];
  /**
   * IANA time zone, such as America/Chicago.
   */
  zone: string;
  connected_mw?: Decimal;
  /**
   * Hosting: own machines, host of others' machines, or client at another's site.
   */
  role: 'own' | 'host' | 'client';
  /**
   * The other party where role is host or client.
   */
  hosting_party?: string;
  /**
   * Key under which a residual mix is looked up, such as aib:SE.
   */
  residual_grid?: string;
  /**
   * How the machines and rooms are cooled; chillers and two-phase immersion hold gases that leak.
   */
  cooling?: (
    | 'air'
    | 'evaporative'
    | 'dry-cooler'
    | 'chiller'
    | 'single-phase-immersion'
    | 'two-phase-immersion'
  )[];
  grid_loss?: GridLoss;
  /**
   * Engines, turbines, boilers and heaters that burn fuel at the site, by the name that the fuel records give them as equipment.
   */
  generators?: Generator[];
  forecast?: LoadForecast;
  storage?: SiteStorage;
  /**
   * True where the site buys its power on retail service.
   */
  retail_service?: boolean;
  /**
   * Power region, such as ERCOT.
   */
  grid_operator?: string;
  /**
   * Narratives about this site, by the id that a template names; they come before those of the workspace.
   */
  statements?: {
    [k: string]: string;
  };
  siting?: Siting;
  heat?: HeatReference;
  /**
   * Category of ISO/IEC 30134-2 by where the energy of the equipment is metered: 1 behind the uninterruptible supply, 2 behind the distribution, 3 at the equipment.
   */
  pue_category?: '1' | '2' | '3';
  hosting?: Hosting;
}
export interface RenewablePower {
  year: number;
  /**
   * Renewable power percentage, as a fraction of one.
   */
  rpp: string;
  /**
   * Jurisdictional renewable power percentage, as a fraction of one. Absent: none.
   */
  jrpp?: string;
  source: string;
  /**
   * V read in the source, S in a secondary one, M from memory.
   */
  grade: 'V' | 'S' | 'M';
}
export interface RewardTerms {
  /**
   * fpps: subsidy and mean fees for every share. pps: the subsidy alone. pplns: a part of the blocks that the pool finds. solo: each row of payouts is one block.
   */
  scheme: 'fpps' | 'pps' | 'pplns' | 'solo';
  /**
   * First day to which this applies.
   */
  from: string;
  /**
   * Last day, included.
   */
  to: string;
  /**
   * Mean fees of a block in these days, in coins. Needed for fpps and pplns.
   */
  mean_fees?: string;
  /**
   * The pool's part, as a fraction of one, where the payouts do not state it. Zero is a value.
   */
  pool_fee?: string;
  source: string;
  /**
   * V read in the source, S in a secondary one, M from memory.
   */
  grade: 'V' | 'S' | 'M';
}
/**
 * Loss of the grid as a fraction of generation, where no factor set holds it.
 */
export interface GridLoss {
  fraction: Decimal;
  source: string;
}
export interface Generator {
  name: string;
  engine?: EngineKind;
  slip?: MethaneSlip;
}
/**
 * Methane that leaves unburnt, by a test of the stack, per mmBtu of fuel in the higher heating value. It stands in the place of any factor of CH4.
 */
export interface MethaneSlip {
  kg_ch4_per_mmbtu: Decimal;
  /**
   * The report of the test.
   */
  test: string;
  by: string;
  on: Day;
}
/**
 * Declared load of years beginning on a day.
 */
export interface LoadForecast {
  from: Day;
  /**
   * @minItems 1
   */
  peak_mw: [Decimal, ...Decimal[]];
  /**
   * @minItems 1
   */
  interruptible_mw: [Decimal, ...Decimal[]];
}
/**
 * What is known of the store whose charge and discharge are recorded.
 */
export interface SiteStorage {
  /**
   * behind-the-meter: its charge is part of the energy bought at the site's connection. grid: it has a connection of its own, so that it moves contracted energy to other hours.
   */
  connection: 'behind-the-meter' | 'grid';
  efficiency?: StoreEfficiency;
  state_of_charge?: StateOfCharge;
}
/**
 * Energy given out per energy taken in, round trip, where it is stated and not taken from states of charge.
 */
export interface StoreEfficiency {
  fraction: Decimal;
  source: string;
}
/**
 * Energy in the store when the period begins and when it ends.
 */
export interface StateOfCharge {
  start_mwh: Decimal;
  end_mwh: Decimal;
  /**
   * delivered: counted as what the store can still give out. received: counted as what was taken in to fill it.
   */
  side: 'delivered' | 'received';
  source: string;
}
/**
 * Supply by a plant nearby, which saves the losses of the grid.
 */
export interface Siting {
  /**
   * How the plant is connected. A site on the grid near a plant keeps the loss of the grid.
   */
  connection: 'grid' | 'direct-line' | 'behind-the-meter';
  /**
   * The plant that supplies the site.
   */
  plant?: string;
  /**
   * Connections of the site whose energy comes from the plant without the grid. Absent: all of them.
   *
   * @minItems 1
   */
  meters?: [Id, ...Id[]];
  loss?: LineLoss;
  evidence?: SitingEvidence;
}
/**
 * Loss of the line as a fraction of what the plant fed into it. Absent: none.
 */
export interface LineLoss {
  fraction: Decimal;
  source: string;
}
/**
 * Ids of entries under attachments. Without both, the loss of the grid holds.
 */
export interface SitingEvidence {
  /**
   * Attachment that is the single-line diagram.
   */
  diagram?: string;
  /**
   * Attachment that shows where the energy is metered.
   */
  metering?: string;
}
/**
 * What the heat delivered by the site displaces. It enters no scope.
 */
export interface HeatReference {
  /**
   * What would give the heat otherwise, such as a gas boiler.
   */
  displaces: string;
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  efficiency: string;
  factor: HeatReferenceFactor;
  /**
   * States that neither heat pumps nor pumps draw power for the heat. Absent: map.auxiliary of the heat input gives their power.
   */
  auxiliary?: 'none';
  claim?: HeatClaim;
}
/**
 * Emissions per energy of what is displaced.
 */
export interface HeatReferenceFactor {
  co2e_kg_per_mwh: Decimal;
  source: string;
}
/**
 * Who counts what the heat avoids: one party only.
 */
export interface HeatClaim {
  counted_by: 'supplier' | 'recipient';
  /**
   * The clause that says so.
   */
  contract: string;
}
/**
 * For a site of role host or client: who controls the hosted machines, and whose energy is whose.
 */
export interface Hosting {
  /**
   * Who has operational control of the hosted machines: their energy is of its Scope 2, and of the other's category 8 (client) or 13 (host).
   */
  control: 'host' | 'client';
  statement?: HostingStatement;
  /**
   * For role host: the clients and their energy.
   */
  clients?: HostingClient[];
}
/**
 * For role client: what the host states of the energy of the client, to be held against the client's own meters.
 */
export interface HostingStatement {
  energy_mwh: Decimal;
  /**
   * The document in which the other party states it.
   */
  source: string;
  /**
   * Serials of certificates that the other party claims for this energy.
   */
  certificates?: ClaimedSerials[];
}
export interface ClaimedSerials {
  registry: string;
  serial_start: string;
  serial_end: string;
}
export interface HostingClient {
  id: Id;
  name: string;
  /**
   * Sub-meters of this client's machines alone.
   *
   * @minItems 1
   */
  meters?: [Id, ...Id[]];
  statement?: HostingStatement1;
  share?: HostingShare;
}
/**
 * What this client states of its energy, to be held against the meters of the host.
 */
export interface HostingStatement1 {
  energy_mwh: Decimal;
  /**
   * The document in which the other party states it.
   */
  source: string;
  /**
   * Serials of certificates that the other party claims for this energy.
   */
  certificates?: ClaimedSerials[];
}
/**
 * A declared part of the energy of the site, where no sub-meter measures it.
 */
export interface HostingShare {
  percent: Decimal;
  source: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "meter".
 */
export interface Meter {
  id: Id;
  site: Id;
  /**
   * grid-import: energy bought at the site's connection. it-load: energy of computing equipment behind it. on-site-generation: energy that a plant behind the connection makes. contracted-generation: energy that a plant elsewhere makes for the site under a contract, hour by hour. storage: energy into (import) and out of (export) a battery.
   */
  measures: 'grid-import' | 'it-load' | 'on-site-generation' | 'contracted-generation' | 'storage';
  /**
   * Lower-case letters, digits and hyphens.
   */
  contract?: string;
  /**
   * For on-site-generation: what the plant makes power of.
   */
  technology?:
    | 'wind'
    | 'solar'
    | 'hydro'
    | 'geothermal'
    | 'biomass'
    | 'nuclear'
    | 'gas'
    | 'other'
    | 'credit-backed';
  /**
   * For on-site-generation: who holds the energy attributes of what the plant makes. Energy whose attributes are sold, or of which nothing is stated, is not renewable and has the residual mix.
   */
  attributes?: 'retained' | 'sold' | 'not-issued';
  /**
   * For on-site-generation: who controls the plant. The entity's own emits in Scope 1; somebody else's is bought power, at the rate of its contract. Absent: entity.
   */
  owner?: 'entity' | 'other';
  /**
   * Lower-case letters, digits and hyphens.
   */
  part_of?: string;
  /**
   * What the metered energy serves. J/TH divides mining energy only.
   */
  use?: 'mining' | 'compute' | 'other';
  /**
   * Which record counts as the meter's energy where it has both. Asked for only then.
   */
  energy_from?: 'bills' | 'readings';
  /**
   * The identifier by which files name this meter (ESI ID, EAN, NMI ...).
   */
  number?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "contract".
 */
export interface Contract {
  id: Id;
  site: Id;
  kind: 'ppa' | 'green-tariff' | 'supplier-rate' | 'unbundled-certificates';
  name?: string;
  technology: Technology;
  /**
   * Grid into which the plant feeds, such as egrid:ERCT. Hour by hour a contract counts only where this is the grid of the site.
   */
  grid?: string;
  /**
   * Who holds the energy attributes of the delivered energy: retained by the entity, sold to others, or not-issued where nobody was given any.
   */
  attributes: 'retained' | 'sold' | 'none' | 'not-issued';
  /**
   * Lower-case letters, digits and hyphens.
   */
  programme?: string;
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  capacity_mw?: string;
  criteria?: QualityCriteria;
  /**
   * False where no certificate system exists in the market, so that the contract itself carries the claim.
   */
  certificate_system?: boolean;
  rate?: ContractRate;
}
/**
 * Answers to the Scope 2 quality criteria that the records themselves cannot answer. An unanswered criterion counts as not met.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "criteria".
 */
export interface QualityCriteria {
  emission_rate?: CriterionAnswer;
  sole_claim?: CriterionAnswer1;
  utility_rate?: CriterionAnswer2;
  direct_transfer?: CriterionAnswer3;
}
/**
 * 1: conveys the direct emission-rate attribute.
 */
export interface CriterionAnswer {
  met: 'yes' | 'no' | 'not-applicable';
  /**
   * What shows it: a document, a page, a registry account.
   */
  evidence: string;
  by: string;
  on: Day;
}
/**
 * 2: is the only instrument that carries this claim.
 */
export interface CriterionAnswer1 {
  met: 'yes' | 'no' | 'not-applicable';
  /**
   * What shows it: a document, a page, a registry account.
   */
  evidence: string;
  by: string;
  on: Day;
}
/**
 * 6: a utility's rate is based on delivered electricity, certificates retired included.
 */
export interface CriterionAnswer2 {
  met: 'yes' | 'no' | 'not-applicable';
  /**
   * What shows it: a document, a page, a registry account.
   */
  evidence: string;
  by: string;
  on: Day;
}
/**
 * 7: for direct purchases, every claim-conveying instrument was transferred to the reporter.
 */
export interface CriterionAnswer3 {
  met: 'yes' | 'no' | 'not-applicable';
  /**
   * What shows it: a document, a page, a registry account.
   */
  evidence: string;
  by: string;
  on: Day;
}
/**
 * Emission rate that the contract or the supplier states.
 */
export interface ContractRate {
  co2e_kg_per_mwh: Decimal;
  year: number;
  source: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "programme".
 */
export interface Programme {
  id: Id;
  /**
   * The rules that say so, with edition and section.
   */
  source: string;
  vintage?: VintageWindow;
  /**
   * Quality criterion 5: countries that are one market, ISO 3166-1 alpha-2; that of the site must be among them. Absent: the market of the site alone.
   *
   * @minItems 1
   */
  market?: [string, ...string[]];
}
/**
 * Quality criterion 4: how many months before the first and after the last month of the period a certificate may be generated. Absent: within its calendar years.
 */
export interface VintageWindow {
  months_before: number;
  months_after: number;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "billsInput".
 */
export interface BillsInput {
  kind: 'bills';
  files: Files;
  /**
   * Lower-case letters, digits and hyphens.
   */
  meter?: string;
  currency?: Currency;
  csv?: CsvLayout;
  map: BillsMap;
}
/**
 * How the text file is laid out. Absent: comma, decimal point, header in the first line that names every mapped column.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "csv".
 */
export interface CsvLayout {
  delimiter?: ',' | ';' | '\t' | '|';
  decimal?: '.' | ',';
  thousands?: ',' | '.' | ' ' | "'";
  /**
   * How the text is encoded. Absent: UTF-8, or what the bytes show beyond doubt, with a finding.
   */
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'shift_jis';
  /**
   * The sheet of a workbook. Absent: the one sheet that holds the mapped columns.
   */
  sheet?: string;
}
export interface BillsMap {
  meter?: Column;
  /**
   * Header text of a column.
   */
  start?: string;
  /**
   * Header text of a column.
   */
  end?: string;
  /**
   * Absent: inferred from the join of consecutive bills, with a finding. Needed where no column names the start.
   */
  end_date?: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  energy: EnergyColumn;
  read_type?: ReadTypeColumn;
  invoice?: Column;
  /**
   * Header text of a column.
   */
  replaces?: string;
  peak_demand?: EnergyColumn1;
  cost?: Column;
  /**
   * Header text of a column.
   */
  currency?: string;
  /**
   * Header text of a column.
   */
  credits?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "energyColumn".
 */
export interface EnergyColumn {
  column: Column;
  /**
   * Wh, kWh, MWh or GWh; for readings also W, kW or MW with interval_minutes.
   */
  unit: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "readType".
 */
export interface ReadTypeColumn {
  column: Column;
  actual: string[];
  estimated: string[];
}
/**
 * Billed demand, in kW or MW.
 */
export interface EnergyColumn1 {
  column: Column;
  /**
   * Wh, kWh, MWh or GWh; for readings also W, kW or MW with interval_minutes.
   */
  unit: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "readingsInput".
 */
export interface ReadingsInput {
  kind: 'readings';
  files: Files;
  meter?: Id;
  csv?: CsvLayout;
  map: ReadingsMap;
}
export interface ReadingsMap {
  meter?: Column;
  /**
   * The column that holds the time stamp, or the columns whose texts joined by one blank form it.
   */
  time: Column | [Column, Column, ...Column[]];
  /**
   * Whether a stamp names the start or the end of its interval.
   */
  label: 'start' | 'end';
  interval_minutes: 5 | 10 | 15 | 30 | 60;
  zone: StampZone;
  date_format: DateFormat;
  energy: EnergyColumn;
  read_type?: ReadTypeColumn;
  /**
   * Header text of a column.
   */
  revision?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "certificatesInput".
 */
export interface CertificatesInput {
  kind: 'certificates';
  files: Files;
  /**
   * Lower-case letters, digits and hyphens.
   */
  site: string;
  /**
   * Lower-case letters, digits and hyphens.
   */
  contract: string;
  csv?: CsvLayout;
  map: CertificatesMap;
}
export interface CertificatesMap {
  registry: Column;
  serial_start: Column;
  serial_end: Column;
  quantity: EnergyColumn;
  /**
   * Header text of a column.
   */
  vintage: string;
  vintage_format: DateFormat;
  /**
   * Header text of a column.
   */
  technology?: string;
  facility?: Column;
  country: Column;
  status: Column;
  /**
   * Status texts that mean retired, redeemed or cancelled.
   *
   * @minItems 1
   */
  retired: [string, ...string[]];
  retired_on?: Column;
  /**
   * Order and form of dates, such as yyyy-MM-dd, MM/dd/yyyy or dd.MM.yyyy HH:mm (Unicode pattern letters).
   */
  retired_on_format?: string;
  beneficiary: Column;
  /**
   * Header text of a column.
   */
  emission_factor?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "hashrateInput".
 */
export interface HashrateInput {
  kind: 'hashrate';
  files: Files;
  site: Id;
  algorithm: 'sha256' | 'scrypt' | 'etchash' | 'kheavyhash' | 'other';
  csv?: CsvLayout;
  map: HashrateMap;
}
export interface HashrateMap {
  /**
   * Header text of a column.
   */
  device?: string;
  time: Column;
  label: 'start' | 'end';
  /**
   * 1440 for means of whole days, in UTC or in the zone named.
   */
  interval_minutes: 5 | 10 | 15 | 30 | 60 | 1440;
  zone: StampZone;
  date_format: DateFormat;
  /**
   * What a rate says of its interval. Absent: the mean. A spot value is counted for its interval and flagged.
   */
  sampling?: 'mean' | 'spot';
  hashes?: HashesColumn;
  rate?: HashrateColumn;
}
/**
 * Hashes of the whole interval, where the file gives no rate. Name this or rate.
 */
export interface HashesColumn {
  column: Column;
  /**
   * H, GH, TH, PH or EH.
   */
  unit: string;
}
export interface HashrateColumn {
  column: Column;
  /**
   * H/s, kH/s, MH/s, GH/s, TH/s, PH/s or EH/s.
   */
  unit: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "fleetInput".
 */
export interface FleetInput {
  kind: 'fleet';
  files: Files;
  site: Id;
  csv?: CsvLayout;
  map: FleetMap;
}
export interface FleetMap {
  model: Column;
  count: Column;
  rate: {
    column: Column;
    unit: string;
  };
  power: {
    column: Column;
    unit: string;
  };
  /**
   * Header text of a column.
   */
  efficiency?: string;
  from: Column;
  /**
   * Header text of a column.
   */
  to?: string;
  date_format: DateFormat;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "fuelsInput".
 */
export interface FuelsInput {
  kind: 'fuels';
  files: Files;
  site: Id;
  csv?: CsvLayout;
  /**
   * mobile: fuel of vehicles and yard trucks. Absent: of stationary equipment.
   */
  for?: 'stationary' | 'mobile';
  engine?: EngineKind;
  map: FuelsMap;
}
export interface FuelsMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  fuel: Column;
  /**
   * Fuel ids of the factor sets by the texts of the fuel column, such as Diesel: distillate-2.
   */
  names: {
    [k: string]: string;
  };
  quantity: {
    column: Column;
    /**
     * gal, L, scf, m3, short ton, t, mmBtu, therm, GJ, MWh ...
     */
    unit: string;
    conditions?: GasConditions;
  };
  equipment?: Column;
  /**
   * For quantities in energy units: on which heating value.
   */
  heat_basis?: 'HHV' | 'LHV';
  moisture?: ShareColumn;
  biogenic?: ShareColumn1;
  heating_value?: HeatingValueColumn;
}
/**
 * Water in the fuel, as a part of its mass.
 */
export interface ShareColumn {
  column: Column;
  unit: 'percent' | 'fraction';
}
/**
 * Part of the fuel that is of recent life, such as 20 percent of B20; its CO2 stands outside the scopes.
 */
export interface ShareColumn1 {
  column: Column;
  unit: 'percent' | 'fraction';
}
/**
 * Heating value of the fuel as the supplier states it.
 */
export interface HeatingValueColumn {
  column: Column;
  /**
   * Energy per unit of the quantity, such as GJ/t or Btu/scf.
   */
  unit: string;
  basis: 'HHV' | 'LHV';
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "heatInput".
 */
export interface HeatInput {
  kind: 'heat';
  files: Files;
  site: Id;
  csv?: CsvLayout;
  map: HeatMap;
}
export interface HeatMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  energy: EnergyColumn;
  recipient?: Column;
  auxiliary?: EnergyColumn2;
}
/**
 * Power of heat pumps and pumps that bring the heat to the recipient.
 */
export interface EnergyColumn2 {
  column: Column;
  /**
   * Wh, kWh, MWh or GWh; for readings also W, kW or MW with interval_minutes.
   */
  unit: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "curtailmentInput".
 */
export interface CurtailmentInput {
  kind: 'curtailment';
  files: Files;
  site: Id;
  baseline_rule?: BaselineRule;
  currency?: Currency;
  csv?: CsvLayout;
  map: CurtailmentMap;
}
/**
 * The baseline of all rows. Absent: map.method names it row by row.
 */
export interface BaselineRule {
  /**
   * The grid operator’s name of the baseline.
   */
  id: string;
  /**
   * The document that defines it.
   */
  source: string;
}
export interface CurtailmentMap {
  start: Column;
  end: Column;
  zone: StampZone;
  date_format: DateFormat;
  baseline: {
    column: Column;
    /**
     * kW or MW: load without the event, by the stated baseline method.
     */
    unit: string;
  };
  programme?: Column;
  method?: Column;
  /**
   * Header text of a column.
   */
  revenue?: string;
  /**
   * Header text of a column.
   */
  currency?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "deliveriesInput".
 */
export interface DeliveriesInput {
  kind: 'deliveries';
  files: Files;
  contract: Id;
  csv?: CsvLayout;
  map: DeliveriesMap;
}
export interface DeliveriesMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  energy: EnergyColumn;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "coinsInput".
 */
export interface CoinsInput {
  kind: 'coins';
  files: Files;
  site: Id;
  algorithm: 'sha256';
  csv?: CsvLayout;
  map: CoinsMap;
}
export interface CoinsMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  coins: Column;
  difficulty: Column;
  /**
   * Column of the block subsidy, in coins.
   */
  subsidy: string;
  /**
   * Column of the mean fees of a block, in coins.
   */
  fees: string;
  /**
   * Column of the pool's fee, as a fraction.
   */
  pool_fee?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "sharesInput".
 */
export interface SharesInput {
  kind: 'shares';
  files: Files;
  site: Id;
  algorithm: 'sha256';
  csv?: CsvLayout;
  map: SharesMap;
}
export interface SharesMap {
  time: Column;
  label: 'start' | 'end';
  interval_minutes: 5 | 10 | 15 | 30 | 60;
  zone: StampZone;
  date_format: DateFormat;
  shares: Column;
  difficulty: Column;
}
/**
 * Coins that a pool credited day by day, without the difficulty and fees of the chain.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "payoutsInput".
 */
export interface PayoutsInput {
  kind: 'payouts';
  files: Files;
  site: Id;
  algorithm: 'sha256';
  csv?: CsvLayout;
  map: PayoutsMap;
}
export interface PayoutsMap {
  start: Column;
  /**
   * Header text of a column.
   */
  end: string;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  coins: Column;
  /**
   * Column of the pool's fee, as a fraction.
   */
  pool_fee?: string;
}
/**
 * The difficulty of Bitcoin, one row for the first block of each stretch of 2,016.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "difficultyInput".
 */
export interface DifficultyInput {
  kind: 'difficulty';
  files: Files;
  csv?: CsvLayout;
  map: DifficultyMap;
}
export interface DifficultyMap {
  /**
   * Header text of a column.
   */
  height: string;
  /**
   * Header text of a column.
   */
  time: string;
  zone: StampZone;
  date_format: DateFormat;
  /**
   * Header text of a column.
   */
  bits?: string;
  /**
   * Header text of a column.
   */
  difficulty?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "retirementsInput".
 */
export interface RetirementsInput {
  kind: 'retirements';
  files: Files;
  csv?: CsvLayout;
  map: RetirementsMap;
}
export interface RetirementsMap {
  /**
   * Header text of a column.
   */
  registry: string;
  serial_start: Column;
  /**
   * Header text of a column.
   */
  serial_end: string;
  quantity: EnergyColumn;
  /**
   * Header text of a column.
   */
  beneficiary: string;
  retired_on: Column;
  date_format: DateFormat;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "supplierMixInput".
 */
export interface SupplierMixInput {
  kind: 'supplier-mix';
  files: Files;
  /**
   * Lower-case letters, digits and hyphens.
   */
  contract: string;
  csv?: CsvLayout;
  map: SupplierMixMap;
}
export interface SupplierMixMap {
  /**
   * Header text of a column.
   */
  year: string;
  technology: Column;
  /**
   * The technology that each text of the column means, such as Vindkraft: wind.
   */
  names: {
    [k: string]: Technology;
  };
  share: ShareColumn2;
}
/**
 * A part of a whole: in percent, or as a fraction of one.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "shareColumn".
 */
export interface ShareColumn2 {
  column: Column;
  unit: 'percent' | 'fraction';
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "refrigerantsInput".
 */
export interface RefrigerantsInput {
  kind: 'refrigerants';
  files: Files;
  site: Id;
  csv?: CsvLayout;
  map: RefrigerantsMap;
}
export interface RefrigerantsMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  /**
   * Header text of a column.
   */
  refrigerant: string;
  /**
   * Header text of a column.
   */
  kind: string;
  /**
   * What each text of the kind column means.
   */
  names: {
    [k: string]:
      | 'charged'
      | 'topped-up'
      | 'recovered'
      | 'disposed'
      | 'leaked'
      | 'stock'
      | 'capacity'
      | 'acquired'
      | 'disbursed'
      | 'capacity-installed'
      | 'capacity-retired'
      | 'in-service';
  };
  mass: MeasuredColumn;
  equipment?: Column;
  leak_rate?: ShareColumn3;
}
/**
 * kg, g, t, lb or oz.
 */
export interface MeasuredColumn {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
/**
 * A part of a whole: in percent, or as a fraction of one.
 */
export interface ShareColumn3 {
  column: Column;
  unit: 'percent' | 'fraction';
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "flareInput".
 */
export interface FlareInput {
  kind: 'flare';
  files: Files;
  site: Id;
  csv?: CsvLayout;
  /**
   * For a flare whose efficiency is not measured: its tier in 40 CFR 98.233(n), as a declared choice.
   */
  tier?: 'tier-1' | 'tier-2' | 'tier-3';
  engine?: EngineKind;
  /**
   * What burns the gas, by its name among the generators of the site, whose engine or test of the stack then holds.
   */
  equipment?: string;
  /**
   * For gas of pipeline quality: the fuel of the factor sets as which it is burned in a generator, such as natural-gas.
   */
  fuel?: string;
  heating_value?: GasHeatingValue;
  baseline?: FlareBaseline;
  map: FlareMap;
}
/**
 * Higher heating value of the gas, per volume at the stated conditions.
 */
export interface GasHeatingValue {
  value: Decimal;
  unit: 'Btu/scf' | 'mmBtu/scf' | 'MJ/m3' | 'kWh/m3';
  source: string;
}
/**
 * For gas that is burned in a generator: what became of it otherwise. It enters no scope.
 */
export interface FlareBaseline {
  destination: 'vent' | 'flare';
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  efficiency?: string;
  tier?: 'tier-1' | 'tier-2' | 'tier-3';
  /**
   * What shows it: the record, permit or test.
   */
  source: string;
}
export interface FlareMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  volume: MeasuredColumn1;
  /**
   * Temperature and pressure at which the volume is stated, such as 15 °C and 101.325 kPa.
   */
  conditions: string;
  composition: GasComposition;
  efficiency?: ShareColumn4;
  /**
   * Where the gas went: one word for the file, or a column.
   */
  destination: ('flare' | 'generator' | 'vent') | FlareDestinationColumn;
}
/**
 * scf or m3.
 */
export interface MeasuredColumn1 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
export interface GasComposition {
  /**
   * Columns by species, such as CH4: Methane.
   */
  columns: {
    [k: string]: Column;
  };
  /**
   * Of the volume, which is that of moles.
   */
  unit: 'percent' | 'fraction';
}
/**
 * A part of a whole: in percent, or as a fraction of one.
 */
export interface ShareColumn4 {
  column: Column;
  unit: 'percent' | 'fraction';
}
export interface FlareDestinationColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: 'flare' | 'generator' | 'vent';
  };
}
/**
 * CO2 captured at a stack of the site.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "captureInput".
 */
export interface CaptureInput {
  kind: 'capture';
  files: Files;
  site: Id;
  csv?: CsvLayout;
  map: CaptureMap;
}
export interface CaptureMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  mass: MeasuredColumn2;
  leakage?: MeasuredColumn3;
  /**
   * Header text of a column.
   */
  storage?: string;
}
/**
 * CO2 captured: kg, t, short ton or lb.
 */
export interface MeasuredColumn2 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
/**
 * CO2 of it that left again on the way to storage or out of it; zero is a value.
 */
export interface MeasuredColumn3 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "waterInput".
 */
export interface WaterInput {
  kind: 'water';
  files: Files;
  site: Id;
  csv?: CsvLayout;
  map: WaterMap;
}
export interface WaterMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  /**
   * What the rows count: one word for the file, or a column.
   */
  kind: ('withdrawn' | 'consumed' | 'discharged') | WaterKindColumn;
  volume: MeasuredColumn4;
  /**
   * Header text of a column.
   */
  source?: string;
}
export interface WaterKindColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: 'withdrawn' | 'consumed' | 'discharged';
  };
}
/**
 * m3, L, mL, ML or US gal.
 */
export interface MeasuredColumn4 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "wasteInput".
 */
export interface WasteInput {
  kind: 'waste';
  files: Files;
  site: Id;
  csv?: CsvLayout;
  map: WasteMap;
}
export interface WasteMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  /**
   * Header text of a column.
   */
  waste: string;
  /**
   * Header text of a column.
   */
  route: string;
  mass: MeasuredColumn5;
}
/**
 * kg, t, short ton, lb, g or oz.
 */
export interface MeasuredColumn5 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
/**
 * Activities of the value chain, one line each: purchases, freight, travel, nights, waste, power resold.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "activitiesInput".
 */
export interface ActivitiesInput {
  kind: 'activities';
  files: Files;
  /**
   * Lower-case letters, digits and hyphens.
   */
  site?: string;
  csv?: CsvLayout;
  map: ActivitiesMap;
}
export interface ActivitiesMap {
  /**
   * Header text of a column.
   */
  id: string;
  start: Column;
  /**
   * Header text of a column.
   */
  end: string;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  /**
   * Category of every row, or by a column.
   */
  category: ActivityCategory | CategoryColumn;
  what: Column;
  quantity: MeasuredColumn6;
  /**
   * Id under scope3.factors for every row, or by a column.
   */
  factor: Id | FactorColumn;
  /**
   * For categories 5 and 12: what becomes of it.
   */
  route?: WasteRoute | RouteColumn;
  mass_each?: MassEachColumn;
  /**
   * True for files of electronic waste.
   */
  electronic?: boolean;
  amortised_over_years?: number;
}
export interface CategoryColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: ActivityCategory;
  };
}
/**
 * A unit of energy, mass or volume, or another in which the factor is stated.
 */
export interface MeasuredColumn6 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
export interface FactorColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: Id;
  };
}
export interface RouteColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: WasteRoute;
  };
}
/**
 * Kilograms of one unit.
 */
export interface MassEachColumn {
  column: Column;
  source: string;
}
/**
 * Energy taken from a plant while it would have been curtailed.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "absorbedInput".
 */
export interface AbsorbedInput {
  kind: 'absorbed';
  files: Files;
  site: Id;
  /**
   * Lower-case letters, digits and hyphens.
   */
  contract?: string;
  /**
   * The plant, where no column names it.
   */
  plant?: string;
  csv?: CsvLayout;
  map: AbsorbedMap;
}
export interface AbsorbedMap {
  start: Column;
  end: Column;
  zone: StampZone;
  date_format: DateFormat;
  energy: EnergyColumn;
  plant?: Column;
  /**
   * Why the plant would have been held back: ordered to, paid to, or without a way to sell.
   */
  reason: ('curtailment-order' | 'negative-price' | 'no-market') | AbsorbedReasonColumn;
  /**
   * Whether the energy was metered or is declared.
   */
  measured: 'metered' | 'declared';
  /**
   * Header text of a column.
   */
  proof: string;
}
export interface AbsorbedReasonColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: 'curtailment-order' | 'negative-price' | 'no-market';
  };
}
/**
 * Carbon credits: a schedule of its own that is netted into no scope.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "creditsInput".
 */
export interface CreditsInput {
  kind: 'credits';
  files: Files;
  /**
   * Lower-case letters, digits and hyphens.
   */
  site: string;
  csv?: CsvLayout;
  map: CreditsMap;
}
export interface CreditsMap {
  registry: Column;
  project: Column;
  serial_start: Column;
  serial_end: Column;
  vintage: Column;
  quantity: MeasuredColumn7;
  /**
   * Emissions avoided elsewhere, or carbon taken out of the air.
   */
  type: ('avoidance' | 'removal') | CreditTypeColumn;
  /**
   * Header text of a column.
   */
  permanence?: string;
  /**
   * Header text of a column.
   */
  retired_on: string;
  date_format: DateFormat;
  /**
   * Header text of a column.
   */
  for_year?: string;
  beneficiary: Column;
}
/**
 * t CO2e or kg CO2e.
 */
export interface MeasuredColumn7 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
export interface CreditTypeColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: 'avoidance' | 'removal';
  };
}
/**
 * Heat, steam or cooling bought from a network.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "boughtHeatInput".
 */
export interface BoughtHeatInput {
  kind: 'bought-heat';
  files: Files;
  site: Id;
  rate?: HeatRate;
  /**
   * What it is called in the factor sets of bought heat, such as district-heat-and-steam.
   */
  row?: string;
  csv?: CsvLayout;
  map: BoughtHeatMap;
}
/**
 * Emission rate that the supplier states.
 */
export interface HeatRate {
  co2e_kg_per_mwh: Decimal;
  year: number;
  source: string;
}
export interface BoughtHeatMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  energy: MeasuredColumn8;
  /**
   * What was bought.
   */
  heat: ('heat' | 'steam' | 'cooling') | HeatKindColumn;
}
/**
 * kWh, MWh, GWh, MJ, GJ, TJ, therm, mmBtu ...
 */
export interface MeasuredColumn8 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
export interface HeatKindColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: 'heat' | 'steam' | 'cooling';
  };
}
/**
 * Power that was bought and sold again. It is not consumed.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "resoldPowerInput".
 */
export interface ResoldPowerInput {
  kind: 'resold-power';
  files: Files;
  site: Id;
  /**
   * Lower-case letters, digits and hyphens.
   */
  meter?: string;
  /**
   * True where the bills or readings of the connection hold this energy, so that it is taken off them; false where it never came through the connection, as block power sold back.
   */
  metered: boolean;
  csv?: CsvLayout;
  map: ResoldPowerMap;
}
export interface ResoldPowerMap {
  start: Column;
  end: Column;
  end_date: 'inclusive' | 'exclusive';
  date_format: DateFormat;
  energy: EnergyColumn;
  /**
   * To whom it was sold: to somebody who used it, or wholesale to the grid or its operator.
   */
  to: ('end-user' | 'grid') | BuyerColumn;
}
export interface BuyerColumn {
  column: Column;
  /**
   * What each text of the column means.
   */
  names: {
    [k: string]: 'end-user' | 'grid';
  };
}
/**
 * Readings in a layout that Hashprint knows by name.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "profileInput".
 */
export interface ProfileInput {
  kind: 'profile';
  /**
   * `hashprint inspect --help` lists the profiles.
   */
  profile:
    | 'bitcoin-headers'
    | 'braiins'
    | 'edi-867'
    | 'eia-930'
    | 'elhub'
    | 'energytag-gc'
    | 'energytag-readings'
    | 'energytag-storage'
    | 'entsoe'
    | 'f2pool'
    | 'fingrid'
    | 'green-button'
    | 'green-button-csv'
    | 'm-rets'
    | 'nem12'
    | 'nem13'
    | 'pdf-bill'
    | 'portfolio-manager'
    | 'sce'
    | 'smart-meter-texas'
    | 'uk-half-hourly'
    | 'utilityapi';
  files: Files;
  /**
   * Lower-case letters, digits and hyphens.
   */
  meter?: string;
  /**
   * Meters by the id or title of a file's usage points.
   */
  usage_points?: {
    [k: string]: Id;
  };
  /**
   * IANA zone of the stamps, or UTC, where the layout leaves it open.
   */
  zone?: string;
  /**
   * Lower-case letters, digits and hyphens.
   */
  site?: string;
  /**
   * Lower-case letters, digits and hyphens.
   */
  contract?: string;
  /**
   * Proof-of-work algorithm of hashrate records that do not name it.
   */
  algorithm?: 'sha256' | 'scrypt' | 'etchash' | 'kheavyhash' | 'other';
  /**
   * For answers of a pool that speak of the last 24 hours: when the answer was given, with offset.
   */
  taken?: string;
  /**
   * Whether stamps name the start or the end of an interval, where the layout leaves it open.
   */
  label?: 'start' | 'end';
  /**
   * For bills: whether the last day belongs to a bill, where the layout leaves it open. Absent: inferred from consecutive bills.
   */
  end_date?: 'inclusive' | 'exclusive';
  /**
   * For pdf-bill: path of the template within the workspace that says where each value stands.
   */
  template?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "factorChoice".
 */
export interface FactorChoice {
  /**
   * Publishers of location-based factors, in order of preference.
   *
   * @minItems 1
   */
  location: [string, ...string[]];
  /**
   * Publishers of residual mixes, in order of preference.
   */
  residual?: string[];
  /**
   * Publishers of the renewable share of the grid's physical mix, in order of preference.
   */
  mix?: string[];
  /**
   * When no factor of the period's own year exists: refuse, or use the latest earlier year, named in the disclosure.
   */
  other_year: 'refuse' | 'latest-earlier';
  /**
   * Whether hourly factors of the publishers under location and mix are taken for hours whose energy is metered, where a template allows it. Absent: ignore.
   */
  hourly?: 'use' | 'ignore';
  /**
   * Which hourly factors are taken: those that count what a grid imports and exports, or those of its own plants. Absent: consumption.
   */
  hourly_boundary?: 'consumption' | 'generation';
  /**
   * Publishers of fuel factors, in order of preference.
   */
  combustion?: string[];
  /**
   * Publishers of grid losses, in order of preference.
   */
  loss?: string[];
  /**
   * Publishers of factors of fossil plant alone, in order of preference. They serve the draft market-based method where no residual mix is at hand.
   */
  fossil?: string[];
  /**
   * Publishers of marginal emission rates, in order of preference. They serve the consequential figure alone.
   */
  marginal?: string[];
  /**
   * Publishers of what lies upstream of fuels and of bought electricity, in order of preference.
   */
  wtt?: string[];
  /**
   * Publishers of emissions of what is lost in transmission and distribution, in order of preference; used where no loss of the grid is known.
   */
  td?: string[];
  /**
   * Publishers of factors of bought heat, steam and cooling, in order of preference.
   */
  heat?: string[];
}
/**
 * A choice a person made; each is disclosed.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "decision".
 */
export interface Decision {
  id: Id;
  site?: Id;
  value: string;
  by: string;
  on: Day;
  because: string;
}
export interface ExternalScore {
  /**
   * What the score is called, such as Clean Energy Score.
   */
  name?: string;
  value: string;
  issuer: string;
  /**
   * Identifier of the certificate that carries the score.
   */
  certificate: string;
}
/**
 * Value chain: declared factors, lines of activity, and what is said of each category.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "scope3".
 */
export interface Scope3 {
  /**
   * Factors that lines name by id. No device and no route has one by default.
   */
  factors?: Scope3Factor[];
  activities?: ActivityLine[];
  /**
   * What answers for the emissions upstream of a fuel, where no row of factors.wtt has the fuel's own id.
   */
  fuels?: UpstreamFuel[];
  /**
   * Declared factors upstream of bought electricity, in place of a row of factors.wtt.
   */
  electricity?: UpstreamElectricity[];
  /**
   * What becomes of the waste in records of kind waste, by its texts there.
   */
  waste?: WasteTreatment[];
  /**
   * Why a category is not computed, by its number.
   */
  categories?: {
    '1'?: CategoryStatement;
    '2'?: CategoryStatement;
    '3'?: CategoryStatement;
    '4'?: CategoryStatement;
    '5'?: CategoryStatement;
    '6'?: CategoryStatement;
    '7'?: CategoryStatement;
    '8'?: CategoryStatement;
    '9'?: CategoryStatement;
    '10'?: CategoryStatement;
    '11'?: CategoryStatement;
    '12'?: CategoryStatement;
    '13'?: CategoryStatement;
    '14'?: CategoryStatement;
    '15'?: CategoryStatement;
    '3a'?: CategoryStatement;
    '3b'?: CategoryStatement;
    '3c'?: CategoryStatement;
    '3d'?: CategoryStatement;
  };
}
/**
 * A row of a factor set.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "rowFactor".
 */
export interface RowFactor {
  id: Id;
  kind: 'row';
  publisher: string;
  /**
   * Id of the row; `hashprint factors show` lists them.
   */
  row: string;
  quality: DataQuality;
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  uncertainty_percent?: string;
}
/**
 * A supplier's own figure, such as the footprint of a product.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "supplierFactor".
 */
export interface SupplierFactor {
  id: Id;
  kind: 'supplier';
  co2e_kg: Decimal;
  /**
   * Unit of the quantity, such as unit, kg, t·km, passenger·km, night or USD.
   */
  per: string;
  /**
   * The document in which the supplier states it.
   */
  evidence: string;
  quality: DataQuality;
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  uncertainty_percent?: string;
}
/**
 * A declared stand-in, such as emissions per spend, per kilogram or per device.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "proxyFactor".
 */
export interface ProxyFactor {
  id: Id;
  kind: 'proxy';
  co2e_kg: Decimal;
  /**
   * Unit of the quantity, such as unit, kg, t·km, passenger·km, night or USD.
   */
  per: string;
  source: string;
  quality: DataQuality;
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  uncertainty_percent: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "activityLine".
 */
export interface ActivityLine {
  id: Id;
  /**
   * Lower-case letters, digits and hyphens.
   */
  site?: string;
  category: ActivityCategory;
  what: string;
  quantity: Decimal;
  unit: string;
  /**
   * First day. Categories 1 and 2 count whole on this day, that of the purchase.
   */
  start: string;
  /**
   * Last day, included.
   */
  end: string;
  /**
   * Lower-case letters, digits and hyphens.
   */
  factor: string;
  mass_each?: MassEach;
  route?: WasteRoute1;
  /**
   * True for electronic waste.
   */
  electronic?: boolean;
  /**
   * For categories 1 and 2: a supplement beside the figure, which stays whole in the year of purchase.
   */
  amortised_over_years?: number;
}
/**
 * Mass of one unit: the quantity times it is what the factor is applied to.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "massEach".
 */
export interface MassEach {
  kg: Decimal;
  source: string;
}
export interface UpstreamFuel {
  /**
   * Id of the fuel in the records.
   */
  fuel: string;
  /**
   * Id of the fuel under which factors.wtt states it, such as gas-oil.
   */
  row?: string;
  /**
   * Lower-case letters, digits and hyphens.
   */
  factor?: string;
}
export interface UpstreamElectricity {
  site: Id;
  factor: Id;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "wasteTreatment".
 */
export interface WasteTreatment {
  /**
   * Text of the waste column.
   */
  waste: string;
  /**
   * Text of the route column.
   */
  route: string;
  /**
   * resale is not waste and is left out of its mass.
   */
  becomes: 'reuse' | 'refurbish' | 'recycle' | 'incineration' | 'landfill' | 'resale';
  /**
   * True for electronic waste.
   */
  electronic: boolean;
  /**
   * Lower-case letters, digits and hyphens.
   */
  factor?: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "categoryStatement".
 */
export interface CategoryStatement {
  /**
   * not-applicable: the entity has no such activity. not-computed: it has, and no figure is given.
   */
  relevance: 'not-applicable' | 'not-computed';
  because: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "qualityStatement".
 */
export interface QualityStatement {
  /**
   * What it speaks of: `meter pecos-main`, or `kind fuels` for all records of a kind.
   */
  of: string;
  /**
   * Lower-case letters, digits and hyphens.
   */
  site?: string;
  tier: number;
  /**
   * What shows it, such as a certificate of calibration.
   */
  source: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "uncertaintyStatement".
 */
export interface UncertaintyStatement {
  /**
   * What it speaks of: `meter pecos-main`, `kind fuels`, `factor epa-egrid/2023`, or one row of it, `factor epa-egrid/2023/ERCT`. What one entry speaks of errs together; each row of a factor set errs by itself.
   */
  of: string;
  /**
   * Lower-case letters, digits and hyphens.
   */
  site?: string;
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  percent: string;
  source: string;
}
/**
 * What may be left out or be wrong before it matters, declared by the entity or set by a regime.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "materiality".
 */
export interface Materiality {
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  scope_percent: string;
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  total_percent: string;
  /**
   * Who set it, and where.
   */
  source: string;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "exclusion".
 */
export interface Exclusion {
  what: string;
  scope: '1' | '2' | '3';
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  estimate_t: string;
  /**
   * How the estimate was made.
   */
  basis: string;
  because: string;
}
/**
 * The base year as it was filed, and what happened since that may call for its recalculation.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "baseYear".
 */
export interface BaseYear {
  period: ReportingPeriod;
  filed: ScopeFigures;
  /**
   * The document that holds the figures as filed.
   */
  evidence: string;
  /**
   * A decimal number, written as text so that no digit is lost.
   */
  threshold_percent: string;
  restatements?: Restatement[];
}
/**
 * Tonnes of CO2e by scope; a scope that is not named is not stated.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "scopeFigures".
 */
export interface ScopeFigures {
  scope1?: Decimal;
  scope2_location?: Decimal;
  scope2_market?: Decimal;
  scope3?: Decimal;
}
export interface Restatement {
  date: Day;
  /**
   * structural: bought, sold or merged; an existing site that was bought. organic, relocation (of machines) and factor-edition (the yearly edition of a grid factor) call for no recalculation; where one is stated it is told, and not counted.
   */
  trigger:
    | 'structural'
    | 'method'
    | 'error'
    | 'boundary'
    | 'gwp'
    | 'organic'
    | 'relocation'
    | 'factor-edition';
  effect: ScopeFigures1;
  because: string;
}
/**
 * Tonnes of CO2e by scope; a scope that is not named is not stated.
 */
export interface ScopeFigures1 {
  scope1?: Decimal;
  scope2_location?: Decimal;
  scope2_market?: Decimal;
  scope3?: Decimal;
}
/**
 * Below which part of the time with known hashrate figures per hash are estimated, and below which they may not be called measured. Absent: 0.95 and 0.80.
 */
export interface HashCoverage {
  /**
   * As a fraction of one.
   */
  estimated_below: string;
  /**
   * As a fraction of one, not above estimated_below.
   */
  not_measured_below: string;
}
/**
 * What the other party of a hosting states of the same machines and the same period. It enters no figure.
 *
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "hostingStatement".
 */
export interface HostingStatement2 {
  energy_mwh: Decimal;
  /**
   * The document in which the other party states it.
   */
  source: string;
  /**
   * Serials of certificates that the other party claims for this energy.
   */
  certificates?: ClaimedSerials[];
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "answer".
 */
export interface CriterionAnswer4 {
  met: 'yes' | 'no' | 'not-applicable';
  /**
   * What shows it: a document, a page, a registry account.
   */
  evidence: string;
  by: string;
  on: Day;
}
/**
 * This interface was referenced by `Workspace`'s JSON-Schema
 * via the `definition` "measuredColumn".
 */
export interface MeasuredColumn9 {
  column: Column;
  /**
   * Unit of the column's numbers.
   */
  unit: string;
}
