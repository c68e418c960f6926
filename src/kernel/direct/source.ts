import type { Month } from '../../model/time.ts';
import type { Figure, Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import type { Step } from '../ledger.ts';

/** Where a direct emission comes from; `capture` is what is taken off again, and below zero. */
export type SourceKind = 'stationary' | 'mobile' | 'flare' | 'vent' | 'fugitive' | 'capture';

/** Emissions of one kind of source. */
export interface DirectSource {
  readonly source: SourceKind;
  readonly masses: Masses | Missing;
}

/** CO2 captured at the stacks of a site: all of it, and what lowers Scope 1. */
export interface Captured {
  readonly captured: Step<'kg CO2'>;
  readonly counted: Figure<'kg CO2'>;
}

/** Gas of one month that generators burn, against what became of it otherwise. */
export interface Mitigation {
  readonly month: Month;
  /** What burns it. */
  readonly engine: string;
  readonly gas: Step<'scf'>;
  readonly baseline: Masses | Missing;
  readonly project: Masses | Missing;
  /** Baseline less project, gas by gas; below zero where the project emits more. */
  readonly difference: Masses | Missing;
}

/** Direct emissions by source, and what stands beside them. */
export interface DirectParts {
  readonly sources: readonly DirectSource[];
  /** Gases of the Montreal Protocol, outside the scopes. */
  readonly outside: Masses;
  readonly capture?: Captured;
  /** Gas burned in generators against a declared baseline, outside the scopes. */
  readonly mitigation: readonly Mitigation[];
}
