import { FACTOR_IMPORTERS } from '../../../src/ingest/factor-tables/importers.ts';
import type { TableRows } from '../../../src/ingest/factor-tables/importer.ts';
import type { InputFile } from '../../../src/ingest/input-file.ts';
import type { FactorRow } from '../../../src/model/documents/factor-set.ts';
import { present } from '../../support/present.ts';

/** What the importer of a publisher makes of a file. */
export function readTable(publisher: string, file: InputFile, year?: number): TableRows {
  const importer = present(FACTOR_IMPORTERS.find((one) => one.publisher === publisher));
  return importer.read(file, {
    edition: 'test',
    document: `${importer.title}, test`,
    ...(year !== undefined && { year }),
  });
}

/** The row of an id. */
export function rowOf({ rows }: TableRows, id: string): FactorRow {
  return present(rows.find((row) => row.id === id));
}

/** `CODE severity` of each finding, sorted. */
export function told({ findings }: TableRows): string[] {
  return findings.map(({ code, severity }) => `${code} ${severity}`).sort();
}
