import type { Technology } from '../../model/documents/workspace.ts';

/** Words by which registries name a technology, and the fuel codes of the US registries. */
const WORDS: readonly (readonly [Technology, RegExp])[] = [
  ['wind', /\bwind|^wnd$/i],
  ['solar', /\bsolar|photovolt|\bpv\b|^sun$/i],
  ['hydro', /\bhydro|run-of-river|^wat$/i],
  ['geothermal', /\bgeotherm|^geo$/i],
  ['biomass', /\bbio(mass|gas|methane)|landfill gas|\bwood|^(wds|lfg|obg)$/i],
  ['nuclear', /\bnuclear|^nuc$/i],
  ['gas', /\b(natural|fossil) gas|^ng$/i],
];

/** The technologies that a registry's text names: none where it is not recognised, several where it names several. */
export function technologiesOf(text: string): readonly Technology[] {
  return WORDS.filter(([, words]) => words.test(text)).map(([technology]) => technology);
}
