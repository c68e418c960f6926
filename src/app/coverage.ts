/** What stands behind a month: all of it, part of it estimated, part of it only, nothing though asked for, or nothing and none needed. */
export type MonthState = 'measured' | 'estimated' | 'partial' | 'missing' | 'none';

/** One kind of input of one site (and meter), month by month. */
export interface CoverageRow {
  readonly site: string;
  readonly input: 'bills' | 'readings' | 'certificates' | 'hashrate';
  readonly meter: string | null;
  readonly months: readonly {
    readonly month: string;
    readonly state: MonthState;
    readonly covered_percent: string;
  }[];
}
