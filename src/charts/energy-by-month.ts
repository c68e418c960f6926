import { scaleBand, scaleLinear } from 'd3-scale';
import type { ScaleBand, ScaleLinear } from 'd3-scale';
import type { EnergyByMonth } from '../model/sheet.ts';
import { chartLabels } from './chart-labels.ts';
import { stackEnergy } from './energy-stacks.ts';
import type { Stack, Stacks } from './energy-stacks.ts';
import { boxPath, crossPath, hatchPath, insetBox, linePath } from './geometry.ts';
import type { Box } from './geometry.ts';
import { PRINT_SIZES } from './scene.ts';
import type { ChartSizes, Measure, Scene, ScenePath, SceneText } from './scene.ts';
import { wrapWords } from './wrap-words.ts';

export interface EnergyChartOptions {
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly measure: Measure;
  /** Writes a number of the axis in the page's language. */
  readonly format: (value: number) => string;
  /** Said in the frame when no month has data. */
  readonly emptyText: string;
  readonly sizes?: ChartSizes;
}

type Items = readonly (ScenePath | SceneText)[];

interface Plot {
  readonly x: ScaleBand<number>;
  readonly y: ScaleLinear<number, number>;
  readonly left: number;
  readonly right: number;
  readonly sizes: ChartSizes;
}

const GRIDLINES = 4;

/**
 * Stacked columns of energy by source and month: hue is the source, solid is backed by an instrument, hatched is not. A
 * month without data is a crossed frame as high as the median month.
 */
export function energyByMonth(data: EnergyByMonth, options: EnergyChartOptions): Scene {
  const sizes = options.sizes ?? PRINT_SIZES;
  const stacked = stackEnergy(data);
  const highest = Math.max(0, ...stacked.totals.map((total) => total ?? 0));
  const bottom = options.height - sizes.axis * 2.1;
  const y = scaleLinear([0, highest || 1], [bottom, sizes.axis * 1.9]).nice(GRIDLINES);
  const ticks = ticksOf(y);
  const left =
    Math.max(...ticks.map((tick) => options.measure(options.format(tick), sizes.axis, 400))) +
    sizes.axis * 0.8;
  const labels = chartLabels(stacked, { ...options, sizes, y });
  const isEmpty = highest === 0 && stacked.totals.every((total) => total === null);
  const right = options.width - (isEmpty ? 0 : labels.width);
  const x = scaleBand(data.months.keys(), [left, right]).paddingInner(0.26).paddingOuter(0.12);
  const plot: Plot = { x, y, left, right, sizes };
  return {
    width: options.width,
    height: options.height,
    alt: options.alt,
    items: [
      ...axis(plot, isEmpty ? [0] : ticks, data.unit, options),
      ...stacked.stacks.flatMap((stack) => columns(stack, plot)),
      ...(isEmpty ? emptyFrame(plot, options) : missing(stacked, plot)),
      ...monthNames(data.months, plot, options),
      ...(isEmpty ? [] : labels.items(right)),
    ],
  };
}

function ticksOf(y: ScaleLinear<number, number>): readonly number[] {
  for (let count = GRIDLINES; count > 1; count -= 1) {
    const ticks = y.ticks(count);
    if (ticks.length <= GRIDLINES + 1) return ticks;
  }
  return y.domain();
}

function axis(
  { y, left, right, sizes }: Plot,
  ticks: readonly number[],
  unit: string,
  { format }: EnergyChartOptions,
): Items {
  return [
    ...ticks.flatMap((tick): Items => [
      {
        kind: 'path',
        d: linePath(left, y(tick), right, y(tick)),
        stroke: tick === 0 ? 'rule.strong' : 'rule.hair',
        lineWidth: tick === 0 ? sizes.mark : sizes.hair,
      },
      {
        ...axisText(sizes, format(tick), left - sizes.axis * 0.5, y(tick) + sizes.axis * 0.35),
        anchor: 'end',
      },
    ]),
    axisText(sizes, unit, 0, (y.range()[1] ?? 0) - sizes.axis * 0.75),
  ];
}

