import { applyImport, type ImportResult } from '../app/import/apply-import.ts';
import {
  type Answers,
  type ImportProposal,
  type Option,
  proposeImport,
  type Settled,
} from '../app/import/propose-import.ts';
import { hasCritical } from '../model/finding.ts';
import type { Asking } from './asking.ts';
import { printBeginning, printSettled, printTrial, valueText } from './print-import.ts';
import { styled, type Terminal, wrapped } from './terminal.ts';

/** What is imported, and where to. */
export interface ImportRequest {
  readonly file: string;
  readonly folder: string;
  readonly answers: Answers;
  readonly isLikelyAccepted: boolean;
  readonly isDryRun: boolean;
}

/** What is asked next. */
interface Prompt {
  readonly id: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** What an empty line means. */
  readonly value?: string;
}

/**
 * Asks a person for all that is open, shows what the file then gives, and writes when the person says so. Undefined where
 * the person leaves.
 */
export async function askedImport(
  terminal: Terminal,
  asking: Asking,
  request: ImportRequest,
): Promise<ImportResult | undefined> {
  let answers = request.answers;
  let shown: ReadonlySet<string> | undefined;
  for (;;) {
    const proposal = await proposeImport(request.file, request.folder, answers);
    if (!shown) printBeginning(terminal, proposal);
    const unused = proposal.unused;
    if (unused.length > 0) {
      terminal.out(`${unused.join(', ')} fits nothing that is asked for, and was left out.`);
      answers = withoutUnused(answers, unused);
    }
    shown = printNew(terminal, proposal, shown);
    const next = hasCritical(proposal.findings) ? undefined : nextPrompt(proposal, request);
    if (!next) {
      const ended = await confirmed(terminal, asking, { ...request, answers });
      if (!isChange(ended)) return ended;
      answers = { ...answers, ...ended.change };
      continue;
    }
    const said = await asked(terminal, asking, next);
    if (said === undefined) return undefined;
    answers = { ...answers, [next.id]: said };
  }
}

function withoutUnused(answers: Answers, unused: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !unused.includes(id)));
}

/** Shows the parts that were not shown before. */
function printNew(
  terminal: Terminal,
  { settled }: ImportProposal,
  shown: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const keyOf = ({ id, value }: Settled) => `${id}=${value}`;
  const fresh = settled.filter((one) => one.confidence !== 'given' && !shown.has(keyOf(one)));
  if (fresh.length > 0) {
    if (shown.size === 0)
      terminal.out(styled(terminal, 'bold', 'What the file and the workspace say'));
    printSettled(terminal, fresh);
    terminal.out('');
  }
  return new Set([...shown, ...settled.map(keyOf)]);
}

function nextPrompt(
  { questions, settled }: ImportProposal,
  { isLikelyAccepted }: ImportRequest,
): Prompt | undefined {
  const [question] = questions;
  if (question) return question;
  const likely = settled.find(({ confidence }) => confidence === 'likely');
  if (!likely || isLikelyAccepted) return undefined;
  const { id, what, value, why, options } = likely;
  const text = `${what}: ${valueText(id, value)} is likely (${why}). Enter confirms it; or say what it is.`;
  return { id, text, options, value };
}

async function asked(
  terminal: Terminal,
  asking: Asking,
  prompt: Prompt,
): Promise<string | undefined> {
  const { id, text, options, value } = prompt;
  terminal.out(wrapped(terminal, text));
  options.forEach((option, i) => {
    const number = `${String(i + 1).padStart(4)}) `;
    const shown = valueText(id, option.value) || '(none)';
    const why = option.why === option.value ? '' : `  ${option.why}`;
    terminal.out(`${number}${wrapped(terminal, `${styled(terminal, 'bold', shown)}${why}`, 6)}`);
  });
  for (;;) {
    const said = await asking.ask('> ');
    if (said === undefined) return undefined;
    if (said === '' && value !== undefined) return value;
    if (said !== '') return chosen(said, id, options);
  }
}

/** An option by its value, by the word for it, or by its number; else what was typed. */
function chosen(said: string, id: string, options: readonly Option[]): string {
  const byValue = options.find(({ value }) => value === said || valueText(id, value) === said);
  const byNumber = /^\d+$/.test(said) ? options[Number(said) - 1] : undefined;
  return (byValue ?? byNumber)?.value ?? said;
}

interface Change {
  readonly change: Answers;
}

function isChange(ended: ImportResult | Change | undefined): ended is Change {
  return ended !== undefined && 'change' in ended;
}

/** Shows what the file gives, and writes it when that is what the person wants. */
async function confirmed(
  terminal: Terminal,
  asking: Asking,
  { file, folder, answers, isDryRun, isLikelyAccepted }: ImportRequest,
): Promise<ImportResult | Change | undefined> {
  const tried = await applyImport(file, folder, answers, { isLikelyAccepted, isDryRun: true });
  printTrial(terminal, tried);
  if (tried.outcome !== 'tried' || isDryRun) return tried;
  terminal.out('');
  terminal.out(
    wrapped(
      terminal,
      'Write this to workspace.yaml? y writes it, n leaves all as it is; zone=UTC or the like changes one part.',
    ),
  );
  for (;;) {
    const said = await asking.ask('> ');
    if (said === undefined || /^no?$/i.test(said)) return undefined;
    if (/^y(es)?$/i.test(said)) return applyImport(file, folder, answers, { isLikelyAccepted });
    const at = said.indexOf('=');
    if (at > 0) return { change: { [said.slice(0, at)]: said.slice(at + 1) } };
  }
}
