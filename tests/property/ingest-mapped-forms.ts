import fc from 'fast-check';
import type { BillsInput, CsvLayout, Input } from '../../src/model/documents/workspace.ts';
import { CERTIFICATES, FLEET, HASHRATE } from '../ingest/given.ts';
import { COINS, CURTAILMENT, DELIVERIES, FUELS, HEAT, SHARES } from '../ingest/small-adapters.ts';
import { type Amount, amounts, amountText, JOULES, times } from './ingest-amounts.ts';
import { dayNumber, DAYS, dayText, midnight, STAMPS, timelines, wallAt } from './ingest-clock.ts';
import { type Facts, type Form, fraction, type Row, type Sample } from './ingest-forms.ts';

const FIRST = dayNumber('2025-01-01');
const NOTHING: Amount = { digits: 0n, decimals: 0 };

/** Whole days one after the other, cut at any places, some left out. */
interface Span {
  readonly first: number;
  readonly last: number;
}

const SPANS: fc.Arbitrary<readonly Span[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 364 }), { minLength: 2, maxLength: 14 })
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map((cuts) =>
    cuts.slice(1).map((end, i) => ({ first: FIRST + (cuts[i] ?? 0), last: FIRST + end - 1 })),
  );

const SIZES = fc.array(amounts(), { minLength: 14, maxLength: 14 });

/** How days and numbers are written. */
const WRITTEN = fc.record({
  end_date: fc.constantFrom('inclusive' as const, 'exclusive' as const),
  date_format: fc.constantFrom(...Object.keys(DAYS)),
  isComma: fc.boolean(),
});

type Written = typeof WRITTEN extends fc.Arbitrary<infer T> ? T : never;

function csvOf({ isComma }: Pick<Written, 'isComma'>): CsvLayout {
  return isComma ? { delimiter: ';', decimal: ',' } : { delimiter: ',', decimal: '.' };
}

function cellsOf({ isComma }: Pick<Written, 'isComma'>) {
  return {
    number: (amount: Amount | undefined) => amountText(amount ?? NOTHING, isComma ? ',' : '.'),
    row: (...cells: readonly string[]) => cells.join(isComma ? ';' : ','),
  };
}

function daysOf({ first, last }: Span, { end_date, date_format }: Written): [string, string] {
  const write = DAYS[date_format] ?? dayText;
  return [write(first), write(end_date === 'inclusive' ? last : last + 1)];
}

function spanFacts({ first, last }: Span, zone: string): Facts {
  return {
    start: midnight(first, zone),
    end: midnight(last + 1, zone),
    firstDay: dayText(first),
    lastDay: dayText(last),
  };
}

function table(input: Input, header: string, rows: readonly Row[], more: Partial<Sample> = {}) {
  return {
    input,
    rows,
    write: (texts: readonly string[]) => [header, ...texts, ''].join('\n'),
    isSettled: true,
    dependsOnOrder: false,
    isComplete: true,
    ...more,
  };
}

const BILLS: Form = {
  name: 'bills',
  sample: fc
    .record({
      spans: SPANS,
      sizes: SIZES,
      peaks: SIZES,
      how: WRITTEN,
      unit: fc.constantFrom('Wh', 'kWh', 'MWh'),
      isTold: fc.boolean(),
    })
    .map(({ spans, sizes, peaks, how, unit, isTold }): Sample => {
      const { number, row } = cellsOf(how);
      const [n, d] = JOULES[unit] ?? [1n, 1n];
      const rows = spans.map((span, i): Row => {
        const type = i % 3 === 0 ? 'E' : 'A';
        return {
          text: row(
            ...daysOf(span, how),
            number(sizes[i]),
            number(peaks[i]),
            type,
            `INV-${String(i)}`,
          ),
          says: [
            {
              kind: 'bills',
              meter: 'main',
              ...spanFacts(span, 'America/Chicago'),
              energyKwh: times(sizes[i] ?? NOTHING, n, d * 3_600_000n),
              peakDemandKw: times(peaks[i] ?? NOTHING),
              quality: type === 'E' ? 'estimated' : 'actual',
              invoice: `INV-${String(i)}`,
            },
          ],
        };
      });
      const input: BillsInput = {
        kind: 'bills',
        files: '*.csv',
        meter: 'main',
        csv: csvOf(how),
        map: {
          start: 'From',
          end: 'To',
          date_format: how.date_format,
          energy: { column: 'Usage', unit },
          peak_demand: { column: 'Peak', unit: 'kW' },
          read_type: { column: 'Read', actual: ['A'], estimated: ['E'] },
          invoice: 'Invoice',
          ...(isTold && { end_date: how.end_date }),
        },
      };
      // whether the last day is billed is told by the file's own joins, which bills of one day leave open
      const isSettled =
        isTold || (rows.length > 1 && spans.every(({ first, last }) => first < last));
      const header = row('From', 'To', 'Usage', 'Peak', 'Read', 'Invoice');
      return table(input, header, rows, { isSettled, isOfManyFiles: isTold });
    }),
};

