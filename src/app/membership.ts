import { isMissing } from '../kernel/figure.ts';
import { heldStretches, type HeldStretch } from '../kernel/held-stretches.ts';
import { numberText } from '../kernel/wording.ts';
import type { Site } from '../model/documents/workspace.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Calendar } from '../model/time.ts';
import type { OpenWorkspace } from '../store/workspace.ts';
import type { Rational } from '../units/rational.ts';
import { calendarOf, type Days, daysInBoundary } from './calendar.ts';
import { located } from './locate.ts';

/** A site in the boundary: how much of it the entity reports, and when. */
export interface Membership {
  readonly site: Site;
  readonly percent: Rational;
  /** Place of its party in the boundary. */
  readonly place: number;
  readonly calendar: Calendar;
  readonly findings: readonly Finding[];
}

/** Only what is to be said of a site that is not in the boundary. */
export interface Outside {
  readonly findings: readonly Finding[];
}

function withoutControl({ workspace: { boundary }, placeOf }: OpenWorkspace, { id }: Site) {
  const place = boundary.parties.findIndex(({ sites }) => sites.includes(id));
  const message = `Site ${id} is held without control, so it is not in the boundary of ${boundary.approach}; none of its figures is reported.`;
  const at = placeOf(`/boundary/parties/${String(place)}`);
  return finding('WS-NOT-COUNTED', 'info', message, at);
}

/** A site whose part changes within the period: no one share is true of all of its figures. */
function changing(site: string, stretches: readonly HeldStretch[]): Finding {
  const parts = stretches.map(
    ({ from, to, percent }) => `${numberText(percent, 4)} percent from ${from} to ${to}`,
  );
  const message = `Site ${site} is held at ${parts.join(' and at ')}, and one share cannot be taken of the whole period; list it as one site for each of these stretches, or report them apart.`;
  return finding('ACC-BOUNDARY', 'critical', message, { entry: 'boundary.parties' });
}

/** The membership of a site, cut to the days on which it is held; only findings where it is not in the boundary. */
export function membershipOf(
  open: OpenWorkspace,
  site: Site,
  days: Days,
): (Membership | Outside)[] {
  const { boundary } = open.workspace;
  const isHeld = boundary.parties.some(
    (party) => party.sites.includes(site.id) && daysInBoundary(days, party),
  );
  if (!isHeld) return [];
  const stretches = heldStretches(boundary, site.id, days);
  if (isMissing(stretches)) return [{ findings: located(open, [stretches.missing]) }];
  const [stretch, ...others] = stretches;
  if (!stretch) return [{ findings: [withoutControl(open, site)] }];
  if (others.length > 0) return [{ findings: located(open, [changing(site.id, stretches)]) }];
  const { from: start, to: end, percent, place } = stretch;
  const calendar = calendarOf({ start, end }, site.zone);
  return [{ site, percent, place, calendar, findings: [] }];
}
