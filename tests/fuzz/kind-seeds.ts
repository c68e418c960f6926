import type { IngestContext } from '../../src/ingest/input-file.ts';
import type { Input } from '../../src/model/documents/workspace.ts';
import { BILLS, CERTIFICATES, FLEET, HASHRATE, lines, READINGS } from '../ingest/given.ts';
import { COINS, CURTAILMENT, DELIVERIES, FUELS, HEAT, SHARES } from '../ingest/small-adapters.ts';

/** A small valid file, and the input that reads it. */
export interface Seed {
  readonly input: Input;
  readonly bytes: Buffer;
  /** What the workspace knows, where it must be more than the usual. */
  readonly context?: IngestContext;
}

/** Kinds of input that name columns. */
export type MappedKind = Exclude<Input['kind'], 'profile'>;

const DAYS = {
  start: 'From',
  end: 'To',
  end_date: 'inclusive',
  date_format: 'yyyy-MM-dd',
} as const;

function seed(input: Input, ...rows: readonly string[]): Seed {
  return { input, bytes: Buffer.from(lines(...rows)) };
}

/** One valid file for each kind of table; the compiler asks for those that are missing. */
export const KIND_SEEDS: Readonly<Record<MappedKind, Seed>> = {
  bills: seed(
    {
      ...BILLS,
      map: {
        start: 'From',
        end: 'To',
        date_format: 'MM/dd/yyyy',
        energy: { column: 'Usage', unit: 'kWh' },
        peak_demand: { column: 'Peak', unit: 'kW' },
        invoice: 'No',
        replaces: 'Instead of',
        cost: 'Cost',
      },
    },
    'From,To,Usage,Peak,No,Instead of,Cost',
    '01/01/2025,01/31/2025,120000.5,400,A-1,,$ 13.24',
    '02/01/2025,02/28/2025,118000,401,A-2,,$0.12',
    '03/01/2025,03/31/2025,118500,401,A-3,,12 USD',
    '03/01/2025,03/31/2025,118600,401,A-4,A-3,12 USD',
  ),
  readings: seed(
    {
      ...READINGS,
      map: {
        ...READINGS.map,
        zone: 'America/Chicago',
        date_format: 'yyyy-MM-dd HH:mm',
        read_type: { column: 'type', actual: ['A'], estimated: ['E'] },
        revision: 'made',
      },
    },
    'ts,kwh,type,made',
    ...['00:30', '00:45', '01:00', '01:15', '01:30', '01:45', '01:00', '01:15', '01:30'].map(
      (time, i) => `2025-11-02 ${time},${String(i)}.25,${i % 4 === 0 ? 'E' : 'A'},2025-11-03 00:00`,
    ),
    '2025-11-02 01:45,1,A,2025-11-03 00:00',
    '2025-11-02 02:00,1,A,2025-11-03 00:00',
    '2025-11-02 02:00,1.5,A,2025-11-04 00:00',
    '2025-11-02 02:15,,A,2025-11-04 00:00',
  ),
  certificates: seed(
    CERTIFICATES,
    'Registry,First,Last,MWh,Vintage,Fuel,Country,Status,For',
    'ERCOT,E-1,E-100,100,2025-01,Wind,US,Retired,Small Mining',
    'ERCOT,E-101,E-150,50,2025-02,Wind,US,Active,Somebody',
    'ERCOT,E-150,E-160,11,2025-02,Wind,US,Retired,Small Mining',
  ),
  hashrate: seed(
    { ...HASHRATE, map: { ...HASHRATE.map, device: 'miner' } },
    'miner,ts,rate',
    'm1,2025-01-01 00:00,1.5',
    'm1,2025-01-01 01:00,1.25',
    'm2,2025-01-01 00:00,0',
    'm2,2025-01-01 01:00,',
  ),
  fleet: seed(
    FLEET,
    'model,count,ths,kw,from,to',
    'S21,1000,200,3.5,2025-01-01,',
    'S19,500,110,3.25,2025-01-01,2025-06-30',
  ),
  fuels: seed(
    FUELS,
    'From,To,Fuel,Qty,Unit',
    '2025-01-01,2025-01-31,Diesel,1200.5,G1',
    '2025-02-01,2025-02-28,Natural Gas,10,G2',
  ),
  heat: seed(
    HEAT,
    'From,To,Heat,For',
    '2025-01-01,2025-01-31,120,Works',
    '2025-02-01,2025-02-28,110.5,Works',
  ),
  'bought-heat': seed(
    {
      kind: 'bought-heat',
      files: '*.csv',
      site: 'boden',
      rate: { co2e_kg_per_mwh: '55.5', year: 2025, source: 'statement of the network' },
      map: {
        ...DAYS,
        energy: { column: 'Energy', unit: 'GJ' },
        heat: { column: 'Kind', names: { Heat: 'heat', Cooling: 'cooling' } },
      },
    },
    'From,To,Energy,Kind',
    '2025-01-01,2025-01-31,120.5,Heat',
    '2025-02-01,2025-02-28,110,Cooling',
  ),
  'resold-power': seed(
    {
      kind: 'resold-power',
      files: '*.csv',
      site: 'pecos',
      metered: false,
      map: { ...DAYS, energy: { column: 'Sold', unit: 'MWh' }, to: 'grid' },
    },
    'From,To,Sold',
    '2025-07-01,2025-07-31,11717.25',
    '2025-08-01,2025-08-31,900',
  ),
  curtailment: seed(
    CURTAILMENT,
    'Start,End,Baseline,Programme,Method',
    '07/01/2025 14:00,07/01/2025 16:00,100,ERS,mean of ten days',
    '11/02/2025 00:30,11/02/2025 03:00,90.5,4CP,',
  ),
  deliveries: seed(
    DELIVERIES,
    'From,To,Energy',
    '2025-01-01,2025-01-31,1200000',
    '2025-02-01,2025-02-28,1100000.5',
  ),
  coins: seed(
    COINS,
    'From,To,BTC,Difficulty,Subsidy,Fees,Pool fee',
    '2025-01-01,2025-01-12,1.25,109782075598905.16,3.125,0.05,0.02',
    '2025-01-13,2025-01-26,1.5,110451907374649.77,3.125,0.04,',
  ),
  shares: seed(
    SHARES,
    'Time,Accepted,Difficulty',
    '2025-01-01 00:00,1000000,65536',
    '2025-01-01 01:00,990000,65536',
  ),
  payouts: seed(
    {
      kind: 'payouts',
      files: '*.csv',
      site: 'pecos',
      algorithm: 'sha256',
      map: { ...DAYS, coins: 'BTC', pool_fee: 'Fee' },
    },
    'From,To,BTC,Fee',
    '2025-01-01,2025-01-01,0.125,0.02',
    '2025-01-02,2025-01-02,0.12,0.02',
  ),
  difficulty: seed(
    {
      kind: 'difficulty',
      files: '*.csv',
      map: {
        height: 'height',
        time: 'time',
        zone: 'UTC',
        date_format: 'yyyy-MM-dd HH:mm:ss',
        bits: 'bits',
        difficulty: 'difficulty',
      },
    },
    'height,time,bits,difficulty',
    '0,2009-01-03 18:15:05,1d00ffff,1',
    '2016,2009-01-27 13:38:51,1d00ffff,1',
  ),
  retirements: seed(
    {
      kind: 'retirements',
      files: '*.csv',
      map: {
        registry: 'Registry',
        serial_start: 'First',
        serial_end: 'Last',
        quantity: { column: 'MWh', unit: 'MWh' },
        beneficiary: 'For',
        retired_on: 'On',
        date_format: 'yyyy-MM-dd',
      },
    },
    'Registry,First,Last,MWh,For,On',
    'ERCOT,E-1,E-100,100,Small Mining,2025-06-01',
    'ERCOT,E-101,E-150,50,Small Mining,2025-06-01',
  ),
  'supplier-mix': seed(
    {
      kind: 'supplier-mix',
      files: '*.csv',
      contract: 'caney',
      map: {
        year: 'Year',
        technology: 'Source',
        names: { Wind: 'wind', Gas: 'gas' },
        share: { column: 'Share', unit: 'percent' },
      },
    },
    'Year,Source,Share',
    '2025,Wind,60.5',
    '2025,Gas,39.5',
  ),
  refrigerants: seed(
    {
      kind: 'refrigerants',
      files: '*.csv',
      site: 'pecos',
      map: {
        ...DAYS,
        refrigerant: 'Gas',
        kind: 'Act',
        names: { Leak: 'leaked', 'Top-up': 'topped-up' },
        mass: { column: 'kg', unit: 'kg' },
        equipment: 'Unit',
      },
    },
    'From,To,Gas,Act,kg,Unit',
    '2025-01-01,2025-01-31,R-410A,Leak,1.25,AC1',
    '2025-02-01,2025-02-28,R-134a,Top-up,2,AC2',
  ),
  flare: seed(
    {
      kind: 'flare',
      files: '*.csv',
      site: 'pecos',
      map: {
        ...DAYS,
        volume: { column: 'Volume', unit: 'scf' },
        conditions: '60 F, 14.696 psia',
        composition: {
          columns: { CH4: 'CH4', C2H6: 'C2H6', CO2: 'CO2', N2: 'N2' },
          unit: 'percent',
        },
        efficiency: { column: 'Efficiency', unit: 'percent' },
        destination: { column: 'To what', names: { Flare: 'flare', Genset: 'generator' } },
      },
    },
    'From,To,Volume,CH4,C2H6,CO2,N2,Efficiency,To what',
    '2025-01-01,2025-01-31,120000,90,5,3,2,98,Flare',
    '2025-02-01,2025-02-28,110000,90.5,4.5,3,2,99.9,Genset',
  ),
  capture: seed(
    {
      kind: 'capture',
      files: '*.csv',
      site: 'pecos',
      map: {
        ...DAYS,
        mass: { column: 't', unit: 't' },
        leakage: { column: 'lost', unit: 't' },
        storage: 'Permit',
      },
    },
    'From,To,t,lost,Permit',
    '2025-01-01,2025-01-31,120,0.5,UIC-VI-001',
    '2025-02-01,2025-02-28,110,0,',
  ),
  water: seed(
    {
      kind: 'water',
      files: '*.csv',
      site: 'pecos',
      map: {
        ...DAYS,
        kind: { column: 'Act', names: { In: 'withdrawn', Out: 'discharged' } },
        volume: { column: 'm3', unit: 'm3' },
        source: 'Source',
      },
    },
    'From,To,Act,m3,Source',
    '2025-01-01,2025-01-31,In,1200,well',
    '2025-02-01,2025-02-28,Out,300.5,',
  ),
  activities: seed(
    {
      kind: 'activities',
      files: '*.csv',
      site: 'pecos',
      map: {
        ...DAYS,
        id: 'No',
        category: { column: 'Kind', names: { Freight: '4', Travel: '6' } },
        what: 'What',
        quantity: { column: 'Amount', unit: 't·km' },
        factor: { column: 'Factor', names: { HGV: 'hgv', Rail: 'rail' } },
      },
    },
    'No,From,To,Kind,What,Amount,Factor',
    'A-1,2025-01-01,2025-01-31,Freight,Machines from port,1200.5,HGV',
    'A-2,2025-02-01,2025-02-01,Travel,Crates,10,Rail',
  ),
  waste: seed(
    {
      kind: 'waste',
      files: '*.csv',
      site: 'pecos',
      map: { ...DAYS, waste: 'What', route: 'How', mass: { column: 'kg', unit: 'kg' } },
    },
    'From,To,What,How,kg',
    '2025-01-01,2025-01-31,machines,recycling,1200',
    '2025-02-01,2025-02-28,packaging,landfill,30.5',
  ),
  absorbed: seed(
    {
      kind: 'absorbed',
      files: '*.csv',
      site: 'pecos',
      contract: 'caney',
      map: {
        start: 'Start',
        end: 'End',
        zone: 'America/Chicago',
        date_format: 'yyyy-MM-dd HH:mm',
        energy: { column: 'Energy', unit: 'MWh' },
        plant: 'Plant',
        reason: { column: 'Why', names: { order: 'curtailment-order', price: 'negative-price' } },
        measured: 'metered',
        proof: 'Proof',
      },
    },
    'Start,End,Energy,Plant,Why,Proof',
    '2025-03-01 01:00,2025-03-01 04:00,42.5,Caney Wind,order,CO-117',
    '2025-11-02 00:30,2025-11-02 03:00,7,,price,RT-2',
  ),
  credits: seed(
    {
      kind: 'credits',
      files: '*.csv',
      site: 'pecos',
      map: {
        registry: 'Registry',
        project: 'Project',
        serial_start: 'First',
        serial_end: 'Last',
        vintage: 'Vintage',
        quantity: { column: 'Tonnes', unit: 't CO2e' },
        type: { column: 'Kind', names: { Avoided: 'avoidance', Removed: 'removal' } },
        permanence: 'Kept for',
        retired_on: 'Retired',
        date_format: 'yyyy-MM-dd',
        for_year: 'For year',
        beneficiary: 'For',
      },
    },
    'Registry,Project,First,Last,Vintage,Tonnes,Kind,Kept for,Retired,For year,For',
    'Puro,P-1,PU-1,PU-100,2024,100,Removed,1000 years,2025-12-01,2025,Small Mining',
    'Verra,V-9,VCS-101,VCS-150,2019,50,Avoided,,,,',
  ),
};
