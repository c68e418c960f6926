import type { ProfileInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { IngestContext } from '../input-file.ts';
import { listed, quoted } from '../wording.ts';
import type { UsagePoint } from './feed.ts';
import { shortLink } from './links.ts';
import type { FeedSeries } from './feed-series.ts';

/** The meter of each usage point that has one; what is not settled is said. */
export interface PointMeters {
  readonly meterOf: (series: FeedSeries) => string | undefined;
  readonly findings: readonly Finding[];
}

/** What the workspace may call a usage point: its link, whole or short, the last part of it, its id or its title. */
function namesOf({ self, id, title }: UsagePoint): readonly string[] {
  const short = self === undefined ? undefined : shortLink(self);
  const names = [self, short, short?.split('/').at(-1), id, title];
  return names.filter((name) => name !== undefined);
}

/**
 * Finds the meters of electricity series: by `usage_points`, or `meter` where the file has one usage point, or by the
 * number of a meter. A name that fits several usage points settles nothing.
 */
export function pointMeters(
  series: readonly FeedSeries[],
  input: ProfileInput,
  context: IngestContext,
  file: string,
): PointMeters {
  const electric = series.filter(({ commodity }) => commodity === 'electricity');
  const points = [...new Set(electric.map(({ point }) => point))];
  const others = series.flatMap(({ point }) => point ?? []);
  const { found, refused } = assigned(points, others, input, context, file);
  const findings = refused.map((message) => finding('IN-METER', 'critical', message, { file }));
  const left = points.filter((point) => !found.has(point)).map((point) => noMeter(point, file));
  return {
    meterOf: ({ point }) => found.get(point),
    findings: findings.length > 0 ? findings : left,
  };
}

interface Assigned {
  readonly found: ReadonlyMap<UsagePoint | undefined, string>;
  readonly refused: readonly string[];
}

function assigned(
  points: readonly (UsagePoint | undefined)[],
  others: readonly UsagePoint[],
  { meter, usage_points }: ProfileInput,
  { meters }: IngestContext,
  file: string,
): Assigned {
  const known = points.filter((point) => point !== undefined);
  if (usage_points !== undefined) {
    return byName(known, Object.entries(usage_points), file, (name) =>
      others.some((point) => namesOf(point).includes(name))
        ? []
        : [
            `No usage point of ${file} is named ${quoted(name)}, as usage_points says; it holds ${linksOf(known)}.`,
          ],
    );
  }
  if (meter === undefined) {
    const numbers = meters.flatMap(({ id, number }) =>
      number === undefined ? [] : [[number, id] as const],
    );
    return byName(known, numbers, file, () => []);
  }
  if (points.length < 2) return { found: new Map(points.map((p) => [p, meter])), refused: [] };
  const message = `${file} holds ${String(points.length)} usage points of electricity, and meter: ${meter} cannot be all of them. Name each under usage_points: ${linksOf(known)}.`;
  return { found: new Map(), refused: [message] };
}

function byName(
  known: readonly UsagePoint[],
  names: readonly (readonly [name: string, meter: string])[],
  file: string,
  missing: (name: string) => readonly string[],
): Assigned {
  const found = new Map<UsagePoint, string>();
  const refused = names.flatMap(([name, meter]) => {
    const fitting = known.filter((point) => namesOf(point).includes(name));
    const [first, ...more] = fitting;
    if (!first) return missing(name);
    if (more.length === 0) {
      found.set(first, meter);
      return [];
    }
    return [
      `${quoted(name)} names ${String(fitting.length)} usage points of ${file}. Name them by their links: ${linksOf(fitting)}.`,
    ];
  });
  return { found, refused };
}

function linksOf(points: readonly UsagePoint[]): string {
  return listed(points.map(({ self, title, line }) => self ?? title ?? `line ${String(line)}`));
}

function noMeter(point: UsagePoint | undefined, file: string): Finding {
  const name = point ? linksOf([point]) : 'without usage point';
  const message = `The electricity of ${name} in ${file} belongs to no meter of the workspace and is not counted. Add meter, usage_points, or the number of a meter.`;
  return finding('IN-METER', 'critical', message, point ? { file, line: point.line } : { file });
}
