import { type Finding, finding } from '../../model/finding.ts';
import type { DifficultyEpoch } from '../../model/source-records.ts';
import type { Rational } from '../../units/rational.ts';
import { roundedText } from '../../units/rounding.ts';
import { isAsStated } from '../../units/stated-digits.ts';
import { byKey } from '../by-key.ts';
import { type Extraction, sumRows } from '../input-file.ts';
import { grouped } from '../wording.ts';

/** Blocks of one difficulty. */
export const EPOCH = 2016;

/** The stretches of all files, each once, in order of height; a stretch ends where the next one begins. */
export function joinDifficulty(
  extractions: readonly Extraction<DifficultyEpoch>[],
): Extraction<DifficultyEpoch> {
  const all = extractions.flatMap(({ records }) => records).sort(inOrder);
  const claims = [...byKey(all, numberOf).values()];
  const conflicts = claims.flatMap(conflictOf);
  const kept = claims
    .filter((epochs) => conflictOf(epochs).length === 0)
    .flatMap((epochs) => mergedOf(epochs));
  const { read, rejected, duplicate } = sumRows(extractions);
  return {
    records: kept.map((epoch, i) => closed(epoch, kept[i + 1])),
    findings: [...extractions.flatMap(({ findings }) => findings), ...conflicts],
    rows: { read, rejected, duplicate },
  };
}

/** A difficulty for a sentence, with three decimals. */
export function difficultyText(difficulty: Rational): string {
  return roundedText(difficulty, { decimals: 3, mode: 'half-up' });
}

function numberOf({ firstHeight }: DifficultyEpoch): number {
  return Math.floor(firstHeight / EPOCH);
}

/** By height; what rests on bits stands before what is stated. */
function inOrder(a: DifficultyEpoch, b: DifficultyEpoch): number {
  const byBits = Number(a.bits === undefined) - Number(b.bits === undefined);
  const byFile = a.evidence.file < b.evidence.file ? -1 : 1;
  return numberOf(a) - numberOf(b) || byBits || a.firstHeight - b.firstHeight || byFile;
}

function conflictOf([first, ...others]: readonly DifficultyEpoch[]): Finding[] {
  const other = others.find(({ difficulty, bits }) =>
    bits === undefined || first?.bits === undefined
      ? !isAsStated(difficulty, first?.difficulty ?? difficulty)
      : bits !== first.bits,
  );
  if (!first || !other) return [];
  const height = grouped(numberOf(first) * EPOCH);
  const message = `The difficulty from block ${height} on is ${difficultyText(first.difficulty)} by ${first.evidence.file} and ${difficultyText(other.difficulty)} by ${other.evidence.file}. Neither is used; correct the one that is wrong.`;
  return [finding('IN-DIFFICULTY', 'critical', message, { file: other.evidence.file })];
}

/** One stretch of several that overlap: from the first block of any to the last one. */
function mergedOf(epochs: readonly DifficultyEpoch[]): DifficultyEpoch[] {
  const [best] = epochs;
  const lowest = Math.min(...epochs.map(({ firstHeight }) => firstHeight));
  const first = epochs.find(({ firstHeight }) => firstHeight === lowest);
  if (!best || !first) return [];
  const lastHeight = Math.max(...epochs.map((epoch) => epoch.lastHeight));
  return [{ ...best, firstHeight: lowest, from: first.from, lastHeight }];
}

function closed(epoch: DifficultyEpoch, next: DifficultyEpoch | undefined): DifficultyEpoch {
  const isFollowed =
    next && numberOf(next) === numberOf(epoch) + 1 && next.firstHeight % EPOCH === 0;
  return isFollowed ? { ...epoch, to: next.from } : epoch;
}
