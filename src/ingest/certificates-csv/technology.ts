import type { Technology } from '../../model/documents/workspace.ts';
import type { RowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';

/**
 * Words by which registries name a technology, and the fuel codes of the US registries.
 *
 * @see M-RETS operating procedures, appendix B1
 */
const WORDS: readonly (readonly [Technology, RegExp])[] = [
  ['wind', /\bwind|^(wnd|wd2)$/i],
  ['solar', /\bsolar|photovolt|\bpv\b|^(sun|so1|sot)$/i],
  ['hydro', /\bhydro(?!gen)|run-of-river|^(wat|h2o|hy2)$/i],
  ['geothermal', /\bgeotherm|^(geo|ge1)$/i],
  ['biomass', /\bbio(mass|gas|methane)|landfill gas|\bwood|^(wds|lfg|obg|big|bim|bm2|bsw|blq)$/i],
  ['nuclear', /\bnuclear|^(nuc|nu1)$/i],
  ['gas', /\b(natural|fossil) gas|^ng1?$/i],
];

/** The technologies that a registry's text names: none where it is not recognised, several where it names several. */
export function technologiesOf(text: string): readonly Technology[] {
  return WORDS.filter(([, words]) => words.test(text)).map(([technology]) => technology);
}

/** Where a technology stands; without a column nothing is compared. */
interface TechnologyPlace {
  readonly line: number;
  readonly column: string | undefined;
}

/** Whether a registry's text names the contract's technology; what cannot be told is noted and taken for it. */
export function fitsContract(
  text: string,
  { line, column }: TechnologyPlace,
  { technology, contract }: { readonly technology: Technology; readonly contract: string },
  notes: RowNotes,
): boolean {
  if (column === undefined || technology === 'other') return true;
  const at = { line, column };
  const named = technologiesOf(text);
  if (named.includes(technology)) return true;
  if (named.length === 0) {
    const topic = (n: string, lines: string) =>
      `The technology ${quoted(text)} is not recognised and was not compared with the contract's, in ${n} (${lines}).`;
    notes.tally('IN-TECHNOLOGY', 'quality', at, topic);
    return true;
  }
  const what = `the technology ${quoted(text)} is not that of the contract ${contract}, which is ${technology}. The row was set aside; put it under its own contract.`;
  notes.row('IN-TECHNOLOGY', 'critical', at, what);
  return false;
}
