import type { ExtractedBill } from '../../src/ingest/bills-csv/bill.ts';
import { extract, extractUnmapped, identify } from '../../src/ingest/pdf-bill/extract.ts';
import { patternOf } from '../../src/ingest/pdf-bill/pattern.ts';
import type { BillTemplate, FieldPlace } from '../../src/model/documents/bill-template.ts';
import type { ProfileInput } from '../../src/model/documents/workspace.ts';
import { validated } from '../../src/store/schemas.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { present } from '../support/present.ts';
import { codes, CONTEXT, given } from './given.ts';
import { drawn, opened } from './synthetic-pdf.ts';

/*
 * The bills here are synthetic: drawn by the test for a utility that does not exist. They show that the engine reads
 * what a template says and refuses the rest; of the bills of any utility they prove nothing.
 */

type Line = readonly [text: string, x: number, y: number, page?: number];

/** What stands on the bill, left edge and distance from the top in points; the second page repeats the total. */
const LINES: Readonly<Record<string, Line>> = {
  head: ['Example Power Company', 50, 50],
  account: ['Account number: 100-200', 50, 90],
  meterLabel: ['Meter', 50, 120],
  meter: ['1008900001', 50, 136],
  invoiceLabel: ['Invoice no.', 200, 120],
  invoice: ['INV-7', 200, 136],
  periodLabel: ['Service period', 50, 170],
  from: ['05/01/2025', 160, 170],
  to: ['to 06/01/2025', 240, 170],
  previousLabel: ['Previous reading', 50, 200],
  previous: ['10,000', 200, 200],
  presentLabel: ['Present reading', 50, 216],
  present: ['11,060', 200, 216],
  usageLabel: ['Usage', 300, 200],
  dayUsage: ['800 kWh day', 300, 216],
  nightUsage: ['260 kWh night', 300, 232],
  totalLabel: ['Total usage', 50, 260],
  total: ['1,060 kWh', 200, 260],
  demandLabel: ['Peak demand', 50, 280],
  demand: ['0.1085 MW', 200, 280],
  dueLabel: ['Amount due', 50, 300],
  due: ['$ 131.40', 200, 300],
  summary: ['Energy billed: 1,060 kWh', 50, 60, 2],
};

function bill(changed: Readonly<Record<string, Line | undefined>> = {}): Promise<Uint8Array> {
  const lines = Object.values({ ...LINES, ...changed }).filter((line) => line !== undefined);
  return drawn((paper) => {
    for (const page of [1, 2]) {
      paper.addPage().font('Helvetica').fontSize(10);
      for (const [text, x, y, on = 1] of lines) {
        if (on === page) paper.text(text, x, y, { lineBreak: false });
      }
    }
  });
}

function place(
  anchor: string,
  relation: FieldPlace['relation'],
  pattern: string,
  page = '1',
): FieldPlace {
  return relation === 'same'
    ? { anchor, relation, pattern, page }
    : { anchor, relation, pattern, page, within: '160' };
}

const KWH = '(?<value>\\d{1,3}(?:,\\d{3})*) kWh';

const TEMPLATE: BillTemplate = {
  hashprint: 1,
  id: 'example',
  utility: 'Example Power Company',
  recognise: [{ text: 'Example Power Company', page: '1' }],
  end_date: 'exclusive',
  date_format: 'MM/dd/yyyy',
  thousands: ',',
  fields: {
    account: [place('Account number:', 'same', '(?<value>[\\d-]+)')],
    meter: [place('Meter', 'below', '(?<value>\\d{10})')],
    invoice: [place('Invoice no.', 'below', '(?<value>INV-\\d+)')],
    start: [place('Service period', 'right-of', '(?<value>\\d\\d/\\d\\d/\\d{4})')],
    end: [
      {
        ...place('Service period', 'right-of', 'to (?<value>\\d\\d/\\d\\d/\\d{4})'),
        within: '200',
      },
    ],
    energy: [place('Total usage', 'right-of', KWH), place('Energy billed:', 'same', KWH, 'last')],
    unit: [place('Total usage', 'right-of', '[\\d,]+ (?<value>[kM]Wh)')],
    demand: [place('Peak demand', 'right-of', '(?<value>[\\d.]+) MW')],
    demand_unit: { constant: 'MW' },
    cost: [place('Amount due', 'right-of', '(?<value>\\$ [\\d.,]+)')],
    currency: { constant: 'USD' },
    begin_register: [place('Previous reading', 'right-of', '(?<value>[\\d,]+)')],
    end_register: [place('Present reading', 'right-of', '(?<value>[\\d,]+)')],
  },
  checks: [
    { kind: 'registers' },
    {
      kind: 'sum',
      lines: place('Usage', 'below', '(?<value>\\d+) kWh (?:day|night)'),
      equals: 'energy',
    },
  ],
};

const INPUT: ProfileInput = {
  kind: 'profile',
  profile: 'pdf-bill',
  files: '*.pdf',
  template: 'templates/example.json',
};

