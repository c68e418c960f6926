import fc from 'fast-check';
import { extract, identify } from '../../src/ingest/bills-csv/extract.ts';
import { joinBills } from '../../src/ingest/bills-csv/join.ts';
import type { BillsInput } from '../../src/model/documents/workspace.ts';
import { exact } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { BILLS, codes, CONTEXT, given, instant, lines } from './given.ts';

const UNDECLARED = { ...BILLS.map };
delete UNDECLARED.end_date;

function read(text: string, map: Partial<BillsInput['map']> = {}, input: Partial<BillsInput> = {}) {
  return extract(given(text), { ...BILLS, ...input, map: { ...BILLS.map, ...map } }, CONTEXT);
}

test('a bill is a stretch of local days with its energy in kWh', () => {
  const map = {
    invoice: 'No',
    read_type: { column: 'R', actual: ['A'], estimated: ['E'] },
    peak_demand: { column: 'D', unit: 'MW' },
    cost: 'Cost',
  };
  const csv = { thousands: ',' } as const;
  const text = lines(
    'Utility Co',
    'From,To,Usage,No,R,D,Cost',
    '02/15/2025,03/17/2025,"77,889",LB-1,E,0.1085,"$3,231.40"',
  );
  const { records, findings, rows } = read(
    text,
    { ...map, energy: { column: 'Usage', unit: 'MWh' } },
    { csv },
  );
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 0, duplicate: 0 });
  const [bill] = records;
  // Chicago: midnight is 06:00Z before 9 March and 05:00Z after it
  expect(bill).toMatchObject({
    meter: 'main',
    start: instant('2025-02-15T06:00:00Z'),
    end: instant('2025-03-18T05:00:00Z'),
    firstDay: '2025-02-15',
    lastDay: '2025-03-17',
    quality: 'estimated',
    invoice: 'LB-1',
    evidence: { file: 'data.csv', at: { line: 3, column: 'Usage' } },
  });
  expect(decimalText(bill?.energyKwh ?? never())).toBe('77889000');
  expect(decimalText(bill?.peakDemandKw ?? never())).toBe('108.5');
});

function never(): never {
  throw new Error('absent');
}

const HEAD = 'From,To,Usage';

test.each([
  ['exclusive', ['01/01/2025,02/01/2025,1', '02/01/2025,03/01/2025,2'], '2025-01-31'],
  ['inclusive', ['01/01/2025,01/31/2025,1', '02/01/2025,02/28/2025,2'], '2025-01-31'],
])('the join of bills shows that end dates are %s', (rule, rows, lastDay) => {
  const { records, findings } = extract(
    given(lines(HEAD, ...rows)),
    { ...BILLS, map: UNDECLARED },
    CONTEXT,
  );
  expect(records[0]?.lastDay).toBe(lastDay);
  expect(codes(findings)).toEqual(['IN-END-DATE info -']);
  expect(findings[0]?.message).toContain(`Declare end_date: ${rule}`);
});

test.each([
  ['a single bill', ['01/01/2025,01/31/2025,1']],
  ['bills with gaps', ['01/01/2025,01/31/2025,1', '03/01/2025,03/31/2025,1']],
  [
    'joins of both kinds',
    ['01/01/2025,02/01/2025,1', '02/01/2025,02/28/2025,2', '03/01/2025,03/31/2025,1'],
  ],
])('%s do not show whether end dates are included', (_, rows) => {
  const file = given(lines(HEAD, ...rows));
  const { records, findings } = extract(file, { ...BILLS, map: UNDECLARED }, CONTEXT);
  expect(records).toEqual([]);
  expect(codes(findings)).toContain('IN-END-DATE-UNKNOWN critical -');
});

