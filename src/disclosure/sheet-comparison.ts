import type { ChartBlock } from '../model/documents/template.ts';
import type { LocationAgainstMarketChart } from '../model/sheet.ts';
import { printedNumber, printedUnit, withUnit } from './format.ts';
import { factOf, printedPeriod, type SheetInputs, valuesOf } from './sheet-inputs.ts';
import { nameOf } from './sheet-names.ts';

type Place = LocationAgainstMarketChart['data']['places'][number];

/** The chart of Scope 2 by both methods, site by site; undefined for a single site, whose figures stand in the table. */
export function comparisonOf(
  inputs: SheetInputs,
  block: ChartBlock,
  number: number,
  tableNumber: number,
): LocationAgainstMarketChart | undefined {
  const { disclosure, words, labels } = inputs;
  const sites = valuesOf(disclosure, [block.fact], 'site').sort();
  if (sites.length < 2) return undefined;
  const unit = printedUnit(factOf(disclosure, block.fact)?.unit ?? null);
  const places = [
    ...sites.map((site) => placeOf(inputs, block, site)),
    placeOf(inputs, block, undefined),
  ];
  const table = `${words.table} ${String(tableNumber)}`;
  return {
    kind: 'chart',
    chart: 'location-against-market',
    number: `${words.figure} ${String(number)}`,
    title: labels.charts[block.id] ?? block.id,
    subtitle: words.comparison.subtitle(unit, printedPeriod(disclosure.period)),
    data: { unit, places },
    altText: [
      words.comparison.alt(unit),
      ...places.map((place) => said(inputs, place, unit)),
      words.chart.alt.table(table),
    ].join(' '),
    note: words.comparison.note,
  };
}

function placeOf(
  inputs: SheetInputs,
  { fact, against }: ChartBlock,
  site: string | undefined,
): Place {
  const { disclosure, words } = inputs;
  const dimensions = site === undefined ? {} : { site };
  const { head, sub } =
    site === undefined ? { head: words.comparison.all, sub: '' } : nameOf(inputs, 'site', site);
  return {
    name: head,
    sub,
    location: factOf(disclosure, fact, dimensions)?.value ?? null,
    market: factOf(disclosure, against ?? '', dimensions)?.value ?? null,
    isTotal: site === undefined,
  };
}

function said({ words }: SheetInputs, { name, location, market }: Place, unit: string): string {
  const value = (text: string | null) =>
    text === null ? words.furniture.noFactor : withUnit(printedNumber(text, words.numbers), unit);
  return `${name}: ${value(location)}, ${value(market)}.`;
}
