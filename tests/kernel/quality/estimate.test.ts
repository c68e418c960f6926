import fc from 'fast-check';
import { meterEnergy } from '../../../src/kernel/energy/meter-energy.ts';
import { type Figure, isMissing } from '../../../src/kernel/figure.ts';
import type { SiteInputs } from '../../../src/kernel/inputs.ts';
import { closeLedger, recompute } from '../../../src/kernel/ledger.ts';
import { measure } from '../../../src/kernel/measure.ts';
import { exact } from '../../../src/units/rational.ts';
import {
  bill,
  calendar,
  column,
  evidence,
  footprintOf,
  HASH,
  MAIN,
  messagesOf,
  monthlyBills,
  site,
  valueOf,
  valuesOf,
} from '../sample.ts';

const DECISION = {
  decision: {
    ...{ id: 'estimate-missing', value: 'yes', by: 'A. Tester', on: '2026-01-10' },
    because: 'the invoices were lost',
  },
  evidence: evidence('workspace.yaml', 40),
};
const decided = (one: SiteInputs) => footprintOf({ sites: [one], decisions: [DECISION] });
const byMonth = { metric: 'energy.electricity', by: ['month'] } as const;
const without = (...months: string[]) =>
  monthlyBills((month) => (month === '2025-02' ? '84000' : '93000')).filter(
    ({ firstDay }) => !months.includes(firstDay.slice(0, 7)),
  );

test('a month without a bill is its days times the mean energy by day of the bills beside it', () => {
  // February 84,000 kWh over 28 days, April 93,000 kWh over 30 days: (3,000 + 3,100) / 2 = 3,050 kWh a day; March has 31
  const footprint = decided(site({ bills: without('2025-03') }));
  expect(valuesOf(footprint, byMonth)['2025-03']).toBe('94.55');
  expect(messagesOf(footprint, 'ACC-BILL-MISSING')).toEqual([]);
  expect(messagesOf(footprint, 'ACC-ESTIMATED')).toEqual([
    'The energy of main was estimated by days where no record holds it, 2025-03-01 to 2025-03-31: 94.55 MWh, as A. Tester decided on 2026-01-10; replace the estimate when the records are there.',
  ]);
  expect(valuesOf(footprint, { metric: 'quality.share', by: ['scope', 'tier'] })).toMatchObject({
    'scope2-location 1': '0',
  });
  const [tier5] = measure(footprint, {
    metric: 'quality.estimated.share',
  }).measurements;
  // 94.55 of 84 + 10 x 93 + 94.55
  expect(tier5?.step.value.toFraction()).toBe('1891/22171');
});

test('without the decision the gap stays a gap', () => {
  const footprint = footprintOf({ sites: [site({ bills: without('2025-03') })] });
  expect(valuesOf(footprint, byMonth)['2025-03']).toBeUndefined();
  expect(messagesOf(footprint, 'ACC-BILL-MISSING')).toHaveLength(1);
  expect(messagesOf(footprint, 'ACC-ESTIMATED')).toEqual([]);
});

test('a decision of another site, or against it, estimates nothing', () => {
  for (const more of [{ site: 'beta' }, { value: 'no' }]) {
    const decisions = [{ ...DECISION, decision: { ...DECISION.decision, ...more } }];
    const footprint = footprintOf({ sites: [site({ bills: without('2025-03') })], decisions });
    expect(messagesOf(footprint, 'ACC-BILL-MISSING')).toHaveLength(1);
  }
});

test('before the first bill stands the first after it, after the last the last before it', () => {
  const values = valuesOf(decided(site({ bills: without('2025-01', '2025-12') })), byMonth);
  expect(values['2025-01']).toBe('93');
  // November: 93,000 kWh over 30 days
  expect(values['2025-12']).toBe('96.1');
});

