import type { SiteInputs } from '../../src/kernel/inputs.ts';
import { exact } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  column,
  evidence,
  footprintOf,
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

function event(from: number, to: number, mw: string, line = 2) {
  return {
    site: 'alpha',
    start: DAY.start + from * 3600,
    end: DAY.start + to * 3600,
    baselineMw: exact(mw),
    evidence: evidence('events.csv', line),
  };
}

function curtailed(
  events: SiteInputs['curtailment'],
  energyColumns: SiteInputs['energyColumns'] = READ,
) {
  return footprintOf({
    sites: [site({ calendar: DAY, bills: [], energyColumns, curtailment: events ?? [] })],
  });
}

describe('curtailment', () => {
  test('baseline x duration less what was metered', () => {
    const footprint = curtailed([event(12, 16, '20')]);
    // 4 h x 20 MW - 8 MWh
    expect(valueOf(footprint, 'curtailment.energy')).toBe('72');
    expect(valueOf(footprint, 'curtailment.hours')).toBe('4');
  });

  test('it lowers no emission beyond the energy that was not used', () => {
    const of = (events: SiteInputs['curtailment']) =>
      valueOf(curtailed(events), 'scope2.location.co2e');
    expect(of([event(12, 16, '20')])).toBe(of([]));
  });

  test('without events nothing is said of energy', () => {
    expect(valueOf(curtailed([]), 'curtailment.energy')).toBe('ACC-NO-ENERGY');
  });

  test.each([
    ['without readings', event(12, 16, '20'), new Map()],
    ['off the hours', event(12.5, 16, '20'), READ],
  ])('%s there is no energy, and the hours stand', (_, one, columns) => {
    const footprint = curtailed([one], columns as SiteInputs['energyColumns']);
    expect(valueOf(footprint, 'curtailment.energy')).toBe('ACC-CURTAILMENT');
    expect(valueOf(footprint, 'curtailment.hours')).toBe(String((one.end - one.start) / 3600));
    const [lack] = footprint.findings.filter(({ code }) => code === 'ACC-CURTAILMENT');
    expect([lack?.severity, lack?.at]).toEqual(['completeness', { file: 'events.csv', line: 2 }]);
  });

  test('events at the same time count once', () => {
    const footprint = curtailed([event(12, 16, '20'), event(14, 18, '20', 3)]);
    expect(valueOf(footprint, 'curtailment.energy')).toBe('72');
    expect(messagesOf(footprint, 'ACC-CURTAILMENT')[0]).toMatch(/14:00:00Z .* was left out/);
  });

  test('a load above its baseline is doubtful', () => {
    const footprint = curtailed([event(8, 10, '19')]);
    expect(valueOf(footprint, 'curtailment.energy')).toBe('-2');
    expect(messagesOf(footprint, 'ACC-CURTAILMENT')[0]).toMatch(/left -2 MWh to the grid/);
  });
});

describe('heat', () => {
  const heat = (firstDay: string, lastDay: string, mwh: string) => ({
    site: 'alpha',
    energyMwh: exact(mwh),
    firstDay,
    lastDay,
    start: bill(firstDay, lastDay, '0').start,
    end: bill(firstDay, lastDay, '0').end,
    evidence: evidence('heat.csv', 2),
  });
  const warm = footprintOf({
    sites: [
      site({
        heat: [heat('2025-01-22', '2025-02-10', '240'), heat('2025-12-22', '2026-01-10', '120')],
      }),
    ],
  });

  test('deliveries by month and the part of all energy that is reused', () => {
    expect(valuesOf(warm, { metric: 'heat.delivered', by: ['month'] })).toEqual({
      '2025-01': '120',
      '2025-02': '120',
      '2025-12': '60',
    });
    // 300 of 1,200 MWh
    expect(valueOf(warm, 'heat.reuse-factor')).toBe('0.25');
    expect(messagesOf(warm, 'ACC-PERIOD-SPLIT')).toHaveLength(1);
  });

  test('it lowers no emission', () => {
    expect(valueOf(warm, 'scope2.location.co2e')).toBe(
      valueOf(footprintOf(), 'scope2.location.co2e'),
    );
    expect(valueOf(footprintOf(), 'heat.delivered')).toBe('ACC-NO-ENERGY');
  });
});

describe('peak power', () => {
  const billed = (month: string) => exact(month === '2025-07' ? '24500' : '20000');
  const bills = monthlyBills(() => '100000').map((one) => ({
    ...one,
    peakDemandKw: billed(one.firstDay.slice(0, 7)),
  }));
  const peak = (of: Parameters<typeof site>[0]) =>
    valueOf(footprintOf({ sites: [site(of)] }), 'site.peak-power');

  test('the highest reading: 5,850 kWh in a quarter of an hour are 23.4 MW', () => {
    const reading = {
      meter: 'main',
      energyKwh: exact('5850'),
      start: DAY.start,
      end: DAY.start + 900,
      evidence: evidence('readings.csv', 99),
    };
    expect(peak({ peak: reading, bills })).toBe('23.4');
  });

  test('without one, the highest billed demand of the period', () => {
    const before = bill('2024-12-01', '2024-12-31', '1', { peakDemandKw: exact('99000') });
    expect(peak({ bills: [...bills, before] })).toBe('24.5');
  });

  test('without either, what to add is named', () => {
    expect(peak({})).toBe('ACC-NO-PEAK');
  });

  test('the highest of several sites is given, whole, and never their sum', () => {
    const beta = site({
      site: { id: 'beta' },
      meters: [{ ...MAIN, id: 'b', site: 'beta' }],
      bills: [bill('2025-01-01', '2025-12-31', '1', { meter: 'b', peakDemandKw: exact('30000') })],
      share: { percent: exact('50'), evidence: evidence('workspace.yaml', 4) },
    });
    const footprint = footprintOf({ sites: [site({ bills }), beta] });
    expect(valueOf(footprint, 'site.peak-power')).toBe('30');
    expect(valuesOf(footprint, { metric: 'site.peak-power', by: ['site'] })).toEqual({
      alpha: '24.5',
      beta: '30',
    });
  });
});
