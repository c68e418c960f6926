import { quoted } from '../wording.ts';
import type { Answers, Option, Question, Settled } from './proposal.ts';

/** What the file or the workspace gives for one part of the mapping. */
export interface Offer {
  readonly id: string;
  readonly what: string;
  /** Another id under which an answer may stand. */
  readonly alias?: string;
  /** Absent: nothing is proposed, and the part is asked for. */
  readonly value?: string;
  /** The reason for the value; the text of the question where there is none. */
  readonly why: string;
  readonly isLikely?: boolean;
  readonly options?: readonly Option[];
  /** True where an answer may be other than the options. */
  readonly isOpen?: boolean;
  /** Of an open answer: whether it is one at all. */
  readonly accepts?: (answer: string) => boolean;
}

/** Collects what is settled and what is open, with the answers of a person before everything else. */
export interface Settling {
  /** The value of a part; undefined while it is open. */
  settle(offer: Offer): string | undefined;
  /** What a person answered, where the part may also be left alone. */
  answer(id: string): string | undefined;
  /** Takes note of answers whose id begins so, where what they speak of need not occur in every file. */
  allow(prefix: string): void;
  readonly settled: readonly Settled[];
  readonly questions: readonly Question[];
  unused(): readonly string[];
}

/** A collector that begins with the answers. */
export function settling(answers: Answers): Settling {
  const settled: Settled[] = [];
  const questions: Question[] = [];
  const used = new Set<string>();
  const answer = (id: string) => {
    if (answers[id] !== undefined) used.add(id);
    return answers[id];
  };
  return {
    settled,
    questions,
    answer,
    allow(prefix) {
      for (const id of Object.keys(answers)) if (id.startsWith(prefix)) used.add(id);
    },
    unused: () => Object.keys(answers).filter((id) => !used.has(id)),
    settle(offer) {
      const { id, what, options = [] } = offer;
      const said = answer(id) ?? (offer.alias === undefined ? undefined : answer(offer.alias));
      const part = partOf(said, offer);
      if (part) {
        settled.push({ id, what, options, ...part });
        return part.value;
      }
      const text = said === undefined ? offer.why : refusalText(said, offer);
      questions.push({ id, what, text, options, isOpen: offer.isOpen === true });
      return undefined;
    },
  };
}

/** What was said, where that is an answer; what is proposed, where nothing was said. */
function partOf(
  said: string | undefined,
  { value, why, isLikely, options = [], ...offer }: Offer,
): Pick<Settled, 'value' | 'why' | 'confidence'> | undefined {
  if (said !== undefined) {
    if (!isAllowed(said, options, offer)) return undefined;
    const known = options.find((option) => option.value === said);
    return { value: said, why: known?.why ?? 'as answered', confidence: 'given' };
  }
  if (value === undefined) return undefined;
  return { value, why, confidence: isLikely === true ? 'likely' : 'certain' };
}

function isAllowed(
  said: string,
  options: readonly Option[],
  { isOpen, accepts }: Pick<Offer, 'isOpen' | 'accepts'>,
): boolean {
  if (options.some(({ value }) => value === said)) return true;
  return isOpen === true && (accepts === undefined || accepts(said));
}

function refusalText(said: string, { what, options = [], why, value, isOpen }: Offer): string {
  const known = options.map((option) => option.value).join(', ');
  const rest = value === undefined ? ` ${why}` : '';
  const choice = known === '' ? 'nothing can be chosen' : `choose ${known}`;
  const more = isOpen === true && known !== '' ? ', or one of its like' : '';
  return `${quoted(said)} is no answer for ${what}: ${choice}${more}.${rest}`;
}
