import type {
  CertificatesInput,
  CertificatesMap,
  CsvLayout,
  Technology,
} from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Rational } from '../../units/rational.ts';
import { dayPattern } from '../bills-csv/layout.ts';
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
  readonly retiredOn: DatePattern;
  readonly mwh: Rational;
  readonly retired: ReadonlySet<string>;
}

/** The layout of a mapped input; or every reason why its rows cannot be read. */
export function certificatesLayout(
  { site, contract, csv, map }: CertificatesInput,
  context: IngestContext,
  file: string,
): CertificatesLayout | readonly Finding[] {
  const technology = technologyOf(contract, context, file);
  const mwh = unitFactor(map.quantity, [{ kind: 'energy', to: 'MWh' }], file);
  const vintage = vintagePattern(map.vintage_format, file);
  const retiredOn = dayPattern(map.retired_on_format ?? 'yyyy-MM-dd', file);
  if (typeof technology === 'string' && 'factor' in mwh && isRead(vintage) && isRead(retiredOn)) {
    const retired = new Set(map.retired.map((text) => text.trim().toLowerCase()));
    return { site, contract, csv, map, technology, vintage, retiredOn, mwh: mwh.factor, retired };
  }
  return [technology, mwh, vintage, retiredOn].filter(isFinding);
}

function isFinding(part: object | string): part is Finding {
  return typeof part === 'object' && 'severity' in part;
}

function isRead(pattern: DatePattern | Finding): pattern is DatePattern {
  return 'parse' in pattern;
}

/** The technology of a contract; or the finding that there is none of that id. */
export function technologyOf(
  contract: string,
  { contracts = [] }: IngestContext,
  file: string,
): Technology | Finding {
  const known = contracts.find(({ id }) => id === contract);
  if (known) return known.technology;
  const message = `The certificates of ${file} name the contract ${quoted(contract)}, which the workspace does not hold (known: ${listed(contracts.map(({ id }) => id))}). Add it, or correct the id.`;
  return finding('WS-REFERENCE', 'critical', message, { file });
}

function vintagePattern(format: string, file: string): DatePattern | Finding {
  const vintage = datePattern(format);
  if (!('unknown' in vintage)) return vintage;
  const message = `The vintage_format ${quoted(format)} for ${file} does not name year and month by the letters yyyy yy MM M MMM. Correct it.`;
  return finding('IN-DATE', 'critical', message, { file });
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
