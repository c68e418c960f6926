import { measure } from '../../src/kernel/measure.ts';
import { exact } from '../../src/units/rational.ts';
import { roundedText } from '../../src/units/rounding.ts';
import { bill, calendar, evidence, footprintOf, site, valueOf } from './sample.ts';

const rounded = (value: ReturnType<typeof exact>, decimals: number) =>
  roundedText(value, { decimals, mode: 'half-up' });

/* Riot Platforms, Form 8-K on 2024: cost of power, power credits, electricity. */
test('all-in cost of power net of power credits, Riot Platforms, 2024', () => {
  const year = bill('2025-01-01', '2025-12-31', '4443677036', {
    cost: { amount: exact('186154000'), currency: 'USD' },
    credit: { amount: exact('33685000'), currency: 'USD' },
  });
  const footprint = footprintOf({ sites: [site({ bills: [year] })] });
  expect(valueOf(footprint, 'power.net-cost')).toBe('152469000');
  const [net] = measure(footprint, { metric: 'power.net-cost-per-kwh' }).measurements;
  expect(net?.step.unit).toBe('USD/kWh');
  // 3.4 cents
  expect(net && rounded(net.step.value.mul(100), 1)).toBe('3.4');
  // credits are money: they change neither energy nor emissions
  const { credit: _, ...without } = year;
  const plain = footprintOf({ sites: [site({ bills: [without] })] });
  for (const metric of ['energy.electricity', 'scope2.location.co2e', 'scope2.market.co2e']) {
    expect(valueOf(footprint, metric)).toBe(valueOf(plain, metric));
  }
});

/* Riot Platforms, July 2022: 11,717 MWh, told as the use of 13,121 homes for a month. */
test('curtailed energy against homes, Riot Platforms, July 2022', () => {
  const july = calendar('2025-07-01', '2025-07-31');
  const event = {
    site: 'alpha',
    start: july.start,
    end: july.end,
    // 744 h x 100 MW - 62,683 MWh
    baselineMw: exact('100'),
    method: 'stated for the test',
    metered: { energyKwh: exact('62683000'), evidence: [evidence('readings.csv', 2)] },
    evidence: evidence('events.csv', 2),
  };
  const footprint = footprintOf({ sites: [site({ calendar: july, curtailment: [event] })] });
  const [energy] = measure(footprint, { metric: 'curtailment.energy' }).measurements;
  expect(valueOf(footprint, 'curtailment.energy')).toBe('11717');
  const perHome = energy?.step.value.mul(1000).div(13121);
  expect(perHome && rounded(perHome, 0)).toBe('893');
});
