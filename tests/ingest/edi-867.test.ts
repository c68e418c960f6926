import type { ExtractedBill } from '../../src/ingest/bills-csv/bill.ts';
import { joinBills } from '../../src/ingest/bills-csv/join.ts';
import { extract, extractUnmapped, identify } from '../../src/ingest/edi-867/extract.ts';
import type { IngestContext } from '../../src/ingest/input-file.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { codes, CONTEXT, given } from './given.ts';

const INPUT: ProfileInput = {
  kind: 'profile',
  profile: 'edi-867',
  files: '*.edi',
  end_date: 'exclusive',
};

const ESI = '10032789419418520';
const TEXAS: IngestContext = {
  ...CONTEXT,
  meters: [{ id: 'main', site: 'pecos', measures: 'grid-import', number: ESI }],
};

/** A message of ERCOT of 2016 as a public test of an EDI service prints it: a change of status, without consumption. */
const PUBLIC_MESSAGE =
  'ISA*00*          *00*          *01*183529049      *01*829244552110T  *161028*0732*U*00401*000000015*0*T*>~GS*PT*183529049*8292445521100*20161028*073228*1*X*004010~ST*867*1001~BPT*SU*CPLA737883B119523136*20161028~REF*Q5**10032789419418520~REF*TN*EPSD814T16T1610271103C4~N1*8S*AEP TEXAS CENTRAL*1*007924772~N1*AY*ERCOT*1*183529049**41~N1*SJ*ALLTEX ALLTEX POWER AND LIGHT*9*8292445521100**40~PTD*BJ***MG*134404448~DTM*140*20161027~QTY*QD***NV~MEA****KH**0*51~SE*12*1001~GE*1*1~IEA*1*000000015~';

const ISA =
  'ISA*00*          *00*          *01*183529049      *01*829244552110   *161028*0732*U*00401*000000015*0*P*>';

/** One message of the shape of the guides: header, then the loops. */
function set(number: number, bpt: string, ...loops: readonly string[]): string[] {
  const inner = [`BPT*${bpt}`, `REF*Q5**${ESI}`, ...loops.flatMap((loop) => loop.split('~'))];
  const control = `100${String(number)}`;
  return [`ST*867*${control}`, ...inner, `SE*${String(inner.length + 2)}*${control}`];
}

function interchange(...sets: readonly (readonly string[])[]): string {
  const all = [
    ISA,
    'GS*PT*183529049*829244552110*20161028*073228*1*X*004010',
    ...sets.flat(),
    `GE*${String(sets.length)}*1`,
    'IEA*1*000000015',
  ];
  return all.map((segment) => `${segment}~\n`).join('');
}

function summary(from: string, to: string, quantity: string): string {
  return `PTD*SU~DTM*150*${from}~DTM*151*${to}~${quantity}`;
}

const MAY = summary('20250501', '20250601', 'QTY*QD*1500*KH');
const ORIGINAL = '00*REF1*20250603';

function read(text: string, input: Partial<ProfileInput> = {}) {
  return extract(given(text, 'usage.edi'), { ...INPUT, ...input }, TEXAS);
}

function seen(records: readonly ExtractedBill[]): string[] {
  return records.map(
    (b) => `${b.meter} ${b.firstDay} ${b.lastDay} ${decimalText(b.energyKwh)} ${b.quality}`,
  );
}

function coded(text: string): string[] {
  return codes(read(text).findings).map((code) => code.replace(/ \S+$/, ''));
}

test('the public message carries no consumption, and that is said', () => {
  const file = given(PUBLIC_MESSAGE, 'ercot.edi');
  expect(identify(file).confidence).toBe(1);
  const { records, findings, rows } = extract(file, INPUT, TEXAS);
  expect(records).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
  expect(codes(findings)).toEqual(['IN-NO-DATA completeness 1', 'IN-NO-READINGS critical -']);
  expect(findings[0]).toMatchObject({
    at: { element: 'QTY[1]', line: 1 },
    message: expect.stringContaining('no quantity (QTY02 is empty) and no period') as string,
  });
});

test.each([
  ['segments', 'SE*12*', 'SE*11*'],
  ['messages', 'GE*1*', 'GE*2*'],
  ['groups', 'IEA*1*', 'IEA*3*'],
  ['control numbers of a message', 'SE*12*1001', 'SE*12*1002'],
  ['control numbers of the interchange', 'IEA*1*000000015', 'IEA*1*000000016'],
])('a wrong count of %s refuses', (_, right, wrong) => {
  const text = PUBLIC_MESSAGE.replace(right, wrong);
  expect(text).not.toBe(PUBLIC_MESSAGE);
  const { findings } = extract(given(text, 'ercot.edi'), INPUT, TEXAS);
  expect(codes(findings)).toEqual(['IN-EDI critical 1', 'IN-NO-READINGS critical -']);
});

