import { extract } from '../../src/ingest/capture-csv/extract.ts';
import { joinCapture } from '../../src/ingest/capture-csv/join.ts';
import type { CaptureInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given, lines } from './given.ts';

const CAPTURE: CaptureInput = {
  kind: 'capture',
  files: '*.csv',
  site: 'boden',
  map: {
    start: 'From',
    end: 'To',
    end_date: 'inclusive',
    date_format: 'yyyy-MM-dd',
    mass: { column: 'Captured', unit: 't' },
    leakage: { column: 'Lost', unit: 'kg' },
    storage: 'Permit',
  },
};

function capture(rows: readonly string[], map: Partial<CaptureInput['map']> = {}) {
  const file = given(lines('From,To,Captured,Lost,Permit', ...rows));
  return extract(file, { ...CAPTURE, map: { ...CAPTURE.map, ...map } }, CONTEXT);
}

const ROW = '2025-03-01,2025-03-31,12.5,40,VI-7';

test('captured CO2 is read with what leaked of it and what shows its storage', () => {
  const { records, findings } = capture([ROW]);
  expect(findings).toEqual([]);
  const [one] = records;
  expect(one).toMatchObject({ site: 'boden', storage: 'VI-7', firstDay: '2025-03-01' });
  expect(one && decimalText(one.massKg)).toBe('12500');
  expect(one?.leakageKg && decimalText(one.leakageKg)).toBe('40');
});

test('leakage of zero is a value; a blank one, or no storage, is not stated', () => {
  const [zero, open] = capture([
    ROW.replace(',40,', ',0,'),
    '2025-04-01,2025-04-30,12.5,,n/a',
  ]).records;
  expect(zero?.leakageKg && decimalText(zero.leakageKg)).toBe('0');
  expect(open).not.toHaveProperty('leakageKg');
  expect(open).not.toHaveProperty('storage');
});

test.each([
  ['a negative mass', ROW.replace('12.5', '-1'), 'IN-NUMBER critical 2'],
  ['a negative leakage', ROW.replace(',40,', ',-40,'), 'IN-NUMBER critical 2'],
  ['no mass', ROW.replace('12.5', ''), 'IN-NULL completeness 2'],
])('%s sets the row aside', (_, row, code) => {
  const { records, findings } = capture([row]);
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code]);
});

test('a unit that is no mass is refused; rows that repeat count once', () => {
  const refused = capture([ROW], { mass: { column: 'Captured', unit: 'MWh' } });
  expect(codes(refused.findings)).toEqual(['IN-UNIT critical -']);
  const twice = joinCapture([capture([ROW]), capture([ROW])]);
  expect(twice.records).toHaveLength(1);
  const differing = joinCapture([capture([ROW]), capture([ROW.replace('12.5', '13')])]);
  expect(codes(differing.findings)).toEqual(['IN-CONFLICT critical 2']);
});