async function read(
  changed: Readonly<Record<string, Line | undefined>> = {},
  template: BillTemplate = TEMPLATE,
  input: ProfileInput = INPUT,
) {
  const context = { ...CONTEXT, billTemplates: new Map([['templates/example.json', template]]) };
  return extract(await opened(await bill(changed)), input, context);
}

function seen(records: readonly ExtractedBill[]): string[] {
  return records.map((b) => `${b.meter} ${b.firstDay} ${b.lastDay} ${decimalText(b.energyKwh)}`);
}

test('the template of these tests follows the schema', () => {
  expect(validated('bill-template', TEMPLATE)).toEqual({ document: TEMPLATE });
});

test('a bill is read with every value and its place', async () => {
  const { records, findings, rows } = await read();
  expect(findings).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 0, duplicate: 0 });
  expect(seen(records)).toEqual(['main 2025-05-01 2025-05-31 1060']);
  const [one] = records;
  expect(one).toMatchObject({ invoice: 'INV-7', quality: 'unstated', cost: { currency: 'USD' } });
  expect(decimalText(present(one?.peakDemandKw))).toBe('108.5');
  expect(decimalText(present(one?.cost).amount)).toBe('131.4');
  expect(Object.keys(one?.values ?? {})).toEqual([
    'account',
    'meter',
    'invoice',
    'start',
    'end',
    'energy',
    'unit',
    'demand',
    'demand_unit',
    'cost',
    'currency',
    'begin_register',
    'end_register',
  ]);
});

test('the evidence of the energy is the box on the page', async () => {
  const { records } = await read();
  const { at } = present(records[0]).evidence;
  expect(at.page).toBe(1);
  const [left, bottom, right, top] = present(at.box).map(Number);
  // drawn at 200 from the left; the line begins 260 below the top of 841.89 points and is some 10 high
  expect(left).toBeCloseTo(200, 1);
  expect(right).toBeGreaterThan(240);
  expect(right).toBeLessThan(260);
  expect(top).toBeGreaterThan(present(bottom));
  expect(bottom).toBeGreaterThan(841.89 - 272);
  expect(bottom).toBeLessThan(841.89 - 260);
});

test('letters that stand one by one are read as words', async () => {
  // each begins where Helvetica of 10 points ends the one before: digits are 5.56 wide, a comma 2.78
  const starts = {
    1: 200,
    ',': 205.56,
    0: 208.34,
    6: 213.9,
    '0 ': 219.46,
    k: 227.8,
    W: 232.8,
    h: 242.24,
  };
  const letters = Object.fromEntries(
    Object.entries(starts).map(([letter, x]) => [
      `letter ${letter}`,
      [letter.trim(), x, 260] as Line,
    ]),
  );
  const { records } = await read({ total: undefined, ...letters });
  expect(seen(records)).toEqual(['main 2025-05-01 2025-05-31 1060']);
});

const REFUSED: readonly (readonly [string, Readonly<Record<string, Line | undefined>>, RegExp])[] =
  [
    [
      'another utility',
      { head: ['Other Power Company', 50, 50] },
      /no bill of Example Power Company/,
    ],
    [
      'no anchor',
      { totalLabel: ['Total use', 50, 260] },
      /energy is not found: the text "Total usage" does not stand on page 1/,
    ],
    [
      'no value',
      { total: undefined },
      /energy is not found: right of "Total usage" on page 1 stands nothing/,
    ],
    [
      'a value in another form',
      { total: ['1060.5 kWh', 200, 260] },
      /energy is not found.*"1060\.5 kWh"/,
    ],
    [
      'a value twice',
      { again: ['900 kWh', 130, 260] },
      /energy is found 2 times \("900", "1,060"\)/,
    ],
    [
      'an anchor twice',
      { again: ['Total usage', 50, 400], more: ['7 kWh', 200, 400] },
      /energy is found 2 times/,
    ],
    [
      'two places that differ',
      { summary: ['Energy billed: 1,061 kWh', 50, 60, 2] },
      /the places of energy do not agree: they read "1,060", "1,061"/,
    ],
    [
      'a day that is none',
      { from: ['05\u002f32/2025', 160, 170] },
      /start reads "05\/32\/2025", which is no day/,
    ],
    [
      'a period that ends before it begins',
      { to: ['to 04/01/2025', 240, 170] },
      /the period ends on 04\/01\/2025 before it begins/,
    ],
    [
      'registers that differ',
      { previous: ['9,999', 200, 200] },
      /the register went from 9,999 to 11,060, which gives 1061/,
    ],
    [
      'lines that do not add up',
      { dayUsage: ['801 kWh day', 300, 216] },
      /2 lines add up to 1061, and energy is 1,060/,
    ],
    ['a unit of something else', { total: ['1,060 MWh', 200, 260] }, /energy is not found/],
  ];

test.each(REFUSED)('a bill with %s is refused', async (_, changed, why) => {
  const { records, findings, rows } = await read(changed);
  expect(records).toEqual([]);
  expect(rows).toEqual({ read: 1, rejected: 1, duplicate: 0 });
  expect(findings).toMatchObject([{ code: 'IN-PDF', severity: 'critical' }]);
  expect(present(findings[0]).message).toMatch(why);
});

