import { convert, per, quantity } from '../../src/units/quantity.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { canonicalUnit, conversionFactor, meaningOf } from '../../src/units/unit.ts';

test.each([
  ['MWh', 'kWh', '1000'],
  ['kWh', 'J', '3600000'],
  ['mmBtu', 'MJ', '1055.05585262'],
  ['therm', 'mmBtu', '0.1'],
  ['short ton', 'kg', '907.18474'],
  ['lb CO2', 'kg CO2', '0.45359237'],
  ['oz', 'lb', '0.0625'],
  ['US gal', 'gal', '1'],
  ['ML', 'L', '1000000'],
  ['t CO2e', 'kg CO2e', '1000'],
  ['EH/s', 'TH/s', '1000000'],
  ['PH/s·h', 'TH', '3600000'],
  ['kg CO2e/MWh', 'g CO2e/kWh', '1'],
  ['kg CO2e/(PH/s·h)', 'g CO2e/(PH/s·h)', '1000'],
  ['%', '1', '0.01'],
])('one %s is %s: %s', (from, to, factor) => {
  expect(decimalText(conversionFactor(from, to))).toBe(factor);
});

test.each([
  ['kWh', 'kW'],
  ['kg CO2', 'kg CO2e'],
  ['TH', 'TH/s'],
  ['mt', 'kg'],
  ['ton', 'kg'],
])('%s is never converted to %s', (from, to) => {
  expect(() => conversionFactor(from, to)).toThrow(TypeError);
});

test('a symbol is recognised whatever its case, where that is unambiguous', () => {
  expect(canonicalUnit('energy', ' KWH ')).toBe('kWh');
  expect(canonicalUnit('hashrate', 'ph/s')).toBe('PH/s');
  expect(canonicalUnit('energy', 'kVArh')).toBeUndefined();
  // mg and Mg, MW and mW: the case decides
  expect(canonicalUnit('power', 'MW')).toBe('MW');
  // a millilitre or a megalitre
  expect(canonicalUnit('volume', 'ML')).toBe('ML');
  expect(canonicalUnit('volume', 'ml')).toBeUndefined();
});

test('J/TH means energy per hashes', () => {
  expect(meaningOf('J/TH')?.kind).toBe('energy per hashes');
  expect(meaningOf('parsec')).toBeUndefined();
});

test('an energy converts exactly', () => {
  const energy = convert(quantity('1.5', 'MWh'), 'kWh');
  expect(energy.unit).toBe('kWh');
  expect(decimalText(energy.value)).toBe('1500');
  expect(per('kg CO2e', 'PH/s·h')).toBe('kg CO2e/(PH/s·h)');
});
