import type { ColourToken } from '../../charts/tokens.ts';
import type { Face } from './fonts.ts';

/** How a line of text looks; sizes in points. */
export interface TextStyle {
  readonly size: number;
  /** From baseline to baseline. */
  readonly lead: number;
  readonly face: Exclude<Face, 'symbol'>;
  readonly colour: ColourToken;
}

/** The type styles of the design. */
export const STYLES = {
  title: { size: 26, lead: 31, face: 'semibold', colour: 'text.ink' },
  h1: { size: 15, lead: 20, face: 'semibold', colour: 'text.ink' },
  h2: { size: 10.5, lead: 14, face: 'semibold', colour: 'text.ink' },
  lead: { size: 11, lead: 16, face: 'regular', colour: 'text.ink2' },
  body: { size: 9, lead: 14, face: 'regular', colour: 'text.ink' },
  value: { size: 9, lead: 12, face: 'regular', colour: 'text.ink' },
  cell: { size: 8, lead: 10, face: 'regular', colour: 'text.ink' },
  head: { size: 7.5, lead: 10, face: 'semibold', colour: 'text.ink' },
  label: { size: 7.5, lead: 10, face: 'regular', colour: 'text.ink2' },
  note: { size: 7, lead: 10, face: 'regular', colour: 'text.ink3' },
  mono: { size: 7, lead: 10, face: 'mono', colour: 'text.ink' },
  figure: { size: 22, lead: 26, face: 'light', colour: 'text.ink' },
  smallFigure: { size: 13, lead: 17, face: 'regular', colour: 'text.ink' },
} as const satisfies Record<string, TextStyle>;

/** Strokes of rules. */
export const STROKES = { hair: 0.35, rule: 0.5, strong: 1 } as const;
