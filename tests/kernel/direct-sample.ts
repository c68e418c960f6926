import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { combustion } from '../../src/kernel/combustion.ts';
import type { Footprint, Masses, SiteFootprint } from '../../src/kernel/footprint.ts';
import type { DecisionRecord, FootprintInputs, SiteInputs } from '../../src/kernel/inputs.ts';
import { constant } from '../../src/kernel/ledger.ts';
import { scope1 } from '../../src/kernel/scope1.ts';
import { warmingPotentials, type WarmingPotentials } from '../../src/kernel/warming-potentials.ts';
import type { FactorSet } from '../../src/model/documents/factor-set.ts';
import type { Site } from '../../src/model/documents/workspace.ts';
import { finding } from '../../src/model/finding.ts';
import type { CarbonCapture, FlareGas, RefrigerantUse } from '../../src/model/source-records.ts';
import { exact, type Rational } from '../../src/units/rational.ts';
import { evidence, factorSet, footprintOf, inputs, midnight, site } from './sample.ts';

/** A factor set as it ships. */
export function shipped(path: string): FactorSet {
  const text = readFileSync(new URL(`../../factors/${path}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as FactorSet;
}

const IPCC = ['SAR', 'TAR', 'AR4', 'AR5', 'AR6'].flatMap((report) => [
  shipped(`ipcc/${report}-100`),
  shipped(`ipcc/${report}-20`),
]);
export const SETS: readonly FactorSet[] = [
  ...IPCC,
  shipped('ipcc/AR5-100-split'),
  shipped('ipcc/AR5-100-feedback'),
  shipped('ipcc/AR5-20-feedback'),
  shipped('ipcc/AR6-100-split'),
  shipped('ipcc/AR4-100-fluorinated'),
  shipped('ipcc/AR5-100-fluorinated'),
  shipped('ipcc/AR6-100-fluorinated'),
  shipped('ashrae/34-2019'),
  shipped('epa-part98/2016-12'),
  shipped('epa-part98/2024-05-w9'),
  shipped('epa-part98/2024-05-flare'),
];

/** The shipped potentials of an edition with its companions. */
export function potentials(edition: string): WarmingPotentials {
  const set = warmingPotentials(edition, SETS);
  if (!set) throw new TypeError(`no ${edition}`);
  return set;
}

function days(firstDay: string, lastDay: string) {
  const end = DateTime.fromISO(lastDay, { zone: 'UTC' }).plus({ days: 1 }).toSeconds();
  return { firstDay, lastDay, start: midnight(firstDay, 'UTC'), end };
}

type Span = readonly [first: string, last: string];
const JANUARY: Span = ['2025-01-01', '2025-01-31'];

/** A million cubic feet of methane at 60 °F and 14.7 psia in January. */
export function gas(
  more: Partial<FlareGas> & { readonly span?: Span; readonly line?: number } = {},
): FlareGas {
  const { span = JANUARY, line = 2, ...rest } = more;
  return {
    site: 'alpha',
    volume: exact('1000000'),
    unit: 'scf',
    conditions: '60 °F and 14.7 psia',
    composition: { CH4: exact('1') },
    destination: 'flare',
    ...days(...span),
    evidence: evidence('gas.csv', line),
    ...rest,
  };
}

/** R-410A of a kind, on one day where no span is given. */
export function refrigerant(
  kind: RefrigerantUse['kind'],
  kg: string | Rational,
  more: Partial<RefrigerantUse> & { readonly span?: Span; readonly line?: number } = {},
): RefrigerantUse {
  const { span = ['2025-06-15', '2025-06-15'], line = 2, ...rest } = more;
  return {
    site: 'alpha',
    refrigerant: 'R-410A',
    kind,
    massKg: typeof kg === 'string' ? exact(kg) : kg,
    ...days(...span),
    evidence: evidence('refrigerants.csv', line),
    ...rest,
  };
}

/** 100 t of CO2 captured in January. */
export function capture(
  more: Partial<CarbonCapture> & { readonly span?: Span; readonly line?: number } = {},
): CarbonCapture {
  const { span = JANUARY, line = 2, ...rest } = more;
  return {
    site: 'alpha',
    massKg: exact('100000'),
    ...days(...span),
    evidence: evidence('capture.csv', line),
    ...rest,
  };
}

export function decision(id: string, value: string): DecisionRecord {
  return {
    decision: { id, value, by: 'A. Tester', on: '2026-01-01', because: 'it is so' },
    evidence: evidence('workspace.yaml', 40),
  };
}

type Records = Partial<Omit<SiteInputs, 'site'>> & { readonly site?: Partial<Site> };

const FACTORS = {
  location: ['test'],
  combustion: ['epa-part98'],
  other_year: 'refuse',
} satisfies FootprintInputs['factors'];

/** All of the accounting of a site with these records, with the shipped sets. */
export function wholeFootprint(records: Records, more: Partial<FootprintInputs> = {}): Footprint {
  return footprintOf({
    factorSets: [factorSet(), ...SETS],
    factors: FACTORS,
    sites: [site(records)],
    ...more,
  });
}

/** 480 t of CO2 by electricity. */
const LOCATION: Masses = new Map([['CO2', constant('480000', 'kg CO2', 'by electricity')]]);
const ALPHA = site({ bills: [] });
const NONE = inputs({ factorSets: SETS, factors: FACTORS, sites: [] });
const NO_PEAK = { missing: finding('ACC-NO-PEAK', 'info', 'not asked') };

/** The direct emissions of a site with these records, with the shipped sets, beside 480 t of CO2 by electricity. */
export function withRecords(records: Records, more: Partial<FootprintInputs> = {}): Footprint {
  const { site: of, ...rest } = records;
  const one = { ...ALPHA, ...rest, site: { ...ALPHA.site, ...of } };
  const all = { ...NONE, sites: [one], ...more };
  const burned = combustion(all, one);
  const { value, findings } = scope1(all, one, {
    fuels: burned.value,
    location: () => [LOCATION],
  });
  const footprint: SiteFootprint = {
    site: one.site,
    months: [],
    scope1: value.masses,
    ...(value.parts && { direct: value.parts }),
    biogenic: value.biogenic,
    certificates: [],
    peak: NO_PEAK,
  };
  return { entity: 'Test', sites: [footprint], findings: [...burned.findings, ...findings] };
}
