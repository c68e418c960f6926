import { extract } from '../../src/ingest/fleet-csv/extract.ts';
import { codes, CONTEXT, FLEET, given, lines } from './given.ts';

function read(row: string) {
  const input = { ...FLEET, map: { ...FLEET.map, efficiency: 'J/TH' } };
  return extract(given(lines('model,count,ths,kw,from,to,J/TH', row)), input, CONTEXT);
}

// power over hashrate by hand: 3250 / 110 = 29.545..., 3250 / 95 = 34.21..., 2976 / 62 = 48
test.each([
  ['S19 Pro,1,110,3.25,2025-01-01,,29.5'],
  ['S19 Pro,1,110,3.25,2025-01-01,,29.55'],
  ['S19 Pro,1,110,3.25,2025-01-01,,30'],
  ['S19,1,95,3.25,2025-01-01,,34.2'],
  ['S19,1,95,3.25,2025-01-01,,'],
  ['S19,1,95,3.25,2025-01-01,,N/A'],
])('%s is rounded or not stated', (row) => {
  const { records, findings } = read(row);
  expect(records).toHaveLength(1);
  expect(findings).toEqual([]);
});

test.each([
  ['M20S,1,62,2.976,2025-01-01,,52', '52', '48.00'],
  ['S19 Pro,1,110,3.25,2025-01-01,,29.4', '29.4', '29.55'],
  ['S19 Pro,1,110,3.25,2025-01-01,,25', '25', '29.55'],
  ['S19 Pro,1,110,3.25,2025-01-01,,good', 'good', '29.55'],
])('%s is told with both numbers, and the machine counts', (row, stated, exact) => {
  const { records, findings } = read(row);
  expect(records).toHaveLength(1);
  expect(codes(findings)).toEqual(['IN-EFFICIENCY quality 2']);
  expect(findings[0]?.message).toBe(
    `Line 2 of data.csv: column "J/TH" states "${stated}" J/TH, and power over hashrate is ${exact}. Power and hashrate count; correct what is wrong.`,
  );
});
