import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  activity,
  closeLedger,
  columnCount,
  columnSum,
  constant,
  convert,
  declared,
  difference,
  gradeOf,
  maximum,
  minimum,
  product,
  quotient,
  recompute,
  share,
  type Step,
  sum,
} from '../../src/kernel/ledger.ts';
import { measure } from '../../src/kernel/measure.ts';
import { METRICS } from '../../src/kernel/metrics.ts';
import type { LedgerDocument } from '../../src/model/documents/ledger.ts';
import { exact, ratio } from '../../src/units/rational.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { meaningOf } from '../../src/units/unit.ts';
import {
  bill,
  calendar,
  certificate,
  column,
  evidence,
  factorRow,
  factorSet,
  fleet,
  footprintOf,
  gwpSet,
  HASH,
  hashes,
  site,
} from './sample.ts';

const kwh = (value: string, name = 'energy'): Step<'kWh'> =>
  activity(exact(value), 'kWh', name, [evidence('a.csv', 2)]);
const text = (step: Step | undefined) => step && `${decimalText(step.value)} ${step.unit}`;

describe('steps', () => {
  test('a rate per its unit gives the numerator; a share changes no unit', () => {
    const rate = constant('0.4', 'kg CO2/kWh', 'rate');
    expect(text(product(kwh('10'), rate, 'mass'))).toBe('4 kg CO2');
    expect(text(product(kwh('10'), constant('0.25', '1', 'part'), 'part'))).toBe('2.5 kWh');
    const per = constant('8', 'kg CO2e/(PH/s·h)', 'rate');
    expect(text(product(constant('3', 'PH/s·h', 'hashes'), per, 'mass'))).toBe('24 kg CO2e');
  });

  test('a quotient bears the quotient unit, a share none', () => {
    expect(text(quotient(kwh('480'), constant('24', 'PH/s·h', 'hashes'), 'q'))).toBe(
      '20 kWh/(PH/s·h)',
    );
    expect(text(share(kwh('1'), kwh('3'), 's'))).toBe('0.3333333333333333333333333333333333 1');
  });

  test('nothing is divided by zero', () => {
    expect(quotient(kwh('1'), constant('0', 'TH', 'none'), 'q')).toBeUndefined();
    expect(share(kwh('1'), kwh('0'), 's')).toBeUndefined();
  });

  test('a conversion is a step with an exact constant, whichever way it ends', () => {
    expect(text(convert(kwh('1500'), 'MWh'))).toBe('1.5 MWh');
    expect(convert(kwh('1500'), 'MWh').op).toBe('product');
    const joules = constant('1', 'J', 'energy');
    expect(convert(joules, 'kWh').op).toBe('quotient');
    expect(convert(joules, 'kWh').value.equals(ratio(1n, 3_600_000n))).toBe(true);
    expect(convert(joules, 'kWh').inputs[1]).toMatchObject({ unit: 'J/kWh' });
    expect(convert(joules, 'J')).toBe(joules);
  });

  test('sums, differences and bounds', () => {
    expect(text(sum([kwh('0.1'), kwh('0.2')], 'sum'))).toBe('0.3 kWh');
    expect(text(difference(kwh('1'), kwh('3'), 'd'))).toBe('-2 kWh');
    expect(text(minimum(kwh('1'), kwh('3'), 'm'))).toBe('1 kWh');
    expect(text(maximum(kwh('1'), kwh('3'), 'm'))).toBe('3 kWh');
  });

  test('units are checked at run time too', () => {
    const mwh: Step = constant('1', 'MWh', 'energy');
    const plain: Step = kwh('1');
    const rate: Step = constant('1', 'kg CO2/MWh', 'rate');
    expect(() => sum([plain, mwh], 'sum')).toThrow('kWh and MWh are not one unit');
    expect(() => difference(plain, mwh, 'd')).toThrow(TypeError);
    expect(() => product(plain, rate, 'p')).toThrow('kg CO2/MWh is no rate per kWh');
    expect(() => share(plain, mwh, 's')).toThrow(TypeError);
    expect(() => sum([], 'nothing')).toThrow(RangeError);
  });

  test('a leaf that would not end as a decimal is refused', () => {
    expect(() => constant(ratio(1n, 3n), '1', 'a third')).toThrow('a third');
  });

  test('a column is summed and counted exactly, and only over whole cells', () => {
    const span = { start: 0, end: 4 * 3600 };
    const cells = column('m.energy', span, (h) => (h === 2 ? undefined : 5n), { scale: 3n });
    expect(columnSum(cells, span, 'sum').value.equals(ratio(15n, 3n))).toBe(true);
    expect(text(columnCount(cells, span, 'count'))).toBe('3 h');
    expect(text(columnSum(cells, { start: 3600, end: 7200 + 1800 }, 'sum'))).toBe(
      `${decimalText(ratio(5n, 3n))} J`,
    );
  });

  test('ten thousand terms are added at once', () => {
    const terms = Array.from({ length: 10_000 }, (_, i) => kwh(`0.${String(i + 1)}`, String(i)));
    const before = performance.now();
    const { document } = closeLedger([sum(terms, 'total')], [], new Map());
    expect(performance.now() - before).toBeLessThan(5000);
    expect(document.steps).toHaveLength(10_001);
    expect(recompute(document, []).differences).toEqual([]);
  });

  test('a chain of twenty thousand steps closes, grades and recomputes', () => {
    let left: Step<'kWh'> = kwh('20000');
    for (let i = 0; i < 20_000; i += 1)
      left = difference(left, kwh('1', 'one'), `left ${String(i)}`);
    expect(gradeOf(left)).toBe('V');
    const { document, idOf } = closeLedger([left], [], new Map());
    expect(recompute(document, []).values.get(idOf(left))?.n).toBe(0n);
  });
});

