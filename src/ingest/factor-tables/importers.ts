import { AIB } from './aib.ts';
import { DESNZ } from './desnz.ts';
import { ECCC } from './eccc.ts';
import { EGRID } from './egrid.ts';
import { EIA_930 } from './eia-930.ts';
import { ELECTRICITY_MAPS } from './electricity-maps.ts';
import { EMBER } from './ember.ts';
import { ENTSO_E } from './entso-e.ts';
import { GREEN_E } from './green-e.ts';
import type { FactorImporter } from './importer.ts';
import { NGA } from './nga.ts';

/** The publishers whose own files are read. */
export const FACTOR_IMPORTERS: readonly FactorImporter[] = [
  AIB,
  DESNZ,
  ECCC,
  ELECTRICITY_MAPS,
  EMBER,
  ENTSO_E,
  EGRID,
  EIA_930,
  GREEN_E,
  NGA,
];
