import fc from 'fast-check';
import '../support/property-seed.ts';
import { isMissing } from '../../src/kernel/figure.ts';
import type { FootprintInputs } from '../../src/kernel/inputs.ts';
import { potentialOf } from '../../src/kernel/warming-potentials.ts';
import type { RefrigerantUse } from '../../src/model/source-records.ts';
import { exact, ratio } from '../../src/units/rational.ts';
import { decimalText, roundedText } from '../../src/units/rounding.ts';
import { decision, potentials, refrigerant, SETS, shipped, withRecords } from './direct-sample.ts';
import { fuelUse, messagesOf, valueOf, valuesOf } from './sample.ts';

type Site = Parameters<typeof withRecords>[0]['site'];

function lost(
  refrigerants: readonly RefrigerantUse[],
  more: Partial<FootprintInputs> = {},
  site: Site = {},
) {
  return withRecords({ refrigerants, site }, more);
}

const byGas = (footprint: ReturnType<typeof lost>) =>
  valuesOf(footprint, { metric: 'scope1.mass', by: ['gas'] });
const tonnes = (footprint: ReturnType<typeof lost>, edition: string) =>
  valueOf(footprint, { metric: 'scope1.co2e', gwp: potentials(edition) });

/** A mass balance: 50 + 30 + 400 at the beginning and acquired, 40 + 5 + 420 at the end and disbursed: 15 kg lost. */
const BALANCE = [
  refrigerant('stock', '50', { span: ['2024-12-31', '2024-12-31'] }),
  refrigerant('stock', '40', { span: ['2025-12-31', '2025-12-31'], line: 3 }),
  refrigerant('acquired', '30', { line: 4 }),
  refrigerant('disbursed', '5', { line: 5 }),
  refrigerant('capacity', '400', { span: ['2025-01-01', '2025-01-01'], line: 6 }),
  refrigerant('capacity', '420', { span: ['2025-12-31', '2025-12-31'], line: 7 }),
];
const without = (kind: RefrigerantUse['kind'], last?: string) =>
  BALANCE.filter((use) => use.kind !== kind || (last !== undefined && use.lastDay !== last));

// worked example gwp-blend-r410a, computed from what was lost: half HFC-32, half HFC-125
test.each([
  ['AR4-100', '2087.5', '2088'],
  ['AR5-100', '1923.5', '1924'],
  ['AR6-100', '2255.5', '2256'],
])('a tonne of R-410A by %s: %s t CO2e', (edition, expected, printed) => {
  const value = tonnes(lost([refrigerant('leaked', '1000')]), edition);
  expect(value).toBe(expected);
  expect(roundedText(exact(value), { decimals: 0, mode: 'half-up' })).toBe(printed);
});

// worked example gwp-sets
test.each([
  ['SAR-100', '21', '310'],
  ['SAR-20', '56', '280'],
  ['TAR-100', '23', '296'],
  ['TAR-20', '62', '275'],
  ['AR4-100', '25', '298'],
  ['AR4-20', '72', '289'],
  ['AR5-100', '28', '265'],
  ['AR5-20', '84', '264'],
  ['AR5-100-feedback', '34', '298'],
  ['AR5-20-feedback', '86', '268'],
  ['AR6-100', '27.9', '273'],
  ['AR6-20', '81.2', '273'],
])('%s: CH4 %s, N2O %s', (edition, ch4, n2o) => {
  const value = (gas: string) => {
    const rate = potentialOf(gas, potentials(edition));
    return isMissing(rate) ? rate.missing.code : decimalText(rate.value);
  };
  expect([value('CH4'), value('N2O')]).toEqual([ch4, n2o]);
});

describe('potentials of fluorinated gases', () => {
  test('stand in the set that the set of the same report and horizon names, and the step names it', () => {
    const rate = potentialOf('SF6', potentials('AR6-100-split'));
    if (isMissing(rate)) throw new TypeError(rate.missing.message);
    expect(decimalText(rate.value)).toBe('24300');
    expect(rate.factor).toMatchObject({ publisher: 'ipcc', edition: 'AR6-100-fluorinated' });
    expect(rate.name).toMatch(/Sixth Assessment Report, .* fluorinated gases over 100 years/);
  });

  test.each(['AR6-20', 'AR5-100-feedback', 'SAR-100'])('are not lent to %s', (edition) => {
    expect(tonnes(lost([refrigerant('leaked', '1')]), edition)).toBe('ACC-NO-FACTOR');
  });

  test('each set that is named is there, of the same report and horizon', () => {
    for (const { edition, with: others = [] } of SETS) {
      for (const other of others) {
        expect(SETS.some((set) => set.edition === other)).toBe(true);
        expect(other.split('-').slice(0, 2)).toEqual(edition.split('-').slice(0, 2));
      }
    }
  });
});

