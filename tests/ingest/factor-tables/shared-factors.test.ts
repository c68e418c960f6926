import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactorRow, FactorSet } from '../../../src/model/documents/factor-set.ts';
import { exact } from '../../../src/units/rational.ts';
import { conversionFactor } from '../../../src/units/unit.ts';
import { present } from '../../support/present.ts';
import { given, lines } from '../given.ts';
import { readTable, rowOf, told } from './read.ts';

/** Public copies of factor tables, kept beside the repository. */
const SAMPLES = '../shared/data/ef';
const isThere = existsSync(SAMPLES);
const ifThere = isThere ? describe : describe.skip;

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

function sample(name: string) {
  return given(readFileSync(join(SAMPLES, name)), name);
}

function shipped(name: string): readonly FactorRow[] {
  const text = readFileSync(join('factors', `${name}.json`), 'utf8');
  return (JSON.parse(text) as FactorSet).rows;
}

type Value = 'co2_kg' | 'ch4_kg' | 'n2o_kg' | 'co2e_kg' | 'renewable' | 'carbon_free';

/** The value per megawatt hour, as the nearest double: what differs only in digits beyond the 15th is the same. */
function perMwh(row: FactorRow, field: Value): number | null | undefined {
  const value = row[field];
  if (value === undefined || value === null) return value;
  const scale =
    field === 'renewable' || field === 'carbon_free'
      ? exact('1')
      : conversionFactor('MWh', row.per);
  return Number(exact(value).mul(scale).valueOf().toPrecision(15));
}

function keyOf({ answers }: FactorRow): string {
  return JSON.stringify(Object.entries(answers).sort());
}

/** Shipped rows without one that was imported for the same question with the same values. */
function unlike(
  imported: readonly FactorRow[],
  expected: readonly FactorRow[],
  fields: readonly Value[],
) {
  const byKey = new Map<string, FactorRow[]>();
  for (const one of imported) byKey.set(keyOf(one), [...(byKey.get(keyOf(one)) ?? []), one]);
  return expected.filter((row) => {
    const same = byKey.get(keyOf(row)) ?? [];
    return !same.some((one) => fields.every((field) => perMwh(one, field) === perMwh(row, field)));
  });
}

