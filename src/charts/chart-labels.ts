import type { ScaleLinear } from 'd3-scale';
import type { Stack, Stacks } from './energy-stacks.ts';
import { linePath } from './geometry.ts';
import type { ChartSizes, Measure, ScenePath, SceneText } from './scene.ts';
import { spreadLabels } from './spread-labels.ts';
import type { ColourToken } from './tokens.ts';
import { wrapWords } from './wrap-words.ts';

interface LabelOptions {
  readonly width: number;
  readonly height: number;
  readonly measure: Measure;
  readonly sizes: ChartSizes;
  readonly y: ScaleLinear<number, number>;
}

interface Label {
  readonly lines: readonly { readonly text: string; readonly isName: boolean }[];
  readonly centre: number;
  readonly height: number;
  readonly colour: ColourToken;
}

/** Part of the chart's width that labels may take before they wrap. */
const WIDEST = 0.32;
/** From one line of a label to the next, in label sizes. */
const LINE = 1.16;
/** From the columns to the labels, in axis sizes. */
const LEADER = 2.2;

/**
 * Room that the labels at the ends of the stacks take, and their drawing once the right edge of the columns is known.
 * Name over figures, moved apart, each tied to its part by a leader line.
 */
export function chartLabels(
  { stacks, totals }: Stacks,
  options: LabelOptions,
): { width: number; items: (right: number) => (ScenePath | SceneText)[] } {
  const { sizes, y, height, measure } = options;
  const last = totals.findLastIndex((total) => total !== null);
  const full = stacks.map((stack) => labelOf(stack, last, options));
  const room = height - sizes.axis * 2.5;
  const isTight = full.reduce((sum, label) => sum + label.height, 0) > room;
  const labels = isTight ? full.map((label) => nameOnly(label, sizes)) : full;
  const textWidth = Math.max(
    0,
    ...labels.flatMap(({ lines }) =>
      lines.map(({ text, isName }) => measure(text, sizeOf(isName, sizes), isName ? 600 : 400)),
    ),
  );
  const centres = spreadLabels(labels, sizes.axis * 0.4, y(0) + sizes.axis);
  return {
    width: textWidth + sizes.axis * LEADER,
    items: (right) =>
      labels.flatMap((label, i) => drawLabel(label, centres[i] ?? label.centre, right, sizes)),
  };
}

function sizeOf(isName: boolean, sizes: ChartSizes): number {
  return isName ? sizes.label : sizes.axis;
}

function labelOf({ series, parts }: Stack, last: number, options: LabelOptions): Label {
  const { sizes, y, measure, width } = options;
  const part = parts[last] ?? { floor: 0, top: 0 };
  const wrapped = (text: string, isName: boolean) =>
    wrapWords(text, width * WIDEST, (line) =>
      measure(line, sizeOf(isName, sizes), isName ? 600 : 400),
    ).map((line) => ({ text: line, isName }));
  const lines = [...wrapped(series.name, true), ...wrapped(series.detail, false)];
  return {
    lines,
    centre: (y(part.floor) + y(part.top)) / 2,
    height: labelHeight(lines.length, sizes),
    colour: `source.${series.source}.edge`,
  };
}

function nameOnly(label: Label, sizes: ChartSizes): Label {
  const [name, next] = label.lines;
  if (!name) return label;
  const text = next?.isName ? `${name.text} …` : name.text;
  return { ...label, lines: [{ ...name, text }], height: sizes.label * LINE };
}

function labelHeight(lines: number, sizes: ChartSizes): number {
  return lines * sizes.label * LINE + sizes.label * 0.43;
}

function drawLabel(
  { lines, centre, height, colour }: Label,
  at: number,
  right: number,
  sizes: ChartSizes,
): (ScenePath | SceneText)[] {
  const { axis } = sizes;
  const bend = right + axis * 0.8;
  const leader: ScenePath = {
    kind: 'path',
    d: linePath(right + axis * 0.2, centre, bend, at) + `H${String(right + axis * (LEADER - 0.4))}`,
    stroke: colour,
    lineWidth: sizes.hair,
  };
  const top = at - (height - sizes.label * 0.43) / 2 - sizes.label * 0.2;
  return [
    leader,
    ...lines.map(({ text, isName }, i): SceneText => ({
      kind: 'text',
      x: right + axis * LEADER,
      y: top + sizes.label * (1.05 + i * LINE),
      text,
      size: sizeOf(isName, sizes),
      weight: isName ? 600 : 400,
      colour: isName ? colour : 'text.ink2',
      anchor: 'start',
    })),
  ];
}
