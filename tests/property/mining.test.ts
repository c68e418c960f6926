import fc from 'fast-check';
import type { Footprint } from '../../src/kernel/footprint.ts';
import type { SiteInputs } from '../../src/kernel/inputs.ts';
import { measure } from '../../src/kernel/measure.ts';
import { creditClaims } from '../../src/kernel/mining/credits.ts';
import type { CurtailmentEvent, HeatDelivery } from '../../src/model/records.ts';
import type { CarbonCredit } from '../../src/model/source-records.ts';
import { ONE, ratio, sumOf, ZERO } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
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
  inputs,
  site,
} from '../kernel/sample.ts';

const RUNS = { numRuns: 1000 };
/** Two days over a turn of months. */
const SPAN = calendar('2025-01-31', '2025-02-01');
const HOURS = 48;
const SETS = [
  factorSet([
    factorRow(),
    factorRow({ id: 'M', answers: { use: 'marginal', grid: 'test:GRID', year: 2025 } }),
    factorRow({
      id: 'L',
      answers: { use: 'loss', grid: 'test:GRID', year: 2025 },
      loss_fraction: '0.06',
    }),
  ]),
];
const FACTORS = {
  location: ['test'],
  loss: ['test'],
  marginal: ['test'],
  other_year: 'refuse',
} as const;

type More = Parameters<typeof site>[0];

function accounted(more: More = {}): Footprint {
  const bills = [bill('2025-01-31', '2025-02-01', '48000')];
  return footprintOf({
    factors: { ...FACTORS, location: ['test'], loss: ['test'], marginal: ['test'] },
    factorSets: SETS,
    sites: [site({ calendar: SPAN, bills, certificates: [certificate()], ...more })],
  });
}

function totals(footprint: Footprint, metrics: readonly string[]): string[] {
  return metrics.map((metric) => {
    const { measurements, missing } = measure(footprint, { metric, gwp: gwpSet() });
    const [first] = measurements;
    return first ? first.step.value.toFraction() : (missing?.code ?? 'nothing');
  });
}

const amounts = fc.integer({ min: 0, max: 9_999_999 }).map((n) => ratio(BigInt(n), 1000n));

const spans = fc
  .tuple(fc.integer({ min: 0, max: HOURS - 1 }), fc.integer({ min: 1, max: HOURS }))
  .map(([from, length]) => ({
    start: SPAN.start + from * 3600,
    end: SPAN.start + Math.min(HOURS, from + length) * 3600,
  }));

const events: fc.Arbitrary<CurtailmentEvent> = fc
  .record({ span: spans, baseline: amounts, paid: amounts, programme: fc.constantFrom('A', 'B') })
  .map(({ span, baseline, paid, programme }) => ({
    site: 'alpha',
    ...span,
    baselineMw: baseline,
    programme,
    method: 'CBL',
    revenue: { amount: paid, currency: 'USD' },
    evidence: evidence('events.csv', 2),
  }));

const heats: fc.Arbitrary<HeatDelivery> = fc
  .record({ heat: amounts, pumps: amounts })
  .map(({ heat, pumps }) => ({
    site: 'alpha',
    energyMwh: heat.div(50),
    auxiliaryMwh: pumps,
    firstDay: '2025-01-31',
    lastDay: '2025-02-01',
    start: SPAN.start,
    end: SPAN.end,
    evidence: evidence('heat.csv', 2),
  }));

const credits: fc.Arbitrary<CarbonCredit> = fc
  .record({
    tonnes: amounts,
    serial: fc.integer({ min: 1, max: 99 }),
    type: fc.constantFrom('avoidance' as const, 'removal' as const),
    beneficiary: fc.constantFrom('Test Miner Ltd', 'Somebody'),
  })
  .map(({ serial, ...rest }) => ({
    site: 'alpha',
    registry: 'REG',
    project: 'P',
    serialStart: String(serial),
    serialEnd: String(serial + 3),
    vintage: '2024',
    retiredOn: '2025-02-01',
    ...rest,
    evidence: evidence('credits.csv', serial),
  }));

const READ = new Map([
  ['main', column('main.energy', SPAN, (hour) => BigInt(hour % 7) * 1_000_000_000n)],
]);

const HEATED = {
  displaces: 'a gas boiler',
  efficiency: '0.9',
  factor: { co2e_kg_per_mwh: '202', source: 'test' },
  claim: { counted_by: 'supplier' as const, contract: 'clause 7' },
};

/** Records of everything that stands outside the scopes. */
const outside: fc.Arbitrary<Partial<SiteInputs>> = fc.record({
  curtailment: fc.array(events, { maxLength: 3 }),
  heat: fc.array(heats, { maxLength: 2 }),
  credits: fc.array(credits, { maxLength: 4 }),
  absorbed: fc.array(
    fc.record({ span: spans, energy: amounts }).map(({ span, energy }) => ({
      site: 'alpha',
      plant: 'Wind',
      ...span,
      energyMwh: energy,
      reason: 'curtailment-order' as const,
      measured: 'metered' as const,
      proof: 'order',
      evidence: evidence('absorbed.csv', 2),
    })),
    { maxLength: 2 },
  ),
  water: fc.array(
    amounts.map((volume) => ({
      site: 'alpha',
      kind: 'withdrawn' as const,
      volumeM3: volume,
      firstDay: '2025-01-31',
      lastDay: '2025-02-01',
      start: SPAN.start,
      end: SPAN.end,
      evidence: evidence('water.csv', 2),
    })),
    { maxLength: 2 },
  ),
});

