import { extract } from '../entsoe/extract.ts';
import { type GridHours, gridHours, HOURS_NOTES } from '../grid-hours/grid-hours.ts';
import { STORE } from '../grid-hours/own-mix.ts';
import type { FactorImporter } from './importer.ts';

/**
 * Production types of the code list.
 *
 * @see ENTSO-E, EDI library, StandardAssetTypeList
 */
const KINDS: Readonly<Record<string, string>> = {
  B01: 'biomass',
  B02: 'lignite',
  B03: 'coal-gas',
  B04: 'gas',
  B05: 'coal',
  B06: 'oil',
  B07: 'oil-shale',
  B08: 'peat',
  B09: 'geothermal',
  B10: STORE,
  B11: 'hydro',
  B12: 'hydro',
  B13: 'marine',
  B14: 'nuclear',
  B15: 'other-renewable',
  B16: 'solar',
  B17: 'waste',
  B18: 'wind',
  B19: 'wind',
  B20: 'other',
  B25: STORE,
};

const HOURS: GridHours = {
  publisher: 'entso-e',
  region: 'region:EU',
  extract,
  technologyOf: (source) => KINDS[source],
  flows: 'one-way',
};

/** Hours of European bidding zones: CO2 of generation by type, and with cross-border flows of what is consumed. */
export const ENTSO_E: FactorImporter = {
  publisher: 'entso-e',
  title: 'ENTSO-E Transparency Platform, generation per production type',
  description:
    'generation per production type (A75, realised A16), alone or in one archive with those of other zones and with cross-border physical flows (A11), as XML; becomes hourly CO2 and shares of the mix by zone, such as entso-e:10YFR-RTE------C, with the CO2 of plants of eu-generation. Flows over borders that no document tells of are not known to it',
  isProven: false,
  licence: 'ENTSO-E Transparency Platform, terms of use; attribution asked for',
  attribution: 'ENTSO-E Transparency Platform',
  notes: [
    ...HOURS_NOTES,
    'The flows that the documents state are taken for all flows of a zone: one that trades over a border of which no document tells is given as if it did not. Quarters of an hour are added up to hours that they fill.',
  ],
  read: (file, request) => gridHours([file], request, HOURS),
  readAll: (files, request) => gridHours(files, request, HOURS),
};
