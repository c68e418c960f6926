import { computeFootprint } from '../../../src/kernel/compute-footprint.ts';
import { bundleStates, issuedWh } from '../../../src/kernel/hourly/bundles.ts';
import type { FootprintInputs, SiteInputs } from '../../../src/kernel/inputs.ts';
import type {
  GranularCertificate,
  RetirementStatement,
} from '../../../src/model/source-records.ts';
import { exact } from '../../../src/units/rational.ts';
import { contract, evidence, messagesOf, valueOf, valuesOf } from '../sample.ts';
import { bundle, HOURS, hourlySite, ofSite, WIND } from './samples.ts';

const SPAN = HOURS(2);
const part = (rangeStart: string, rangeEnd: string, more: Partial<GranularCertificate> = {}) =>
  bundle(SPAN, 0, BigInt(rangeEnd) - BigInt(rangeStart) + 1n, { rangeStart, rangeEnd, ...more });
const of = (
  granular: readonly GranularCertificate[],
  more: Partial<FootprintInputs> = {},
  ofSiteMore: Partial<Omit<SiteInputs, 'site'>> = {},
) => computeFootprint(ofSite(hourlySite([5000n, 5000n], { granular, ...ofSiteMore }), more));

test.each([
  ['1000.9', '1000'],
  ['1000', '1000'],
  ['0.9', '0'],
])('%s Wh of production are certificates of %s Wh', (production, issued) => {
  expect(String(issuedWh(exact(production)))).toBe(issued);
});

describe('a split', () => {
  const parent = part('1', '1000');
  const children = [part('1', '400'), part('401', '1000')];

  test('cancels the parent, and its parts hold its energy', () => {
    const states = bundleStates([children[1] ?? parent, parent, children[0] ?? parent]);
    expect(states.map(({ bundle: { energyWh }, state }) => [energyWh, state])).toEqual([
      [1000n, 'cancelled'],
      [400n, 'held'],
      [600n, 'held'],
    ]);
    expect(valueOf(of([parent, ...children]), 'hourly.contracted')).toBe('0.001');
  });

  test('of a part of a split', () => {
    const parts = [part('401', '700'), part('701', '1000')];
    const footprint = of([parent, ...children, ...parts]);
    expect(valueOf(footprint, 'hourly.contracted')).toBe('0.001');
    expect(messagesOf(footprint, 'ACC-SERIAL-TWICE')).toEqual([]);
  });

  test.each([
    ['with a gap between them', [part('1', '400'), part('402', '1000')]],
    ['that do not reach its end', [part('1', '400'), part('401', '999')]],
    ['one of them alone', [part('1', '400')]],
    ['of another energy', [part('1', '400'), part('401', '1000', { energyWh: 601n })]],
  ])('is none by parts %s: the bundle counts, and each part is told', (_, parts) => {
    const footprint = of([parent, ...parts]);
    expect(valueOf(footprint, 'hourly.contracted')).toBe('0.001');
    expect(messagesOf(footprint, 'ACC-SERIAL-TWICE')).toHaveLength(parts.length);
  });
});

describe('each certificate counts once', () => {
  test('a bundle that stands twice', () => {
    const footprint = of([part('1', '400'), part('1', '400', { evidence: evidence('b.csv', 9) })]);
    expect(valueOf(footprint, 'hourly.contracted')).toBe('0.0004');
    expect(messagesOf(footprint, 'ACC-SERIAL-TWICE')).toEqual([
      'Granular certificates i 1 to 400 share ids with i 1 to 400 in b.csv, line 9, for site alpha; they were counted once, there. Correct one of the two.',
    ]);
  });

  test('ids of another issuance are others', () => {
    const footprint = of([part('1', '400'), part('1', '400', { issuance: 'j' })]);
    expect(valueOf(footprint, 'hourly.contracted')).toBe('0.0008');
  });

  test('at one site of several, whatever their order', () => {
    const alpha = hourlySite([5000n, 5000n], { granular: [part('1', '400')] });
    const beta: SiteInputs = {
      ...alpha,
      site: { ...alpha.site, id: 'beta' },
      meters: alpha.meters.map((meter) => ({ ...meter, site: 'beta' })),
      contracts: [{ ...WIND, site: 'beta' }],
      granular: [part('301', '600', { site: 'beta', evidence: evidence('z.csv', 1) })],
    };
    for (const sites of [
      [alpha, beta],
      [beta, alpha],
    ]) {
      const footprint = computeFootprint({ ...ofSite(alpha), sites });
      expect(valuesOf(footprint, { metric: 'hourly.contracted', by: ['site'] })).toEqual({
        alpha: '0.0004',
        beta: '0',
      });
    }
  });

  test('not where its ids count elsewhere already', () => {
    const used = {
      registry: 'i',
      serialStart: '400',
      serialEnd: '500',
      by: 'the disclosure of 2024',
    };
    const footprint = of([part('1', '400'), part('1', '300', { issuance: 'j' })], {
      usedSerials: [used],
    });
    expect(valueOf(footprint, 'hourly.contracted')).toBe('0.0003');
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-REFUSED')).toEqual([
      'Granular certificates of wind-deal, 1 bundle (0.0004 MWh), were refused, not counted; criterion 2: ids of its issuance count in the disclosure of 2024 already.',
    ]);
  });
});

