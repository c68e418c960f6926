import * as bundles from '../../src/ingest/energytag/certificates.ts';
import { joinGranular, joinStorage } from '../../src/ingest/energytag/join.ts';
import * as readings from '../../src/ingest/energytag/readings.ts';
import * as storage from '../../src/ingest/energytag/storage.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { codes, CONTEXT, given, instant, lines } from './given.ts';

const COLUMNS =
  'issuance_id,bundle_quantity,certificate_bundle_id_range_start,certificate_bundle_id_range_end,energy_carrier,energy_source,face_value,issuance_post_energy_carrier_conversion,emissions_factor_production_device,emissions_factor_source,production_starting_interval,production_ending_interval,local_timezone,expiry_datestamp,is_storage,storage_efficiency_factor,country_of_issuance,connected_grid_identification,issuing_body,legal_status,issuance_purpose,support_received,quality_scheme_reference,dissemination_level,issue_market_zone';

const INPUT: ProfileInput = {
  kind: 'profile',
  profile: 'energytag-gc',
  files: '*.csv',
  site: 'pecos',
  contract: 'caney',
  zone: 'Europe/London',
};

interface Bundle {
  readonly issuance?: string;
  readonly quantity?: string;
  readonly first?: string;
  readonly last?: string;
  readonly source?: string;
  readonly carrier?: string;
  readonly faceValue?: string;
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
  readonly storage?: string;
  readonly country?: string;
}

function row({
  issuance = '7-2024',
  quantity = '1000',
  first = '0',
  last = '999',
  source = 'wind',
  carrier = 'electricity',
  faceValue = '2',
  from = '15/07/2024 13:00',
  to = '15/07/2024 14:00',
  zone = 'Europe/London',
  storage: isStorage = '',
  country = 'GB',
}: Bundle): string {
  return `${issuance},${quantity},${first},${last},${carrier},${source},${faceValue},,0,,${from},${to},${zone},,${isStorage},,${country},,,,,,,,`;
}

function read(rows: readonly Bundle[], input: Partial<ProfileInput> = {}, path = 'gc.csv') {
  const text = `\uFEFF${[COLUMNS, ...rows.map(row)].join('\r\n')}\r\n`;
  return bundles.extract(given(text, path), { ...INPUT, ...input }, CONTEXT);
}

test('a bundle is read with its ids, its hour and face value times quantity in watt-hours', () => {
  expect(bundles.identify(given(lines(COLUMNS, row({})))).confidence).toBe(1);
  const { records, findings, rows } = read([{ storage: 'False' }]);
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 0, duplicate: 0 });
  expect(records).toEqual([
    {
      site: 'pecos',
      contract: 'caney',
      issuance: '7-2024',
      rangeStart: '0',
      rangeEnd: '999',
      // British summer time is an hour ahead of UTC
      start: instant('2024-07-15T12:00:00Z'),
      end: instant('2024-07-15T13:00:00Z'),
      energyWh: 2000n,
      technology: 'wind',
      technologyText: 'wind',
      country: 'GB',
      isStorage: false,
      evidence: {
        file: 'gc.csv',
        sha256: expect.any(String) as string,
        at: { line: 2, column: 'bundle_quantity' },
      },
    },
  ]);
});

test('whether it is from storage is unknown where the registry leaves it open', () => {
  const { records, findings } = read([{}, { first: '1000', last: '1999', storage: 'maybe' }]);
  expect(records).toHaveLength(2);
  for (const record of records) expect(record).not.toHaveProperty('isStorage');
  expect(codes(findings)).toEqual(['IN-NAME quality 3']);
});

test.each([
  [undefined, ['IN-ZONE critical -']],
  ['Europe/Londn', ['IN-ZONE critical -']],
])('with the zone %j nothing is read, whatever local_timezone says', (zone, found) => {
  const { zone: _, ...bare } = INPUT;
  const input = zone === undefined ? bare : { ...bare, zone };
  const { records, findings } = bundles.extract(given(lines(COLUMNS, row({}))), input, CONTEXT);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(found);
});

test('stamps declared as UTC are taken as that; a zone that contradicts the file is said', () => {
  expect(read([{}], { zone: 'UTC' })).toMatchObject({
    records: [{ start: instant('2024-07-15T13:00:00Z') }],
    findings: [],
  });
  expect(codes(read([{}], { zone: 'Europe/Stockholm' }).findings)).toEqual(['IN-ZONE quality 2']);
});