/** A layout of amounts over days. */
function spanForm(
  name: string,
  header: readonly string[],
  of: (how: Written) => Input,
  rowOf: (
    i: number,
    amount: Amount,
  ) => { readonly cells: readonly string[]; readonly facts: Facts },
  zone: string,
): Form {
  return {
    name,
    sample: fc.record({ spans: SPANS, sizes: SIZES, how: WRITTEN }).map(({ spans, sizes, how }) => {
      const { row } = cellsOf(how);
      const comma = (text: string) => (how.isComma ? text.replace('.', ',') : text);
      const rows = spans.map((span, i): Row => {
        const { cells, facts } = rowOf(i, sizes[i] ?? NOTHING);
        return {
          text: row(...daysOf(span, how), ...cells.map(comma)),
          says: [{ ...facts, ...spanFacts(span, zone) }],
        };
      });
      return table(of(how), row('From', 'To', ...header), rows);
    }),
  };
}

const STOCKHOLM = 'Europe/Stockholm';
const CHICAGO = 'America/Chicago';

function daysMap({ end_date, date_format }: Written) {
  return { start: 'From', end: 'To', end_date, date_format };
}

const FUEL = spanForm(
  'fuels',
  ['Fuel', 'Qty', 'Unit'],
  (how) => ({ ...FUELS, csv: csvOf(how), map: { ...FUELS.map, ...daysMap(how) } }),
  (i, amount) => ({
    cells: [i % 2 === 0 ? 'Diesel' : 'natural  GAS', amountText(amount), `G${String(i % 3)}`],
    facts: {
      kind: 'fuels',
      site: 'boden',
      fuel: i % 2 === 0 ? 'distillate-2' : 'natural-gas',
      quantity: times(amount),
      unit: 'L',
      equipment: `G${String(i % 3)}`,
    },
  }),
  STOCKHOLM,
);

const HEATS = spanForm(
  'heat',
  ['Heat', 'For'],
  (how) => ({ ...HEAT, csv: csvOf(how), map: { ...HEAT.map, ...daysMap(how) } }),
  (i, amount) => ({
    cells: [amountText(amount), `Works ${String(i % 2)}`],
    facts: {
      kind: 'heat',
      site: 'boden',
      energyMwh: times(amount),
      recipient: `Works ${String(i % 2)}`,
    },
  }),
  STOCKHOLM,
);

const DELIVERED = spanForm(
  'deliveries',
  ['Energy'],
  (how) => ({ ...DELIVERIES, csv: csvOf(how), map: { ...DELIVERIES.map, ...daysMap(how) } }),
  (_, amount) => ({
    cells: [amountText(amount)],
    facts: { kind: 'deliveries', contract: 'caney', energyMwh: times(amount, 1n, 1000n) },
  }),
  CHICAGO,
);

