import type { GasConditions } from '../../model/documents/workspace.ts';
import type { FuelUse } from '../../model/records.ts';
import { exact, type Rational } from '../../units/rational.ts';
import { conditionsOf } from '../factors/fuel-ways.ts';
import { constant, convert, product, share, type Step } from '../ledger.ts';
import type { Naming } from '../ledger/step.ts';

interface GasState {
  /** Degrees Rankine above absolute zero. */
  readonly temperature: string;
  /** Newtons on a square inch, in which pounds-force and pascal both end as decimals. */
  readonly force: Rational;
}

/** A pound-force is 0.45359237 kg x 9.80665 m/s2, a square inch 0.00064516 m2, both by definition. */
const psia = (pounds: string) => exact(pounds).mul(exact('4.4482216152605'));
const ATMOSPHERE = exact('101325').mul(exact('0.00064516'));

const STATES: Readonly<Record<GasConditions, GasState>> = {
  '60F-14.696psia': { temperature: '519.67', force: psia('14.696') },
  '60F-14.73psia': { temperature: '519.67', force: psia('14.73') },
  '68F-14.696psia': { temperature: '527.67', force: psia('14.696') },
  '0C-101.325kPa': { temperature: '491.67', force: ATMOSPHERE },
  '15C-101.325kPa': { temperature: '518.67', force: ATMOSPHERE },
  '20C-101.325kPa': { temperature: '527.67', force: ATMOSPHERE },
};

/** What a volume of an ideal gas becomes at other conditions, as a share of it. */
function expansions(from: GasConditions, to: GasConditions): Step<'1'>[] {
  const temperature = (at: GasConditions) =>
    constant(STATES[at].temperature, 'deg R', `Absolute temperature of gas at ${at}`);
  const force = (at: GasConditions) =>
    constant(STATES[at].force, 'N', `Force of gas at ${at} on a square inch`);
  const ratios = [
    share(temperature(to), temperature(from), 'Ratio of temperatures'),
    share(force(from), force(to), 'Ratio of pressures'),
  ];
  return ratios.filter((ratio) => ratio !== undefined);
}

/**
 * A quantity of fuel in another unit of its kind. A volume of gas whose temperature and pressure are stated becomes that
 * at those of the other unit, as of an ideal gas.
 */
export function fuelAmount(
  amount: Step,
  stated: FuelUse['conditions'],
  unit: string,
  naming: Naming = amount.name,
): Step {
  const from = conditionsOf(amount.unit, stated);
  const to = conditionsOf(unit);
  if (from === undefined || to === undefined || from === to) return convert(amount, unit, naming);
  const at = expansions(from, to).reduce<Step>(
    (volume, ratio) => product<string, '1'>(volume, ratio, `${amount.name}, as gas at ${to}`),
    amount,
  );
  return convert(at, unit, naming);
}
