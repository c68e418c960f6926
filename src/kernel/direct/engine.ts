import type { Generator } from '../../model/documents/workspace.ts';
import type { Finding } from '../../model/finding.ts';
import { exact } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { declared, factorValue, type Step } from '../ledger.ts';
import { numberText } from '../wording.ts';
import type { GasPart } from './gas-part.ts';
import { rowOf, unverified } from './rows.ts';

/** What burns a gas, with the methane that leaves it unburnt. */
export interface Engine {
  /** As a message names it: `four-stroke-lean-burn, 0.522 kg CH4/mmBtu`. */
  readonly label: string;
  readonly kind: string;
  /** Absent for a boiler or heater, which the factor of its fuel covers. */
  readonly slip?: Step<'kg CH4/mmBtu'>;
  readonly findings: readonly Finding[];
}

type Slip = NonNullable<Generator['slip']>;

function bySlip(name: string, slip: Slip, part: GasPart): Engine {
  const { kg_ch4_per_mmbtu: rate, test, by, on } = slip;
  const note = {
    name: `Methane that leaves ${name} unburnt, by a test of its stack`,
    cites: [`${test}, ${by}, ${on}`],
  };
  const value = declared(exact(rate), 'kg CH4/mmBtu', note, [part.gas.evidence]);
  const label = `${name}, ${numberText(value.value, 4)} kg CH4/mmBtu by ${test}`;
  return { label, kind: name, slip: value, findings: [] };
}

function byKind(inputs: FootprintInputs, kind: string, { gas }: GasPart): Engine | undefined {
  if (kind === 'none') return { label: 'no engine', kind, findings: [] };
  const answer = rowOf(
    inputs,
    ({ answers: { use, device } }) => use === 'slip' && device === kind,
    inputs.factors.combustion ?? [],
  );
  const slip = answer && factorValue(answer.set, answer.row, 'ch4_kg', 'kg CH4/mmBtu');
  if (!slip) return undefined;
  return {
    label: `${kind}, ${numberText(slip.value, 4)} kg CH4/mmBtu`,
    kind,
    slip,
    findings: unverified(answer, `methane that leaves a ${kind} unburnt`, placeOf(gas.evidence)),
  };
}

/**
 * What burns a gas: by a test of its stack, else by its kind. Undefined where neither is stated, or no factor set holds
 * the kind.
 *
 * @see 40 CFR Part 98, table W-9
 */
export function engineOf(
  inputs: FootprintInputs,
  { site }: SiteInputs,
  part: GasPart,
): Engine | undefined {
  const { equipment, engine } = part.gas.declared ?? {};
  const named = (site.generators ?? []).find(({ name }) => name === equipment);
  if (named?.slip) return bySlip(named.name, named.slip, part);
  const kind = named?.engine ?? engine;
  return kind === undefined ? undefined : byKind(inputs, kind, part);
}
