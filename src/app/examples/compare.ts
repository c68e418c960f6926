import { relativeChange } from '../../kernel/factors/compare.ts';
import { exact, parseDecimal, type Rational, ratio } from '../../units/rational.ts';
import { decimalText, roundedText } from '../../units/rounding.ts';
import type { Computed, Example, Stated } from './example.ts';

/** One value of an example beside what the kernel gives for it. */
export interface ComparedValue {
  /** `co2e_t.AR4_25_298`. */
  readonly key: string;
  readonly published: string;
  /** Exact, or to 34 digits; null where the kernel gives no value. */
  readonly computed: string | null;
  /** Computed less published, as a part of the published one in percent; null without numbers on both sides, or at zero. */
  readonly difference_percent: string | null;
  readonly tolerance: string;
  /** True for a value that must not come out. */
  readonly is_refused: boolean;
  /** True where the values agree within the tolerance; of a value that must not come out, where they differ. */
  readonly is_met: boolean;
}

const MUST_DIFFER = /^(must_not_equal|forbidden)/;

/** A value of a tree, by the keys that lead to it. */
interface Leaf {
  readonly path: readonly string[];
  readonly text: string;
}

function leavesOf(value: Stated, path: readonly string[] = []): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return Object.entries(value).flatMap(([key, each]: [string, Stated]) =>
    leavesOf(each, [...path, key]),
  );
}

function isValue(value: Computed | undefined): value is Rational | bigint | string | undefined {
  return typeof value !== 'object' || ('d' in value && typeof value.d === 'bigint');
}

function at(value: Computed | undefined, path: readonly string[]): Rational | string | undefined {
  const [key, ...rest] = path;
  if (key !== undefined) return isValue(value) ? undefined : at(within(value, key), rest);
  if (!isValue(value)) return undefined;
  return typeof value === 'bigint' ? ratio(value) : value;
}

function within(
  value: Exclude<Computed, Rational | bigint | string>,
  key: string,
): Computed | undefined {
  return Object.entries(value).find(([each]) => each === key)?.[1];
}

/** The rule of the nearest key, from the value up; else the default. */
function ruleFor(path: readonly string[], { tolerance }: Example): string {
  const key = path.findLast((each) => each in tolerance);
  return tolerance[key ?? 'default'] ?? 'exact';
}

/** Whether a value agrees with an expected one by `exact`, `round:n`, `abs:x` or `rel:x`. */
export function agrees(value: Rational, expected: Rational, rule: string): boolean {
  const [name, amount = '0'] = rule.split(':');
  const difference = value.sub(expected).abs();
  if (name === 'exact') return value.equals(expected);
  if (name === 'abs') return difference.lte(exact(amount));
  if (name === 'rel') return difference.lte(exact(amount).mul(expected.abs()));
  if (name !== 'round') throw new RangeError(`no tolerance is called ${rule}`);
  const rounded = roundedText(value, { decimals: Number(amount), mode: 'half-up' });
  return exact(rounded).equals(expected);
}

function isLike(value: Rational | string, text: string, rule: string): boolean {
  const expected = parseDecimal(text);
  if (typeof value === 'string' || !expected) return value === text;
  return agrees(value, expected, rule);
}

function differenceOf(value: Rational | string, text: string): string | null {
  const expected = parseDecimal(text);
  if (typeof value === 'string' || !expected) return null;
  const change = relativeChange(expected, value);
  return change ? roundedText(change.mul(100), { decimals: 4, mode: 'half-up' }) : null;
}

/** Each expected value of an example beside the computed one. */
export function compared(
  example: Example,
  computed: Readonly<Record<string, Computed | undefined>>,
): ComparedValue[] {
  return leavesOf(example.expected).map(({ path, text }) => {
    const value = at(computed, path);
    const rule = ruleFor(path, example);
    const isRefused = MUST_DIFFER.test(path[0] ?? '');
    return {
      key: path.join('.'),
      published: text,
      computed: value === undefined ? null : typeof value === 'string' ? value : decimalText(value),
      difference_percent: value === undefined ? null : differenceOf(value, text),
      tolerance: rule,
      is_refused: isRefused,
      is_met: value !== undefined && isLike(value, text, rule) !== isRefused,
    };
  });
}
