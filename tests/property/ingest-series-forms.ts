import fc from 'fast-check';
import type { ProfileInput, ReadingsInput } from '../../src/model/documents/workspace.ts';
import { type Amount, amounts, amountText, JOULES, times, WATTS } from './ingest-amounts.ts';
import {
  dayNumber,
  DAYS,
  dayText,
  midnight,
  STAMPS,
  type Timeline,
  timelines,
  wallAt,
} from './ingest-clock.ts';
import type { Facts, Form, Row, Sample } from './ingest-forms.ts';

type Quality = 'actual' | 'estimated' | 'unstated';

interface Slot {
  readonly start: number;
  readonly end: number;
  readonly amount: Amount;
  readonly isEstimated: boolean;
}

const QUALITIES = fc.array(fc.boolean(), { minLength: 28, maxLength: 28 });
const AMOUNTS = fc.array(amounts(), { minLength: 28, maxLength: 28 });
const COUNTS = fc.array(amounts(-99n), { minLength: 28, maxLength: 28 });

function slotsOf(
  { starts, seconds }: Timeline,
  values: readonly Amount[],
  flags: readonly boolean[],
): Slot[] {
  return starts.map((start, i) => ({
    start,
    end: start + seconds,
    amount: values[i] ?? { digits: 0n, decimals: 0 },
    isEstimated: flags[i] === true,
  }));
}

function reading(slot: Slot, joules: string, quality: Quality, more: Facts = {}): Facts {
  const { start, end } = slot;
  return {
    kind: 'readings',
    meter: 'main',
    direction: 'import',
    start,
    end,
    quality,
    joules,
    ...more,
  };
}

function flagged({ isEstimated }: Slot): Quality {
  return isEstimated ? 'estimated' : 'actual';
}

function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}

function kwh({ amount }: Slot): string {
  return times(amount, 3_600_000n);
}

function profile(id: ProfileInput['profile'], more: Partial<ProfileInput> = {}): ProfileInput {
  return { kind: 'profile', profile: id, files: '*', meter: 'main', ...more };
}

/** How a mapped table of readings is written. */
const MAPPED = fc.record({
  line: timelines(
    ['UTC', 'offset', 'America/Chicago', 'Europe/Stockholm', 'Australia/Lord_Howe', 'Asia/Kolkata'],
    [300, 600, 900, 1800, 3600],
  ),
  values: COUNTS,
  flags: QUALITIES,
  label: fc.constantFrom('start' as const, 'end' as const),
  unit: fc.constantFrom('Wh', 'kWh', 'MWh', 'MJ', 'W', 'kW', 'MW'),
  form: fc.constantFrom(...Object.keys(STAMPS)),
  isComma: fc.boolean(),
  hasTypes: fc.boolean(),
  hasNumbers: fc.boolean(),
  offsets: fc.array(fc.constantFrom(0, -21_600, 19_800, 7200), { minLength: 28, maxLength: 28 }),
});

type Mapped = typeof MAPPED extends fc.Arbitrary<infer T> ? T : never;

function mappedSample(made: Mapped): Sample {
  const { line, values, flags, label, unit, form, isComma, hasTypes, hasNumbers, offsets } = made;
  const delimiter = isComma ? ';' : ',';
  const minutes = (line.seconds / 60) as ReadingsInput['map']['interval_minutes'];
  const stampOf = (at: number, i: number) => {
    const offset = line.zone === 'offset' ? (offsets[i] ?? 0) : 0;
    const wall = line.zone === 'offset' ? wallAt(at + offset, 'UTC') : wallAt(at, line.zone);
    return `${STAMPS[form]?.(wall) ?? ''}${line.zone === 'offset' ? offsetText(offset) : ''}`;
  };
  const joules = (amount: Amount) => {
    const [n, d] = JOULES[unit] ?? [(WATTS[unit] ?? 1n) * BigInt(line.seconds), 1n];
    return times(amount, n, d);
  };
  const rows = slotsOf(line, values, flags).map((slot, i): Row => {
    const type = hasTypes ? [slot.isEstimated ? 'Est' : 'Act'] : [];
    const cells = [
      ...(hasNumbers ? ["'1008900001"] : []),
      stampOf(label === 'start' ? slot.start : slot.end, i),
      amountText(slot.amount, isComma ? ',' : '.'),
      ...type,
    ];
    const quality = hasTypes ? flagged(slot) : 'unstated';
    return {
      text: cells.join(delimiter),
      says: [reading(slot, joules(slot.amount), quality)],
    };
  });
  const header = [...(hasNumbers ? ['no'] : []), 'at', 'amount', ...(hasTypes ? ['type'] : [])];
  const input: ReadingsInput = {
    kind: 'readings',
    files: '*.csv',
    ...(hasNumbers ? {} : { meter: 'main' }),
    csv: { delimiter, decimal: isComma ? ',' : '.' },
    map: {
      ...(hasNumbers && { meter: 'no' }),
      time: 'at',
      label,
      interval_minutes: minutes,
      zone: line.zone,
      date_format: form,
      energy: { column: 'amount', unit },
      ...(hasTypes && { read_type: { column: 'type', actual: ['Act'], estimated: ['Est'] } }),
    },
  };
  return {
    input,
    rows,
    write: (texts) => lines(header.join(delimiter), ...texts),
    isSettled: line.isSettled,
    dependsOnOrder: line.isRepeated,
    isComplete: line.isComplete,
    hasMidnight: label === 'end' && line.hasMidnight,
  };
}

