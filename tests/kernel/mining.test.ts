import type { FootprintInputs, SiteInputs } from '../../src/kernel/inputs.ts';
import { closeLedger, recompute } from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import type { FactorRow } from '../../src/model/documents/factor-set.ts';
import type { Siting } from '../../src/model/documents/workspace.ts';
import type { CurtailmentEvent, HeatDelivery, Money } from '../../src/model/records.ts';
import type {
  AbsorbedEnergy,
  CarbonCredit,
  StorageFlow,
  WaterUse,
} from '../../src/model/source-records.ts';
import { exact } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  certificate,
  column,
  evidence,
  factorRow,
  factorSet,
  footprintOf,
  gwpSet,
  HASH,
  MAIN,
  messagesOf,
  monthlyBills,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

const DAY = calendar('2025-01-01', '2025-01-01');
/** 20 MW, and 2 MW from noon to four. */
const READ = new Map([
  ['main', column('main.energy', DAY, (h) => (h >= 12 && h < 16 ? 2n : 20n) * 3_600_000_000n)],
]);
const usd = (amount: string): Money => ({ amount: exact(amount), currency: 'USD' });

function event(from: number, to: number, more: Partial<CurtailmentEvent> = {}): CurtailmentEvent {
  return {
    site: 'alpha',
    start: DAY.start + from * 3600,
    end: DAY.start + to * 3600,
    baselineMw: exact('20'),
    programme: 'ERS',
    method: 'ten in ten days',
    evidence: evidence('events.csv', from + 2),
    ...more,
  };
}

function ofDay(curtailment: readonly CurtailmentEvent[], more: Partial<FootprintInputs> = {}) {
  return footprintOf({
    sites: [site({ calendar: DAY, bills: [], energyColumns: READ, curtailment })],
    ...more,
  });
}

const MARGINAL = factorRow({
  id: 'MARGINAL',
  answers: { use: 'marginal', grid: 'test:GRID', year: 2025 },
  co2_kg: '500',
  ch4_kg: '0',
  n2o_kg: '0',
});

describe('demand response', () => {
  test('money, energy and hours of each programme stand apart', () => {
    const footprint = ofDay([
      event(12, 14, { revenue: usd('1200.50') }),
      event(14, 16, { programme: '4CP', revenue: usd('800') }),
    ]);
    const by = (metric: string) => valuesOf(footprint, { metric, by: ['programme', 'month'] });
    // 2 h x 20 MW - 4 MWh each
    expect(by('curtailment.energy')).toEqual({ 'ERS 2025-01': '36', '4CP 2025-01': '36' });
    expect(by('curtailment.hours')).toEqual({ 'ERS 2025-01': '2', '4CP 2025-01': '2' });
    expect(by('curtailment.revenue')).toEqual({ 'ERS 2025-01': '1200.5', '4CP 2025-01': '800' });
    // 4 of 24 h
    expect(valueOf(footprint, 'curtailment.hours-share')).toMatch(/^0\.16666/);
    expect(valueOf(footprint, 'power.credits')).toBe('2000.5');
  });

  test('the unit of money is its currency, and two currencies are never added', () => {
    const footprint = ofDay([
      event(12, 14, { revenue: usd('10') }),
      event(14, 16, { revenue: { amount: exact('20'), currency: 'CAD' } }),
    ]);
    expect(valueOf(footprint, 'curtailment.revenue')).toBe('ACC-MONEY');
    const { measurements } = measure(footprint, {
      metric: 'curtailment.revenue',
      by: ['currency'],
    });
    expect(measurements.map(({ step }) => step.unit)).toEqual(['CAD', 'USD']);
  });

  test('money without a currency is not added and is named', () => {
    const footprint = ofDay([event(12, 14, { revenue: { amount: exact('10') } })]);
    expect(valueOf(footprint, 'curtailment.revenue')).toBe('ACC-MONEY');
    expect(messagesOf(footprint, 'ACC-MONEY')).toHaveLength(1);
  });

  test('an event without a baseline’s name is told once for a site', () => {
    const { method: _, ...bare } = event(12, 13);
    const other = { ...bare, start: bare.end, end: bare.end + 3600 };
    const [message, ...others] = messagesOf(ofDay([bare, other]), 'ACC-CURTAILMENT-BASELINE');
    expect(message).toMatch(
      /^The baseline of 2 events of alpha is not named, the first 2025-01-01T12/,
    );
    expect(others).toEqual([]);
    expect(messagesOf(ofDay([event(12, 13)]), 'ACC-CURTAILMENT-BASELINE')).toEqual([]);
  });

  test('a rule of the input is cited with its source', () => {
    const footprint = ofDay([
      event(12, 16, { method: 'CBL', baselineSource: 'Protocols, section 8' }),
    ]);
    const { measurements } = measure(footprint, { metric: 'curtailment.energy' });
    expect(
      JSON.stringify(measurements[0]?.step.inputs, (_, v: unknown) =>
        typeof v === 'bigint' ? String(v) : v,
      ),
    ).toContain('baseline: CBL, Protocols, section 8');
  });
});