test.each([
  ['a period that ends before it begins', '02/01/2025,01/01/2025,5', 'IN-PERIOD critical 2'],
  ['a date of another form', '2025-02-01,01/01/2025,5', 'IN-DATE critical 2'],
  ['a day that does not exist', '02/30/2025,03/01/2025,5', 'IN-DATE critical 2'],
  ['a number of another form', '01/01/2025,02/01/2025,"1,060"', 'IN-NUMBER critical 2'],
  ['no energy', '01/01/2025,02/01/2025,N/A', 'IN-NULL completeness 2'],
])('%s gives no bill', (_, row, code) => {
  const { records, findings, rows } = read(lines(HEAD, row));
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual([code, 'IN-NO-READINGS critical -'].sort());
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
});

test('an exclusive period of no day is refused', () => {
  const { findings } = read(lines(HEAD, '01/01/2025,01/01/2025,5'), { end_date: 'exclusive' });
  expect(codes(findings)).toContain('IN-PERIOD critical 2');
});

test.each([
  ['kVArh', 'kWh'],
  ['kW', 'MWh'],
])('energy in %s is refused', (unit, accepted) => {
  const { findings } = read(lines(HEAD, '01/01/2025,01/31/2025,5'), {
    energy: { column: 'Usage', unit },
  });
  expect(codes(findings)).toEqual(['IN-UNIT critical -']);
  expect(findings[0]?.message).toContain(accepted);
});

test('a shifted row shows in the cost', () => {
  const { findings } = read(lines(`${HEAD},Cost`, '01/01/2025,01/31/2025,5,A'), { cost: 'Cost' });
  expect(codes(findings)).toEqual(['IN-NUMBER critical 2']);
});

test.each(['$ 13.24', '$0.12 ', '12.50 USD', '\u20ac7', ''])('the cost %j is an amount', (cost) => {
  expect(
    read(lines(`${HEAD},Cost`, `01/01/2025,01/31/2025,5,${cost}`), { cost: 'Cost' }).findings,
  ).toEqual([]);
});

test.each([
  ['-$5.00', '-5', undefined],
  ['$-5.00', '-5', undefined],
  ['($5.00)', '-5', undefined],
  ['12.50 CR', '-12.5', undefined],
  ['\u20ac 12.50', '12.5', 'EUR'],
  ['12.50 SEK', '12.5', 'SEK'],
  ['US$7', '7', 'USD'],
])('the cost %j is %s in %s', (text, amount, currency) => {
  const { records } = read(lines(`${HEAD},Cost`, `01/01/2025,01/31/2025,5,${text}`), {
    cost: 'Cost',
  });
  expect(decimalText(records[0]?.cost?.amount ?? never())).toBe(amount);
  expect(records[0]?.cost?.currency).toBe(currency);
});

test('a negative cost is a credit: kept, and named', () => {
  const text = lines(`${HEAD},Cost`, '01/01/2025,01/31/2025,5,(5.00)');
  expect(codes(read(text, { cost: 'Cost' }).findings)).toEqual(['IN-NEGATIVE info 2']);
});

test('the currency comes from its column; one that the amount contradicts is named', () => {
  const head = `${HEAD},Cost,In`;
  const map = { cost: 'Cost', currency: 'In' };
  const text = lines(
    head,
    '01/01/2025,01/31/2025,5,10,sek',
    '02/01/2025,02/28/2025,5,\u20ac10,USD',
    '03/01/2025,03/31/2025,5,10,crowns',
  );
  const { records, findings } = read(text, map);
  expect(records.map(({ cost }) => cost?.currency)).toEqual(['SEK', undefined, undefined]);
  expect(codes(findings)).toEqual(['IN-CURRENCY quality 3', 'IN-CURRENCY quality 4']);
});

test.each(['$ 13.24', '29%', '\u20ac5'])('energy cannot be %j', (text) => {
  const { records, findings } = read(lines(HEAD, `01/01/2025,01/31/2025,${text}`));
  expect(records).toEqual([]);
  expect(codes(findings)).toContain('IN-NUMBER critical 2');
  expect(findings[0]?.message).toContain('map another column');
});

test.each([
  ['(12.5)', '-12.5'],
  ['1.2E3', '1200'],
  ['.145 ', '0.145'],
  ['12-', '-12'],
])('energy written %j is %s', (text, kwh) => {
  const { records } = read(lines(HEAD, `01/01/2025,01/31/2025,${text}`));
  expect(decimalText(records[0]?.energyKwh ?? never())).toBe(kwh);
});

