import type { FactorSet } from '../../model/documents/factor-set.ts';
import type { Rational } from '../../units/rational.ts';

/** What an example states: decimals and names, as text, in groups. */
export type Stated = string | readonly Stated[] | { readonly [key: string]: Stated };

/** Facts by their keys, in which units stand. */
export type Facts = Readonly<Record<string, Stated>>;

/** A calculation that was published, or constructed from a rule, with what it should come to. */
export interface Example {
  readonly id: string;
  readonly title: string;
  readonly inputs: Facts;
  /** Keys that begin with `must_not_equal` or `forbidden` hold values that must not come out. */
  readonly expected: Facts;
  /** By key, which covers what is below it too, or `default`: `exact`, `round:n`, `abs:x` or `rel:x`. */
  readonly tolerance: Readonly<Record<string, string>>;
  readonly source: string;
  /** Why the computed value differs from one that must not come out. */
  readonly why?: string;
}

/** What the kernel gives for a key: a value, a text such as compact bits, or groups of these. */
export type Computed =
  | Rational
  | bigint
  | string
  | readonly (Computed | undefined)[]
  | { readonly [key: string]: Computed | undefined };

/** The factor sets that an example may rest on. */
export interface Catalogue {
  readonly sets: readonly FactorSet[];
}

/**
 * Computes the facts of an example with the kernel, by the keys of its expectation. A value that must not come out has
 * the key of what it is held against.
 */
export type Compute = (
  inputs: Facts,
  catalogue: Catalogue,
) => Readonly<Record<string, Computed | undefined>>;

/** The text of an input. Throws a TypeError where it is a group, or is not there. */
export function textOf(inputs: Facts, key: string): string {
  const value = inputs[key];
  if (typeof value === 'string') return value;
  throw new TypeError(`an example states no text ${key}`);
}

/** A group of inputs. Throws a TypeError where it is none, or is not there. */
export function groupOf(inputs: Facts, key: string): Facts {
  const value = inputs[key];
  if (isGroup(value)) return value;
  throw new TypeError(`an example states no group ${key}`);
}

/** A list of groups of inputs. Throws a TypeError where it is none, or is not there. */
export function groupsOf(inputs: Facts, key: string): readonly Facts[] {
  const value = inputs[key];
  if (Array.isArray(value) && value.every(isGroup)) return value;
  throw new TypeError(`an example states no list ${key}`);
}

function isGroup(value: Stated | undefined): value is Facts {
  return typeof value === 'object' && !Array.isArray(value);
}
