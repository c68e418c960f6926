import { extract as extractAbsorbed } from '../../src/ingest/absorbed-csv/extract.ts';
import { joinAbsorbed } from '../../src/ingest/absorbed-csv/join.ts';
import { extract as extractBills } from '../../src/ingest/bills-csv/extract.ts';
import { extract as extractCredits } from '../../src/ingest/credits-csv/extract.ts';
import { joinCredits } from '../../src/ingest/credits-csv/join.ts';
import { extract as extractEvents } from '../../src/ingest/curtailment-csv/extract.ts';
import { extract as extractHeat } from '../../src/ingest/heat-csv/extract.ts';
import type {
  AbsorbedInput,
  BillsInput,
  CreditsInput,
  CurtailmentInput,
} from '../../src/model/documents/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { BILLS, codes, CONTEXT, given, instant, lines } from './given.ts';
import { CURTAILMENT, HEAT } from './small-adapters.ts';

const ABSORBED: AbsorbedInput = {
  kind: 'absorbed',
  files: '*.csv',
  site: 'pecos',
  contract: 'caney',
  map: {
    start: 'Start',
    end: 'End',
    zone: 'America/Chicago',
    date_format: 'yyyy-MM-dd HH:mm',
    energy: { column: 'Energy', unit: 'kWh' },
    plant: 'Plant',
    reason: { column: 'Why', names: { order: 'curtailment-order', price: 'negative-price' } },
    measured: 'metered',
    proof: 'Proof',
  },
};

function absorbed(rows: readonly string[], more: Partial<AbsorbedInput> = {}, path = 'a.csv') {
  const text = lines('Start,End,Energy,Plant,Why,Proof', ...rows);
  return extractAbsorbed(given(text, path), { ...ABSORBED, ...more });
}

const NIGHT = '2025-03-01 01:00,2025-03-01 04:00,42500,Caney Wind,Order,CO-117';

test('absorbed energy has its instants, plant, reason and proof', () => {
  const { records, findings } = absorbed([NIGHT]);
  expect(findings).toEqual([]);
  expect(records[0] && decimalText(records[0].energyMwh)).toBe('42.5');
  expect(records[0]).toMatchObject({
    site: 'pecos',
    contract: 'caney',
    plant: 'Caney Wind',
    reason: 'curtailment-order',
    measured: 'metered',
    proof: 'CO-117',
    start: instant('2025-03-01T07:00:00Z'),
    end: instant('2025-03-01T10:00:00Z'),
    evidence: { file: 'a.csv', at: { line: 2, column: 'Energy' } },
  });
});

test('a row without a plant is of the input’s, else of its contract; with neither it is set aside', () => {
  const bare = NIGHT.replace('Caney Wind', '');
  const plants = (more: Partial<AbsorbedInput>) =>
    absorbed([bare], more).records.map(({ plant }) => plant);
  expect(plants({ plant: 'Solar Two' })).toEqual(['Solar Two']);
  expect(plants({})).toEqual(['caney']);
  const { contract: _, ...without } = ABSORBED;
  const { records, findings } = extractAbsorbed(
    given(lines('Start,End,Energy,Plant,Why,Proof', bare)),
    without,
  );
  expect([records, codes(findings)]).toEqual([[], ['IN-NULL critical 2']]);
});

test.each([
  ['an unknown reason', NIGHT.replace('Order', 'Storm'), 'IN-NAME critical 2'],
  ['a negative energy', NIGHT.replace('42500', '-1'), 'IN-NUMBER critical 2'],
  ['an end before the start', NIGHT.replace('04:00', '00:00'), 'IN-PERIOD critical 2'],
])('%s sets the row aside', (_, row, code) => {
  const { records, findings } = absorbed([row]);
  expect([records, codes(findings)]).toEqual([[], [code]]);
});

test('a unit that is no energy refuses the file', () => {
  const { records, findings } = absorbed([NIGHT], {
    map: { ...ABSORBED.map, energy: { column: 'Energy', unit: 'kW' } },
  });
  expect([records, codes(findings)]).toEqual([[], ['IN-UNIT critical -']]);
});