test('stamps with an offset need no zone', () => {
  const stamps = { from: '2024-07-15T13:00:00Z', to: '2024-07-15T14:00:00Z' };
  expect(read([stamps])).toMatchObject({
    records: [{ start: instant('2024-07-15T13:00:00Z') }],
    findings: [],
  });
});

test.each<[string, Bundle, string]>([
  ['a month of more than twelve', { from: '07/15/2024 13:00' }, 'IN-DATE critical -'],
  ['production of two hours', { to: '15/07/2024 15:00' }, 'IN-INTERVAL critical 2'],
  ['production that ends first', { to: '15/07/2024 12:00' }, 'IN-PERIOD critical 2'],
  [
    'a local time that does not exist',
    { from: '31/03/2024 01:00', to: '31/03/2024 02:00' },
    'IN-NONEXISTENT-HOUR critical 2',
  ],
  [
    'a local time that occurs twice',
    { from: '27/10/2024 01:00', to: '27/10/2024 02:00' },
    'IN-AMBIGUOUS-TIME critical 2',
  ],
  ['half a watt-hour', { faceValue: '0.0005' }, 'IN-NUMBER critical 2'],
  ['another carrier', { carrier: 'hydrogen' }, 'IN-COMMODITY critical 2'],
  ['another technology', { source: 'solar_pv' }, 'IN-TECHNOLOGY critical 2'],
  ['a country of three letters', { country: 'GBR' }, 'IN-COUNTRY critical 2'],
  ['ids that run backwards', { first: '999', last: '0' }, 'IN-NULL critical 2'],
  ['no issuance', { issuance: '' }, 'IN-NULL critical 2'],
])('%s sets the bundle aside', (_, bundle, code) => {
  const { records, findings } = read([bundle]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
});

test('the hour before the clock goes back ends at the first of its two 01:00', () => {
  const { records } = read([{ from: '27/10/2024 00:00', to: '27/10/2024 01:00' }]);
  expect(records).toMatchObject([
    { start: instant('2024-10-26T23:00:00Z'), end: instant('2024-10-27T00:00:00Z') },
  ]);
});

test('a quantity that is not as many as the ids is critical', () => {
  const { records, findings } = read([{ last: '1000' }]);
  expect(records).toHaveLength(1);
  expect(codes(findings)).toEqual(['IN-SERIAL-COUNT critical 2']);
});

test('ids of one issuance must not overlap, in one file or two; those of two issuances may', () => {
  const overlapping = [
    { first: '0', last: '999' },
    { first: '999', last: '1998' },
  ];
  const one = joinGranular([read(overlapping)]);
  const two = joinGranular(overlapping.map((bundle, i) => read([bundle], {}, `f${String(i)}.csv`)));
  for (const { findings } of [one, two])
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['IN-SERIAL-OVERLAP', 'critical'],
    ]);
  expect(one.findings[0]?.message).toContain('the issuance 7-2024');
  expect(joinGranular([read([{}, { issuance: '8-2024' }])]).findings).toEqual([]);
});

test('without site and contract nothing is read, and both keys are named', () => {
  const bare = { kind: 'profile', profile: INPUT.profile, files: '*.csv' } as const;
  const { findings } = bundles.extract(given(lines(COLUMNS, row({}))), bare, CONTEXT);
  expect(codes(findings)).toEqual(['WS-KEY-NEEDED critical -', 'WS-KEY-NEEDED critical -']);
});

const READINGS = 'interval_start_datetime,interval_end_datetime,interval_usage,gross_net_indicator';

function made(rows: readonly string[], input: Partial<ProfileInput> = {}) {
  return readings.extract(
    given(lines(READINGS, ...rows)),
    { kind: 'profile', profile: 'energytag-readings', files: '*.csv', meter: 'main', ...input },
    CONTEXT,
  );
}

test('readings are generation of the meter, in watt-hours', () => {
  const { records, findings } = made([
    '2024-01-01T00:00:00Z,2024-01-01T00:30:00Z,1000,NET',
    '2024-01-01T00:30:00Z,2024-01-01T01:00:00Z,1200,gross',
  ]);
  expect(findings).toEqual([]);
  expect(records).toMatchObject([
    { meter: 'main', direction: 'generation', intervalSeconds: 1800, scale: 1n },
  ]);
  // a watt-hour is 3,600 joules
  expect(records[0]?.readings.map(({ energy }) => energy)).toEqual([3_600_000n, 4_320_000n]);
});

