import type { HostingStatement } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { exact, type Rational, sumOf } from '../../units/rational.ts';
import type { SiteFootprint } from '../footprint.ts';
import { isMissing } from '../figure.ts';
import type { SiteInputs } from '../inputs.ts';
import { usedElsewhere } from '../market/serials.ts';
import { numberText, percentText } from '../wording.ts';
import { BOUNDS } from './bounds.ts';
import { noIndependentData } from './no-independent-data.ts';

/** What one party of a hosting states, and what is known of the same machines here. */
interface Stated {
  /** As a message names it: `client acme`. */
  readonly by: string;
  readonly statement: HostingStatement | undefined;
  /** Undefined where a month of it is not known. */
  readonly metered: Rational | undefined;
}

function hostedFor(party: string, { scope3 }: SiteFootprint): Rational | undefined {
  const own = (scope3?.hosted ?? []).filter((one) => one.party === party);
  const known = own.flatMap(({ energy }) => (isMissing(energy) ? [] : [energy.value]));
  return own.length === 0 || known.length < own.length ? undefined : sumOf(known);
}

function bought({ months }: SiteFootprint): Rational | undefined {
  const known = months.flatMap(({ energy }) => (isMissing(energy) ? [] : [energy.value]));
  return known.length < months.length ? undefined : sumOf(known);
}

function statedBy(inputs: SiteInputs, footprint: SiteFootprint): Stated[] {
  const { role, hosting, hosting_party } = inputs.site;
  if (!hosting || role === 'own') return [];
  if (role === 'client') {
    const by = `host ${hosting_party ?? 'host'}`;
    return [{ by, statement: hosting.statement, metered: bought(footprint) }];
  }
  return (hosting.clients ?? []).map(({ id, statement, share }) => ({
    by: `client ${id}`,
    statement,
    // a declared part says nothing of what machines used
    metered: share ? undefined : hostedFor(id, footprint),
  }));
}

function said(id: string, severity: Finding['severity'], text: string): Finding {
  const at = { entry: `sites.${id}.hosting` };
  return finding('ACC-HOSTING-STATEMENT', severity, text, at);
}

function compared(id: string, { by, statement, metered }: Stated): Finding {
  const what = `Energy of ${id} against the statement of ${by}`;
  if (!statement) return noIndependentData(what, 'it states none');
  if (!metered) return noIndependentData(what, 'it is not metered for every month');
  const stated = exact(statement.energy_mwh);
  const apart = stated.sub(metered);
  const isFar = apart.abs().gt(metered.mul(BOUNDS.hostingStatement));
  const part = metered.n === 0n ? '' : `, ${percentText(apart.div(metered), 3)}`;
  const numbers = `${by} of ${id} states ${numberText(stated, 3)} MWh (${statement.source}); ${numberText(metered, 3)} MWh are metered, a difference of ${numberText(apart, 3)} MWh${part}`;
  return isFar
    ? said(id, 'quality', `The ${numbers}, beyond 1%; settle it with the other party.`)
    : said(id, 'info', `The ${numbers}, within 1%.`);
}

function claimedTwice(inputs: SiteInputs, { by, statement }: Stated): Finding[] {
  const { id } = inputs.site;
  const claimed = (statement?.certificates ?? []).map((one) => ({
    registry: one.registry,
    serialStart: one.serial_start,
    serialEnd: one.serial_end,
    by,
  }));
  return inputs.certificates.flatMap((certificate) => {
    const other = usedElsewhere(certificate, claimed);
    if (!other) return [];
    const { registry, serialStart, serialEnd } = certificate;
    const text = `Certificates ${registry} ${serialStart} to ${serialEnd} of ${id} share serials with ${other.serialStart} to ${other.serialEnd}, which the ${by} claims as well (${statement?.source ?? ''}); one of the two must withdraw them.`;
    return [said(id, 'critical', text)];
  });
}

/**
 * What host and client state of the same machines: the other party’s energy against that of the meters here, and
 * certificates that both claim. Estimates and declared parts are no data of their own.
 */
export function hostingStatements(inputs: SiteInputs, footprint: SiteFootprint): Finding[] {
  const all = statedBy(inputs, footprint);
  const isEstimated = inputs.estimates !== undefined;
  return all.flatMap((stated) => [
    compared(inputs.site.id, isEstimated ? { ...stated, metered: undefined } : stated),
    ...claimedTwice(inputs, stated),
  ]);
}
