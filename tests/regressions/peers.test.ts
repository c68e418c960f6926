import { calendarOf } from '../../src/app/calendar.ts';
import { constant, product, quotient } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import type { FactorRow } from '../../src/model/documents/factor-set.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { exact } from '../../src/units/rational.ts';
import { decimalText, roundedText } from '../../src/units/rounding.ts';
import { canonicalUnit, conversionFactor, meaningOf } from '../../src/units/unit.ts';
import { present } from '../support/present.ts';
import {
  bill,
  calendar,
  certificate,
  column,
  factorRow,
  factorSet,
  footprintOf,
  fuelUse,
  gwpSet,
  hashes,
  messagesOf,
  monthlyBills,
  site,
  valueOf,
} from '../kernel/sample.ts';

/*
 * Mistakes that were found in other open programs of this field, each as a case that must not happen here. The words
 * name the mistake and not the program.
 */

const shipped = loadFactors().map(({ set }) => set);
const named = (publisher: string, edition: string) =>
  present(shipped.find((set) => set.publisher === publisher && set.edition === edition));

const PART98 = named('epa-part98', '2016-12');

/** Mass of a gas of some fuel by the table that ships, in kg. */
function burned(quantity: string, unit: string, fuel: string, gas: string): string | undefined {
  const use = fuelUse(quantity, unit, { fuel, heatBasis: 'HHV' });
  const footprint = footprintOf({
    factors: { location: ['test'], combustion: ['epa-part98'], other_year: 'refuse' },
    factorSets: [factorSet(), PART98],
    sites: [site({ fuels: [use] })],
  });
  const { measurements } = measure(footprint, { metric: 'scope1.mass', by: ['gas'] });
  const found = measurements.find(({ dimensions }) => dimensions.gas === gas);
  return found && decimalText(found.step.value);
}

describe('a factor of exactly zero was taken for one that is not supplied', () => {
  const zero = factorRow({
    id: 'residual',
    answers: { use: 'residual', grid: 'US', year: 2025 },
    co2_kg: '0',
    ch4_kg: '0',
    n2o_kg: '0',
  });

  test('a residual mix of zero answers, and the grid average does not stand in', () => {
    const footprint = footprintOf({ factorSets: [factorSet([factorRow(), zero])] });
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe('0');
    expect(valueOf(footprint, 'scope2.location.co2e')).not.toBe('0');
    expect(messagesOf(footprint, 'ACC-NO-RESIDUAL-MIX')).toEqual([]);
  });

  test('a certificate at zero covers its energy at zero', () => {
    const all = [certificate({ energyMwh: exact('1200'), emissionFactor: exact('0') })];
    const footprint = footprintOf({ sites: [site({ certificates: all })] });
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe('0');
  });

  test('a grid average of zero is a figure of zero, and not a gap', () => {
    const row = factorRow({ co2_kg: '0', ch4_kg: '0', n2o_kg: '0' });
    const footprint = footprintOf({ factorSets: [factorSet([row])] });
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('0');
    const lacking = messagesOf(footprint, 'ACC-NO-FACTOR');
    expect(lacking.filter((message) => message.includes('emission factor'))).toEqual([]);
  });
});

