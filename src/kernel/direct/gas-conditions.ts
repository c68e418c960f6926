import { exact, ONE, type Rational, ZERO } from '../../units/rational.ts';
import { constant, convert, product, share, type Step } from '../ledger.ts';

/** Temperature and pressure at which a volume of gas is stated. */
interface GasState {
  /** Degrees Rankine above absolute zero. */
  readonly temperature: Rational;
  /** Newtons on a square inch, in which pounds-force and pascal both end as decimals. */
  readonly force: Rational;
}

/** A pound-force is 0.45359237 kg x 9.80665 m/s2 and a square inch 0.00064516 m2, both by definition. */
const POUND = exact('4.4482216152605');
const SQUARE_INCH = exact('0.00064516');

const PRESSURES: ReadonlyMap<string, Rational> = new Map([
  ['psi', POUND],
  ['psia', POUND],
  ['pa', SQUARE_INCH],
  ['hpa', SQUARE_INCH.mul(100)],
  ['mbar', SQUARE_INCH.mul(100)],
  ['kpa', SQUARE_INCH.mul(1000)],
  ['bar', SQUARE_INCH.mul(100_000)],
  ['bara', SQUARE_INCH.mul(100_000)],
  ['atm', SQUARE_INCH.mul(101_325)],
]);

/** In degrees Rankine: 0 °C are 491.67, 0 °F are 459.67. */
const TEMPERATURES: ReadonlyMap<string, (degrees: Rational) => Rational> = new Map([
  ['f', (degrees: Rational) => degrees.add(exact('459.67'))],
  ['c', (degrees: Rational) => degrees.mul(exact('1.8')).add(exact('491.67'))],
  ['k', (degrees: Rational) => degrees.mul(exact('1.8'))],
]);

const STANDARD: GasState = { temperature: exact('519.67'), force: POUND.mul(exact('14.7')) };

const NUMBER = '(-?\\d+(?:[.,]\\d+)?)';
const TEMPERATURE = new RegExp(
  `${NUMBER}\\s*(?:°|º|deg(?:rees)?\\.?)?\\s*([FCK])(?![A-Za-z])`,
  'i',
);
const PRESSURE = new RegExp(`${NUMBER}\\s*(psia?|[hk]?Pa|mbar|bara?|atm)(?![A-Za-z(])`, 'i');

function numberOf(text: string): Rational {
  return exact(text.replace(',', '.'));
}

function temperatureOf(text: string): Rational | undefined {
  const [, degrees, scale = ''] = TEMPERATURE.exec(text) ?? [];
  const value = degrees === undefined ? undefined : numberOf(degrees);
  return value && TEMPERATURES.get(scale.toLowerCase())?.(value);
}

function forceOf(text: string): Rational | undefined {
  const [, amount, unit = ''] = PRESSURE.exec(text) ?? [];
  const value = amount === undefined ? undefined : numberOf(amount);
  return value && PRESSURES.get(unit.toLowerCase())?.mul(value);
}

function stateOf(text: string): GasState | undefined {
  const [temperature, force] = [temperatureOf(text), forceOf(text)];
  return temperature?.gt(ZERO) && force?.gt(ZERO) ? { temperature, force } : undefined;
}

/** `60 °F and 14.7 psia`, at which densities of gas are published. */
export const STANDARD_CONDITIONS = '60 °F and 14.7 psia';

/** What a volume becomes from one state to the other: two ratios, of which those that are one are left out. */
function ratios({ temperature, force }: GasState, stated: string): Step<'1'>[] {
  const of = (value: Rational, unit: string, name: string): Step => constant(value, unit, name);
  const pairs = [
    share(
      of(STANDARD.temperature, 'deg R', `Absolute temperature at ${STANDARD_CONDITIONS}`),
      of(temperature, 'deg R', `Absolute temperature at ${stated}`),
      'Ratio of temperatures',
    ),
    share(
      of(force, 'N', `Force of gas at ${stated} on a square inch`),
      of(STANDARD.force, 'N', `Force of gas at ${STANDARD_CONDITIONS} on a square inch`),
      'Ratio of pressures',
    ),
  ];
  return pairs.filter((ratio) => ratio !== undefined).filter(({ value }) => !value.equals(ONE));
}

/** Takes a volume in scf or m3 at stated conditions to cubic feet at 60 °F and 14.7 psia, as of an ideal gas. */
export type ToStandard = (volume: Step) => Step<'scf'>;

/**
 * How volumes become those at standard conditions; undefined where the text does not state a temperature and an absolute
 * pressure.
 *
 * @see 40 CFR 98.233(t), equation W-33
 */
export function toStandard(conditions: string): ToStandard | undefined {
  const state = stateOf(conditions);
  if (!state) return undefined;
  return (volume) =>
    ratios(state, conditions).reduce<Step<'scf'>>(
      (amount, ratio) =>
        product<'scf', '1'>(amount, ratio, {
          name: `${volume.name}, at ${STANDARD_CONDITIONS}`,
          cites: ['40 CFR 98.233(t), equation W-33'],
        }),
      convert<'m3', 'scf'>(volume as Step<'m3'>, 'scf'),
    );
}
