import { AppError } from '../model/app-error.ts';
import type { Disclosure, Fact } from '../model/documents/disclosure.ts';
import type { LedgerDocument, LedgerStep } from '../model/documents/ledger.ts';
import { loadTemplates } from '../store/templates.ts';
import { disclosureAt, ledgerOf } from './filed-documents.ts';
import { exact } from '../units/rational.ts';
import { roundedText } from '../units/rounding.ts';

/** One step of a trace with what stands under it. A step already told above is named without its inputs. */
export interface TraceNode {
  readonly step: LedgerStep;
  readonly isRepeated: boolean;
  readonly inputs: readonly TraceNode[];
}

/** A fact and the tree of steps that yields it. */
export interface Explanation {
  readonly fact: Fact;
  /** Null for a text or a value that is not available. */
  readonly trace: TraceNode | null;
}

/** A fact as named on the command line: `s2.29.a.i.2`, or `s2.29.a.i.2[site=pecos]`. */
interface Selector {
  readonly id: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

function parseSelector(text: string): Selector {
  const match = /^([^[\]]+)(?:\[([^[\]]*)\])?$/.exec(text);
  if (!match)
    throw new AppError(
      'usage',
      `"${text}" names no fact; write ID or ID[site=NAME,month=2025-01]`,
      { what: text },
    );
  const [, id = '', inside = ''] = match;
  const pairs = inside
    .split(',')
    .filter((part) => part !== '')
    .map((part) => part.split('=') as [string, string]);
  return { id, dimensions: Object.fromEntries(pairs) };
}

/** The fact's name with its dimensions, as it is written on the command line. */
function factName({ id, dimensions }: Pick<Fact, 'id' | 'dimensions'>): string {
  const pairs = Object.entries(dimensions).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? id : `${id}[${pairs.join(',')}]`;
}

function selectFact(disclosure: Disclosure, text: string): Fact {
  const { id, dimensions } = parseSelector(text);
  const wanted = factName({ id, dimensions });
  const isSame = (fact: Fact) =>
    fact.id === id &&
    Object.keys(fact.dimensions).length === Object.keys(dimensions).length &&
    Object.entries(dimensions).every(([name, value]) => fact.dimensions[name] === value);
  const fact = disclosure.facts.find(isSame);
  if (fact) return fact;
  const same = disclosure.facts.filter((other) => other.id === id);
  const known = (
    same.length > 0 ? same : disclosure.facts.filter((f) => Object.keys(f.dimensions).length === 0)
  ).map(factName);
  throw new AppError(
    'unknown-id',
    `the disclosure holds no fact ${wanted}; known: ${known.join(', ')}`,
    { kind: 'fact', id: text, known },
  );
}

/** The trace of one figure of a disclosure, down to evidence lines and factor rows. */
export async function explain(
  path: string,
  fact: string,
  ledgerPath?: string,
): Promise<Explanation> {
  const disclosure = await disclosureAt(path);
  const selected = selectFact(disclosure, fact);
  if (selected.step === null) return { fact: selected, trace: null };
  const ledger = await ledgerOf(path, disclosure, ledgerPath);
  requireAgreement(path, disclosure, selected, ledger);
  return { fact: selected, trace: traceOf(ledger, selected.step) };
}

/**
 * A figure must be what its step of the ledger gives, rounded by the template's rule where that very edition is at hand.
 * Throws an AppError that names the figure and both values.
 */
function requireAgreement(
  path: string,
  disclosure: Disclosure,
  fact: Fact,
  ledger: LedgerDocument,
): void {
  const computed = ledger.steps.find(({ id }) => id === fact.step)?.value ?? '';
  const changed = (stated: string | null, given: string) => {
    const why = `${factName(fact)} says ${stated ?? 'nothing'}; its ledger gives ${given}: one of the two was changed`;
    return new AppError('not-readable', `${path} cannot be trusted: ${why}`, { path, why });
  };
  if (fact.exact !== computed) throw changed(fact.exact, computed);
  const { id, edition, sha256 } = disclosure.template;
  const stored = loadTemplates().find(
    (one) => one.template.id === id && one.template.edition === edition,
  );
  const round =
    stored?.sha256 === sha256
      ? stored.template.facts.find((one) => one.id === fact.id)?.round
      : undefined;
  if (!round) return;
  const reported = roundedText(exact(computed), round);
  if (fact.value !== reported) throw changed(fact.value, reported);
}

/** The tree under a step. */
function traceOf(ledger: LedgerDocument, root: string): TraceNode {
  const steps = new Map(ledger.steps.map((step) => [step.id, step]));
  const told = new Set<string>();
  const nodeOf = (id: string): TraceNode => {
    const step = steps.get(id);
    if (!step)
      throw new AppError('not-readable', `the ledger holds no step ${id}`, {
        path: id,
        why: 'unknown step',
      });
    const isRepeated = told.has(id) && step.inputs.length > 0;
    told.add(id);
    return { step, isRepeated, inputs: isRepeated ? [] : step.inputs.map(nodeOf) };
  };
  return nodeOf(root);
}
