import {
  bill,
  certificate,
  contract,
  factorRow,
  factorSet,
  footprintOf,
  gwpSet,
  messagesOf,
  monthlyBills,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';
import { measure } from '../../src/kernel/measure.ts';
import { exact } from '../../src/units/rational.ts';

const PLAIN = factorSet([factorRow({ co2_kg: '400', ch4_kg: '0', n2o_kg: '0' })]);

test('location-based: 1,200 MWh at 400 + 0.02 x 27.9 + 0.004 x 273 kg, by gas and as CO2e', () => {
  const footprint = footprintOf();
  // 1200 x (400 + 0.558 + 1.092) / 1000
  expect(valueOf(footprint, 'scope2.location.co2e')).toBe('481.98');
  expect(valuesOf(footprint, { metric: 'scope2.location.mass', by: ['gas'] })).toEqual({
    CH4: '24',
    CO2: '480000',
    N2O: '4.8',
  });
});

test('masses of gases are not added to one number', () => {
  expect(valueOf(footprintOf(), 'scope2.location.mass')).toBe('TPL-UNIT');
});

test('the set of warming potentials is chosen at disclosure', () => {
  const footprint = footprintOf();
  // 1200 x (400 + 0.02 x 25 + 0.004 x 298) / 1000
  const ar4 = { metric: 'scope2.location.co2e', gwp: gwpSet('25', '298', 'AR4') };
  expect(valueOf(footprint, ar4)).toBe('482.0304');
});

test('CO2e without a set of warming potentials has no value', () => {
  expect(valueOf(footprintOf(), { metric: 'scope2.location.co2e', gwp: undefined })).toBe(
    'TPL-GWP',
  );
});

test.each(['200', '400', '800'])(
  'location- and market-based follow the factor (R14): %s',
  (co2) => {
    const footprint = footprintOf({
      factorSets: [factorSet([factorRow({ co2_kg: co2, ch4_kg: '0', n2o_kg: '0' })])],
    });
    const expected = String((Number(co2) * 1200) / 1000);
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe(expected);
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe(expected);
  },
);

test('an unknown grid gives no number, and a critical finding (R4)', () => {
  const footprint = footprintOf({ sites: [site({ site: { grid: 'test:ELSEWHERE' } })] });
  expect(valueOf(footprint, 'scope2.location.co2e')).toBe('ACC-NO-FACTOR');
  expect(valueOf(footprint, 'scope2.market.co2e')).toBe('ACC-NO-FACTOR');
  const critical = footprint.findings.filter((f) => f.severity === 'critical');
  expect(critical.map(({ code }) => code)).toEqual(['ACC-NO-FACTOR']);
  expect(critical[0]?.message).toContain('test:ELSEWHERE');
});

test('a site without a grid, and a workspace without a publisher, are told apart', () => {
  const plain = { id: 'alpha', name: 'A', country: 'US', zone: 'UTC', role: 'own' } as const;
  const noGrid = footprintOf({ sites: [{ ...site(), site: plain }] });
  expect(messagesOf(noGrid, 'ACC-NO-FACTOR')).toContain(
    'Site alpha names no grid, so no emission factor answers; add grid.',
  );
  const noMix = footprintOf({ factors: { location: ['test'], other_year: 'refuse' } });
  expect(messagesOf(noMix, 'ACC-NO-FACTOR')[0]).toMatch(/no publisher .* factors\.mix/);
});

test('a factor of null is missing, not zero: CO2 has a mass, CO2e has no value', () => {
  const footprint = footprintOf({ factorSets: [factorSet([factorRow({ ch4_kg: null })])] });
  expect(valueOf(footprint, 'scope2.location.co2e')).toBe('ACC-NO-FACTOR');
  expect(valuesOf(footprint, { metric: 'scope2.location.mass', by: ['gas'] })).toEqual({
    CO2: '480000',
    N2O: '4.8',
  });
});

test('a row that states CO2e stands in where it leaves a gas open', () => {
  const row = factorRow({ ch4_kg: null, n2o_kg: null, co2e_kg: '410' });
  const footprint = footprintOf({ factorSets: [factorSet([row])] });
  expect(valueOf(footprint, 'scope2.location.co2e')).toBe('492');
});

test('a factor of zero is honoured (R3)', () => {
  const row = factorRow({ co2_kg: '0', ch4_kg: '0', n2o_kg: '0' });
  expect(valueOf(footprintOf({ factorSets: [factorSet([row])] }), 'scope2.location.co2e')).toBe(
    '0',
  );
});

test('a rate per kWh is taken of kWh', () => {
  const row = factorRow({ per: 'kWh', co2_kg: '0.4', ch4_kg: '0', n2o_kg: '0' });
  expect(valueOf(footprintOf({ factorSets: [factorSet([row])] }), 'scope2.location.co2e')).toBe(
    '480',
  );
});

const OLD = {
  ...factorRow(),
  answers: { use: 'location', grid: 'test:GRID', year: 2023 },
} as const;
const CHOICE = { location: ['test'] as [string], other_year: 'refuse' as const };

test('a factor of another year is refused (R5)', () => {
  const footprint = footprintOf({ factorSets: [factorSet([OLD])], factors: CHOICE });
  expect(valueOf(footprint, 'scope2.location.co2e')).toBe('ACC-FACTOR-YEAR-REFUSED');
  expect(messagesOf(footprint, 'ACC-FACTOR-YEAR-REFUSED')[0]).toMatch(/2023 and not for 2025/);
});

test('the latest earlier year is used where that is allowed, and both years are named (R5)', () => {
  const older = factorRow({ answers: { ...OLD.answers, year: 2022 }, co2_kg: '999' });
  const later = factorRow({ answers: { ...OLD.answers, year: 2026 }, co2_kg: '777' });
  const footprint = footprintOf({
    factorSets: [factorSet([older, OLD, later])],
    factors: { ...CHOICE, other_year: 'latest-earlier' },
  });
  expect(valueOf(footprint, 'scope2.location.co2e')).toBe('481.98');
  expect(messagesOf(footprint, 'ACC-FACTOR-OTHER-YEAR')).toEqual([
    expect.stringMatching(/For 2025 the emission factor of 2023/),
  ]);
});

test('a later year is never used', () => {
  const later = factorRow({ answers: { ...OLD.answers, year: 2026 } });
  const footprint = footprintOf({
    factorSets: [factorSet([later])],
    factors: { ...CHOICE, other_year: 'latest-earlier' },
  });
  expect(valueOf(footprint, 'scope2.location.co2e')).toBe('ACC-FACTOR-YEAR-REFUSED');
});

test('publishers answer in the order of the workspace', () => {
  const second = factorSet([factorRow({ co2_kg: '100', ch4_kg: '0', n2o_kg: '0' })], {
    publisher: 'second',
  });
  const of = (location: [string, ...string[]]) =>
    valueOf(
      footprintOf({ factorSets: [PLAIN, second], factors: { location, other_year: 'refuse' } }),
      'scope2.location.co2e',
    );
  expect(of(['test', 'second'])).toBe('480');
  expect(of(['second', 'test'])).toBe('120');
});

test('a factor from memory gives its figure the grade M and a finding', () => {
  const footprint = footprintOf({ factorSets: [factorSet([factorRow({ grade: 'M' })])] });
  expect(messagesOf(footprint, 'ACC-FACTOR-UNVERIFIED')).toHaveLength(1);
  const grades = (metric: string) =>
    measure(footprint, { metric, gwp: gwpSet() }).measurements.map(({ grade }) => grade);
  expect(grades('scope2.location.co2e')).toEqual(['M']);
  expect(grades('energy.electricity')).toEqual(['V']);
});

test('a life-cycle factor does not answer for Scope 2', () => {
  const row = factorRow({ basis: { cycle: 'life-cycle' } });
  expect(valueOf(footprintOf({ factorSets: [factorSet([row])] }), 'scope2.location.co2e')).toBe(
    'ACC-NO-FACTOR',
  );
});

describe('market-based', () => {
  const covered = (...certificates: ReturnType<typeof certificate>[]) =>
    footprintOf({ factorSets: [PLAIN], sites: [site({ certificates })] });

  test('without instruments it equals location-based', () => {
    const footprint = covered();
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe('480');
    expect(valueOf(footprint, 'energy.grid-share')).toBe('1');
  });

  test('certificates cover the month of their vintage first, then the earliest others', () => {
    const footprint = covered(certificate({ energyMwh: exact('150') }));
    const byMonth = valuesOf(footprint, { metric: 'certificates.allocated', by: ['month'] });
    expect(byMonth).toEqual({ '2025-01': '50', '2025-03': '100' });
    // 1,050 MWh x 400 kg
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe('420');
    expect(valueOf(footprint, 'renewable.contractual.share')).toBe('0.125');
    expect(valuesOf(footprint, { metric: 'energy.by-source', by: ['source'] })).toEqual({
      'certificates:wind': '150',
      grid: '1050',
    });
  });

  test('more certificates than load never make Scope 2 negative (R8)', () => {
    const footprint = covered(certificate({ energyMwh: exact('5000') }));
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe('0');
    expect(valueOf(footprint, 'renewable.contractual.share')).toBe('1');
    expect(valueOf(footprint, 'certificates.retired')).toBe('5000');
    expect(valueOf(footprint, 'certificates.allocated')).toBe('1200');
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-SURPLUS')[0]).toContain('3,800 MWh');
    expect(messagesOf(footprint, 'ACC-NO-RESIDUAL-MIX')).toEqual([]);
  });

  test('a rate that the certificate conveys is used, and 0 is a rate (R3)', () => {
    const biomass = { technology: 'biomass' as const, energyMwh: exact('1200') };
    expect(
      valueOf(
        covered(certificate({ ...biomass, emissionFactor: exact('30') })),
        'scope2.market.co2e',
      ),
    ).toBe('36');
    expect(
      valueOf(
        covered(certificate({ ...biomass, emissionFactor: exact('0') })),
        'scope2.market.co2e',
      ),
    ).toBe('0');
  });

  test('biomass without a rate does not meet criterion 1', () => {
    const footprint = covered(certificate({ technology: 'biomass' }));
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(
      /criterion 1: no emission rate/,
    );
    expect(valueOf(footprint, 'certificates.refused')).toBe('100');
  });

  test('nuclear certificates are carbon-free and not renewable', () => {
    const footprint = covered(certificate({ technology: 'nuclear', energyMwh: exact('300') }));
    expect(valueOf(footprint, 'renewable.contractual.share')).toBe('0');
    expect(valueOf(footprint, 'carbon-free.contractual.share')).toBe('0.25');
  });

  test.each([
    [
      'not retired',
      { isRetired: false, statusText: 'Active' },
      /criterion 3: its status is “Active”/,
    ],
    [
      'another beneficiary',
      { beneficiary: 'Other AB' },
      /criterion 3: its beneficiary is “Other AB”/,
    ],
    ['an older vintage', { vintage: '2024-12' }, /criterion 4: its vintage is 2024-12/],
    ['a later vintage', { vintage: '2026-01' }, /criterion 4: its vintage is 2026-01/],
    ['another country', { country: 'CA' }, /criterion 5: its country is CA; .* is US/],
  ])('a certificate is refused: %s', (_, more, message) => {
    const footprint = covered(certificate(more));
    const [refused] = footprint.findings.filter((f) => f.code === 'ACC-CERTIFICATE-REFUSED');
    expect(refused?.severity).toBe('quality');
    expect(refused?.message).toMatch(message);
    expect(refused?.message).toContain('REG A-001 to A-100 (100 MWh)');
    expect(refused?.at).toEqual({ file: 'certificates.csv', line: 2 });
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe('480');
    expect(valueOf(footprint, 'certificates.retired')).toBe('0');
  });

  test.each([
    ['emission_rate', 1],
    ['sole_claim', 2],
    ['utility_rate', 6],
    ['direct_transfer', 7],
  ] as const)('an unanswered criterion, or a no, counts as not met: %s', (key, criterion) => {
    const answers = contract().criteria;
    const no = { met: 'no', evidence: 'e', by: 'b', on: '2026-01-01' } as const;
    const unanswered = Object.fromEntries(
      Object.entries(answers ?? {}).filter(([each]) => each !== key),
    );
    for (const criteria of [unanswered, { ...answers, [key]: no }]) {
      const footprint = footprintOf({
        factorSets: [PLAIN],
        sites: [site({ certificates: [certificate()], contracts: [contract({ criteria })] })],
      });
      expect(messagesOf(footprint, 'ACC-CERTIFICATE-REFUSED')[0]).toContain(
        `criterion ${String(criterion)}: criteria.${key}`,
      );
      expect(valueOf(footprint, 'scope2.market.co2e')).toBe('480');
    }
  });

  test('attributes that were sold count for nothing', () => {
    const sold = site({
      certificates: [certificate()],
      contracts: [contract({ attributes: 'sold' })],
    });
    const footprint = footprintOf({ factorSets: [PLAIN], sites: [sold] });
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(/criterion 7: .*sold/);
  });

  test.each(['TEST  miner', 'test miner ltd', 'Test Miner  Ltd '])(
    'case and space do not part the beneficiary %j from the entity',
    (beneficiary) => {
      expect(valueOf(covered(certificate({ beneficiary })), 'certificates.retired')).toBe('100');
    },
  );

  test('the market of a site may differ from its country', () => {
    const footprint = footprintOf({
      factorSets: [PLAIN],
      sites: [site({ site: { market: 'CA-QC' }, certificates: [certificate({ country: 'CA' })] })],
    });
    expect(valueOf(footprint, 'certificates.retired')).toBe('100');
  });

  test.each([
    ['the same range', 'A-001', 'A-100'],
    ['an overlapping range', 'A-100', 'A-199'],
    ['a range within', 'A-050', 'A-060'],
  ])('a serial seen twice is counted once: %s', (_, serialStart, serialEnd) => {
    const again = certificate({
      serialStart,
      serialEnd,
      evidence: { ...certificate().evidence, at: { line: 9 } },
    });
    const footprint = covered(again, certificate());
    const twice = footprint.findings.filter((f) => f.code === 'ACC-SERIAL-TWICE');
    expect(twice.map(({ severity, at }) => [severity, at.line])).toEqual([['critical', 9]]);
    expect(valueOf(footprint, 'certificates.allocated')).toBe('100');
  });

  test('serials of another registry, or beside one another, are others', () => {
    const footprint = covered(
      certificate(),
      certificate({ registry: 'OTHER' }),
      certificate({ serialStart: 'A-101', serialEnd: 'A-200' }),
      certificate({ serialStart: 'B-001', serialEnd: 'B-100' }),
    );
    expect(messagesOf(footprint, 'ACC-SERIAL-TWICE')).toEqual([]);
    expect(valueOf(footprint, 'certificates.retired')).toBe('400');
  });

  test('one serial claimed at two sites counts at one of them', () => {
    const beta = {
      ...site({
        site: { id: 'beta' },
        meters: [{ id: 'main', site: 'beta', measures: 'grid-import', use: 'mining' }],
        certificates: [certificate({ site: 'beta' })],
      }),
    };
    const footprint = footprintOf({
      factorSets: [PLAIN],
      sites: [beta, site({ certificates: [certificate()] })],
    });
    expect(valuesOf(footprint, { metric: 'certificates.allocated', by: ['site'] })).toEqual({
      alpha: '100',
    });
    expect(messagesOf(footprint, 'ACC-SERIAL-TWICE')[0]).toContain('for site alpha');
  });

  const RESIDUAL = factorRow({
    id: 'US',
    answers: { use: 'residual', grid: 'US', year: 2025 },
    co2_kg: '450',
    ch4_kg: '0',
    n2o_kg: '0',
  });

  test('a residual mix answers for the remainder', () => {
    const footprint = footprintOf({ factorSets: [factorSet([...PLAIN.rows, RESIDUAL])] });
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe('540');
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('480');
    expect(messagesOf(footprint, 'ACC-NO-RESIDUAL-MIX')).toEqual([]);
  });

  test('that none is published and that one was not used are told apart', () => {
    const none = footprintOf({ factorSets: [PLAIN] });
    expect(messagesOf(none, 'ACC-NO-RESIDUAL-MIX')).toEqual([
      expect.stringContaining('none is published for this market (US)'),
    ]);
    const held = factorSet([], {
      publisher: 'green-e',
      title: 'Green-e 2025',
      not_shipped: {
        use: 'residual',
        market: 'US',
        because: 'its terms are not known',
        grade: 'S',
      },
    });
    const notUsed = footprintOf({ factorSets: [PLAIN, held] });
    expect(messagesOf(notUsed, 'ACC-NO-RESIDUAL-MIX')).toEqual([
      expect.stringContaining(
        'one is published (Green-e 2025) but was not used, because its terms are not known',
      ),
    ]);
  });
});

describe('the renewable share of the grid’s mix', () => {
  const mix = (renewable: string | null, carbonFree?: string) =>
    factorRow({
      id: 'MIX',
      answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
      renewable,
      ...(carbonFree !== undefined && { carbon_free: carbonFree }),
    });

  test('it stands beside the contractual share, never blended', () => {
    const footprint = footprintOf({ factorSets: [factorSet([factorRow(), mix('0.37', '0.46')])] });
    expect(valueOf(footprint, 'renewable.location.share')).toBe('0.37');
    expect(valueOf(footprint, 'carbon-free.location.share')).toBe('0.46');
    expect(valueOf(footprint, 'renewable.contractual.share')).toBe('0');
  });

  test('without a row it has no value, and a finding', () => {
    const footprint = footprintOf();
    expect(valueOf(footprint, 'renewable.location.share')).toBe('ACC-NO-FACTOR');
    expect(footprint.findings.filter((f) => f.code === 'ACC-NO-FACTOR')).toEqual([
      expect.objectContaining({ severity: 'completeness' }),
    ]);
  });

  test('a row that leaves the carbon-free share open gives the renewable one alone', () => {
    const footprint = footprintOf({ factorSets: [factorSet([factorRow(), mix('0.37')])] });
    expect(valueOf(footprint, 'renewable.location.share')).toBe('0.37');
    expect(valueOf(footprint, 'carbon-free.location.share')).toBe('ACC-NO-FACTOR');
  });

  test('it is weighted by energy over sites', () => {
    const rows = [
      factorRow(),
      factorRow({ answers: { use: 'location', grid: 'test:WET', year: 2025 } }),
      mix('0.1'),
      { ...mix('0.9'), answers: { use: 'mix' as const, grid: 'test:WET', year: 2025 } },
    ];
    const wet = site({
      site: { id: 'beta', grid: 'test:WET' },
      meters: [{ id: 'wet', site: 'beta', measures: 'grid-import', use: 'mining' }],
      bills: monthlyBills(() => '300000', { meter: 'wet' }),
    });
    const footprint = footprintOf({ factorSets: [factorSet(rows)], sites: [site(), wet] });
    // (0.1 x 1,200 + 0.9 x 3,600) / 4,800
    expect(valueOf(footprint, 'renewable.location.share')).toBe('0.7');
  });
});

test('a bill over 1 January uses the factors of both years, by days (R6)', () => {
  const rows = [2025, 2026].map((year) =>
    factorRow({
      answers: { use: 'location', grid: 'test:GRID', year },
      co2_kg: year === 2025 ? '400' : '100',
      ch4_kg: '0',
      n2o_kg: '0',
    }),
  );
  const winter = bill('2025-12-17', '2026-01-15', '30000');
  const { calendar } = winterCalendar();
  const footprint = footprintOf({
    factorSets: [factorSet(rows)],
    period: { start: '2025-12-17', end: '2026-01-15' },
    sites: [site({ bills: [winter], calendar })],
  });
  expect(valuesOf(footprint, { metric: 'scope2.location.co2e', by: ['month'] })).toEqual({
    '2025-12': '6',
    '2026-01': '1.5',
  });
  expect(messagesOf(footprint, 'ACC-BILL-STRADDLES')[0]).toMatch(
    /the turn of the year; .* by days/,
  );
});

function winterCalendar() {
  const start = bill('2025-12-17', '2025-12-17', '0').start;
  const turn = bill('2026-01-01', '2026-01-01', '0').start;
  const end = bill('2026-01-15', '2026-01-15', '0').end;
  const months = [
    { id: '2025-12', start, end: turn },
    { id: '2026-01', start: turn, end },
  ];
  return { calendar: { zone: 'UTC', start, end, months } };
}
