import type { Scope3Factor, Scope3 as Statement } from '../../../src/model/documents/workspace.ts';
import type { FactorRow } from '../../../src/model/documents/factor-set.ts';
import type { Activity, WasteDisposal } from '../../../src/model/source-records.ts';
import type { FootprintInputs, SiteInputs } from '../../../src/kernel/inputs.ts';
import { DateTime } from 'luxon';
import { exact } from '../../../src/units/rational.ts';
import {
  calendar,
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  HASH,
  inputs,
  midnight,
  site,
} from '../sample.ts';

/** A grid of 400 kg CO2 per MWh, with 46 kg upstream of what arrives and 4 kg of what is lost. */
export const GRID = factorRow({ co2_kg: '400', ch4_kg: '0', n2o_kg: '0' });

export function upstreamRow(part: 'generation' | 'losses', kg: string): FactorRow {
  return factorRow({
    id: `wtt-${part}`,
    answers: { use: 'wtt', energy: 'electricity', part, grid: 'test:GRID', year: 2025 },
    basis: { cycle: 'upstream' },
    ...{ co2_kg: kg, ch4_kg: '0', n2o_kg: '0' },
  });
}

export const LOSS = factorRow({
  id: 'GRID-loss',
  answers: { use: 'loss', grid: 'test:GRID', year: 2025 },
  loss_fraction: '0.04',
});

export const TD = factorRow({
  id: 'GRID-td',
  answers: { use: 'td', energy: 'electricity', grid: 'test:GRID', year: 2025 },
  ...{ co2_kg: '20', ch4_kg: '0', n2o_kg: '0' },
});

/** 310 kg for a machine, as its supplier states it; 0.35 kg per dollar, a proxy; 1.2 kg per kg of scrap. */
export const FACTORS: Scope3Factor[] = [
  {
    ...{ id: 's21-pcf', kind: 'supplier', co2e_kg: '310', per: 'unit' },
    ...{ evidence: 'product footprint, page 3', quality: 2 },
  },
  {
    ...{ id: 'asic-spend', kind: 'proxy', co2e_kg: '0.35', per: 'USD' },
    ...{ source: 'a table of spend', quality: 5, uncertainty_percent: '100' },
  },
  {
    ...{ id: 'scrap', kind: 'proxy', co2e_kg: '1.2', per: 'kg' },
    ...{ source: 'a table of scrap', quality: 4, uncertainty_percent: '50' },
  },
  {
    ...{ id: 'lorry', kind: 'proxy', co2e_kg: '0.1', per: 't·km' },
    ...{ source: 'a table of freight', quality: 3, uncertainty_percent: '30' },
  },
];

export function line(more: Partial<Activity> = {}): Activity {
  const { firstDay = '2025-03-01', lastDay = firstDay } = more;
  return {
    id: 'a-1',
    category: '2',
    what: 'machines',
    quantity: exact('400'),
    unit: 'unit',
    factor: 's21-pcf',
    start: midnight(firstDay, 'UTC'),
    end: DateTime.fromISO(lastDay, { zone: 'UTC' }).plus({ days: 1 }).toSeconds(),
    firstDay,
    lastDay,
    evidence: evidence('activities.csv', 2),
    ...more,
  };
}

export function disposal(more: Partial<WasteDisposal> = {}): WasteDisposal {
  const { firstDay = '2025-05-01', lastDay = firstDay } = more;
  return {
    site: 'alpha',
    waste: 'Hashboards',
    route: 'Scrap dealer',
    massKg: exact('500'),
    start: midnight(firstDay, 'UTC'),
    end: DateTime.fromISO(lastDay, { zone: 'UTC' }).plus({ days: 1 }).toSeconds(),
    firstDay,
    lastDay,
    evidence: evidence('waste.csv', 2),
    ...more,
  };
}

export interface Case {
  readonly statement?: Statement;
  /** Of the entity as a whole. */
  readonly activities?: readonly Activity[];
  readonly site?: Partial<Omit<SiteInputs, 'site'>> & { site?: Partial<SiteInputs['site']> };
  readonly rows?: readonly FactorRow[];
  readonly factors?: Partial<FootprintInputs['factors']>;
}

export function given({ statement, activities, ...more }: Case): Partial<FootprintInputs> {
  return {
    factors: { ...inputs().factors, ...more.factors },
    factorSets: [factorSet(more.rows ?? [GRID])],
    scope3: {
      statement: { factors: FACTORS, ...statement },
      evidence: { file: 'workspace.yaml', sha256: HASH, at: { line: 40 } },
      activities: activities ?? [],
      calendar: calendar(),
    },
    sites: [site(more.site ?? {})],
  };
}

export function chain(case_: Case) {
  return footprintOf(given(case_));
}

const BASE = inputs(given({ activities: [] }));

/** Inputs without a site and with nothing but lines of the entity, made once: properties ask for them a thousand times. */
export function withLines(activities: readonly Activity[]): FootprintInputs {
  return { ...BASE, sites: [], ...(BASE.scope3 && { scope3: { ...BASE.scope3, activities } }) };
}