describe('the consequential figure', () => {
  const choice: FootprintInputs['factors'] = {
    location: ['test'],
    marginal: ['test'],
    other_year: 'refuse',
  };
  const sets = { factors: choice, factorSets: [factorSet([factorRow(), MARGINAL])] };

  test('72 MWh at 500 kg are 36 t, and no scope knows of them', () => {
    const metric = 'curtailment.consequential.co2e';
    const footprint = ofDay([event(12, 16)], sets);
    expect(valueOf(footprint, metric)).toBe('36');
    expect(valuesOf(footprint, { metric, by: ['programme'] })).toEqual({ ERS: '36' });
    for (const scope of ['scope2.location.co2e', 'scope2.market.co2e']) {
      expect(valueOf(footprint, scope)).toBe(valueOf(ofDay([]), scope));
    }
  });

  describe('by the rates of hours', () => {
    const hours = (rates: readonly string[]) =>
      factorRow({
        id: 'HOURS',
        answers: { use: 'marginal', grid: 'test:GRID' },
        co2_kg: undefined,
        hourly: { start: '2025-01-01T00:00:00Z', co2e_kg: [rates[0] ?? '', ...rates.slice(1)] },
      } as never);
    // 500 kg until two, 700.5 kg from then on
    const RATES = Array.from({ length: 24 }, (_, h) => (h < 14 ? '500' : '700.5'));
    const by = (rates: readonly string[], ...more: FactorRow[]) => ({
      ...sets,
      factorSets: [factorSet([factorRow(), hours(rates), ...more])],
    });
    const metric = 'curtailment.consequential.co2e';

    test('each hour at its own, and the ledger follows from its columns', () => {
      const footprint = ofDay([event(12, 16)], by(RATES));
      // 2 x 18 MWh x 500 kg + 2 x 18 MWh x 700.5 kg
      expect(valueOf(footprint, metric)).toBe('43.218');
      const [load, ...none] = [...READ.values()];
      const columns = [...(load ? [load] : []), ...(footprint.sites[0]?.columns ?? [])];
      const files = new Map(columns.map(({ id }) => [id, { file: 'h.csv', file_sha256: HASH }]));
      const roots = measure(footprint, { metric, gwp: gwpSet() }).measurements;
      const { document } = closeLedger(
        roots.map(({ step }) => step),
        columns,
        files,
      );
      expect(recompute(document, columns).differences).toEqual([]);
      expect([none, document.columns.length]).toEqual([[], 2]);
    });

    test('an event whose hours have no rate takes that of the year, where there is one', () => {
      const early = RATES.slice(0, 14);
      expect(valueOf(ofDay([event(12, 14)], by(early)), metric)).toBe('18');
      expect(valueOf(ofDay([event(13, 15)], by(early, MARGINAL)), metric)).toBe('18');
      expect(valueOf(ofDay([event(13, 15)], by(early)), metric)).toMatch(/^ACC-/);
    });

    test('without events there are no columns', () => {
      expect(ofDay([], by(RATES)).sites[0]?.columns ?? []).toEqual([]);
    });
  });

  test('without a publisher it is missing, and nothing is said unasked', () => {
    const footprint = ofDay([event(12, 16)]);
    expect(valueOf(footprint, 'curtailment.consequential.co2e')).toBe('ACC-MARGINAL');
    expect(messagesOf(footprint, 'ACC-MARGINAL')).toEqual([]);
  });

  test('a load above its baseline raises it below zero, and is told', () => {
    const footprint = ofDay([event(8, 10, { baselineMw: exact('19') })], sets);
    expect(valueOf(footprint, 'curtailment.consequential.co2e')).toBe('-1');
    expect(messagesOf(footprint, 'ACC-CURTAILMENT')[0]).toMatch(/load was above its baseline/);
  });
});