test('rows of one plant that share time are named, of two plants they are not', () => {
  const other = '2025-03-01 03:00,2025-03-01 05:00,1,Caney Wind,price,RT-2';
  const all = (...rows: string[]) => joinAbsorbed([absorbed(rows)]);
  expect(codes(all(NIGHT, other).findings)).toEqual(['IN-OVERLAP critical 3']);
  expect(all(NIGHT, other.replace('Caney Wind', 'Solar Two')).findings).toEqual([]);
});

const CREDITS: CreditsInput = {
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
};

function credits(rows: readonly string[], map: Partial<CreditsInput['map']> = {}) {
  const head = 'Registry,Project,First,Last,Vintage,Tonnes,Kind,Kept for,Retired,For year,For';
  const input = { ...CREDITS, map: { ...CREDITS.map, ...map } };
  return joinCredits([extractCredits(given(lines(head, ...rows)), input)]);
}

const LINE = 'Puro,P-1,PU-1,PU-100,2024,100.5,Removed,1000 years,2025-12-01,2025,Small Mining';

test('a credit has its serials, kind, permanence and retirement', () => {
  const { records, findings } = credits([LINE, 'Verra,V-9,V-1,V-5,2019,5,avoided,,,,']);
  expect(findings).toEqual([]);
  expect(records.map(({ tonnes }) => decimalText(tonnes))).toEqual(['100.5', '5']);
  expect(records[0]).toMatchObject({
    registry: 'Puro',
    project: 'P-1',
    serialStart: 'PU-1',
    serialEnd: 'PU-100',
    vintage: '2024',
    type: 'removal',
    permanence: '1000 years',
    retiredOn: '2025-12-01',
    forYear: 2025,
    beneficiary: 'Small Mining',
    evidence: { at: { line: 2, column: 'Tonnes' } },
  });
  expect(records[1]?.type).toBe('avoidance');
  expect(records[1]).not.toHaveProperty('retiredOn');
  expect(records[1]).not.toHaveProperty('permanence');
});

test.each([
  ['t', '100.5'],
  ['kg CO2e', '0.1005'],
  ['short ton', '91.17206637'],
])('100.5 %s are %s t CO2e', (unit, tonnes) => {
  const { records } = credits([LINE], { quantity: { column: 'Tonnes', unit } });
  expect(records.map((one) => decimalText(one.tonnes))).toEqual([tonnes]);
});

test.each([
  ['MWh', 'IN-UNIT critical -'],
  ['t CO2', 'IN-UNIT critical -'],
])('credits in %s are refused', (unit, code) => {
  const { records, findings } = credits([LINE], { quantity: { column: 'Tonnes', unit } });
  expect([records, codes(findings)]).toEqual([[], [code]]);
});

test.each([
  ['no serial', LINE.replace('PU-100', ''), 'IN-NULL critical 2'],
  ['a day of another form', LINE.replace('2025-12-01', '01.12.2025'), 'IN-DATE critical 2'],
  ['a year of another form', LINE.replace(',2025,', ',FY25,'), 'IN-DATE critical 2'],
  ['a kind that no name means', LINE.replace('Removed', 'Bought'), 'IN-NAME critical 2'],
])('%s sets the line aside', (_, row, code) => {
  const { records, findings } = credits([row]);
  expect([records, codes(findings)]).toEqual([[], [code]]);
});

