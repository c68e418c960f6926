import type {
  ActivitiesInput,
  FlareInput,
  RefrigerantsInput,
  RetirementsInput,
  SupplierMixInput,
  WasteInput,
  WaterInput,
} from '../../src/model/documents/workspace.ts';

const DAYS = {
  start: 'From',
  end: 'To',
  end_date: 'inclusive',
  date_format: 'yyyy-MM-dd',
} as const;

export const WATER: WaterInput = {
  kind: 'water',
  files: '*.csv',
  site: 'boden',
  map: {
    ...DAYS,
    kind: { column: 'Kind', names: { Intake: 'withdrawn', 'To sewer': 'discharged' } },
    volume: { column: 'Volume', unit: 'm3' },
    source: 'Source',
  },
};

export const WASTE: WasteInput = {
  kind: 'waste',
  files: '*.csv',
  site: 'boden',
  map: { ...DAYS, waste: 'Waste', route: 'Route', mass: { column: 'Mass', unit: 'kg' } },
};

export const ACTIVITIES: ActivitiesInput = {
  kind: 'activities',
  files: '*.csv',
  site: 'boden',
  map: {
    ...DAYS,
    id: 'No',
    category: { column: 'Kind', names: { Freight: '4', Diesel: '6' } },
    what: 'What',
    quantity: { column: 'Amount', unit: 't·km' },
    factor: 'lorry',
  },
};

export const REFRIGERANTS: RefrigerantsInput = {
  kind: 'refrigerants',
  files: '*.csv',
  site: 'boden',
  map: {
    ...DAYS,
    refrigerant: 'Gas',
    kind: 'Deed',
    names: { Refill: 'topped-up', Recovered: 'recovered' },
    mass: { column: 'Mass', unit: 'kg' },
    equipment: 'Unit',
  },
};

export const FLARE: FlareInput = {
  kind: 'flare',
  files: '*.csv',
  site: 'pecos',
  map: {
    ...DAYS,
    volume: { column: 'Volume', unit: 'scf' },
    conditions: '60 °F and 14.73 psia',
    composition: { columns: { CH4: 'C1', C2H6: 'C2', CO2: 'CO2' }, unit: 'percent' },
    efficiency: { column: 'Burned', unit: 'fraction' },
    destination: { column: 'To where', names: { Flare: 'flare', Engine: 'generator' } },
  },
};

export const SUPPLIER_MIX: SupplierMixInput = {
  kind: 'supplier-mix',
  files: '*.csv',
  contract: 'caney',
  map: {
    year: 'Year',
    technology: 'Source',
    names: { 'Onshore wind': 'wind', 'Offshore wind': 'wind', Gas: 'gas', Unknown: 'other' },
    share: { column: 'Share', unit: 'percent' },
  },
};

export const RETIREMENTS: RetirementsInput = {
  kind: 'retirements',
  files: '*.csv',
  map: {
    registry: 'Registry',
    serial_start: 'First',
    serial_end: 'Last',
    quantity: { column: 'MWh', unit: 'MWh' },
    beneficiary: 'For',
    retired_on: 'On',
    date_format: 'dd.MM.yyyy',
  },
};
