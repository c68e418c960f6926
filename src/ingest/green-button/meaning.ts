import { type Finding, finding } from '../../model/finding.ts';
import type { FindingCode } from '../../model/finding-codes.ts';
import type { Direction } from '../../model/records.ts';
import { type Rational, ratio } from '../../units/rational.ts';
import { conversionFactor } from '../../units/unit.ts';
import type { Outcome } from '../input-file.ts';
import { quoted } from '../wording.ts';
import {
  COMMODITIES,
  type Commodity,
  DIRECTIONS,
  INTERVAL_VALUES,
  OTHER_UNITS,
  PLAIN_QUALIFIERS,
  QUANTITIES,
  REGISTERS,
  SERVICES,
  UNITS,
  UNITS_OF,
} from './codes.ts';
import type { MeterReading, ReadingType, UsagePoint } from './feed.ts';

/** What the values of a meter reading are. */
export interface Meaning {
  readonly commodity: Commodity;
  readonly direction: Direction;
  /** `kWh` for electricity and heat in Wh; else the unit of the feed, its power of ten resolved. */
  readonly unit: string;
  /** Units in one of the written value. */
  readonly factor: Rational;
  readonly isRegister: boolean;
  readonly type: ReadingType;
  /** What had to be taken without being stated. */
  readonly findings: readonly Finding[];
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** What the type and the usage point say of a meter reading's values; or the first reason why they cannot be used. */
export function meaningOf(
  type: ReadingType,
  point: UsagePoint | undefined,
  reading: Pick<MeterReading, 'line'>,
  file: string,
): Outcome<Meaning> {
  const at = { file, line: type.line };
  const unfit = notAQuantity(type, at);
  if (unfit) return { refused: unfit };
  const commodity = commodityOf(type, point, { file, line: point?.line ?? reading.line });
  if (commodity.refused) return commodity;
  const unit = unitOf(type, commodity.value.commodity, at);
  if (unit.refused) return unit;
  const direction = directionOf(type, at);
  if (direction.refused) return direction;
  return {
    value: {
      commodity: commodity.value.commodity,
      direction: direction.value.direction,
      ...unit.value,
      isRegister: REGISTERS.includes(type.accumulation),
      type,
      findings: [...commodity.value.findings, ...direction.value.findings],
    },
  };
}

function refusal(code: FindingCode, message: string, at: Place): { readonly refused: Finding } {
  return { refused: finding(code, 'critical', message, at) };
}

/** Types of power, of money, of averages and the like. */
function notAQuantity(type: ReadingType, at: Place): Finding | undefined {
  const { accumulation, kind, qualifier, uom } = type;
  const where = `The reading type in line ${String(at.line)} of ${at.file}`;
  if (uom === undefined) {
    const message = `${where} names no unit (uom), and a unit is never assumed. Its readings are not counted; ask the provider for a feed that names it.`;
    return finding('IN-UNIT', 'critical', message, at);
  }
  if (!QUANTITIES.includes(kind)) {
    const message = `${where} is of measurement kind ${quoted(kind ?? '')}, which is neither energy (12) nor volume (58). Its readings are not counted.`;
    return finding('IN-ACCUMULATION', 'critical', message, at);
  }
  if (!PLAIN_QUALIFIERS.includes(qualifier)) {
    const message = `${where} has the data qualifier ${quoted(qualifier ?? '')}: an average, an extreme or a threshold, no energy of an interval. Its readings are not counted.`;
    return finding('IN-ACCUMULATION', 'critical', message, at);
  }
  if (INTERVAL_VALUES.includes(accumulation) || REGISTERS.includes(accumulation)) return undefined;
  const message = `${where} has the accumulation behaviour ${quoted(accumulation ?? '')}, which is neither energy of an interval (4) nor a register (1, 3). Its readings are not counted.`;
  return finding('IN-ACCUMULATION', 'critical', message, at);
}

interface Said<T> {
  readonly findings: readonly Finding[];
  readonly value: T;
}

function commodityOf(
  { commodity: code }: ReadingType,
  point: UsagePoint | undefined,
  at: Place,
): Outcome<{ readonly commodity: Commodity } & Omit<Said<0>, 'value'>> {
  const stated = code === undefined || code === '0' ? undefined : code;
  const named = stated === undefined ? undefined : COMMODITIES[stated];
  if (stated !== undefined && named === undefined) {
    const message = `The commodity ${quoted(stated)} of the meter reading near line ${String(at.line)} of ${at.file} is none that carries energy or water. It is not counted.`;
    return refusal('IN-COMMODITY', message, at);
  }
  const kind = point?.kind;
  if (kind !== undefined) return agreed(kind, named, at);
  if (named === undefined) {
    const message = `Neither the usage point near line ${String(at.line)} of ${at.file} names its kind of service, nor the reading type its commodity. The readings are not counted.`;
    return refusal('IN-COMMODITY', message, at);
  }
  const what = point ? 'names no kind of service' : 'is missing';
  const message = `The usage point of the meter reading near line ${String(at.line)} of ${at.file} ${what}. It was read as ${named}, which its reading type names.`;
  return {
    value: { commodity: named, findings: [finding('IN-COMMODITY', 'quality', message, at)] },
  };
}

function agreed(
  kind: string,
  named: Commodity | undefined,
  at: Place,
): Outcome<{ readonly commodity: Commodity; readonly findings: readonly Finding[] }> {
  const service = SERVICES[kind];
  const [usual] = service?.commodities ?? [];
  const where = `line ${String(at.line)} of ${at.file}`;
  if (!service || usual === undefined) {
    const message = `The usage point in ${where} is of service kind ${quoted(kind)} (${service?.name ?? 'unknown'}), which carries neither energy nor water. It is not counted.`;
    return refusal('IN-COMMODITY', message, at);
  }
  const commodity = named ?? usual;
  if (service.commodities.includes(commodity)) return { value: { commodity, findings: [] } };
  const message = `The usage point in ${where} is of service kind ${quoted(kind)} (${service.name}), yet its reading type names the commodity ${commodity}. The readings are not counted; ask the provider which holds.`;
  return refusal('IN-COMMODITY', message, at);
}

function unitOf(
  { uom = '', multiplier }: ReadingType,
  commodity: Commodity,
  at: Place,
): Outcome<{ readonly unit: string; readonly factor: Rational }> {
  const where = `The reading type in line ${String(at.line)} of ${at.file}`;
  const symbol = UNITS[uom];
  if (symbol === undefined) {
    const meaning = OTHER_UNITS[uom];
    const message = `${where} is in uom ${quoted(uom)}${meaning === undefined ? '' : ` (${meaning})`}, which is no unit of energy or volume that Hashprint reads. Its readings are not counted.`;
    return refusal('IN-UNIT', message, at);
  }
  if (!UNITS_OF[commodity].includes(symbol)) {
    const message = `${where} is in ${symbol} (uom ${uom}), yet the commodity is ${commodity}. Its readings are not counted; ask the provider which holds.`;
    return refusal('IN-COMMODITY', message, at);
  }
  const power = powerOfTen(multiplier);
  if (!power) {
    const read =
      multiplier === undefined ? 'no power of ten' : `the power of ten ${quoted(multiplier)}`;
    const message = `${where} names ${read} (powerOfTenMultiplier), so its unit is not known to within a factor of thousands. Its readings are not counted.`;
    return refusal('IN-UNIT', message, at);
  }
  const isToKwh = symbol === 'Wh' || commodity === 'electricity';
  const unit = isToKwh ? 'kWh' : symbol;
  return { value: { unit, factor: isToKwh ? power.mul(conversionFactor(symbol, 'kWh')) : power } };
}

/** Ten to the power that a multiplier states; undefined where it states none. */
export function powerOfTen(multiplier: string | undefined): Rational | undefined {
  if (multiplier === undefined || !/^[+-]?\d{1,2}$/.test(multiplier)) return undefined;
  const power = Number(multiplier);
  const size = 10n ** BigInt(Math.abs(power));
  return power < 0 ? ratio(1n, size) : ratio(size);
}

function directionOf(
  { flow }: ReadingType,
  at: Place,
): Outcome<{ readonly direction: Direction; readonly findings: readonly Finding[] }> {
  const where = `The reading type in line ${String(at.line)} of ${at.file}`;
  if (flow === undefined || flow === '0') {
    const message = `${where} does not say in which direction energy flowed (flowDirection ${flow ?? 'absent'}). It was read as delivered; confirm this with the provider.`;
    return {
      value: { direction: 'import', findings: [finding('IN-DIRECTION', 'quality', message, at)] },
    };
  }
  const direction = DIRECTIONS[flow];
  if (direction !== undefined) return { value: { direction, findings: [] } };
  const message = `${where} has the flow direction ${quoted(flow)}, which is neither delivered (1), received (19) nor net (4). Its readings are not counted.`;
  return refusal('IN-DIRECTION', message, at);
}
