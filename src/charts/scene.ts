import type { ColourToken } from './tokens.ts';

/** A filled or stroked path; `d` is path data of SVG. */
export interface ScenePath {
  readonly kind: 'path';
  readonly d: string;
  readonly fill?: ColourToken;
  readonly stroke?: ColourToken;
  readonly lineWidth?: number;
  readonly dash?: readonly [number, number];
}

/** One line of text on its baseline. */
export interface SceneText {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: TextWeight;
  readonly colour: ColourToken;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A drawing laid out once, in points or pixels with y downwards; PDF and web draw the same one. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Empty for a decoration. */
  readonly alt: string;
  readonly items: readonly (ScenePath | SceneText)[];
}

type TextWeight = 400 | 600;

/** Width of a text; handed in, since only renderers hold fonts. */
export type Measure = (text: string, size: number, weight: TextWeight) => number;

/** Sizes of one medium. */
export interface ChartSizes {
  /** Text of axes and of second label lines. */
  readonly axis: number;
  readonly label: number;
  readonly hair: number;
  readonly mark: number;
  /** White between two parts of a stack. */
  readonly gap: number;
  readonly hatch: number;
}

/** Sizes in points for print. */
export const PRINT_SIZES: ChartSizes = {
  axis: 7,
  label: 7.5,
  hair: 0.4,
  mark: 0.6,
  gap: 0.9,
  hatch: 3.6,
};