test('a cut interchange is refused, wherever it is cut', () => {
  const text = interchange(set(1, ORIGINAL, MAY));
  for (let length = 0; length < text.length - 2; length += 1) {
    const { records, findings } = read(text.slice(0, length));
    expect(records).toEqual([]);
    expect(findings.some(({ severity }) => severity === 'critical')).toBe(true);
  }
  expect(read(text).records).toHaveLength(1);
});

test('a summary is a bill with its place', () => {
  const { records, findings } = read(interchange(set(1, ORIGINAL, MAY)));
  expect(findings).toEqual([]);
  expect(seen(records)).toEqual(['main 2025-05-01 2025-05-31 1500 actual']);
  expect(records[0]).toMatchObject({
    invoice: 'REF1',
    evidence: { file: 'usage.edi', at: { line: 9, element: 'QTY[1]' } },
    values: { period: { text: '20250501 20250601', evidence: { at: { element: 'PTD[1]' } } } },
  });
});

test('other separators, and no line breaks, say the same', () => {
  const text = interchange(set(1, ORIGINAL, MAY))
    .replaceAll('*', '|')
    .replaceAll('~\n', '^');
  expect(identify(given(text)).confidence).toBe(1);
  expect(seen(read(text).records)).toEqual(['main 2025-05-01 2025-05-31 1500 actual']);
  const broken = interchange(set(1, ORIGINAL, MAY)).replaceAll('~\n', '\n');
  expect(seen(read(broken).records)).toEqual(['main 2025-05-01 2025-05-31 1500 actual']);
});

test('a summary is never added to its details', () => {
  const intervals = Array.from(
    { length: 3 },
    (_, i) => `QTY*QD*500*KH~DTM*582*20250501*0${String(i)}00`,
  ).join('~');
  const details = `PTD*PM***MG*M1~DTM*150*20250501~DTM*151*20250601~${intervals}`;
  const billed = MAY.replace('PTD*SU', 'PTD*BB');
  const { records, findings } = read(interchange(set(1, ORIGINAL, billed, MAY, details)));
  expect(seen(records)).toEqual(['main 2025-05-01 2025-05-31 1500 actual']);
  expect(findings).toEqual([]);
});

test('details that do not add up to the summary are named', () => {
  const detail = (kwh: string) =>
    `PTD*PM***MG*M${kwh}~DTM*150*20250501~DTM*151*20250601~QTY*QD*${kwh}*KH`;
  const { records, findings } = read(
    interchange(set(1, ORIGINAL, MAY, detail('700'), detail('799'))),
  );
  expect(seen(records)).toEqual(['main 2025-05-01 2025-05-31 1500 actual']);
  expect(findings.map(({ message }) => message)).toEqual([
    'PTD[2] in line 10 of usage.edi: the summary states 1500 kWh, and its details in 2 PTD*PM add up to 1499. The summary is counted; ask which holds.',
  ]);
});

test('MEA07 is a code: the total of the registers is chosen by it, and never added', () => {
  const registers = [
    'QTY*KA*600*KH~MEA**PRQ*600*KH*100*160*41',
    'QTY*KA*900*KH~MEA**PRQ*900*KH*200*290*42',
    'QTY*KA*1500*KH~MEA**PRQ*1500*KH*300*450*51',
    'QTY*QD*3.2*K1~MEA**PRQ*3.2*K1***51',
  ].join('~');
  const loop = `PTD*PM***MG*M1~DTM*150*20250501~DTM*151*20250601~REF*4P*10~${registers}`;
  const { records, findings } = read(interchange(set(1, ORIGINAL, loop)));
  expect(seen(records)).toEqual(['main 2025-05-01 2025-05-31 1500 estimated']);
  expect(findings).toEqual([]);
});

test('registers whose difference is another quantity are named', () => {
  const loop = summary('20250501', '20250601', 'QTY*QD*1500*KH~MEA**PRQ*1500*KH*100*251*51');
  const { records, findings } = read(interchange(set(1, ORIGINAL, loop)));
  expect(records).toHaveLength(1);
  expect(codes(findings)).toEqual(['IN-CHECK-SUM quality 9']);
  expect(findings[0]?.message).toContain('from 100 to 251, which gives 151');
});