test.each([
  // 1 MMBtu = 1,055,055,852.62 J = 293.0710701722... kWh; 1 GJ = 277.7... kWh
  ['MMBtu', '1055.05585262', '3.6'],
  ['GJ', '1', '0.0036'],
])('electricity billed in %s is counted', (unit, times, factor) => {
  const { records } = read(lines(HEAD, '01/01/2025,01/31/2025,1'), {
    energy: { column: 'Usage', unit },
  });
  const kwh = records[0]?.energyKwh ?? never();
  expect(decimalText(kwh.mul(exact(factor)))).toBe(times);
});

test('the rows of one bill that state several costs give no cost', () => {
  const text = lines(`${HEAD},Cost`, '01/01/2025,01/31/2025,5,10', '01/01/2025,01/31/2025,5,20');
  const { records } = read(text, { cost: 'Cost' });
  expect(records).toHaveLength(1);
  expect(records[0]?.cost).toBeUndefined();
});

// --- totals ---

test('a total is set aside and agrees with its rows', () => {
  const rows = ['01/01/2025,01/31/2025,5.25', '02/01/2025,02/28/2025,6.5'];
  const result = read(lines(HEAD, ...rows, 'Total,,11.8'));
  // 11.75, printed to one decimal
  expect(codes(result.findings)).toEqual(['IN-TOTAL info 4']);
  expect(result.rows).toEqual({ read: 3, rejected: 1, duplicate: 0 });
  expect(result.records).toHaveLength(2);
});

test('a total that disagrees is named with both sums', () => {
  const rows = ['01/01/2025,01/31/2025,5', '02/01/2025,02/28/2025,6'];
  const { records, findings } = read(lines(HEAD, ...rows, 'Grand Total,,12'));
  expect(records).toHaveLength(2);
  expect(codes(findings)).toEqual(['IN-CHECK-SUM quality 4', 'IN-TOTAL info 4']);
  expect(findings[0]?.message).toContain('a total of 12, and the rows above it add up to 11');
});

test('totals of sections agree with their own rows, the last one with all', () => {
  const text = lines(
    `Site,${HEAD},Cost`,
    'a,01/01/2025,01/31/2025,5,$10',
    'Subtotal,,,5,$10',
    `Site,${HEAD},Cost`,
    'b,02/01/2025,02/28/2025,6,$20',
    'Subtotal,,,6,$20',
    'Total,,,11,$31',
  );
  const { findings } = read(text, { cost: 'Cost' });
  expect(codes(findings)).toEqual(['IN-CHECK-SUM quality 7', 'IN-TOTAL info 3']);
  expect(findings[0]?.at.column).toBe('Cost');
});

// --- one column of dates ---

const STARTS = { start: 'From', end: undefined } as unknown as Partial<BillsInput['map']>;
const ENDS = { start: undefined, end: 'To' } as unknown as Partial<BillsInput['map']>;

function days({ records }: ReturnType<typeof read>): string[] {
  return records.map((b) => `${b.firstDay} ${b.lastDay} ${decimalText(b.energyKwh)}`);
}

test('of starts alone each bill ends where the next begins, and the last row only says where', () => {
  const result = read(
    lines('From,Usage', '01/01/2025,5', '02/03/2025,6', '03/01/2025,nan'),
    STARTS,
  );
  expect(days(result)).toEqual(['2025-01-01 2025-02-02 5', '2025-02-03 2025-02-28 6']);
  expect(codes(result.findings)).toEqual(['IN-OPEN-PERIOD info 4']);
});

test('a value in the last row of starts is not counted, since its period has no end', () => {
  const result = read(lines('From,Usage', '02/03/2025,6', '01/01/2025,5'), STARTS);
  expect(days(result)).toEqual(['2025-01-01 2025-02-02 5']);
  expect(codes(result.findings)).toEqual(['IN-OPEN-PERIOD completeness 2']);
});

