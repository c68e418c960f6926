import type { Scope3Inputs } from '../kernel/inputs.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import { calendarOf, type Days } from './calendar.ts';
import { evidenceOfEntry } from './locate.ts';
import type { PreparedSites } from './site-inputs.ts';

/** What the workspace says of its value chain; undefined where it says nothing and has no activity. */
export function scope3Inputs(
  open: OpenWorkspace,
  days: Days,
  { sites, activities }: PreparedSites,
): Scope3Inputs | undefined {
  const { scope3 } = open.workspace;
  const hasLines = activities.length > 0 || sites.some((site) => site.activities?.length);
  if (!scope3 && !hasLines) return undefined;
  return {
    statement: scope3 ?? {},
    evidence: evidenceOfEntry(open, 'scope3'),
    activities,
    calendar: calendarOf(days, 'UTC'),
  };
}
