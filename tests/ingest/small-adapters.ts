import type {
  CoinsInput,
  CurtailmentInput,
  DeliveriesInput,
  FuelsInput,
  HeatInput,
  SharesInput,
} from '../../src/model/documents/workspace.ts';

const DAYS = {
  start: 'From',
  end: 'To',
  end_date: 'inclusive',
  date_format: 'yyyy-MM-dd',
} as const;

export const FUELS: FuelsInput = {
  kind: 'fuels',
  files: '*.csv',
  site: 'boden',
  map: {
    ...DAYS,
    fuel: 'Fuel',
    names: { Diesel: 'distillate-2', 'Natural Gas': 'natural-gas' },
    quantity: { column: 'Qty', unit: 'L' },
    equipment: 'Unit',
  },
};

export const HEAT: HeatInput = {
  kind: 'heat',
  files: '*.csv',
  site: 'boden',
  map: { ...DAYS, energy: { column: 'Heat', unit: 'MWh' }, recipient: 'For' },
};

export const DELIVERIES: DeliveriesInput = {
  kind: 'deliveries',
  files: '*.csv',
  contract: 'caney',
  map: { ...DAYS, energy: { column: 'Energy', unit: 'kWh' } },
};

export const COINS: CoinsInput = {
  kind: 'coins',
  files: '*.csv',
  site: 'pecos',
  algorithm: 'sha256',
  map: {
    ...DAYS,
    coins: 'BTC',
    difficulty: 'Difficulty',
    subsidy: 'Subsidy',
    fees: 'Fees',
    pool_fee: 'Pool fee',
  },
};

export const CURTAILMENT: CurtailmentInput = {
  kind: 'curtailment',
  files: '*.csv',
  site: 'pecos',
  map: {
    start: 'Start',
    end: 'End',
    zone: 'America/Chicago',
    date_format: 'MM/dd/yyyy HH:mm',
    baseline: { column: 'Baseline', unit: 'MW' },
    programme: 'Programme',
    method: 'Method',
  },
};

export const SHARES: SharesInput = {
  kind: 'shares',
  files: '*.csv',
  site: 'pecos',
  algorithm: 'sha256',
  map: {
    time: 'Time',
    label: 'start',
    interval_minutes: 60,
    zone: 'UTC',
    date_format: 'yyyy-MM-dd HH:mm',
    shares: 'Accepted',
    difficulty: 'Difficulty',
  },
};
