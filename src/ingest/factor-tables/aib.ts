import type { FactorImporter, TableRequest } from './importer.ts';
import { type RegionRow, regionRows } from './region-table.ts';

/** AIB writes EL and UK as the European Union does; keys are of ISO 3166. */
const AS_ISO: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };
const FULL_DISCLOSURE =
  'No residual mix is published (full disclosure, or not available). This is not zero.';

/** Table 2 of the European Residual Mixes. */
export const AIB: FactorImporter = {
  publisher: 'aib',
  title: 'AIB European Residual Mixes',
  description:
    'Table 2 with a column of countries and one column of g CO2/kWh, as workbook or CSV; where there are several such columns, --year names the one that is meant',
  isProven: false,
  notes: [
    'g CO2 per kWh as published, CO2 only. A country whose market is fully disclosed has no residual mix, which is not zero.',
  ],
  read: (file, request) =>
    regionRows(file, request, {
      region: { names: ['country', 'countries', 'country code', 'domain'] },
      value: { names: valueName(request), label: valueLabel(request) },
      label: 'Table 2',
      yearsIn: (text) => yearsIn(text, request),
      rowsOf: residualRow,
      isNullKept: true,
      isZeroNull: true,
    }),
};

/** A copy may hold the columns of several editions: the year that was asked for must then stand in the header. */
function valueName({ year }: TableRequest): RegExp {
  const unit = 'g ?co2[ _]*(?:/|per)[ _]*kwh';
  return year === undefined
    ? new RegExp(unit)
    : new RegExp(`${String(year)}.*${unit}|^(?!.*20\\d\\d).*${unit}`);
}

function valueLabel({ year }: TableRequest): string {
  return `residual mix${year === undefined ? '' : ` ${String(year)}`}, g CO2/kWh`;
}

function yearsIn(text: string, { year }: TableRequest): number[] {
  const all = [...text.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([found]) => Number(found));
  return year !== undefined && all.includes(year) ? [year] : all;
}

function residualRow(country: string, kg: string | null, year: number): RegionRow[] | undefined {
  if (!/^[A-Z]{2}$/.test(country)) return undefined;
  const id = AS_ISO[country] ?? country;
  return [
    {
      id,
      answers: { use: 'residual', grid: `aib:${id}`, year },
      basis: { boundary: 'generation', losses: 'excluded', cycle: 'direct' },
      co2_kg: kg,
      states: ['CO2'],
      ...(kg === null && { note: FULL_DISCLOSURE }),
    },
  ];
}
