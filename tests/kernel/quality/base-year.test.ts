import { exclusionFindings } from '../../../src/kernel/quality/exclusion-findings.ts';
import type { QualityStatements } from '../../../src/kernel/quality/statements.ts';
import { measure } from '../../../src/kernel/measure.ts';
import type { BaseYear, Restatement } from '../../../src/model/documents/workspace.ts';
import { evidence, footprintOf, gwpSet, messagesOf, valueOf, valuesOf } from '../sample.ts';

const evidenceAt = (entry: string) => evidence(entry, 1);
const stated = (statements: QualityStatements) =>
  footprintOf({ quality: { statements, evidenceAt } });

function change(trigger: Restatement['trigger'], tonnes: string, date = '2024-05-01'): Restatement {
  return { date, trigger, effect: { scope1: tonnes }, because: 'as told' };
}

function base(restatements: Restatement[]) {
  const base_year: BaseYear = {
    period: 2022,
    filed: { scope1: '100', scope2_location: '1000' },
    evidence: 'report-2022.pdf',
    threshold_percent: '5',
    restatements,
  };
  return stated({ base_year });
}

const by = ['scope'] as const;
const restated = { metric: 'quality.base-year.restated.co2e', by };

test('small changes add up to the threshold, by scope; both columns stand', () => {
  const footprint = base([change('error', '3'), change('structural', '2', '2024-09-01')]);
  const filed = valuesOf(footprint, { metric: 'quality.base-year.filed.co2e', by });
  expect(filed).toEqual({ scope1: '100', 'scope2-location': '1000' });
  expect(valuesOf(footprint, restated)).toEqual({ scope1: '105', 'scope2-location': '1000' });
  expect(messagesOf(footprint, 'ACC-BASE-YEAR')).toEqual([
    'Effects on Scope 1 of the base year add up to 5% of it, which reaches the threshold of 5%; it is restated from 100 t CO2e to 105 t CO2e.',
  ]);
});

test('changes that offset each other count by their size', () => {
  const footprint = base([change('error', '4'), change('structural', '-3')]);
  expect(valuesOf(footprint, restated)['scope1']).toBe('101');
  const share = { metric: 'quality.base-year.change.share', by };
  expect(valuesOf(footprint, share)).toEqual({ scope1: '0.07', 'scope2-location': '0' });
});

test('below the threshold the base year stays as filed', () => {
  const footprint = base([change('method', '4.99')]);
  expect(valuesOf(footprint, restated)['scope1']).toBe('100');
  expect(messagesOf(footprint, 'ACC-BASE-YEAR')[0]).toContain('below the threshold of 5%');
});

test.each(['organic', 'relocation', 'factor-edition'] as const)(
  '%s is no reason to recalculate',
  (trigger) => {
    const footprint = base([change(trigger, '50')]);
    expect(valuesOf(footprint, restated)['scope1']).toBe('100');
    const [message] = messagesOf(footprint, 'ACC-BASE-YEAR');
    expect(message).toContain('is no reason to recalculate the base year');
  },
);

test('an effect on a scope that was not filed is said, and scopes are not added up', () => {
  const footprint = base([{ ...change('gwp', '1'), effect: { scope3: '1' } }]);
  expect(messagesOf(footprint, 'ACC-BASE-YEAR')[0]).toContain('Scope 3 of the base year');
  expect(valueOf(footprint, 'quality.base-year.filed.co2e')).toBe('TPL-UNIT');
  expect(valueOf(footprintOf(), 'quality.base-year.filed.co2e')).toBe('ACC-NO-ENERGY');
});

const EXCLUSIONS: QualityStatements['exclusions'] = [
  { what: 'air travel', scope: '2', estimate_t: '10', basis: 'spend', because: 'no records' },
];

test('exclusions are sized against scope and total, and told', () => {
  // 1,200 MWh at 401.65 kg CO2e: 481.98 t; 10 of 491.98 t are 2.03 %
  const materiality = { scope_percent: '2', total_percent: '2', source: 'own policy' };
  const footprint = stated({ exclusions: EXCLUSIONS, materiality });
  const request = { metric: 'quality.excluded.share', by, gwp: gwpSet() };
  const location = measure(footprint, request).measurements.find(
    ({ dimensions }) => dimensions.scope === 'scope2-location',
  );
  expect(location?.step.value.toFraction()).toBe('500/24599');
  const messages = exclusionFindings(footprint, gwpSet()).map(({ message }) => message);
  expect(messages).toContain(
    'Left out of Scope 2: air travel, 10 t CO2e as estimated by spend; no records.',
  );
  expect(messages).toContain(
    'What was left out is 2.03% of location-based Scope 2, above the declared materiality of 2%; count it.',
  );
  // neither Scope 1 nor Scope 3 is known here
  expect(messages.at(-1)).toContain('cannot be held against the total');
});

test('without declared materiality exclusions are told and not passed over', () => {
  const findings = exclusionFindings(stated({ exclusions: EXCLUSIONS }), gwpSet());
  expect(findings.map(({ severity }) => severity)).toEqual(['info', 'completeness']);
  expect(exclusionFindings(footprintOf(), gwpSet())).toEqual([]);
  expect(valueOf(stated({ exclusions: [] }), 'quality.excluded.co2e')).toBe('0');
});
