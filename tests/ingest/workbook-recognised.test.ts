import { inspectReadings } from '../../src/ingest/recognise/inspect.ts';
import { codes } from './given.ts';
import { workbook } from './workbook-given.ts';

const at = (time: string) => new Date(`2025-01-01T${time}:00Z`);

test('a plain interval table in a workbook is read by its header, from the midnight it begins with', async () => {
  const file = await workbook([
    { name: 'Notes', rows: [['Made in January']] },
    {
      name: 'Data',
      rows: [
        ['Start', 'Energy (kWh)'],
        [at('00:00'), 1.5],
        [at('00:15'), 2],
        [at('00:30'), 0.25],
      ],
    },
  ]);
  const seen = inspectReadings(file, { timezone: 'America/Chicago' });
  expect(seen).toMatchObject({ format: 'xlsx', profile: 'interval-csv', findings: [] });
  expect(seen.series).toMatchObject([
    { intervals: 3, start: '2025-01-01T06:00:00Z', end: '2025-01-01T06:45:00Z', total: '3.75' },
  ]);
});

test('without a zone it is refused like a text', async () => {
  const rows = [
    ['Start', 'Energy (kWh)'],
    [at('00:00'), 1.5],
    [at('00:15'), 2],
  ];
  const { findings, series } = inspectReadings(await workbook([{ name: 'Data', rows }]), {});
  expect(series).toEqual([]);
  expect(codes(findings)).toEqual(['IN-ZONE critical -']);
});

test('a workbook without readings says what its sheets hold', async () => {
  const file = await workbook([
    {
      name: 'Data',
      rows: [
        ['Name', 'Colour'],
        ['a', 'red'],
      ],
    },
  ]);
  const { findings } = inspectReadings(file, {});
  expect(codes(findings)).toEqual(['IN-NO-READINGS critical -']);
  expect(findings[0]?.message).toContain('"Name", "Colour"');
});