test.each([
  ['no period', 'PTD*SU~QTY*QD*1500*KH', 'IN-NO-DATA critical'],
  ['half a period', 'PTD*SU~DTM*150*20250501~QTY*QD*1500*KH', 'IN-NO-DATA critical'],
  ['a date of another form', summary('2025050', '20250601', 'QTY*QD*1*KH'), 'IN-NO-DATA critical'],
  ['no quantity', summary('20250501', '20250601', 'QTY*QD**KH'), 'IN-NO-DATA completeness'],
  ['power alone', summary('20250501', '20250601', 'QTY*QD*3.2*K1'), 'IN-NO-DATA critical'],
  ['therms', summary('20250501', '20250601', 'QTY*QD*3.2*TD'), 'IN-NO-DATA critical'],
  ['energy received', summary('20250501', '20250601', 'QTY*87*3.2*KH'), 'IN-NO-DATA critical'],
  [
    'registers without a total',
    summary('20250501', '20250601', 'QTY*QD*1*KH~MEA****KH***41~QTY*QD*2*KH~MEA****KH***42'),
    'IN-NO-DATA critical',
  ],
  ['two sums', `${MAY}~${MAY.replace('1500', '1400')}`, 'IN-CHECK-SUM critical'],
  [
    'two meters without a sum',
    `${MAY}~${MAY}`.replaceAll('PTD*SU', 'PTD*PM'),
    'IN-CHECK-SUM critical',
  ],
])('%s gives no bill', (_, loop, expected) => {
  const text = interchange(set(1, ORIGINAL, loop));
  expect(read(text).records).toEqual([]);
  expect(coded(text)).toEqual([expected, 'IN-NO-READINGS critical'].sort());
});

test.each([
  ['a test', interchange(set(1, ORIGINAL, MAY)).replace('*0*P*>', '*0*T*>'), 'IN-EDI critical'],
  ['another purpose', interchange(set(1, 'SU*REF1*20250603', MAY)), 'IN-EDI critical'],
  ['a cancellation of nothing', interchange(set(1, '01*REF1*20250603', MAY)), 'IN-EDI critical'],
  [
    'another service point',
    interchange(set(1, ORIGINAL, MAY)).replace(ESI, '1'),
    'IN-METER critical',
  ],
])('%s is not counted', (_, text, expected) => {
  expect(read(text).records).toEqual([]);
  expect(coded(text)).toContain(expected);
});

test('a cancellation meets what it cancels, in another file as well', () => {
  const cancel = set(2, '01*REF2*20250610******REF1', MAY);
  const again = set(3, '00*REF3*20250611', MAY.replace('1500', '1450'));
  const both = joinBills([
    read(interchange(set(1, ORIGINAL, MAY))),
    read(interchange(cancel, again)),
  ]);
  expect(seen(both.records)).toEqual(['main 2025-05-01 2025-05-31 1450 actual']);
  expect(codes(both.findings)).toEqual(['IN-SUPERSEDED info 9']);
  const alone = joinBills([read(interchange(cancel))]);
  expect(alone.records).toEqual([]);
  expect(alone.findings[0]?.message).toContain('names "REF1", which no file holds');
});

test('a replacement takes the place of the message it names', () => {
  const corrected = set(2, '05*REF2*20250610******REF1', MAY.replace('1500', '1450'));
  const { records, findings } = joinBills([read(interchange(set(1, ORIGINAL, MAY), corrected))]);
  expect(seen(records)).toEqual(['main 2025-05-01 2025-05-31 1450 actual']);
  expect(codes(findings)).toEqual(['IN-SUPERSEDED info 9']);
});

test('a message whose count is wrong does not take the others with it', () => {
  const good = set(1, ORIGINAL, MAY);
  const bad = set(2, '00*REF2*20250703', summary('20250601', '20250701', 'QTY*QD*1*KH'));
  const text = interchange(good, bad).replace(/SE\*(\d+)\*1002/, 'SE*99*1002');
  const { records, findings, rows } = read(text);
  expect(seen(records)).toEqual(['main 2025-05-01 2025-05-31 1500 actual']);
  expect(codes(findings)).toEqual(['IN-EDI critical 11']);
  expect(rows).toEqual({ read: 2, rejected: 1, duplicate: 0 });
});

test('messages of other kinds are left aside', () => {
  const other = ['ST*814*1002', 'BGN*13*X', 'SE*3*1002'];
  const { records, findings } = read(interchange(set(1, ORIGINAL, MAY), other));
  expect(records).toHaveLength(1);
  expect(codes(findings)).toEqual(['IN-NOT-COUNTED info 1']);
  expect(identify(given(interchange(other))).confidence).toBe(0);
});

test('without a workspace consecutive messages show what their last day is', () => {
  const june = set(2, '00*REF2*20250703', summary('20250601', '20250701', 'QTY*QD*1*KH'));
  const { records } = extractUnmapped(given(interchange(set(1, ORIGINAL, MAY), june)), undefined);
  expect(seen(records)).toEqual([
    `${ESI} 2025-05-01 2025-05-31 1500 actual`,
    `${ESI} 2025-06-01 2025-06-30 1 actual`,
  ]);
});
