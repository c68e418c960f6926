import * as eia930 from '../eia-930/extract.ts';
import * as entsoe from '../entsoe/extract.ts';
import type { Profile } from './profile.ts';

/** The named layouts of grid data. */
export const GRID_PROFILES: readonly Profile[] = [
  {
    id: 'eia-930',
    description:
      'Hourly data of EIA-930 in MW: six-month balance and interchange files, and tables of bulk series (EBA...); hours by their end in UTC',
    isProven: true,
    hasReadTypes: false,
    identify: eia930.identify,
    extract: (file) => ({ grid: eia930.extract(file) }),
    extractUnmapped: (file) => ({ grid: eia930.extract(file) }),
  },
  {
    id: 'entsoe',
    description:
      'GL_MarketDocument and Publication_MarketDocument of ENTSO-E in XML: load (A65), generation by type (A75) and cross-border physical flows (A11); made from its published schema',
    isProven: false,
    hasReadTypes: false,
    identify: entsoe.identify,
    extract: (file) => ({ grid: entsoe.extract(file) }),
    extractUnmapped: (file) => ({ grid: entsoe.extract(file) }),
  },
];