describe('short tons were counted as tonnes', () => {
  test('128 kWh of California in 2019 are 22.48 kg, and not 24.78', () => {
    const { set, row } = present(
      shipped
        .flatMap((each) => each.rows.map((one) => ({ set: each, row: one })))
        .find((each) => each.set.edition === '2019' && each.row.id === 'state-CA'),
    );
    expect(set.publisher).toBe('epa-egrid');
    const answers = { use: 'location', grid: 'test:GRID', year: 2025 } as const;
    const footprint = footprintOf({
      factorSets: [factorSet([{ ...row, answers }])],
      sites: [site({ bills: [bill('2025-01-01', '2025-12-31', '128')] })],
    });
    const tonnes = exact(valueOf(footprint, 'scope2.location.co2e'));
    expect(roundedText(tonnes.mul(1000), { decimals: 2, mode: 'half-up' })).toBe('22.48');
  });

  test('a short ton is 907.18474 kg, a tonne 1,000 kg, and a ton is neither', () => {
    expect(decimalText(conversionFactor('short ton', 'kg'))).toBe('907.18474');
    expect(decimalText(conversionFactor('t', 'kg'))).toBe('1000');
    expect([meaningOf('ton'), meaningOf('tons'), meaningOf('mt')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('coal by the short ton: 25.09 mmBtu of 103.69 kg', () => {
    expect(burned('1', 'short ton', 'anthracite', 'CO2')).toBe('2601.5821');
    expect(burned('907.18474', 'kg', 'anthracite', 'CO2')).toBe('2601.5821');
  });
});

describe('therms were counted as hundreds of cubic feet, through a factor by volume', () => {
  test('100 therms of natural gas are 10 mmBtu: 530.6 kg of CO2, and not 575', () => {
    expect(burned('100', 'therm', 'natural-gas', 'CO2')).toBe('530.6');
    expect(burned('10', 'mmBtu', 'natural-gas', 'CO2')).toBe('530.6');
  });

  test('hundreds of cubic feet by volume are another amount', () => {
    // 10,000 scf of 0.001026 mmBtu
    expect(burned('10000', 'scf', 'natural-gas', 'CO2')).toBe('544.3956');
  });
});

describe('an unknown region, or year, gave zero or another one without a word', () => {
  test('an unknown grid gives no figure and a critical finding that names it', () => {
    const footprint = footprintOf({ sites: [site({ site: { grid: 'egrid:NOPE' } })] });
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('ACC-NO-FACTOR');
    const told = footprint.findings.filter(({ code }) => code === 'ACC-NO-FACTOR');
    expect(told.map(({ severity }) => severity)).toContain('critical');
    expect(told[0]?.message).toContain('egrid:NOPE');
  });

  const ofYear = (year: number): FactorRow =>
    factorRow({ answers: { use: 'location', grid: 'test:GRID', year } });

  test.each([2020, 2024, 2026])(
    'a factor of %s is not used for 2025 unless that is asked for',
    (year) => {
      const footprint = footprintOf({ factorSets: [factorSet([ofYear(year)])] });
      expect(valueOf(footprint, 'scope2.location.co2e')).toBe('ACC-FACTOR-YEAR-REFUSED');
    },
  );

  test('where it is asked for it is told, and a later year is never used', () => {
    const allowing = (...rows: readonly FactorRow[]) =>
      footprintOf({
        factors: { location: ['test'], other_year: 'latest-earlier' },
        factorSets: [factorSet(rows)],
      });
    expect(messagesOf(allowing(ofYear(2024), ofYear(2026)), 'ACC-FACTOR-OTHER-YEAR')).toEqual([
      expect.stringContaining('For 2025 the emission factor of 2024 was used'),
    ]);
    const later = allowing(ofYear(2026));
    expect(valueOf(later, 'scope2.location.co2e')).toBe('ACC-FACTOR-YEAR-REFUSED');
  });
});

describe('certificates beyond the load drove the market-based total below zero', () => {
  test.each(['1200', '1201', '99999'])('%s MWh against 1,200 MWh give zero', (energy) => {
    const all = [certificate({ energyMwh: exact(energy), emissionFactor: exact('0') })];
    const footprint = footprintOf({ sites: [site({ certificates: all })] });
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe('0');
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-SURPLUS')).toHaveLength(
      energy === '1200' ? 0 : 1,
    );
  });

  test('nor do they lower the location-based total', () => {
    const all = [certificate({ energyMwh: exact('99999') })];
    const bare = valueOf(footprintOf(), 'scope2.location.co2e');
    const covered = footprintOf({ sites: [site({ certificates: all })] });
    expect(valueOf(covered, 'scope2.location.co2e')).toBe(bare);
  });
});

describe('prefixes of units: a thousand times too much, or one symbol for two units', () => {
  test('grams and kilograms of one gas are converted, and never multiplied as they are', () => {
    expect(decimalText(conversionFactor('kg CO2', 'g CO2'))).toBe('1000');
    const energy = constant('1', 'MWh', 'energy');
    const rate = constant('400', 'g CO2/kWh', 'rate');
    expect(() => product<string, string>(energy, rate, 'mass')).toThrow(
      'g CO2/kWh is no rate per MWh',
    );
  });

  test('a rate in kg per kWh and one in kg per MWh give the same tonnes', () => {
    const tonnes = (more: Partial<FactorRow>) =>
      valueOf(
        footprintOf({
          factorSets: [factorSet([factorRow({ ch4_kg: '0', n2o_kg: '0', ...more })])],
        }),
        'scope2.location.co2e',
      );
    expect(tonnes({ per: 'MWh', co2_kg: '400' })).toBe('480');
    expect(tonnes({ per: 'kWh', co2_kg: '0.4' })).toBe('480');
  });

  test.each(['mt', 'MT', 'mcm', 'MCF', 'ton', 'mW'])(
    '%s has no one meaning and is refused',
    (symbol) => {
      expect(meaningOf(symbol)).toBeUndefined();
    },
  );

  test('the case of a prefix decides: MWh is not mWh', () => {
    expect(canonicalUnit('energy', 'MWh')).toBe('MWh');
    expect(decimalText(conversionFactor('MWh', 'kWh'))).toBe('1000');
    expect(decimalText(conversionFactor('EH/s', 'PH/s'))).toBe('1000');
  });
});

describe('a bill over new year took the factor of the year in which it ends', () => {
  const rows = [
    factorRow({ id: '2025', co2_kg: '100', ch4_kg: '0', n2o_kg: '0' }),
    factorRow({
      id: '2026',
      answers: { use: 'location', grid: 'test:GRID', year: 2026 },
      co2_kg: '1000',
      ch4_kg: '0',
      n2o_kg: '0',
    }),
  ];
  const over = calendar('2025-12-17', '2026-01-15');

  test('30 days, 15 on either side: half of it at the factor of each year', () => {
    const footprint = footprintOf({
      factorSets: [factorSet(rows)],
      sites: [site({ calendar: over, bills: [bill('2025-12-17', '2026-01-15', '60000')] })],
    });
    // 30 MWh x 100 kg + 30 MWh x 1000 kg
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('33');
  });

  test('with readings, by what was used before and after midnight', () => {
    const midnight = 15 * 24;
    const perHour = (hour: number) => (hour < midnight ? 3n : 1n) * 3_600_000_000n;
    const footprint = footprintOf({
      factorSets: [factorSet(rows)],
      sites: [
        site({
          calendar: over,
          bills: [bill('2025-12-17', '2026-01-15', '1440000')],
          energyColumns: new Map([['main', column('main.energy', over, perHour)]]),
        }),
      ],
    });
    // 360 hours of 3 MWh at 100 kg, 360 hours of 1 MWh at 1000 kg
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('468');
  });
});

describe('with a denominator of zero the numerator was given as the result', () => {
  test('no hashes: the intensity is missing, and says so', () => {
    const day = calendar('2025-01-01', '2025-01-01');
    const footprint = footprintOf({
      sites: [
        site({
          calendar: day,
          bills: [bill('2025-01-01', '2025-01-01', '100000')],
          hashes: hashes(day, 0n),
        }),
      ],
    });
    expect(valueOf(footprint, 'intensity.location')).toBe('ACC-ZERO-DENOMINATOR');
    expect(valueOf(footprint, 'efficiency.facility')).toBe('ACC-ZERO-DENOMINATOR');
  });

  test('a quotient by zero has no value', () => {
    expect(quotient(constant('5', 'kg', 'mass'), constant('0', 'TH', 'hashes'), 'none')).toBe(
      undefined,
    );
  });
});

describe('binary floats: 200000 / 1000 * 1185.6 gave 237119.99999999997', () => {
  test('200,000 kWh at 1185.6 lb per MWh are 237,120 lb', () => {
    const lb = exact('1185.6').mul(conversionFactor('lb', 'kg'));
    const row = factorRow({ co2_kg: decimalText(lb), ch4_kg: '0', n2o_kg: '0' });
    const footprint = footprintOf({
      factorSets: [factorSet([row])],
      sites: [site({ bills: [bill('2025-01-01', '2025-12-31', '200000')] })],
    });
    const tonnes = exact(valueOf(footprint, 'scope2.location.co2e'));
    expect(decimalText(tonnes.mul(conversionFactor('t', 'lb')))).toBe('237120');
    expect(
      roundedText(tonnes.mul(conversionFactor('t', 'lb')), { decimals: 0, mode: 'floor' }),
    ).toBe('237120');
  });

  test('0.1 + 0.2 is 0.3 in a sum of bills', () => {
    const days = ['2025-01-01', '2025-01-02', '2025-01-03'];
    const bills = ['0.1', '0.2', '0.3'].map((kwh, i) =>
      bill(present(days[i]), present(days[i]), kwh),
    );
    const footprint = footprintOf({
      sites: [site({ calendar: calendar('2025-01-01', '2025-01-03'), bills })],
    });
    expect(valueOf(footprint, 'energy.electricity')).toBe('0.0006');
  });
});

describe('methane and nitrous oxide of diesel were divided by a million twice', () => {
  test('10,000 gal of distillate: 4.14 kg and 0.828 kg are there', () => {
    expect(burned('10000', 'gal', 'distillate-2', 'CH4')).toBe('4.14');
    expect(burned('10000', 'gal', 'distillate-2', 'N2O')).toBe('0.828');
  });
});

describe('a path left out the multiplication by the factor', () => {
  test.each(['scope2.location.co2e', 'scope2.market.co2e'])(
    '%s grows with the factor',
    (metric) => {
      const at = (times: bigint) => {
        const scaled = (value: string) => decimalText(exact(value).mul(times));
        const row = factorRow({
          co2_kg: scaled('400'),
          ch4_kg: scaled('0.02'),
          n2o_kg: scaled('0.004'),
        });
        return exact(valueOf(footprintOf({ factorSets: [factorSet([row])] }), metric));
      };
      expect(decimalText(at(7n).div(at(1n)))).toBe('7');
    },
  );
});

describe('two ways through one program gave two answers', () => {
  test('a year of bills is the sum of its months, and of its sites', () => {
    const months = footprintOf({ sites: [site({ bills: monthlyBills(() => '100000') })] });
    const whole = footprintOf({
      sites: [site({ bills: [bill('2025-01-01', '2025-12-31', '1200000')] })],
    });
    const metric = 'scope2.location.co2e';
    expect(valueOf(months, metric)).toBe(valueOf(whole, metric));
    const byMonth = measure(months, { metric, by: ['month'], gwp: gwpSet() }).measurements;
    const sum = byMonth.reduce((total, { step }) => total.add(step.value), exact('0'));
    expect(decimalText(sum)).toBe(valueOf(whole, metric));
  });
});

describe('hours at the edges of the year were missing', () => {
  test.each([
    ['America/Chicago', '2025', 8760],
    ['America/Chicago', '2024', 8784],
    ['Europe/Stockholm', '2024', 8784],
    ['Asia/Kolkata', '2025', 8760],
  ])('a year in %s, %s, has %s hours', (zone, year, hours) => {
    const { start, end } = calendarOf({ start: `${year}-01-01`, end: `${year}-12-31` }, zone);
    expect((end - start) / 3600).toBe(hours);
  });
});
