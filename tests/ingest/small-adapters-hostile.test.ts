import fc from 'fast-check';
import { extract as activities } from '../../src/ingest/activities-csv/extract.ts';
import { joinActivities } from '../../src/ingest/activities-csv/join.ts';
import { extract as coins } from '../../src/ingest/coins-csv/extract.ts';
import { joinCoins } from '../../src/ingest/coins-csv/join.ts';
import { extract as curtailment } from '../../src/ingest/curtailment-csv/extract.ts';
import { joinCurtailment } from '../../src/ingest/curtailment-csv/join.ts';
import { extract as deliveries } from '../../src/ingest/deliveries-csv/extract.ts';
import { joinDeliveries } from '../../src/ingest/deliveries-csv/join.ts';
import { extract as flare } from '../../src/ingest/flare-csv/extract.ts';
import { joinFlare } from '../../src/ingest/flare-csv/join.ts';
import { extract as fuels } from '../../src/ingest/fuels-csv/extract.ts';
import { joinFuels } from '../../src/ingest/fuels-csv/join.ts';
import { extract as heat } from '../../src/ingest/heat-csv/extract.ts';
import { joinHeat } from '../../src/ingest/heat-csv/join.ts';
import type { Extraction, InputFile } from '../../src/ingest/input-file.ts';
import { extract as refrigerants } from '../../src/ingest/refrigerants-csv/extract.ts';
import { joinRefrigerants } from '../../src/ingest/refrigerants-csv/join.ts';
import { extract as retirements } from '../../src/ingest/retirements-csv/extract.ts';
import { joinRetirements } from '../../src/ingest/retirements-csv/join.ts';
import { extract as shares } from '../../src/ingest/shares-csv/extract.ts';
import { joinShares } from '../../src/ingest/shares-csv/join.ts';
import { extract as supplierMix } from '../../src/ingest/supplier-mix-csv/extract.ts';
import { joinSupplierMix } from '../../src/ingest/supplier-mix-csv/join.ts';
import { extract as waste } from '../../src/ingest/waste-csv/extract.ts';
import { joinWaste } from '../../src/ingest/waste-csv/join.ts';
import { extract as water } from '../../src/ingest/water-csv/extract.ts';
import { joinWater } from '../../src/ingest/water-csv/join.ts';
import { CONTEXT, given } from './given.ts';
import { COINS, CURTAILMENT, DELIVERIES, FUELS, HEAT, SHARES } from './small-adapters.ts';
import {
  ACTIVITIES,
  FLARE,
  REFRIGERANTS,
  RETIREMENTS,
  SUPPLIER_MIX,
  WASTE,
  WATER,
} from './source-adapters.ts';

const READERS: readonly (readonly [string, (file: InputFile) => Extraction<unknown>])[] = [
  ['From,To,Fuel,Qty,Unit', (file) => joinFuels([fuels(file, FUELS, CONTEXT)])],
  ['From,To,Heat,For', (file) => joinHeat([heat(file, HEAT, CONTEXT)])],
  ['From,To,Energy', (file) => joinDeliveries([deliveries(file, DELIVERIES, CONTEXT)])],
  [
    'From,To,BTC,Difficulty,Subsidy,Fees,Pool fee',
    (file) => joinCoins([coins(file, COINS, CONTEXT)]),
  ],
  [
    'Start,End,Baseline,Programme,Method',
    (file) => joinCurtailment([curtailment(file, CURTAILMENT)]),
  ],
  ['Time,Accepted,Difficulty', (file) => joinShares([shares(file, SHARES)])],
  ['From,To,Kind,Volume,Source', (file) => joinWater([water(file, WATER, CONTEXT)])],
  [
    'No,From,To,Kind,What,Amount',
    (file) => joinActivities([activities(file, ACTIVITIES, CONTEXT)]),
  ],
  ['From,To,Waste,Route,Mass', (file) => joinWaste([waste(file, WASTE, CONTEXT)])],
  [
    'From,To,Gas,Deed,Mass,Unit',
    (file) => joinRefrigerants([refrigerants(file, REFRIGERANTS, CONTEXT)]),
  ],
  ['From,To,Volume,C1,C2,CO2,Burned,To where', (file) => joinFlare([flare(file, FLARE, CONTEXT)])],
  ['Year,Source,Share', (file) => joinSupplierMix([supplierMix(file, SUPPLIER_MIX)])],
  ['Registry,First,Last,MWh,For,On', (file) => joinRetirements([retirements(file, RETIREMENTS)])],
];

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('1', '-1', '0', '1e300', '"', '', 'NA', 'Diesel'),
  fc.constantFrom('2025-01-01', '2025-01-31', '07/01/2025 14:00', '07/01/2025 15:00'),
);
const rows = fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 8 });

test.each(READERS)(
  'whatever stands below %s is read, set aside or dropped, and said',
  (header, read) => {
    fc.assert(
      fc.property(rows, (cells) => {
        const text = [header, ...cells.map((row) => row.join(','))].join('\n');
        const { records, findings, rows: counts } = read(given(text));
        expect(records.length + counts.rejected + counts.duplicate).toBe(counts.read);
        expect(records.length > 0 || findings.some(({ severity }) => severity !== 'info')).toBe(
          true,
        );
        for (const finding of findings) {
          expect(finding.at.file).toBe('data.csv');
          expect(finding.message).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      { numRuns: 150 },
    );
  },
);
