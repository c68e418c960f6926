import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import type { LocationAgainstMarket } from '../model/sheet.ts';
import { boxPath, hatchPath, insetBox, linePath } from './geometry.ts';
import { PRINT_SIZES } from './scene.ts';
import type { ChartSizes, Measure, Scene, ScenePath, SceneText } from './scene.ts';
import { wrapWords } from './wrap-words.ts';

export interface LocationAgainstMarketOptions {
  readonly width: number;
  readonly alt: string;
  readonly measure: Measure;
  /** Writes a value of the data in the page's language. */
  readonly format: (value: string) => string;
  /** Said in place of a bar that has no value. */
  readonly noFactor: string;
  /** Only these of the ordered places are drawn, on the scale and in the columns of all. */
  readonly part?: { readonly from: number; readonly to: number };
  readonly sizes?: ChartSizes;
}

type Items = readonly (ScenePath | SceneText)[];
type Place = LocationAgainstMarket['places'][number];

/** A place with its label broken into lines, and where its group of bars stands. */
interface Group {
  readonly place: Place;
  readonly name: readonly string[];
  readonly sub: readonly string[];
  readonly top: number;
  readonly height: number;
}

interface Plot {
  readonly x: ScaleLinear<number, number>;
  readonly left: number;
  readonly width: number;
  readonly sizes: ChartSizes;
}

/** Part of the chart's width that the names may take before they wrap. */
const WIDEST = 0.3;
/** From one line of a label to the next, in label sizes. */
const LINE = 1.2;
/** Height of a bar and the white over and under a group, in axis sizes. */
const BAR = 1.15;
const PADDING = 0.8;
/** Room of the unit above the bars, in axis sizes. */
const HEAD = 1.5;

/**
 * For each place a solid bar of its location-based emissions over a hatched one of the market-based: one hue, since both
 * are views of one scope. The total stands last under a strong rule. The height follows the number of places.
 */
export function locationAgainstMarket(
  { unit, places }: LocationAgainstMarket,
  options: LocationAgainstMarketOptions,
): Scene {
  const { width, measure, format, alt } = options;
  const sizes = options.sizes ?? PRINT_SIZES;
  const ordered = [...places].sort((a, b) => Number(a.isTotal) - Number(b.isTotal));
  const { from, to } = options.part ?? { from: 0, to: ordered.length };
  const values = places.flatMap(({ location, market }) => [location ?? [], market ?? []].flat());
  const left = labelWidth(ordered, options, sizes) + sizes.axis * 1.6;
  const figures = [options.noFactor, ...values.map(format)].map((text) =>
    measure(text, sizes.axis, 600),
  );
  const right = width - Math.max(...figures) - sizes.axis * 0.6;
  const highest = Math.max(0, ...values.map(Number));
  const x = scaleLinear([0, highest || 1], [left, Math.max(left, right)]);
  const plot: Plot = { x, left, width, sizes };
  const groups = groupsOf(ordered.slice(from, to), left - sizes.axis * 1.6, options, sizes);
  const last = groups.at(-1);
  const height = last ? last.top + last.height : sizes.axis * HEAD;
  return {
    width,
    height,
    alt,
    items: [
      text(sizes, unit, left, sizes.axis * 0.8),
      ...groups.flatMap((group, i) => [
        ...separator(group, groups[i - 1], plot),
        ...label(group, plot),
        ...bars(group, plot, options),
      ]),
      zeroLine(plot, height),
    ],
  };
}

function labelWidth(
  places: readonly Place[],
  options: LocationAgainstMarketOptions,
  sizes: ChartSizes,
) {
  const widest = Math.max(
    0,
    ...places.flatMap(({ name, sub }) => [
      options.measure(name, sizes.label, 600),
      options.measure(sub, sizes.axis, 400),
    ]),
  );
  return Math.min(widest + 0.01, options.width * WIDEST);
}

function groupsOf(
  places: readonly Place[],
  width: number,
  { measure }: LocationAgainstMarketOptions,
  sizes: ChartSizes,
): readonly Group[] {
  let top = sizes.axis * HEAD;
  return places.map((place) => {
    const name = wrapWords(place.name, width, (line) => measure(line, sizes.label, 600));
    const sub = wrapWords(place.sub, width, (line) => measure(line, sizes.axis, 400));
    const height =
      Math.max(barsHeight(sizes), (name.length + sub.length) * sizes.label * LINE) +
      2 * sizes.axis * PADDING;
    const group = { place, name, sub, top, height };
    top += height;
    return group;
  });
}