test('a bill that rests on an estimate is no ground for another', () => {
  const bills = without('2025-03').map((one) =>
    one.firstDay === '2025-02-01' ? { ...one, quality: 'estimated' as const } : one,
  );
  // January 93,000 over 31 days, April 93,000 over 30: (3,000 + 3,100) / 2
  expect(valuesOf(decided(site({ bills })), byMonth)['2025-03']).toBe('94.55');
  const none = bills.map((one) => ({ ...one, quality: 'estimated' as const }));
  expect(messagesOf(decided(site({ bills: none })), 'ACC-BILL-MISSING')).toHaveLength(1);
});

test('where every hour of the stretch was read, the readings count', () => {
  const energyColumns = new Map([['main', column('main.energy', calendar(), () => 360_000_000n)]]);
  const footprint = decided(site({ bills: without('2025-03'), energyColumns }));
  // 100 kWh an hour for 744 hours
  expect(valuesOf(footprint, byMonth)['2025-03']).toBe('74.4');
  expect(messagesOf(footprint, 'ACC-ESTIMATED')[0]).toContain('estimated by readings');
});

test('a stretch over the turn of the year is cut there, and said to be', () => {
  const span = calendar('2025-11-01', '2026-02-28');
  const bills = [
    bill('2025-11-01', '2025-12-10', '40000'),
    bill('2026-01-21', '2026-02-28', '78000'),
  ];
  const footprint = decided(site({ calendar: span, bills }));
  // 1,000 and 2,000 kWh a day: 21 days of December and 20 of January at 1,500
  const values = valuesOf(footprint, byMonth);
  expect([values['2025-12'], values['2026-01']]).toEqual(['41.5', '52']);
  expect(messagesOf(footprint, 'ACC-ESTIMATED')[0]).toContain('cut at the turn of the year');
});

test('hours without a reading have the mean of the hours beside them, a day or more that of the days', () => {
  const day = (n: number) => n * 24;
  const cells = (hour: number) => {
    if (hour === 5 || (hour >= day(10) && hour < day(12))) return undefined;
    return hour === 6 || (hour >= day(12) && hour < day(13)) ? 7_200_000n : 3_600_000n;
  };
  const span = calendar('2025-01-01', '2025-01-31');
  const readings = column('main.energy', span, cells);
  const footprint = decided(
    site({ calendar: span, bills: [], energyColumns: new Map([['main', readings]]) }),
  );
  // 744 hours less 49 at 1 kWh, 25 of them at 2; estimates: 1.5, and 48 hours at (1 + 2) / 2
  expect(valueOf(footprint, 'energy.electricity')).toBe('0.7935');
  expect(messagesOf(footprint, 'ACC-READINGS-MISSING')).toEqual([]);
  const [total] = measure(footprint, { metric: 'energy.electricity' }).measurements;
  const files = new Map([['main.energy', { file: 'h.csv', file_sha256: HASH }]]);
  const { document } = closeLedger(total ? [total.step] : [], [readings], files);
  expect(recompute(document, [readings]).differences).toEqual([]);
  expect(document.steps.filter(({ cites }) => cites?.[0]?.startsWith('estimated'))).toHaveLength(2);
});

function textOf(figure: Figure | undefined): string {
  return figure && !isMissing(figure) ? figure.value.toFraction() : 'missing';
}

test('estimation leaves months with records untouched, and gives every month a value', () => {
  const base = site();
  const all = monthlyBills(() => '1');
  const months = calendar().months.map(({ id }) => id);
  fc.assert(
    fc.property(
      fc.subarray(months, { minLength: 1 }),
      fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 12, maxLength: 12 }),
      (known, amounts) => {
        const bills = all.flatMap((one, i) => {
          const month = one.firstDay.slice(0, 7);
          return known.includes(month)
            ? [{ ...one, energyKwh: exact(BigInt(amounts[i] ?? 1)) }]
            : [];
        });
        const plain = meterEnergy(MAIN, { ...base, bills }).value;
        const filled = meterEnergy(MAIN, { ...base, bills, estimates: DECISION }).value;
        expect([...filled.values()].filter(isMissing)).toEqual([]);
        const values = (of: typeof plain) => known.map((month) => textOf(of.get(month)));
        expect(values(filled)).toEqual(values(plain));
      },
    ),
    { numRuns: 1000 },
  );
});