test.each([
  ['exclusive', ['2025-01-10 2025-02-09 6', '2025-02-10 2025-03-09 7']],
  ['inclusive', ['2025-01-11 2025-02-10 6', '2025-02-11 2025-03-10 7']],
] as const)('of ends alone, %s, the end before is the start', (rule, expected) => {
  const text = lines('To,Usage', '01/10/2025,5', '02/10/2025,6', '03/10/2025,7');
  const result = read(text, { ...ENDS, end_date: rule });
  expect(days(result)).toEqual(expected);
  expect(codes(result.findings)).toEqual(['IN-OPEN-PERIOD completeness 2']);
});

test('of ends alone the rule of the last day must be declared', () => {
  const input = { ...BILLS, map: { ...UNDECLARED, ...ENDS } };
  const { records, findings } = extract(
    given(lines('To,Usage', '01/10/2025,5', '02/10/2025,6')),
    input,
    CONTEXT,
  );
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-END-DATE-UNKNOWN critical -', 'IN-NO-READINGS critical -']);
});

test('a date that cannot be read leaves both bills beside it without limit', () => {
  const rows = ['01/01/2025,1', '02/01/2025,2', 'KABOOM,3', '04/01/2025,4', '05/01/2025,5'];
  const result = read(lines('From,Usage', ...rows), STARTS);
  expect(days(result)).toEqual(['2025-01-01 2025-01-31 1', '2025-04-01 2025-04-30 4']);
  expect(codes(result.findings)).toEqual([
    'IN-DATE critical 3',
    'IN-DATE critical 4',
    'IN-OPEN-PERIOD completeness 6',
  ]);
});

test('rows of starts for two meters end within their own', () => {
  const text = lines('M,From,Usage', 'main,01/01/2025,1', 'other,01/05/2025,2', 'main,02/01/2025,');
  const result = read(text, { ...STARTS, meter: 'M' });
  expect(days(result)).toEqual(['2025-01-01 2025-01-31 1']);
  expect(codes(result.findings)).toEqual([
    'IN-OPEN-PERIOD completeness 3',
    'IN-OPEN-PERIOD info 4',
  ]);
});

// --- stamps with an offset ---

const STAMPED = { date_format: 'yyyy-MM-ddTHH:mm:ssZZ' };

test.each([
  // Chicago is six hours behind until 9 March 2025, then five
  ['2025-01-01T06:00:00+00:00', '2025-02-01T00:00:00-06:00', '2025-01-01 2025-01-31 5'],
  ['2025-03-20T06:00:00+00:00', '2025-04-20T05:00:00+00:00', '2025-03-20 2025-04-19 5'],
])('instants from %s to %s are %s', (from, to, expected) => {
  const result = read(lines(HEAD, `${from},${to},5`), { ...STAMPED, end_date: 'exclusive' });
  expect(days(result)).toEqual([expected]);
});

test('an instant in the middle of a day is no day', () => {
  const row = '2025-01-01T00:00:00Z,2025-02-01T06:00:00Z,5';
  const { records, findings } = read(lines(HEAD, row), { ...STAMPED, end_date: 'exclusive' });
  expect(records).toEqual([]);
  expect(codes(findings)).toContain('IN-DATE critical 2');
  expect(findings[0]?.message).toContain('not within an hour of midnight in America/Chicago');
});

test('identical rows are one bill', () => {
  const row = '01/01/2025,01/31/2025,5';
  const { records, findings, rows } = read(lines(HEAD, row, row, row));
  expect(records).toMatchObject([{ duplicates: 2 }]);
  expect(codes(findings)).toEqual(['IN-DUPLICATE info 3']);
  expect(rows).toEqual({ read: 3, rejected: 0, duplicate: 2 });
});

// --- several files ---

const MAP = { meter: 'M', invoice: 'No', replaces: 'Old' };
const FULL = 'M,From,To,Usage,No,Old';

function joined(...texts: readonly string[]) {
  const input = { ...BILLS, map: { ...BILLS.map, ...MAP } };
  return joinBills(
    texts.map((text, i) => extract(given(text, `f${String(i)}.csv`), input, CONTEXT)),
  );
}