describe('what does not count', () => {
  test.each([
    [
      'another market',
      { country: 'CA' },
      /criterion 5: its country is CA; the market of alpha is US/,
    ],
    ['a contract of another site', { contract: 'unknown' }, /contract unknown is none of alpha/],
    [
      'an interval over two hours',
      { start: SPAN.start + 1800, end: SPAN.start + 5400 },
      /reaches over an hour of UTC/,
    ],
    [
      'an energy that no plant makes in an hour',
      { energyWh: 10n ** 18n },
      /more than any plant makes in an hour/,
    ],
  ])('%s', (_, more, message) => {
    const footprint = of([part('1', '400', more), part('1', '300', { issuance: 'j' })]);
    expect(valueOf(footprint, 'hourly.contracted')).toBe('0.0003');
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-REFUSED')).toEqual([
      expect.stringMatching(message),
    ]);
  });

  test('bundles refused for one reason are told together', () => {
    const bundles = [0, 1].map((hour) => bundle(SPAN, hour, 40n, { issuance: `x${String(hour)}` }));
    const footprint = of(bundles, {}, { contracts: [contract()] });
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-REFUSED')).toEqual([
      'Granular certificates of wind-deal, 2 bundles (0.00008 MWh), were refused, not counted; contract wind-deal does not name the grid into which its plant feeds; add grid to it.',
    ]);
    expect(valueOf(footprint, 'hourly.matched')).toBe('0');
  });

  test('production of another period, which is left aside without a word', () => {
    const before = { start: SPAN.start - 3600, end: SPAN.start };
    const footprint = of([part('1', '400', before), part('1', '300', { issuance: 'j' })]);
    expect(valueOf(footprint, 'hourly.contracted')).toBe('0.0003');
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-REFUSED')).toEqual([]);
  });
});

describe('retirement statements', () => {
  const statement = (more: Partial<RetirementStatement> = {}): RetirementStatement => ({
    registry: 'i',
    serialStart: '1',
    serialEnd: '400',
    energyMwh: exact('0.0004'),
    beneficiary: 'test miner',
    retiredOn: '2025-02-01',
    evidence: evidence('statement.csv', 2),
    ...more,
  });

  test.each([
    ['that hold all ids', [statement()], '0.0004'],
    [
      'that hold them in two parts',
      [statement({ serialStart: '201' }), statement({ serialEnd: '200' })],
      '0.0004',
    ],
    ['that lack one', [statement({ serialEnd: '399' })], '0'],
    ['with a gap', [statement({ serialEnd: '199' }), statement({ serialStart: '201' })], '0'],
    ['for somebody else', [statement({ beneficiary: 'Another Ltd' })], '0'],
    ['of another issuance', [statement({ registry: 'j', serialEnd: '1' })], '0.0004'],
  ])('%s', (_, retirements, value) => {
    expect(valueOf(of([part('1', '400')], { retirements }), 'hourly.contracted')).toBe(value);
  });

  test('name whom they name', () => {
    const footprint = of([part('1', '400')], {
      retirements: [statement({ beneficiary: 'Another Ltd' })],
    });
    expect(messagesOf(footprint, 'ACC-CERTIFICATE-REFUSED')[0]).toMatch(
      /criterion 3: the retirement statements of its issuance name Another Ltd, not Test Miner Ltd/,
    );
  });
});
