import { type Rational, ratio } from '../../units/rational.ts';
import { roundedText } from '../../units/rounding.ts';
import { isAsStated } from '../../units/stated-digits.ts';
import type { RowNotes } from '../row-notes.ts';
import type { numberReader } from '../table/number.ts';
import { quoted } from '../wording.ts';

const ONE = ratio(1n);

/** Notes a stated efficiency that is not power over hashrate, to the digits given. Lists round, and err. */
export function noteEfficiency(
  text: string,
  read: ReturnType<typeof numberReader>,
  { powerW, hashrateThs }: { readonly powerW: Rational; readonly hashrateThs: Rational },
  at: { readonly line: number; readonly column: string },
  notes: RowNotes,
): void {
  const stated = read(text);
  if (stated === 'null' || hashrateThs.n === 0n) return;
  const exact = powerW.div(hashrateThs);
  if (typeof stated === 'object' && agrees(stated, exact)) return;
  const ratio = roundedText(exact, { decimals: 2, mode: 'half-up' });
  const what = `column ${quoted(at.column)} states ${quoted(text)} J/TH, and power over hashrate is ${ratio}. Power and hashrate count; correct what is wrong.`;
  notes.row('IN-EFFICIENCY', 'quality', at, what);
}

/** Whole numbers of joules are stated to the last of them: 30 may be 29.5, and not 25. */
function agrees(stated: Rational, exact: Rational): boolean {
  return stated.d === 1n ? stated.sub(exact).abs().lt(ONE) : isAsStated(stated, exact);
}