function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset) / 60;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A layout of one row a reading, in the local time of its country. */
function localForm(
  name: ProfileInput['profile'],
  { zone, seconds }: { readonly zone: string; readonly seconds: readonly number[] },
  layout: (
    seconds: number,
    stamp: (at: number, form: string) => string,
  ) => { readonly header: readonly string[]; readonly row: (slot: Slot) => Row },
): Form {
  const sample = fc
    .record({ line: timelines([zone], seconds), values: AMOUNTS, flags: QUALITIES })
    .map(({ line, values, flags }): Sample => {
      const stamp = (at: number, form: string) => STAMPS[form]?.(wallAt(at, zone)) ?? '';
      const { header, row } = layout(line.seconds, stamp);
      return {
        input: profile(name),
        rows: slotsOf(line, values, flags).map(row),
        write: (texts) => lines(...header, ...texts),
        // the length of a lone interval across a change of time is not to be seen on the wall
        isSettled: line.isSettled && line.starts.length > 2,
        dependsOnOrder: line.isRepeated,
        isComplete: line.isComplete,
        isOfManyFiles: !line.hasSkip,
      };
    });
  return { name, sample };
}

const SMT_HEADER =
  'ESIID,USAGE_DATE,REVISION_DATE,USAGE_START_TIME,USAGE_END_TIME,USAGE_KWH,ESTIMATED_ACTUAL,CONSUMPTION_SURPLUSGENERATION';

const SMART_METER_TEXAS = localForm(
  'smart-meter-texas',
  { zone: 'America/Chicago', seconds: [900] },
  (_, stamp) => ({
    header: [SMT_HEADER],
    row: (slot) => {
      const [date = '', start = ''] = usDate(stamp(slot.start, 'yyyy-MM-dd HH:mm')).split(' ');
      const end = stamp(slot.end, 'yyyy-MM-dd HH:mm').slice(11);
      const value = amountText(slot.amount).replace(/^0\./, '.');
      const flag = slot.isEstimated ? 'E' : 'A';
      return {
        text: `'1008900001,${date},${date} 06:10:00,${start},${end},${value},${flag},Consumption`,
        says: [reading(slot, kwh(slot), flagged(slot))],
      };
    },
  }),
);

function usDate(text: string): string {
  return text.replace(/^(....)-(..)-(..)/, '$2/$3/$1');
}

const SCE = localForm('sce', { zone: 'America/Los_Angeles', seconds: [900, 3600] }, (_, stamp) => ({
  header: [
    'Energy Usage Information',
    '"For location: SAMPLE"',
    '',
    '"Data for period starting: 2020-05-01 00:00:00   for 24 hours"',
    'Energy consumption time period,Usage(Real energy in kilowatt-hours),Reading quality',
  ],
  row: (slot) => {
    const at = (instant: number) => `${stamp(instant, 'yyyy-MM-dd HH:mm')}:00`;
    const quality = slot.isEstimated ? 'Estimated' : 'Actual';
    return {
      text: `"${at(slot.start)} to ${at(slot.end)}","${amountText(slot.amount)}","${quality}"`,
      says: [reading(slot, kwh(slot), flagged(slot))],
    };
  },
}));

