import { extract, extractUnmapped, identify } from '../../src/ingest/m-rets/extract.ts';
import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, lines } from './given.ts';

const NAMES =
  'Serial Number Base,Serial Number Start,Serial Number End,Quantity,Status,Vintage,Generator Fuel,Account,Country';
const FIELDS =
  'serial_number_base,serial_number_start,serial_number_end,quantity,status,vintage,generator_fuel,account,country';
const INPUT: ProfileInput = {
  kind: 'profile',
  profile: 'm-rets',
  files: '*.csv',
  site: 'pecos',
  contract: 'caney',
};
const LINE = 'M12-2025-03-ND-XYZ,101,110,10,retired,2025-03,WND,Pecos Inc.,US';

function read(rows: readonly string[], input: Partial<ProfileInput> = {}, header = NAMES) {
  return extract(given(lines(header, ...rows)), { ...INPUT, ...input }, CONTEXT);
}

test.each([
  ['names', NAMES],
  ['data fields', FIELDS],
])('a table headed by %s is known and read', (_, header) => {
  expect(identify(given(lines(header, LINE))).confidence).toBe(1);
  const { records, findings } = read([LINE], {}, header);
  expect(findings).toEqual([]);
  expect(records).toMatchObject([
    {
      site: 'pecos',
      contract: 'caney',
      registry: 'M-RETS',
      serialStart: 'M12-2025-03-ND-XYZ-101',
      serialEnd: 'M12-2025-03-ND-XYZ-110',
      vintage: '2025-03',
      technology: 'wind',
      technologyText: 'WND',
      country: 'US',
      isRetired: true,
      beneficiary: 'Pecos Inc.',
    },
  ]);
  expect(records.map(({ energyMwh }) => decimalText(energyMwh))).toEqual(['10']);
});

test('only what is retired is a claim; what is active or exported stays a record that is none', () => {
  const { records } = read([
    LINE.replace('retired', 'Active'),
    LINE.replace('retired', 'exported'),
  ]);
  expect(records.map(({ isRetired, statusText }) => [isRetired, statusText])).toEqual([
    [false, 'Active'],
    [false, 'exported'],
  ]);
});

test.each([
  ['another status', LINE.replace('retired', 'pending'), 'IN-NAME critical 2'],
  ['serials that are no numbers', LINE.replace(',101,', ',first,'), 'IN-NULL critical 2'],
  ['no base', LINE.replace('M12-2025-03-ND-XYZ', ''), 'IN-NULL critical 2'],
  ['a vintage of another form', LINE.replace(',2025-03,', ',March 2025,'), 'IN-DATE critical 2'],
  ['another country', LINE.replace(',US', ',MX'), 'IN-COUNTRY critical 2'],
  ['another technology than the contract', LINE.replace('WND', 'SO1'), 'IN-TECHNOLOGY critical 2'],
])('%s sets the line aside', (_, row, code) => {
  const { records, findings } = read([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
});

test('hydrogen is no hydropower', () => {
  const contracts = [{ ...CONTEXT.contracts?.[0], id: 'dam', technology: 'hydro' }];
  const context = { ...CONTEXT, contracts } as typeof CONTEXT;
  const of = (fuel: string) =>
    extract(given(lines(NAMES, LINE.replace('WND', fuel))), { ...INPUT, contract: 'dam' }, context);
  expect(of('Hydroelectric Water').findings).toEqual([]);
  expect(of('H2O').findings).toEqual([]);
  expect(codes(of('Hydrogen').findings)).toEqual(['IN-TECHNOLOGY quality 2']);
});

test('a quantity that the serials do not bear out is critical', () => {
  expect(codes(read([LINE.replace(',110,', ',111,')]).findings)).toEqual([
    'IN-SERIAL-COUNT critical 2',
  ]);
});

test('without site and contract nothing is read, and both keys are named', () => {
  const bare = { kind: 'profile', profile: INPUT.profile, files: '*.csv' } as const;
  const { records, findings } = extract(given(lines(NAMES, LINE)), bare, CONTEXT);
  expect(records).toEqual([]);
  expect(findings.map(({ code, message }) => [code, /has no (\w+)/.exec(message)?.[1]])).toEqual([
    ['WS-KEY-NEEDED', 'site'],
    ['WS-KEY-NEEDED', 'contract'],
  ]);
  expect(codes(read([LINE], { contract: 'kaney' }).findings)).toEqual(['WS-REFERENCE critical -']);
});

test('an export without the country of the generator is refused, naming the column', () => {
  const { findings } = read([LINE.slice(0, -3)], {}, NAMES.slice(0, -8));
  expect(codes(findings)).toEqual(['IN-NO-HEADER critical 1']);
  expect(findings[0]?.message).toContain('"Country"');
});

test('a look without workspace recognises the table by its content', () => {
  const seen = inspectReadings(given(lines(FIELDS, LINE), 'export.txt'), {});
  expect(seen).toMatchObject({ profile: 'm-rets', records: 1, findings: [] });
  expect(extractUnmapped(given(lines('a,b', '1,2'))).records).toEqual([]);
  expect(identify(given(lines('Quantity,Status', '1,retired'))).confidence).toBeLessThan(1);
});
