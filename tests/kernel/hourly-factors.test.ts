import fc from 'fast-check';
import { chooseFactor } from '../../src/kernel/factors/choose.ts';
import { type Figure, isMissing } from '../../src/kernel/figure.ts';
import type { Gas } from '../../src/kernel/footprint.ts';
import { hourlyFactors } from '../../src/kernel/hourly-factors/hourly-factors.ts';
import type { SiteInputs } from '../../src/kernel/inputs.ts';
import { closeLedger, constant, gradeOf, recompute } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import { gridMixes } from '../../src/kernel/renewable-share.ts';
import { gridAverages } from '../../src/kernel/scope2-location.ts';
import { finding } from '../../src/model/finding.ts';
import { instantText } from '../../src/model/time.ts';
import type { FactorChoice } from '../../src/model/documents/workspace.ts';
import type { FactorRow, FactorSet } from '../../src/model/documents/factor-set.ts';
import { exact } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import {
  bill,
  calendar,
  column,
  factorRow,
  factorSet,
  footprintOf,
  HASH,
  inputs,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

/*
 * Two days of a month that is cut to them: 48 hours of 1 MWh each, but 3 MWh in the first. The grid emits 400 kg CO2,
 * 0.02 kg CH4 and 0.004 kg N2O per MWh over the year; by the hour 100 kg CO2 in the first hour, 700.5 in the second,
 * nothing is known of the third, and 250 in all others.
 */

const MWH = 3_600_000_000n;
const SPAN = calendar('2025-01-30', '2025-01-31');
const HOURS = 48;
const AT = '2025-01-30T00:00:00Z';

const OWN: Readonly<Record<number, string | null>> = { 0: '100', 1: '700.5', 2: null };
const hourOf = (hour: number) => OWN[hour];
const hours = (value: (hour: number) => string | null | undefined, count = HOURS) =>
  Array.from({ length: count }, (_, hour) => {
    const given = value(hour);
    return given === undefined ? '250' : given;
  });

function hourlyRow(more: Partial<FactorRow> = {}): FactorRow {
  return {
    id: 'GRID-consumption',
    answers: { use: 'location', grid: 'test:GRID' },
    basis: { boundary: 'consumption', cycle: 'direct' },
    per: 'MWh',
    states: ['CO2'],
    hourly: { start: AT, co2_kg: hours(hourOf) },
    source: { document: 'hours made for tests' },
    grade: 'C',
    ...more,
  };
}

const hourlySet = (rows: FactorRow[] = [hourlyRow()], more: Partial<FactorSet> = {}) =>
  factorSet(rows, { publisher: 'hourly', edition: '2025', title: 'Hours 2025', ...more });

const CHOICE: FactorChoice = {
  location: ['hourly', 'test'],
  mix: ['hourly', 'test'],
  other_year: 'refuse',
  hourly: 'use',
};

const readings = column('main.energy', SPAN, (hour) => (hour === 0 ? 3n : 1n) * MWH);

function metered(more: Partial<SiteInputs> = {}): SiteInputs {
  return site({
    calendar: SPAN,
    bills: [],
    energyColumns: new Map([['main', readings]]),
    ...more,
  });
}

const annualMix = factorRow({
  id: 'MIX',
  answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
  renewable: '0.5',
  carbon_free: '0.75',
});

function accounted(
  sites: SiteInputs[] = [metered()],
  sets: FactorSet[] = [hourlySet()],
  factors: Partial<FactorChoice> = {},
) {
  return footprintOf({
    sites,
    factorSets: [factorSet([factorRow(), annualMix]), ...sets],
    factors: { ...CHOICE, ...factors },
  });
}

const masses = (footprint: ReturnType<typeof accounted>, isHourlyAllowed = true) =>
  valuesOf(footprint, { metric: 'scope2.location.mass', by: ['gas'], isHourlyAllowed });
const told = ({ sites }: ReturnType<typeof accounted>) =>
  sites.flatMap(({ atHourlyFactors }) => atHourlyFactors?.findings ?? []);

describe('readings by the hour', () => {
  const footprint = accounted();

  test('each hour at its factor, the hour without one at the annual factor', () => {
    // 3 x 100 + 700.5 + 45 x 250 = 12,250.5; and 1 MWh at 400, 0.02 and 0.004
    expect(masses(footprint)).toEqual({ CO2: '12650.5', CH4: '0.02', N2O: '0.004' });
  });

  test('where the request does not allow it, all at the annual factor', () => {
    expect(masses(footprint, false)).toEqual({ CO2: '20000', CH4: '1', N2O: '0.2' });
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe(
      valueOf(accounted([metered()], [], { hourly: 'ignore' }), 'scope2.location.co2e'),
    );
  });

  test('where the workspace does not take them, nothing is made of them', () => {
    const ignored = accounted([metered()], [hourlySet()], { hourly: 'ignore' });
    expect(masses(ignored)).toEqual({ CO2: '20000', CH4: '1', N2O: '0.2' });
    expect(ignored.sites[0]?.columns).toBeUndefined();
    const { hourly, ...silent } = CHOICE;
    expect(hourly).toBe('use');
    const absent = footprintOf({
      sites: [metered()],
      factors: silent,
      factorSets: [hourlySet(), factorSet()],
    });
    expect(absent.sites[0]?.atHourlyFactors).toBeUndefined();
  });

  test('the finding says how much was served by which', () => {
    expect(told(footprint).map(({ code, message }) => [code, message])).toEqual([
      [
        'ACC-HOURLY-FACTORS',
        'Of 50 MWh of alpha, 49 MWh (98%) were taken at emission factors of their hour, of consumption, by hourly/2025 row GRID-consumption; 1 MWh were taken at the annual factor, 1 MWh in hours without an hourly factor.',
      ],
    ]);
    expect(footprint.findings.filter(({ code }) => code.startsWith('ACC-HOURLY'))).toEqual([]);
  });

  test('emissions of mining and market-based ones: the first follow, the others do not', () => {
    const mined = { metric: 'mining.location.co2e', isHourlyAllowed: true };
    const all = { metric: 'scope2.location.co2e', isHourlyAllowed: true };
    expect(valueOf(footprint, mined)).toBe(valueOf(footprint, all));
    const market = { metric: 'scope2.market.co2e' };
    expect(valueOf(footprint, { ...market, isHourlyAllowed: true })).toBe(
      valueOf(footprint, market),
    );
  });

  test('the ledger holds rates and mask as columns, names the row, and is computed again', () => {
    const columns = [readings, ...(footprint.sites[0]?.columns ?? [])];
    expect(columns.map(({ id, unit }) => [id, unit])).toEqual([
      ['main.energy', 'J'],
      ['alpha.rate-1.co2-kg', 'kg CO2/J'],
      ['alpha.rate-1.known', '1'],
    ]);
    const [step] = measure(footprint, {
      metric: 'scope2.location.mass',
      by: ['gas'],
      isHourlyAllowed: true,
    }).measurements.map((one) => one.step);
    const roots = measure(footprint, {
      metric: 'scope2.location.mass',
      by: ['gas'],
      isHourlyAllowed: true,
    }).measurements.map((one) => one.step);
    const files = new Map(columns.map(({ id }) => [id, { file: 'h.csv', file_sha256: HASH }]));
    const { document } = closeLedger(roots, columns, files);
    expect(recompute(document, columns)).toMatchObject({
      differences: [],
      columns: [],
      unchecked: [],
    });
    const factors = document.steps.flatMap(({ op, factor }) => (factor ? [[op, factor]] : []));
    expect(factors).toContainEqual([
      'column-dot',
      {
        publisher: 'hourly',
        edition: '2025',
        row: 'GRID-consumption',
        field: 'hourly.co2_kg',
        grade: 'C',
      },
    ]);
    expect(step && gradeOf(step)).toBe('V');
    expect(roots.map(gradeOf)).toContain('C');
  });

  test('an hour without a reading is served by nothing', () => {
    const holed = column('main.energy', SPAN, (hour) => (hour === 1 ? undefined : MWH));
    const partly = accounted([metered({ energyColumns: new Map([['main', holed]]) })]);
    // 100 + 45 x 250, and one hour at 400
    expect(masses(partly)['CO2']).toBe('11750');
  });

  test('the rate column cites the file of its set', () => {
    const set = hourlySet();
    const file = { file: 'factors/hourly/2025.json', sha256: HASH };
    const cited = footprintOf({
      sites: [metered()],
      factorSets: [set, factorSet()],
      factorFiles: new Map([[set, file]]),
      factors: CHOICE,
    });
    expect(cited.sites[0]?.columns?.map((one) => one.inputs)).toEqual([[file], []]);
  });
});

describe('bills with readings as their shape', () => {
  // bills say 100 MWh where the meter read 50: every hour weighs twice
  const billed = () => bill('2025-01-30', '2025-01-31', '100000');

  test('the hours of the readings at the energy of the bill', () => {
    const footprint = accounted([metered({ bills: [billed()] })]);
    expect(masses(footprint)).toEqual({ CO2: '25301', CH4: '0.04', N2O: '0.008' });
    expect(told(footprint)[0]?.message).toContain('Of 100 MWh of alpha, 98 MWh (98%)');
  });

  test('a month that was not read whole stays at the annual factor', () => {
    const holed = column('main.energy', SPAN, (hour) => (hour === 9 ? undefined : MWH));
    const footprint = accounted([
      metered({ bills: [billed()], energyColumns: new Map([['main', holed]]) }),
    ]);
    expect(masses(footprint)).toEqual({ CO2: '40000', CH4: '2', N2O: '0.4' });
    expect(told(footprint).map(({ code }) => code)).toEqual(['ACC-HOURLY-NONE']);
  });

  test('readings of zero are no shape', () => {
    const idle = column('main.energy', SPAN, () => 0n);
    const footprint = accounted([
      metered({ bills: [billed()], energyColumns: new Map([['main', idle]]) }),
    ]);
    expect(masses(footprint)['CO2']).toBe('40000');
  });

  test('a second connection with bills alone stays at the annual factor, and the finding says so', () => {
    const two = metered({
      meters: [
        {
          id: 'main',
          site: 'alpha',
          measures: 'grid-import',
          use: 'mining',
          energy_from: 'readings',
        },
        { id: 'other', site: 'alpha', measures: 'grid-import', use: 'mining' },
      ],
      bills: [bill('2025-01-30', '2025-01-31', '10000', { meter: 'other' })],
    });
    // 12,250.5 by the hour, 1 MWh without a factor and 10 MWh of bills at 400
    expect(masses(accounted([two]))['CO2']).toBe('16650.5');
  });
});

describe('which hours serve', () => {
  test('an hour by the first row that states it: publishers in order, the newest edition first', () => {
    const older = hourlySet(
      [hourlyRow({ id: 'OLD', hourly: { start: AT, co2_kg: hours(() => '900') } })],
      { edition: '2024' },
    );
    // the third hour, which the newer edition leaves open, at 900 of the older one
    expect(masses(accounted([metered()], [older, hourlySet()]))).toEqual({ CO2: '13150.5' });
  });

  test('a row of the other boundary does not serve, unless the workspace asks for it', () => {
    const own = hourlyRow({
      id: 'OWN',
      basis: { boundary: 'generation', cycle: 'direct' },
      hourly: { start: AT, co2_kg: hours(() => '10') },
    });
    const both = [hourlySet([own, hourlyRow()])];
    expect(masses(accounted([metered()], both))['CO2']).toBe('12650.5');
    const asked = accounted([metered()], both, { hourly_boundary: 'generation' });
    expect(masses(asked)['CO2']).toBe('500');
  });

  test.each([
    ['of the life cycle', { basis: { boundary: 'consumption', cycle: 'life-cycle' } }],
    ['of another grid', { answers: { use: 'location', grid: 'test:OTHER' } }],
    ['of another use', { answers: { use: 'marginal', grid: 'test:GRID' } }],
    ['of another time', { hourly: { start: '2024-01-30T00:00:00Z', co2_kg: hours(() => '1') } }],
    ['that leave a gas open', { states: ['CO2', 'CH4'] }],
  ] as [string, Partial<FactorRow>][])('hours %s serve nothing', (_, more) => {
    const footprint = accounted([metered()], [hourlySet([hourlyRow(more)])]);
    expect(masses(footprint)['CO2']).toBe('20000');
    expect(told(footprint).map(({ code }) => code)).toEqual(['ACC-HOURLY-NONE']);
  });

  test('hourly_grid is looked up in place of grid', () => {
    const zone = hourlyRow({ answers: { use: 'location', grid: 'eia-930:ERCO' } });
    const there = site({
      calendar: SPAN,
      bills: [],
      energyColumns: new Map([['main', readings]]),
      site: { hourly_grid: 'eia-930:ERCO' },
    });
    expect(masses(accounted([there], [hourlySet([zone])]))['CO2']).toBe('12650.5');
  });

  test('three gases by the hour leave nothing of the annual ones but the open hour', () => {
    const all = hourlyRow({
      hourly: {
        start: AT,
        co2_kg: hours(hourOf),
        ch4_kg: hours(() => '0.5'),
        n2o_kg: hours(() => '0.25'),
      },
    });
    const { states, ...row } = all;
    expect(states).toEqual(['CO2']);
    // 49 MWh by the hour: 24.5 and 12.25, and one hour of the year
    expect(masses(accounted([metered()], [hourlySet([row])]))).toEqual({
      CO2: '12650.5',
      CH4: '24.52',
      N2O: '12.254',
    });
  });

  test('a sum of gases by the hour stands beside the gases of the rest', () => {
    const summed = hourlyRow({
      states: ['CO2e'],
      hourly: { start: AT, co2e_kg: hours(hourOf) },
    });
    expect(masses(accounted([metered()], [hourlySet([summed])]))).toEqual({
      CO2: '400',
      CH4: '0.02',
      N2O: '0.004',
      CO2e: '12250.5',
    });
  });

  test('per another unit of energy: kg/kWh', () => {
    const fine = hourlyRow({
      per: 'kWh',
      hourly: { start: AT, co2_kg: hours(() => '0.25') },
    });
    expect(masses(accounted([metered()], [hourlySet([fine])]))['CO2']).toBe('12500');
  });

  test('a site whose hours begin at half an hour is not served', () => {
    const zone = calendar('2025-01-30', '2025-01-31', 'Asia/Kolkata');
    const half = column('main.energy', zone, () => MWH);
    const footprint = accounted([
      site({ calendar: zone, bills: [], energyColumns: new Map([['main', half]]) }),
    ]);
    expect(masses(footprint)['CO2']).toBe('19200');
    expect(told(footprint).map(({ code }) => code)).toEqual(['ACC-HOURLY-NONE']);
  });
});

describe('the annual factor beside hours', () => {
  test('hours are never taken for a year: neither as its value nor as none available', () => {
    const question = {
      site: 'alpha',
      use: 'location' as const,
      keys: ['test:GRID'],
      year: 2025,
      publishers: ['hourly', 'test'],
      otherYear: 'refuse' as const,
    };
    const { value } = chooseFactor(question, [hourlySet(), factorSet()]);
    expect('row' in value && value.row.id).toBe('TEST');
    const alone = chooseFactor({ ...question, publishers: ['hourly'] }, [hourlySet()]).value;
    expect('missing' in alone && alone.missing.message).toContain('No emission factor of hourly');
  });

  test('a row may hold both', () => {
    const hourly = { start: AT, co2_kg: hours(hourOf) };
    const both = factorRow({ basis: { boundary: 'consumption' }, hourly });
    const { ch4_kg, n2o_kg, ...row } = { ...both, states: ['CO2' as const] };
    expect([ch4_kg, n2o_kg]).toEqual(['0.02', '0.004']);
    const footprint = footprintOf({
      sites: [metered()],
      factorSets: [factorSet([row])],
      factors: CHOICE,
    });
    expect(masses(footprint)).toEqual({ CO2: '12650.5' });
  });

  test('without an annual factor hours that leave nothing over suffice, and others do not', () => {
    const whole = hourlySet([hourlyRow({ hourly: { start: AT, co2_kg: hours(() => '250') } })]);
    const alone = { sites: [metered()], factors: CHOICE };
    expect(masses(footprintOf({ ...alone, factorSets: [whole] }))).toEqual({ CO2: '12500' });
    const open = footprintOf({ ...alone, factorSets: [hourlySet()] });
    expect(valueOf(open, { metric: 'scope2.location.co2e', isHourlyAllowed: true })).toBe(
      'ACC-NO-FACTOR',
    );
  });
});

describe('the grid mix by the hour', () => {
  const mixRow = hourlyRow({
    id: 'MIX-consumption',
    answers: { use: 'mix', grid: 'test:GRID' },
    hourly: {
      start: AT,
      renewable: hours((hour) => (hour === 0 ? '1' : hour === 2 ? null : '0.2')),
      carbon_free: hours(() => '0.4'),
    },
  });

  test('each share by its own hours, the rest by the annual share', () => {
    const footprint = accounted([metered()], [hourlySet([mixRow])]);
    const share = (metric: string) =>
      measure(footprint, { metric, isHourlyAllowed: true }).measurements[0]?.step.value;
    // (3 x 1 + 46 x 0.2 + 1 x 0.5) / 50, and 0.4
    expect(share('renewable.location.share')?.equals(exact('0.254'))).toBe(true);
    expect(share('carbon-free.location.share')?.equals(exact('0.4'))).toBe(true);
    expect(valueOf(footprint, 'renewable.location.share')).toBe('0.5');
  });

  test('a share that no row states by the hour stays the annual one', () => {
    const { carbon_free, ...rest } = mixRow.hourly ?? { start: AT };
    expect(carbon_free).toBeDefined();
    const footprint = accounted([metered()], [hourlySet([{ ...mixRow, hourly: rest }])]);
    const asked = { metric: 'carbon-free.location.share', isHourlyAllowed: true };
    expect(valueOf(footprint, asked)).toBe('0.75');
  });
});

describe('energy of the connections that is not all the site’s own', () => {
  const given = { ...inputs(), factorSets: [hourlySet(), factorSet([factorRow(), annualMix])] };
  const asked = { ...given, factors: CHOICE, sites: [metered()] };
  const months = footprintOf(asked).sites[0]?.months ?? [];
  const basis = {
    averages: gridAverages(asked, metered()).value,
    mixes: gridMixes(asked, metered()).value,
    bought: new Map(),
  };

  function massOf(energy: Figure<'MWh'>) {
    const taken = hourlyFactors(asked, metered(), months, {
      ...basis,
      energy: new Map([['2025-01', energy]]),
    });
    const location = taken?.months.get('2025-01')?.location;
    const masses = location?.masses ?? new Map<Gas, Figure>();
    const figure = isMissing(masses) ? undefined : masses.get('CO2');
    const [told] = taken?.findings ?? [];
    return {
      co2: figure && !isMissing(figure) ? decimalText(figure.value) : undefined,
      served: location && decimalText(location.served.value),
      told: told?.message,
    };
  }

  test('what is passed on has the hours of the whole', () => {
    // 30 of 50 MWh: 12,650.5 x 0.6
    const own = constant('30', 'MWh', 'own energy');
    expect(massOf(own)).toMatchObject({ co2: '7590.3', served: '29.4' });
    expect(massOf(own).told).toContain('Of 30 MWh of alpha, 29.4 MWh (98%)');
    expect(massOf(constant('50', 'MWh', 'own energy')).co2).toBe('12650.5');
  });

  test('what is not known is not served', () => {
    const { missing } = { missing: finding('ACC-NO-ENERGY', 'critical', 'nothing is known') };
    expect(massOf({ missing })).toMatchObject({ co2: undefined, served: undefined });
  });
});

describe('whatever the hours', () => {
  const cell = fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: null });
  const text = (n: number | null) =>
    n === null ? null : `${String(Math.floor(n / 1000))}.${String(n % 1000).padStart(3, '0')}`;

  test('the mass is the sum over hours by hand, at the bill where there is one', () => {
    const drawn = fc.tuple(
      fc.array(fc.tuple(cell, fc.nat(5_000_000)), { minLength: 24, maxLength: 24 }),
      fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
    );
    fc.assert(
      fc.property(drawn, ([pairs, billedMwh]) => {
        const day = calendar('2025-01-31', '2025-01-31');
        const total = pairs.reduce((sum, [, energy]) => sum + BigInt(energy), 0n);
        fc.pre(total > 0n);
        const meter = column('main.energy', day, (hour) => BigInt(pairs[hour]?.[1] ?? 0));
        const rates = hourlyRow({
          hourly: { start: instantText(day.start), co2_kg: pairs.map(([rate]) => text(rate)) },
        });
        const bills =
          billedMwh === undefined
            ? []
            : [bill('2025-01-31', '2025-01-31', String(billedMwh * 1000))];
        const footprint = accounted(
          [site({ calendar: day, bills, energyColumns: new Map([['main', meter]]) })],
          [hourlySet([rates])],
        );
        // thousandths of kg per MWh times joules; the annual 400 where the hour is open
        const dot = pairs.reduce(
          (sum, [rate, energy]) => sum + BigInt(rate ?? 400_000) * BigInt(energy),
          0n,
        );
        const read = exact(dot).div(exact(1000n * MWH));
        const expected =
          billedMwh === undefined
            ? read
            : read.mul(exact(BigInt(billedMwh) * MWH)).div(exact(total));
        const step = measure(footprint, {
          metric: 'scope2.location.mass',
          by: ['gas'],
          isHourlyAllowed: true,
        }).measurements.find(({ dimensions }) => dimensions.gas === 'CO2')?.step;
        expect(step?.value.equals(expected)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

test('the order of sets changes nothing', () => {
  const sets = [factorSet(), hourlySet(), hourlySet([hourlyRow({ id: 'B' })], { edition: '2023' })];
  const all = [sets, [...sets].reverse()].map((factorSets) =>
    masses(footprintOf({ ...inputs(), sites: [metered()], factors: CHOICE, factorSets })),
  );
  expect(all[0]).toEqual(all[1]);
});