function seen({ records }: ReturnType<typeof joined>): string[] {
  return records.map((b) => `${b.meter} ${b.firstDay} ${b.lastDay} ${decimalText(b.energyKwh)}`);
}

test('a correction replaces its invoice, in another file as well', () => {
  const result = joined(
    lines(FULL, 'main,01/01/2025,01/31/2025,10,A1,', 'main,02/01/2025,02/28/2025,20,A2,'),
    lines(FULL, 'main,01/01/2025,01/31/2025,11,A1-R,A1'),
  );
  expect(seen(result)).toEqual(['main 2025-01-01 2025-01-31 11', 'main 2025-02-01 2025-02-28 20']);
  expect(codes(result.findings)).toEqual(['IN-SUPERSEDED info 2']);
  expect(result.findings[0]?.message).toContain('line 2 of f0.csv');
  expect(result.findings[0]?.message).toContain('line 2 of f1.csv');
});

test('an invoice number of another meter is another invoice', () => {
  const result = joined(
    lines(FULL, 'main,01/01/2025,01/31/2025,10,A1,', 'other,01/01/2025,01/31/2025,11,A1-R,A1'),
  );
  expect(seen(result)).toHaveLength(2);
});

test('bills of one period that differ are a conflict: neither counts', () => {
  const result = joined(
    lines(FULL, 'main,01/01/2025,01/31/2025,10,A1,'),
    lines(FULL, 'main,01/01/2025,01/31/2025,11,A9,'),
  );
  expect(seen(result)).toEqual([]);
  expect(codes(result.findings)).toEqual(['IN-CONFLICT critical 2']);
  expect(result.findings[0]?.message).toContain('line 2 of f0.csv and line 2 of f1.csv');
  expect(result.rows).toEqual({ read: 2, rejected: 2, duplicate: 0 });
});

test('a bill that two files hold counts once', () => {
  const text = lines(FULL, 'main,01/01/2025,01/31/2025,10,A1,');
  const result = joined(text, text);
  expect(seen(result)).toEqual(['main 2025-01-01 2025-01-31 10']);
  expect(codes(result.findings)).toEqual(['IN-DUPLICATE info 2']);
  expect(result.records[0]?.duplicates).toBe(1);
});

test('overlaps name both lines, gaps the days between', () => {
  const result = joined(
    lines(FULL, 'main,01/01/2025,01/31/2025,10,A1,', 'main,01/31/2025,02/27/2025,20,A2,'),
    lines(FULL, 'main,03/02/2025,03/31/2025,30,A3,', 'other,01/01/2025,12/31/2025,5,B1,'),
  );
  expect(codes(result.findings)).toEqual(['IN-GAP completeness 2', 'IN-OVERLAP critical 3']);
  const messages = result.findings.map(({ message }) => message);
  expect(messages).toContain(
    'Two bills of main cover 2025-01-31 to 2025-01-31: line 2 of f0.csv and line 3 of f0.csv. Correct or remove one.',
  );
  expect(messages).toContain(
    'main has no bill for 2 days after 2025-02-27: line 3 of f0.csv ends there and line 2 of f1.csv begins on 2025-03-02. Add the bill between.',
  );
});

test('bills that join over a change of time neither overlap nor leave a gap', () => {
  const result = joined(
    lines(
      FULL,
      'main,02/01/2025,03/08/2025,1,A1,',
      'main,03/09/2025,11/01/2025,1,A2,',
      'main,11/02/2025,11/30/2025,1,A3,',
    ),
  );
  expect(result.findings).toEqual([]);
});

test('a credit that takes back a bill in full leaves the bill that comes instead', () => {
  const result = joined(
    lines(FULL, 'main,01/01/2025,01/31/2025,10,A1,', 'main,01/01/2025,01/31/2025,-10,C1,A1'),
    lines(FULL, 'main,01/01/2025,01/31/2025,9,A2,A1'),
  );
  expect(seen(result)).toEqual(['main 2025-01-01 2025-01-31 9']);
  expect(codes(result.findings)).toEqual(['IN-NEGATIVE quality 3', 'IN-SUPERSEDED info 3']);
  expect(result.findings[1]?.message).toContain('takes back the bill "A1" (line 2 of f0.csv)');
});