const SCOPES = [
  'energy.electricity',
  'scope1.co2e',
  'scope2.location.co2e',
  'scope2.market.co2e',
  'scope3.3c.co2e',
  'mining.market.co2e',
  'certificates.allocated',
  'renewable.contractual.share',
];
const PLAIN = totals(accounted(), SCOPES);
const PLAIN_READ = totals(accounted({ bills: [], energyColumns: READ }), SCOPES);

test('nothing outside the scopes changes a figure of a scope', () => {
  fc.assert(
    fc.property(outside, fc.boolean(), (records, isRead) => {
      const read = isRead ? { bills: [], energyColumns: READ } : {};
      const footprint = accounted({ ...records, ...read, site: { heat: HEATED } });
      expect(totals(footprint, SCOPES)).toEqual(isRead ? PLAIN_READ : PLAIN);
    }),
    RUNS,
  );
});

test('siting changes category 3c and no figure of Scope 1 or 2', () => {
  const siting = {
    connection: 'direct-line' as const,
    evidence: { diagram: 'diagram', metering: 'metering' },
  };
  const file = { path: 'a.pdf', sha256: '0'.repeat(64) };
  const attachments = new Map([
    ['diagram', file],
    ['metering', file],
  ]);
  const bills = [bill('2025-01-31', '2025-02-01', '48000')];
  const sited = footprintOf({
    factorSets: SETS,
    attachments,
    sites: [site({ calendar: SPAN, bills, certificates: [certificate()], site: { siting } })],
  });
  const others = SCOPES.filter((metric) => metric !== 'scope3.3c.co2e');
  expect(totals(sited, others)).toEqual(totals(accounted(), others));
  expect(totals(sited, ['scope3.3c.co2e'])).toEqual(['0']);
  expect(PLAIN[SCOPES.indexOf('scope3.3c.co2e')]).not.toBe('0');
});

test('the energy reuse factor lies from 0 up to 1, or a finding says why there is none', () => {
  fc.assert(
    fc.property(fc.array(heats, { minLength: 1, maxLength: 3 }), (heat) => {
      const { measurements, missing } = measure(accounted({ heat }), {
        metric: 'heat.reuse-factor',
      });
      const [factor] = measurements;
      const isWithin = factor && factor.step.value.gte(ZERO) && factor.step.value.lt(ONE);
      expect(isWithin ?? missing?.code === 'ACC-REUSE').toBe(true);
    }),
    RUNS,
  );
});

/** The event in two, its payment with it. */
function cut(event: CurtailmentEvent, hour: number): CurtailmentEvent[] {
  const at = event.start + (1 + (hour % HOURS)) * 3600;
  if (at >= event.end) return [event];
  const amount = event.revenue?.amount.div(4) ?? ZERO;
  const rest = event.revenue?.amount.sub(amount) ?? ZERO;
  return [
    { ...event, end: at, revenue: { amount, currency: 'USD' } },
    { ...event, start: at, revenue: { amount: rest, currency: 'USD' } },
  ];
}

test('an event in two parts gives the same totals', () => {
  const metrics = [
    'curtailment.energy',
    'curtailment.hours',
    'curtailment.hours-share',
    'curtailment.revenue',
    'curtailment.consequential.co2e',
    'power.credits',
  ];
  fc.assert(
    fc.property(events, fc.nat({ max: HOURS }), (event, hour) => {
      const of = (curtailment: readonly CurtailmentEvent[]) =>
        totals(accounted({ bills: [], energyColumns: READ, curtailment }), metrics);
      const whole = of([event]);
      expect(of(cut(event, hour))).toEqual(whole);
      expect(whole[3]).toBe(event.revenue?.amount.toFraction());
    }),
    RUNS,
  );
});

test('credits that count and credits that do not are all credits, and each serial counts once', () => {
  fc.assert(
    fc.property(fc.array(credits, { minLength: 1, maxLength: 6 }), (schedule) => {
      const held = inputs({ sites: [site({ calendar: SPAN, credits: schedule })] });
      const claims = creditClaims(held).value.get('alpha') ?? [];
      const sum = sumOf(claims.map(({ mass }) => mass.value));
      const stated = sumOf(schedule.map(({ tonnes }) => tonnes));
      expect([claims.length, decimalText(sum)]).toEqual([schedule.length, decimalText(stated)]);
      const counted = claims.filter(({ outcome }) => outcome === 'counted');
      const serials = counted.flatMap(({ credit }) =>
        [0, 1, 2, 3].map((i) => Number(credit.serialStart) + i),
      );
      expect(new Set(serials).size).toBe(serials.length);
    }),
    RUNS,
  );
});
