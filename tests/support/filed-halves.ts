import { report } from '../../src/app/report.ts';
import { type Changes, emptyFolder, smallWorkspace } from './small-workspace.ts';

/** The halves of 2023, of which the second has twice the hashrate. */
export const HALVES = ['2023-01-01/2023-06-30', '2023-07-01/2023-12-31'] as const;

const DAY = 86_400_000;
const START = Date.UTC(2023, 0, 1, 6);

/** Hashrate of each day of Texas in 2023: 10 PH/s in the first half, 20 PH/s in the second. */
function hashrate(): string {
  const days = Array.from({ length: 366 }, (_, i) => {
    const at = new Date(START + i * DAY);
    const rate = at < new Date('2023-07-01T05:00:00Z') ? 10 : 20;
    return Array.from({ length: 24 }, (__, hour) => {
      const stamp = new Date(at.getTime() + hour * 3_600_000).toISOString().slice(0, 19);
      return `${stamp}Z,${String(rate)}`;
    });
  });
  return ['time,rate', ...days.flat(), ''].join('\n');
}

const INPUT =
  '  - { kind: hashrate, files: rate.csv, site: home, algorithm: sha256, map: { time: time, label: start, interval_minutes: 60, zone: offset, date_format: "yyyy-MM-dd\'T\'HH:mm:ss", rate: { column: rate, unit: PH/s } } }\n';

/** The small workspace with hashrate, changed further. */
export function hashingWorkspace({ workspace = [], files = {}, ...rest }: Changes = {}): string {
  return smallWorkspace({
    ...rest,
    workspace: [['factors: { location', `${INPUT}factors: { location`], ...workspace],
    files: { 'rate.csv': hashrate(), ...files },
  });
}

/** Files the disclosure of a period of a workspace, and gives the path of its JSON. */
export async function filedOf(folder: string, period: string, out = emptyFolder()) {
  const formats = new Set(['json'] as const);
  const options = { template: 'int-ifrs-s2', out, formats, draft: true, period };
  const result = await report(folder, options, () => undefined);
  const path = result.written.find((file) => /int-ifrs-s2-[^/]*\.json$/.test(file));
  if (path === undefined) throw new Error(JSON.stringify(result.findings, null, 1));
  return path;
}
