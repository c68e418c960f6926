import fc from 'fast-check';
import { activity, closeLedger, recompute, sum } from '../../../src/kernel/ledger.ts';
import { TIERS } from '../../../src/kernel/quality/origin.ts';
import { takerOfTier } from '../../../src/kernel/quality/quality.ts';
import { measure } from '../../../src/kernel/measure.ts';
import { exact, sumOf, ZERO } from '../../../src/units/rational.ts';
import {
  calendar,
  column,
  evidence,
  factorSet,
  factorRow,
  footprintOf,
  fuelRow,
  fuelUse,
  gwpSet,
  HASH,
  MAIN,
  messagesOf,
  monthlyBills,
  site,
  valueOf,
  valuesOf,
} from '../sample.ts';
import type { QualityStatements } from '../../../src/kernel/quality/statements.ts';

const evidenceAt = (entry: string) => evidence(entry, 1);
const stated = (statements: QualityStatements) => ({ quality: { statements, evidenceAt } });
const READ = column('main.energy', calendar(), () => 3_600_000_000n);
const read = site({ bills: [], energyColumns: new Map([['main', READ]]) });

test('bills are of tier 2, readings of tier 3, and verified readings of tier 1', () => {
  expect(valueOf(footprintOf(), 'quality.score')).toBe('2');
  expect(valueOf(footprintOf({ sites: [read] }), 'quality.score')).toBe('3');
  const verified = { of: 'meter main', tier: 1, source: 'certificate of calibration' };
  const kind = { of: 'kind readings', tier: 4, source: 'a guess' };
  const footprint = footprintOf({ sites: [read], ...stated({ data_quality: [kind, verified] }) });
  expect(valueOf(footprint, 'quality.score')).toBe('1');
});

test('a statement that speaks of no record is told', () => {
  const wrong = { of: 'meter mian', tier: 1, source: 'a certificate' };
  const footprint = footprintOf(stated({ data_quality: [wrong] }));
  expect(messagesOf(footprint, 'ACC-QUALITY')).toEqual([
    'Nothing is recorded of meter mian, of which data_quality speaks; correct the name, or remove the entry.',
  ]);
});

