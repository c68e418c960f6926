import { factorDiff } from '../../src/app/factors/diff.ts';
import { hoursIn } from '../../src/app/factors/hours.ts';
import { factorLine } from '../../src/app/factors/list.ts';
import { printFactorList, printFactorRow, printFactorSet } from '../../src/cli/print-factors.ts';
import { printHourlyServed } from '../../src/cli/print-hourly-served.ts';
import type { FactorRow, FactorSet } from '../../src/model/documents/factor-set.ts';

const ROW: FactorRow = {
  id: 'ERCO-generation',
  answers: { use: 'location', grid: 'eia-930:ERCO', year: 2025 },
  basis: { boundary: 'generation', losses: 'excluded', cycle: 'direct' },
  per: 'MWh',
  states: ['CO2'],
  hourly: { start: '2025-01-01T06:00:00Z', co2_kg: ['400.5', null, '99.5', '1000'] },
  source: { document: 'hours' },
  grade: 'C',
};

const set = (rows: FactorRow[], edition = '2025'): FactorSet => ({
  publisher: 'eia-930',
  edition,
  title: `Hours ${edition}`,
  licence: 'none',
  rows,
});

/** What is printed on a terminal of 80 columns. */
function printed(print: (terminal: Parameters<typeof printFactorSet>[0]) => void): string {
  const lines: string[] = [];
  const out = (text: string) => void lines.push(text);
  print({ out, err: out, width: 80, hasColour: false, isWatched: false });
  return lines.join('\n');
}

test('what a row holds by the hour: span, hours without a value, least, most and mean', () => {
  expect(hoursIn(ROW)).toEqual({
    from: '2025-01-01T06:00:00Z',
    to: '2025-01-01T10:00:00Z',
    hours: 4,
    // (400.5 + 99.5 + 1000) / 3
    lists: [{ field: 'co2_kg', missing: 1, least: '99.5', most: '1000', mean: '500.000000' }],
  });
  const { hourly, ...annual } = ROW;
  expect(hourly).toBeDefined();
  expect(hoursIn(annual)).toBeNull();
  const silent = { start: '2025-01-01T06:00:00Z', co2_kg: [null] };
  expect(hoursIn({ ...ROW, hourly: silent })?.lists).toEqual([
    { field: 'co2_kg', missing: 1, least: null, most: null, mean: null },
  ]);
});

test('the list names rows by the hour', () => {
  const later = { ...ROW, id: 'later', hourly: { start: '2025-06-01T00:00:00Z', co2_kg: ['1'] } };
  const line = factorLine(
    { set: set([ROW, later]), sha256: '', isOfWorkspace: true },
    '2026-01-01',
  );
  expect(line.hourly).toEqual({
    rows: 2,
    from: '2025-01-01T06:00:00Z',
    to: '2025-06-01T01:00:00Z',
  });
  const text = printed((terminal) => {
    printFactorList(terminal, [line]);
  });
  expect(text.replace(/\s+/g, ' ')).toContain(
    '2 rows by the hour, 2025-01-01T06:00:00Z to 2025-06-01T01:00:00Z',
  );
});

test('a set shows how many hours a row holds, and not every one of them', () => {
  const text = printed((terminal) => {
    printFactorSet(terminal, { set: set([ROW]), isOfWorkspace: false });
  });
  expect(text).toContain('4, 1 NA');
  expect(text).toContain('NA: the publisher states that it is not available');
  expect(text).not.toContain('400.5');
});

test('a row shows its hours in short', () => {
  const text = printed((terminal) => {
    printFactorRow(terminal, {
      ...set([]),
      is_of_workspace: false,
      row: ROW,
      hours: hoursIn(ROW),
    });
  });
  expect(text).toMatch(/^hours +4, 2025-01-01T06:00:00Z to 2025-01-01T10:00:00Z$/m);
  expect(text.replace(/\s+/g, ' ')).toContain(
    'hourly.co2_kg 99.5 to 1000, 500.000000 on average of the hours, not available in 1',
  );
});

test('hours of two editions are compared by their number and mean, generation with generation', () => {
  const consumption = {
    ...ROW,
    id: 'c',
    basis: { ...ROW.basis, boundary: 'consumption' as const },
  };
  const next = {
    ...ROW,
    hourly: { start: '2025-01-01T06:00:00Z', co2_kg: ['450', '450', '450', '450'] },
  };
  const { changed, unchanged } = factorDiff(
    [set([ROW, consumption])],
    [set([consumption, next], '2025b')],
  );
  expect(unchanged).toBe(1);
  expect(changed.map(({ question, values }) => [question, values])).toEqual([
    [
      'location eia-930:ERCO per MWh, by the hour, of generation',
      [
        { field: 'hours with co2_kg', from: '3', to: '4', change_percent: '33.33' },
        {
          field: 'mean of hours, co2_kg',
          from: '500.000000',
          to: '450.000000',
          change_percent: '-10.00',
        },
      ],
    ],
  ]);
});

test('check says which sites are served by the hour, and which by the year', () => {
  const common = {
    use: 'location' as const,
    boundary: 'consumption' as const,
    hours_of_period: 8760,
  };
  const by = [{ publisher: 'eia-930', edition: '2025', row: 'ERCO', grade: 'C', hours: 8000 }];
  const text = printed((terminal) => {
    printHourlyServed(terminal, [
      { ...common, site: 'taken', grid: 'eia-930:ERCO', is_used: true, by },
      { ...common, site: 'left', grid: 'eia-930:ERCO', is_used: false, by },
      { ...common, site: 'none', grid: 'eia-930:PJM', is_used: true, by: [] },
    ]);
  }).replace(/\s+/g, ' ');
  expect(text).toContain(
    'taken location-based hourly where a template allows it and the energy is read by the hour; 8000 of 8760 hours: eia-930/2025 ERCO, grade C',
  );
  expect(text).toContain('left location-based annual: factors.hourly does not take the hours');
  expect(text).toContain(
    'none location-based annual: no hourly factor of consumption is at hand for eia-930:PJM',
  );
});
