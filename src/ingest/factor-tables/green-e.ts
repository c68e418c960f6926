import type { FactorImporter } from './importer.ts';
import { type RegionRow, regionRows } from './region-table.ts';

/** Residual mix of eGRID subregions. */
export const GREEN_E: FactorImporter = {
  publisher: 'green-e',
  title: 'Green-e Residual Mix Emissions Rates',
  description:
    'a table with a column of eGRID subregion acronyms and one column that names a residual mix in lb CO2/MWh, as workbook or CSV',
  isProven: false,
  notes: [
    'Residual mix by eGRID subregion, adjusted for Green-e certified sales alone; pounds were converted with exactly 0.45359237 kg.',
  ],
  read: (file, request) =>
    regionRows(file, request, {
      region: {
        names: /^(e-?grid )?subregion( acronym| code)?$|^subrgn$/,
        label: 'eGRID subregion',
      },
      value: { names: /^(?=.*residual)(?=.*lbs? ?co2(?!e))/, label: 'residual mix, lb CO2/MWh' },
      label: 'Residual mix emissions rates',
      yearsIn: (text) => [...text.matchAll(/(20\d\d) data\b/gi)].map(([, year]) => Number(year)),
      rowsOf: residualRow,
    }),
};

function residualRow(region: string, kg: string | null, year: number): RegionRow[] | undefined {
  if (!/^[A-Z]{4}$/.test(region)) return undefined;
  return [
    {
      id: region,
      answers: { use: 'residual', grid: `egrid:${region}`, year },
      basis: { boundary: 'generation', losses: 'excluded', cycle: 'direct' },
      co2_kg: kg,
      states: ['CO2'],
    },
  ];
}