test('score and shares keep their bounds', () => {
  const quality = fc.constantFrom('actual' as const, 'estimated' as const);
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), quality, fc.integer({ min: 1, max: 5 })),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      (terms) => {
        const leaves = terms.map(([value], i) =>
          activity(exact(BigInt(value)), 'kWh', 'a record', [evidence('r.csv', i + 1)]),
        );
        const origins = new Map(
          terms.map(([, how], i) => [
            [HASH, 'r.csv', '', String(i + 1)].join('\0'),
            {
              ...{ kind: 'bills' as const, site: 'alpha', meter: `m${String(i)}` },
              ...(how === 'estimated' && { isEstimated: true as const }),
            },
          ]),
        );
        const data_quality = terms.map(([, , tier], i) => ({
          ...{ of: `meter m${String(i)}`, tier, source: 'a test' },
        }));
        const all = sum(leaves, 'all');
        const quality = { origins, statements: { data_quality }, evidenceAt };
        const parts = TIERS.map((tier) => takerOfTier(quality, tier).partOf(all)?.value ?? ZERO);
        expect(sumOf(parts).equals(all.value)).toBe(true);
        const score = sumOf(parts.map((part, i) => part.mul(i + 1))).div(all.value);
        expect(score.gte(1) && score.lte(5)).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

test('the score weighs by energy: three months of twelve estimated are 2 x 9/12 + 5 x 3/12', () => {
  const bills = monthlyBills(() => '100000').map((bill, i) =>
    i < 3 ? { ...bill, quality: 'estimated' as const } : bill,
  );
  const footprint = footprintOf({ sites: [site({ bills })] });
  expect(valueOf(footprint, 'quality.score')).toBe('2.75');
  expect(valueOf(footprint, 'quality.estimated.share')).toBe('0.25');
  expect(messagesOf(footprint, 'ACC-ESTIMATED-SHARE')).toEqual([
    '25% of the energy of alpha is estimated, more than the 10% that is advised; replace estimates by bills or readings.',
  ]);
});

test('shares of emissions by tier and scope', () => {
  const bills = monthlyBills(() => '100000').map((bill, i) =>
    i < 3 ? { ...bill, quality: 'estimated' as const } : bill,
  );
  const footprint = footprintOf({
    factorSets: [factorSet([factorRow(), fuelRow()])],
    sites: [site({ bills, fuels: [fuelUse('1000', 'mmBtu', { heatBasis: 'HHV' })] })],
  });
  expect(valuesOf(footprint, { metric: 'quality.share', by: ['scope', 'tier'] })).toMatchObject({
    'scope1 2': '1',
    'scope1 5': '0',
    'scope2-location 2': '0.75',
    'scope2-location 5': '0.25',
    'scope2-location 1': '0',
  });
});

test('readings that their source flags as estimates are so by their number', () => {
  const counts = { readings: 8760, estimated: 876, missing: 0, duplicate: 0 };
  const some = column('main.energy', calendar(), () => 3_600_000_000n, { counts });
  const sites = [site({ bills: [], energyColumns: new Map([['main', some]]) })];
  const footprint = footprintOf({ sites });
  expect(valueOf(footprint, 'quality.estimated.share')).toBe('0.1');
  expect(messagesOf(footprint, 'ACC-ESTIMATED-SHARE')).toEqual([]);
});

test('every metric of quality follows from its leaves', () => {
  const bills = monthlyBills(() => '100000', { quality: 'estimated' });
  const sub = { id: 'sub', site: 'alpha', measures: 'grid-import', use: 'other' } as const;
  const more = column('sub.energy', calendar(), (h) => (h === 7 ? undefined : 1_800_000_000n));
  const all = site({
    bills,
    meters: [MAIN, sub],
    energyColumns: new Map([['sub', more]]),
    fuels: [fuelUse('1000', 'mmBtu', { heatBasis: 'HHV' })],
    share: { percent: exact('48'), evidence: evidence('workspace.yaml', 4) },
  });
  const decision = {
    ...{ id: 'estimate-missing', value: 'yes', by: 'A. Tester', on: '2026-01-10' },
    because: 'the meter failed',
  };
  const footprint = footprintOf({
    factorSets: [factorSet([factorRow(), fuelRow()])],
    sites: [all],
    decisions: [{ decision, evidence: evidence('workspace.yaml', 40) }],
    ...stated({
      exclusions: [
        { what: 'forklifts', scope: '1', estimate_t: '2.5', basis: 'fuel cards', because: 'small' },
      ],
      base_year: {
        period: 2022,
        filed: { scope1: '100' },
        evidence: 'report-2022.pdf',
        threshold_percent: '5',
        restatements: [
          { date: '2024-05-01', trigger: 'error', effect: { scope1: '-7' }, because: 'a unit' },
        ],
      },
    }),
  });
  const asked = [
    measure(footprint, { metric: 'quality.score' }),
    measure(footprint, { metric: 'quality.estimated.share' }),
    ...(['quality.share', 'quality.excluded.share', 'quality.excluded.co2e'] as const).map(
      (metric) => measure(footprint, { metric, by: ['scope'], gwp: gwpSet() }),
    ),
    measure(footprint, { metric: 'quality.share', by: ['tier', 'scope'], gwp: gwpSet() }),
    ...(['filed.co2e', 'restated.co2e', 'change.share'] as const).map((metric) =>
      measure(footprint, { metric: `quality.base-year.${metric}`, by: ['scope'] }),
    ),
  ];
  expect(asked.map(({ measurements }) => measurements.length > 0)).not.toContain(false);
  const roots = asked.flatMap(({ measurements }) => measurements.map(({ step }) => step));
  const files = new Map([['sub.energy', { file: 'h.csv', file_sha256: HASH }]]);
  const { document } = closeLedger(roots, [more], files);
  expect(recompute(document, [more]).differences).toEqual([]);
});