const ELHUB = localForm(
  'elhub',
  { zone: 'Europe/Oslo', seconds: [900, 3600] },
  (seconds, stamp) => ({
    header: [`Fra,Til,KWH ${String(seconds / 60)} Forbruk,Kvalitet`],
    row: (slot) => {
      const at = (instant: number) => stamp(instant, 'dd.MM.yyyy HH:mm');
      const quality = slot.isEstimated ? 'Beregnet' : 'Målt';
      return {
        text: `${at(slot.start)},${at(slot.end)},"${amountText(slot.amount, ',')}",${quality}`,
        says: [reading(slot, kwh(slot), flagged(slot))],
      };
    },
  }),
);

const FINGRID_HEADER =
  'Mittauspisteen tunnus;Tuotteen tyyppi;Resoluutio;Yksikkötyyppi;Lukeman tyyppi;Alkuaika;Määrä;Laatu';

const FINGRID = localForm('fingrid', { zone: 'UTC', seconds: [900, 3600] }, (seconds, stamp) => ({
  header: [FINGRID_HEADER],
  row: (slot) => {
    const resolution = seconds === 900 ? 'PT15M' : 'PT1H';
    const at = `${stamp(slot.start, 'yyyy-MM-ddTHH:mm:ss')}Z`;
    const quality = slot.isEstimated ? 'SUSPECT' : 'OK';
    return {
      text: `1008900001;8716867000030;${resolution};kWh;BN01;${at};${amountText(slot.amount, ',')};${quality}`,
      says: [reading(slot, kwh(slot), flagged(slot))],
    };
  },
}));

const GREEN_BUTTON: Form = {
  name: 'green-button',
  sample: fc
    .record({
      line: timelines(['UTC'], [300, 900, 3600]),
      values: AMOUNTS,
      flags: QUALITIES,
      power: fc.integer({ min: -3, max: 3 }),
    })
    .map(({ line, values, flags, power }): Sample => {
      const rows = slotsOf(line, values, flags).map((slot): Row => {
        const { digits } = slot.amount;
        const quality = slot.isEstimated ? '8' : '0';
        const [n, d] = power < 0 ? [3600n, 10n ** BigInt(-power)] : [3600n * 10n ** BigInt(power)];
        return {
          text: `<IntervalReading><ReadingQuality><quality>${quality}</quality></ReadingQuality><timePeriod><duration>${String(line.seconds)}</duration><start>${String(slot.start)}</start></timePeriod><value>${String(digits)}</value></IntervalReading>`,
          says: [reading(slot, times({ digits, decimals: 0 }, n, d ?? 1n), flagged(slot))],
        };
      });
      return {
        input: profile('green-button'),
        rows,
        write: (texts) => feed(texts, power, line.seconds),
        isSettled: true,
        dependsOnOrder: false,
        isComplete: line.isComplete,
      };
    }),
};

function feed(readings: readonly string[], power: number, seconds: number): string {
  const entry = (links: readonly string[], content: string) =>
    `<entry><id>urn:uuid:0</id>${links.join('')}<title>x</title><content>${content}</content></entry>`;
  const link = (rel: string, href: string) => `<link rel="${rel}" href="${href}"/>`;
  const espi = 'xmlns="http://naesb.org/espi"';
  return lines(
    '<?xml version="1.0"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    entry(
      [link('self', 'u/1'), link('related', 'u/1/MeterReading')],
      `<UsagePoint ${espi}><ServiceCategory><kind>0</kind></ServiceCategory></UsagePoint>`,
    ),
    entry(
      [
        link('self', 'u/1/MeterReading/1'),
        link('up', 'u/1/MeterReading'),
        link('related', 'u/1/MeterReading/1/IntervalBlock'),
        link('related', 't/1'),
      ],
      `<MeterReading ${espi}/>`,
    ),
    entry(
      [link('self', 't/1')],
      `<ReadingType ${espi}><accumulationBehaviour>4</accumulationBehaviour><commodity>1</commodity><flowDirection>1</flowDirection><intervalLength>${String(seconds)}</intervalLength><kind>12</kind><powerOfTenMultiplier>${String(power)}</powerOfTenMultiplier><uom>72</uom></ReadingType>`,
    ),
    entry(
      [
        link('self', 'u/1/MeterReading/1/IntervalBlock/1'),
        link('up', 'u/1/MeterReading/1/IntervalBlock'),
      ],
      `<IntervalBlock ${espi}>\n${readings.join('\n')}\n</IntervalBlock>`,
    ),
    '</feed>',
  );
}

const AEST = 36_000;
const FIRST = dayNumber('2025-03-27');
const DAY_SET = fc.uniqueArray(fc.integer({ min: FIRST, max: FIRST + 9 }), {
  minLength: 1,
  maxLength: 4,
});