const COIN = spanForm(
  'coins',
  ['BTC', 'Difficulty', 'Subsidy', 'Fees', 'Pool fee'],
  (how) => ({ ...COINS, csv: csvOf(how), map: { ...COINS.map, ...daysMap(how) } }),
  (i, amount) => ({
    cells: [amountText(amount), `${String(i + 1)}.5`, '3.125', '0.02', i % 2 === 0 ? '' : '0.025'],
    facts: {
      kind: 'coins',
      site: 'pecos',
      coins: times(amount),
      difficulty: fraction(BigInt(2 * i + 3), 2n),
      subsidy: '25/8',
      fees: '1/50',
      poolFee: i % 2 === 0 ? undefined : '1/40',
    },
  }),
  CHICAGO,
);

const CERTIFICATE: Form = {
  name: 'certificates',
  sample: fc
    .array(
      fc.record({
        size: fc.integer({ min: 1, max: 5000 }),
        skip: fc.integer({ min: 0, max: 9 }),
        month: fc.integer({ min: 1, max: 12 }),
        status: fc.constantFrom('Retired', 'cancelled', 'Active'),
        country: fc.constantFrom('US', 'se'),
      }),
      { minLength: 1, maxLength: 10 },
    )
    .map((made): Sample => {
      let next = 1;
      const rows = made.map(({ size, skip, month, status, country }): Row => {
        const [first, last] = [next + skip, next + skip + size - 1];
        next = last + 1;
        const vintage = `2025-${String(month).padStart(2, '0')}`;
        const serials = [`ERC-${String(first)}`, `ERC-${String(last)}`] as const;
        const cells = ['ERCOT', ...serials, String(size), vintage, 'Wind', country, status, 'Acme'];
        return {
          text: cells.join(','),
          says: [
            {
              kind: 'certificates',
              site: 'pecos',
              contract: 'caney',
              registry: 'ERCOT',
              serialStart: serials[0],
              serialEnd: serials[1],
              energyMwh: String(size),
              vintage,
              technology: 'wind',
              technologyText: 'Wind',
              country: country.toUpperCase(),
              isRetired: status !== 'Active',
              statusText: status,
              beneficiary: 'Acme',
            },
          ],
        };
      });
      return table(CERTIFICATES, 'Registry,First,Last,MWh,Vintage,Fuel,Country,Status,For', rows);
    }),
};

const GIGAHASHES: Readonly<Record<string, bigint>> = {
  'GH/s': 1n,
  'TH/s': 1000n,
  'PH/s': 1_000_000n,
};

const HASH: Form = {
  name: 'hashrate',
  sample: fc
    .record({
      line: timelines(['UTC', 'America/Chicago', 'Europe/Stockholm'], [300, 900, 3600]),
      values: fc.array(amounts(), { minLength: 28, maxLength: 28 }),
      unit: fc.constantFrom(...Object.keys(GIGAHASHES)),
      label: fc.constantFrom('start' as const, 'end' as const),
      devices: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ line, values, unit, label, devices }): Sample => {
      const form = 'yyyy-MM-dd HH:mm';
      const names = devices === 0 ? [undefined] : ['s21-01', 's21-02'].slice(0, devices);
      const rows = names.flatMap((device, k) =>
        line.starts.map((start, i): Row => {
          const end = start + line.seconds;
          const amount = values[(i + k) % values.length] ?? NOTHING;
          const stamp = STAMPS[form]?.(wallAt(label === 'start' ? start : end, line.zone)) ?? '';
          const perUnit = (GIGAHASHES[unit] ?? 1n) * BigInt(line.seconds);
          return {
            text: [...(device === undefined ? [] : [device]), stamp, amountText(amount)].join(','),
            says: [
              {
                kind: 'hashrate',
                site: 'pecos',
                algorithm: 'sha256',
                device: device ?? 'all',
                start,
                end,
                gigahashes: times(amount, perUnit),
              },
            ],
          };
        }),
      );
      const minutes = (line.seconds / 60) as 5 | 15 | 60;
      const input: Input = {
        ...HASHRATE,
        map: {
          ...HASHRATE.map,
          label,
          zone: line.zone,
          interval_minutes: minutes,
          rate: { column: 'rate', unit },
          ...(devices > 0 && { device: 'miner' }),
        },
      };
      const header = devices === 0 ? 'ts,rate' : 'miner,ts,rate';
      const { isSettled, isRepeated: dependsOnOrder, isComplete } = line;
      return table(input, header, rows, {
        isSettled,
        dependsOnOrder,
        isComplete,
        hasMidnight: label === 'end' && line.hasMidnight,
      });
    }),
};

