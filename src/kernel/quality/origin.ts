import type { HourColumn } from '../../model/column.ts';
import type { QualityStatement } from '../../model/documents/workspace.ts';
import type { Evidence } from '../../model/records.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import type { Step } from '../ledger.ts';
import { isEstimate } from './estimate-mark.ts';

/** The kind of a record that a leaf of the ledger stands for. */
export type RecordKind =
  | 'bills'
  | 'readings'
  | 'deliveries'
  | 'certificates'
  | 'fuels'
  | 'bought-heat'
  | 'refrigerants'
  | 'flare'
  | 'capture'
  | 'waste'
  | 'activities'
  | 'storage'
  | 'supplier-mix'
  | 'declared';

/** 1 revenue-grade interval meter, verified; 2 utility invoice; 3 sub-meter or telemetry; 4 rating times time; 5 proxy. */
export type Tier = 1 | 2 | 3 | 4 | 5;

/** The tiers, from the best. */
export const TIERS: readonly Tier[] = [1, 2, 3, 4, 5];

/** From which record a leaf comes. */
export interface Origin {
  readonly kind: RecordKind;
  readonly site?: string;
  readonly meter?: string;
  /** The source flags it as an estimate. */
  readonly isEstimated?: true;
  /** Of a column: how many of its readings the source flags as estimates. */
  readonly counts?: ReadingCounts;
}

/** How many readings a column was made of, and how many of them are estimates. */
export interface ReadingCounts {
  readonly readings: number;
  readonly estimated: number;
  readonly evidence: readonly Evidence[];
}

/** The origins of leaves, by the record that they name or the column that they add up. */
export type Origins = ReadonlyMap<string, Origin>;

/** Tiers of kinds. A column of readings is verified only where that is declared; what is not known to be metered or invoiced is a proxy. */
const TIER_OF: Readonly<Record<RecordKind, Tier>> = {
  bills: 2,
  readings: 3,
  deliveries: 2,
  certificates: 2,
  fuels: 2,
  'bought-heat': 2,
  refrigerants: 3,
  flare: 3,
  capture: 3,
  waste: 3,
  activities: 5,
  storage: 3,
  'supplier-mix': 2,
  declared: 5,
};

function keyOf({ file, sha256, at }: Evidence): string {
  const { line, sheet } = at;
  return [sha256, file, sheet ?? '', String(line ?? '')].join('\0');
}

interface Recorded {
  readonly evidence: Evidence;
}

function billsOf({ bills, site }: SiteInputs): [string, Origin][] {
  return bills.map(({ meter, quality, evidence }) => [
    keyOf(evidence),
    {
      ...{ kind: 'bills' as const, site: site.id, meter },
      ...(quality === 'estimated' && { isEstimated: true as const }),
    },
  ]);
}

function columnsOf(inputs: SiteInputs): [string, Origin][] {
  const { energyColumns, generationColumns, chargeColumns, exportColumns, site } = inputs;
  return [energyColumns, generationColumns, chargeColumns, exportColumns].flatMap((columns) =>
    [...(columns ?? [])].map(([meter, column]): [string, Origin] => [
      column.id,
      { kind: 'readings', site: site.id, meter, counts: countsOf(column) },
    ]),
  );
}

function countsOf({ counts, inputs }: HourColumn): ReadingCounts {
  const evidence = inputs.map(({ file, sha256 }) => ({ file, sha256, at: {} }));
  return { readings: counts.readings, estimated: counts.estimated, evidence };
}

function recordsOf(inputs: SiteInputs): [string, Origin][] {
  const kinds: readonly [RecordKind, readonly Recorded[] | undefined][] = [
    ['deliveries', inputs.deliveries],
    ['certificates', inputs.certificates],
    ['fuels', inputs.fuels],
    ['bought-heat', inputs.boughtHeat],
    ['refrigerants', inputs.refrigerants],
    ['flare', inputs.flare],
    ['capture', inputs.capture],
    ['waste', inputs.waste],
    ['activities', inputs.activities],
    ['storage', inputs.storage],
    ['supplier-mix', inputs.supplierMixes],
  ];
  return kinds.flatMap(([kind, records = []]) =>
    records.map(({ evidence }): [string, Origin] => [
      keyOf(evidence),
      { kind, site: inputs.site.id },
    ]),
  );
}

/** Where every leaf of the accounting comes from. */
export function originsOf({ sites, scope3 }: FootprintInputs): Origins {
  const activities = (scope3?.activities ?? []).map(({ evidence }): [string, Origin] => [
    keyOf(evidence),
    { kind: 'activities' },
  ]);
  return new Map([
    ...activities,
    ...sites.flatMap((site) => [...recordsOf(site), ...columnsOf(site), ...billsOf(site)]),
  ]);
}

/** The origin of a leaf; what no record is known for was declared. */
export function originOf({ evidence, column }: Step, origins: Origins): Origin {
  const [first] = evidence ?? [];
  const known = column ? origins.get(column.id) : first && origins.get(keyOf(first));
  return known ?? { kind: column ? 'readings' : 'declared' };
}

/** True where a statement speaks of an origin. */
export function speaksOf(
  { of, site }: { readonly of: string; readonly site?: string },
  origin: Origin,
): boolean {
  if (site !== undefined && site !== origin.site) return false;
  return of === `meter ${origin.meter ?? ''}` || of === `kind ${origin.kind}`;
}

/** The statement that speaks of an origin most closely: of its meter before its kind, of its site before all sites. */
export function closest<S extends { readonly of: string; readonly site?: string }>(
  statements: readonly S[],
  origin: Origin,
): S | undefined {
  const weight = ({ of, site }: S) =>
    (of.startsWith('meter ') ? 2 : 0) + (site === undefined ? 0 : 1);
  return statements
    .filter((statement) => speaksOf(statement, origin))
    .sort((a, b) => weight(b) - weight(a))[0];
}

function declaredTier(statements: readonly QualityStatement[], origin: Origin): Tier | undefined {
  const tier = closest(statements, origin)?.tier;
  return TIERS.find((one) => one === tier);
}

/** The tier of a leaf, or of an estimate: as declared, else that of its kind. An estimate is a proxy whatever is declared. */
export function tierOf(
  step: Step,
  origins: Origins,
  statements: readonly QualityStatement[],
): Tier {
  if (isEstimate(step)) return 5;
  const origin = originOf(step, origins);
  if (origin.isEstimated) return 5;
  return declaredTier(statements, origin) ?? TIER_OF[origin.kind];
}
