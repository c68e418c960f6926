import type { Figure } from './figure.ts';

/** Each is a gas of its own: its potential is taken when the figure is. */
export type FluorinatedGas = `${'HFC' | 'HFO' | 'PFC' | 'HCFC' | 'CFC'}-${string}` | 'SF6' | 'NF3';

/**
 * Greenhouse gases whose mass is kept; `CO2e` holds what a source states only as an equivalent, `CO2-biogenic` stands
 * outside the scopes. CH4 is not split into fossil and biogenic, since the factors at hand are not.
 */
export type Gas = 'CO2' | 'CO2-biogenic' | 'CH4' | 'N2O' | 'CO2e' | FluorinatedGas;

/** Masses by gas, in kg. A gas that is absent was neither emitted nor asked for. */
export type Masses = ReadonlyMap<Gas, Figure>;
