import type { ChartBlock } from '../model/documents/template.ts';
import type { EnergyByMonth, SheetChart, SourceHue } from '../model/sheet.ts';
import { exact, ONE, type Rational, sumOf } from '../units/rational.ts';
import { roundedText } from '../units/rounding.ts';
import { conversionFactor } from '../units/unit.ts';
import { printedNumber, withUnit } from './format.ts';
import { factOf, printedPeriod, type SheetInputs, valuesOf } from './sheet-inputs.ts';
import { nameOf } from './sheet-names.ts';

const HUES: Readonly<Record<string, SourceHue>> = {
  hydro: 'hydro',
  wind: 'wind',
  solar: 'solar',
  geothermal: 'otherRen',
  biomass: 'otherRen',
  nuclear: 'nuclear',
  gas: 'gas',
  other: 'grid',
};

const UNIT = 'GWh';

/** A source that a certificate or a contract backs. */
function isBackedBy(source: string): boolean {
  return source.startsWith('certificates:') || source.startsWith('contract:');
}

interface Source {
  readonly id: string;
  readonly values: readonly (Rational | undefined)[];
  readonly total: Rational;
}

/** The chart of a block, numbered, with its alternative text; the numbers are facts, in GWh. */
export function chartOf(
  inputs: SheetInputs,
  block: ChartBlock,
  number: number,
  tableNumber: number,
): SheetChart | undefined {
  const { disclosure, words } = inputs;
  const months = valuesOf(disclosure, [block.fact], 'month').sort();
  if (months.length === 0) return undefined;
  const sources = sourcesOf(inputs, block.fact, months);
  const total = sumOf(sources.map((source) => source.total));
  const backed = sumOf(sources.filter(({ id }) => isBackedBy(id)).map((source) => source.total));
  const period = printedPeriod(disclosure.period);
  return {
    kind: 'chart',
    chart: 'energy-by-month',
    number: `${words.figure} ${String(number)}`,
    title: inputs.labels.charts[block.id] ?? block.id,
    subtitle: words.chart.subtitle(UNIT, period),
    data: dataOf(inputs, months, sources, total),
    altText: altTextOf(inputs, months, sources, `${words.table} ${String(tableNumber)}`),
    note: words.chart.note(inGigawattHours(inputs, total), percent(inputs, backed, total)),
  };
}

function sourcesOf({ disclosure }: SheetInputs, fact: string, months: readonly string[]): Source[] {
  const ids = valuesOf(disclosure, [fact], 'source').sort();
  return ids.map((source) => {
    const values = months.map((month) => {
      const found = factOf(disclosure, fact, { source, month });
      if (found?.exact == null) return undefined;
      return exact(found.exact).mul(conversionFactor(found.unit ?? UNIT, UNIT));
    });
    return { id: source, values, total: sumOf(values.flatMap((value) => value ?? [])) };
  });
}

function percent({ words }: SheetInputs, part: Rational, whole: Rational): string {
  if (whole.n === 0n) return '–';
  const share = part.div(whole).mul(exact('100'));
  return withUnit(
    printedNumber(roundedText(share, { decimals: 1, mode: 'half-up' }), words.numbers),
    '%',
  );
}

function inGigawattHours({ words }: SheetInputs, value: Rational): string {
  return withUnit(
    printedNumber(roundedText(value, { decimals: 1, mode: 'half-up' }), words.numbers),
    UNIT,
  );
}

function monthName({ words }: SheetInputs, month: string): string {
  return words.months[Number(month.slice(5)) - 1] ?? month;
}

function dataOf(
  inputs: SheetInputs,
  months: readonly string[],
  sources: readonly Source[],
  total: Rational,
): EnergyByMonth {
  return {
    unit: UNIT,
    months: months.map((month) => monthName(inputs, month).slice(0, 3)),
    series: sources.map((source) => {
      const [, technology = ''] = source.id.split(':');
      return {
        name: nameOf(inputs, 'source', source.id).head,
        detail: `${inGigawattHours(inputs, source.total)}, ${percent(inputs, source.total, total)}`,
        source: HUES[technology] ?? 'grid',
        isBacked: isBackedBy(source.id),
        values: source.values.map((value) =>
          value ? roundedText(value, { decimals: 6, mode: 'half-even' }) : null,
        ),
      };
    }),
  };
}

function altTextOf(
  inputs: SheetInputs,
  months: readonly string[],
  sources: readonly Source[],
  table: string,
): string {
  const { chart } = inputs.words;
  const sums = months.map((month, i) => {
    const known = sources.flatMap(({ values }) => values[i] ?? []);
    return { month, total: known.length === 0 ? undefined : sumOf(known) };
  });
  const known = sums.flatMap(({ month, total }) => (total ? [{ month, total }] : []));
  const byTotal = [...known].sort((a, b) => (a.total.lte(b.total) ? -1 : 1));
  const missing = sums
    .filter(({ total }) => total === undefined)
    .map(({ month }) => monthName(inputs, month));
  const series = sources.map(
    ({ id, total }) => `${nameOf(inputs, 'source', id).head} ${inGigawattHours(inputs, total)}`,
  );
  const said = (entry: { month: string; total: Rational } | undefined) =>
    entry
      ? `${monthName(inputs, entry.month)} ${inGigawattHours(inputs, entry.total.mul(ONE))}`
      : '–';
  return [
    chart.alt.start(printedPeriod(inputs.disclosure.period), UNIT),
    `${chart.alt.year}: ${series.join('; ')}.`,
    chart.alt.extremes(said(byTotal.at(-1)), said(byTotal[0])),
    ...(missing.length > 0 ? [chart.alt.missing(missing.join(', '))] : []),
    chart.alt.table(table),
  ].join(' ');
}