describe('cost of power', () => {
  const billed = (cost?: Money, credit?: Money) =>
    monthlyBills(() => '100000', { ...(cost && { cost }), ...(credit && { credit }) });
  const of = (bills: SiteInputs['bills'], more: Partial<SiteInputs> = {}) =>
    footprintOf({ sites: [site({ bills, ...more })] });

  test('net of credits, per energy used', () => {
    const footprint = of(billed(usd('5000'), usd('1000')));
    expect(valueOf(footprint, 'power.cost')).toBe('60000');
    expect(valueOf(footprint, 'power.credits')).toBe('12000');
    expect(valueOf(footprint, 'power.net-cost')).toBe('48000');
    // 48,000 USD over 1,200,000 kWh
    expect(valueOf(footprint, 'power.net-cost-per-kwh')).toBe('0.04');
    const { measurements } = measure(footprint, { metric: 'power.net-cost-per-kwh' });
    expect(measurements[0]?.step.unit).toBe('USD/kWh');
  });

  test('where bills and events state credits, those of bills count alone', () => {
    const at = calendar().months[0]?.start ?? 0;
    const paid = event(0, 1, { start: at, end: at + 3600, revenue: usd('7') });
    const footprint = of(billed(usd('5000'), usd('1000')), { curtailment: [paid] });
    expect(valueOf(footprint, 'power.credits')).toBe('12000');
    expect(messagesOf(footprint, 'ACC-POWER-COST')[0]).toMatch(/events state 1 payment/);
  });

  test('a bill without a cost among others keeps the cost from being given', () => {
    const [first, ...rest] = billed(usd('5000'));
    const { cost: _, ...bare } = first ?? bill('2025-01-01', '2025-01-31', '1');
    expect(valueOf(of([bare, ...rest]), 'power.cost')).toBe('ACC-POWER-COST');
    expect(valueOf(of(billed()), 'power.cost')).toBe('ACC-POWER-COST');
    expect(messagesOf(of(billed()), 'ACC-POWER-COST')).toEqual([]);
  });
});

function days(firstDay: string, lastDay: string) {
  const { start, end } = bill(firstDay, lastDay, '0');
  return { firstDay, lastDay, start, end };
}

