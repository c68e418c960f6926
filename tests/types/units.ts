/*
 * What must not compile. `tsc -p .` fails when any of these lines is accepted, since then the expected error is missing.
 */
import {
  constant,
  convert,
  difference,
  minimum,
  product,
  quotient,
  share,
  type Step,
  sum,
} from '../../src/kernel/ledger.ts';
import type { MetricId } from '../../src/kernel/metrics.ts';

const kwh = constant('1', 'kWh', 'energy');
const mwh = constant('1', 'MWh', 'energy');
const hashes = constant('1', 'PH/s·h', 'hashes');
const gramRate = constant('1', 'g CO2/kWh', 'rate');
const kgRate = constant('1', 'kg CO2/kWh', 'rate');
const perMwh = constant('1', 'kg CO2/MWh', 'rate');
const perHash = constant('1', 'kg CO2e/(PH/s·h)', 'intensity');

// @ts-expect-error kWh where MWh is asked
export const asked: Step<'MWh'> = kwh;

// @ts-expect-error kWh and MWh are not added
export const mixedSum = sum([kwh, mwh], 'sum');

// @ts-expect-error nor subtracted
export const mixedDifference = difference(kwh, mwh, 'difference');

// @ts-expect-error nor compared
export const mixedMinimum = minimum(kwh, mwh, 'minimum');

// @ts-expect-error a share is of one unit
export const mixedShare = share(kwh, mwh, 'share');

// @ts-expect-error a rate per MWh is not multiplied with kWh
export const wrongRate = product(kwh, perMwh, 'mass');

// @ts-expect-error a rate per hash is not multiplied with energy
export const wrongIntensity = product(kwh, perHash, 'mass');

// @ts-expect-error an amount is no rate
export const squared = product(kwh, kwh, 'energy squared');

// @ts-expect-error grams are not kilograms (R10)
export const grams: Step<'kg CO2'> = product(kwh, gramRate, 'mass');

// @ts-expect-error one gas is not another
export const methane: Step<'kg CH4'> = product(kwh, kgRate, 'mass');

// @ts-expect-error energy does not become mass
export const converted = convert(kwh, 'kg');

// @ts-expect-error a gas does not become its equivalent without a warming potential
export const equivalent = convert(product(kwh, kgRate, 'mass'), 'kg CO2e');

// @ts-expect-error a quotient may be missing: its denominator may be zero
export const certain: Step<'kWh/(PH/s·h)'> = quotient(kwh, hashes, 'efficiency');

// @ts-expect-error a step is not changed
kwh.unit = 'kWh';

// @ts-expect-error the catalogue is closed
export const unknown: MetricId = 'energy.magic';

// what must compile
export const mass: Step<'kg CO2'> = product(kwh, kgRate, 'mass');
export const ofHashes: Step<'kg CO2e'> = product(hashes, perHash, 'mass');
export const part: Step<'kWh'> = product(kwh, constant('0.5', '1', 'half'), 'part');
export const perHour: Step<'kWh/(PH/s·h)'> | undefined = quotient(kwh, hashes, 'efficiency');
export const bigger: Step<'MWh'> = sum([convert(kwh, 'MWh'), mwh], 'sum');
export const dynamic: Step = sum<string>([kwh, mwh], 'checked at run time');