const SHARE: Form = {
  name: 'shares',
  sample: fc
    .record({
      line: timelines(['UTC', 'America/Chicago'], [3600]),
      counts: fc.array(fc.bigInt({ min: 0n, max: 10n ** 24n }), { minLength: 28, maxLength: 28 }),
    })
    .map(({ line, counts }): Sample => {
      const rows = line.starts.map((start, i): Row => {
        const stamp = STAMPS['yyyy-MM-dd HH:mm']?.(wallAt(start, line.zone)) ?? '';
        const shares = String(counts[i] ?? 0n);
        return {
          text: [stamp, shares, '65536.5'].join(','),
          says: [
            {
              kind: 'shares',
              site: 'pecos',
              start,
              end: start + 3600,
              shares,
              difficulty: '131073/2',
            },
          ],
        };
      });
      const input: Input = { ...SHARES, map: { ...SHARES.map, zone: line.zone } };
      const { isSettled, isRepeated: dependsOnOrder, isComplete } = line;
      const header = 'Time,Accepted,Difficulty';
      return table(input, header, rows, { isSettled, dependsOnOrder, isComplete });
    }),
};

const EVENTS: Form = {
  name: 'curtailment',
  sample: fc
    .record({
      line: timelines(['UTC', 'America/Chicago'], [900, 3600]),
      sizes: fc.array(amounts(), { minLength: 28, maxLength: 28 }),
    })
    .map(({ line, sizes }): Sample => {
      const stamp = (at: number) => {
        const text = STAMPS['yyyy-MM-dd HH:mm']?.(wallAt(at, line.zone)) ?? '';
        return text.replace(/^(....)-(..)-(..)/, '$2/$3/$1');
      };
      const rows = line.starts.map((start, i): Row => {
        const [end, size] = [start + line.seconds, sizes[i] ?? NOTHING];
        return {
          text: [stamp(start), stamp(end), amountText(size), 'ERS', ''].join(','),
          says: [
            {
              kind: 'curtailment',
              site: 'pecos',
              start,
              end,
              baselineMw: times(size),
              programme: 'ERS',
            },
          ],
        };
      });
      const input: Input = { ...CURTAILMENT, map: { ...CURTAILMENT.map, zone: line.zone } };
      // the order of events settles no repeated hour
      const { isRepeated } = line;
      const header = 'Start,End,Baseline,Programme,Method';
      return table(input, header, rows, { isSettled: !isRepeated, dependsOnOrder: false });
    }),
};

const MACHINES: Form = {
  name: 'fleet',
  sample: fc
    .array(
      fc.record({
        count: fc.integer({ min: 0, max: 20_000 }),
        rate: amounts(1n),
        power: amounts(1n),
        from: fc.integer({ min: 0, max: 300 }),
        days: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((made): Sample => {
      const rows = made.map(({ count, rate, power, from, days }): Row => {
        const last = days === undefined ? undefined : FIRST + from + days;
        const cells = [
          'S21 Pro',
          String(count),
          amountText(rate),
          amountText(power),
          dayText(FIRST + from),
          last === undefined ? '' : dayText(last),
        ];
        return {
          text: cells.join(','),
          says: [
            {
              kind: 'fleet',
              site: 'pecos',
              model: 'S21 Pro',
              count: String(count),
              hashrateThs: times(rate),
              powerW: times(power, 1000n),
              from: midnight(FIRST + from, CHICAGO),
              to: last === undefined ? undefined : midnight(last + 1, CHICAGO),
            },
          ],
        };
      });
      return table(FLEET, 'model,count,ths,kw,from,to', rows);
    }),
};

/** The mapped tables. */
export const MAPPED_FORMS: readonly Form[] = [
  BILLS,
  CERTIFICATE,
  HASH,
  MACHINES,
  FUEL,
  HEATS,
  EVENTS,
  DELIVERED,
  COIN,
  SHARE,
];