test('local hours over the change of time are told apart by their order', () => {
  const { records, findings } = made(
    [
      '27/10/2024 00:00,27/10/2024 01:00,1,NET',
      '27/10/2024 01:00,27/10/2024 01:00,2,NET',
      '27/10/2024 01:00,27/10/2024 02:00,3,NET',
      '27/10/2024 02:00,27/10/2024 03:00,4,NET',
    ],
    { zone: 'Europe/London' },
  );
  expect(findings).toEqual([]);
  expect(records[0]?.readings.map(({ start }) => start - instant('2024-10-26T23:00:00Z'))).toEqual([
    0, 3600, 7200, 10_800,
  ]);
});

test.each([
  [
    'an interval of another length',
    '2024-01-01T02:00:00Z,2024-01-01T04:00:00Z,1,NET',
    'IN-INTERVAL critical 4',
  ],
  [
    'an unknown basis',
    '2024-01-01T02:00:00Z,2024-01-01T03:00:00Z,1,BOTH',
    'IN-DIRECTION critical 4',
  ],
])('%s is set aside', (_, odd, code) => {
  const { records, findings } = made([
    '2024-01-01T00:00:00Z,2024-01-01T01:00:00Z,1,NET',
    '2024-01-01T01:00:00Z,2024-01-01T02:00:00Z,1,NET',
    odd,
  ]);
  expect(records[0]?.readings.length).toBe(2);
  expect(codes(findings)).toEqual([code]);
});

test('intervals of a day are no readings for granular certificates', () => {
  const { records, findings } = made(['2024-01-01T00:00:00Z,2024-01-02T00:00:00Z,1,NET']);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-INTERVAL critical -']);
});

test('without a meter nothing is read', () => {
  const file = given(lines(READINGS, '2024-01-01T00:00:00Z,2024-01-01T01:00:00Z,1,NET'));
  const input = { kind: 'profile', profile: 'energytag-readings', files: '*' } as const;
  expect(codes(readings.extract(file, input, CONTEXT).findings)).toEqual([
    'WS-METER-NEEDED critical -',
  ]);
});

const FLOWS = 'flow_start_datetime,flow_end_datetime,flow_energy,validator_id';

function flows(rows: readonly string[], input: Partial<ProfileInput> = {}) {
  return storage.extract(given(lines(FLOWS, ...rows)), {
    kind: 'profile',
    profile: 'energytag-storage',
    files: '*.csv',
    site: 'pecos',
    ...input,
  });
}

const CHARGE = '2024-01-01T00:00:00Z,2024-01-01T01:00:00Z,-1000,0';

test('a charge is a negative flow and no correction', () => {
  const { records, findings } = flows([CHARGE]);
  expect(findings).toEqual([]);
  expect(records).toMatchObject([{ site: 'pecos', validator: '0', energyWh: -1000n }]);
});

test.each([
  ['a flow of part of a watt-hour', CHARGE.replace('-1000', '0.5'), 'IN-NUMBER critical 2'],
  ['a record without number', CHARGE.slice(0, -1), 'IN-NULL critical 2'],
  ['a flow that ends first', CHARGE.replace('01:00:00Z', '00:00:00Z'), 'IN-PERIOD critical 2'],
])('%s is set aside', (_, row_, code) => {
  const { records, findings } = flows([row_]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
});

test('a record counts once; one that says two things counts not at all', () => {
  const same = joinStorage([flows([CHARGE]), flows([CHARGE])]);
  expect(same.records).toHaveLength(1);
  expect(codes(same.findings)).toEqual(['IN-DUPLICATE info 2']);
  const differing = joinStorage([flows([CHARGE, CHARGE.replace('-1000', '-900')])]);
  expect(differing.records).toEqual([]);
  expect(codes(differing.findings)).toEqual(['IN-CONFLICT critical 2']);
});

test('without a site nothing is read', () => {
  const input = { kind: 'profile', profile: 'energytag-storage', files: '*' } as const;
  expect(codes(storage.extract(given(lines(FLOWS, CHARGE)), input).findings)).toEqual([
    'WS-KEY-NEEDED critical -',
  ]);
});