describe('heat', () => {
  const REFERENCE = {
    displaces: 'a gas boiler',
    efficiency: '0.9',
    factor: { co2e_kg_per_mwh: '202', source: 'national factors, natural gas' },
    claim: { counted_by: 'supplier' as const, contract: 'supply contract, clause 7' },
  };
  const delivery = (mwh: string, auxiliary?: string): HeatDelivery => ({
    site: 'alpha',
    energyMwh: exact(mwh),
    ...(auxiliary !== undefined && { auxiliaryMwh: exact(auxiliary) }),
    ...days('2025-01-01', '2025-01-31'),
    evidence: evidence('heat.csv', 2),
  });
  const warm = (heat: HeatDelivery, reference?: object) =>
    footprintOf({
      sites: [site({ heat: [heat], site: { ...(reference && { heat: reference as never }) } })],
      factorSets: [factorSet([factorRow({ ch4_kg: '0', n2o_kg: '0' })])],
    });

  test('heat / efficiency x factor, less the power of pumps at the grid average', () => {
    // 45 / 0.9 x 202 - 5 x 400 kg
    const footprint = warm(delivery('45', '5'), REFERENCE);
    expect(valueOf(footprint, 'heat.avoided.co2e')).toBe('8.1');
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('480');
    expect(messagesOf(footprint, 'ACC-HEAT-REFERENCE')[0]).toMatch(/counted by the supplier/);
  });

  test.each([
    ['no reference', delivery('45', '5'), undefined],
    ['no claim', delivery('45', '5'), { ...REFERENCE, claim: undefined }],
    [
      'the recipient counts it',
      delivery('45', '5'),
      { ...REFERENCE, claim: { counted_by: 'recipient', contract: 'clause 7' } },
    ],
    ['the power of pumps is open', delivery('45'), REFERENCE],
    ['an efficiency of zero', delivery('45', '5'), { ...REFERENCE, efficiency: '0' }],
  ])('%s: not given', (_, heat, reference) => {
    expect(valueOf(warm(heat, reference), 'heat.avoided.co2e')).toBe('ACC-HEAT-REFERENCE');
  });

  test('no pumps, where that is stated', () => {
    const footprint = warm(delivery('45'), { ...REFERENCE, auxiliary: 'none' });
    expect(valueOf(footprint, 'heat.avoided.co2e')).toBe('10.1');
  });

  test('heat that is not less than all energy gives no reuse factor', () => {
    expect(valueOf(warm(delivery('1200')), 'heat.reuse-factor')).toBe('ACC-REUSE');
    expect(valueOf(warm(delivery('60')), 'heat.reuse-factor')).toBe('0.05');
  });
});

describe('key figures of data centres', () => {
  const METERS = [
    MAIN,
    { id: 'it', site: 'alpha', measures: 'it-load', part_of: 'main', use: 'mining' } as const,
  ];
  const bills = [...monthlyBills(() => '100000'), ...monthlyBills(() => '80000', { meter: 'it' })];
  const water = (kind: WaterUse['kind'], m3: string, last = '2025-12-31'): WaterUse => ({
    site: 'alpha',
    kind,
    volumeM3: exact(m3),
    ...days('2025-01-01', last),
    evidence: evidence('water.csv', 2),
  });
  const centre = (more: Partial<SiteInputs> = {}) =>
    footprintOf({ sites: [site({ meters: METERS, bills, fuels: [], ...more })] });

  test('water withdrawn and consumed, each per energy of equipment', () => {
    const footprint = centre({ water: [water('withdrawn', '480'), water('consumed', '365')] });
    // 480,000 L over 960,000 kWh
    expect(valueOf(footprint, 'wue')).toBe('0.5');
    expect(valueOf(footprint, 'water.consumed')).toBe('365');
    expect(valueOf(footprint, 'water.discharged')).toBe('ACC-WATER');
    expect(valuesOf(footprint, { metric: 'water.consumed', by: ['month'] })['2025-02']).toBe('28');
  });

  test('a month without its water is told, and nothing rests on it', () => {
    const footprint = centre({ water: [water('withdrawn', '480', '2025-11-30')] });
    expect(valueOf(footprint, 'wue')).toBe('ACC-WATER');
    expect(messagesOf(footprint, 'ACC-WATER')[0]).toMatch(/for the whole of 2025-12, so/);
    expect(valueOf(centre(), 'wue')).toBe('ACC-WATER');
    expect(messagesOf(centre(), 'ACC-WATER')).toEqual([]);
  });

  test('emissions per energy of equipment', () => {
    const footprint = footprintOf({
      sites: [site({ meters: METERS, bills })],
      factorSets: [factorSet([factorRow({ ch4_kg: '0', n2o_kg: '0' })])],
      decisions: [
        {
          decision: {
            id: 'no-direct-emissions',
            value: 'yes',
            by: 'A. Tester',
            on: '2026-01-01',
            because: 'no engine',
          },
          evidence: evidence('workspace.yaml', 9),
        },
      ],
    });
    // 1,200 MWh x 400 kg over 960,000 kWh
    expect(valueOf(footprint, 'cue')).toBe('0.5');
  });

  test('renewable energy over twelve months, and over no other time', () => {
    const held = certificate({ energyMwh: exact('30') });
    expect(valueOf(centre({ certificates: [held] }), 'ref')).toBe('0.025');
    const half = calendar('2025-01-01', '2025-06-30');
    expect(valueOf(centre({ certificates: [held], calendar: half }), 'ref')).toBe(
      'ACC-TWELVE-MONTHS',
    );
    const late = calendar('2025-01-02', '2025-12-31');
    expect(valueOf(centre({ certificates: [held], calendar: late }), 'ref')).toBe(
      'ACC-TWELVE-MONTHS',
    );
  });
});