ifThere('imported rows and the sets that ship', () => {
  test.each([2023, 2025])('AIB %i', (year) => {
    const read = readTable('aib', sample('transcribed/aib_residual_mix_2023_2025.csv'), year);
    const rows = shipped(`aib/${String(year)}-v1.0`);
    expect(read.rows).toHaveLength(27);
    expect(unlike(read.rows, rows, ['co2_kg'])).toEqual([]);
    expect(rowOf(read, 'AT').co2_kg).toBeNull();
    expect(read.findings).toEqual([]);
  });

  test('ECCC 4.0', () => {
    const file = sample('transcribed/eccc_v4.0_table5.4_consumption_intensity_2024.csv');
    const read = readTable('eccc', file, 2024);
    expect(read.rows).toHaveLength(13);
    expect(unlike(read.rows, shipped('eccc/4.0'), ['co2e_kg'])).toEqual([]);
  });

  test('NGA 2026', () => {
    const read = readTable('nga', sample('transcribed/nga_2026_table1_2.csv'), 2026);
    expect(read.rows).toHaveLength(9);
    expect(unlike(read.rows, shipped('nga/2026'), ['co2e_kg'])).toEqual([]);
  });

  test('Ember, the yearly intensity of every country', () => {
    const read = readTable('ember', sample('ember_api_country_overview_yearly.csv'));
    expect(unlike(read.rows, shipped('ember/2024'), ['co2e_kg'])).toEqual([]);
    expect(new Set(read.rows.map(({ answers }) => answers.use))).toEqual(new Set(['cross-check']));
  });

  test('Ember, shares of US states', () => {
    const read = readTable('ember', sample('ember_api_generation_usa_yearly_head2000.csv'), 2024);
    // read in the file by hand: Alabama 2001 Clean 34.24 %
    const all = readTable('ember', sample('ember_api_generation_usa_yearly_head2000.csv'));
    expect(rowOf(all, 'Alabama-2001')).toMatchObject({
      answers: { use: 'mix', grid: 'ember:Alabama', year: 2001 },
      carbon_free: '0.3424',
    });
    expect(read.rows.every(({ answers }) => answers.year === 2024)).toBe(true);
  });

  test('Electricity Maps 2024', () => {
    const read = readTable(
      'electricity-maps',
      sample('electricitymaps_ci_yearly_2024_by_location.csv'),
    );
    const fields = ['renewable', 'carbon_free', 'co2e_kg'] as const;
    expect(unlike(read.rows, shipped('electricity-maps/2024'), fields)).toEqual([]);
    expect(rowOf(read, 'IS-2024-direct').co2e_kg).toBe('0');
    expect(told(read).every((one) => one === 'IN-FACTOR-TABLE completeness')).toBe(true);
  });

  test('eGRID2022, by the codes of the publisher put in place of the names of a copy', () => {
    const names = readFileSync(join(SAMPLES, 'epa_egrid_static/egrid_nerc_subregions.csv'), 'utf8');
    const codeOf = new Map(
      shipped('epa-egrid/2022').map(({ id, name }) => [present(name), id] as const),
    );
    expect(names).toContain('ERCT');
    const [, ...copy] = readFileSync(
      join(SAMPLES, 'transcribed/egrid2022_subregion_total_output_lb_per_MWh.csv'),
      'utf8',
    )
      .trim()
      .split(/\r?\n/);
    const rows = copy.flatMap((line) => {
      const [name = '', ...rates] = line.split(',');
      const id = codeOf.get(name);
      return id?.length === 4 ? [[id, name, ...rates].join(',')] : [];
    });
    const header = [',,(lb/MWh),(lb/MWh),(lb/MWh)', 'SUBRGN,SRNAME,SRCO2RTA,SRCH4RTA,SRN2ORTA'];
    const read = readTable('epa-egrid', given(lines(...header, ...rows)), 2022);
    expect(rows).toHaveLength(27);
    const subregions = shipped('epa-egrid/2022').filter(({ id }) => id !== 'US');
    expect(unlike(read.rows, subregions, ['co2_kg', 'ch4_kg', 'n2o_kg'])).toEqual([]);
  });
});

ifThere('DESNZ 2025, the copy without Scopes 1 and 2', () => {
  test('its rows as a flat file give the shipped figures, and what is missing is told', () => {
    const text = readFileSync(
      join(SAMPLES, 'transcribed/desnz_2025_uk_electricity_scope3_extract.csv'),
      'utf8',
    );
    const [, ...copy] = text.trim().split(/\r?\n/);
    const rows = copy.map((line) => {
      const [id = '', scope = '', item = '', unit = '', value = ''] = line.split(',');
      const [, level2 = '', gas] = /^(.*?)(?: \((CO2|CH4|N2O) part.*\))?$/.exec(item) ?? [];
      const of = gas === undefined ? 'kg CO2e' : `kg CO2e of ${gas} per unit`;
      return [id, scope, level1(level2), level2, '', '', '', unit, of, value].join(',');
    });
    const header =
      'ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2025';
    const read = readTable('desnz', given(lines(header, ...rows)));
    const expected = shipped('desnz/2025').filter(({ answers }) => answers.use !== 'location');
    expect(expected).toHaveLength(3);
    expect(unlike(read.rows, expected, ['co2_kg', 'ch4_kg', 'n2o_kg', 'co2e_kg'])).toEqual([]);
    expect(told(read)).toEqual(['IN-FACTOR-TABLE completeness']);
  });
});

function level1(level2: string): string {
  return level2.startsWith('T&D') ? 'Transmission and distribution' : 'WTT- UK electricity';
}
