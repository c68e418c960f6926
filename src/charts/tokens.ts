import type { SourceHue } from '../model/sheet.ts';

type SourceToken = `source.${SourceHue}.${'fill' | 'edge' | 'soft'}`;

/** The print colours of the design, by token name. */
export const PRINT_COLOURS = {
  'text.ink': '#14202A',
  'text.ink2': '#43515D',
  'text.ink3': '#5C6974',
  'text.inverse': '#FFFFFF',
  'surface.page': '#FFFFFF',
  'surface.sunken': '#F1F3F4',
  'surface.draft': '#EFF1F3',
  'rule.hair': '#BCC5CC',
  'rule.strong': '#14202A',
  'rule.control': '#76848F',
  'accent.seal': '#0E4F63',
  'status.warn.ink': '#855000',
  'status.critical.ink': '#A3182F',
  'status.critical.soft': '#FBE9EB',
  'status.info.ink': '#2A567D',
  'scope.two.fill': '#3E6C94',
  'scope.two.edge': '#2A567D',
  'scope.two.soft': '#E4EAF0',
  'source.hydro.fill': '#2C6AA3',
  'source.hydro.edge': '#1F5689',
  'source.hydro.soft': '#E1EAF2',
  'source.wind.fill': '#2A9FB0',
  'source.wind.edge': '#0F6B79',
  'source.wind.soft': '#E1F2F4',
  'source.solar.fill': '#F6C95F',
  'source.solar.edge': '#7D5A00',
  'source.solar.soft': '#FEF7E9',
  'source.otherRen.fill': '#7C956A',
  'source.otherRen.edge': '#4B6639',
  'source.otherRen.soft': '#EDF0EA',
  'source.nuclear.fill': '#582765',
  'source.nuclear.edge': '#582765',
  'source.nuclear.soft': '#E8E1E9',
  'source.grid.fill': '#C9CED2',
  'source.grid.edge': '#56626C',
  'source.grid.soft': '#EDEEF0',
  'source.gas.fill': '#BC7213',
  'source.gas.edge': '#8F5205',
  'source.gas.soft': '#F6EBDE',
  'source.oil.fill': '#8A2B1C',
  'source.oil.edge': '#8A2B1C',
  'source.oil.soft': '#EFE1DF',
  'source.coal.fill': '#24221F',
  'source.coal.edge': '#24221F',
  'source.coal.soft': '#E0E0E0',
} as const satisfies Record<SourceToken, string> & Record<string, string>;

/** Name of a colour, so that one drawing serves every theme. */
export type ColourToken = keyof typeof PRINT_COLOURS;

/** The sources from the foot of a stack upwards. */
export const SOURCE_ORDER: readonly SourceHue[] = [
  'hydro',
  'wind',
  'solar',
  'otherRen',
  'nuclear',
  'grid',
  'gas',
  'oil',
  'coal',
];

/** Fills under 3:1 against the page: these always carry their edge colour. */
export const FAINT_SOURCES: ReadonlySet<SourceHue> = new Set(['solar', 'grid']);