describe('closing', () => {
  test('steps that are the same are one; only what the roots reach is kept', () => {
    const total = sum([kwh('1', 'a'), kwh('1', 'a')], 'total');
    const unused = kwh('7', 'unused');
    const { document, idOf } = closeLedger([total], [], new Map());
    expect(document.steps.map(({ id, op, inputs }) => [id, op, inputs])).toEqual([
      ['s-1', 'activity', []],
      ['s-2', 'sum', ['s-1', 's-1']],
    ]);
    expect(idOf(total)).toBe('s-2');
    expect(() => idOf(unused)).toThrow('unused');
  });

  test('what differs in evidence alone is not the same', () => {
    const again = activity(exact('1'), 'kWh', 'a', [evidence('a.csv', 3)]);
    const { document } = closeLedger([sum([kwh('1', 'a'), again], 'total')], [], new Map());
    expect(document.steps).toHaveLength(3);
  });

  test('the order of operands matters to a difference and not to a sum', () => {
    const [a, b] = [kwh('1', 'a'), kwh('2', 'b')];
    const ids = (root: Step) => closeLedger([root], [], new Map()).document.steps.at(-1)?.inputs;
    expect(ids(sum([b, a], 't'))).toEqual(ids(sum([a, b], 't')));
    expect(ids(difference(b, a, 't'))).toEqual(['s-2', 's-1']);
    expect(ids(difference(a, b, 't'))).toEqual(['s-1', 's-2']);
  });

  test('a column without a file, or a step over an unknown column, is misuse', () => {
    const span = { start: 0, end: 3600 };
    const cells = column('m.energy', span, () => 5n);
    const step = columnSum(cells, span, 'sum');
    expect(() => closeLedger([step], [cells], new Map())).toThrow('m.energy');
    expect(() => closeLedger([step], [], new Map())).toThrow('m.energy');
  });
});

/** Everything that the catalogue holds, over a site that has everything. */
function wholeLedger() {
  const span = calendar('2025-01-01', '2025-03-31');
  const readings = column('asic.energy', span, () => 3_600_000n * 17n, { scale: 7n });
  const series = hashes(span, 1n, (hour) => hour % 50 !== 3);
  const rows = [
    factorRow(),
    factorRow({
      id: 'MIX',
      answers: { use: 'mix', grid: 'test:GRID', year: 2025 },
      renewable: '0.37',
      carbon_free: '0.46',
      grade: 'S',
    }),
  ];
  const main = { id: 'main', site: 'alpha', measures: 'grid-import' } as const;
  const it = { site: 'alpha', measures: 'it-load', part_of: 'main' } as const;
  const footprint = footprintOf({
    factorSets: [factorSet(rows)],
    sites: [
      site({
        calendar: span,
        share: { percent: exact('33.3'), evidence: evidence('workspace.yaml', 4) },
        meters: [main, { ...it, id: 'asic', use: 'mining' }, { ...it, id: 'ai', use: 'compute' }],
        bills: [
          bill('2024-12-20', '2025-02-11', '700001'),
          bill('2025-02-12', '2025-03-31', '610000.3'),
          bill('2025-01-01', '2025-03-31', '1700', { meter: 'ai' }),
        ],
        energyColumns: new Map([['asic', readings]]),
        hashes: series,
        fleet: [fleet()],
        certificates: [
          certificate({ energyMwh: exact('500.5') }),
          certificate({ serialStart: 'B-1', serialEnd: 'B-2', vintage: '2025-01' }),
        ],
      }),
    ],
  });
  const roots = METRICS.flatMap(({ id, dimensions }) =>
    [[], ...dimensions.map((d) => [d])].flatMap((by) =>
      measure(footprint, { metric: id, by, gwp: gwpSet() }).measurements.map(({ step }) => step),
    ),
  );
  const columns = [readings, series.volume, series.seconds];
  const files = new Map(
    columns.map(({ id }) => [id, { file: 'hours-alpha.csv', file_sha256: HASH }]),
  );
  return { roots, columns, ...closeLedger(roots, columns, files) };
}