describe('absorbed energy', () => {
  const absorbed = (mwh: string, more: Partial<AbsorbedEnergy> = {}): AbsorbedEnergy => ({
    site: 'alpha',
    plant: 'Caney Wind',
    energyMwh: exact(mwh),
    reason: 'curtailment-order',
    measured: 'metered',
    proof: 'order 117',
    start: calendar().start,
    end: calendar().start + 3600,
    evidence: evidence('absorbed.csv', 2),
    ...more,
  });
  const of = (...records: AbsorbedEnergy[]) =>
    footprintOf({ sites: [site({ absorbed: records })] });

  test('energy by plant and its share of the load, and no emission', () => {
    const other = absorbed('30', { plant: 'Solar Two', reason: 'negative-price' });
    const footprint = of(absorbed('60'), other);
    expect(valuesOf(footprint, { metric: 'absorbed.energy', by: ['source'] })).toEqual({
      'Caney Wind': '60',
      'Solar Two': '30',
    });
    // 90 of 1,200 MWh
    expect(valueOf(footprint, 'absorbed.share')).toBe('0.075');
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe(valueOf(of(), 'scope2.market.co2e'));
  });

  test('what is not proven is not counted, and more than was used is told', () => {
    const bare = of(absorbed('60', { proof: '' }));
    expect(valueOf(bare, 'absorbed.energy')).toBe('ACC-NO-ENERGY');
    expect(messagesOf(bare, 'ACC-ABSORBED')[0]).toMatch(/^60 MWh that alpha took from Caney Wind/);
    expect(messagesOf(of(absorbed('101')), 'ACC-ABSORBED')[0]).toMatch(/more than the 100 MWh/);
  });
});

