import { extract as readHeat } from '../../src/ingest/bought-heat-csv/extract.ts';
import { joinBoughtHeat } from '../../src/ingest/bought-heat-csv/join.ts';
import { extract as readSold } from '../../src/ingest/resold-power-csv/extract.ts';
import { joinResoldPower } from '../../src/ingest/resold-power-csv/join.ts';
import type { BoughtHeatInput, ResoldPowerInput } from '../../src/model/documents/workspace.ts';
import { codes, CONTEXT, given, lines } from './given.ts';

const DAYS = {
  start: 'From',
  end: 'To',
  end_date: 'inclusive',
  date_format: 'yyyy-MM-dd',
} as const;

const HEAT: BoughtHeatInput = {
  kind: 'bought-heat',
  files: '*.csv',
  site: 'boden',
  row: 'district-heat-and-steam',
  map: {
    ...DAYS,
    energy: { column: 'Energy', unit: 'mmBtu' },
    heat: { column: 'Kind', names: { Heat: 'heat', Chill: 'cooling' } },
  },
};

const SOLD: ResoldPowerInput = {
  kind: 'resold-power',
  files: '*.csv',
  site: 'pecos',
  metered: false,
  map: { ...DAYS, energy: { column: 'Sold', unit: 'MWh' }, to: 'grid' },
};

describe('bought heat', () => {
  const read = (text: string, input = HEAT) => readHeat(given(text), input, CONTEXT);
  const rows = lines(
    'From,To,Energy,Kind',
    '2025-01-01,2025-01-31,100,heat',
    '2025-01-01,2025-01-31,1.5,Chill',
  );

  test('energy in GJ, exact, by kind and days of the site', () => {
    const { records, findings } = read(rows);
    // 1 mmBtu is 1.05505585262 GJ
    expect(records.map(({ kind, energyGj, row }) => [kind, energyGj.toString(), row])).toEqual([
      ['heat', '105.505585262', 'district-heat-and-steam'],
      ['cooling', '1.58258377893', 'district-heat-and-steam'],
    ]);
    // midnight in Stockholm
    expect(records[0]?.start).toBe(Date.parse('2024-12-31T23:00:00Z') / 1000);
    expect(findings).toEqual([]);
  });

  test('the rate of the supplier stands with each row, and one word may name the kind', () => {
    const rate = { co2e_kg_per_mwh: '55.5', year: 2025, source: 'statement' };
    const { records } = read(rows, { ...HEAT, rate, map: { ...HEAT.map, heat: 'steam' } });
    expect(records.map(({ kind }) => kind)).toEqual(['steam', 'steam']);
    expect(records[0]?.rate?.co2eKgPerMwh.toString()).toBe('55.5');
  });

  test.each([
    ['a negative energy', '2025-01-01,2025-01-31,-1,Heat', 'IN-NUMBER'],
    ['an unknown kind', '2025-01-01,2025-01-31,1,Warmth', 'IN-NAME'],
    ['days in no order', '2025-01-31,2025-01-01,1,Heat', 'IN-PERIOD'],
  ])('%s gives no record', (_, row, code) => {
    const { records, findings } = read(lines('From,To,Energy,Kind', row));
    expect(records).toEqual([]);
    expect(codes(findings)[0]).toContain(code);
  });

  test('a unit that is no energy refuses the file', () => {
    const map = { ...HEAT.map, energy: { column: 'Energy', unit: 't' } };
    expect(codes(read(rows, { ...HEAT, map }).findings)[0]).toMatch(/^IN-UNIT critical/);
  });

  test('what two files say alike counts once, and what differs is named', () => {
    const [one, two] = [read(rows), readHeat(given(rows, 'copy.csv'), HEAT, CONTEXT)];
    expect(joinBoughtHeat([one, two]).records).toHaveLength(2);
    const other = read(rows.replace(',100,', ',101,'));
    expect(codes(joinBoughtHeat([one, other]).findings)).toContain('IN-CONFLICT critical 2');
  });
});

describe('resold power', () => {
  const read = (text: string, input = SOLD) => readSold(given(text), input, CONTEXT);
  const rows = lines('From,To,Sold', '2025-07-01,2025-07-31,11717.25');

  test('energy, buyer and whether the connection holds it', () => {
    const [record] = read(rows, { ...SOLD, meter: 'main' }).records;
    expect([record?.to, record?.isMetered, record?.meter, record?.energyKwh.toString()]).toEqual([
      'grid',
      false,
      'main',
      '11717250',
    ]);
  });

  test('the buyer may stand in a column', () => {
    const to = { column: 'Buyer', names: { Tenant: 'end-user', Grid: 'grid' } } as const;
    const { records, findings } = read(
      lines('From,To,Sold,Buyer', '2025-07-01,2025-07-31,1,tenant', '2025-08-01,2025-08-31,1,Bob'),
      { ...SOLD, map: { ...SOLD.map, to } },
    );
    expect(records.map((record) => record.to)).toEqual(['end-user']);
    expect(codes(findings)).toEqual(['IN-NAME critical 3']);
  });

  test('sales to different buyers may share days, those to one may not differ', () => {
    const other = { ...SOLD, map: { ...SOLD.map, to: 'end-user' } } as const;
    expect(joinResoldPower([read(rows), read(rows, other)]).records).toHaveLength(2);
    const more = read(rows.replace('11717.25', '1'));
    expect(codes(joinResoldPower([read(rows), more]).findings)).toEqual(['IN-CONFLICT critical 2']);
  });
});
