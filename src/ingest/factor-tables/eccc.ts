import type { FactorImporter } from './importer.ts';
import { type RegionRow, regionRows } from './region-table.ts';

const PROVINCES: Readonly<Record<string, string>> = {
  AB: 'Alberta',
  BC: 'British Columbia',
  MB: 'Manitoba',
  NB: 'New Brunswick',
  NL: 'Newfoundland and Labrador',
  NS: 'Nova Scotia',
  NT: 'Northwest Territories',
  NU: 'Nunavut',
  ON: 'Ontario',
  PE: 'Prince Edward Island',
  QC: 'Quebec',
  SK: 'Saskatchewan',
  YT: 'Yukon',
};

/** Table 5.4: consumption intensity of electricity by province. */
export const ECCC: FactorImporter = {
  publisher: 'eccc',
  title:
    'Environment and Climate Change Canada, emission factors and reference values, electricity',
  description:
    'Table 5.4 with a column of provinces and one of electricity consumption intensity in g CO2e/kWh, as workbook or CSV; columns of generation intensity are left alone',
  isProven: false,
  notes: [
    'Consumption intensities: losses of transmission and distribution are included, so category 3c for this energy is zero.',
    'g CO2e per kWh as published; the publisher states no single gases.',
  ],
  read: (file, request) =>
    regionRows(file, request, {
      region: { names: /^(province|territory|region)/, label: 'province' },
      value: {
        names: /^(?=.*consum)(?!.*generation).*g[ _]?co2/,
        label: 'consumption intensity, g CO2e/kWh',
      },
      label: 'Table 5.4, electricity consumption intensity',
      yearsIn: () => [],
      rowsOf: provinceRow,
    }),
};

function provinceRow(region: string, kg: string | null, year: number): RegionRow[] | undefined {
  const plain = region.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const [id, name] =
    Object.entries(PROVINCES).find(
      ([code, full]) => region === code || full.toLowerCase() === plain,
    ) ?? [];
  if (id === undefined || name === undefined) return undefined;
  return [
    {
      id,
      name,
      answers: { use: 'location', grid: `eccc:${id}`, year },
      basis: { boundary: 'consumption', losses: 'included', cycle: 'direct' },
      co2e_kg: kg,
      states: ['CO2e'],
    },
  ];
}