describe('mass balance', () => {
  test('what left the stock and the equipment and is not accounted for was lost', () => {
    const footprint = lost(BALANCE);
    expect(byGas(footprint)).toEqual({ 'HFC-125': '7.5', 'HFC-32': '7.5' });
    expect(valuesOf(footprint, { metric: 'scope1.mass', by: ['source', 'gas'] })).toEqual({
      'fugitive HFC-125': '7.5',
      'fugitive HFC-32': '7.5',
    });
    expect(messagesOf(footprint, 'ACC-REFRIGERANT')).toEqual([]);
  });

  test('what was disposed of left as well; what was topped up is within the balance', () => {
    const footprint = lost([
      ...BALANCE,
      refrigerant('disposed', '3', { line: 8 }),
      refrigerant('topped-up', '12', { line: 9 }),
    ]);
    expect(byGas(footprint)['HFC-32']).toBe('6');
    expect(messagesOf(footprint, 'ACC-REFRIGERANT')[0]).toMatch(/is within it/);
  });

  test('equipment installed and retired tells the change of capacity', () => {
    const footprint = lost([
      ...without('capacity'),
      refrigerant('capacity-installed', '25', { line: 8 }),
      refrigerant('capacity-retired', '5', { line: 9 }),
    ]);
    expect(byGas(footprint)['HFC-32']).toBe('7.5');
  });

  test('nothing lost is a value', () => {
    const footprint = lost([...BALANCE, refrigerant('disbursed', '15', { line: 8 })]);
    expect(byGas(footprint)).toEqual({ 'HFC-125': '0', 'HFC-32': '0' });
    expect(tonnes(footprint, 'AR6-100')).toBe('0');
    expect(messagesOf(footprint, 'ACC-REFRIGERANT')).toEqual([]);
  });

  test('less than nothing counts as 0 and is said', () => {
    const footprint = lost([...BALANCE, refrigerant('disbursed', '20', { line: 8 })]);
    expect(byGas(footprint)).toEqual({ 'HFC-125': '0', 'HFC-32': '0' });
    const [said] = footprint.findings.filter(({ code }) => code === 'ACC-REFRIGERANT');
    expect(said?.severity).toBe('quality');
    expect(said?.message).toMatch(/R-410A at alpha: its balance is -5 kg/);
  });

  test.each([
    ['no stock at the end', without('stock', '2025-12-31'), /stock at the end of the period/],
    ['no stock at all', without('stock'), /stock at the beginning and end/],
    ['no capacity', without('capacity'), /capacity of the equipment at both ends/],
    ['capacity at one end', without('capacity', '2025-12-31'), /at the end of the period, even/],
  ])('%s gives no figure', (_, records, message) => {
    const footprint = lost(records);
    expect(tonnes(footprint, 'AR6-100')).toBe('ACC-REFRIGERANT');
    const [lack] = footprint.findings.filter(({ code }) => code === 'ACC-REFRIGERANT');
    expect(lack?.severity).toBe('completeness');
    expect(lack?.message).toMatch(message);
  });
});

describe('simplified material balance', () => {
  test('(charged - capacity) + topped up + (capacity retired - recovered)', () => {
    const footprint = lost([
      refrigerant('charged', '52'),
      refrigerant('capacity-installed', '50', { line: 3 }),
      refrigerant('topped-up', '6', { line: 4 }),
      refrigerant('capacity-retired', '30', { line: 5 }),
      refrigerant('recovered', '26', { line: 6 }),
    ]);
    // 2 + 6 + 4 kg
    expect(byGas(footprint)['HFC-125']).toBe('6');
  });

  test('what was recovered from equipment in use is not taken off', () => {
    const footprint = lost([
      refrigerant('topped-up', '6'),
      refrigerant('recovered', '4', { line: 3 }),
    ]);
    expect(byGas(footprint)['HFC-32']).toBe('3');
    expect(messagesOf(footprint, 'ACC-REFRIGERANT')[0]).toMatch(/recovered is not taken off/);
  });

  test('a charge of new equipment without its capacity gives no figure', () => {
    expect(tonnes(lost([refrigerant('charged', '52')]), 'AR6-100')).toBe('ACC-REFRIGERANT');
  });

  test('leaks of equipment that was topped up are within what was topped up', () => {
    const footprint = lost([
      refrigerant('topped-up', '6', { equipment: 'A' }),
      refrigerant('leaked', '4', { equipment: 'A', line: 3 }),
      refrigerant('leaked', '2', { equipment: 'B', line: 4 }),
    ]);
    expect(byGas(footprint)['HFC-32']).toBe('4');
    expect(messagesOf(footprint, 'ACC-REFRIGERANT')[0]).toMatch(/are not added/);
  });

  test('what was disposed of alone tells no loss', () => {
    expect(tonnes(lost([refrigerant('disposed', '5')]), 'AR6-100')).toBe('ACC-REFRIGERANT');
  });
});

