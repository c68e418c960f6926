import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { report } from '../../src/app/report.ts';
import type { Disclosure } from '../../src/model/documents/disclosure.ts';
import { emptyFolder, removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

/** Hourly readings of 1 kWh with offset, from the first local hour of 2023 to the last. */
function hourly(firstUtc: string, hours: number): string {
  const start = Date.parse(firstUtc);
  const rows = Array.from(
    { length: hours },
    (_, i) => `${new Date(start + i * 3_600_000).toISOString().slice(0, 19)}Z,1`,
  );
  return ['start,kwh', ...rows, ''].join('\n');
}

async function energyOf(zone: string, readings: string) {
  const folder = smallWorkspace({
    workspace: [
      ['zone: America/Chicago', `zone: ${zone}`],
      [
        '  - kind: bills\n    files: bills.csv\n    meter: main\n    map: { start: From, end: To, end_date: inclusive, date_format: yyyy-MM-dd, energy: { column: Usage, unit: kWh } }',
        '  - kind: readings\n    files: readings.csv\n    meter: main\n    map: { time: start, label: start, interval_minutes: 60, zone: offset, date_format: "yyyy-MM-dd\'T\'HH:mm:ss", energy: { column: kwh, unit: kWh } }',
      ],
    ],
    files: { 'readings.csv': readings },
  });
  const out = emptyFolder();
  const options = {
    template: 'int-ifrs-s2',
    out,
    formats: new Set(['json'] as const),
    draft: true,
  };
  const { findings } = await report(folder, options, () => undefined);
  const { facts } = JSON.parse(
    readFileSync(join(out, 'int-ifrs-s2-2023.json'), 'utf8'),
  ) as Disclosure;
  const total = facts.find(
    ({ id, dimensions }) => id === 'x.energy' && Object.keys(dimensions).length === 0,
  );
  return { energy: total?.exact, findings };
}

test('no hour is lost at the edges of months in a zone that stands off UTC by half an hour', async () => {
  const { energy } = await energyOf('Asia/Kolkata', hourly('2022-12-31T18:30:00Z', 8760));
  expect(energy).toBe('8.76');
}, 30_000);

test('hourly readings on the hours of UTC are divided, not lost, in such a zone', async () => {
  const { energy } = await energyOf('Asia/Kolkata', hourly('2022-12-31T18:00:00Z', 8762));
  expect(energy).toBe('8.76');
}, 30_000);

test('a clock that moves by half an hour is refused, since its months end within hours', async () => {
  const { findings } = await energyOf('Australia/Lord_Howe', hourly('2022-12-31T13:00:00Z', 8760));
  const refused = findings.find(({ code }) => code === 'WS-ZONE');
  expect(refused).toMatchObject({ severity: 'critical', at: { file: 'workspace.yaml' } });
}, 30_000);
