import { quoted } from '../wording.ts';
import type { Answers, Option, Question, Settled } from './proposal.ts';

/** What the file or the workspace gives for one part of the mapping. */
export interface Offer {
  readonly id: string;
  readonly what: string;
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
  /** Every answer whose id begins so. */
  answersTo(prefix: string): readonly string[];
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
    answersTo: (prefix) => Object.keys(answers).filter((id) => id.startsWith(prefix)),
    unused: () => Object.keys(answers).filter((id) => !used.has(id)),
    settle(offer) {
      const { id, what, options = [] } = offer;
      const said = answer(id);
      if (said !== undefined && isAllowed(said, offer)) {
        const why = options.find(({ value }) => value === said)?.why ?? 'as answered';
        settled.push({ id, what, value: said, why, confidence: 'given', options });
        return said;
      }
      if (said === undefined && offer.value !== undefined) {
        const confidence = offer.isLikely === true ? 'likely' : 'certain';
        settled.push({ id, what, value: offer.value, why: offer.why, confidence, options });
        return offer.value;
      }
      const text = said === undefined ? offer.why : refusalText(said, offer);
      questions.push({ id, what, text, options, isOpen: offer.isOpen === true });
      return undefined;
    },
  };
}

function isAllowed(said: string, { options = [], isOpen, accepts }: Offer): boolean {
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