describe('screening', () => {
  const CHARGE = refrigerant('in-service', '200', {
    leakRate: exact('0.1'),
    span: ['2025-01-01', '2025-12-31'],
  });
  const decided = (value: string) => ({ decisions: [decision('refrigerant-screening', value)] });

  test('charge x rate x time, where it is decided and small', () => {
    // 480 t of CO2 and more by electricity; 20 kg are 45.1 t by AR6: 8.6 %
    const footprint = lost([CHARGE], decided('10% by AR6-100'));
    expect(byGas(footprint)['HFC-32']).toBe('10');
    expect(messagesOf(footprint, 'ACC-SCREENING')[0]).toMatch(/are 8\.\d+% of .* below the 10%/);
  });

  test('half a year loses half as much', () => {
    const use = {
      ...CHARGE,
      ...refrigerant('in-service', '200', { span: ['2025-07-02', '2025-12-31'] }),
    };
    // 183 of 365 days: 20 kg x 183 / 365, half of it HFC-32
    const value = byGas(lost([{ ...use, leakRate: exact('0.1') }], decided('10% by AR6-100')))[
      'HFC-32'
    ];
    expect(value && roundedText(exact(value), { decimals: 6, mode: 'half-up' })).toBe('5.013699');
  });

  test('above the limit it gives no figure', () => {
    const footprint = lost([CHARGE], decided('5% by AR6-100'));
    expect(tonnes(footprint, 'AR6-100')).toBe('ACC-SCREENING');
    expect(messagesOf(footprint, 'ACC-SCREENING')[0]).toMatch(
      /not below the 5% decided by A. Tester/,
    );
    expect(tonnes(lost([CHARGE], decided('5% by AR9-100')), 'AR6-100')).toBe('ACC-SCREENING');
  });

  test.each([[{}], [decided('yes')]])(
    'without a decision that reads as one it counts nothing',
    (more) => {
      const footprint = lost([CHARGE], more);
      expect(tonnes(footprint, 'AR6-100')).toBe('ACC-NO-DIRECT-SOURCES');
      expect(messagesOf(footprint, 'ACC-NO-REFRIGERANTS')[0]).toMatch(
        /decide refrigerant-screening/,
      );
    },
  );

  test('without a rate it gives no figure; records of the equipment stand before it', () => {
    const { leakRate, ...bare } = CHARGE;
    expect(leakRate).toBeDefined();
    expect(tonnes(lost([bare], decided('10% by AR6-100')), 'AR6-100')).toBe('ACC-REFRIGERANT');
    const topped = lost(
      [CHARGE, refrigerant('topped-up', '1', { line: 3 })],
      decided('10% by AR6-100'),
    );
    expect(byGas(topped)['HFC-32']).toBe('0.5');
  });
});

test('gases of the Montreal Protocol stand outside the scopes', () => {
  const footprint = lost([
    refrigerant('topped-up', '10', { refrigerant: 'R-22' }),
    refrigerant('topped-up', '100', { refrigerant: 'R-408A', line: 3 }),
  ]);
  // R-408A: 7 % HFC-125, 46 % HFC-143a, 47 % HCFC-22
  expect(byGas(footprint)).toEqual({ CO2: '0', 'HFC-125': '7', 'HFC-143a': '46' });
  expect(valuesOf(footprint, { metric: 'fugitive.outside.mass', by: ['gas'] })).toEqual({
    'HCFC-22': '57',
  });
  expect(messagesOf(footprint, 'ACC-OUTSIDE-GASES')).toHaveLength(1);
});

test('SF6, heat-transfer fluids, natural refrigerants and oils', () => {
  const of = (name: string) => lost([refrigerant('topped-up', '10', { refrigerant: name })]);
  // 10 kg x 24,300; PFC-5-1-14 x 8,620 by AR6
  expect(tonnes(of('SF6'), 'AR6-100')).toBe('243');
  expect(tonnes(of('FC-72'), 'AR6-100')).toBe('86.2');
  expect(tonnes(of('FC-72'), 'AR4-100')).toBe('93');
  expect(tonnes(of('R-744'), 'AR6-100')).toBe('0.01');
  expect(tonnes(of('R-717'), 'AR6-100')).toBe('0');
  expect(tonnes(of('mineral-oil'), 'AR6-100')).toBe('0');
  const unknown = of('Fluid X');
  expect(tonnes(unknown, 'AR6-100')).toBe('ACC-REFRIGERANT');
  expect(messagesOf(unknown, 'ACC-REFRIGERANT')[0]).toMatch(/composition of Fluid X at alpha/);
});