function barsHeight(sizes: ChartSizes): number {
  return 2 * sizes.axis * BAR + sizes.gap * 1.6;
}

/** The rule over a group: strong over the total. */
function separator({ place, top }: Group, before: Group | undefined, plot: Plot): Items {
  if (!before) return [];
  const { width, sizes } = plot;
  const isStrong = place.isTotal && !before.place.isTotal;
  return [
    {
      kind: 'path',
      d: linePath(0, top, width, top),
      stroke: isStrong ? 'rule.strong' : 'rule.hair',
      lineWidth: isStrong ? sizes.mark : sizes.hair,
    },
  ];
}

function label({ name, sub, top, height }: Group, { sizes }: Plot): Items {
  const lines = name.length + sub.length;
  const first = top + (height - lines * sizes.label * LINE) / 2 + sizes.label * 0.9;
  const at = (line: number) => first + line * sizes.label * LINE;
  return [
    ...name.map((line, i): SceneText => ({
      ...text(sizes, line, 0, at(i)),
      size: sizes.label,
      weight: 600,
      colour: 'text.ink',
    })),
    ...sub.map((line, i): SceneText => ({
      ...text(sizes, line, 0, at(name.length + i)),
      colour: 'text.ink2',
    })),
  ];
}

function bars(
  { place, top, height }: Group,
  plot: Plot,
  options: LocationAgainstMarketOptions,
): Items {
  const { sizes } = plot;
  const bar = sizes.axis * BAR;
  const first = top + (height - barsHeight(sizes)) / 2;
  return [
    ...oneBar(place.location, { y: first, isSolid: true }, plot, options),
    ...oneBar(place.market, { y: first + bar + sizes.gap * 1.6, isSolid: false }, plot, options),
  ];
}

function oneBar(
  value: string | null,
  { y, isSolid }: { y: number; isSolid: boolean },
  { x, left, sizes }: Plot,
  { format, noFactor }: LocationAgainstMarketOptions,
): Items {
  const height = sizes.axis * BAR;
  const baseline = y + height / 2 + sizes.axis * 0.36;
  if (value === null) {
    const place = text(sizes, noFactor, left + sizes.axis * 0.6, baseline);
    return [{ ...place, colour: 'status.critical.ink' }];
  }
  const number = Math.max(0, Number(value));
  // what is more than nothing can be seen
  const width = number === 0 ? 0 : Math.max(sizes.mark * 1.5, x(number) - left);
  const box = { x: left, y, width, height };
  const figure: SceneText = {
    ...text(sizes, format(value), left + width + sizes.axis * 0.6, baseline),
    weight: 600,
    colour: 'text.ink',
  };
  if (width === 0) return [figure];
  if (isSolid) return [{ kind: 'path', d: boxPath(box), fill: 'scope.two.fill' }, figure];
  const edge = { kind: 'path', stroke: 'scope.two.edge' } as const;
  const hatch = hatchPath(box, sizes.hatch, 'rising');
  return [
    { kind: 'path', d: boxPath(box), fill: 'scope.two.soft' },
    ...(hatch ? [{ ...edge, d: hatch, lineWidth: sizes.mark * 0.75 }] : []),
    { ...edge, d: boxPath(insetBox(box, sizes.mark / 2)), lineWidth: sizes.mark },
    figure,
  ];
}

/** Bars begin at zero, and the line says where that is. */
function zeroLine({ left, sizes }: Plot, height: number): ScenePath {
  return {
    kind: 'path',
    d: linePath(left, sizes.axis * HEAD, left, height),
    stroke: 'rule.strong',
    lineWidth: sizes.mark,
  };
}

function text(sizes: ChartSizes, content: string, x: number, y: number): SceneText {
  return {
    kind: 'text',
    x,
    y,
    text: content,
    size: sizes.axis,
    weight: 400,
    colour: 'text.ink3',
    anchor: 'start',
  };
}
