import { gzipSync } from 'node:zlib';
import type { BillTemplate, FieldPlace } from '../../src/model/documents/bill-template.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { CONTEXT, lines } from '../ingest/given.ts';
import { feed, GREEN_BUTTON, JANUARY } from '../ingest/green-button-given.ts';
import type { Seed } from './kind-seeds.ts';
import { pdfOf } from './paper.ts';
import { portfolioWorkbook } from './workbook.ts';

type ProfileId = ProfileInput['profile'];

function seed(
  profile: ProfileId,
  content: string | Uint8Array,
  more: Partial<ProfileInput> = { meter: 'main' },
): Seed {
  return {
    input: { kind: 'profile', profile, files: '*', ...more },
    bytes: Buffer.from(content),
  };
}

const SITE = { site: 'pecos', contract: 'caney' } as const;
const HALF_HOURS = Array.from(
  { length: 48 },
  (_, i) => `${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
);
const ONES = HALF_HOURS.map((_, i) => String(i / 8));

const INTERCHANGE = [
  'ISA*00*          *00*          *01*007909411      *01*183529049      *250301*1200*U*00401*000000001*0*P*>~',
  'GS*PT*007909411*183529049*20250301*1200*1*X*004010~',
  'ST*867*0001~',
  'BPT*00*REF1*20250301*DD~',
  'DTM*649*20250301*1200~',
  'REF*TN*TN1~',
  'REF*Q5**1008900001~',
  'N1*8S*UTILITY*1*1~',
  'N1*AY*ERCOT*1*183529049~',
  'N1*SJ*SUPPLIER*9*1~',
  'PTD*BO~',
  'DTM*150*20250201~',
  'DTM*151*20250301~',
  'REF*MG*METER1~',
  'QTY*QD*1200*KH~',
  'MEA*AA*PRQ*1200*KH*100*1300*51~',
  'SE*15*0001~',
  'GE*1*1~',
  'IEA*1*000000001~',
].join('\n');

const ENTSOE = `<?xml version="1.0" encoding="UTF-8"?>
<GL_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-6:generationloaddocument:3:0">
<mRID>1</mRID><type>A75</type><process.processType>A16</process.processType>
<TimeSeries><mRID>1</mRID><businessType>A01</businessType>
<inBiddingZone_Domain.mRID codingScheme="A01">10Y1001A1001A44P</inBiddingZone_Domain.mRID>
<quantity_Measure_Unit.name>MAW</quantity_Measure_Unit.name><curveType>A03</curveType>
<MktPSRType><psrType>B12</psrType></MktPSRType>
<Period><timeInterval><start>2025-01-01T00:00Z</start><end>2025-01-01T04:00Z</end></timeInterval>
<resolution>PT60M</resolution>
<Point><position>1</position><quantity>120</quantity></Point>
<Point><position>3</position><quantity>121.5</quantity></Point>
</Period></TimeSeries></GL_MarketDocument>
`;

const GC_HEADER =
  'issuance_id,bundle_quantity,certificate_bundle_id_range_start,certificate_bundle_id_range_end,energy_carrier,energy_source,face_value,issuance_post_energy_carrier_conversion,emissions_factor_production_device,emissions_factor_source,production_starting_interval,production_ending_interval,local_timezone,expiry_datestamp,is_storage,storage_efficiency_factor,country_of_issuance,connected_grid_identification,issuing_body,legal_status,issuance_purpose,support_received,quality_scheme_reference,dissemination_level,issue_market_zone';

const UTILITYAPI = {
  bills: [
    {
      uid: '1',
      meter_uid: '1008900001',
      base: {
        bill_start_date: '2025-01-01T00:00:00.000000-06:00',
        bill_end_date: '2025-02-01T00:00:00.000000-06:00',
        bill_total_kwh: 1200.5,
        bill_total_unit: 'kwh',
        bill_total_cost: 120.25,
        service_class: 'electric',
      },
    },
  ],
};

const EIA_HEADER =
  '"Balancing Authority","Data Date","Hour Number","Local Time at End of Hour","UTC Time at End of Hour","Demand Forecast (MW)","Demand (MW)","Net Generation (MW)","Total Interchange (MW)","Sum(Valid DIBAs) (MW)","Demand (MW) (Imputed)","Demand (MW) (Adjusted)","Net Generation (MW) from Wind"';

const GENESIS =
  '0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c';

/** A bill of a utility that does not exist. */
const BILL = pdfOf([
  ['Example Power Company', 50, 780],
  ['Account number: 100-200', 50, 750],
  ['Meter', 50, 720],
  ['1008900001', 120, 720],
  ['From 05/01/2025', 50, 690],
  ['To 06/01/2025', 50, 670],
  ['Total usage', 50, 640],
  ['1,060 kWh', 160, 640],
]);

function beside(anchor: string, pattern: string): [FieldPlace] {
  return [{ anchor, relation: 'right-of', pattern, page: '1', within: '200' }];
}

function within(anchor: string, pattern: string): [FieldPlace] {
  return [{ anchor, relation: 'same', pattern, page: '1' }];
}

const TEMPLATE: BillTemplate = {
  hashprint: 1,
  id: 'example',
  utility: 'Example Power Company',
  recognise: [{ text: 'Example Power Company', page: '1' }],
  end_date: 'exclusive',
  date_format: 'MM/dd/yyyy',
  thousands: ',',
  fields: {
    account: within('Account number:', '(?<value>[\\d-]+)'),
    meter: beside('Meter', '(?<value>\\d{10})'),
    start: within('From', '(?<value>\\d\\d/\\d\\d/\\d{4})'),
    end: within('To', '(?<value>\\d\\d/\\d\\d/\\d{4})'),
    energy: beside('Total usage', '(?<value>[\\d,]+) kWh'),
    unit: { constant: 'kWh' },
  },
};

/** One file for each named layout, and for those that are looked at in a way of their own. */
export const PROFILE_SEEDS: Readonly<Record<string, Seed>> = {
  'bitcoin-headers': seed('bitcoin-headers', lines(`0,${GENESIS}`)),
  braiins: seed(
    'braiins',
    JSON.stringify({
      username: 'pool',
      btc: {
        hash_rate_unit: 'Gh/s',
        hash_rate_5m: 1500,
        hash_rate_60m: '1490.5',
        hash_rate_24h: 1480,
        workers: {
          'pool.m1': {
            state: 'ok',
            last_share: 1_735_711_200,
            hash_rate_unit: 'Gh/s',
            hash_rate_5m: 14_977,
            hash_rate_60m: 15_302,
            hash_rate_24h: 15_351,
            shares_24h: 20_945_364,
          },
        },
      },
    }),
    { site: 'pecos', algorithm: 'sha256', taken: '2025-01-02T00:00:00Z' },
  ),
  'edi-867': seed('edi-867', INTERCHANGE, { end_date: 'exclusive' }),
  'eia-930': seed(
    'eia-930',
    lines(
      EIA_HEADER,
      'ERCO,01/01/2025,1,01/01/2025 1:00:00 AM,01/01/2025 7:00:00 AM,"40,100","40,020","40,000",-20,-20,,"40,020","12,345"',
      'ERCO,01/01/2025,2,01/01/2025 2:00:00 AM,01/01/2025 8:00:00 AM,"41,100","41,020","41,000",-20,-20,"41,000","41,020","12,345"',
    ),
    {},
  ),
  elhub: seed(
    'elhub',
    lines(
      'Fra,Til,KWH 60 Forbruk,Kvalitet',
      '26.10.2025 01:00,26.10.2025 02:00,"1,25",Målt',
      '26.10.2025 02:00,26.10.2025 02:00,"1,5",Målt',
      '26.10.2025 02:00,26.10.2025 03:00,2,Beregnet',
      '26.10.2025 03:00,26.10.2025 04:00,,Målt',
    ),
  ),
  'energytag-gc': seed(
    'energytag-gc',
    lines(
      GC_HEADER,
      '1,1000,1,1000,electricity,wind,1,False,0,,01/01/2025 00:00,01/01/2025 01:00,UTC,01/01/2027 00:00,False,,US,ERCOT,Body,Valid,Disclosure,,,public,ERCOT',
      '2,500,1001,1500,electricity,wind,1,False,0,,01/01/2025 01:00,01/01/2025 02:00,UTC,01/01/2027 00:00,,,US,ERCOT,Body,Valid,Disclosure,,,public,ERCOT',
    ),
    { ...SITE, zone: 'UTC' },
  ),
  'energytag-readings': seed(
    'energytag-readings',
    lines(
      'interval_start_datetime,interval_end_datetime,interval_usage,gross_net_indicator',
      '2025-01-01T00:00:00Z,2025-01-01T01:00:00Z,1000,NET',
      '2025-01-01T01:00:00Z,2025-01-01T02:00:00Z,1200,NET',
    ),
  ),
  'energytag-storage': seed(
    'energytag-storage',
    lines(
      'flow_start_datetime,flow_end_datetime,flow_energy,validator_id',
      '2025-01-01T00:00:00Z,2025-01-01T01:00:00Z,-1000,0',
      '2025-01-01T01:00:00Z,2025-01-01T02:00:00Z,1200,1',
    ),
    { site: 'pecos' },
  ),
  entsoe: seed('entsoe', ENTSOE, {}),
  f2pool: seed(
    'f2pool',
    JSON.stringify({
      balance: '0.0001',
      hashes_last_day: '1084452716521979904',
      value: '0.0001',
      stale_hashes_rejected_last_day: '0',
      workers: [
        [
          'm1',
          '12650560751040',
          '0',
          '0',
          '1084452716521979904',
          '0',
          '2025-01-01T10:02:19.81Z',
          false,
        ],
      ],
    }),
    { site: 'pecos', algorithm: 'sha256', taken: '2025-01-02T00:00:00Z' },
  ),
  fingrid: seed(
    'fingrid',
    lines(
      'Mittauspisteen tunnus;Tuotteen tyyppi;Resoluutio;Yksikkötyyppi;Lukeman tyyppi;Alkuaika;Määrä;Laatu',
      '1008900001;8716867000030;PT15M;kWh;BN01;2025-01-01T11:30:00Z;0,35;OK',
      '1008900001;8716867000030;PT15M;kWh;BN01;2025-01-01T11:45:00Z;0,372;SUSPECT',
    ),
  ),
  'green-button': {
    input: GREEN_BUTTON,
    bytes: Buffer.from(
      feed([
        [JANUARY, 3600, 1000],
        [JANUARY + 3600, 3600, 1100, '8'],
        [JANUARY + 7200, 3600, 900],
      ]).bytes,
    ),
  },
  'green-button-csv': seed(
    'green-button-csv',
    lines(
      'Name:,SAMPLE',
      'Address:,"1 Main St, CA"',
      '',
      'TYPE,DATE,START TIME,END TIME,USAGE,UNITS,COST,NOTES',
      'Electric usage,2025-01-15,00:00,00:14,0.30,kWh,$0.09,',
      'Electric usage,2025-01-15,00:15,00:29,-0.25,kWh,$0.00,* This data was estimated',
      'Electric usage,2025-01-15,00:30,00:44,0.5,kWh,$0.10',
    ),
    { meter: 'main', zone: 'America/Chicago' },
  ),
  'interval-csv': {
    input: {
      kind: 'readings',
      files: '*',
      meter: 'main',
      map: {
        time: 'start',
        label: 'start',
        interval_minutes: 60,
        zone: 'offset',
        date_format: 'yyyy-MM-ddTHH:mm:ss',
        energy: { column: 'kWh', unit: 'kWh' },
      },
    },
    bytes: Buffer.from(
      lines(
        'start,kWh',
        '2025-01-01T00:00:00Z,1',
        '2025-01-01T01:00:00+00:00,2',
        '2025-01-01T02:00:00Z,3',
      ),
    ),
  },
  'm-rets': seed(
    'm-rets',
    lines(
      'Serial Number Base,Serial Number Start,Serial Number End,Quantity,Status,Vintage,Generator,Generator Fuel,Generation Period Start,Generation Period End,Quantity Unit,Account,Country,Transaction Detail',
      'MRETS-1,1,100,100,Retired,2025-01,Caney,Wind,2025-01-01,2025-01-31,MWh,Small Mining,US,Retired for 2025',
      'MRETS-1,101,150,50,Active,2025-02,Caney,Wind,2025-02-01,2025-02-28,MWh,Small Mining,US,',
    ),
    SITE,
  ),
  nem12: seed(
    'nem12',
    lines(
      '100,NEM12,202501020304,MDP,RETAILER',
      '200,1008900001,E1Q1,1,E1,N1,METER,kWh,30,20260101',
      `300,20250101,${ONES.join(',')},A,,,20250201000000,`,
      `300,20250102,${ONES.join(',')},V,,,20250201000000,`,
      '400,1,20,A,,',
      '400,21,48,S14,32,',
      '500,O,S01,20250101000000,100',
      '200,1008900001,E1Q1,2,Q1,N1,METER,kVArh,30,',
      `300,20250101,${ONES.join(',')},A,,,20250201000000,`,
      '900',
    ),
    {},
  ),
  nem13: seed(
    'nem13',
    lines(
      '100,NEM13,202501020304,MDP,RETAILER',
      '250,1008900001,1141,01,11,11,METER,E,000900,20250101093055,A,,,001000,20250401100333,A,,,100,kWh,20250701,20250402000000,20250403000000',
      '550,N,,A,',
      '900',
    ),
    { meter: 'main' },
  ),
  'pdf-bill': {
    ...seed('pdf-bill', BILL, { meter: 'main', template: 'example.json' }),
    context: { ...CONTEXT, billTemplates: new Map([['example.json', TEMPLATE]]) },
  },
  'portfolio-manager': seed('portfolio-manager', portfolioWorkbook()),
  sce: seed(
    'sce',
    lines(
      'Energy Usage Information',
      '"For location: 1 TEST ST"',
      '',
      '"Data for period starting: 2025-11-02 00:00:00  for 24 hours"',
      'Energy consumption time period,Usage(Real energy in kilowatt-hours),Reading quality',
      '"2025-11-02 00:45:00 to 2025-11-02 01:00:00","0.25",""',
      '"2025-11-02 01:00:00 to 2025-11-02 01:15:00","0.5",""',
      '"2025-11-02 01:15:00\u00a0to\u00a02025-11-02 01:30:00","0.5",""',
    ),
  ),
  'smart-meter-texas': seed(
    'smart-meter-texas',
    lines(
      'ESIID,USAGE_DATE,REVISION_DATE,USAGE_START_TIME,USAGE_END_TIME,USAGE_KWH,ESTIMATED_ACTUAL,CONSUMPTION_SURPLUSGENERATION',
      "'1008900001,01/31/2025,02/01/2025 06:10:00,23:30,23:45,.125,A,Consumption",
      "'1008900001,01/31/2025,02/01/2025 06:10:00,23:45,00:00,.131,A,Surplus Generation",
      "'1008900001,02/01/2025,02/02/2025 06:12:00,00:00,00:15,.118,E,Consumption",
      "'1008900001,02/01/2025,02/03/2025 06:12:00,00:00,00:15,.119,A,Consumption",
    ),
  ),
  'uk-half-hourly': seed(
    'uk-half-hourly',
    lines(
      ['Site Id', 'Meter Number', 'Reading Date', ...HALF_HOURS].join(','),
      ['S1', '1008900001', '12/11/24', ...ONES].join(','),
      ['S1', '1008900001', '13/11/24', ...ONES].join(','),
    ),
    { meter: 'main', zone: 'Europe/London' },
  ),
  utilityapi: seed('utilityapi', JSON.stringify(UTILITYAPI), { end_date: 'exclusive' }),
};

/** Files that hold others, for the opening. */
export const PACKED_SEEDS: Readonly<Record<string, Buffer>> = {
  gzip: gzipSync(PROFILE_SEEDS['smart-meter-texas']?.bytes ?? ''),
  workbook: portfolioWorkbook(),
  document: Buffer.from(BILL),
};