test('a credit on a part of a bill is counted beside it', () => {
  const result = joined(
    lines(FULL, 'main,01/01/2025,01/31/2025,10,A1,', 'main,01/01/2025,01/31/2025,-2,C1,A1'),
  );
  expect(seen(result)).toEqual(['main 2025-01-01 2025-01-31 10', 'main 2025-01-01 2025-01-31 -2']);
  expect(codes(result.findings)).toEqual(['IN-CREDIT quality 3', 'IN-NEGATIVE quality 3']);
});

test('a credit on a bill that was replaced later is not counted', () => {
  const result = joined(
    lines(
      FULL,
      'main,01/01/2025,01/31/2025,10,A1,',
      'main,01/01/2025,01/31/2025,-2,C1,A1',
      'main,01/01/2025,01/31/2025,9,A2,A1',
    ),
  );
  expect(seen(result)).toEqual(['main 2025-01-01 2025-01-31 9']);
});

test('a negative bill of its own days stands alone', () => {
  const result = joined(
    lines(FULL, 'main,01/01/2025,01/31/2025,10,A1,', 'main,02/01/2025,02/28/2025,-2,A2,'),
  );
  expect(seen(result)).toEqual(['main 2025-01-01 2025-01-31 10', 'main 2025-02-01 2025-02-28 -2']);
  expect(codes(result.findings)).toEqual(['IN-NEGATIVE quality 3']);
});

const bill = fc.record({
  meter: fc.constantFrom('main', 'other'),
  month: fc.integer({ min: 1, max: 6 }),
  kwh: fc.integer({ min: -3, max: 3 }),
  no: fc.integer({ min: 1, max: 4 }),
  old: fc.option(fc.integer({ min: 1, max: 4 })),
});

test('any order of rows, over one file or two, gives the same bills', () => {
  fc.assert(
    fc.property(fc.array(bill, { maxLength: 12 }), fc.nat(), (bills, at) => {
      const rows = bills.map(({ meter, month, kwh, no, old }) => {
        const from = `0${String(month)}/01/2025`;
        return `${meter},${from},0${String(month)}/28/2025,${String(kwh)},I${String(no)},${old === null ? '' : `I${String(old)}`}`;
      });
      const cut = rows.length === 0 ? 0 : at % rows.length;
      const whole = joined(lines(FULL, ...rows));
      const parts = joined(
        lines(FULL, ...rows.slice(cut).reverse()),
        lines(FULL, ...rows.slice(0, cut)),
      );
      expect(seen(parts)).toEqual(seen(whole));
    }),
    { numRuns: 100 },
  );
});

test('a table of bills is told from interval data by its header', () => {
  const bills = identify(given('Utility\nAccount,From,To,Usage (kWh),Cost\n'));
  expect(bills.confidence).toBe(1);
  expect(bills.why).toContain('Line 2');
  expect(identify(given('ts,rate\n1,2\n')).confidence).toBe(0);
  expect(identify(given(Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'bills.csv')).confidence).toBe(0);
});

test('a bill whose dates are one day is not its own successor', () => {
  const { end_date: _, ...map } = { ...BILLS.map, end_date: undefined };
  const text = lines('From,To,Usage', '2025-01-02,2025-01-06,5', '2025-01-07,2025-01-07,1');
  const input = {
    ...BILLS,
    map: {
      ...map,
      start: 'From',
      end: 'To',
      date_format: 'yyyy-MM-dd',
      energy: { column: 'Usage', unit: 'kWh' },
    },
  };
  const { records, findings } = extract(given(text), input, CONTEXT);
  expect(records.map(({ firstDay, lastDay }) => `${firstDay} ${lastDay}`)).toEqual([
    '2025-01-02 2025-01-06',
    '2025-01-07 2025-01-07',
  ]);
  expect(codes(findings)).toContain('IN-END-DATE info -');
});