/** A day whose values repeat a few amounts. */
function dayValues(count: number, some: readonly Amount[], day: number): Amount[] {
  return Array.from(
    { length: count },
    (_, i) => some[(i * 7 + day) % some.length] ?? { digits: 0n, decimals: 0 },
  );
}

const NEM12: Form = {
  name: 'nem12',
  sample: fc
    .record({
      days: DAY_SET,
      minutes: fc.constantFrom(5, 15, 30),
      unit: fc.constantFrom('kWh', 'WH', 'MWh'),
      suffix: fc.constantFrom('E1', 'B1'),
      quality: fc.constantFrom(['A', 'actual'] as const, ['S14', 'estimated'] as const),
      some: fc.array(amounts(), { minLength: 1, maxLength: 7 }),
    })
    .map(({ days, minutes, unit, suffix, quality: [flag, quality], some }): Sample => {
      const [n, d] = JOULES[unit === 'WH' ? 'Wh' : unit] ?? [1n, 1n];
      const rows = [...days]
        .sort((a, b) => a - b)
        .map((day): Row => {
          const values = dayValues(1440 / minutes, some, day);
          const first = day * 86_400 - AEST;
          const date = dayText(day).replaceAll('-', '');
          return {
            text: lines(
              `200,1008900001,E1B1,1,${suffix},N1,METER,${unit},${String(minutes)},`,
              `300,${date},${values.map((v) => amountText(v)).join(',')},${flag},,,20250501000000,`,
            ).trimEnd(),
            says: values.map((amount, i) => {
              const start = first + i * minutes * 60;
              const slot = { start, end: start + minutes * 60, amount, isEstimated: false };
              const direction = suffix === 'E1' ? 'import' : 'export';
              return reading(slot, times(amount, n, d), quality, { direction });
            }),
          };
        });
      return {
        input: profile('nem12'),
        rows,
        write: (texts) => lines('100,NEM12,202505010000,MDP,RETAILER', ...texts, '900'),
        isSettled: true,
        dependsOnOrder: false,
        isComplete: true,
      };
    }),
};

const CHANGE = dayNumber('2025-03-30');
const HALVES = Array.from({ length: 48 }, (_, i) => i);
const clock = (half: number) =>
  `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
const UK_LAYOUTS = [
  {
    header: ['Meter Number', 'Reading Date', ...HALVES.map(clock)],
    before: (day: number) => [
      '1008900001',
      DAYS['MM/dd/yyyy']?.(day).replace(/(..)\/(..)\/20/, '$2/$1/'),
    ],
  },
  {
    header: ['MPAN', 'ConsumptionDate', ...HALVES.map((half) => `kWh_${String(half + 1)}`)],
    before: (day: number) => ['1008900001', DAYS['dd.MM.yyyy']?.(day).replaceAll('.', '/')],
  },
] as const;

const UK: Form = {
  name: 'uk-half-hourly',
  sample: fc
    .record({
      days: DAY_SET,
      zone: fc.constantFrom('Europe/London', 'UTC'),
      layout: fc.constantFrom(...UK_LAYOUTS),
      some: fc.array(amounts(), { minLength: 1, maxLength: 7 }),
    })
    .map(({ days, zone, layout, some }): Sample => {
      const rows = [...days]
        .sort((a, b) => a - b)
        .map((day): Row => {
          const values = dayValues(48, some, day);
          const first = midnight(day, zone);
          return {
            text: [...layout.before(day), ...values.map((v) => amountText(v))].join(','),
            says: values.map((amount, i) => {
              const start = first + i * 1800;
              const slot = { start, end: start + 1800, amount, isEstimated: false };
              return reading(slot, kwh(slot), 'unstated');
            }),
          };
        });
      return {
        input: profile('uk-half-hourly', { zone }),
        rows: rows.filter((_, i) => zone === 'UTC' || sortedAt(days, i) !== CHANGE),
        write: (texts) => lines(layout.header.join(','), ...texts),
        isSettled: true,
        dependsOnOrder: false,
        isComplete: true,
      };
    })
    .filter(({ rows }) => rows.length > 0),
};

function sortedAt(days: readonly number[], i: number): number | undefined {
  return [...days].sort((a, b) => a - b)[i];
}

/** The layouts of interval readings. */
export const SERIES_FORMS: readonly Form[] = [
  { name: 'readings', sample: MAPPED.map(mappedSample) },
  SMART_METER_TEXAS,
  SCE,
  ELHUB,
  FINGRID,
  GREEN_BUTTON,
  NEM12,
  UK,
];
