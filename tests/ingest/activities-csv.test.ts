import type { ActivitiesInput, ActivityLine } from '../../src/model/documents/workspace.ts';
import { extract } from '../../src/ingest/activities-csv/extract.ts';
import { joinActivities } from '../../src/ingest/activities-csv/join.ts';
import { activityLines } from '../../src/ingest/activities-csv/lines.ts';
import { CONTEXT, given, lines } from './given.ts';

const INPUT: ActivitiesInput = {
  kind: 'activities',
  files: '*.csv',
  map: {
    id: 'No',
    start: 'From',
    end: 'To',
    end_date: 'inclusive',
    date_format: 'yyyy-MM-dd',
    category: { column: 'Kind', names: { Freight: '4', Scrap: '5' } },
    what: 'What',
    quantity: { column: 'Amount', unit: 'KG' },
    factor: 'lorry',
  },
};
const HEAD = 'No,From,To,Kind,What,Amount,Each,Route';
const read = (input: ActivitiesInput, ...rows: string[]) =>
  extract(given(lines(HEAD, ...rows)), input, CONTEXT);

test('a line of the entity stands in UTC, its unit in the spelling of the registry', () => {
  const { records, findings } = read(INPUT, 'F-1,2025-01-01,2025-01-31,freight,Racks,12.5,,');
  expect(findings).toEqual([]);
  expect(records[0]).toMatchObject({ id: 'F-1', category: '4', unit: 'kg', factor: 'lorry' });
  expect(records[0]?.site).toBeUndefined();
  expect(records[0]?.start).toBe(Date.UTC(2025, 0, 1) / 1000);
  expect(records[0]?.end).toBe(Date.UTC(2025, 1, 1) / 1000);
});

test('a line of a site stands in the clock of the site', () => {
  const [record] = read(
    { ...INPUT, site: 'pecos' },
    'F-1,2025-01-01,2025-01-31,Freight,Racks,1,,',
  ).records;
  expect(record?.start).toBe(Date.UTC(2025, 0, 1, 6) / 1000);
});

test('another unit is kept as it is written', () => {
  const map = { ...INPUT.map, quantity: { column: 'Amount', unit: 'passenger·km' } };
  const [record] = read({ ...INPUT, map }, 'F-1,2025-01-01,2025-01-31,Freight,Seats,1,,').records;
  expect(record?.unit).toBe('passenger·km');
});

test('mass of one, route and what holds for the file', () => {
  const map = {
    ...INPUT.map,
    mass_each: { column: 'Each', source: 'data sheet' },
    route: { column: 'Route', names: { Dealer: 'recycle' as const } },
    electronic: true,
    amortised_over_years: 4,
  };
  const { records, findings } = read(
    { ...INPUT, map },
    'S-1,2025-01-01,2025-01-31,Scrap,Boards,40,14.2,dealer',
    'S-2,2025-01-01,2025-01-31,Scrap,Boards,40,0,dealer',
    'S-3,2025-01-01,2025-01-31,Scrap,Boards,40,1,ship',
  );
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ route: 'recycle', isElectronic: true, amortisedOverYears: 4 });
  expect(records[0]?.massEach?.kg.toFraction()).toBe('71/5');
  expect(findings.map(({ code }) => code).sort()).toEqual(['IN-NAME', 'IN-NUMBER']);
});

test.each([
  ['a category that is not named', 'F-1,2025-01-01,2025-01-31,Flight,Racks,1,,', 'IN-NAME'],
  ['an amount below zero', 'F-1,2025-01-01,2025-01-31,Freight,Racks,-1,,', 'IN-NUMBER'],
  ['no id', ',2025-01-01,2025-01-31,Freight,Racks,1,,', 'IN-NULL'],
  ['an end before the start', 'F-1,2025-01-31,2025-01-01,Freight,Racks,1,,', 'IN-PERIOD'],
])('%s is set aside', (_, row, code) => {
  const extraction = read(INPUT, row);
  expect(extraction.records).toEqual([]);
  expect(extraction.findings.map((one) => one.code)).toContain(code);
});

test('one line in two files counts once; one id with two amounts counts in neither', () => {
  const one = read(INPUT, 'F-1,2025-01-01,2025-01-31,Freight,Racks,1,,');
  const other = read(INPUT, 'F-1,2025-01-01,2025-01-31,Freight,Racks,2,,');
  expect(joinActivities([one, one]).records).toHaveLength(1);
  expect(joinActivities([one, other]).records).toEqual([]);
  expect(joinActivities([one, other]).findings.map(({ code }) => code)).toContain('IN-CONFLICT');
});

describe('lines of the workspace', () => {
  const LINE: ActivityLine = {
    ...{ id: 'machines', category: '2', what: 'machines', quantity: '400', unit: 'unit' },
    ...{ start: '2025-03-01', end: '2025-03-01', factor: 's21' },
  };
  const evidence = (i: number) => ({
    file: 'workspace.yaml',
    sha256: '0'.repeat(64),
    at: { line: 40 + i },
  });
  const linesOf = (more: Partial<ActivityLine>) =>
    activityLines({ activities: [{ ...LINE, ...more }] }, CONTEXT, evidence);

  test('become activities with the place where they stand', () => {
    const { records } = linesOf({ site: 'pecos', mass_each: { kg: '14.2', source: 'scale' } });
    expect(records[0]).toMatchObject({ id: 'machines', site: 'pecos', evidence: evidence(0) });
    expect(records[0]?.start).toBe(Date.UTC(2025, 2, 1, 6) / 1000);
  });

  test.each([
    [{ start: '2025-02-30' }, 'no days'],
    [{ end: '2025-02-01' }, 'no days'],
    [{ quantity: '-1' }, 'quantity is -1'],
    [{ mass_each: { kg: '0', source: 'scale' } }, 'weighs 0 kg'],
  ])('%j is refused', (more, words) => {
    const { records, findings } = linesOf(more);
    expect(records).toEqual([]);
    expect(findings[0]).toMatchObject({ severity: 'critical', at: { line: 40 } });
    expect(findings[0]?.message).toContain(words);
  });
});