describe('a whole ledger', () => {
  const { document, columns, roots, idOf } = wholeLedger();

  test('it is of the published form', () => {
    const read = (name: string): object =>
      JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')) as object;
    const validate = new Ajv2020({ allErrors: true }).compile(read('ledger.schema.json'));
    validate(document);
    expect(validate.errors).toBeNull();
  });

  test('inputs stand before the steps that use them', () => {
    const seen = new Set<string>();
    for (const { id, inputs } of document.steps) {
      expect(inputs.filter((input) => !seen.has(input))).toEqual([]);
      seen.add(id);
    }
  });

  test('no two steps are the same', () => {
    const contents = document.steps.map((step) => JSON.stringify({ ...step, id: '' }));
    expect(new Set(contents).size).toBe(contents.length);
  });

  test('every value follows from leaves and columns', () => {
    const { values, differences } = recompute(document, columns);
    expect(differences).toEqual([]);
    expect(roots.filter((root) => !values.get(idOf(root))?.equals(root.value))).toEqual([]);
    expect(roots.length).toBeGreaterThan(100);
  });

  test('a change of one leaf shows in every figure that rests on it', () => {
    const forged: LedgerDocument = {
      ...document,
      steps: document.steps.map((s) => (s.value === '700001' ? { ...s, value: '600001' } : s)),
    };
    const changed = recompute(forged, columns).differences.map(({ id }) => id);
    const energy = roots.find(({ name }) => name.startsWith('Electricity used'));
    expect(energy && changed).toContain(energy && idOf(energy));
    expect(changed.length).toBeGreaterThan(20);
  });

  test('a change of one figure alone shows at that figure alone', () => {
    const last = document.steps.at(-1);
    const steps = document.steps.map((s) => (s === last ? { ...s, value: '1' } : s));
    const { differences } = recompute({ ...document, steps }, columns);
    expect(differences.map(({ id, stated }) => [id, stated])).toEqual([[last?.id, '1']]);
  });

  test('a change of one cell shows', () => {
    const [first, ...others] = columns;
    const cells = first?.cells.slice() ?? new BigInt64Array();
    cells[5] = (cells[5] ?? 0n) + 1n;
    const forged = first ? [{ ...first, cells }, ...others] : [];
    expect(recompute(document, forged).differences.length).toBeGreaterThan(0);
  });

  test('a missing column leaves no value', () => {
    const { differences } = recompute(document, []);
    expect(differences[0]?.computed).toBe('no value');
  });

  test('each metric stands in its unit', () => {
    const footprint = footprintOf();
    for (const { id, unit } of METRICS) {
      const units = measure(footprint, { metric: id, gwp: gwpSet() }).measurements.map(
        ({ step }) => step.unit,
      );
      expect(units.filter((each) => each !== unit)).toEqual([]);
      // money has no unit of its own; its currency is one
      expect(unit.startsWith('money') || meaningOf(unit) !== undefined).toBe(true);
    }
  });
});

test('a declared zero is a leaf with its record', () => {
  const zero = declared(exact('0'), 'kg CO2', 'none', [evidence('workspace.yaml', 3)]);
  const { document } = closeLedger([zero], [], new Map());
  expect(document.steps[0]).toMatchObject({
    op: 'declared',
    value: '0',
    evidence: [{ at: { line: 3 } }],
  });
});

test('an unknown metric or dimension is misuse', () => {
  const footprint = footprintOf();
  expect(() => measure(footprint, { metric: 'energy.magic' })).toThrow('energy.magic');
  expect(() => measure(footprint, { metric: 'scope1.co2e', by: ['month'] })).toThrow('month');
});