test('the meter must be one of the workspace', async () => {
  const { records, findings } = await read({ meter: ['1008900009', 50, 136] });
  expect(records).toEqual([]);
  expect(codes(findings)).toEqual(['IN-METER critical -']);
  expect(findings[0]).toMatchObject({ at: { file: 'may.pdf', page: 1 } });
});

test('a currency that the amount contradicts refuses', async () => {
  const { findings } = await read(
    { due: ['EUR 131.40', 200, 300] },
    {
      ...TEMPLATE,
      fields: {
        ...TEMPLATE.fields,
        cost: [place('Amount due', 'right-of', '(?<value>[A-Z$]+ [\\d.]+)')],
      },
    },
  );
  expect(present(findings[0]).message).toContain('the currency is USD, and the cost is in EUR');
});

test('without a template, or with one that could not be read, nothing is read', async () => {
  const { template: _, ...unnamed } = INPUT;
  expect(codes((await read({}, TEMPLATE, unnamed)).findings)).toEqual([
    'IN-BILL-TEMPLATE critical -',
  ]);
  const other = await read({}, TEMPLATE, { ...INPUT, template: 'other.json' });
  expect(codes(other.findings)).toEqual(['IN-BILL-TEMPLATE critical -']);
  expect(codes(extractUnmapped(given('')).findings)).toEqual(['IN-NO-READINGS critical -']);
});

test('a file that is no document is refused', () => {
  const context = { ...CONTEXT, billTemplates: new Map([['templates/example.json', TEMPLATE]]) };
  expect(codes(extract(given('a,b'), INPUT, context).findings)).toEqual(['IN-PDF critical -']);
  expect(identify(given('a,b')).confidence).toBe(0);
});

test('a document is never certain without a template', async () => {
  expect(identify(await opened(await bill())).confidence).toBeLessThan(1);
});

// --- patterns ---

test.each([
  ['(?<value>\\d{1,3}(?:,\\d{3})*(?:\\.\\d+)?) kWh', '1,060.5 kWh', '1,060.5'],
  ['(?:From )?(?<value>\\d{1,2} (?:Jan|Feb|Mar) \\d{4})', 'From 3 Feb 2025', '3 Feb 2025'],
  ['No\\. (?<value>[^ ]+)', 'No. A-1', 'A-1'],
  ['(?<value>[\\d,]+)', '12 kWh', undefined],
])('the pattern %j finds in %j the value %j', (source, text, value) => {
  const pattern = patternOf(source);
  if ('fault' in pattern) throw new Error(pattern.fault);
  expect(pattern.valueIn(text)).toBe(value);
});

test.each([
  ['\\d+', 'does not name one group'],
  ['(?<value>a)(?<value>b)', 'does not name one group'],
  ['(?<value>(a+)+)b', 'repeats what repeats already'],
  ['(?<value>(?:a*)*)b', 'repeats what repeats already'],
  ['(?<value>(?:a|a)*)b', 'repeats what repeats already'],
  ['(?<value>(?:(?:a?)){9,})b', 'repeats what repeats already'],
  ['(?<value>a*a*a*a*a*a*)b', 'too many ways'],
  [`(?<value>${'a?'.repeat(40)})b`, 'too many ways'],
  ['(?<value>(a)\\1)', 'not accepted'],
  ['(?<=a)(?<value>b)', 'not accepted'],
  ['(?<value>a)\\k<value>', 'not accepted'],
  ['(?<value>[a-)', 'not accepted'],
  ['(?<value>a))', 'no regular expression'],
  ['(?<value>a**)', 'no regular expression'],
])('the pattern %j is refused', (source, why) => {
  const pattern = patternOf(source);
  expect('fault' in pattern ? pattern.fault : '').toContain(why);
});

test('a pattern is not tried on a text that is no value', () => {
  const pattern = patternOf('(?<value>a+)');
  if ('fault' in pattern) throw new Error(pattern.fault);
  expect(pattern.valueIn('a'.repeat(300))).toHaveLength(300);
  expect(pattern.valueIn('a'.repeat(301))).toBeUndefined();
});

test('the hardest pattern that is accepted gives up soon', () => {
  const pattern = patternOf('(?<value>a*a*a*)b');
  if ('fault' in pattern) throw new Error(pattern.fault);
  const begun = Date.now();
  expect(pattern.valueIn('a'.repeat(300))).toBeUndefined();
  expect(Date.now() - begun).toBeLessThan(5000);
});

test('a pattern that cannot be used refuses every bill of its template', async () => {
  const fields = { ...TEMPLATE.fields, meter: [place('Meter', 'below', '(?<value>(?:\\d+)+)')] };
  const { findings } = await read({}, { ...TEMPLATE, fields } as BillTemplate);
  expect(codes(findings)).toEqual(['IN-BILL-TEMPLATE critical -']);
  expect(findings[0]?.message).toContain('fields.meter');
});