describe('siting', () => {
  const LOSS = factorRow({
    id: 'LOSS',
    answers: { use: 'loss', grid: 'test:GRID', year: 2025 },
    loss_fraction: '0.06',
  });
  const FILES = new Map([
    ['diagram', { path: 'attachments/diagram.pdf', sha256: HASH }],
    ['metering', { path: 'attachments/meter.pdf', sha256: HASH }],
  ]);
  const shown = { diagram: 'diagram', metering: 'metering' };
  const of = (siting: Siting, more: Partial<SiteInputs> = {}, attachments = FILES) =>
    footprintOf({
      sites: [site({ site: { siting }, ...more })],
      factorSets: [factorSet([factorRow({ ch4_kg: '0', n2o_kg: '0' }), LOSS])],
      attachments,
    });

  test('a line that is shown loses nothing: what the grid would have lost stands apart', () => {
    const footprint = of({ connection: 'direct-line', plant: 'Hydro One', evidence: shown });
    expect(valueOf(footprint, 'scope3.3c.co2e')).toBe('0');
    // 1,200 x 0.06 / 0.94
    expect(valueOf(footprint, 'siting.losses-avoided')).toMatch(/^76\.59574/);
    expect(valueOf(footprint, 'siting.direct-energy')).toBe('1200');
    expect(messagesOf(footprint, 'ACC-SITING')[0]).toMatch(/diagram\.pdf and .*meter\.pdf/);
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('480');
  });

  test.each<[string, Siting, Map<string, { path: string; sha256: string }>, RegExp]>([
    [
      'near a plant on the grid',
      { connection: 'grid', plant: 'Hydro One' },
      FILES,
      /near Hydro One/,
    ],
    ['without evidence', { connection: 'direct-line' }, FILES, /attach both/],
    [
      'with a file that is not there',
      { connection: 'direct-line', evidence: shown },
      new Map(),
      /attach both/,
    ],
    [
      'with a meter of another kind',
      { connection: 'direct-line', evidence: shown, meters: ['other'] },
      FILES,
      /Meter other/,
    ],
    [
      'with a loss of the line of one',
      { connection: 'direct-line', evidence: shown, loss: { fraction: '1', source: 'test' } },
      FILES,
      /at least 0 and below 1/,
    ],
  ])('%s the loss of the grid holds', (_, siting, files, message) => {
    const footprint = of(siting, {}, files);
    // 1,200 MWh x 0.06 / 0.94 x 400 kg
    expect(valueOf(footprint, 'scope3.3c.co2e')).toMatch(/^30\.6382/);
    expect(valueOf(footprint, 'siting.losses-avoided')).toBe('ACC-NO-ENERGY');
    expect(messagesOf(footprint, 'ACC-SITING')[0]).toMatch(message);
  });

  test('one connection of two by a line with a loss of its own', () => {
    const meters = [MAIN, { ...MAIN, id: 'line' }];
    const bills = [
      ...monthlyBills(() => '100000'),
      ...monthlyBills(() => '50000', { meter: 'line' }),
    ];
    const footprint = of(
      {
        connection: 'behind-the-meter',
        evidence: shown,
        meters: ['line'],
        loss: { fraction: '0.01', source: 'measured' },
      },
      { meters, bills },
    );
    expect(valueOf(footprint, 'siting.direct-energy')).toBe('600');
    // 600 x (0.06 / 0.94 - 0.01 / 0.99)
    expect(valueOf(footprint, 'siting.losses-avoided')).toMatch(/^32\.23726/);
    // (1,200 x 0.06 / 0.94 + 600 x 0.01 / 0.99) x 400 kg
    expect(valueOf(footprint, 'scope3.3c.co2e')).toMatch(/^33\.0625/);
  });
});

