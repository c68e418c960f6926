import type {
  CertificatesInput,
  CertificatesMap,
  CsvLayout,
  Technology,
} from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Rational } from '../../units/rational.ts';
import { type DatePattern, datePattern } from '../clock/date-pattern.ts';
import { unitFactor } from '../columns.ts';
import type { IngestContext } from '../input-file.ts';
import { listed, quoted } from '../wording.ts';

/** A mapping of certificates with everything resolved that does not depend on rows. */
export interface CertificatesLayout {
  readonly site: string;
  readonly contract: string;
  readonly csv: CsvLayout | undefined;
  readonly map: CertificatesMap;
  readonly technology: Technology;
  readonly vintage: DatePattern;
  readonly mwh: Rational;
  readonly retired: ReadonlySet<string>;
}

/** The layout of a mapped input; or every reason why its rows cannot be read. */
export function certificatesLayout(
  { site, contract, csv, map }: CertificatesInput,
  context: IngestContext,
  file: string,
): CertificatesLayout | readonly Finding[] {
  const known = context.contracts?.find(({ id }) => id === contract);
  const mwh = unitFactor(map.quantity, [{ kind: 'energy', to: 'MWh' }], file);
  const vintage = datePattern(map.vintage_format);
  const faults: Finding[] = [];
  if (!known) {
    const ids = (context.contracts ?? []).map(({ id }) => id);
    const message = `The certificates of ${file} name the contract ${quoted(contract)}, which the workspace does not hold (known: ${listed(ids)}). Add it, or correct the id.`;
    faults.push(finding('WS-REFERENCE', 'critical', message, { file }));
  }
  if (!('factor' in mwh)) faults.push(mwh);
  if ('unknown' in vintage) {
    const message = `The vintage_format ${quoted(map.vintage_format)} for ${file} does not name year and month by the letters yyyy yy MM M MMM. Correct it.`;
    faults.push(finding('IN-DATE', 'critical', message, { file }));
  }
  if (!known || !('factor' in mwh) || 'unknown' in vintage) return faults;
  return {
    site,
    contract,
    csv,
    map,
    technology: known.technology,
    vintage,
    mwh: mwh.factor,
    retired: new Set(map.retired.map((text) => text.trim().toLowerCase())),
  };
}

/** Columns that the header must name. */
export function wantedColumns(map: CertificatesMap): readonly string[] {
  const { registry, serial_start, serial_end, quantity, vintage, country, status } = map;
  const optional = [map.technology, map.facility, map.retired_on, map.emission_factor];
  return [
    ...[registry, serial_start, serial_end, quantity.column, vintage, country, status],
    map.beneficiary,
    ...optional.filter((column) => column !== undefined),
  ];
}
