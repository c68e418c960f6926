import type { Records } from '../ingest/join.ts';
import type { Meter, Workspace } from '../model/documents/workspace.ts';
import { type Finding, finding } from '../model/finding.ts';
import type { Direction } from '../model/records.ts';

/** Meters whose readings are kept and not part of a figure. */
const BESIDE: ReadonlySet<Meter['measures']> = new Set<Meter['measures']>([
  'on-site-generation',
  'contracted-generation',
  'storage',
]);

/** Whether the energy of a meter is part of the accounting. */
export function isCounted({ measures }: Pick<Meter, 'measures'>): boolean {
  return !BESIDE.has(measures);
}

/** Records of one kind that no figure uses. */
interface Kind {
  readonly what: string;
  readonly records: readonly Placed[];
}

interface Placed {
  readonly site: string | undefined;
  readonly file: string;
}

/** One finding for each kind, site and meter whose records are read and part of no figure yet: nothing is left out silently. */
export function uncountedFindings(workspace: Workspace, records: Records): Finding[] {
  return [
    ...kindsOf(records).flatMap(kindFindings),
    ...workspace.meters.flatMap((meter) => meterFindings(meter, records)),
  ];
}

interface SiteRecord {
  readonly site: string;
  readonly evidence: { readonly file: string };
}

/** A record that belongs to no site. */
function anywhere({ evidence: { file } }: Pick<SiteRecord, 'evidence'>): Placed {
  return { site: undefined, file };
}

function kindsOf(records: Records): Kind[] {
  return [
    {
      what: 'The difficulty of the chain',
      // it is used with coins and payouts alone
      records:
        records.payouts.length + records.coins.length > 0 ? [] : records.difficulty.map(anywhere),
    },
    {
      what: 'Hourly data of grids',
      records: records.grid.map(({ file }) => ({ site: undefined, file })),
    },
  ];
}

function kindFindings({ what, records }: Kind): Finding[] {
  const sites = [...new Set(records.map(({ site }) => site))].sort(bySite);
  return sites.flatMap((site) => {
    const own = records.filter((one) => one.site === site);
    const files = [...new Set(own.map(({ file }) => file))].sort();
    const [file] = files;
    if (file === undefined) return [];
    const of = site === undefined ? '' : ` of ${site}`;
    const rows = own.length === 1 ? '1 record' : `${String(own.length)} records`;
    const message = `${what}${of} (${rows} of ${listedFiles(files)}): read, and not part of any figure yet; state it where a template asks for it.`;
    return [finding('WS-NOT-COUNTED', 'completeness', message, { file })];
  });
}

function bySite(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listedFiles(files: readonly string[]): string {
  const [first = '', ...others] = files;
  if (others.length === 0) return first;
  return `${first} and ${others.length === 1 ? '1 other file' : `${String(others.length)} other files`}`;
}

const WAYS: Readonly<Record<Direction, string>> = {
  import: 'import',
  export: 'export',
  generation: 'generation',
  net: 'net readings, in which import and export cannot be told apart,',
};

/** The directions of readings that count, by what a meter measures. */
const COUNTED: Readonly<Record<Meter['measures'], readonly Direction[]>> = {
  'grid-import': ['import', 'export'],
  'it-load': ['import'],
  'on-site-generation': ['import', 'export', 'generation'],
  'contracted-generation': ['import', 'export', 'generation'],
  storage: ['import', 'export', 'generation'],
};

/** Readings of a direction that shows nothing of what the meter measures, and bills of a store. */
function meterFindings(meter: Meter, records: Records): Finding[] {
  const { id, site, measures } = meter;
  const series = records.readings.filter((one) => one.meter === id);
  const hasBills = records.bills.some((bill) => bill.meter === id);
  const at = { entry: `meters.${id}` };
  if (measures === 'contracted-generation') return withoutHours(meter, hasBills, series);
  const directions = [...new Set(series.map(({ direction }) => direction))].sort();
  const ways = directions.filter((one) => !COUNTED[measures].includes(one)).map((one) => WAYS[one]);
  const bills =
    measures === 'storage' && hasBills ? ['bills, which show no charge or discharge,'] : [];
  return [...ways, ...bills].map((way) => {
    const message = `Meter ${id} of ${site} has ${way} beside what ${measures} counts: it is read, and not part of any figure yet.`;
    return finding('WS-NOT-COUNTED', 'completeness', message, at);
  });
}

/** Of a contracted plant, generation counts hour by hour; bills and net readings do not show it. */
function withoutHours(
  { id, site }: Meter,
  hasBills: boolean,
  series: Records['readings'],
): Finding[] {
  const isNet = series.some(({ direction }) => direction === 'net');
  const what = [...(hasBills ? ['bills'] : []), ...(isNet ? ['net readings'] : [])].join(' and ');
  if (what === '') return [];
  const message = `Meter ${id} of ${site} measures contracted-generation and has ${what}, which do not show what its plant made in an hour: not part of any figure.`;
  return [finding('WS-NOT-COUNTED', 'completeness', message, { entry: `meters.${id}` })];
}
