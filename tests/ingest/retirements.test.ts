import { extract as extractCertificates } from '../../src/ingest/certificates-csv/extract.ts';
import { extract } from '../../src/ingest/retirements-csv/extract.ts';
import { joinRetirements } from '../../src/ingest/retirements-csv/join.ts';
import { retirementFindings } from '../../src/ingest/retirements-csv/match.ts';
import type { CertificatesInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { CERTIFICATES, codes, CONTEXT, given, lines } from './given.ts';
import { RETIREMENTS } from './source-adapters.ts';

function statements(rows: readonly string[], path = 's.csv') {
  return extract(given(lines('Registry,First,Last,MWh,For,On', ...rows), path), RETIREMENTS);
}

function ledger(rows: readonly string[], map: Partial<CertificatesInput['map']> = {}) {
  const head = 'Registry,First,Last,MWh,Vintage,Fuel,Country,Status,For,On';
  const input = { ...CERTIFICATES, map: { ...CERTIFICATES.map, retired_on: 'On', ...map } };
  return extractCertificates(given(lines(head, ...rows), 'c.csv'), input, CONTEXT);
}

/** Ten certificates, A-1 to A-10, retired for Pecos Inc. on 10 January 2026. */
const LINE = 'M,A-1,A-10,10,2025-03,Wind,US,Retired,Pecos Inc.,2026-01-10';
const NAMES = ['Pecos Inc.', 'Pecos Incorporated'];

function matched(line: string, rows: readonly string[], map?: Partial<CertificatesInput['map']>) {
  const { records } = ledger([line], map);
  expect(records).toHaveLength(1);
  return retirementFindings(records, statements(rows).records, NAMES);
}

test('a statement is read with serials, quantity, beneficiary and day', () => {
  const { records, findings } = statements(['M,A-1,A-10,10,Pecos Inc.,10.01.2026']);
  expect(findings).toEqual([]);
  expect(records).toMatchObject([
    {
      registry: 'M',
      serialStart: 'A-1',
      serialEnd: 'A-10',
      beneficiary: 'Pecos Inc.',
      retiredOn: '2026-01-10',
      evidence: { file: 's.csv', at: { line: 2, column: 'MWh' } },
    },
  ]);
  expect(records.map(({ energyMwh }) => decimalText(energyMwh))).toEqual(['10']);
});

test.each([
  ['without beneficiary', 'M,A-1,A-10,10,,10.01.2026', 'IN-NULL critical 2'],
  ['without serial', 'M,,A-10,10,X,10.01.2026', 'IN-NULL critical 2'],
  ['without day', 'M,A-1,A-10,10,X,soon', 'IN-DATE critical 2'],
  ['without quantity', 'M,A-1,A-10,,X,10.01.2026', 'IN-NULL critical 2'],
])('a statement %s is set aside', (_, row, code) => {
  const { records, findings, rows } = statements([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('a statement in two files counts once, two that retire one certificate are named', () => {
  const row = 'M,A-1,A-10,10,X,10.01.2026';
  const same = joinRetirements([statements([row], 'a.csv'), statements([row], 'b.csv')]);
  expect(same.records).toHaveLength(1);
  expect(codes(same.findings)).toEqual(['IN-DUPLICATE info 2']);
  expect(same.rows).toEqual({ read: 2, rejected: 0, duplicate: 1 });
  const twice = joinRetirements([statements([row, 'M,A-10,A-12,3,X,10.01.2026'])]);
  expect(codes(twice.findings)).toEqual(['IN-SERIAL-OVERLAP critical 3']);
});

test.each([
  ['one statement', ['M,A-1,A-10,10,Pecos Inc.,10.01.2026']],
  ['a wider one', ['m,A-0,A-99,100,Pecos Inc.,10.01.2026']],
  ['two that join', ['M,A-1,A-4,4,Pecos Inc.,10.01.2026', 'M,A-5,A-10,6,Pecos Inc.,10.01.2026']],
  ['another spelling of the reporter', ['M,A-1,A-10,10,PECOS INCORPORATED,10.01.2026']],
  ['leading zeros', ['M,A-001,A-010,10,Pecos Inc.,10.01.2026']],
])('%s covers the line', (_, rows) => {
  expect(matched(LINE, rows)).toEqual([]);
});

test('serials that no statement covers are named', () => {
  const found = matched(LINE, [
    'M,A-2,A-3,2,Pecos Inc.,10.01.2026',
    'M,A-5,A-7,3,Pecos Inc.,10.01.2026',
  ]);
  expect(found.map(({ code, severity, message, at }) => ({ code, severity, message, at }))).toEqual(
    [
      {
        code: 'IN-NOT-RETIRED',
        severity: 'critical',
        message:
          'Line 2 of c.csv claims certificates of M as retired for "Pecos Inc." on 2026-01-10, and no retirement statement covers "A-1", "A-4", "A-8" to "A-10". Add the statement, or correct the claim.',
        at: { file: 'c.csv', line: 2 },
      },
    ],
  );
});

test.each([
  ['for somebody else', 'M,A-1,A-10,10,Somebody,10.01.2026', '"Somebody" on 2026-01-10'],
  ['on another day', 'M,A-1,A-10,10,Pecos Inc.,11.01.2026', '"Pecos Inc." on 2026-01-11'],
])('a statement %s does not cover the line, and is named', (_, row, named) => {
  const found = matched(LINE, [row]);
  expect(codes(found)).toEqual(['IN-NOT-RETIRED critical 2']);
  expect(found[0]?.message).toContain(`(line 2 of s.csv retires such serials for ${named})`);
});

test('serials of another batch, and serials that do not count, are matched as they are', () => {
  expect(codes(matched(LINE, ['M,B-1,B-10,10,Pecos Inc.,10.01.2026']))).toEqual([
    'IN-NOT-RETIRED critical 2',
  ]);
  const line = LINE.replace('A-1,A-10', 'x,y');
  expect(matched(line, ['M,x,y,10,Pecos Inc.,10.01.2026'])).toEqual([]);
  expect(matched(line, ['M,x,z,10,Pecos Inc.,10.01.2026'])[0]?.message).toContain('"x" to "y"');
});

test('a registry without statements rests on the ledger, which is said once for a ledger', () => {
  const { records } = ledger([LINE, LINE.replace('A-1,A-10', 'A-11,A-20')]);
  const found = retirementFindings(
    records,
    statements(['N,A-1,A-20,20,X,10.01.2026']).records,
    NAMES,
  );
  expect(codes(found)).toEqual(['IN-RETIREMENT info 2']);
  expect(found[0]?.message).toContain(
    '2 lines of c.csv claimed as retired (lines 2 and 3) rest on the ledger alone',
  );
});

test('what is not claimed as retired needs no statement', () => {
  expect(matched(LINE.replace('Retired', 'Active'), [])).toEqual([]);
});

test('a day of another form is read where it is declared, else it is left to the statement', () => {
  const rows = ['M,A-1,A-10,10,Pecos Inc.,10.01.2026'];
  const line = LINE.replace('2026-01-10', '01/10/2026');
  expect(matched(line, rows, { retired_on_format: 'MM/dd/yyyy' })).toEqual([]);
  expect(codes(matched(line, rows, { retired_on_format: 'dd/MM/yyyy' }))).toEqual([
    'IN-NOT-RETIRED critical 2',
  ]);
  expect(codes(matched(line, rows))).toEqual(['IN-RETIREMENT quality 2']);
  expect(codes(ledger([line], { retired_on_format: 'dd.MM.yyyy' }).findings)).toEqual([
    'IN-DATE quality 2',
  ]);
  // a ledger without the day leaves it to the statement as well
  expect(matched(LINE.replace('2026-01-10', ''), rows)).toEqual([]);
});

test('of many lines without cover the first twenty are named', () => {
  const rows = Array.from({ length: 25 }, (_, i) =>
    LINE.replace('A-1,A-10', `B${String(i)}-1,B${String(i)}-10`),
  );
  const { records } = ledger(rows);
  const found = retirementFindings(records, statements(['M,Z,Z,1,X,10.01.2026']).records, NAMES);
  expect(found).toHaveLength(20);
  expect(found[19]?.message).toContain('5 more such lines follow');
});