function axisText(sizes: ChartSizes, text: string, x: number, y: number): SceneText {
  return {
    kind: 'text',
    x,
    y,
    text,
    size: sizes.axis,
    weight: 400,
    colour: 'text.ink3',
    anchor: 'start',
  };
}

function columns({ series, parts, hasEdge, slant }: Stack, plot: Plot): Items {
  const { sizes, y } = plot;
  const boxes = parts.flatMap((part, month) => {
    if (!part) return [];
    const gap = part.floor > 0 ? sizes.gap : 0;
    const height = y(part.floor) - y(part.top) - gap;
    return height < 0.2 ? [] : [columnBox(plot, month, y(part.top), height)];
  });
  if (boxes.length === 0) return [];
  const hue = `source.${series.source}` as const;
  const edge = { kind: 'path', stroke: `${hue}.edge`, lineWidth: sizes.mark * 0.75 } as const;
  const joined = (path: (box: Box) => string) => boxes.map(path).join('');
  return [
    { kind: 'path', d: joined(boxPath), fill: series.isBacked ? `${hue}.fill` : `${hue}.soft` },
    ...(series.isBacked
      ? []
      : [{ ...edge, d: joined((box) => hatchPath(box, sizes.hatch, slant)) }]),
    ...(hasEdge ? [{ ...edge, d: joined((box) => boxPath(insetBox(box, sizes.hair / 2))) }] : []),
  ];
}

function columnBox({ x }: Plot, month: number, top: number, height: number): Box {
  return { x: x(month) ?? 0, y: top, width: x.bandwidth(), height };
}

/** A crossed frame from what is known up to the median month, or alone where nothing is known. */
function missing({ totals, incomplete }: Stacks, plot: Plot): Items {
  const { y, sizes } = plot;
  const median = medianOf(totals.filter((total) => total !== null)) ?? y.domain()[1] ?? 1;
  const frames = incomplete.flatMap((isIncomplete, month) => {
    if (!isIncomplete) return [];
    const floor = y(totals[month] ?? 0) - (totals[month] ? sizes.gap : 0);
    const top = Math.min(y(median), floor - sizes.axis);
    return [insetBox(columnBox(plot, month, top, floor - top), sizes.mark / 2)];
  });
  if (frames.length === 0) return [];
  const line = { kind: 'path', stroke: 'status.critical.ink', lineWidth: sizes.mark } as const;
  return [
    { ...line, d: frames.map(boxPath).join(''), fill: 'surface.page' },
    { ...line, d: frames.map(crossPath).join('') },
  ];
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Month names under their columns; every second, third ... where all would touch each other. */
function monthNames(
  months: readonly string[],
  { x, y, sizes }: Plot,
  { measure }: EnergyChartOptions,
): Items {
  const widest = Math.max(...months.map((name) => measure(name, sizes.axis, 400)));
  const every = Math.max(1, Math.ceil((widest + sizes.axis * 0.5) / x.step()));
  return months.flatMap((name, month): Items => {
    if (month % every !== 0) return [];
    const middle = (x(month) ?? 0) + x.bandwidth() / 2;
    return [
      {
        ...axisText(sizes, name, middle, y(0) + sizes.axis * 1.45),
        colour: 'text.ink2',
        anchor: 'middle',
      },
    ];
  });
}

function emptyFrame(
  { left, right, y, sizes }: Plot,
  { emptyText, measure }: EnergyChartOptions,
): Items {
  const [bottom = 0, top = 0] = y.range();
  const frame = { x: left, y: top, width: right - left, height: bottom - top };
  const lines = wrapWords(emptyText, frame.width * 0.8, (line) => measure(line, sizes.label, 400));
  return [
    { kind: 'path', d: boxPath(frame), stroke: 'rule.hair', lineWidth: sizes.mark },
    ...lines.map((text, i): SceneText => {
      const line = (i - (lines.length - 1) / 2) * sizes.label * 1.4;
      return {
        ...axisText(sizes, text, (left + right) / 2, (top + bottom) / 2 + line),
        size: sizes.label,
        colour: 'text.ink',
        anchor: 'middle',
      };
    }),
  ];
}
