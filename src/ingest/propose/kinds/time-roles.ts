import type { Role, TextMeanings } from '../kind-spec.ts';
import { anyWord } from '../words.ts';

const START = anyWord(
  'start|starting|begin|begins|beginning|from|du|von|vom|fra|från|desde|inicio|début|debut|first day',
);
const END = anyWord(
  'end|ending|ends|to|thru|through|until|au|bis|til|till|hasta|fin|last day|stop',
);

/** The first and the last day of a row. */
export const DAY_ROLES: readonly Role[] = [
  { key: 'start', what: 'first day', isNeeded: true, holds: 'day', named: START },
  { key: 'end', what: 'last day', isNeeded: true, holds: 'day', named: END },
];

/** Start and end of an event. */
export const EVENT_ROLES: readonly Role[] = [
  { key: 'start', what: 'start', isNeeded: true, holds: 'stamp', named: START },
  { key: 'end', what: 'end', isNeeded: true, holds: 'stamp', named: END },
];

/** Dates that are none of the interval. */
export const OTHER_DATES = anyWord(
  'revision|revised|updated|created|modified|published|download|printed|invoice',
);

/** The stamp of an interval; which column it is, and whether it names start or end, is looked at closer. */
export const TIME_ROLE: Role = {
  key: 'time',
  what: 'time',
  isNeeded: true,
  holds: 'stamp',
  named: anyWord(
    'time|timestamp|datetime|date|hour|ts|interval|start|end|utc|timme|stunde|heure|hora|stamp|tid|alkuaika',
  ),
  never: OTHER_DATES,
};

/** Headers of a start, and of an end. */
export const IS_START = START;
export const IS_END = END;

/** The identifier of a meter. */
export const METER_ROLE: Role = {
  key: 'meter',
  what: 'meter number',
  isNeeded: false,
  holds: 'text',
  named:
    /^(meter|esiid|esi id|nmi|mpan|mprn|ean|pod|service point|supply point|mätarnummer|anläggnings id|compteur|metering point)( ?(id|no|nr|number|point))?( id)?$|^(numéro de compteur|zählernummer|zählpunkt)$/,
  never: anyWord('type|name|reading|start|end|constant|unit'),
};

const READ_TYPES: TextMeanings = {
  as: 'read-types',
  meanings: [
    {
      value: 'actual',
      why: 'the value was read',
      certain: /^(actual|act|read|measured|metered|uppmätt|målt|réelle?|réel|ok|mitattu)$/i,
      likely: /^[armv]$/i,
    },
    {
      value: 'estimated',
      why: 'the value was estimated',
      certain: /^(estimated?|est|beräknat|beregnet|estimée?|geschätzt|arvioitu)$/i,
      likely: /^e$/i,
    },
    { value: 'leave', why: 'neither: the value counts as unstated, with a finding' },
  ],
};

/** Whether a value was read or estimated. */
export const READ_TYPE_ROLE: Role = {
  key: 'read_type',
  what: 'actual or estimated',
  isNeeded: false,
  holds: 'text',
  named: anyWord(
    'read type|reading type|read|reading quality|estimated|estimate|estimation|actual|quality|status|kvalitet|lecture|ablesung|laatu|avläsning|readtype',
  ),
  never: anyWord('date|by|on|invoice|payment|start|end|day|meter'),
  texts: READ_TYPES,
};
