import fc from 'fast-check';
import { type Finding, hasCritical } from '../../src/model/finding.ts';
import { type Form, read, type Row, type Sample, written } from './ingest-forms.ts';
import { MAPPED_FORMS } from './ingest-mapped-forms.ts';
import { SERIES_FORMS } from './ingest-series-forms.ts';

const FORMS: readonly Form[] = [...SERIES_FORMS, ...MAPPED_FORMS];
const RUNS = { numRuns: 150 };

/** The files in which a sample stands; where a property fails, they are what is printed. */
interface Case {
  readonly sample: Sample;
  readonly parts: readonly (readonly Row[])[];
}

function inParts(sample: Sample, ...parts: readonly (readonly Row[])[]): Case {
  const filled = parts.filter((rows) => rows.length > 0);
  const files = filled.map((rows) => sample.write(rows.map(({ text }) => text)));
  const text = [JSON.stringify(sample.input), ...files].join('\n--- file\n');
  return Object.assign({ sample, parts: filled }, { [fc.toStringMethod]: () => text });
}

/** What is said against the rows; where rows are missing, the others may seem to be of a greater length. */
function faults(findings: readonly Finding[], { isComplete }: Sample): string[] {
  return findings
    .filter(({ severity }) => severity === 'critical')
    .map(({ code }) => code)
    .filter((code) => isComplete || code !== 'IN-INTERVAL');
}

/** Every record as written; where that cannot be, a critical finding says so. */
function expectSaid({ sample, parts }: Case, isExact: boolean): void {
  const { facts, findings } = read(sample, ...parts);
  const wanted = written(sample);
  const isSame = facts.length === wanted.length && facts.every((fact, i) => fact === wanted[i]);
  if (isExact || (!isSame && !hasCritical(findings))) expect(facts).toEqual(wanted);
  if (isExact) expect(faults(findings, sample)).toEqual([]);
  // nothing is made up but where a repeated hour is left open
  if (!sample.dependsOnOrder) expect(facts.filter((fact) => !wanted.includes(fact))).toEqual([]);
}

describe.each(FORMS)('$name', ({ sample: samples }) => {
  test('what is written is read back', () => {
    const cases = samples.map((sample) => inParts(sample, sample.rows));
    fc.assert(
      fc.property(cases, (one) => {
        expectSaid(one, one.sample.isSettled);
      }),
      RUNS,
    );
  });

  test('rows may be turned round', () => {
    const cases = samples.map((sample) => inParts(sample, sample.rows.toReversed()));
    fc.assert(
      fc.property(cases, (one) => {
        expectSaid(one, one.sample.isSettled);
      }),
      RUNS,
    );
  });

  test('where labels tell the time, the order of rows changes nothing, or a finding says what it left open', () => {
    const cases = samples.chain((sample) => {
      const { length } = sample.rows;
      return fc
        .shuffledSubarray([...sample.rows], { minLength: length, maxLength: length })
        .map((rows) => inParts(sample, rows));
    });
    fc.assert(
      fc.property(cases, (one) => {
        const { isSettled, dependsOnOrder, hasMidnight = false } = one.sample;
        fc.pre(!dependsOnOrder);
        expectSaid(one, isSettled && !hasMidnight);
      }),
      RUNS,
    );
  });

  test('two files hold what one holds', () => {
    const cases = fc.tuple(samples, fc.nat(100)).map(([sample, percent]) => {
      const cut = Math.floor((sample.rows.length * percent) / 100);
      return inParts(sample, sample.rows.slice(0, cut), sample.rows.slice(cut));
    });
    fc.assert(
      fc.property(cases, (one) => {
        const { isSettled, dependsOnOrder, isOfManyFiles = true } = one.sample;
        expectSaid(one, isSettled && isOfManyFiles && !dependsOnOrder);
      }),
      RUNS,
    );
  });
});