test('refrigerants stand beside fuels, and contradict that there is nothing', () => {
  const footprint = withRecords(
    {
      fuels: [fuelUse('10', 'mmBtu', { heatBasis: 'HHV' })],
      refrigerants: [refrigerant('leaked', '1', { refrigerant: 'SF6' })],
    },
    { decisions: [decision('no-direct-emissions', 'yes')] },
  );
  expect(valuesOf(footprint, { metric: 'scope1.mass', by: ['source', 'gas'] })).toMatchObject({
    'stationary CO2': '530.6',
    'fugitive SF6': '1',
  });
  expect(messagesOf(footprint, 'ACC-DIRECT-CONTRADICTION')[0]).toMatch(
    /^Fuels and refrigerants are stated/,
  );
});

test('cooling that holds gases, and no word of them, is incomplete', () => {
  const said = (cooling: 'air' | 'chiller' | 'two-phase-immersion', uses: RefrigerantUse[] = []) =>
    messagesOf(lost(uses, {}, { cooling: [cooling] }), 'ACC-NO-REFRIGERANTS');
  expect(said('air')).toEqual([]);
  expect(said('chiller')[0]).toMatch(/alpha declares cooling by chiller, and nothing states/);
  expect(said('two-phase-immersion')).toHaveLength(1);
  expect(said('chiller', [refrigerant('topped-up', '0')])).toEqual([]);
});

test('without refrigerants nothing is said of them', () => {
  const { findings, sites } = lost([]);
  expect(findings.filter(({ code }) => /REFRIG|SCREEN|OUTSIDE|GAS|CAPTURE/.test(code))).toEqual([]);
  expect(sites[0]).not.toHaveProperty('direct');
});

describe('properties', () => {
  const kg = fc.integer({ min: 0, max: 1_000_000 }).map((n) => ratio(BigInt(n), 1000n));
  const BLENDS = shipped('ashrae/34-2019').rows;
  const short = { bills: [] } as const;

  test('a blend is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BLENDS), kg, ({ id, parts = {} }, mass) => {
        const footprint = withRecords({
          ...short,
          refrigerants: [refrigerant('leaked', mass, { refrigerant: id })],
        });
        const all = {
          ...byGas(footprint),
          ...valuesOf(footprint, { metric: 'fugitive.outside.mass', by: ['gas'] }),
        };
        for (const [gas, part] of Object.entries(parts)) {
          expect(all[gas]).toBe(decimalText(mass.mul(exact(part))));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a loss is never below zero, and a record may be split in two', () => {
    const kinds = [
      'charged',
      'topped-up',
      'recovered',
      'capacity-installed',
      'capacity-retired',
      'leaked',
    ] as const;
    const balanced = ['stock', 'capacity', 'acquired', 'disbursed', 'disposed'] as const;
    const record = (of: readonly RefrigerantUse['kind'][]) =>
      fc.tuple(fc.constantFrom(...of), kg, kg);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(record(kinds), { maxLength: 5 }),
          fc.array(record(balanced), { maxLength: 5 }),
        ),
        (rows) => {
          const use = (kind: RefrigerantUse['kind'], mass: (typeof rows)[0][1], line: number) =>
            refrigerant(kind, mass, {
              line,
              span:
                kind === 'stock' || kind === 'capacity'
                  ? ['2025-12-31', '2025-12-31']
                  : ['2025-03-01', '2025-03-31'],
            });
          const base = rows.some(([kind]) => kind === 'stock' || kind === 'acquired')
            ? [
                refrigerant('stock', '10', { span: ['2025-01-01', '2025-01-01'], line: 90 }),
                refrigerant('capacity', '10', { span: ['2025-01-01', '2025-01-01'], line: 91 }),
              ]
            : [];
          const of = (records: RefrigerantUse[]) =>
            byGas(withRecords({ ...short, refrigerants: [...base, ...records] }));
          const whole = of(rows.map(([kind, a, b], i) => use(kind, a.add(b), i + 2)));
          const halves = of(
            rows.flatMap(([kind, a, b], i) => [use(kind, a, 2 * i + 2), use(kind, b, 2 * i + 3)]),
          );
          expect(halves).toEqual(whole);
          expect(Object.values(whole).every((value) => !value.startsWith('-'))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
