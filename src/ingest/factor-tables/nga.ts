import type { FactorImporter } from './importer.ts';
import { type RegionRow, regionRows } from './region-table.ts';

/** Keys of the regions; one of them is of two states. */
const REGIONS: readonly (readonly [RegExp, string])[] = [
  [/^(nsw|new south wales)( ?[+&/,] ?| and )(act|australian capital territory)$/, 'NSW-ACT'],
  [/^(vic|victoria)$/, 'VIC'],
  [/^(qld|queensland)$/, 'QLD'],
  [/^(sa|south australia)$/, 'SA'],
  [/^(tas|tasmania)$/, 'TAS'],
  [/^(wa|western australia)\b.*(swis|south west)/, 'WA-SWIS'],
  [/^(wa|western australia)\b.*(nwis|north west)/, 'WA-NWIS'],
  [/^(nt|northern territory)\b.*(dkis|darwin)/, 'NT-DKIS'],
];

/** Factors for electricity bought from the grid of the National Greenhouse Accounts: Scope 2. */
export const NGA: FactorImporter = {
  publisher: 'nga',
  title: 'Australian National Greenhouse Accounts Factors, electricity, Scope 2',
  description:
    'a table with a column of states or grids and one column of Scope 2 in kg CO2-e/kWh, as workbook or CSV; a row named residual mix becomes the national residual mix',
  isProven: false,
  notes: [
    'kg CO2e per kWh as published; the publisher states no single gases. Losses of the grid stand in its Scope 3 factors.',
  ],
  read: (file, request) =>
    regionRows(file, request, {
      region: { names: /^(state|territory|region|grid)/, label: 'state or grid' },
      value: {
        names: /^(?=.*scope ?2)(?!.*scope ?3).*kg[ _]?co2-?[ _]?e?[ _]*(\/|per)[ _]*kwh/,
        label: 'Scope 2, kg CO2-e/kWh',
      },
      label: 'Scope 2 factors for electricity from the grid',
      yearsIn: () => [],
      rowsOf: regionRow,
    }),
};

function regionRow(region: string, kg: string | null, year: number): RegionRow[] | undefined {
  const key = region.toLowerCase();
  const basis = { boundary: 'generation', losses: 'excluded', cycle: 'direct' } as const;
  const rest = { basis, co2e_kg: kg, states: ['CO2e'] } satisfies Partial<RegionRow>;
  if (key.includes('residual')) {
    return [
      {
        id: 'AU-residual',
        name: region,
        answers: { use: 'residual', grid: 'nga:AU', year },
        ...rest,
      },
    ];
  }
  if (/^(national|australia)/.test(key)) {
    return [
      { id: 'AU', name: region, answers: { use: 'location', grid: 'nga:AU', year }, ...rest },
    ];
  }
  const [, id] = REGIONS.find(([pattern]) => pattern.test(key)) ?? [];
  if (id === undefined) return undefined;
  return [{ id, name: region, answers: { use: 'location', grid: `nga:${id}`, year }, ...rest }];
}