describe('carbon credits', () => {
  const credit = (more: Partial<CarbonCredit> = {}): CarbonCredit => ({
    site: 'alpha',
    registry: 'Puro',
    project: 'Biochar North',
    serialStart: 'P-1',
    serialEnd: 'P-100',
    vintage: '2024',
    tonnes: exact('100'),
    type: 'removal',
    permanence: '1000 years',
    retiredOn: '2025-12-01',
    beneficiary: 'TEST MINER',
    evidence: evidence('credits.csv', 2),
    ...more,
  });
  const half = { percent: exact('50'), evidence: evidence('workspace.yaml', 4) };
  const of = (...credits: CarbonCredit[]) =>
    footprintOf({ sites: [site({ credits, share: half })] });

  test('gross, by kind, whole whatever the share of the site, and in no scope', () => {
    const avoided = credit({
      type: 'avoidance',
      registry: 'Verra',
      project: 'Cookstoves',
      tonnes: exact('250.5'),
    });
    const footprint = of(credit(), avoided);
    expect(valueOf(footprint, 'credits.removal')).toBe('100');
    expect(valuesOf(footprint, { metric: 'credits.avoidance', by: ['source'] })).toEqual({
      Cookstoves: '250.5',
    });
    expect(valueOf(footprint, 'credits.refused')).toBe('0');
    expect(valueOf(footprint, 'scope2.market.co2e')).toBe(valueOf(of(), 'scope2.market.co2e'));
    expect(valueOf(of(), 'credits.removal')).toBe('ACC-NO-ENERGY');
  });

  test.each<[string, Partial<CarbonCredit>, RegExp]>([
    ['not retired', { retiredOn: undefined as never }, /they are not retired/],
    ['of another', { beneficiary: 'Somebody' }, /retired for "Somebody"/],
    ['of another time', { retiredOn: '2026-01-02' }, /outside the period/],
    ['for another year', { forYear: 2024 }, /retired for 2024/],
  ])('%s: refused and named', (_, more, message) => {
    const footprint = of(credit(more));
    expect(valueOf(footprint, 'credits.removal')).toBe('0');
    expect(valueOf(footprint, 'credits.refused')).toBe('100');
    expect(messagesOf(footprint, 'ACC-CREDIT-REFUSED')[0]).toMatch(message);
  });

  test('a retirement for the year counts though it was made after it', () => {
    const late = credit({ retiredOn: '2026-02-01', forYear: 2025 });
    expect(valueOf(of(late), 'credits.removal')).toBe('100');
  });

  test('serials that stand twice are refused the second time', () => {
    const again = credit({ serialStart: 'P-100', serialEnd: 'P-120', tonnes: exact('21') });
    const footprint = of(again, credit(), credit({ serialStart: 'P-121', serialEnd: 'P-130' }));
    expect(valueOf(footprint, 'credits.removal')).toBe('200');
    expect(valueOf(footprint, 'credits.refused')).toBe('21');
    expect(messagesOf(footprint, 'ACC-CREDIT-REFUSED')[0]).toMatch(
      /share serials with Puro P-1 to/,
    );
  });
});

describe('stores', () => {
  const flow = (wh: bigint, hour: number): StorageFlow => ({
    site: 'alpha',
    validator: String(hour),
    energyWh: wh,
    start: calendar().start + hour * 3600,
    end: calendar().start + (hour + 1) * 3600,
    evidence: evidence('storage.csv', hour + 2),
  });
  const of = (...storage: StorageFlow[]) => footprintOf({ sites: [site({ storage })] });

  test('in, out, losses and round trip', () => {
    const footprint = of(flow(-10_000_000n, 1), flow(8_500_000n, 5));
    expect(valueOf(footprint, 'storage.energy-in')).toBe('10');
    expect(valueOf(footprint, 'storage.energy-out')).toBe('8.5');
    expect(valueOf(footprint, 'storage.losses')).toBe('1.5');
    expect(valueOf(footprint, 'storage.round-trip-efficiency')).toBe('0.85');
  });

  test('more out than in is told', () => {
    expect(
      messagesOf(of(flow(-1_000_000n, 1), flow(3_000_000n, 2)), 'ACC-STORAGE-BALANCE')[0],
    ).toMatch(/gave out 2 MWh more/);
    expect(messagesOf(of(), 'ACC-STORAGE-BALANCE')).toEqual([]);
  });
});

test('a workspace without any of this hears of none of it', () => {
  const codes = new Set(footprintOf().findings.map(({ code }) => code));
  const own = [
    'ACC-CURTAILMENT-BASELINE',
    'ACC-MARGINAL',
    'ACC-MONEY',
    'ACC-POWER-COST',
    'ACC-REUSE',
    'ACC-HEAT-REFERENCE',
    'ACC-TWELVE-MONTHS',
    'ACC-WATER',
    'ACC-ABSORBED',
    'ACC-SITING',
    'ACC-CREDIT-REFUSED',
    'ACC-STORAGE-BALANCE',
  ];
  expect(own.filter((code) => codes.has(code as never))).toEqual([]);
  expect(valueOf(footprintOf(), { metric: 'curtailment.revenue', gwp: gwpSet() })).toBe(
    'ACC-NO-ENERGY',
  );
});
