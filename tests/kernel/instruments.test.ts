import type { FootprintInputs, SiteInputs } from '../../src/kernel/inputs.ts';
import type { Contract, Programme } from '../../src/model/documents/workspace.ts';
import type { Certificate } from '../../src/model/records.ts';
import type { SupplierMix } from '../../src/model/source-records.ts';
import { exact } from '../../src/units/rational.ts';
import {
  bill,
  certificate,
  contract,
  delivery,
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  hashes,
  calendar,
  inputs,
  MAIN,
  messagesOf,
  monthlyBills,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

/* 1,200 MWh, 100 a month, on a grid of 400 kg/MWh; the residual mix has 450. */
const PLAIN = { ch4_kg: '0', n2o_kg: '0' } as const;
const GRID = factorRow({ ...PLAIN, co2_kg: '400' });
const RESIDUAL = factorRow({
  ...PLAIN,
  id: 'US',
  answers: { use: 'residual', grid: 'US', year: 2025 },
  co2_kg: '450',
});
const SETS = [factorSet([GRID, RESIDUAL])];

type More = Partial<Omit<SiteInputs, 'site'>> & { site?: Partial<SiteInputs['site']> };

function footprint(more: More = {}, others: Partial<FootprintInputs> = {}) {
  return footprintOf({ factorSets: SETS, sites: [site(more)], ...others });
}

const covered = (held: Partial<Certificate>, others: Partial<FootprintInputs> = {}) =>
  footprint({ certificates: [certificate(held)] }, others);

describe('the eight quality criteria', () => {
  const answersOf = (of: ReturnType<typeof footprint>) => of.sites[0]?.certificates[0]?.criteria;

  test('each is answered, with what shows it, by whom and when', () => {
    const answers = answersOf(covered({}));
    expect(answers?.map(({ criterion, met }) => [criterion, met])).toEqual([
      [1, 'yes'],
      [2, 'yes'],
      [3, 'yes'],
      [4, 'yes'],
      [5, 'yes'],
      [6, 'not-applicable'],
      [7, 'yes'],
      [8, 'yes'],
    ]);
    expect(answers?.[1]).toEqual({
      criterion: 2,
      met: 'yes',
      evidence: 'attestation.pdf',
      by: 'A. Tester',
      on: '2026-01-01',
    });
    expect(answers?.[2]?.evidence).toBe('certificates.csv, line 2');
  });

  test('none of those that a person answers is met without an answer', () => {
    const bare: Contract = { ...contract(), criteria: {} };
    const of = footprint({ certificates: [certificate()], contracts: [bare] });
    const unanswered = answersOf(of)?.filter(({ met }) => met === 'unanswered');
    expect(unanswered?.map(({ criterion }) => criterion)).toEqual([1, 2, 6, 7]);
    expect(valueOf(of, 'certificates.refused')).toBe('100');
    expect(valueOf(of, 'certificates.allocated')).toBe('0');
  });

  test('a certificate without a contract has no answers, so it does not count', () => {
    expect(valueOf(covered({ contract: 'unknown' }), 'certificates.allocated')).toBe('0');
  });

  test.each<[string, Partial<Certificate>, RegExp]>([
    ['a rate below zero', { emissionFactor: exact('-1') }, /criterion 1: .* below zero/],
    ['credits', { technology: 'credit-backed' }, /criterion 1: .* convey no emission rate/],
  ])('%s is refused', (_, held, message) => {
    expect(messagesOf(covered(held), 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(message);
  });
});

describe('beneficiaries', () => {
  const parties = ['Alpha Hosting GmbH'];
  test('are the entity, its other names, or a declared party', () => {
    const of = (beneficiary: string) =>
      valueOf(covered({ beneficiary }, { parties }), 'certificates.allocated');
    expect(of('TEST MINER')).toBe('100');
    expect(of('alpha hosting gmbh')).toBe('100');
    expect(of('Alpha Host')).toBe('0');
    expect(of('')).toBe('0');
  });
});

describe('programmes', () => {
  const GREEN: Programme = {
    id: 'green',
    source: 'rules of the programme, section 3',
    vintage: { months_before: 6, months_after: 3 },
    market: ['US', 'CA'],
  };
  const under = (held: Partial<Certificate>, programme: Programme = GREEN, more: More = {}) =>
    footprint(
      {
        certificates: [certificate(held)],
        contracts: [{ ...contract(), programme: 'green' }],
        ...more,
      },
      { programmes: [programme] },
    );
  const taken = (of: ReturnType<typeof footprint>) => valueOf(of, 'certificates.allocated');

  test.each([
    ['2024-06', '0'],
    ['2024-07', '100'],
    ['2025-12', '100'],
    ['2026-03', '100'],
    ['2026-04', '0'],
  ])('a window of six months before and three after: %s', (vintage, mwh) => {
    expect(taken(under({ vintage }))).toBe(mwh);
  });

  test('its rules are told with their source, and a refusal names it', () => {
    expect(messagesOf(under({}), 'ACC-PROGRAMME')).toEqual([
      'Certificates under wind-deal were held against programme green (rules of the programme, section 3): it admits vintages from 2024-07 to 2026-03 and certificates of US and CA.',
    ]);
    expect(messagesOf(under({ vintage: '2024-06' }), 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(
      /criterion 4: .* by programme green, a month from 2024-07 to 2026-03/,
    );
  });

  test('its market is several countries, and the site must stand in one of them', () => {
    expect(taken(under({ country: 'CA' }))).toBe('100');
    expect(taken(under({ country: 'MX' }))).toBe('0');
    const abroad = under({ country: 'US' }, GREEN, { site: { country: 'SE' } });
    expect(taken(abroad)).toBe('0');
    expect(messagesOf(abroad, 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(/holds for US and CA/);
  });

  test('without a window the calendar years of the period hold; without a market that of the site', () => {
    const bare: Programme = { id: GREEN.id, source: GREEN.source };
    expect(taken(under({ vintage: '2024-12' }, bare))).toBe('0');
    expect(taken(under({ country: 'CA' }, bare))).toBe('0');
    const spring = { period: { start: '2025-01-01', end: '2025-06-30' } };
    expect(valueOf(covered({ vintage: '2025-11' }, spring), 'certificates.allocated')).toBe('100');
    expect(valueOf(covered({ vintage: '2026-01' }, spring), 'certificates.allocated')).toBe('0');
  });

  test('one that is not declared admits nothing', () => {
    const named = { ...contract(), programme: 'blue' };
    const of = footprint({ certificates: [certificate()], contracts: [named] });
    expect(messagesOf(of, 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(/programme blue, which/);
  });
});

describe('serials that count elsewhere', () => {
  const used = (serialStart: string, serialEnd: string, registry = 'REG') => [
    { registry, serialStart, serialEnd, by: 'the disclosure of 2024' },
  ];
  test.each([
    ['the same', used('A-001', 'A-100'), '0'],
    ['one of them, written otherwise', used('a-100', 'a-100', ' reg'), '0'],
    ['those beside them', used('A-101', 'A-200'), '100'],
    ['of another registry', used('A-001', 'A-100', 'OTHER'), '100'],
  ])('%s', (_, usedSerials, mwh) => {
    const of = covered({}, { usedSerials });
    expect(valueOf(of, 'certificates.allocated')).toBe(mwh);
    const told = messagesOf(of, 'ACC-SERIAL-TWICE');
    expect(told.length).toBe(mwh === '0' ? 1 : 0);
    expect(told.every((text) => text.includes('count in the disclosure of 2024 already'))).toBe(
      true,
    );
  });

  test('registries and serials are one whatever their case and blanks', () => {
    const of = footprint({
      certificates: [
        certificate(),
        certificate({
          registry: 'reg',
          serialStart: 'a-50',
          serialEnd: 'a-60',
          energyMwh: exact('11'),
        }),
      ],
    });
    expect(valueOf(of, 'certificates.allocated')).toBe('100');
  });
});

test('the lowest rate is laid first, so that one more certificate never raises emissions', () => {
  const free = certificate({ energyMwh: exact('1150'), serialStart: 'B-1', serialEnd: 'B-2' });
  const wood = certificate({
    technology: 'biomass',
    vintage: '2025-01',
    emissionFactor: exact('300'),
  });
  const total = (...certificates: Certificate[]) =>
    valueOf(footprint({ certificates }), 'scope2.market.co2e');
  // 50 MWh at 450, then at 300
  expect(total(free)).toBe('22.5');
  expect(total(free, wood)).toBe('15');
});

describe('what a supplier delivered', () => {
  const part = (
    technology: SupplierMix['technology'],
    share: string,
    more: Partial<SupplierMix> = {},
  ) => ({
    contract: 'city',
    year: 2025,
    technology,
    technologyText: technology,
    share: exact(share),
    evidence: evidence('mix.csv', 2),
    ...more,
  });
  const CITY = contract({
    id: 'city',
    kind: 'supplier-rate',
    technology: 'other',
    rate: { co2e_kg_per_mwh: '100', year: 2025, source: 'label' },
  });
  const MIX = [part('hydro', '0.5'), part('nuclear', '0.2'), part('credit-backed', '0.1')];
  const of = (more: More = {}, others: Partial<FootprintInputs> = {}) =>
    footprint({ contracts: [contract(), CITY], supplierMixes: MIX, ...more }, others);

  test('counts on its own axes; the unknown part is not renewable', () => {
    expect(valueOf(of(), 'renewable.contractual.share')).toBe('0.5');
    expect(valueOf(of(), 'carbon-free.contractual.share')).toBe('0.7');
    expect(valueOf(of(), 'credit-backed.contractual.share')).toBe('0.1');
    // the rate of the supplier, as before
    expect(valueOf(of(), 'scope2.market.co2e')).toBe('120');
  });

  test('counts of what certificates leave', () => {
    const held = certificate({ energyMwh: exact('600') });
    // (600 + 600 x 0.5) / 1,200
    expect(valueOf(of({ certificates: [held] }), 'renewable.contractual.share')).toBe('0.75');
  });

  test('counts of deliveries alone where they are recorded', () => {
    const { rate: _, ...green } = { ...CITY, kind: 'green-tariff' as const };
    const more = {
      contracts: [green],
      deliveries: [delivery('2025-03-01', '2025-03-31', '60', { contract: 'city' })],
    };
    expect(valueOf(of(more), 'renewable.contractual.share')).toBe('0.025');
    expect(valueOf(of(more), 'scope2.market.co2e')).toBe('540');
  });

  test('stands for the technology of a contract that carries its claim itself', () => {
    const own = { ...CITY, kind: 'ppa' as const, certificate_system: false };
    const more = {
      contracts: [own],
      deliveries: [delivery('2025-03-01', '2025-03-31', '60', { contract: 'city' })],
    };
    expect(valueOf(of(more), 'renewable.contractual.share')).toBe('0.025');
  });

  test('of more than the whole is refused', () => {
    const more = of({ supplierMixes: [...MIX, part('wind', '0.3')] });
    expect(valueOf(more, 'renewable.contractual.share')).toBe('0');
    const [told] = more.findings.filter(({ code }) => code === 'ACC-SUPPLIER-MIX');
    expect([told?.severity, told?.message]).toEqual([
      'critical',
      'The supplier mix of city for 2025 adds up to 110%, more than the whole, or holds a negative part; none of it was counted.',
    ]);
  });

  test('without the criteria of its contract, or sold to others, counts for nothing', () => {
    for (const contracts of [
      [{ ...CITY, criteria: {} }],
      [{ ...CITY, attributes: 'sold' as const }],
    ]) {
      expect(valueOf(of({ contracts }), 'renewable.contractual.share')).toBe('0');
      expect(messagesOf(of({ contracts }), 'ACC-SUPPLIER-MIX')[0]).toMatch(/was not counted/);
    }
  });

  test('of another year: refused, or used and told', () => {
    const supplierMixes = MIX.map((one) => ({ ...one, year: 2024 }));
    expect(valueOf(of({ supplierMixes }), 'renewable.contractual.share')).toBe('0');
    const factors = { ...inputs().factors, other_year: 'latest-earlier' as const };
    const earlier = of({ supplierMixes }, { factors });
    expect(valueOf(earlier, 'renewable.contractual.share')).toBe('0.5');
    expect(messagesOf(earlier, 'ACC-SUPPLIER-MIX')[0]).toMatch(/2024 was used for 2025/);
  });
});

describe('Australia', () => {
  const AU_RESIDUAL = factorRow({
    ...PLAIN,
    id: 'AU',
    answers: { use: 'residual', grid: 'AU', year: 2025 },
    co2_kg: '800',
  });
  const stated = {
    year: 2025,
    rpp: '0.18',
    source: 'Clean Energy Regulator, 2025',
    grade: 'S',
  } as const;
  const of = (more: More = {}, power: object = stated) =>
    footprint(
      {
        ...more,
        site: { country: 'AU', renewable_power: [{ ...stated, ...power }], ...more.site },
      },
      { factorSets: [factorSet([GRID, AU_RESIDUAL])] },
    );
  const lgc = (mwh: string) => certificate({ country: 'AU', energyMwh: exact(mwh) });

  test('(Q x (1 - (RPP + JRPP)) - LGC) x EF of the residual mix', () => {
    // 1,200 x 0.82 = 984
    expect(valueOf(of(), 'scope2.market.co2e')).toBe('787.2');
    // 1,200 x 0.8 - 160 = 800
    expect(
      valueOf(of({ certificates: [lgc('160')] }, { jrpp: '0.02' }), 'scope2.market.co2e'),
    ).toBe('640');
    expect(valueOf(of(), 'scope2.location.co2e')).toBe('480');
  });

  test('never below zero', () => {
    expect(valueOf(of({ certificates: [lgc('5000')] }), 'scope2.market.co2e')).toBe('0');
    expect(valueOf(of({ certificates: [lgc('5000')] }), 'renewable.contractual.share')).toBe('1');
  });

  test('is told with its source, and doubted where it stands from memory', () => {
    const told = (grade: 'S' | 'M') =>
      of({}, { grade }).findings.find(({ code }) => code === 'ACC-RENEWABLE-POWER');
    expect(told('S')?.severity).toBe('info');
    expect(told('S')?.message).toMatch(
      /18% of the power bought in 2025 .*Clean Energy Regulator, 2025/,
    );
    expect(told('M')?.severity).toBe('quality');
  });

  test('takes the residual mix and not the rate of a supplier', () => {
    const city = contract({
      id: 'city',
      kind: 'supplier-rate',
      rate: { co2e_kg_per_mwh: '1', year: 2025, source: 'label' },
    });
    expect(valueOf(of({ contracts: [city] }), 'scope2.market.co2e')).toBe('787.2');
  });

  test.each([
    ['of another year', { year: 2024 }, 'quality'],
    ['above the whole', { rpp: '18' }, 'critical'],
  ])('a percentage %s is not taken off', (_, power, severity) => {
    expect(valueOf(of({}, power), 'scope2.market.co2e')).toBe('960');
    const [told] = of({}, power).findings.filter(({ code }) => code === 'ACC-RENEWABLE-POWER');
    expect(told?.severity).toBe(severity);
  });
});

describe('markets without instruments', () => {
  const beta = (more: More = {}) =>
    site({
      meters: [{ ...MAIN, id: 'b', site: 'beta' }],
      bills: monthlyBills(() => '100000', { meter: 'b' }),
      contracts: [],
      ...more,
      site: { id: 'beta', country: 'PY', instruments: false, ...more.site },
    });

  test('enter the market-based total with their location-based number, beside others', () => {
    const of = footprintOf({ factorSets: SETS, sites: [site(), beta()] });
    expect(valuesOf(of, { metric: 'scope2.market.co2e', by: ['site'] })).toEqual({
      alpha: '540',
      beta: '480',
    });
    expect(messagesOf(of, 'ACC-NO-INSTRUMENTS')[0]).toMatch(/market of beta has no contractual/);
    expect(messagesOf(of, 'ACC-NO-RESIDUAL-MIX')).toEqual([]);
  });

  test('alone give one result, and a finding says so', () => {
    const of = footprintOf({ factorSets: SETS, sites: [beta()] });
    expect(valueOf(of, 'scope2.location.co2e')).toBe('480');
    expect(valueOf(of, 'scope2.market.co2e')).toBe('ACC-ONE-RESULT');
    expect(messagesOf(of, 'ACC-ONE-RESULT')).toHaveLength(1);
  });

  test('are contradicted by certificates and by contracts with a rate', () => {
    const held = certificate({ site: 'beta', country: 'PY' });
    const rated = contract({
      site: 'beta',
      rate: { co2e_kg_per_mwh: '1', year: 2025, source: 'x' },
    });
    const of = footprintOf({
      factorSets: SETS,
      sites: [site(), beta({ certificates: [held], contracts: [rated] })],
    });
    expect(messagesOf(of, 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(/criterion 5: beta states/);
    const told = of.findings.filter(({ code }) => code === 'ACC-NO-INSTRUMENTS');
    expect(told.map(({ severity }) => severity).sort()).toEqual(['critical', 'info']);
  });
});

describe('two shares, labelled and never blended', () => {
  const mix = (grid: string, renewable: string, carbonFree = renewable) =>
    factorRow({
      id: grid,
      answers: { use: 'mix', grid, year: 2025 },
      renewable,
      carbon_free: carbonFree,
    });

  test('Québec: near none by contract, near all by the mix of the grid', () => {
    const quebec = footprint(
      {
        site: { country: 'CA', grid: 'test:QC' },
        certificates: [certificate({ country: 'CA', energyMwh: exact('6') })],
      },
      {
        factorSets: [
          factorSet([
            factorRow({
              ...PLAIN,
              answers: { use: 'location', grid: 'test:QC', year: 2025 },
              co2_kg: '1.7',
            }),
            mix('test:QC', '0.995'),
          ]),
        ],
      },
    );
    expect(valueOf(quebec, 'renewable.contractual.share')).toBe('0.005');
    expect(valueOf(quebec, 'renewable.location.share')).toBe('0.995');
  });

  /* methods.md 4.2: A 100 MWh at 20 J/TH, all renewable; B 100 MWh at 40 J/TH, none. */
  test('50% of energy are 66.67% of hashes', () => {
    const day = calendar('2025-01-01', '2025-01-01');
    // 100 MWh at 20 J/TH are 18e9 TH in a day: in GH by the hour
    const part = (id: string, phs: bigint, more: More) =>
      site({
        calendar: day,
        hashes: hashes(day, phs),
        ...more,
        site: { id, ...more.site },
        meters: [{ ...MAIN, id, site: id }],
        bills: [bill('2025-01-01', '2025-01-01', '100000', { meter: id })],
      });
    const of = footprintOf({
      factorSets: [factorSet([GRID, RESIDUAL, mix('test:GRID', '0.25')])],
      sites: [
        part('a', 2n, {
          certificates: [certificate({ site: 'a', vintage: '2025-01' })],
          contracts: [contract({ site: 'a' })],
        }),
        part('b', 1n, {}),
      ],
    });
    expect(valueOf(of, 'renewable.contractual.share')).toBe('0.5');
    const weighted = of.sites.length === 2 ? valueOf(of, 'renewable.hash-weighted.share') : '';
    expect(weighted.slice(0, 8)).toBe('0.666666');
    expect(valueOf(of, 'renewable.hash-weighted.location.share')).toBe('0.25');
    // S_C x E / H: 100 MWh over 3 PH/s for a day, which are 259,200,000 TH
    expect(valueOf(of, 'renewable.contractual.per-hash').slice(0, 12)).toBe('0.0003858024');
    expect(valueOf(of, 'renewable.location.per-hash').slice(0, 12)).toBe('0.0001929012');
  });

  test('nuclear is carbon-free, credits are neither, and no label blends them', () => {
    const of = footprint({
      certificates: [certificate({ technology: 'nuclear', energyMwh: exact('300') })],
    });
    expect(valueOf(of, 'renewable.contractual.share')).toBe('0');
    expect(valueOf(of, 'carbon-free.contractual.share')).toBe('0.25');
    expect(valueOf(of, 'credit-backed.contractual.share')).toBe('0');
  });
});
