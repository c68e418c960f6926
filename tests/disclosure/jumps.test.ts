import { jumpFindings, type YearOnYear } from '../../src/disclosure/jumps.ts';
import type { OpenFact } from '../../src/disclosure/open-fact.ts';
import type { PriorFiling } from '../../src/disclosure/prior-facts.ts';
import { constant } from '../../src/kernel/ledger.ts';
import type { Fact } from '../../src/model/documents/disclosure.ts';

const YEAR = { start: '2025-01-01', end: '2025-12-31' };
const LAST = { start: '2024-01-01', end: '2024-12-31' };

function now(metric: string, unit: string, value: string, dimensions = {}): OpenFact {
  return {
    definition: {
      ...{ id: 'a', value: { metric }, unit, obligation: 'mandatory' },
      ...{ citation: 'none', grade: 'V' },
    },
    ...{ label: 'Figure A', dimensions, value, grade: 'V' },
    step: constant(value, '1', 'a figure'),
  };
}

function then(unit: string, value: string, more: Partial<Fact> = {}): Fact {
  return {
    ...{ id: 'a', label: 'Figure A', value, exact: value, unit, period: LAST, dimensions: {} },
    ...{ citation: 'none', grade: 'V', step: 's-1' },
    ...more,
  };
}

const filed = (facts: readonly Fact[], more: Partial<PriorFiling> = {}): PriorFiling => ({
  ...{ path: 'filed/2024.json', sha256: '0'.repeat(64), period: LAST, isYearBefore: true, facts },
  ...more,
});

function told(more: Partial<YearOnYear>): string[] {
  const of = { template: 'int-ifrs-s2', period: YEAR, facts: [], isNamed: true, prior: [] };
  return jumpFindings({ ...of, bound: '10', ...more }).map(
    ({ code, severity, message }) => `${code} ${severity} ${message}`,
  );
}

// 20 J/TH before, and 10 percent: 18 to 22
test.each([
  ['22', 'info'],
  ['22.001', 'quality'],
  ['18', 'info'],
  ['17.999', 'quality'],
])('20 J/TH that became %s, at a bound of 10 percent: %s', (value, severity) => {
  const facts = [now('efficiency.facility', 'J/TH', value)];
  const found = told({ facts, prior: [filed([then('J/TH', '20')])] });
  expect(found.map((text) => text.split(' ')[1])).toEqual([severity]);
});

test.each([
  ['energy.electricity', 'MWh'],
  ['intensity.location', 'kg CO2e/(PH/s*h)'],
  ['renewable.contractual.share', '%'],
  ['', 'g CO2e/kWh'],
])('%s in %s is held, with its numbers', (metric, unit) => {
  const facts = [now(metric, unit, '30')];
  expect(told({ facts, prior: [filed([then(unit, '20')])] })).toEqual([
    `ACC-JUMP quality Figure A is 30 ${unit} and was 20 in filed/2024.json, 50%, beyond the declared 10%; find out why, and say so.`,
  ]);
});

test('from nothing to something is a jump, and from nothing to nothing is none', () => {
  const prior = [filed([then('%', '0')])];
  const share = 'renewable.contractual.share';
  expect(told({ facts: [now(share, '%', '0.1')], prior })[0]).toContain('quality');
  expect(told({ facts: [now(share, '%', '0')], prior })[0]).toContain('info');
});

test('what is of another unit, of a month, or no such figure is not held', () => {
  const prior = [filed([then('MWh', '20')])];
  const lack = /no energy, intensity or share stands in both/;
  expect(told({ facts: [now('energy.electricity', 'GWh', '30')], prior })[0]).toMatch(lack);
  expect(told({ facts: [now('scope2.location.co2e', 'MWh', '30')], prior })[0]).toMatch(lack);
  const month = { month: '2025-01' };
  expect(told({ facts: [now('energy.electricity', 'MWh', '30', month)], prior })[0]).toMatch(lack);
});

test('energy of half a year is not held against a year, its intensity is', () => {
  const half = { start: '2024-07-01', end: '2024-12-31' };
  const energy = now('energy.electricity', 'MWh', '30');
  expect(
    told({ facts: [energy], prior: [filed([then('MWh', '20')], { period: half })] })[0],
  ).toMatch(/could not be checked/);
  const joules = now('efficiency.facility', 'J/TH', '30');
  expect(
    told({ facts: [joules], prior: [filed([then('J/TH', '20')], { period: half })] })[0],
  ).toMatch(/quality/);
});

test('the latest disclosure before counts, in whatever order they are named', () => {
  const old = filed([then('MWh', '29')], {
    path: 'filed/2023.json',
    period: { start: '2023-01-01', end: '2023-12-31' },
  });
  const facts = [now('energy.electricity', 'MWh', '30')];
  expect(told({ facts, prior: [old, filed([then('MWh', '20')])] })[0]).toContain('filed/2024.json');
});

test('without a bound the check says that it has none', () => {
  const prior = [filed([then('MWh', '20')])];
  expect(told({ prior, bound: undefined })).toEqual([
    'ACC-JUMP info Figures of int-ifrs-s2 against the disclosure before, filed/2024.json, were not checked: jump_percent is not declared, so the check has no bound.',
  ]);
});

test('without a prior disclosure it is silent, and with one of another template it says so', () => {
  expect(told({ isNamed: false })).toEqual([]);
  expect(told({})[0]).toContain('prior names none of this template that ends before 2025-01-01');
});