describe('money', () => {
  const paid = (row: string, more: Partial<CurtailmentInput> = {}) => {
    const input = {
      ...CURTAILMENT,
      ...more,
      map: { ...CURTAILMENT.map, revenue: 'Paid', currency: 'Currency' },
    };
    const head = 'Start,End,Baseline,Programme,Method,Paid,Currency';
    const { records, findings } = extractEvents(given(lines(head, row)), input);
    const { amount, currency } = records[0]?.revenue ?? {};
    return [amount && decimalText(amount), currency, codes(findings)];
  };
  const EVENT = '07/01/2025 14:00,07/01/2025 16:00,98,ERS,10 of 10';

  test('of an event: by its column, its sign or the input, in this order', () => {
    expect(paid(`${EVENT},1200.50,USD`)).toEqual(['1200.5', 'USD', []]);
    expect(paid(`${EVENT},€ 1200.50,`, { currency: 'USD' })).toEqual(['1200.5', 'EUR', []]);
    expect(paid(`${EVENT},1200.50,`, { currency: 'USD' })).toEqual(['1200.5', 'USD', []]);
    expect(paid(`${EVENT},1200.50,`)).toEqual(['1200.5', undefined, []]);
    expect(paid(`${EVENT},,USD`)).toEqual([undefined, undefined, []]);
    expect(paid(`${EVENT},soon,USD`)).toEqual([undefined, undefined, ['IN-NUMBER critical 2']]);
  });

  test('a rule of the input names the baseline where no row does', () => {
    const rule = { id: 'CBL', source: 'Protocols, section 8' };
    const head = 'Start,End,Baseline,Programme,Method';
    const rows = [EVENT, '07/02/2025 14:00,07/02/2025 16:00,98,ERS,'];
    const { records } = extractEvents(given(lines(head, ...rows)), {
      ...CURTAILMENT,
      baseline_rule: rule,
    });
    expect(records.map(({ method, baselineSource }) => [method, baselineSource])).toEqual([
      ['10 of 10', undefined],
      ['CBL', 'Protocols, section 8'],
    ]);
  });

  const billed = (row: string, more: Partial<BillsInput> = {}) => {
    const map = { ...BILLS.map, cost: 'Cost', credits: 'Credit', currency: 'Currency' };
    const input = { ...BILLS, ...more, map };
    const head = 'From,To,Usage,Cost,Credit,Currency';
    const { records, findings } = extractBills(given(lines(head, row)), input, CONTEXT);
    const [one] = records;
    const money = [one?.cost, one?.credit].map((m) => m && [decimalText(m.amount), m.currency]);
    return [...money, codes(findings)];
  };
  const BILL = '01/01/2025,01/31/2025,1000';

  test('of a bill: cost and credit apart, in the currency of its column, its sign or the input', () => {
    const cost = (currency?: string) => ['60.25', currency];
    const credit = (currency?: string) => ['12.5', currency];
    expect(billed(`${BILL},60.25,12.5,USD`)).toEqual([cost('USD'), credit('USD'), []]);
    const cad = { currency: 'CAD' };
    expect(billed(`${BILL},$60.25,€12.5,`, cad)).toEqual([cost('CAD'), credit('EUR'), []]);
    expect(billed(`${BILL},60.25,12.5,`)).toEqual([cost(), credit(), []]);
    // a currency that cannot be is not replaced by the usual one
    const odd = ['IN-CURRENCY quality 2', 'IN-CURRENCY quality 2'];
    expect(billed(`${BILL},60.25,12.5,Dollar`, cad)).toEqual([cost(), credit(), odd]);
  });
});

test('the power of pumps stands beside the heat that it brings', () => {
  const map = { ...HEAT.map, auxiliary: { column: 'Pumps', unit: 'kWh' } };
  const rows = ['2025-01-01,2025-01-31,120,Works,4500', '2025-02-01,2025-02-28,110,Works,'];
  const text = lines('From,To,Heat,For,Pumps', ...rows);
  const { records, findings } = extractHeat(given(text), { ...HEAT, map }, CONTEXT);
  expect(records.map(({ auxiliaryMwh }) => auxiliaryMwh && decimalText(auxiliaryMwh))).toEqual([
    '4.5',
    undefined,
  ]);
  expect(codes(findings)).toEqual(['IN-NULL completeness 3']);
  const bad = extractHeat(
    given(text),
    { ...HEAT, map: { ...map, auxiliary: { column: 'Pumps', unit: 'kW' } } },
    CONTEXT,
  );
  expect([bad.records, codes(bad.findings)]).toEqual([[], ['IN-UNIT critical -']]);
});
