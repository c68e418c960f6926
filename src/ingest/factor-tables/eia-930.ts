import { extract } from '../eia-930/extract.ts';
import { type GridHours, gridHours, HOURS_NOTES } from '../grid-hours/grid-hours.ts';
import { STORE } from '../grid-hours/own-mix.ts';
import type { FactorImporter } from './importer.ts';

/** Codes of bulk series, and the words of six-month files, with the slip of one of its headers. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(col|coal)$/, 'coal'],
  [/^(ng|natural gas)$/, 'gas'],
  [/^(oil|all petroleum products)$/, 'oil'],
  [/^(nuc|nuclear)$/, 'nuclear'],
  [/^(wat|hydropower (and|excluding) pumped storage)$/, 'hydro'],
  [/^(sun|snb|solar( with(o|out)? integrated battery storage)?)$/, 'solar'],
  [/^(wnd|wnb|wind( with(o|out)? integrated battery storage)?)$/, 'wind'],
  [/^(geo|geothermal)$/, 'geothermal'],
  [/^(ps|bat|oes|ues|pumped storage|battery storage|(other|unknown) energy storage)$/, STORE],
  [/^(oth|unk|(other|unknown) fuel sources)$/, 'other'],
];

const HOURS: GridHours = {
  publisher: 'eia-930',
  region: 'national:US',
  extract,
  technologyOf: (source) => {
    const name = source.toLowerCase().replace(/\s+/g, ' ').trim();
    return KINDS.find(([pattern]) => pattern.test(name))?.[1];
  },
  flows: 'net',
};

/** Hours of US balancing authorities: CO2 of generation by source, and with interchange of what is consumed. */
export const EIA_930: FactorImporter = {
  publisher: 'eia-930',
  title: 'US EIA, Hourly Electric Grid Monitor (Form EIA-930)',
  description:
    'hourly generation by source of balancing authorities, with or without interchange: a table of bulk series (EBA.ERCO-ALL.NG.WND.H beside hours in UTC), or a six-month BALANCE file, alone or with the INTERCHANGE file in one archive, made from their published columns (the excerpt at hand is of 2015 and states no generation by source); becomes hourly CO2 and shares of the mix by zone, such as eia-930:ERCO, with the CO2 of plants of eia-generation. Adjusted values are used where they are stated, then reported, then imputed ones',
  isProven: false,
  licence: 'US public domain',
  attribution: 'U.S. Energy Information Administration',
  notes: [
    ...HOURS_NOTES,
    'An hour is used where its sources add up to the stated net generation within a fiftieth. Of each source adjusted values are used where they are stated, then reported, then imputed ones; imports as the importing zone states them, else as its neighbour does.',
  ],
  read: (file, request) => gridHours([file], request, HOURS),
  readAll: (files, request) => gridHours(files, request, HOURS),
};
