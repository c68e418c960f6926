import type { FactorRow } from '../../model/documents/factor-set.ts';
import { exact, type Rational } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import type { DesnzQuestion } from './desnz-rows.ts';
import type { TableRequest } from './importer.ts';

/** A factor of the flat file. */
export interface StatedGas extends DesnzQuestion {
  readonly value: Rational;
  readonly cell: string;
}

/** Warming potentials by which the publisher made CO2e of the gases. @see IPCC AR5, 100 years */
const POTENTIALS = { CO2: exact('1'), CH4: exact('28'), N2O: exact('265') } as const;
const FIELDS = { CO2: 'co2_kg', CH4: 'ch4_kg', N2O: 'n2o_kg' } as const;

/** A row for each factor: masses gas by gas where all three are stated, else the sum as CO2e. */
export function factorsOf(
  stated: readonly StatedGas[],
  request: TableRequest,
  sheet: string | undefined,
): FactorRow[] {
  const byId = new Map<string, StatedGas[]>();
  for (const one of stated) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  return [...byId.values()].flatMap((all) => factorOf(all, request, sheet) ?? []);
}

function factorOf(
  all: readonly StatedGas[],
  { document }: TableRequest,
  sheet: string | undefined,
): FactorRow | undefined {
  const [first] = all;
  if (!first) return undefined;
  const gases = massesOf(all);
  const whole = all.find(({ gas }) => gas === 'CO2e');
  if (!gases && !whole) return undefined;
  const { id, name, answers, basis, per, blend } = first;
  return {
    id,
    name,
    answers,
    ...(basis && { basis }),
    per,
    ...(blend && { blend }),
    ...gases,
    ...(whole && { co2e_kg: decimalText(whole.value) }),
    ...(!gases && { states: ['CO2e'] }),
    source: {
      document,
      table: sheet === undefined ? 'flat file' : `sheet ${sheet}`,
      cell: all.map(({ cell }) => cell).join(', '),
    },
    grade: 'V',
  };
}

function massesOf(all: readonly StatedGas[]): Partial<FactorRow> | undefined {
  const masses = (['CO2', 'CH4', 'N2O'] as const).map((gas) => {
    const stated = all.filter((one) => one.gas === gas);
    const [only] = stated;
    return only && stated.length === 1
      ? ([FIELDS[gas], decimalText(only.value.div(POTENTIALS[gas]))] as const)
      : undefined;
  });
  const whole = masses.filter((one) => one !== undefined);
  return whole.length === masses.length ? Object.fromEntries(whole) : undefined;
}
